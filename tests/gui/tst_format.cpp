// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_market.h"
#include "ui/format/count_text.h"
#include "ui/format/number_text.h"
#include "ui/format/people_text.h"
#include "ui/format/price_text.h"
#include "ui/format/time_text.h"
#include "ui/format/token_text.h"
#include "ui/theme/appearance.h"
#include "ui/theme/palette.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace ui;

class TstFormat : public QObject {
    Q_OBJECT
private slots:
    void oneOfAThingIsSingular() {
        using format::counted;
        using format::Noun;
        QCOMPARE(counted(Noun::Gap, 0), QStringLiteral("0 gaps"));
        QCOMPARE(counted(Noun::Gap, 1), QStringLiteral("1 gap"));
        QCOMPARE(counted(Noun::Entity, 1), QStringLiteral("1 entity"));
        QCOMPARE(counted(Noun::Entity, 2), QStringLiteral("2 entities"));
        QCOMPARE(counted(Noun::Wallet, 12'041), format::grouped(12'041) + QStringLiteral(" wallets"));
        for (std::size_t i = 0; i < static_cast<std::size_t>(Noun::Count); ++i) {
            const auto noun = static_cast<Noun>(i);
            QVERIFY(!counted(noun, 1).split(u' ')[1].endsWith(u's'));
            QVERIFY(counted(noun, 2) != counted(noun, 1));
        }
        core::Flag flag;
        flag.unit = "followers";
        flag.value = 1;
        QCOMPARE(format::flagValue(flag), QStringLiteral("1 follower"));
        flag.unit = "slots behind the creation";
        QCOMPARE(format::flagValue(flag), QStringLiteral("1 slot behind the creation"));
    }

    void price_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("tiny") << 4.127e-6 << QStringLiteral("0.0₅4127");
        QTest::newRow("three zeros stay") << 0.0004127 << QStringLiteral("0.0004127");
        QTest::newRow("four zeros fold") << 0.00004127 << QStringLiteral("0.0₄4127");
        QTest::newRow("two-digit count") << 1.5e-13 << QStringLiteral("0.0₁₂1500");
        QTest::newRow("half up") << 0.000041235 << QStringLiteral("0.0₄4124");
        QTest::newRow("carry changes the count") << 0.0000099996 << QStringLiteral("0.0₄1000");
        QTest::newRow("carry ends the folding") << 0.000099996 << QStringLiteral("0.0001000");
        QTest::newRow("one") << 1.0 << QStringLiteral("1.000");
        QTest::newRow("whole digits are kept") << 123456.7 << QStringLiteral("123457");
        QTest::newRow("million") << 1234567.0 << QStringLiteral("1.23M");
        QTest::newRow("zero") << 0.0 << QStringLiteral("0");
        QTest::newRow("nan") << std::numeric_limits<double>::quiet_NaN() << QStringLiteral("–");
        QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << QStringLiteral("–");
    }
    void price() {
        QFETCH(double, value);
        QFETCH(QString, text);
        QCOMPARE(format::price(value), text);
    }
    void fullPriceHasAllDigits() {
        QCOMPARE(format::fullPrice(4.127e-6), QStringLiteral("0.000004127"));
        QVERIFY(format::fullPrice(std::numeric_limits<double>::denorm_min()).size() > 300);
        QVERIFY(format::fullPrice(std::numeric_limits<double>::max()).size() > 300);
    }
    void compactUnits() {
        QCOMPARE(format::compact(999.0), QStringLiteral("999"));
        QCOMPARE(format::compact(999.6), QStringLiteral("1.00K"));
        QCOMPARE(format::compact(1234.0), QStringLiteral("1.23K"));
        QCOMPARE(format::compact(45'600'000.0), QStringLiteral("45.6M"));
        QCOMPARE(format::compact(-7.89e9), QStringLiteral("\u22127.89B"));
        QCOMPARE(format::compact(0.001), QStringLiteral("0.0010"));
        QCOMPARE(format::compact(std::optional<double>()), QStringLiteral("–"));
    }
    void tenThousands_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("small") << 0.001 << QStringLiteral("0.0010");
        QTest::newRow("thousand") << 1234.0 << QStringLiteral("1234");
        QTest::newRow("below the unit") << 9999.4 << QStringLiteral("9999");
        QTest::newRow("rounded into the unit") << 9999.6 << QStringLiteral("1.00万");
        QTest::newRow("wan") << 45'600.0 << QStringLiteral("4.56万");
        QTest::newRow("four digits") << 45'600'000.0 << QStringLiteral("4560万");
        QTest::newRow("rounded into yi") << 99'996'000.0 << QStringLiteral("1.00亿");
        QTest::newRow("yi, negative") << -7.89e9 << QStringLiteral("\u221278.9亿");
        QTest::newRow("wan yi") << 1.5e12 << QStringLiteral("1.50万亿");
        QTest::newRow("u64") << 18446744073709551615.0 << QStringLiteral("1845亿亿");
        QTest::newRow("unknown") << std::numeric_limits<double>::infinity() << QStringLiteral("–");
    }
    void tenThousands() {
        QFETCH(double, value);
        QFETCH(QString, text);
        format::setFolding(format::Folding::Myriads);
        const QString folded = format::compact(value);
        // Neither prices written out nor sizes in bytes are counted so.
        const QString full = format::fullPrice(1234567.0), size = format::bytes(312'000'000);
        format::setFolding(format::Folding::Thousands);
        QCOMPARE(folded, text);
        QCOMPARE(full, format::fullPrice(1234567.0));
        QCOMPARE(size, format::bytes(312'000'000));
    }
    void foldingFollowsTheLanguageUntilChosen() {
        theme::Appearance appearance;
        QCOMPARE(theme::foldingOf(appearance, QStringLiteral("zh_CN")), format::Folding::Myriads);
        QCOMPARE(theme::foldingOf(appearance, QStringLiteral("en")), format::Folding::Thousands);
        QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("a.ini")), QSettings::IniFormat);
        for (const auto folding : {format::Folding::Thousands, format::Folding::Myriads}) {
            appearance.folding = folding;
            theme::keepAppearance(settings, appearance);
            QCOMPARE(theme::readAppearance(settings), appearance);
            QCOMPARE(theme::foldingOf(theme::readAppearance(settings), QStringLiteral("zh_CN")), folding);
        }
        settings.setValue(QStringLiteral("appearance/large_numbers"), QStringLiteral("dozens"));
        QVERIFY(!theme::readAppearance(settings).folding);
    }
    void percents() {
        QCOMPARE(format::share(0.439), QStringLiteral("43.9%"));
        QCOMPARE(format::share(std::nullopt), QStringLiteral("–"));
        QCOMPARE(format::change(0.382), QStringLiteral("+38.2%"));
        QCOMPARE(format::change(-0.618), QStringLiteral("\u221261.8%"));
        QCOMPARE(format::change(-0.0001), QStringLiteral("0.0%"));
        QCOMPARE(format::change(std::nullopt), QStringLiteral("–"));
    }
    void ages() {
        QCOMPARE(format::longAge(401), QStringLiteral("6m 41s"));
        QCOMPARE(format::shortAge(86400 * 4 + 7), QStringLiteral("4d"));
        QCOMPARE(format::longAge(-2), QStringLiteral("0s"));
        QCOMPARE(format::longAge(-60), QStringLiteral("–"));
        QCOMPARE(format::longAge(std::nullopt), QStringLiteral("–"));
        QCOMPARE(format::lag(182.4), QStringLiteral("182 ms"));
        QCOMPARE(format::lag(4100.0), QStringLiteral("4.1 s"));
        QCOMPARE(format::clockTime(std::nullopt), QStringLiteral("–"));
    }
    void mintIsFoundInLinksAndNowhereElse() {
        const core::Mint mint = fake::mint(7);
        const QString text = QString::fromStdString(mint.base58());
        QCOMPARE(format::findMint(text), std::optional(mint));
        QCOMPARE(format::findMint(QStringLiteral("https://pump.fun/coin/%1?x=1").arg(text)), std::optional(mint));
        QVERIFY(!format::findMint(QStringLiteral("PEPE")));
        QVERIFY(!format::findMint(QString(44, u'z')));
        QVERIFY(!format::findMint(QString(100'000, u'1') + text));
    }
    void toolTipIsNeverMarkup() {
        QVERIFY(format::plainToolTip(QStringLiteral("<img src=x>")).contains(QStringLiteral("&lt;img src=x&gt;")));
        for (const char* text : {"<img src=x>", "&lt;b&gt; & \"c\"", "two\nlines", "", "</div>"}) {
            const QString plain = QString::fromUtf8(text);
            QCOMPARE(format::plainTextOf(format::plainToolTip(plain)), plain);
            QCOMPARE(format::plainTextOf(plain), plain);
        }
    }
    void paletteIsReadable() {
        const auto& colors = theme::palette();
        for (const QColor& ground : {colors.window, colors.pane, colors.bar, colors.selection})
            for (const QColor& ink :
                 {colors.text, colors.strong, colors.up, colors.down, colors.attention, colors.link})
                QVERIFY2(theme::contrast(ink, ground) >= 4.5, qPrintable(ink.name() + u' ' + ground.name()));
    }
};

QTEST_APPLESS_MAIN(TstFormat)
#include "tst_format.moc"
