// SPDX-License-Identifier: GPL-3.0-or-later
// What core says, in Chinese: every sentence of detectors and alerts has a pattern, whatever coins are called.
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/alert/rule_file.h"
#include "core/alert/words.h"
#include "core/base/text.h"
#include "core/detect/registry.h"
#include "core/pipeline/recording.h"
#include "core/source/coverage.h"
#include "tests/support/engine_run.h"
#include "tests/support/seed.h"
#include "ui/format/people_text.h"
#include "ui/i18n/text_translator.h"
#include "ui/phrases/grammar.h"
#include "ui/phrases/phrases.h"
#endif

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <map>
#include <random>
#include <set>

using ui::i18n::TextTranslator;
using ui::phrases::inLanguage;
using ui::phrases::isKnown;

namespace {

/// What was heard of one kind of thing: a sentence of each wording, with the coin that it speaks of.
class Heard {
public:
    void add(const std::string& what, const std::string& sentence, const std::set<QString>& names) {
        if (sentence.empty()) return;
        const QString text = QString::fromStdString(sentence);
        // One of a wording is enough: numbers and keys do not make another.
        static const QRegularExpression varied(
            QStringLiteral("[0-9A-Za-z]{4}…[0-9A-Za-z]{4}|[0-9A-HJ-NP-Za-km-z]{32,}"
                           "|[+-]?[0-9][0-9,]*(?:\\.[0-9]+)?(?:e[+-]?[0-9]+)?"));
        QString wording = text;
        wording.replace(varied, QStringLiteral("#"));
        for (const QString& name : names)
            if (wording.startsWith(name + u':')) wording = wording.mid(name.size());
        all[QString::fromStdString(what) + u'|' + wording] = text;
    }
    std::map<QString, QString> all;
};

std::set<QString> namesOf(const core::ledger::Market& market) {
    std::set<QString> out;
    for (const auto& [mint, coin] : market.tokens())
        out.insert(QString::fromStdString(core::detect::coinName(*coin)));
    return out;
}

/// Words that are the same in Chinese.
QString foreignWords(QString text, const std::set<QString>& names) {
    static const QRegularExpression keys(QStringLiteral("[0-9A-Za-z]{4}…[0-9A-Za-z]{4}|[1-9A-HJ-NP-Za-km-z]{32,}"));
    static const QRegularExpression house(QStringLiteral(
        "\\b(SOL|slot|HHI|P|q|p|URI|pumpfun|pumpswap|raydium_[a-z0-9_]+|meteora_[a-z0-9_]+|orca_[a-z]+)\\b"));
    static const QRegularExpression number(QStringLiteral("[0-9]e[+-]?[0-9]"));
    static const QRegularExpression latin(QStringLiteral("[A-Za-z]{2,}"));
    text.remove(keys);
    // The longest first: one may be a part of another.
    std::vector<QString> byLength(names.begin(), names.end());
    std::sort(byLength.begin(), byLength.end(),
              [](const QString& a, const QString& b) { return a.size() > b.size(); });
    for (const QString& name : byLength) text.remove(name);
    text.remove(house);
    text.remove(number);
    QStringList out;
    for (auto found = latin.globalMatch(text); found.hasNext();) out << found.next().captured();
    return out.join(u' ');
}

QStringList numbersOf(const QString& text) {
    static const QRegularExpression number(QStringLiteral("[0-9][0-9,.]*[0-9]|[0-9]"));
    QStringList out;
    for (auto found = number.globalMatch(text); found.hasNext();) out << found.next().captured();
    out.sort();
    return out;
}

class Chinese {
public:
    Chinese() {
        if (!m_translator.readBundled(QStringLiteral("zh_CN"))) qFatal("%s", qPrintable(m_translator.error()));
        QCoreApplication::installTranslator(&m_translator);
    }
    ~Chinese() { QCoreApplication::removeTranslator(&m_translator); }
    Q_DISABLE_COPY_MOVE(Chinese)

private:
    TextTranslator m_translator;
};

/// Every sentence on its way through an engine.
struct Listener {
    explicit Listener(core::pipeline::Engine& engine) : m_engine(engine) {
        engine.onFlag = [this](const core::Flag& flag) { flags.push_back(flag); };
        engine.onAlert = [this](const core::Alert& alert) { alerts.push_back(alert); };
    }
    void tell(Heard& heard, std::set<QString>& names) const {
        names.merge(namesOf(m_engine.market()));
        for (const core::Flag& flag : flags) {
            heard.add(flag.kind, flag.rule, names);
            for (const std::string& line : flag.against) heard.add(flag.kind + " against", line, names);
            for (const core::Evidence& seen : flag.evidence) heard.add(flag.kind + " note", seen.text, names);
        }
        for (const core::Alert& alert : alerts) {
            heard.add("alert", alert.text, names);
            for (const core::Evidence& seen : alert.evidence) heard.add("alert note", seen.text, names);
        }
    }
    std::vector<core::Flag> flags;
    std::vector<core::Alert> alerts;

private:
    core::pipeline::Engine& m_engine;
};

void play(core::pipeline::Engine& engine, const std::string& scenario, std::uint64_t seconds, double rate) {
    core::sim::MarketOptions options;
    options.scenario = scenario;
    options.durationSeconds = seconds;
    options.tradesPerSecond = rate;
    auto market = core::sim::Market::create(options);
    while (const auto transaction = (*market)->next()) (void)engine.frame(test::httpFrame(*transaction));
    engine.finish();
}

/// Rules that fire on every form of condition.
std::string talkativeRules() {
    const std::vector<std::string> conditions{
        "anyone buys",
        "anyone sells within 30s",
        "dev sells",
        "dev or linked wallet sells >= 1% of supply within 5m",
        "linked wallet sells",
        "3 wallets buy within 10s",
        "1 wallet buys",
        "2 linked wallets buy within 1h",
        "1 dev or linked wallet sells",
        "5 buys within 1m",
        "2 sells within 1m",
        "3 trades >= 0.01 SOL each within 1d",
        "cluster buys >= 0.1% of supply within 1m",
        "2 members of cluster buy within 10m",
        "wallet tagged sniper sells",
        "2 wallets tagged sniper sell within 10m",
        "anyone sends",
        "anyone receives",
        "anyone creates",
        "anyone adds liquidity",
        "anyone removes liquidity",
        "anyone mints",
        "anyone burns",
        "cluster with members >= 3 holds >= 1% of supply and anyone buys",
        "coin graduates",
        "coin is graduated and anyone sells",
        "coin price crosses above 0.00000005 SOL",
        "coin price crosses below 0.00000005 SOL",
        "flag cabal and anyone buys",
        "anyone buys and not coin is graduated and not flag dev_dump",
        "anyone buys and coin is watched",
    };
    std::string out;
    std::size_t number = 0;
    const auto rule = [&](const std::string& when) {
        out += "[[rule]]\nid = \"r" + std::to_string(++number) + "\"\nversion = 1\ncool_down = \"1m\"\nwhen = '" +
               when + "'\n";
    };
    for (const std::string& when : conditions) rule(when);
    for (const core::alert::Field& field : core::alert::coinFields())
        for (const core::alert::Unit unit : field.units) {
            const std::string level = unit == core::alert::Unit::Seconds
                                          ? "1s"
                                          : "0" + std::string{unit == core::alert::Unit::Percent ? "" : " "} +
                                                std::string{core::alert::unitWord(unit)};
            rule("anyone buys and coin " + std::string{field.name} + " >= " + level);
        }
    return out;
}

}  // namespace

class TstPhrases : public QObject {
    Q_OBJECT
private:
    Heard m_heard;
    std::set<QString> m_names;
    std::vector<core::Flag> m_flags;

private slots:
    void initTestCase() {
        for (const auto& [scenario, seconds] : {std::pair{"mixed", 900},
                                                {"decoys", 600},
                                                {"insider", 600},
                                                {"rugs", 900},
                                                {"locomotive", 900},
                                                {"pump", 1'800}}) {
            core::pipeline::Engine engine{core::pipeline::EngineConfig{}};
            Listener listener(engine);
            play(engine, scenario, static_cast<std::uint64_t>(seconds), 20);
            listener.tell(m_heard, m_names);
            m_flags.insert(m_flags.end(), listener.flags.begin(), listener.flags.end());
        }
        core::pipeline::Engine engine{core::pipeline::EngineConfig{}};
        Listener listener(engine);
        core::wire::Decoder decoder;
        core::pipeline::RecordingReader reader(CABALSCOPE_SOURCE_DIR "/resources/bundled.jsonl.zst", decoder);
        std::vector<core::Event> events;
        QVERIFY(reader.readAll(events).has_value());
        for (const core::Event& event : events) engine.apply(event);
        engine.finish();
        listener.tell(m_heard, m_names);
        m_flags.insert(m_flags.end(), listener.flags.begin(), listener.flags.end());
    }

    void everyDetectorIsHeard() {
        std::set<std::string> kinds;
        for (const core::Flag& flag : m_flags) kinds.insert(flag.kind);
        for (const auto& detector : core::detect::detectors()) {
            // What these say needs answers of a node, or a longer market than a test can play; their wordings stand
            // in a table below.
            if (detector.kind == "fresh_wallet" || detector.kind == "smart_money" || detector.kind == "pump")
                continue;
            QVERIFY2(kinds.contains(std::string{detector.kind}), std::string{detector.kind}.c_str());
        }
    }

    void everySentenceHasAChinesePattern() {
        const Chinese chinese;
        QStringList wrong;
        for (const auto& [wording, sentence] : m_heard.all) {
            const QString shown = inLanguage(sentence);
            if (!isKnown(sentence))
                wrong << QStringLiteral("no pattern: ") + wording;
            else if (const QString words = foreignWords(shown, m_names); !words.isEmpty())
                wrong << QStringLiteral("“%1” is left in: %2").arg(words, shown);
            else if (numbersOf(shown) != numbersOf(sentence))
                wrong << QStringLiteral("other numbers: %1 → %2").arg(sentence, shown);
        }
        for (const QString& one : wrong) qWarning("%s", qUtf8Printable(one));
        QVERIFY2(wrong.isEmpty(), "sentences without a pattern");
        QVERIFY2(m_heard.all.size() > 100, qPrintable(QString::number(m_heard.all.size())));
    }

    void alertsOfEveryFormHaveAChinesePattern() {
        const Chinese chinese;
        core::pipeline::EngineConfig config;
        core::alert::ParsedRules rules = core::alert::parseRules(talkativeRules());
        QVERIFY2(rules.ok(), core::alert::problemText("rules", rules.problems).c_str());
        config.rules = std::make_shared<const core::alert::RuleSet>(std::move(rules.set));
        core::pipeline::Engine engine{config};
        Listener listener(engine);
        play(engine, "mixed", 600, 20);
        Heard heard;
        std::set<QString> names;
        listener.tell(heard, names);
        std::set<std::string> fired;
        for (const core::Alert& alert : listener.alerts) fired.insert(alert.rule);
        // Not all of them happen in this market; most have to.
        QVERIFY2(fired.size() >= 40, qPrintable(QString::number(fired.size())));
        QStringList wrong;
        for (const auto& [wording, sentence] : heard.all) {
            if (!wording.startsWith(QStringLiteral("alert"))) continue;
            const QString shown = inLanguage(sentence);
            // What a rule denies stands there in the language of rules.
            const bool rule = sentence.contains(QStringLiteral("not: "));
            if (!isKnown(sentence) || (!rule && !foreignWords(shown, names).isEmpty())) wrong << wording << shown;
        }
        for (const QString& one : wrong) qWarning("%s", qUtf8Printable(one));
        QVERIFY2(wrong.isEmpty(), "alerts without a pattern");
    }

    // Whatever the markets of a test never show: the words of the sources themselves.
    void everyWordOfTheSourcesIsInAPattern() {
        QString patterns;
        for (const auto& table :
             {ui::phrases::detectorPhrases(), ui::phrases::alertPhrases(), ui::phrases::rulePhrases()})
            for (const auto& phrase : table) patterns += QString::fromUtf8(phrase.text.english) + u'\n';
        static const QRegularExpression placeholder(QStringLiteral("%?[0-9]+(?:[.,][0-9]+)*|(?<=\")[a-z]+(?=\")"));
        patterns.replace(placeholder, QStringLiteral("\x1f"));
        for (const auto& detector : core::detect::detectors())
            QVERIFY2(isKnown(QString::fromUtf8(detector.description.data(),
                                               static_cast<qsizetype>(detector.description.size()))),
                     detector.description.data());

        QDir folder(QStringLiteral(CABALSCOPE_SOURCE_DIR "/core/detect"));
        QStringList files = folder.entryList({QStringLiteral("*.cpp")});
        for (QString& file : files) file = folder.filePath(file);
        for (const char* name : {"condition_parser", "lexer", "rule_alert", "rule_check", "toml_parser"})
            files << QStringLiteral(CABALSCOPE_SOURCE_DIR "/core/alert/%1.cpp").arg(QLatin1String(name));
        QVERIFY(files.size() > 20);
        static const QRegularExpression joint(QStringLiteral("\"\\s*\"")), comment(QStringLiteral("//[^\n]*")),
            include(QStringLiteral("#include[^\n]*")), literal(QStringLiteral("\"((?:[^\"\\\\\n]|\\\\.)*)\"")),
            hole(QStringLiteral("\\{[^{}]*\\}|[0-9]+(?:[.,][0-9]+)*|(?<=\")[a-z]+(?=\")")),
            words(QStringLiteral("[a-z]{2,}[^a-z_]* [^a-z_]*[a-z]{2,}"));
        QStringList missing;
        std::size_t seen = 0;
        for (const QString& name : files) {
            QFile file(name);
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(name));
            QString source = QString::fromUtf8(file.readAll());
            source.remove(comment).remove(include).remove(joint);
            for (auto found = literal.globalMatch(source); found.hasNext();) {
                const QString text = found.next().captured(1).replace(QStringLiteral("\\\""), QStringLiteral("\""));
                for (const QString& part : QString(text).replace(hole, QStringLiteral("\x1f")).split(u'\x1f')) {
                    if (!part.contains(words)) continue;
                    ++seen;
                    // Units have a table of their own.
                    if (!patterns.contains(part.trimmed()) && !isUnit(text))
                        missing << QStringLiteral("%1: “%2”").arg(QFileInfo(name).fileName(), part);
                }
            }
        }
        for (const QString& one : missing) qWarning("%s", qUtf8Printable(one));
        QVERIFY2(missing.isEmpty(), "words that no pattern has");
        QVERIFY2(seen > 150, qPrintable(QString::number(seen)));
    }

    void whatIsWrongWithARuleIsChinese() {
        const Chinese chinese;
        const auto when = [](const char* condition) {
            return QStringLiteral("[[rule]]\nid = \"r\"\nwhen = '%1'\n").arg(QLatin1String(condition));
        };
        QStringList texts;
        for (const char* condition :
             {"",
              "dev",
              "dev sels",
              "dev sells or",
              "dev sells also",
              "(dev sells",
              "not coin is watched",
              "wallet buys",
              "3 wallets",
              "3 frogs buy",
              "0 wallets buy",
              "dev sells <= 3 SOL",
              "dev sells >= 3",
              "dev sells >= 3 SOL each",
              "3 wallets buy >= 1 SOL",
              "dev creates >= 1 SOL",
              "anyone sends >= 1 SOL",
              "flag",
              "flag cable",
              "cluster",
              "cluster holds >= 3 SOL",
              "coin",
              "coin is",
              "coin is \"abc\"",
              "coin price crosses",
              "coin symbol crosses above 3",
              "coin age crosses above 1h",
              "coin age <",
              "coin age < x",
              "coin age < 3",
              "coin age < 1.5h",
              "coin age < 3 parsecs",
              "coin price > 3 %",
              "coin is on list",
              "coin is on list nothing",
              "dev sells \"",
              "dev sells ?",
              "wallet of list 3 sells",
              "wallet of list \"none\" sells",
              "dev sells within 99999d",
              "dev sells >= 1.2.3 SOL",
              "dev sells >= 123456789012345678901234567890 SOL",
              "flag cabal with",
              "coin graduates on",
              "((((((((((((((((((((((((((((((((((((((((dev sells))))))))))))))))))))))))))))))))))))))))"})
            texts << when(condition);
        for (const char* file :
             {"x", "[", "[[rule]]", "[[rule]]\nid = 3", "[[rule]]\nid = \"A B\"", "format = 2", "rule = 3",
              "list = 3", "rules = 3", "[list.\"\"]\nwallets = []", "[list]\nx = 3", "[list.x]\nwallets = 3",
              "[list.x]\nwallets = [3, \"abc\"]", "[list.x]\nfrogs = []"})
            texts << QString::fromUtf8(file);
        for (const char* line :
             {"title = \"\\u202e\"", "version = 0", "armed = 1", "kind = \"A B\"", "sound = \"A B\"", "scope = 3",
              "scope = []", "scope = { list = \"no\" }", "group = \"defense\"", "group = \"x\"",
              "severity = \"criticl\"", "severity = \"x\"", "cool_down = \"soon\"", "cooldown = \"1m\"",
              "frogs = 3", "title = 3"})
            texts << when("dev sells") + QLatin1String(line) + u'\n';
        texts << when("dev sells") + when("dev sells");
        std::set<QString> told;
        QStringList wrong;
        static const QRegularExpression quoted(
            QStringLiteral("“[^”]*”|\"[^\"]*\"|\\[[^\\]]*\\]|\\{[^}]*\\}|[：:].*$"));
        for (const QString& text : texts) {
            const auto read = core::alert::parseRules(text.toStdString());
            QVERIFY2(!read.ok(), qUtf8Printable(text));
            for (const core::alert::Problem& problem : read.problems) {
                const QString english = QString::fromStdString(problem.text);
                QString shown = inLanguage(problem.text);
                told.insert(shown);
                // Words of the language, and what toml++ says, stay.
                shown.remove(quoted);
                static const QRegularExpression house(QStringLiteral(
                    "TOML|SOL|USD|% of supply|>=|\\bid\\b|kind|sound|scope|true|false|discovery|defence|"
                    "high_signal|auto|info|warning|critical|a-z|1s|10000d|7d"));
                if (!isKnown(english) || !foreignWords(shown.remove(house), {}).isEmpty())
                    wrong << english + QStringLiteral(" → ") + shown;
            }
        }
        for (const QString& one : wrong) qWarning("%s", qUtf8Printable(one));
        QVERIFY2(wrong.isEmpty(), "mistakes without a pattern");
        QVERIFY2(told.size() > 50, qPrintable(QString::number(told.size())));
    }

    void unitsAndKindsOfEvidenceAreChinese() {
        const Chinese chinese;
        QStringList wrong;
        std::set<std::string> told;
        for (const core::Flag& flag : m_flags) {
            if (told.insert("unit " + flag.unit).second && !foreignWords(ui::format::flagValue(flag), {}).isEmpty())
                wrong << ui::format::flagValue(flag);
            if (told.insert("kind " + flag.kind).second &&
                !foreignWords(ui::format::flagName(flag.kind), {}).isEmpty())
                wrong << ui::format::flagName(flag.kind);
            for (const core::Evidence& seen : flag.evidence)
                if (told.insert("seen " + seen.kind).second &&
                    !foreignWords(ui::format::linkName(seen.kind), {}).isEmpty())
                    wrong << ui::format::linkName(seen.kind);
        }
        for (const core::alert::VerbWord& verb : core::alert::verbs())
            if (!foreignWords(ui::format::linkName(verb.many), {}).isEmpty())
                wrong << ui::format::linkName(verb.many);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void feedsTellInChineseWhatTheyCannotShow() {
        const Chinese chinese;
        using core::source::FeedKind;
        for (const auto kind : {FeedKind::Logs, FeedKind::Transactions, FeedKind::Blocks, FeedKind::Messages})
            for (const std::string& sentence : core::source::blindSpots(kind, false)) {
                const QString english = QString::fromStdString(sentence);
                QVERIFY2(isKnown(english) && inLanguage(english) != english, sentence.c_str());
            }
        QCOMPARE(inLanguage(QStringLiteral("timeout: DNS: no answer in time")),
                 QStringLiteral("超时：DNS：未及时应答"));
        QCOMPARE(inLanguage(QStringLiteral("network: TCP: Connection refused")),
                 QStringLiteral("网络：TCP: Connection refused"));
        QCOMPARE(inLanguage(QStringLiteral("unauthorized: websocket: refused with HTTP 401. The key is missing or "
                                           "refused")),
                 QStringLiteral("未授权：websocket：被拒绝，HTTP 401。密钥缺失或被拒绝"));
    }

    void englishIsWhatCoreSaid() {
        for (const auto& [wording, sentence] : m_heard.all) QCOMPARE(inLanguage(sentence), sentence);
        QCOMPARE(inLanguage(std::vector<std::string>{"One.", "Two."}), QStringLiteral("One. Two."));
        // And again after another language was spoken.
        const QString first = m_heard.all.begin()->second;
        {
            const Chinese chinese;
            QVERIFY(inLanguage(first) != first);
        }
        QCOMPARE(inLanguage(first), first);
    }

    void numbersAndNamesStandWhereTheyBelong_data() {
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("chinese");
        const auto row = [](const char* name, const char* english, const char* chinese) {
            QTest::newRow(name) << QString::fromUtf8(english) << QString::fromUtf8(chinese);
        };
        row("snipers", "WIF: 3 wallets bought 12.5% of supply in the creation slot.",
            "WIF：3 个钱包买入供应量的 12.5%，在创建 slot 内。");
        row("one sniper", "WIF: 1 wallet bought 0.3% of supply 1 slot behind the creation.",
            "WIF：1 个钱包买入供应量的 0.3%，在创建后 1 个 slot。");
        row("an optional tail",
            "WIF: 4 wallets bought 9.0% of supply for 1.20 SOL in slot 331, side by side in the "
            "block, tickets within 2.0%.",
            "WIF：4 个钱包在 slot 331 以 1.20 SOL 买入供应量的 9.0%，在区块内相邻，各笔金额相差不超过 2.0%。");
        row("no tail", "WIF: 4 wallets bought 9.0% of supply for 1.20 SOL in slot 331, right behind the creation.",
            "WIF：4 个钱包在 slot 331 以 1.20 SOL 买入供应量的 9.0%，紧跟在创建之后。");
        row("a list",
            "WIF: 3 likely linked wallets of a cluster of 5 bought or hold the coin, 7.1% of supply now; "
            "linked by funded by same, transfer.",
            "WIF：一个 5 个钱包的关联钱包群中有 3 个疑似关联的钱包买入或持有该代币，现占供应量的 7.1%；"
            "关联依据：同一钱包注资、转账。");
        row("a pump",
            "WIF: 30 trades by about 1 buyer in 25 s, 12.00 quote units against a usual 0.40, price +35.0% in 25 "
            "s; 4 "
            "of 5 points above the coin's own past.",
            "WIF：25 秒内 30 笔交易（约 1 个买家），12.00 计价单位（平时 0.40），25 秒内价格 +35.0%；"
            "超出该代币自身过往 5 分中的 4 分。");
        row("fresh wallets",
            "WIF: 9 of 30 early buyers whose beginning is known were fresh wallets, another 2 younger than 10 "
            "days; they "
            "bought 7.5% of supply. About 15% are fresh on any coin; by chance as many are on one coin in 1,200.",
            "WIF：起源已知的 30 个早期买家中有 9 个是新钱包，另有 2 个不足 10 天；它们买入供应量的 7.5%。"
            "任何代币上约有 15% 是新钱包；偶然出现这么多的概率为每 1,200 个代币中一个。");
        row("smart money",
            "Closed 12 positions with a mean return of +40% after shrinkage (+10% at the lower 5% bound; all "
            "wallets "
            "-3%), 60% of them won: no longer credibly above the others.",
            "平仓 12 次，收缩后平均收益 +40%（5% 下界为 +10%；所有钱包为 -3%），其中 60% 盈利："
            "已不再可信地高于其他钱包。");
        row("clauses", "WIF: the dev sold 2.00% of supply for 3.40 SOL within 5m; market cap is 120.5 SOL.",
            "WIF：5 分钟内开发者卖出供应量的 2.00%（3.40 SOL）；市值为 120.5 SOL。");
        row("a list's name", "WIF: abcd…wxyz of list whales; big sold 3.00 SOL.",
            "WIF：abcd…wxyz（名单“whales; big”）卖出价值 3.00 SOL。");
        row("the user's own title", "WIF: My rule.", "WIF: My rule.");
        row("an address list's name", "On the address list as Binance 2.", "在地址名单上：Binance 2。");
        row("folded", "3 more alerts: 2 dev_dump, 1 pump.", "还有 3 条提醒：开发者砸盘 2 条、拉盘 1 条。");
    }
    void numbersAndNamesStandWhereTheyBelong() {
        QFETCH(QString, english);
        QFETCH(QString, chinese);
        const Chinese language;
        QCOMPARE(inLanguage(english), chinese);
    }

    void hostileNamesChangeNothing_data() {
        QTest::addColumn<QString>("name");
        const auto row = [](const char* id, const QString& name) { QTest::newRow(id) << name; };
        row("a colon", QStringLiteral("A: B"));
        row("a placeholder", QStringLiteral("%1"));
        row("placeholders", QStringLiteral("%2%3%%12 %n"));
        row("a sentence", QStringLiteral("X: 1 wallet bought 1.0% of supply in t"));
        row("ends as a sentence", QStringLiteral("3 wallets bought 12.5% of supply."));
        row("a clause", QStringLiteral("the dev sold; it has graduated"));
        row("a reason", QStringLiteral("database"));
        row("markup", QStringLiteral("<b>&amp;</b>"));
        row("bidi", QString::fromUtf8("\u202egnp\u202c.exe"));
        row("emoji", QString::fromUtf8("🐸🐸: 🐸"));
        row("Chinese", QString::fromUtf8("：在创建 slot 内买入供应量的 %3%。"));
        row("longest", QString(40, u'x') + u'…');
        row("longest beyond the plane", QString::fromUtf8("🐸").repeated(40) + u'…');
        row("a blank", QStringLiteral(" "));
        row("a number", QStringLiteral("12.5%"));
        row("a line", QStringLiteral("a\nb"));
    }
    void hostileNamesChangeNothing() {
        QFETCH(QString, name);
        const Chinese chinese;
        const std::vector<std::pair<QString, QString>> sentences{
            {QStringLiteral(": 3 wallets bought 12.5% of supply in the creation slot."),
             QString::fromUtf8("：3 个钱包买入供应量的 12.5%，在创建 slot 内。")},
            {QStringLiteral(": the dev sold 80% of the peak bag (4.0% of supply) in one trade."),
             QString::fromUtf8("：开发者以一笔交易卖出峰值持仓的 80%（供应量的 4.0%）。")},
            {QStringLiteral(": the dev sold 2.00% of supply within 5m; it has graduated."),
             QString::fromUtf8("：5 分钟内开发者卖出供应量的 2.00%；已毕业。")}};
        for (const auto& [english, shown] : sentences) QCOMPARE(inLanguage(name + english), name + shown);
        // And as the second name in one sentence.
        QCOMPARE(
            inLanguage(QStringLiteral("WIF: number 2 of the coins seen with this name and symbol; the first, %1 "
                                      "(abcd…wxyz), is 3 min older.")
                           .replace(QStringLiteral("%1"), name)),
            QString::fromUtf8("WIF：所见使用此名称和代号的代币中的第 2 个；最早的 %1（abcd…wxyz）早 3 分钟。")
                .replace(QStringLiteral("%1"), name));
    }

    void whatIsNoSentenceStays_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("words") << QStringLiteral("Nobody ever said this.");
        QTest::newRow("cut off") << QStringLiteral("WIF: 3 wallets bought 12.5% of supply in the creation slo");
        QTest::newRow("more behind it")
            << QStringLiteral("WIF: 3 wallets bought 12.5% of supply in the creation slot. And more");
        QTest::newRow("no number") << QStringLiteral("WIF: x wallets bought 12.5% of supply in the creation slot.");
        QTest::newRow("a longer name than core lets be")
            << QString(42, u'x') + QStringLiteral(": 3 wallets bought 12.5% of supply in the creation slot.");
        QTest::newRow("very long") << QString(100'000, u':');
        QTest::newRow("lone surrogates") << QString(3, QChar(0xd83d));
    }
    void whatIsNoSentenceStays() {
        QFETCH(QString, text);
        const Chinese chinese;
        QCOMPARE(inLanguage(text), text);
    }

    // Texts made to be read in as many ways as there are: the grammar gives up in time.
    void hostileTextsEnd() {
        const Chinese chinese;
        for (const QString& piece :
             {QStringLiteral("not: "), QStringLiteral("; "), QStringLiteral(": "), QStringLiteral("the dev sold; "),
              QStringLiteral("abcd…wxyz of list "), QStringLiteral("1% of supply ")}) {
            const QString text = QStringLiteral("X: ") + piece.repeated(1'900 / piece.size()) + u'.';
            const QString shown = inLanguage(text);
            QVERIFY(!shown.isEmpty());
        }
    }

    // Names that a generator makes of pieces of sentences; the seed is printed.
    void randomNamesStayWhole() {
        const Chinese chinese;
        std::mt19937_64 random(test::printedSeed(20261130));
        const QStringList pieces{QStringLiteral(": "), QStringLiteral("; "),      QStringLiteral("%1"),
                                 QStringLiteral("3"),  QStringLiteral(" of"),     QStringLiteral("supply"),
                                 QStringLiteral("."),  QStringLiteral("the dev"), QStringLiteral("("),
                                 QStringLiteral("…"),  QStringLiteral("x"),       QStringLiteral(" in ")};
        for (int round = 0; round < 2'000; ++round) {
            QString name;
            while (name.size() < 1 + static_cast<qsizetype>(random() % 30))
                name += pieces[static_cast<qsizetype>(random() % static_cast<std::uint64_t>(pieces.size()))];
            name = name.left(40);
            const QString english =
                name + QStringLiteral(": 3 wallets bought 12.5% of supply in the creation slot.");
            QCOMPARE(inLanguage(english),
                     name + QString::fromUtf8("：3 个钱包买入供应量的 12.5%，在创建 slot 内。"));
        }
    }

private:
    static bool isUnit(const QString& text) {
        core::Flag flag;
        flag.unit = text.toStdString();
        const QString english = ui::format::flagValue(flag);
        const Chinese chinese;
        return ui::format::flagValue(flag) != english && foreignWords(ui::format::flagValue(flag), {}).isEmpty();
    }
};

QTEST_MAIN(TstPhrases)
#include "tst_phrases.moc"
