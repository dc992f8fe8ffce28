// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/moment_dialog.h"

#include "ui/format/time_text.h"

#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimeZone>

#include <algorithm>

namespace ui {

MomentDialog::MomentDialog(std::optional<bridge::StoredSpan> span, QWidget* parent)
    : QDialog(parent), m_moment(new QDateTimeEdit) {
    constexpr std::int64_t kFiveMinutes = 300;
    setObjectName(QStringLiteral("momentDialog"));
    setWindowTitle(tr("What was known at a moment"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* text = new QLabel(
        span
            ? tr("Opens a window of its own that stands still at that moment: boards, chart, holders, clusters and "
                 "flags as they were known then. The live feed goes on in this one. Stored is %1 to %2.")
                  .arg(format::dateTime(span->from), format::dateTime(span->to))
            : tr("Nothing is stored yet. Connect live first: what a live feed shows is kept and can be replayed "
                 "from "
                 "here later."));
    text->setObjectName(QStringLiteral("momentText"));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    m_moment->setObjectName(QStringLiteral("moment"));
    m_moment->setAccessibleName(tr("Moment, UTC"));
    m_moment->setTimeSpec(Qt::UTC);
    m_moment->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    m_moment->setCalendarPopup(true);
    m_moment->setEnabled(span.has_value());
    if (span) {
        const auto at = [](std::int64_t time) { return QDateTime::fromSecsSinceEpoch(time, QTimeZone::utc()); };
        m_moment->setDateTimeRange(at(span->from), at(span->to));
        m_moment->setDateTime(at(std::max(span->from, span->to - kFiveMinutes)));
    }
    auto* buttons = new QDialogButtonBox;
    QPushButton* open = buttons->addButton(tr("Show"), QDialogButtonBox::AcceptRole);
    open->setObjectName(QStringLiteral("momentOpen"));
    open->setEnabled(span.has_value());
    buttons->addButton(QDialogButtonBox::Cancel);
    connect(open, &QPushButton::clicked, this, [this] {
        emit chosen(m_moment->dateTime().toSecsSinceEpoch());
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QFormLayout(this);
    layout->addRow(text);
    layout->addRow(tr("Moment (UTC)"), m_moment);
    layout->addRow(buttons);
    setMinimumWidth(440);
}

}  // namespace ui
