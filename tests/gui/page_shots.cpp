// SPDX-License-Identifier: GPL-3.0-or-later
// Draws every tab of a token's page and the evidence into PNG files, to be looked at:
// page_shots FOLDER dark|light SCENARIO_OR_RECORDING [SECONDS [LANGUAGE]].
#include "core/pipeline/canonical_order.h"
#include "core/pipeline/recording.h"
#include "engine_host.h"
#include "ui/format/number_text.h"
#include "ui/i18n/text_translator.h"
#include "ui/map/map_pane.h"
#include "ui/map/map_view.h"
#include "ui/theme/appearance.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"
#include "ui/views/board_filter_dialog.h"
#include "ui/views/board_view.h"
#include "ui/views/main_window.h"
#include "ui/views/token_page.h"
#include "ui/views/token_tabs.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace {

void shoot(QWidget& widget, const QDir& folder, const QString& name) {
    QTest::qWait(120);
    widget.grab().save(folder.filePath(name));
}

void playFile(fake::EngineHost& host, const QString& file) {
    core::wire::Decoder decoder;
    core::pipeline::RecordingReader reader(file.toStdString(), decoder);
    std::vector<core::Event> events;
    if (const auto done = reader.readAll(events); !done) qFatal("%s", done.error().message().c_str());
    core::pipeline::sortCanonically(events);
    for (const core::Event& event : events) host.run.engine.apply(event);
    host.run.engine.finish();
}

/// A replay that stands still where the recording ended.
class StandingDesk final : public ui::bridge::ReplayDesk {
public:
    core::pipeline::ReplayState state;

    std::optional<core::pipeline::ReplayState> replayState() const override { return state; }
    std::string replayName() const override { return "recording"; }
    void pause() override {}
    void resume() override {}
    void setSpeed(double) override {}
    void step(int) override {}
    void runToFlag() override {}
    void runToAlert() override {}
    void jump(const core::pipeline::ReplayTarget&) override {}
    void cancelRun() override {}
    std::optional<ui::bridge::StoredSpan> storedSpan() const override { return std::nullopt; }
    void openStored(std::int64_t, std::int64_t, const core::pipeline::ReplayTarget&, double) override {}
};
class ReplayHost final : public fake::EngineHost {
public:
    StandingDesk desk;
    ui::bridge::ReplayDesk* replayDesk() override {
        return state.mode == core::pipeline::Mode::Replay ? &desk : nullptr;
    }
};

core::Mint richest(fake::EngineHost& host) {
    core::Mint best;
    std::size_t most = 0;
    for (const auto& [mint, coin] : host.run.engine.market().tokens()) {
        core::pipeline::Interest interest;
        interest.selected = mint;
        host.setInterest(interest);
        const auto& detail = host.latest()->selected;
        if (!detail || !detail->people) continue;
        // What is worth looking at: clusters that still hold, and many kinds of flags.
        std::size_t rank = std::min<std::size_t>(20, detail->people->flags.size()) +
                           detail->people->clusters.size() + std::min<std::size_t>(20, detail->people->holding / 4);
        if (!detail->people->clusters.empty())
            rank += static_cast<std::size_t>(100 *
                                             std::min(0.5, detail->people->clusters.front().heldShare.value_or(0)));
        if (rank <= most) continue;
        most = rank;
        best = mint;
    }
    return best;
}

}  // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 4) qFatal("page_shots FOLDER dark|light SCENARIO_OR_RECORDING [SECONDS [LANGUAGE]]");
    const bool light = arguments[2] == QStringLiteral("light");
    if (light) ui::theme::setScheme(ui::theme::Scheme::Light);
    ui::theme::applyStyle(application);
    ui::i18n::TextTranslator translator;
    if (arguments.size() > 5) {
        if (!translator.readBundled(arguments[5])) qFatal("%s", qPrintable(translator.error()));
        QCoreApplication::installTranslator(&translator);
        ui::format::setFolding(ui::theme::foldingOf({}, arguments[5]));
    }
    const QDir folder(arguments[1]);
    const QTemporaryDir settings;
    ReplayHost host;
    if (QFileInfo::exists(arguments[3])) {
        host.state.mode = core::pipeline::Mode::Replay;
        playFile(host, arguments[3]);
    } else {
        host.run.play(arguments[3].toStdString(), arguments.size() > 4 ? arguments[4].toULongLong() : 1'800, 30);
    }
    const core::Mint mint = richest(host);
    host.setInterest({});
    ui::MainWindow window(host, settings.filePath(QStringLiteral("ui.ini")));
    window.resize(1600, 900);
    window.show();
    window.openToken(mint);
    host.desk.state.paused = true;
    host.desk.state.slot = host.latest()->asOfSlot;
    host.desk.state.time = host.latest()->asOfTime;
    host.desk.state.progress = 0.62;
    window.refresh();
    const QString prefix = QFileInfo(arguments[3]).baseName() + u'-' + arguments[2] + u'-';
    auto* tabs = window.findChild<ui::TokenTabs*>();
    using Tabs = ui::TokenTabs;
    const std::pair<Tabs::Tab, const char*> shots[] = {{Tabs::Tape, "tape"},
                                                       {Tabs::Holders, "holders"},
                                                       {Tabs::FirstBuyers, "first"},
                                                       {Tabs::Clusters, "clusters"},
                                                       {Tabs::Map, "map"},
                                                       {Tabs::Flags, "flags"},
                                                       {Tabs::Dev, "dev"}};
    for (const auto& [tab, name] : shots) {
        if (tab == Tabs::Map) {
            window.findChild<ui::TokenPage*>()->openMap();
            tabs->map().map().waitForLayout();
        } else {
            tabs->choose(tab);
        }
        shoot(window, folder, prefix + QString::fromLatin1(name) + QStringLiteral(".png"));
    }
    if (const auto& shown = *host.latest()->selected; !shown.people->holders.empty()) {
        // The wallet with most sales whose purchase was seen.
        core::Wallet busiest = shown.people->holders.front().wallet;
        std::size_t sales = 0;
        for (const auto& row : shown.people->holders) {
            core::pipeline::Interest interest = window.interest();
            interest.inquiry.wallet = row.wallet;
            host.setInterest(interest);
            const auto page = host.latest()->answers.wallet;
            if (page->windows.back().sales + page->coinCount <= sales) continue;
            sales = page->windows.back().sales + page->coinCount;
            busiest = row.wallet;
        }
        window.openWallet(busiest);
        window.refresh();
        shoot(window, folder, prefix + QStringLiteral("wallet.png"));
        if (!shown.people->clusters.empty()) {
            window.openCluster(shown.people->clusters.front().tag.number);
            window.refresh();
            shoot(window, folder, prefix + QStringLiteral("crew.png"));
        }
        for (const auto& [action, name] :
             {std::pair{"actionLeads", "leads"}, std::pair{"actionWatchlist", "watchlist"}}) {
            window.findChild<QAction*>(QString::fromLatin1(action))->trigger();
            window.refresh();
            shoot(window, folder, prefix + QString::fromLatin1(name) + QStringLiteral(".png"));
        }
        window.closeInquiry();
    }
    // The window asks for other pictures below.
    const auto shown = host.latest()->selected;
    const auto& detail = *shown;
    if (detail.candles.size() != 0) {
        const auto& candle = detail.candles.at(detail.candles.size() / 2);
        window.findChild<ui::TokenPage*>()->showBarMakers(candle.openTime - 30, candle.openTime + 30);
        window.refresh();
        shoot(window, folder, prefix + QStringLiteral("makers.png"));
    }
    auto* board = window.findChild<ui::BoardView*>();
    board->setAsTable(true);
    shoot(window, folder, prefix + QStringLiteral("board-table.png"));
    board->resize(1500, 700);
    board->setAsTable(false);
    ui::BoardFilterDialog dialog(board->presets().find(QStringLiteral("strict")));
    dialog.show();
    shoot(dialog, folder, prefix + QStringLiteral("board-filter.png"));
    host.desk.state.run = core::pipeline::ReplayRun::ToTarget;
    host.desk.state.runProgress = 0.4;
    window.refresh();
    shoot(window, folder, prefix + QStringLiteral("replay-run.png"));
    host.desk.state.run = core::pipeline::ReplayRun::Play;
    host.desk.state.ended = true;
    host.desk.state.progress = 1;
    window.refresh();
    shoot(window, folder, prefix + QStringLiteral("replay-end.png"));
    if (!detail.people->flags.empty()) {
        // The flag with most to prove.
        const auto most = std::max_element(
            detail.people->flags.begin(), detail.people->flags.end(),
            [](const auto& a, const auto& b) { return a.last->evidence.size() < b.last->evidence.size(); });
        tabs->choose(Tabs::Flags);
        window.openFlag(most->ref);
        shoot(window, folder, prefix + QStringLiteral("evidence.png"));
    }
    window.findChild<QAction*>(QStringLiteral("actionWorkspace3"))->trigger();
    tabs->choose(Tabs::Tape);
    tabs->map().map().waitForLayout();
    shoot(window, folder, prefix + QStringLiteral("investigate.png"));
    return 0;
}
