// SPDX-License-Identifier: GPL-3.0-or-later
// The boards: cards and their chips, filters, blocked coins, the table.
#include "fake_market.h"
#include "ui/models/board_model.h"
#include "ui/models/board_presets.h"
#include "ui/models/board_table_model.h"
#include "ui/models/card_chips.h"
#include "ui/theme/style.h"
#include "ui/views/board_column.h"
#include "ui/views/board_filter_dialog.h"
#include "ui/views/board_view.h"
#include "ui/views/data_table.h"
#include "ui/views/main_window.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAction>
#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <random>

using namespace ui;
using core::pipeline::BoardCondition;
using core::pipeline::BoardFigure;
using core::pipeline::BoardFilter;
using core::pipeline::FlagRef;
using core::pipeline::Mode;
using core::pipeline::Stage;

class TstBoard : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_settings;
    std::unique_ptr<fake::Host> m_host;
    std::unique_ptr<MainWindow> m_window;

    template <class Widget>
    Widget* find(const char* name) const {
        auto* out = m_window->findChild<Widget*>(QString::fromLatin1(name));
        if (!out) qFatal("no %s", name);
        return out;
    }
    QString settingsFile() const { return m_settings->filePath(QStringLiteral("window.ini")); }
    BoardView& board() const { return *find<BoardView>("board"); }
    BoardColumn& newColumn() const { return board().column(Stage::New); }
    void publish(core::pipeline::Snapshot snapshot) {
        m_host->publish(std::move(snapshot));
        m_window->refresh();
    }
    void openWindow() {
        m_window = std::make_unique<MainWindow>(*m_host, settingsFile());
        m_window->resize(1600, 900);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_host->run(Mode::Live);
        m_window->refresh();
    }
    static core::pipeline::Snapshot coins(std::initializer_list<std::uint32_t> numbers) {
        auto out = fake::snapshot();
        for (const std::uint32_t number : numbers) {
            out.fresh.push_back(fake::token(number, "T" + std::to_string(number)));
            out.fresh.back().trades = 2;
        }
        out.freshCount = out.fresh.size();
        return out;
    }
    void clickChip(int row, const char* chip) {
        auto* list = find<QListView>("newList");
        QTest::qWait(0);
        const QRect box = newColumn().chipRect(row, QString::fromLatin1(chip));
        QVERIFY2(!box.isEmpty(), chip);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, box.center());
    }
    QAction* filterAction(const QString& text) {
        auto* menu = find<QMenu>("newFilterMenu");
        emit menu->aboutToShow();
        for (QAction* action : menu->actions())
            if (action->text() == text) return action;
        qFatal("no action %s", qPrintable(text));
    }

private slots:
    void initTestCase() { theme::applyStyle(*qApp); }
    void init() {
        m_settings = std::make_unique<QTemporaryDir>();
        m_host = std::make_unique<fake::Host>();
        openWindow();
    }
    void cleanup() {
        m_window.reset();
        m_host.reset();
    }

    void aChipOpensItsEvidenceAndTheCardTheCoin() {
        publish(coins({3, 1}));
        QSignalSpy flags(&board(), &BoardView::flagChosen);
        QSignalSpy tokens(&board(), &BoardView::tokenChosen);
        clickChip(0, "cluster");
        QCOMPARE(flags.size(), 1);
        QCOMPARE(flags[0][0].value<FlagRef>(), (FlagRef{"cabal", fake::mint(3), {}}));
        QCOMPARE(tokens.size(), 0);
        QCOMPARE(m_host->interest.flag, std::optional(FlagRef{"cabal", fake::mint(3), {}}));
        auto* list = find<QListView>("newList");
        const QRect card = list->visualRect(list->model()->index(1, 0));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, card.topLeft() + QPoint(20, 12));
        QCOMPARE(tokens.size(), 1);
        QCOMPARE(m_host->interest.selected, std::optional(fake::mint(1)));
    }
    void aChipWithoutAStatementOpensTheCoin() {
        auto snapshot = coins({1});
        auto bare = std::make_shared<core::pipeline::CoinCard>();
        bare->sniper.held = 0.0;
        snapshot.fresh[0].card = bare;
        publish(snapshot);
        QSignalSpy tokens(&board(), &BoardView::tokenChosen);
        clickChip(0, "sniper");
        QCOMPARE(tokens.size(), 1);
    }
    void aPressWithoutTheMouseMeansTheCardWhateverTheMousePressedBefore() {
        publish(coins({1}));
        QSignalSpy flags(&board(), &BoardView::flagChosen);
        QSignalSpy tokens(&board(), &BoardView::tokenChosen);
        clickChip(0, "rat");
        QCOMPARE(flags.size(), 1);
        auto* list = QAccessible::queryAccessibleInterface(find<QListView>("newList"));
        QVERIFY(list && list->child(0) && list->child(0)->actionInterface());
        list->child(0)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QTRY_COMPARE(tokens.size(), 1);
        QCOMPARE(flags.size(), 1);
        QCOMPARE(m_host->interest.selected, std::optional(fake::mint(1)));
    }
    void keysOpenBlockAndShowEvidence() {
        publish(coins({3, 1, 2}));
        auto* list = find<QListView>("newList");
        list->setFocus();
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_J);
        QTest::keyClick(list, Qt::Key_J);
        QTest::keyClick(list, Qt::Key_K);
        QCOMPARE(list->currentIndex().row(), 1);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(m_host->interest.selected, std::optional(fake::mint(1)));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_E);
        QVERIFY(m_host->interest.flag && m_host->interest.flag->mint == fake::mint(1));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_X);
        QCOMPARE(m_host->interest.blocked, std::vector{fake::mint(1)});
        QVERIFY(find<QWidget>("boardUndo")->isVisible());
        find<QToolButton>("boardUndoButton")->click();
        QVERIFY(m_host->interest.blocked.empty());
        QVERIFY(!find<QWidget>("boardUndo")->isVisible());
    }
    void aLongPressBlocksAndIsNoClick() {
        publish(coins({1}));
        auto* viewport = find<QListView>("newList")->viewport();
        QSignalSpy tokens(&board(), &BoardView::tokenChosen);
        QTest::mousePress(viewport, Qt::LeftButton, {}, QPoint(20, 12));
        QTRY_COMPARE(m_host->interest.blocked, std::vector{fake::mint(1)});
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, QPoint(20, 12));
        QCOMPARE(tokens.size(), 0);
    }
    void unknownIsNeverZero() {
        core::pipeline::TokenRow row = fake::token(1, "T1");
        auto card = std::make_shared<core::pipeline::CoinCard>();
        card->rat.below = 0.05;
        card->dev.held = 0.004;
        row.card = card;
        row.top10Share.reset();
        QStringList texts;
        for (const CardChip& chip : cardChips(row, 5)) {
            texts << chip.text;
            QVERIFY(!chip.toolTip.isEmpty());
            QCOMPARE(chip.danger, 0);
        }
        QVERIFY2(texts.contains(QStringLiteral("Rat <5%")), qPrintable(texts.join(u'|')));
        QVERIFY(texts.contains(QStringLiteral("Dev <1%")));
        QVERIFY(texts.filter(QStringLiteral("0%")).isEmpty());
        QVERIFY(texts.first().startsWith(QStringLiteral("Sn ")));
    }
    void chipsTellRuleDenominatorAndMoment() {
        const auto row = fake::token(3, "T3");
        for (const CardChip& chip : cardChips(row, 371'204'882)) {
            if (chip.id == QStringLiteral("copy") || chip.id == QStringLiteral("record")) continue;
            QVERIFY2(chip.toolTip.contains(QStringLiteral("supply")), qPrintable(chip.id));
            if (chip.flag) QVERIFY2(chip.toolTip.contains(QStringLiteral("as of slot")), qPrintable(chip.id));
        }
        QCOMPARE(copyText(*fake::token(4, "T4").card), QStringLiteral("copy of 3m older"));
        QCOMPARE(copyText(*row.card), QStringLiteral("original of 3"));
        QCOMPARE(devRecordText(row), QStringLiteral("3/4"));
    }
    void filtersArePresetsOfTheColumn() {
        publish(coins({1, 2}));
        QVERIFY(m_host->interest.boards[0].filter.empty());
        filterAction(QStringLiteral("Strict"))->trigger();
        const BoardFilter& strict = m_host->interest.boards[0].filter;
        QVERIFY(!strict.unknownPasses);
        QVERIFY(std::find(strict.conditions.begin(), strict.conditions.end(),
                          BoardCondition{BoardFigure::Rat, std::nullopt, 0.05}) != strict.conditions.end());
        QVERIFY(m_host->interest.boards[1].filter.empty());
        QVERIFY(find<QToolButton>("newFilter")->text().startsWith(QStringLiteral("Strict")));
    }
    void whatIsHiddenIsCountedAndAnEmptyColumnSaysWhatToDo() {
        auto snapshot = coins({1});
        snapshot.tallies[0] = {412, 1, 400, 30, 11};
        publish(snapshot);
        QCOMPARE(find<QLabel>("newCount")->text(), QStringLiteral("1 · 411 hidden"));
        QVERIFY(find<QLabel>("newCount")->toolTip().contains(QStringLiteral("30 of them only because")));
        auto none = fake::snapshot();
        none.tallies[0] = {412, 0, 400, 30, 12};
        publish(none);
        QVERIFY(find<QLabel>("newHint")->isVisible());
        QVERIFY(find<QLabel>("newHint")->text().contains(QStringLiteral("Choose another filter")));
    }
    void theDialogEditsEveryBoundAndRefusesWhatIsNone() {
        BoardPresets presets;
        BoardFilterDialog dialog(presets.find(QStringLiteral("strict")));
        QSignalSpy kept(&dialog, &BoardFilterDialog::kept);
        const auto edit = [&](const char* name) { return dialog.findChild<QLineEdit*>(QString::fromLatin1(name)); };
        QCOMPARE(edit("most_top_10")->text(), QStringLiteral("20"));
        auto* saveNew = dialog.findChild<QPushButton*>(QStringLiteral("filterSaveNew"));
        // What comes with the program stays as it is.
        QVERIFY(!dialog.findChild<QPushButton*>(QStringLiteral("filterSave")));
        edit("least_market_cap_dollars")->setText(QStringLiteral("5k"));
        edit("most_market_cap_dollars")->setText(QStringLiteral("1.5M"));
        edit("least_age")->setText(QStringLiteral("2"));
        edit("filterWords")->setText(QStringLiteral("cat, dog ,"));
        QVERIFY(saveNew->isEnabled());
        edit("most_age")->setText(QStringLiteral("1"));
        QVERIFY(!saveNew->isEnabled());
        edit("most_age")->setText(QStringLiteral("ten"));
        QVERIFY(!saveNew->isEnabled());
        QVERIFY(!dialog.findChild<QLabel*>(QStringLiteral("filterWrong"))->text().isEmpty());
        edit("most_age")->clear();
        edit("filterName")->setText(QStringLiteral("Cats"));
        saveNew->click();
        QCOMPARE(kept.size(), 1);
        const auto filter = dialog.filter();
        const auto has = [&](BoardCondition wanted) {
            return std::find(filter.conditions.begin(), filter.conditions.end(), wanted) != filter.conditions.end();
        };
        QVERIFY(has({BoardFigure::MarketCapDollars, 5'000, 1'500'000}));
        QVERIFY(has({BoardFigure::Age, 120, std::nullopt}));
        QVERIFY(has({BoardFigure::Top10, std::nullopt, 0.2}));
        QCOMPARE(filter.words, (std::vector<std::string>{"cat", "dog"}));
    }
    void presetsSurviveAFileAndHostileFilesChangeNothing() {
        BoardPresets first;
        BoardFilter filter;
        filter.conditions = {{BoardFigure::Cluster, std::nullopt, 0.125}, {BoardFigure::Age, 60, 600}};
        filter.unknownPasses = false;
        filter.withoutWords = {"rug"};
        QVERIFY(!first.add(QStringLiteral("Mine too"), filter).isEmpty());
        first.change(QStringLiteral("mine"), QStringLiteral("Mine"), filter);
        QString error;
        BoardPresets second;
        QCOMPARE(second.addJson(first.toJson(), error), 2);
        QCOMPARE(second.all(), first.all());
        const auto before = second.all();
        const char* hostile[] = {
            "",
            "{",
            "[]",
            R"({"schema":"other","filters":[]})",
            R"({"schema":"cabalscope.board-filters/1","filters":[{"name":"a","conditions":[{"figure":"age"}]}]})",
            R"({"schema":"cabalscope.board-filters/1","filters":[{"name":"a","conditions":[{"figure":"no","least":1}]}]})",
            R"({"schema":"cabalscope.board-filters/1","filters":[{"name":"a","conditions":[{"figure":"age","least":2,"most":1}]}]})",
            R"({"schema":"cabalscope.board-filters/1","filters":[{"name":"a","conditions":[{"figure":"age","least":"1"}]}]})",
            R"({"schema":"cabalscope.board-filters/1","filters":[{"name":"ok","conditions":[]},{"name":" ","conditions":[]}]})",
            R"({"schema":"cabalscope.board-filters/1","filters":[{"name":"a","words":[7]}]})"};
        for (const char* text : hostile) {
            error.clear();
            QCOMPARE(second.addJson(text, error), 0);
            QVERIFY2(!error.isEmpty() || QByteArray(text) == "[]", text);
            QCOMPARE(second.all(), before);
        }
        // Names cannot fill the menu or carry marks that turn text around.
        QCOMPARE(
            second.addJson(QStringLiteral(R"({"schema":"cabalscope.board-filters/1","filters":[{"name":"%1"}]})")
                               .arg(QString(300, u'x') + QChar(0x202e))
                               .toUtf8(),
                           error),
            1);
        QVERIFY(second.all().back().name.size() <= BoardPresets::kLongestName);
    }
    void theTableIsOneSwitchAwayAndItsHeadsSortInTheEngine() {
        publish(coins({1, 2}));
        QVERIFY(!m_host->interest.table);
        find<QToolButton>("boardTable")->click();
        QVERIFY(m_host->interest.table.has_value());
        auto snapshot = coins({1, 2, 3});
        snapshot.table = snapshot.fresh;
        snapshot.tableTally = {3, 3, 0, 0, 0};
        publish(snapshot);
        DataTable& table = board().table();
        auto& model = static_cast<BoardTableModel&>(table.table());
        QCOMPARE(model.rowCount(), 3);
        const int column = model.columnOf(BoardFigure::Volume5m);
        emit table.horizontalHeader()->sectionClicked(column);
        QCOMPARE(m_host->interest.table->sort, std::optional{BoardFigure::Volume5m});
        QVERIFY(!m_host->interest.table->ascending);
        emit table.horizontalHeader()->sectionClicked(column);
        QVERIFY(m_host->interest.table->ascending);
        emit table.horizontalHeader()->sectionClicked(column);
        QVERIFY(!m_host->interest.table->sort);
        const int chip = model.columnOf(BoardFigure::Sniper);
        emit table.clicked(model.index(0, chip));
        QCOMPARE(m_host->interest.flag->kind, std::string("sniper"));
        QVERIFY(m_host->interest.selected.has_value());
    }
    void everyFigureOfTheTableHasTextAndOrder() {
        BoardTableModel model;
        auto snapshot = std::make_shared<core::pipeline::Snapshot>(coins({1, 2, 3, 4, 5}));
        snapshot->table = snapshot->fresh;
        snapshot->table.push_back(fake::bareToken(9));
        model.show(snapshot);
        for (int column = 0; column < model.columnCount(); ++column) {
            QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
            model.sort(column, Qt::DescendingOrder);
            QCOMPARE(model.rowCount(), 6);
            for (int row = 0; row < model.rowCount(); ++row)
                (void)model.data(model.index(row, column), Qt::DisplayRole);
        }
        // What is not known comes last, whichever way.
        const int top = model.columnOf(BoardFigure::Top10);
        for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            model.sort(top, order);
            QCOMPARE(model.row(5).mint, fake::mint(9));
        }
    }
    void modelsKeepTheirPromisesWhileCoinsComeAndGo() {
        BoardModel cards;
        BoardTableModel table;
        const QAbstractItemModelTester first(&cards, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester second(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        std::mt19937 random(20261129);
        for (int step = 0; step < 150; ++step) {
            auto snapshot = std::make_shared<core::pipeline::Snapshot>(fake::snapshot());
            std::vector<std::uint32_t> numbers(1 + random() % 25);
            for (auto& number : numbers) number = static_cast<std::uint32_t>(1 + random() % 40);
            for (const auto number : numbers) {
                snapshot->fresh.push_back(fake::token(number, "T" + std::to_string(number)));
                snapshot->fresh.back().version = static_cast<std::uint64_t>(step / 3);
            }
            snapshot->table = snapshot->fresh;
            cards.setFrozen(random() % 3 == 0);
            table.setFrozen(random() % 3 == 0);
            if (random() % 10 == 0) table.sort(static_cast<int>(random() % 20), Qt::AscendingOrder);
            cards.show(snapshot, snapshot->fresh);
            table.show(snapshot);
        }
    }
    void everythingIsThereAgainAfterARestart() {
        publish(coins({3}));
        filterAction(QStringLiteral("Safe"))->trigger();
        newColumn().setOrder(BoardFigure::Holders, true);
        board().block(fake::mint(3), QStringLiteral("T3"));
        BoardFilter filter;
        filter.conditions = {{BoardFigure::Buyers, 7, std::nullopt}};
        const QString own = board().presets().add(QStringLiteral("Busy"), filter);
        board().column(Stage::Graduated).setPreset(own);
        board().setAsTable(true);
        m_window->close();
        m_window.reset();
        m_host = std::make_unique<fake::Host>();
        openWindow();
        QCOMPARE(newColumn().presetId(), QStringLiteral("safe"));
        QCOMPARE(m_host->interest.boards[0].sort, std::optional{BoardFigure::Holders});
        QVERIFY(m_host->interest.boards[0].ascending);
        QCOMPARE(m_host->interest.boards[2].filter, filter);
        QCOMPARE(m_host->interest.blocked, std::vector{fake::mint(3)});
        QVERIFY(board().asTable());
        QVERIFY(find<QToolButton>("boardBlocked")->isVisible());
    }
    void cardsOfAColumnAreOneHeightWhateverTheyHaveToTell() {
        auto snapshot = coins({1, 2, 3, 4, 5, 6});
        snapshot.fresh.push_back(fake::bareToken(7));
        publish(snapshot);
        auto* list = find<QListView>("newList");
        const int height = list->visualRect(list->model()->index(0, 0)).height();
        for (int row = 1; row < list->model()->rowCount(); ++row)
            QCOMPARE(list->visualRect(list->model()->index(row, 0)).height(), height);
        for (int row = 0; row < 6; ++row) {
            const QRect card = list->visualRect(list->model()->index(row, 0));
            for (const char* chip : {"sniper", "bundler", "rat", "dev"}) {
                const QRect box = newColumn().chipRect(row, QString::fromLatin1(chip));
                QVERIFY(!box.isEmpty() && card.contains(box));
            }
        }
    }
};

QTEST_MAIN(TstBoard)
#include "tst_board.moc"
