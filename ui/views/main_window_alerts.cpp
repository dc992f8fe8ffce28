// SPDX-License-Identifier: GPL-3.0-or-later
// The alert centre in the window, and what holds notices back.
#include "ui/chart/candle_chart.h"
#include "ui/chart/chart_grid.h"
#include "ui/shell/action_book.h"
#include "ui/shell/desk.h"
#include "ui/views/alert_card.h"
#include "ui/views/alert_centre.h"
#include "ui/views/calibration_pane.h"
#include "ui/views/data_table.h"
#include "ui/views/feed_status_bar.h"
#include "ui/views/health_pane.h"
#include "ui/views/main_window.h"
#include "ui/views/pane_ids.h"
#include "ui/views/token_page.h"
#include "ui/views/top_bar.h"

#include <QDateTime>
#include <QDockWidget>

namespace ui {

void MainWindow::buildAlertCentre() {
    m_alertCentre = new AlertCentre;
    m_alertCentre->setDesk(m_host.alertDesk());
    m_alertCentre->setDelivery(nullptr);
    m_calibration = new CalibrationPane;
}

void MainWindow::connectAlertCentre() {
    connect(m_top, &TopBar::alertsAsked, this, &MainWindow::showAlertCentre);
    connect(m_alertCentre, &AlertCentre::openAsked, this, &MainWindow::openAlertAtCandle);
    connect(m_alertCentre, &AlertCentre::evidenceAsked, this, &MainWindow::openAlert);
    connect(m_alertCentre, &AlertCentre::replayAsked, this, &MainWindow::replayAlert);
    connect(m_alertCentre, &AlertCentre::reportChanged, m_calibration,
            [this](const auto& report) { m_calibration->show(report); });
    connect(m_calibration, &CalibrationPane::looked, m_alertCentre, &AlertCentre::setFallsWanted);
    connect(m_calibration, &CalibrationPane::said, this, &MainWindow::tell);
    connect(m_alertCentre, &AlertCentre::said, this, &MainWindow::tell);
    connect(m_alertCentre, &AlertCentre::wishChanged, this, [this] {
        m_interest.priced = m_alertCentre->priced();
        m_host.feed().setInterest(m_interest);
    });
}

void MainWindow::buildAlertActions() {
    const QString alerts = tr("Alerts");
    m_actions->add(QStringLiteral("actionSilence"), alerts, tr("Do not disturb for an hour, or end it"),
                   QKeySequence(QStringLiteral("Ctrl+D")), [this] { toggleSilence(); });
    m_actions->add(QStringLiteral("actionCardOpen"), alerts, tr("Open the alert of the large card"),
                   QKeySequence(QStringLiteral("Ctrl+Return")), [this] { m_card->openCurrent(); });
    m_actions->add(QStringLiteral("actionCardClose"), alerts, tr("Put the large card away"),
                   QKeySequence(QStringLiteral("Ctrl+Backspace")), [this] { m_card->putAway(); });
    connect(m_status, &FeedStatusBar::soundRequested, this, &MainWindow::toggleSilence);
    m_actions->add(QStringLiteral("actionAlertCentre"), tr("View"), tr("Alert centre"),
                   QKeySequence(QStringLiteral("Ctrl+Shift+A")), [this] { showAlertCentre(); });
    m_actions->add(QStringLiteral("actionCalibration"), tr("View"), tr("Calibration: how right alerts were"),
                   QKeySequence(QStringLiteral("Ctrl+Shift+K")), [this] {
                       showBelow(kCalibrationPane);
                       m_calibration->table().setFocus(Qt::ShortcutFocusReason);
                   });
}

void MainWindow::setDelivery(bridge::DeliveryDesk& delivery) {
    m_delivery = &delivery;
    m_alertCentre->setDelivery(m_delivery);
}

void MainWindow::countUnread(std::uint64_t alerts) {
    // Going back in a replay begins to count anew.
    if (m_alertCentre->isVisible() || alerts < m_alertsSeen) m_alertsSeen = alerts;
    m_top->setUnread(alerts - m_alertsSeen);
}

void MainWindow::showCard(const bridge::Notice& notice) {
    m_card->show(notice);
}

void MainWindow::toggleSilence() {
    constexpr std::int64_t kHour = 3'600;
    if (m_delivery == nullptr) return;
    const bool silent = m_delivery->silentUntil() != 0;
    m_delivery->doNotDisturb(silent ? 0 : QDateTime::currentSecsSinceEpoch() + kHour);
    tell(silent ? tr("Alerts are said again.")
                : tr("Nothing is said outside of the alert list for an hour. Ctrl+D ends it."));
}

void MainWindow::showBelow(const QString& pane) {
    constexpr QSize kRoom(640, 250);
    if (!m_desk->pane(pane)->isHidden()) return;
    m_desk->showPane(pane, true);
    m_desk->resizePane(pane, kRoom);
}

void MainWindow::showAlertCentre() {
    showBelow(kAlertCentrePane);
    m_alertCentre->table().setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::showHealth() {
    showBelow(kHealthPane);
    if (m_snapshot) m_health->show(m_snapshot->health);
    m_health->table().setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::openAlertAtCandle(const core::Alert& alert) {
    if (!alert.mint) {
        openAlert(alert);  // its evidence is all there is
        return;
    }
    openToken(*alert.mint);
    if (alert.time) m_token->charts().charts().front()->lookAt(*alert.mint, alert.time->value());
}

void MainWindow::replayAlert(const core::Alert& alert) {
    core::pipeline::ReplayTarget target;
    if (alert.slot)
        target.slot = alert.slot->value();
    else if (alert.time)
        target.time = alert.time->value();
    // What is stored is found by its time alone.
    const auto* desk = m_host.replayDesk();
    if (alert.time && desk != nullptr && !desk->replayState())
        target = {.time = alert.time->value(), .slot = std::nullopt, .progress = std::nullopt};
    if (alert.mint) openToken(*alert.mint);
    replayFrom(target);
}

}  // namespace ui
