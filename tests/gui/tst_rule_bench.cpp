// SPDX-License-Identifier: GPL-3.0-or-later
// The rule bench: blocks and text of every rule the language has, the file it writes, and back-tests beside it.
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
// First: Qt takes "slots" for a word of its own.
#include "tests/support/sim_frames.h"

#include "app/backtest_runner.h"
#include "app/rule_keeper.h"
#include "core/alert/condition_text.h"
#include "core/alert/default_rules.h"
#include "tests/support/rule_maker.h"
#include "tests/support/seed.h"
#endif

#include "ui/rules/backtest_pane.h"
#include "ui/rules/backtest_text.h"
#include "ui/rules/block_editor.h"
#include "ui/rules/leaf_editor.h"
#include "ui/rules/rule_bench.h"
#include "ui/rules/rule_form.h"
#include "ui/rules/rule_text_edit.h"
#include "ui/theme/style.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

#include <algorithm>

using namespace ui;
using core::alert::Condition;
using core::alert::Rule;

namespace {

const QByteArray kMine =
    "# mine\nformat = 1\n\n[[rule]]\nid = \"big\"   # keep\ntitle = \"Big buys\"\nversion = 3\nwhen = 'anyone buys "
    ">= 50 SOL'   # why\n";

}  // namespace

class TstRuleBench : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<app::RuleKeeper> m_keeper;
    std::unique_ptr<app::BacktestRunner> m_runner;
    std::unique_ptr<RuleBench> m_bench;
    std::shared_ptr<const core::alert::RuleSet> m_armed;

    QString path(const char* name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    QByteArray onDisk() const {
        QFile file(path("rules.toml"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    template <class Widget>
    Widget* find(const char* name) const {
        auto* out = m_bench->findChild<Widget*>(QString::fromLatin1(name));
        if (!out) qFatal("no %s", name);
        return out;
    }
    const Rule* armed(const std::string& id) const {
        for (const Rule& rule : m_armed->rules)
            if (rule.id == id && rule.armed) return &rule;
        return nullptr;
    }
    Rule shown() const {
        if (!m_bench->draft().rule()) qFatal("%s", m_bench->draft().text().c_str());
        return *m_bench->draft().rule();
    }
    void typeText(const QByteArray& text) const {
        find<RuleTextEdit>("ruleText")->setPlainText(QString::fromUtf8(text));
    }
    void undo() const { find<QAction>("benchUndo")->trigger(); }
    /// Chooses what stands in a box as a person does.
    static void choose(QComboBox* box, int at) {
        box->setCurrentIndex(at);
        emit box->activated(at);
    }
    void openBench() {
        m_bench.reset();
        m_keeper = std::make_unique<app::RuleKeeper>(path("rules.toml"), path("window.ini"));
        m_keeper->setArm([this](std::shared_ptr<const core::alert::RuleSet> set, core::alert::Watchlists) {
            m_armed = std::move(set);
        });
        m_runner = std::make_unique<app::BacktestRunner>(path("db.sqlite").toStdString(), std::nullopt,
                                                         std::filesystem::path{});
        m_bench = std::make_unique<RuleBench>(*m_keeper, path("window.ini"));
        m_bench->backtest().setDesk(*m_runner);
        m_bench->show();
    }

private slots:
    void initTestCase() { theme::applyStyle(*qApp); }
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        QFile file(path("rules.toml"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(kMine);
        file.close();
        openBench();
    }
    void cleanup() {
        m_bench.reset();
        m_runner.reset();
        m_keeper.reset();
    }

    // Every condition has blocks, and the blocks say the same in the words that the parser reads.
    void blocksSayWhatTheRuleSays() {
        std::mt19937_64 random{test::printedSeed(7)};
        test::RuleMaker maker{random};
        for (std::size_t i = 0; i < 2'000; ++i) {
            const Condition when = maker.rule(i).when;
            const auto again = conditionOf(blockOf(when));
            QVERIFY(again && *again == when);
        }
    }
    // The same through the widgets: what every field says is put into words and read again.
    void fieldsSayWhatTheRuleSays() {
        std::mt19937_64 random{test::printedSeed(8)};
        test::RuleMaker maker{random};
        for (std::size_t i = 0; i < 60; ++i) {
            const Condition when = maker.rule(i).when;
            BlockEditor blocks;
            blocks.setCondition(when);
            QVERIFY(blocks.condition() == when);
            for (const LeafEditor* leaf : blocks.findChildren<LeafEditor*>()) {
                if (leaf->parentWidget() == nullptr || !leaf->isVisibleTo(&blocks)) continue;
                const auto read = core::alert::parseCondition(leaf->words());
                const auto* condition = std::get_if<Condition>(&read);
                QVERIFY2(condition != nullptr, leaf->words().c_str());
                QVERIFY2(*condition == leaf->condition(), leaf->words().c_str());
            }
        }
    }
    void formSaysWhatTheRuleSays() {
        std::mt19937_64 random{test::printedSeed(9)};
        test::RuleMaker maker{random};
        RuleForm form;
        for (std::size_t i = 0; i < 300; ++i) {
            const Rule rule = maker.rule(i);
            form.setRule(rule);
            QVERIFY2(form.trouble().isEmpty(), qPrintable(form.trouble()));
            Rule bare;
            bare.when = rule.when;
            bare.version = rule.version;
            bare.armed = rule.armed;
            QCOMPARE(form.applied(bare), rule);
        }
    }
    void shippedRulesAreShownAsTheyAreWritten() {
        for (const Rule& rule : core::alert::defaultRules()->rules) {
            m_bench->openRule(QString::fromStdString(rule.id));
            QCOMPARE(shown(), rule);
            QVERIFY(!m_bench->draft().changed());
        }
    }
    void groupsAreBuiltByHand() {
        m_bench->openRule(QStringLiteral("big"));
        QTest::mouseClick(find<QToolButton>("blockAdd"), Qt::LeftButton);
        QCOMPARE(std::get<core::alert::AllOf>(shown().when.is).of.size(), std::size_t{2});
        choose(find<QComboBox>("blockKind"), 1);
        QCOMPARE(std::get<core::alert::AnyOf>(shown().when.is).of.size(), std::size_t{2});
        QTest::mouseClick(find<QToolButton>("blockAddGroup"), Qt::LeftButton);
        // A group of one says what it holds.
        QCOMPARE(std::get<core::alert::AnyOf>(shown().when.is).of.size(), std::size_t{3});
        QVERIFY(m_bench->draft().text().find(" or dev or linked wallet sells") != std::string::npos);
        // The comments of the user are still there.
        QVERIFY(m_bench->draft().text().find("# why") != std::string::npos);
        for (int i = 0; i < 3; ++i) undo();
        QVERIFY(!m_bench->draft().changed());
        QVERIFY(std::holds_alternative<core::alert::Activity>(shown().when.is));
        find<QAction>("benchRedo")->trigger();
        QVERIFY(m_bench->draft().changed());
    }
    void notIsABlockOfItsOwn() {
        m_bench->openRule(QStringLiteral("big"));
        QTest::mouseClick(find<QToolButton>("blockAdd"), Qt::LeftButton);
        const auto nots = m_bench->findChildren<QToolButton*>(QStringLiteral("blockNot"));
        QToolButton* last = nullptr;
        for (QToolButton* each : nots)
            if (each->isVisible()) last = each;
        QTest::mouseClick(last, Qt::LeftButton);
        const Rule rule = shown();
        const auto& all = std::get<core::alert::AllOf>(rule.when.is);
        QVERIFY(std::holds_alternative<core::alert::NotThat>(all.of.back().is));
    }
    void aFieldThatIsNotSoundYetChangesNothing() {
        m_bench->openRule(QStringLiteral("big"));
        const std::string before = m_bench->draft().text();
        auto* number = find<QLineEdit>("leafNumber");
        number->selectAll();
        QTest::keyClicks(number, QStringLiteral("abc"));
        QCOMPARE(m_bench->draft().text(), before);
        QVERIFY(find<QLabel>("benchNote")->isVisible());
        QVERIFY(!find<QPushButton>("benchArm")->isEnabled());
        number->selectAll();
        QTest::keyClicks(number, QStringLiteral("60"));
        QVERIFY(m_bench->draft().text().find(">= 60 SOL'   # why") != std::string::npos);
        QVERIFY(!find<QLabel>("benchNote")->isVisible());
    }
    void theTextLeadsTheBlocks() {
        m_bench->openRule(QStringLiteral("big"));
        typeText("[[rule]]\nid = \"big\"\nwhen = 'anyone sellz'\n");
        QVERIFY(!m_bench->draft().rule());
        auto* problems = find<QListWidget>("benchProblems");
        QVERIFY(problems->isVisible());
        QVERIFY2(problems->item(0)->text().startsWith(QStringLiteral("Line 3, column 16: ")),
                 qPrintable(problems->item(0)->text()));
        QVERIFY(!find<BlockEditor>("blocks")->isEnabled());
        QVERIFY(!find<QPushButton>("benchArm")->isEnabled());
        emit problems->itemActivated(problems->item(0));
        QCOMPARE(find<RuleTextEdit>("ruleText")->textCursor().blockNumber(), 2);
        QCOMPARE(find<RuleTextEdit>("ruleText")->textCursor().positionInBlock(), 15);
        typeText("[[rule]]\nid = \"big\"\nwhen = '3 wallets sell within 5m'\n");
        QVERIFY(find<BlockEditor>("blocks")->isEnabled());
        QVERIFY(!problems->isVisible());
        QCOMPARE(find<BlockEditor>("blocks")->condition(), std::optional{shown().when});
    }
    void armingWritesTheRuleAndNothingElse() {
        m_bench->openRule(QStringLiteral("big"));
        QVERIFY(!find<QPushButton>("benchArm")->isEnabled());  // it is armed as it stands
        auto* number = find<QLineEdit>("leafNumber");
        number->selectAll();
        QTest::keyClicks(number, QStringLiteral("75"));
        QCOMPARE(onDisk(), kMine);  // not before the button
        QCOMPARE(find<QPushButton>("benchArm")->text(), QStringLiteral("Arm version 4"));
        QTest::mouseClick(find<QPushButton>("benchArm"), Qt::LeftButton);
        QByteArray wanted = kMine;
        wanted.replace(">= 50 SOL", ">= 75 SOL").replace("version = 3", "version = 4");
        QCOMPARE(onDisk(), wanted);
        QCOMPARE(armed("big")->version, 4U);
        QVERIFY(!m_bench->draft().changed());
    }
    void savingLeavesItOff() {
        m_bench->openRule(QStringLiteral("big"));
        auto* number = find<QLineEdit>("leafNumber");
        number->selectAll();
        QTest::keyClicks(number, QStringLiteral("75"));
        QTest::mouseClick(find<QPushButton>("benchSave"), Qt::LeftButton);
        QVERIFY(onDisk().contains("armed = false"));
        QVERIFY(armed("big") == nullptr);
        QTest::mouseClick(find<QPushButton>("benchArm"), Qt::LeftButton);
        QVERIFY(armed("big") != nullptr);
    }
    void aChangedShippedRuleGoesIntoTheUsersFile() {
        m_bench->openRule(QStringLiteral("dev_dump"));
        auto* number = find<QLineEdit>("leafNumber");
        number->selectAll();
        QTest::keyClicks(number, QStringLiteral("0.9"));
        QTest::mouseClick(find<QPushButton>("benchArm"), Qt::LeftButton);
        QVERIFY(onDisk().startsWith(kMine));
        QCOMPARE(armed("dev_dump")->version, 2U);
        m_bench->remove();
        QCOMPARE(onDisk(), kMine);
        QCOMPARE(armed("dev_dump")->version, 1U);
    }
    void aNewRuleIsWrittenWhereThereIsNoFile() {
        QFile::remove(path("rules.toml"));
        openBench();
        m_bench->newRule();
        auto* title = find<QLineEdit>("ruleTitle");
        title->selectAll();
        QTest::keyClicks(title, QStringLiteral("Mine"));
        m_bench->arm();
        QVERIFY(onDisk().startsWith("format = 1\n"));
        QCOMPARE(armed("my-rule-1")->title, std::string("Mine"));
        // One of the same id is refused, and what was typed stays.
        m_bench->newRule();
        auto* id = find<QLineEdit>("ruleId");
        id->selectAll();
        QTest::keyClicks(id, QStringLiteral("my-rule-1"));
        const QByteArray before = onDisk();
        m_bench->arm();
        QCOMPARE(onDisk(), before);
        QVERIFY(find<QLabel>("benchSaid")->text().contains(QStringLiteral("already")));
        QCOMPARE(shown().id, std::string("my-rule-1"));
    }
    void whatWasChangedIsKeptWhileAnotherIsLookedAt() {
        m_bench->openRule(QStringLiteral("big"));
        auto* number = find<QLineEdit>("leafNumber");
        number->selectAll();
        QTest::keyClicks(number, QStringLiteral("75"));
        const std::string text = m_bench->draft().text();
        m_bench->openRule(QStringLiteral("dev_dump"));
        QVERIFY(!m_bench->draft().changed());
        m_bench->openRule(QStringLiteral("big"));
        QCOMPARE(m_bench->draft().text(), text);
        undo();
        QVERIFY(!m_bench->draft().changed());
    }
    void whatIsUnfinishedIsThereAgain() {
        m_bench->openRule(QStringLiteral("big"));
        auto* number = find<QLineEdit>("leafNumber");
        number->selectAll();
        QTest::keyClicks(number, QStringLiteral("75"));
        const std::string big = m_bench->draft().text();
        m_bench->newRule();
        auto* title = find<QLineEdit>("ruleTitle");
        title->selectAll();
        QTest::keyClicks(title, QStringLiteral("Half a rule"));
        const std::string fresh = m_bench->draft().text();
        m_bench->openRule(QStringLiteral("dev_dump"));
        openBench();  // as after a restart, or with other colours
        m_bench->openRule(QStringLiteral("big"));
        QCOMPARE(m_bench->draft().text(), big);
        m_bench->newRule();
        QCOMPARE(m_bench->draft().text(), fresh);
        QTest::mouseClick(find<QPushButton>("benchRevert"), Qt::LeftButton);
        QVERIFY(!m_bench->draft().changed());
        m_bench->openRule(QStringLiteral("dev_dump"));
        m_bench->newRule();
        QVERIFY(m_bench->draft().text() != fresh);
        QCOMPARE(onDisk(), kMine);
    }
    void switchesAreInTheList() {
        auto* list = find<QTableView>("benchList");
        QVERIFY(armed("big") != nullptr);
        QVERIFY(list->model()->setData(list->model()->index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(armed("big") == nullptr);
        QCOMPARE(onDisk(), kMine);
    }
    void theWholeFileIsText() {
        m_bench->openFile();
        QVERIFY(!find<BlockEditor>("blocks")->isVisible());
        QVERIFY(find<QLabel>("benchNote")->isVisible());
        QCOMPARE(m_bench->draft().text(), kMine.toStdString());
        typeText(kMine + "[list.x]\nwallets = []\n");
        m_bench->arm();
        QVERIFY(onDisk().endsWith("[list.x]\nwallets = []\n"));
    }
    void everyControlHasAName() {
        m_bench->openRule(QStringLiteral("cabal_on_watched"));
        for (const QWidget* widget : m_bench->findChildren<QWidget*>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus) continue;
            // Parts of other widgets.
            if (widget->objectName().startsWith(QStringLiteral("qt_")) ||
                qobject_cast<const QComboBox*>(widget->parentWidget()) != nullptr)
                continue;
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button != nullptr && button->text().size() > 1),
                     qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(widget->metaObject()->className()),
                                                            widget->objectName())));
        }
    }
    // The pane shows what the same run says by itself.
    void aBackTestIsThatOfTheCommandLine() {
        core::sim::MarketOptions options;
        options.scenario = "busy";
        options.tradesPerSecond = 20;
        options.durationSeconds = 1'000;
        const QString recording = path("market.jsonl");
        QFile file(recording);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write((test::kCaptureHeader + '\n').c_str());
        for (const auto& one : test::simTransactions(options))
            file.write((test::captureLine(test::logsFrame(one)) + '\n').c_str());
        file.close();
        m_bench->newRule();
        typeText(
            "[[rule]]\nid = \"sells\"\nversion = 5\ncool_down = \"1m\"\nwhen = 'anyone sells >= 1% of supply'\n");
        m_bench->backtest().addRecordings({recording});
        QSignalSpy done(m_runner.get(), &bridge::BacktestDesk::finished);
        QTest::mouseClick(find<QPushButton>("backtestRun"), Qt::LeftButton);
        QCOMPARE(find<QPushButton>("backtestRun")->text(), QStringLiteral("Cancel"));
        QTRY_COMPARE_WITH_TIMEOUT(done.count(), 1, 120'000);
        const auto shownResult = m_bench->backtest().result();
        core::backtest::Options same;
        auto set = std::make_shared<core::alert::RuleSet>();
        set->rules = {shown()};
        same.rules = set;
        same.inputs = {recording.toStdString()};
        const auto expected = core::backtest::run(same);
        QVERIFY(expected);
        QVERIFY(!expected->cases.empty());
        std::string a;
        std::string b;
        core::backtest::appendBacktestJson(*expected, same, a);
        core::backtest::appendBacktestJson(*shownResult, same, b);
        QCOMPARE(b, a);
        auto* examples = find<QTreeWidget>("backtestExamples");
        QCOMPARE(examples->topLevelItemCount(),
                 static_cast<int>(std::min<std::size_t>(1'000, expected->cases.size())));
        const auto lines = backtestLines(expected->rules.front(), *expected, false);
        auto* figures = find<QTreeWidget>("backtestFigures");
        QCOMPARE(figures->topLevelItemCount(), static_cast<int>(lines.size()) + 1);
        QCOMPARE(figures->topLevelItem(1)->text(1), lines.front().value);
        // The list says how often it would fire.
        QSignalSpy replay(&m_bench->backtest(), &BacktestPane::replayAsked);
        emit examples->itemActivated(examples->topLevelItem(0), 0);
        QCOMPARE(replay.count(), 1);
        QCOMPARE(replay[0][0].toString(), recording);
        QCOMPARE(core::alertKey(replay[0][1].value<core::Alert>()), core::alertKey(expected->cases.front().alert));
    }
    void aRunCanBeCancelled() {
        core::sim::MarketOptions options;
        options.tradesPerSecond = 40;
        options.durationSeconds = 300;
        QFile file(path("long.jsonl"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write((test::kCaptureHeader + '\n').c_str());
        const auto transactions = test::simTransactions(options);
        for (int again = 0; again < 3; ++again)
            for (const auto& one : transactions)
                file.write((test::captureLine(test::logsFrame(one)) + '\n').c_str());
        file.close();
        m_bench->openRule(QStringLiteral("big"));
        m_bench->backtest().addRecordings({file.fileName()});
        QSignalSpy failed(m_runner.get(), &bridge::BacktestDesk::failed);
        m_bench->backtest().run();
        m_bench->backtest().cancel();
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 60'000);
        QVERIFY(failed[0][0].toString().isEmpty());
        QCOMPARE(find<QPushButton>("backtestRun")->text(), QStringLiteral("Run"));
        QVERIFY(m_bench->backtest().result() == nullptr);
    }
    void aFileThatIsNoRecordingIsToldAndLeavesTheBenchAlive() {
        QFile file(path("none.jsonl"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"what\":1}\n");
        file.close();
        m_bench->openRule(QStringLiteral("big"));
        m_bench->backtest().addRecordings({file.fileName()});
        m_bench->backtest().run();
        QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("backtestRun")->text() == QStringLiteral("Run"), 60'000);
        QVERIFY(!find<QLabel>("backtestState")->text().isEmpty());
    }
};

QTEST_MAIN(TstRuleBench)
#include "tst_rule_bench.moc"
