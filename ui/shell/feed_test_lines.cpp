// SPDX-License-Identifier: GPL-3.0-or-later
// The test of the live feed on its page of the settings: a line for each step, as it comes.
#include "ui/format/feed_advice.h"
#include "ui/shell/feed_page.h"
#include "ui/theme/palette.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QStringList>
#include <QVBoxLayout>

namespace ui {

void FeedPage::buildTest() {
    m_test->setObjectName(QStringLiteral("feedTest"));
    m_steps->setObjectName(QStringLiteral("feedTestSteps"));
    m_steps->setAccessibleName(tr("Steps of the test"));
    m_steps->setWordWrap(true);
    m_steps->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_steps->setSelectionMode(QAbstractItemView::NoSelection);
    constexpr int kRoom = 150;
    m_steps->setFixedHeight(kRoom);
    m_steps->hide();
    auto* column = new QWidget;
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* line = new QHBoxLayout;
    line->addWidget(m_test);
    line->addStretch(1);
    layout->addLayout(line);
    layout->addWidget(m_steps);
    addRow(tr("Test"), column, tr("Connects once, step by step, and shows where it ends and what to do."));
    connect(m_test, &QPushButton::clicked, this, [this] {
        if (m_testing)
            emit testEnded();
        else
            emit testAsked();
    });
    m_test->setText(tr("Test the feed"));
}

void FeedPage::beginTest(const QString& host) {
    m_host = host;
    m_took = 0;
    m_testing = true;
    m_failed = false;
    m_test->setText(tr("Cancel the test"));
    m_steps->clear();
    m_steps->show();
}

void FeedPage::showTestBegun(core::source::ProbeStage stage) {
    m_steps->addItem(QStringLiteral("… %1").arg(format::stageText(stage)));
    m_steps->scrollToBottom();
}

void FeedPage::showTestStep(const core::source::ProbeStep& step) {
    QListWidgetItem* item = m_steps->item(m_steps->count() - 1);
    if (item == nullptr) return;
    m_took += step.ms;
    const QString head = tr("%1 · %2 ms").arg(format::stageText(step.stage)).arg(step.ms);
    if (step.ok) {
        item->setText(QStringLiteral("✓ ") + head);
        return;
    }
    m_failed = true;
    const format::FeedAdvice advice = format::feedAdvice(step, m_host);
    QStringList lines{QStringLiteral("✗ ") + head, advice.happened};
    if (!advice.works.isEmpty()) lines << advice.works;
    if (!advice.todo.isEmpty()) lines << advice.todo;
    item->setText(lines.join(u'\n'));
    item->setForeground(theme::palette().danger);
    m_steps->scrollToBottom();
}

void FeedPage::finishTest() {
    m_testing = false;
    m_test->setText(tr("Test the feed"));
    if (m_failed || m_steps->count() == 0) return;
    m_steps->addItem(tr("The feed works; it took %1 ms. “Connect live” uses it.").arg(m_took));
    m_steps->scrollToBottom();
}

}  // namespace ui
