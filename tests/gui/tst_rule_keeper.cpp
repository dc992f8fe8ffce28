// SPDX-License-Identifier: GPL-3.0-or-later
// The user's rules file and the lines of charts: what is armed when, and what is written.
// Has a member that is called like a macro of Qt.
#include "core/pipeline/engine.h"

#include "app/chart_file_store.h"
#include "app/rule_keeper.h"
#include "core/alert/default_rules.h"
#include "fake_market.h"
#include "tests/support/market_events.h"
#include "ui/chart/drawing_book.h"
#include "ui/labels/label_lists.h"

#include <QFile>
#include <QSaveFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using core::alert::RuleSet;
using ui::bridge::RuleState;

namespace {

const QByteArray kMine =
    "# mine\n[[rule]]\nid = \"big\"   # keep\nwhen = 'anyone buys >= 50 SOL'\n"
    "\n[[rule]]\nid = \"quiet\"\narmed = false\nwhen = 'anyone burns'\n";

}  // namespace

class TstRuleKeeper : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<app::RuleKeeper> m_keeper;
    std::shared_ptr<const RuleSet> m_armed;
    core::alert::Watchlists m_lists;
    int m_arms = 0;

    QString rulesFile() const { return m_folder->filePath(QStringLiteral("rules.toml")); }
    QString settingsFile() const { return m_folder->filePath(QStringLiteral("window.ini")); }
    void put(const QByteArray& text, bool atOnce = true) const {
        if (atOnce) {
            QSaveFile file(rulesFile());
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit());
        } else {
            QFile file(rulesFile());
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        }
    }
    QByteArray onDisk() const {
        QFile file(rulesFile());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void start() {
        m_keeper = std::make_unique<app::RuleKeeper>(rulesFile(), settingsFile());
        m_keeper->setArm([this](std::shared_ptr<const RuleSet> set, core::alert::Watchlists lists) {
            m_armed = std::move(set);
            m_lists = std::move(lists);
            ++m_arms;
        });
    }
    bool isArmed(const std::string& id) const {
        return std::any_of(m_armed->rules.begin(), m_armed->rules.end(),
                           [&](const auto& rule) { return rule.id == id && rule.armed; });
    }
    std::size_t shippedOn() const {
        const auto& rules = core::alert::defaultRules()->rules;
        return static_cast<std::size_t>(
            std::count_if(rules.begin(), rules.end(), [](const auto& rule) { return rule.armed; }));
    }

private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_arms = 0;
    }
    void cleanup() { m_keeper.reset(); }

    void withoutAFileTheShippedRulesAreArmed() {
        start();
        QCOMPARE(m_armed->rules.size(), shippedOn());
        QVERIFY(m_keeper->trouble().isEmpty());
        QVERIFY(!QFile::exists(rulesFile()));
    }
    void ownRulesAreArmedBesideThem() {
        put(kMine);
        start();
        QCOMPARE(m_armed->rules.size(), shippedOn() + 1);
        QVERIFY(isArmed("big") && !isArmed("quiet") && isArmed("dev_dump"));
        QCOMPARE(m_keeper->rules().front().origin, RuleState::Origin::Own);
        QCOMPARE(onDisk(), kMine);
    }
    void anOwnRuleTakesThePlaceOfAShippedOne() {
        put("[[rule]]\nid = \"dev_dump\"\nversion = 7\nwhen = 'dev sells'\n");
        start();
        QCOMPARE(m_armed->rules.size(), shippedOn());
        QCOMPARE(m_armed->rules.front().version, 7U);
    }
    void switchesAreKeptInTheSettingsAlone() {
        put(kMine);
        start();
        m_keeper->setOn(QStringLiteral("big"), false);
        m_keeper->setOn(QStringLiteral("quiet"), true);
        m_keeper->setOn(QStringLiteral("pump_onset"), false);
        m_keeper->setOn(QStringLiteral("wash_trading"), true);
        const auto check = [this] {
            return !isArmed("big") && isArmed("quiet") && !isArmed("pump_onset") && isArmed("wash_trading");
        };
        QVERIFY(check());
        QCOMPARE(onDisk(), kMine);
        start();
        QVERIFY(check());
        m_keeper->setOn(QStringLiteral("big"), true);
        QVERIFY(isArmed("big"));
    }
    void aChangeOfTheFileIsReadAndArmed_data() {
        QTest::addColumn<bool>("atOnce");
        QTest::newRow("another file in its place") << true;
        QTest::newRow("written over") << false;
    }
    void aChangeOfTheFileIsReadAndArmed() {
        QFETCH(bool, atOnce);
        put(kMine);
        start();
        QSignalSpy said(m_keeper.get(), &ui::bridge::RuleDesk::said);
        for (const char* id : {"one", "two", "three"}) {
            put("[[rule]]\nid = \"" + QByteArray(id) + "\"\nwhen = 'anyone sells'\n", atOnce);
            QTRY_VERIFY(isArmed(id));
            QVERIFY(!isArmed("big"));
        }
        QVERIFY(said.count() >= 3);
        QFile::remove(rulesFile());
        QTRY_COMPARE(m_armed->rules.size(), shippedOn());
        put(kMine, atOnce);
        QTRY_VERIFY(isArmed("big"));
    }
    void aMistakeLeavesTheLastSoundRulesArmed() {
        put(kMine);
        start();
        put("[[rule]]\nid = \"big\"\nwhen = 'anyone buyz >= 50 SOL'\n");
        QTRY_VERIFY(!m_keeper->trouble().isEmpty());
        QVERIFY2(m_keeper->trouble().startsWith(QStringLiteral("rules.toml:3:16: ")),
                 qPrintable(m_keeper->trouble()));
        QVERIFY(isArmed("big") && isArmed("dev_dump"));
        QCOMPARE(m_keeper->rules().size(), 2 + core::alert::defaultRules()->rules.size());
        put("[[rule]");
        QTRY_VERIFY(m_keeper->trouble().startsWith(QStringLiteral("rules.toml:1:")));
        QVERIFY(isArmed("big"));
        put(kMine);
        QTRY_VERIFY(m_keeper->trouble().isEmpty());
    }
    void atTheStartTheSoundRulesOfAFileWithAMistakeAreArmed() {
        put(kMine + "[[rule]]\nid = \"bad\"\nwhen = 'nonsense'\n");
        start();
        QVERIFY(isArmed("big") && !isArmed("bad"));
        QVERIFY(m_keeper->trouble().startsWith(QStringLiteral("rules.toml:12:")));
    }
    void walletsWhoseAlertIsOnAreOneRule() {
        using namespace core::labels;
        start();
        const std::size_t before = m_keeper->rules().size();
        LabelBook book;
        Label wallet;
        wallet.key = {LabelKind::Wallet, core::Pubkey{test::walletOf(7)}};
        wallet.alerts = true;
        Label coin;
        coin.key = {LabelKind::Coin, core::Pubkey{test::mintOf(1)}};
        coin.alerts = true;
        // A group that has the list's name switches nothing.
        Label other;
        other.key = {LabelKind::Wallet, core::Pubkey{test::walletOf(8)}};
        other.group = "alerts";
        QVERIFY(book.put(std::vector{wallet, coin, other}, "three"));
        m_keeper->setLists(ui::listsOf(book));
        QCOMPARE(m_keeper->rules().size(), before + 1);
        const RuleState made = m_keeper->rules().back();
        QCOMPARE(made.origin, RuleState::Origin::Wallets);
        QVERIFY(made.on && made.isMade());
        QVERIFY(onDisk().isEmpty());
        // It cannot be switched off here, only where it was made.
        m_keeper->setOn(QString::fromStdString(made.rule.id), false);
        QVERIFY(m_keeper->rules().back().on);

        core::pipeline::EngineConfig config;
        config.rules = m_armed;
        config.watchlists = m_lists;
        core::pipeline::Engine engine{config};
        std::vector<core::Alert> alerts;
        engine.onAlert = [&](const core::Alert& alert) {
            if (alert.rule == made.rule.id) alerts.push_back(alert);
        };
        std::uint64_t number = 0;
        const auto trade = [&](core::Side side, std::uint64_t who, std::int64_t second) {
            core::Event event = test::tradeEvent(++number, 0, side, 1'000'000, 500'000'000, who, 1);
            event.at.blockTime = core::BlockTime{1'795'446'000 + second};
            engine.apply(event);
        };
        trade(core::Side::Buy, 8, 0);
        QVERIFY(alerts.empty());
        trade(core::Side::Buy, 7, 1);
        QCOMPARE(alerts.size(), std::size_t{1});
        QVERIFY2(alerts.front().text.find("of list alerts bought") != std::string::npos,
                 alerts.front().text.c_str());
        QCOMPARE(alerts.front().wallets, std::vector{test::walletOf(7)});
        // Pieces of one trade are one alert; later ones are another.
        trade(core::Side::Sell, 7, 5);
        QCOMPARE(alerts.size(), std::size_t{1});
        trade(core::Side::Sell, 7, 120);
        QCOMPARE(alerts.size(), std::size_t{2});
        QVERIFY(alerts.back().text.find("sold") != std::string::npos);

        wallet.alerts = false;
        QVERIFY(book.put(std::vector{wallet}, "off"));
        m_keeper->setLists(ui::listsOf(book));
        QCOMPARE(m_keeper->rules().size(), before);
    }
    void listsOfTheLabelsAreArmed() {
        put("[[rule]]\nid = \"friends\"\nwhen = 'wallet of list \"friends\" buys'\n");
        start();
        QVERIFY(!m_keeper->trouble().isEmpty());
        core::labels::LabelBook book;
        core::labels::Label label;
        label.key = {core::labels::LabelKind::Wallet, core::Pubkey{fake::wallet(3)}};
        label.group = "friends";
        core::labels::Label coin;
        coin.key = {core::labels::LabelKind::Coin, core::Pubkey{fake::mint(1)}};
        coin.watched = true;
        const std::vector labels{label, coin};
        QVERIFY(book.put(labels, "test"));
        m_keeper->setLists(ui::listsOf(book));
        QVERIFY(m_keeper->trouble().isEmpty());
        QVERIFY(isArmed("friends"));
        QCOMPARE(m_lists.at("friends").wallets, std::vector{fake::wallet(3)});
        QCOMPARE(m_lists.at("watched").mints, std::vector{fake::mint(1)});
        const int arms = m_arms;
        m_keeper->setLists(ui::listsOf(book));
        QCOMPARE(m_arms, arms);
    }
    void writingIsWholeAndNeverOverAnothersChange() {
        put(kMine);
        start();
        const std::string next = kMine.toStdString() + "# more\n";
        QVERIFY(m_keeper->write(next).isEmpty());
        QCOMPARE(onDisk(), QByteArray::fromStdString(next));
        // Somebody else is faster than the watcher.
        put("# theirs\n");
        QVERIFY(!m_keeper->write(kMine.toStdString()).isEmpty());
        QCOMPARE(onDisk(), QByteArray("# theirs\n"));
        QCOMPARE(m_keeper->text(), std::string("# theirs\n"));
        QVERIFY(m_keeper->write(kMine.toStdString()).isEmpty());
        QVERIFY(isArmed("big"));
    }
    // Half of a file must never be written back as the whole.
    void aFileThatIsTooLargeIsNotWritten() {
        const QByteArray large = kMine + QByteArray("# ") + QByteArray(1 << 20, 'x') + "\n";
        put(large);
        start();
        QVERIFY(!m_keeper->trouble().isEmpty());
        QVERIFY(!m_keeper->write("[[rule]]\nid = \"x\"\nwhen = 'anyone burns'\n").isEmpty());
        QCOMPARE(onDisk(), large);
    }
    void rulesOfAnotherFileComeSwitchedOff() {
        put(kMine);
        start();
        const QString other = m_folder->filePath(QStringLiteral("other.toml"));
        QFile file(other);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[[rule]]\nid = \"theirs\"   # why\nwhen = 'anyone mints'\n");
        file.close();
        const QString told = m_keeper->take(other);
        QVERIFY2(told.contains(QStringLiteral("switched off")), qPrintable(told));
        QVERIFY(!isArmed("theirs") && isArmed("big"));
        QVERIFY(onDisk().startsWith(kMine));
        QVERIFY(onDisk().contains("# why"));
        m_keeper->setOn(QStringLiteral("theirs"), true);
        QVERIFY(isArmed("theirs"));
        QVERIFY(m_keeper->take(m_folder->filePath(QStringLiteral("none.toml"))).contains(QStringLiteral("none")));
    }
    void linesOfChartsAreArmedUntilTheyAreTakenAway() {
        start();
        ui::DrawingBook book;
        ui::Drawing line;
        line.kind = ui::DrawingKind::AlertLine;
        line.unit = QStringLiteral("SOL");
        line.points[0] = {1.8e9, 1.25e-7};
        const auto first = book.add(line);
        line.points[0].price = 3.1234567891234e-13;
        book.add(line);
        line.unit.clear();
        book.add(line);
        const QString name = QStringLiteral("drawings-") + QString::fromStdString(fake::mint(1).base58());
        QSignalSpy said(m_keeper.get(), &ui::bridge::RuleDesk::said);
        m_keeper->takeDocument(name, book.toJson());
        QCOMPARE(said.count(), 1);  // the one without a unit
        QCOMPARE(m_armed->rules.size(), shippedOn() + 2);
        const core::alert::Rule rule = m_armed->rules[shippedOn()];
        QCOMPARE(rule.scope.mints, std::vector{fake::mint(1)});
        QCOMPARE(rule.kind, std::string("price_line"));
        // They are rules like all others: their text reads as what they are.
        QCOMPARE(core::alert::parseRules(core::alert::printRules(*m_armed)).set, *m_armed);
        // The same document again arms nothing anew, the next start reads the folder.
        const int arms = m_arms;
        m_keeper->takeDocument(name, book.toJson());
        QCOMPARE(m_arms, arms);
        app::ChartFileStore store(m_folder->path());
        QVERIFY(store.write(name, book.toJson()));
        start();
        m_keeper->readLines(m_folder->path());
        QCOMPARE(m_armed->rules.size(), shippedOn() + 2);
        QCOMPARE(m_armed->rules[shippedOn()].id, rule.id);
        book.remove(*first);
        m_keeper->takeDocument(name, book.toJson());
        QCOMPARE(m_armed->rules.size(), shippedOn() + 1);
        m_keeper->takeDocument(name, ui::DrawingBook{}.toJson());
        QCOMPARE(m_armed->rules.size(), shippedOn());
    }
};

QTEST_MAIN(TstRuleKeeper)
#include "tst_rule_keeper.moc"
