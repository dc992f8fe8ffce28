// SPDX-License-Identifier: GPL-3.0-or-later
// The shell around the screens: actions and their shortcuts, the palette, workspaces, settings, a second start.
#include "app/command_line.h"
#include "app/single_instance.h"
#include "app/window_keeper.h"
#include "fake_market.h"
#include "ui/shell/action_book.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/desk.h"
#include "ui/shell/settings_dialog.h"
#include "ui/shell/workspace_book.h"
#include "ui/theme/appearance.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"
#include "ui/views/main_window.h"
#include "ui/views/pane_ids.h"
#include "ui/views/toast_stack.h"

#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QFile>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QToolButton>
#include <QTreeWidget>

#include <set>

using namespace ui;
using core::pipeline::Mode;

class TstShell : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_settings;
    std::unique_ptr<fake::Host> m_host;
    std::unique_ptr<MainWindow> m_window;

    QString settingsFile() const { return m_settings->filePath(QStringLiteral("window.ini")); }
    QString workspaceFile() const { return m_settings->filePath(QStringLiteral("workspaces.json")); }
    template <class Widget>
    Widget* find(const char* name) const {
        auto* out = m_window->findChild<Widget*>(QString::fromLatin1(name));
        if (!out) qFatal("no %s", name);
        return out;
    }
    void makeWindow() {
        m_window = std::make_unique<MainWindow>(*m_host, settingsFile());
        m_window->resize(1600, 900);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_host->run(Mode::Live);
        m_host->publish(fake::busySnapshot(m_host->interest, 1));
        m_window->refresh();
    }
    bool shown(const QString& pane) const { return m_window->desk().pane(pane)->isVisible(); }
    void closeWindow() {
        m_window->close();
        m_window.reset();
    }
    QTreeWidgetItem* actionRow(const QString& id) const {
        auto* tree = find<QTreeWidget>("shortcutTree");
        for (int i = 0; i < tree->topLevelItemCount(); ++i)
            if (tree->topLevelItem(i)->data(0, Qt::UserRole).toString() == id) return tree->topLevelItem(i);
        return nullptr;
    }

private slots:
    void initTestCase() { theme::applyStyle(*qApp); }
    void init() {
        m_settings = std::make_unique<QTemporaryDir>();
        m_host = std::make_unique<fake::Host>();
        makeWindow();
    }
    void cleanup() { m_window.reset(); }

    void everyActionHasANameAndNoTwoShareAShortcut() {
        std::set<QString> ids, keys;
        QVERIFY(m_window->actions().entries().size() > 30);
        for (const auto& entry : m_window->actions().entries()) {
            QVERIFY(ids.insert(entry.action->objectName()).second);
            QVERIFY(!entry.action->text().isEmpty() && !entry.group.isEmpty());
            const QString shortcut = entry.action->shortcut().toString();
            if (!shortcut.isEmpty()) QVERIFY2(keys.insert(shortcut).second, qPrintable(shortcut));
        }
    }
    void thePaletteListsEveryActionWithItsShortcut() {
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        auto* palette = find<CommandPalette>("commandPalette");
        QVERIFY(palette->isVisible());
        // All but the one that opens it and those there is nothing for.
        int possible = 0;
        for (const auto& entry : m_window->actions().entries()) possible += entry.action->isEnabled() ? 1 : 0;
        QCOMPARE(palette->count(), possible - 1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!palette->isVisible());
    }
    void thePaletteFindsCoinsAndRunsCommands() {
        auto* palette = find<CommandPalette>("commandPalette");
        auto market = fake::busySnapshot(m_host->interest, 2);
        market.fresh.front().symbol = "QQZYX";
        const auto row = market.fresh.front();
        m_host->publish(std::move(market));
        m_window->refresh();
        palette->open();
        QTest::keyClicks(QApplication::focusWidget(), QString::fromStdString(row.symbol));
        QVERIFY(palette->count() > 0);
        QCOMPARE(palette->titleAt(0), QString::fromStdString(row.symbol));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(!palette->isVisible());
        QVERIFY(m_host->interest.selected == row.mint);
        // A whole address, known or not, is the first match.
        palette->open();
        const core::Mint unknown = fake::mint(987654);
        QTest::keyClicks(QApplication::focusWidget(), QString::fromStdString(unknown.base58()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(m_host->interest.selected == unknown);
        // Letters in order are enough for a command.
        palette->open();
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("hide boards"));
        QCOMPARE(palette->titleAt(0), QStringLiteral("Show or hide Boards"));
        QVERIFY(shown(kBoardsPane));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(!shown(kBoardsPane));
        palette->open(QStringLiteral("nothing is called so zzzz"));
        QCOMPARE(palette->count(), 0);
    }
    void scoresPreferBeginnings() {
        QVERIFY(matchScore(QStringLiteral("Data health"), QStringLiteral("data")) >
                matchScore(QStringLiteral("Show data"), QStringLiteral("data")));
        QVERIFY(matchScore(QStringLiteral("Show data"), QStringLiteral("data")) >
                matchScore(QStringLiteral("Metadata"), QStringLiteral("data")));
        QVERIFY(matchScore(QStringLiteral("Data health"), QStringLiteral("dh")) > 0);
        QCOMPARE(matchScore(QStringLiteral("Data health"), QStringLiteral("hd")), 0);
    }

    void workspacesKeepTheirLayouts() {
        QVERIFY(shown(kBoardsPane) && shown(kAlertsPane) && !shown(kEvidencePane));
        const int before = m_window->desk().pane(kBoardsPane)->width();
        QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(m_window->workspaces().current().name, QStringLiteral("Investigate"));
        QVERIFY(!shown(kBoardsPane) && !shown(kAlertsPane));
        m_window->desk().showPane(kAlertsPane, true);
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
        QVERIFY(shown(kBoardsPane));
        QCOMPARE(m_window->desk().pane(kBoardsPane)->width(), before);
        QTest::mouseClick(find<QToolButton>("workspace3"), Qt::LeftButton);
        QVERIFY2(shown(kAlertsPane) && !shown(kBoardsPane), "the change was kept");
        // It opens where it was left.
        closeWindow();
        makeWindow();
        QCOMPARE(m_window->workspaces().current().name, QStringLiteral("Investigate"));
        QVERIFY(shown(kAlertsPane) && !shown(kBoardsPane));
        m_window->actions().find(QStringLiteral("actionResetWorkspace"))->trigger();
        QVERIFY(!shown(kAlertsPane));
    }
    void aLayoutIsKeptASecondAfterItChanged() {
        m_window->desk().showPane(kBoardsPane, false);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(workspaceFile()), 5000);
        const WorkspaceBook kept(workspaceFile());
        QVERIFY(!kept.current().layout.isEmpty());
    }
    void aBrokenWorkspaceFileIsSetAside() {
        closeWindow();
        QFile file(workspaceFile());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("{\"cabalscope_workspaces\":1,\"workspaces\":[{\"na");
        file.close();
        const WorkspaceBook book(workspaceFile());
        QCOMPARE(book.all().size(), std::size_t{4});
        QVERIFY(book.trouble().contains(QStringLiteral(".broken")));
        QVERIFY(QFile::exists(workspaceFile() + QStringLiteral(".broken")) && !QFile::exists(workspaceFile()));
        makeWindow();
        QVERIFY(shown(kBoardsPane));
    }
    void aLayoutOfAnotherVersionIsNotForced() {
        QVERIFY(!m_window->desk().restoreLayout(m_window->desk().saveState(Desk::kVersion + 1)));
        QVERIFY(!m_window->desk().restoreLayout("garbage"));
        QVERIFY(shown(kBoardsPane));
    }
    void workspacesTravel() {
        WorkspaceBook book({});
        QVERIFY(!book.add(QStringLiteral("hunt")));
        QVERIFY(!book.add(QStringLiteral("  ")));
        QVERIFY(book.add(QStringLiteral(" Two\u202e screens ")));
        QCOMPARE(book.current().name, QStringLiteral("Two screens"));
        book.keepLayout("layout");
        const QByteArray document = book.exportCurrent();
        WorkspaceBook other({});
        QVERIFY(!other.import(document));
        QCOMPARE(other.current(), book.current());
        QVERIFY(!other.import(document));
        QCOMPARE(other.current().name, QStringLiteral("Two screens 2"));
        QVERIFY(other.import("{}").has_value());
        QVERIFY(other.removeCurrent());
        other.choose(0);
        QVERIFY(!other.removeCurrent());
        while (!book.import(document)) {
        }
        QCOMPARE(book.all().size(), std::size_t{WorkspaceBook::kMost});
    }
    void theLastVersionsAreKept() {
        const QString name = m_settings->filePath(QStringLiteral("w.json"));
        WorkspaceBook book(name);
        for (int i = 0; i < WorkspaceBook::kKept + 3; ++i) {
            book.keepLayout(QByteArray::number(i));
            QVERIFY(!book.save());
        }
        QCOMPARE(WorkspaceBook(name).current().layout, QByteArray::number(WorkspaceBook::kKept + 2));
        for (int i = 1; i <= WorkspaceBook::kKept; ++i)
            QCOMPARE(WorkspaceBook(name + QStringLiteral(".%1").arg(i)).current().layout,
                     QByteArray::number(WorkspaceBook::kKept + 2 - i));
        QVERIFY(!QFile::exists(name + QStringLiteral(".%1").arg(WorkspaceBook::kKept + 1)));
        WorkspaceBook nowhere(QStringLiteral("/nonexistent-folder/w.json"));
        QVERIFY(nowhere.save()->contains(QStringLiteral("could not be kept")));
    }
    void panesFloatAndComeBack() {
        m_window->actions().find(QStringLiteral("actionFloat_alerts"))->trigger();
        QVERIFY(m_window->desk().pane(kAlertsPane)->isFloating() && shown(kAlertsPane));
        m_window->actions().find(QStringLiteral("actionFloat_alerts"))->trigger();
        QVERIFY(!m_window->desk().pane(kAlertsPane)->isFloating());
        QVERIFY(m_window->desk().locked());
        QVERIFY(m_window->desk().pane(kAlertsPane)->titleBarWidget() != nullptr);
        m_window->actions().find(QStringLiteral("actionUnlock"))->trigger();
        QVERIFY2(m_window->desk().pane(kAlertsPane)->titleBarWidget() == nullptr, "titles to drag by");
    }
    void evidenceTakesItsRoomAndGivesItBack() {
        const int before = m_window->desk().pane(kAlertsPane)->width();
        m_window->openFlag({"cabal", fake::mint(1), "x"});
        QVERIFY(shown(kEvidencePane));
        QVERIFY(m_window->desk().pane(kEvidencePane)->width() > before);
        m_window->closeEvidence();
        QVERIFY(!shown(kEvidencePane));
        QTRY_COMPARE(m_window->desk().pane(kAlertsPane)->width(), before);
    }
    void theTitleBarsCrossClosesTheEvidenceAsEscapeDoes() {
        const int before = m_window->desk().pane(kAlertsPane)->width();
        m_window->openFlag({"cabal", fake::mint(1), "x"});
        QVERIFY(m_host->interest.flag);
        m_window->desk().pane(kEvidencePane)->close();
        QVERIFY(!shown(kEvidencePane));
        QVERIFY2(!m_host->interest.flag, "nobody looks at the case any more");
        QTRY_COMPARE(m_window->desk().pane(kAlertsPane)->width(), before);
    }

    void shortcutsCanBeChangedAndConflictsAreRefused() {
        m_window->openSettings(QStringLiteral("Shortcuts"));
        auto* tree = find<QTreeWidget>("shortcutTree");
        auto* keys = find<QKeySequenceEdit>("shortcutKeys");
        tree->setCurrentItem(actionRow(QStringLiteral("actionStop")));
        keys->setKeySequence(QKeySequence(QStringLiteral("Ctrl+K")));
        find<QPushButton>("shortcutSet")->click();
        QVERIFY(find<QLabel>("shortcutAnswer")->text().contains(QStringLiteral("Find a command")));
        QVERIFY(m_window->actions().find(QStringLiteral("actionStop"))->shortcut().isEmpty());
        keys->setKeySequence(QKeySequence(QStringLiteral("Ctrl+Shift+H")));
        find<QPushButton>("shortcutSet")->click();
        QCOMPARE(m_window->actions().find(QStringLiteral("actionStop"))->shortcut().toString(),
                 QStringLiteral("Ctrl+Shift+H"));
        closeWindow();
        makeWindow();
        QCOMPARE(m_window->actions().find(QStringLiteral("actionStop"))->shortcut().toString(),
                 QStringLiteral("Ctrl+Shift+H"));
        m_window->openSettings(QStringLiteral("Shortcuts"));
        find<QPushButton>("settingsReset")->click();
        QVERIFY(m_window->actions().find(QStringLiteral("actionStop"))->shortcut().isEmpty());
    }
    void settingsAreFoundByAWord() {
        m_window->openSettings();
        auto* search = find<QLineEdit>("settingsSearch");
        auto* pages = find<QListWidget>("settingsPages");
        QTest::keyClicks(search, QStringLiteral("language"));
        QVERIFY(!pages->item(0)->isHidden());
        QVERIFY(pages->item(1)->isHidden());
        QVERIFY(find<QComboBox>("settingLanguage")->isVisible());
        QVERIFY(!find<QComboBox>("settingScheme")->isVisible());
        search->setText(QStringLiteral("clipboard"));
        QVERIFY(pages->item(0)->isHidden());
        QCOMPARE(pages->currentRow(), 1);
        QVERIFY(actionRow(QStringLiteral("actionStop"))->isHidden());
        QVERIFY(!actionRow(QStringLiteral("actionPaste"))->isHidden());
        search->clear();
        QVERIFY(!pages->item(0)->isHidden() && find<QComboBox>("settingScheme"));
    }
    void coloursChangeWithTheWindow() {
        closeWindow();
        fake::Host host;
        app::WindowKeeper keeper(host, settingsFile(), m_settings->path());
        keeper.begin(app::CommandLine{});
        host.run(Mode::Live);
        host.publish(fake::busySnapshot(host.interest, 1));
        keeper.window().refresh();
        const core::Mint open = fake::mint(1);
        keeper.window().openToken(open);
        const QPointer<MainWindow> first = &keeper.window();
        keeper.window().openSettings();
        auto* scheme = first->findChild<QComboBox*>(QStringLiteral("settingScheme"));
        scheme->setCurrentIndex(scheme->findData(static_cast<int>(theme::Scheme::Light)));
        emit scheme->activated(scheme->currentIndex());
        QTRY_VERIFY(first.isNull());
        QCOMPARE(theme::scheme(), theme::Scheme::Light);
        QVERIFY(keeper.window().isVisible());
        QVERIFY2(keeper.window().interest().selected == open, "the coin stays open");
        QSettings settings(settingsFile(), QSettings::IniFormat);
        QCOMPARE(theme::readAppearance(settings).scheme, theme::Scheme::Light);
        theme::setScheme(theme::Scheme::Dark);
    }
    void appearanceIsKeptAndNonsenseIsNot() {
        QSettings settings(m_settings->filePath(QStringLiteral("a.ini")), QSettings::IniFormat);
        const theme::Appearance chosen{theme::Scheme::HighContrast, theme::Directions::RedUp,
                                       QStringLiteral("zh_CN"), 150, true};
        theme::keepAppearance(settings, chosen);
        QCOMPARE(theme::readAppearance(settings), chosen);
        settings.setValue(QStringLiteral("appearance/scheme"), QStringLiteral("plaid"));
        settings.setValue(QStringLiteral("appearance/scale"), QStringLiteral("9999"));
        settings.setValue(QStringLiteral("appearance/language"), QStringLiteral("../../etc"));
        const theme::Appearance read = theme::readAppearance(settings);
        QCOMPARE(read.scheme, theme::Scheme::Dark);
        QCOMPARE(read.scalePercent, theme::Appearance::kMostScale);
        QVERIFY(read.language.isEmpty());
        QCOMPARE(theme::languageOf(read, QStringLiteral("zh_TW")), QStringLiteral("zh_CN"));
        QCOMPARE(theme::languageOf(read, QStringLiteral("fr_FR")), QStringLiteral("en"));
        QCOMPARE(theme::languageOf(chosen, QStringLiteral("en_US")), QStringLiteral("zh_CN"));
    }
    void everyPaletteIsReadable() {
        using theme::Directions;
        using theme::Scheme;
        for (const auto scheme : {Scheme::Dark, Scheme::Light, Scheme::HighContrast})
            for (const auto directions : {Directions::GreenUp, Directions::RedUp, Directions::BlueUp}) {
                theme::setScheme(scheme, directions);
                const auto& colors = theme::palette();
                const double least = scheme == Scheme::HighContrast ? 7.0 : 4.5;
                for (const QColor& paper : {colors.window, colors.alternate, colors.pane, colors.bar})
                    for (const QColor& ink : {colors.text, colors.strong, colors.dim, colors.up, colors.down,
                                              colors.good, colors.danger, colors.attention, colors.link})
                        QVERIFY2(theme::contrast(ink, paper) >= least,
                                 qPrintable(ink.name() + u' ' + paper.name()));
                for (const auto& [ink, soft] :
                     {std::pair{colors.up, colors.upSoft}, std::pair{colors.down, colors.downSoft},
                      std::pair{colors.danger, colors.dangerSoft}, std::pair{colors.good, colors.goodSoft},
                      std::pair{colors.attention, colors.attentionSoft}, std::pair{colors.link, colors.linkSoft}})
                    QVERIFY2(theme::contrast(ink, soft) >= 4.5, qPrintable(ink.name() + u' ' + soft.name()));
                QVERIFY(colors.up != colors.down);
                // Red is danger whichever way the market is painted.
                QVERIFY(colors.danger.red() > colors.danger.green());
            }
        theme::setScheme(Scheme::Dark);
    }

    void noticesStandInTheCornerAndAct() {
        using bridge::Notice;
        auto* stack = find<ToastStack>("toasts");
        QVERIFY(!stack->isVisible());
        QSignalSpy acted(m_window.get(), &MainWindow::noticeActed);
        const auto notice = [](const QString& key) {
            return Notice{key, QStringLiteral("Dev dump: ") + key, QStringLiteral("<b>The dev sold</b>"),
                          Notice::Urgency::Critical, true};
        };
        for (const char* key : {"a", "b", "a", "c"}) m_window->showNotice(notice(QLatin1String(key)));
        QVERIFY(stack->isVisible());
        QCOMPARE(stack->count(), std::size_t{3});
        m_window->showNotice(notice(QStringLiteral("d")));
        QCOMPARE(stack->count(), ToastStack::kMost);
        QTRY_VERIFY2(m_window->rect().contains(stack->geometry()), qPrintable(QStringLiteral("%1 %2 %3 %4")
                                                                                  .arg(stack->x())
                                                                                  .arg(stack->y())
                                                                                  .arg(stack->width())
                                                                                  .arg(stack->height())));
        QCOMPARE(stack->findChildren<QLabel*>(QStringLiteral("toastBody")).front()->textFormat(), Qt::PlainText);
        QList<QToolButton*> open;
        for (QToolButton* button : stack->findChildren<QToolButton*>(QStringLiteral("toast_open")))
            if (button->isVisible()) open << button;
        QCOMPARE(open.size(), 3);
        open.front()->click();
        QCOMPARE(acted.size(), 1);
        QCOMPARE(acted[0][0].toString(), QStringLiteral("b"));
        QCOMPARE(acted[0][1].toString(), QStringLiteral("open"));
        QCOMPARE(stack->count(), std::size_t{2});
        stack->closeAll();
        QVERIFY(!stack->isVisible());
    }

    void aSecondStartHandsOverAndEnds() {
        const QTemporaryDir folder;
        app::SingleInstance first(folder.path());
        QVERIFY(first.first());
        QSignalSpy opened(&first, &app::SingleInstance::opened);
        app::SingleInstance second(folder.path());
        QVERIFY(!second.first());
        // The first answers from its event loop, the second waits: two threads, as two programs would.
        bool told = false;
        std::unique_ptr<QThread> other(QThread::create([&] {
            app::SingleInstance third(folder.path());
            told = third.tell(
                {QStringLiteral("--open"), QStringLiteral("So11111111111111111111111111111111111111112")});
        }));
        other->start();
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 5000);
        QVERIFY(other->wait(5000));
        QVERIFY(told);
        QCOMPARE(opened.front().front().toStringList().front(), QStringLiteral("--open"));
        // Other settings are another program.
        const QTemporaryDir elsewhere;
        app::SingleInstance apart(elsewhere.path());
        QVERIFY(apart.first());
    }
    void aStaleLockIsTakenOver() {
        const QTemporaryDir folder;
        QFile lock(folder.filePath(QStringLiteral("running.lock")));
        QVERIFY(lock.open(QIODevice::WriteOnly));
        // A process number that no process has any more.
        lock.write("4194303\ncabalscope\n" + QSysInfo::machineHostName().toUtf8() + "\n");
        lock.close();
        app::SingleInstance first(folder.path());
        QVERIFY(first.first());
        QVERIFY(!app::SingleInstance(folder.path()).first());
    }
    void aHandedOverCoinOpensInWhatRuns() {
        closeWindow();
        fake::Host host;
        app::WindowKeeper keeper(host, settingsFile(), m_settings->path());
        keeper.begin(app::CommandLine{});
        host.run(Mode::Live);
        keeper.window().refresh();
        host.calls.clear();
        const core::Mint mint = fake::mint(3);
        keeper.take({QStringLiteral("--open"),
                     QStringLiteral("cabalscope://coin/") + QString::fromStdString(mint.base58())});
        QVERIFY(keeper.window().interest().selected == mint);
        QVERIFY2(host.calls.empty(), "what runs goes on");
        keeper.take({QStringLiteral("--bundled")});
        QCOMPARE(host.calls.size(), std::size_t{1});
        keeper.take({QStringLiteral("--no-such-option")});
        QCOMPARE(host.calls.size(), std::size_t{1});
    }
};

QTEST_MAIN(TstShell)
#include "tst_shell.moc"
