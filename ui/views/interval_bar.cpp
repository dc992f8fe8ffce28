// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/interval_bar.h"

#include "ui/theme/palette.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>

#include <array>

namespace ui {
namespace {

constexpr std::array<const char*, 11> kIntervals{"1s",  "5s", "15s", "30s", "1m",  "5m",
                                                 "15m", "1h", "4h",  "1d",  "100t"};

}  // namespace

IntervalBar::IntervalBar(QWidget* parent)
    : QWidget(parent), m_buttons(new QButtonGroup(this)), m_entry(new QLineEdit), m_charts(new QButtonGroup(this)) {
    setObjectName(QStringLiteral("intervalBar"));
    setAccessibleName(tr("Interval"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 2, 8, 2);
    layout->setSpacing(1);
    for (const char* name : kIntervals) {
        auto* button = new QToolButton;
        const QString text = QString::fromLatin1(name);
        button->setObjectName(QStringLiteral("interval_") + text);
        button->setAccessibleName(tr("Interval %1").arg(text));
        button->setText(text);
        button->setCheckable(true);
        button->setProperty("flat", true);
        m_buttons->addButton(button);
        layout->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, name] {
            setBars(core::BarSpec::parse(name).value());
            emit barsChosen(m_bars);
        });
    }
    m_entry->setObjectName(QStringLiteral("intervalEntry"));
    m_entry->setAccessibleName(tr("Other interval"));
    m_entry->setPlaceholderText(tr("other"));
    m_entry->setToolTip(tr("A number and one of s m h d t: 30s, 2h, 50t. Type a digit in the chart to get here."));
    m_entry->setFixedWidth(64);
    m_entry->setMaxLength(8);
    m_entry->installEventFilter(this);
    connect(m_entry, &QLineEdit::returnPressed, this, &IntervalBar::takeEntry);
    connect(m_entry, &QLineEdit::textEdited, this, [this] { m_entry->setStyleSheet({}); });
    layout->addSpacing(4);
    layout->addWidget(m_entry);
    layout->addStretch();
    for (const auto& [count, sign] : {std::pair{1, "▭"}, std::pair{2, "▯▯"}, std::pair{4, "⊞"}}) {
        auto* button = new QToolButton;
        button->setObjectName(QStringLiteral("charts%1").arg(count));
        button->setText(QString::fromUtf8(sign));
        const QString tip = count == 1 ? tr("One chart") : tr("%1 charts with one crosshair").arg(count);
        button->setToolTip(tip);
        button->setAccessibleName(tip);
        button->setCheckable(true);
        button->setProperty("flat", true);
        m_charts->addButton(button, count);
        layout->addWidget(button);
    }
    connect(m_charts, &QButtonGroup::idClicked, this,
            [this](int id) { emit chartsChosen(static_cast<std::size_t>(id)); });
    setCharts(1);
    setBars(m_bars);
}

void IntervalBar::setBars(core::BarSpec bars) {
    m_bars = bars;
    const QString text = QString::fromStdString(bars.text());
    bool found = false;
    m_buttons->setExclusive(false);
    for (QAbstractButton* button : m_buttons->buttons()) {
        button->setChecked(button->text() == text);
        found = found || button->isChecked();
    }
    m_buttons->setExclusive(found);
    m_entry->setText(found ? QString() : text);
    m_entry->setStyleSheet({});
}

void IntervalBar::setCharts(std::size_t count) {
    if (QAbstractButton* button = m_charts->button(static_cast<int>(count))) button->setChecked(true);
}

void IntervalBar::beginEntry(const QString& text) {
    m_entry->setStyleSheet({});
    m_entry->setText(text);
    m_entry->setFocus(Qt::ShortcutFocusReason);
    m_entry->end(false);
}

void IntervalBar::takeEntry() {
    const auto bars = core::BarSpec::parse(m_entry->text().trimmed().toStdString());
    if (!bars) {
        m_entry->setStyleSheet(QStringLiteral("border-color:%1").arg(theme::palette().danger.name()));
        m_entry->setAccessibleDescription(QString::fromStdString(bars.error().context));
        return;
    }
    setBars(*bars);
    emit barsChosen(m_bars);
    emit entryLeft();
}

bool IntervalBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_entry && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        setBars(m_bars);
        emit entryLeft();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace ui
