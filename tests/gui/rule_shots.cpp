// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the rule bench into PNG files, to be looked at: rule_shots FOLDER dark|light RECORDING [LANGUAGE].
#include "app/backtest_runner.h"
#include "app/rule_keeper.h"
#include "app/sound/qt_sounder.h"
#include "ui/format/number_text.h"
#include "ui/i18n/text_translator.h"
#include "ui/rules/backtest_pane.h"
#include "ui/rules/rule_bench.h"
#include "ui/rules/rule_text_edit.h"
#include "ui/shell/alert_page.h"
#include "ui/theme/appearance.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 4) qFatal("rule_shots FOLDER dark|light RECORDING [LANGUAGE]");
    if (arguments[2] == QStringLiteral("light")) ui::theme::setScheme(ui::theme::Scheme::Light);
    ui::theme::applyStyle(application);
    ui::i18n::TextTranslator translator;
    if (arguments.size() > 4) {
        if (!translator.readBundled(arguments[4])) qFatal("%s", qPrintable(translator.error()));
        QCoreApplication::installTranslator(&translator);
        ui::format::setFolding(ui::theme::foldingOf({}, arguments[4]));
    }
    const QDir folder(arguments[1]);
    const QString prefix =
        QStringLiteral("rules-") + arguments[2] + (arguments.size() > 4 ? u'-' + arguments[4] : QString());
    const auto shoot = [&](QWidget& widget, const QString& name) {
        QTest::qWait(150);
        widget.grab().save(folder.filePath(prefix + u'-' + name + QStringLiteral(".png")));
    };
    const QTemporaryDir settings;
    QFile file(settings.filePath(QStringLiteral("rules.toml")));
    if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write");
    file.write(
        "# Rules of mine\nformat = 1\n\n[list.insiders]\nwallets = []\n\n"
        "# What the desk asked for after the last rug\n[[rule]]\nid = \"crew_leaves\"\ntitle = \"A crew leaves a "
        "coin\"\nversion = 3\nsound = \"alarm\"\nwhen = '''(2 members of cluster sell >= 0.5% of supply each "
        "within "
        "1m or dev or linked wallet with age < 2d sells >= 2% of supply within 60s) and coin market_cap > 20000 "
        "USD "
        "and not coin is on list \"insiders\"'''\n\n[[rule]]\nid = \"big_buy\"\ntitle = \"Somebody buys for "
        "50 SOL\"\nwhen = 'anyone buys >= 50 SOL'\n");
    file.close();
    app::RuleKeeper keeper(file.fileName(), settings.filePath(QStringLiteral("window.ini")));
    keeper.setArm([](std::shared_ptr<const core::alert::RuleSet>, core::alert::Watchlists) {});
    app::BacktestRunner runner(settings.filePath(QStringLiteral("none.sqlite")).toStdString(),
                               std::filesystem::path(arguments[3].toStdString()), {});
    ui::RuleBench bench(keeper, settings.filePath(QStringLiteral("window.ini")));
    bench.backtest().setDesk(runner);
    bench.setSounds({QStringLiteral("alarm"), QStringLiteral("bell"), QStringLiteral("chime")});
    bench.show();
    shoot(bench, QStringLiteral("empty"));
    bench.openRule(QStringLiteral("dev_dump"));
    QSignalSpy done(&runner, &ui::bridge::BacktestDesk::finished);
    QSignalSpy failed(&runner, &ui::bridge::BacktestDesk::failed);
    bench.backtest().run();
    while (done.isEmpty() && failed.isEmpty()) QTest::qWait(50);
    shoot(bench, QStringLiteral("tested"));
    bench.findChild<ui::RuleTextEdit*>()->setPlainText(QStringLiteral(
        "[[rule]]\nid = \"dev_dump\"\ncoldown = \"5m\"\nwhen = 'flag dev_dumb with confidence >= 0.8'\n"));
    shoot(bench, QStringLiteral("wrong"));
    ui::AlertPage page{ui::AlertChoice{}};
    page.setSounds({QStringLiteral("tick"), QStringLiteral("chime")});
    page.setChannel(QStringLiteral("gnome-shell 43.9"));
    page.setTrouble(app::QtSounder::tr("This computer has no sound output now."), {});
    page.resize(600, 460);
    page.setVisible(true);
    shoot(page, QStringLiteral("sounds"));
    bench.openFile();
    shoot(bench, QStringLiteral("file"));
    return 0;
}
