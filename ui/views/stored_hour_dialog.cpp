// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/stored_hour_dialog.h"

#include "ui/format/time_text.h"
#include "ui/theme/palette.h"

#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTimeZone>

#include <algorithm>

namespace ui {

StoredHourDialog::StoredHourDialog(std::optional<bridge::StoredSpan> span, QWidget* parent)
    : QDialog(parent), m_from(new QDateTimeEdit), m_minutes(new QSpinBox) {
    constexpr std::int64_t kHour = 3'600;
    constexpr int kLongest = 24 * 60;
    setObjectName(QStringLiteral("storedHourDialog"));
    setWindowTitle(tr("Replay a stored hour"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* stored = new QLabel;
    stored->setObjectName(QStringLiteral("storedSpan"));
    stored->setTextFormat(Qt::PlainText);
    stored->setWordWrap(true);
    stored->setText(span
                        ? tr("Stored is what was traded and moved from %1 to %2, as far as the feed showed it.")
                              .arg(format::dateTime(span->from), format::dateTime(span->to))
                        : tr("Nothing is stored yet. Connect live first: what a live feed shows is kept and can be "
                             "replayed from here later."));
    m_from->setObjectName(QStringLiteral("storedFrom"));
    m_from->setAccessibleName(tr("Begin, UTC"));
    m_from->setTimeSpec(Qt::UTC);
    m_from->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    m_from->setCalendarPopup(true);
    m_minutes->setObjectName(QStringLiteral("storedMinutes"));
    m_minutes->setAccessibleName(tr("Length in minutes"));
    m_minutes->setRange(1, kLongest);
    m_minutes->setValue(60);
    m_minutes->setSuffix(tr(" min"));
    if (span) {
        const auto moment = [](std::int64_t time) { return QDateTime::fromSecsSinceEpoch(time, QTimeZone::utc()); };
        m_from->setDateTimeRange(moment(span->from), moment(span->to));
        m_from->setDateTime(moment(std::max(span->from, span->to - kHour)));
    }
    auto* buttons = new QDialogButtonBox;
    QPushButton* open = buttons->addButton(tr("Replay"), QDialogButtonBox::AcceptRole);
    open->setObjectName(QStringLiteral("storedOpen"));
    open->setEnabled(span.has_value());
    buttons->addButton(QDialogButtonBox::Cancel);
    connect(open, &QPushButton::clicked, this, [this] {
        const std::int64_t from = m_from->dateTime().toSecsSinceEpoch();
        emit chosen(from, from + m_minutes->value() * std::int64_t{60});
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QFormLayout(this);
    layout->addRow(stored);
    layout->addRow(tr("Begin (UTC)"), m_from);
    layout->addRow(tr("Length"), m_minutes);
    layout->addRow(buttons);
    setMinimumWidth(420);
}

}  // namespace ui
