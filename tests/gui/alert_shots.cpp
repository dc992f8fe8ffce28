// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the alert centre and what belongs to it over hand-built alerts into PNG files, to be looked at:
// alert_shots FOLDER [dark|light|contrast [en|zh_CN]].
#include "fake_desk.h"
#include "ui/i18n/text_translator.h"
#include "ui/shell/action_book.h"
#include "ui/shell/output_page.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"
#include "ui/views/alert_centre.h"
#include "ui/views/calibration_pane.h"
#include "ui/views/data_table.h"
#include "ui/views/main_window.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

namespace {

void shoot(QWidget& widget, const QDir& folder, const QString& name) {
    QTest::qWait(400);
    widget.grab().save(folder.filePath(name));
}

std::shared_ptr<const core::review::AlertHistory> history() {
    auto out = std::make_shared<core::review::AlertHistory>();
    const std::vector<std::pair<const char*, const char*>> kinds{
        {"dev_dump", "the dev and 2 linked wallets sold 4.1% of supply within 22 s; 31% of the bag is left."},
        {"cabal_on_watched",
         "9 wallets funded by one address hold 31.4% of supply; 4 of them bought in the creation slot."},
        {"pump_onset", "volume is 11 times the five minutes before, no cluster's share of it is above 4%."},
        {"liquidity_removal", "84% of the liquidity left the pool in one transaction."},
        {"lead_wallet_buys", "a wallet that 11 others follow (q = 0.004 over 23 coins) bought 2.1 SOL."}};
    for (std::uint32_t i = 0; i < 60; ++i) {
        const auto& [rule, text] = kinds[i % kinds.size()];
        core::Alert alert =
            fake::alertOf(100 + i % 17, rule, 40 + i * 1'237, "WIF" + std::to_string(i % 17) + ": " + text,
                          static_cast<core::AlertGroup>(i % 3));
        alert.coin = "WIF" + std::to_string(i % 17);
        alert.severity = static_cast<core::Severity>((i * 7) % 3);
        alert.confidence = 0.55 + 0.01 * (i * 13 % 44);
        auto record = std::make_shared<core::review::AlertRecord>(*fake::recordOf(alert));
        record->price = 0.00000041 * (1 + i % 9);
        if (i % 4 == 1) record->verdict = i % 3 != 0;
        if (i % 4 == 1 && i % 3 == 0) record->reason = "a market maker";
        if (i % 6 != 5) out->prices[*alert.mint] = {{40 + i * 17 % 140, 10}, fake::kNow - 60};
        out->rows.push_back(std::move(record));
    }
    std::vector<core::review::Claim> claims;
    for (std::uint32_t i = 0; i < 400; ++i) {
        const double stated = 0.5 + 0.05 * (i % 10);
        claims.push_back({kinds[i % 4].first, i % 2 == 0 ? "dev_dump" : "pump", stated,
                          fake::kNow - std::int64_t{i} * 12'000,
                          (i * 37) % 100 < static_cast<std::uint32_t>(stated * 92)});
    }
    for (std::uint32_t i = 0; i < 7; ++i)
        claims.push_back({kinds[4].first, "lead_wallet", 0.7, fake::kNow, i % 2 == 0});
    auto report = std::make_shared<core::review::CalibrationReport>();
    report->verdicts = core::review::tableOf(claims);
    report->falls = core::review::tableOf({claims.data(), 120});
    report->looked = 2'000;
    out->calibration = report;
    out->stored = 12'482;
    out->more = true;
    return out;
}

}  // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    const auto argument = [&](int at) { return argc > at ? QString::fromLocal8Bit(argv[at]) : QString(); };
    ui::theme::setScheme(argument(2) == QStringLiteral("light")      ? ui::theme::Scheme::Light
                         : argument(2) == QStringLiteral("contrast") ? ui::theme::Scheme::HighContrast
                                                                     : ui::theme::Scheme::Dark,
                         ui::theme::Directions::GreenUp);
    ui::theme::applyStyle(application);
    ui::i18n::TextTranslator translator;
    if (argument(3) == QStringLiteral("zh_CN") && translator.readBundled(argument(3)))
        QCoreApplication::installTranslator(&translator);
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("."));
    const QTemporaryDir settings;
    fake::DeskHost host;
    fake::Mutes mutes;
    host.history = history();
    ui::MainWindow window(host, settings.filePath(QStringLiteral("ui.ini")));
    window.setDelivery(mutes);
    window.resize(1600, 900);
    window.show();
    host.run(core::pipeline::Mode::Live);
    host.state.keeps = true;
    window.refresh();
    window.actions().find(QStringLiteral("actionWorkspace2"))->trigger();
    host.publish(fake::busySnapshot(host.interest, 1));
    window.refresh();
    auto* centre = window.findChild<ui::AlertCentre*>();
    mutes.mute({fake::mint(103), {}, ui::bridge::DeliveryDesk::kForEver});
    QTest::qWait(400);
    centre->table().selectRow(2);
    shoot(window, folder, QStringLiteral("alert-centre.png"));
    window.resize(1000, 640);
    shoot(window, folder, QStringLiteral("alert-centre-small.png"));
    window.resize(1600, 900);
    window.actions().find(QStringLiteral("actionWorkspace1"))->trigger();
    window.actions().find(QStringLiteral("actionAlertCentre"))->trigger();
    shoot(window, folder, QStringLiteral("alert-centre-side.png"));
    window.actions().find(QStringLiteral("actionPane_alertcentre"))->trigger();
    window.actions().find(QStringLiteral("actionPane_boards"))->trigger();
    window.actions().find(QStringLiteral("actionCalibration"))->trigger();
    shoot(window, folder, QStringLiteral("calibration.png"));
    auto* calibration = window.findChild<ui::CalibrationPane*>();
    calibration->table().selectRow(3);
    shoot(window, folder, QStringLiteral("calibration-few.png"));
    window.actions().find(QStringLiteral("actionPane_calibration"))->trigger();
    auto picture = fake::busySnapshot(host.interest, 2);
    picture.health.requests = core::pipeline::RequestStats{1'204, 3, 2.1, 4.0};
    picture.health.lookups.perHour = 1'800;
    picture.health.lookups.thisHour = 612;
    picture.health.diskFree = 3'100'000'000;
    picture.health.feeds.front().gaps = 1;
    host.publish(std::move(picture));
    window.actions().find(QStringLiteral("actionHealth"))->trigger();
    window.refresh();
    mutes.doNotDisturb(fake::kNow + 3'600);
    shoot(window, folder, QStringLiteral("health.png"));
    window.showCard(
        {QStringLiteral("a"), QStringLiteral("Dev dump"),
         QStringLiteral("WIF: the dev and two linked wallets sold 4.1% of supply within 22 s; 31% of the bag "
                        "is left."),
         ui::bridge::Notice::Urgency::Critical, true});
    window.showCard({QStringLiteral("b"), QStringLiteral("Cluster dump"), QStringLiteral("CAT: sold."),
                     ui::bridge::Notice::Urgency::Critical, true});
    shoot(window, folder, QStringLiteral("card.png"));
    ui::OutputChoices choices;
    choices[0].on = true;
    choices[0].url = QStringLiteral("https://example.org/?token=abc");
    ui::OutputPage page(choices, [](ui::OutputKind, const ui::OutputChoice&) {
        return ui::OutputPreview{QStringLiteral("[warning] WIF: the dev sold 5.0% of supply within 22 s."), {}};
    });
    page.setState(ui::OutputKind::Telegram, QStringLiteral("Sent 12, failed 1, dropped 0"), true);
    page.setTestResult(ui::OutputKind::Telegram, QStringLiteral("api.telegram.org: HTTP 401"), false);
    page.resize(760, 1'500);
    page.setVisible(true);
    shoot(page, folder, QStringLiteral("outputs.png"));
    return 0;
}
