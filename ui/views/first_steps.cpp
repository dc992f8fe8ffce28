// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/first_steps.h"

#include "ui/theme/palette.h"
#include "ui/theme/style.h"

#include <QGridLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace ui {
namespace {

QString textOf(std::size_t step) {
    switch (step) {
        case FirstSteps::Connect: return FirstSteps::tr("Connect to a live feed");
        case FirstSteps::Watch: return FirstSteps::tr("Put a wallet or a crew on the watchlist");
        case FirstSteps::Rule: return FirstSteps::tr("Make a rule of your own, or draw an alert line on a chart");
        default: return FirstSteps::tr("See how an alert looks on the desktop");
    }
}

}  // namespace

FirstSteps::FirstSteps(QWidget* parent) : QWidget(parent), m_head(new QLabel) {
    setObjectName(QStringLiteral("firstSteps"));
    setAccessibleName(tr("First steps"));
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(2);
    layout->setColumnStretch(2, 1);
    m_head->setFont(theme::font(12, true));
    m_head->setTextFormat(Qt::PlainText);
    layout->addWidget(m_head, 0, 0, 1, 3);
    for (std::size_t step = 0; step < kSteps; ++step) {
        Row& row = m_rows[step];
        row.mark = new QLabel;
        row.mark->setFont(theme::font(12));
        row.mark->setFixedWidth(18);
        row.go = new QToolButton;
        row.go->setObjectName(QStringLiteral("firstStep%1").arg(step));
        row.go->setText(textOf(step));
        row.go->setFont(theme::font(12));
        row.go->setAutoRaise(true);
        row.go->setCursor(Qt::PointingHandCursor);
        connect(row.go, &QToolButton::clicked, this, [this, step] { emit stepAsked(static_cast<Step>(step)); });
        const int line = static_cast<int>(step) + 1;
        layout->addWidget(row.mark, line, 0);
        layout->addWidget(row.go, line, 1);
        show(step);
    }
}

void FirstSteps::setDone(Step step, bool done) {
    if (m_done[step] == done) return;
    m_done[step] = done;
    show(step);
}

bool FirstSteps::allDone() const {
    return std::all_of(m_done.begin(), m_done.end(), [](bool done) { return done; });
}

void FirstSteps::show(std::size_t step) {
    const bool done = m_done[step];
    const auto& colors = theme::palette();
    Row& row = m_rows[step];
    row.mark->setText(done ? QStringLiteral("✓") : QStringLiteral("○"));
    row.mark->setStyleSheet(QStringLiteral("color:") + (done ? colors.good : colors.dim).name());
    const QString state = done ? tr("%1: done").arg(textOf(step)) : tr("%1: to do").arg(textOf(step));
    row.mark->setAccessibleName(state);
    row.go->setAccessibleName(state);
    const auto count = std::count(m_done.begin(), m_done.end(), true);
    m_head->setText(tr("First steps: %1 of %2 done").arg(count).arg(kSteps));
}

}  // namespace ui
