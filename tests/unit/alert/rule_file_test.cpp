// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/alert/rule_file.h"
#include "core/alert/default_rules.h"
#include "core/alert/rule_edit.h"
#include "core/alert/toml_text.h"
#include "tests/support/rule_maker.h"
#include "tests/support/seed.h"
#endif

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace core::alert;

namespace {

const std::string kRule = "[[rule]]\nid = \"a\"\nwhen = 'dev sells'\n";

QString told(const ParsedRules& read) {
    return QString::fromStdString(problemText("f", read.problems));
}

}  // namespace

class RuleFileTest : public QObject {
    Q_OBJECT
private slots:
    void readsARule() {
        const auto read = parseRules(R"(# mine
format = 1
[list.X]
wallets = ["So11111111111111111111111111111111111111112"]
[[rule]]
id = "dev_sells"
title = "The dev sells"
version = 3
group = "high_signal"
severity = "critical"
kind = "dev_dump"
cool_down = "2h"
scope = { list = "X" }
armed = false
when = """
dev or linked wallet sells >= 2% of supply within 60s
  or 3 wallets of list "X" buy within 5m"""
)");
        QVERIFY2(read.ok(), qPrintable(told(read)));
        const Rule& rule = read.set.rules.at(0);
        QCOMPARE(rule.id, std::string("dev_sells"));
        QCOMPARE(rule.version, 3U);
        QVERIFY(rule.group == core::AlertGroup::HighSignal && rule.severity == core::Severity::Critical);
        QCOMPARE(rule.coolDownSeconds, std::int64_t{7'200});
        QVERIFY(!rule.armed && rule.scope.what == Scope::What::List && rule.kind == "dev_dump");
        QCOMPARE(read.set.lists.at("X").wallets.size(), std::size_t{1});
    }

    void fillsInWhatIsLeftOut() {
        const auto read = parseRules(kRule);
        QVERIFY2(read.ok(), qPrintable(told(read)));
        const Rule& rule = read.set.rules.at(0);
        QCOMPARE(rule.title, std::string("a"));
        QVERIFY(rule.armed && !rule.severity && rule.version == 1 && rule.coolDownSeconds == 600);
        QVERIFY(parseRules("").ok());
    }

    void tellsEveryProblemWithItsPlace() {
        const auto read = parseRules(
            "formt = 1\n"                             // 1
            "[[rule]]\n"                              // 2
            "id = \"Bad Id\"\n"                       // 3
            "severity = \"warn\"\n"                   // 4
            "group = \"defense\"\n"                   // 5
            "cool_down = \"ten\"\n"                   // 6
            "scope = [\"nope\"]\n"                    // 7
            "verson = 2\n"                            // 8
            "when = 'dev selss'\n"                    // 9
            "[[rule]]\n"                              // 10
            "id = \"b\"\n"                            // 11
            "when = \"\"\"\n"                         // 12
            "dev sells and\n"                         // 13
            "  wallet of list \\\"Y\\\" bys\"\"\"\n"  // 14
            "[[rule]]\n"                              // 15
            "id = \"c\"\n"                            // 16
            "when = 'coin age < 5m'\n"                // 17
            "[[rule]]\n"                              // 18
            "id = \"d\"\n"                            // 19
            "when = 'wallet of list \"Y\" buys'\n");  // 20
        const std::vector<std::tuple<std::size_t, std::size_t, QString>> expected{
            {1, 1, "did you mean \"format\""},
            {3, 6, "An id has"},
            {4, 12, "is no severity"},
            {5, 9, "did you mean \"defence\""},
            {6, 13, "cool-down"},
            {7, 10, "is no address"},
            {8, 1, "did you mean \"version\""},
            {9, 13, "did you mean \"sells\""},
            {14, 24, "did you mean \"buys\""},
            {17, 9, "makes the rule look"},
            {20, 25, "There is no list \"Y\""}};
        for (const auto& [line, column, text] : expected) {
            const bool found = std::any_of(read.problems.begin(), read.problems.end(), [&](const Problem& problem) {
                return problem.line == line && problem.column == column &&
                       QString::fromStdString(problem.text).contains(text);
            });
            QVERIFY2(found, qPrintable(QString("%1:%2 ").arg(line).arg(column) + text + "\n" + told(read)));
        }
        QVERIFY(read.set.rules.empty());
    }

    void tellsWhereTomlEnds() {
        const auto read = parseRules("format = 1\n[[rule]]\nid = \"a\n");
        QCOMPARE(read.problems.size(), std::size_t{1});
        QCOMPARE(read.problems[0].line, std::size_t{3});
        QVERIFY(read.problems[0].text.starts_with("This is no TOML"));
    }

    void knowsListsFromElsewhere() {
        const std::string text = "[[rule]]\nid = \"a\"\nwhen = 'wallet of list \"Y\" buys'\n";
        QVERIFY(!parseRules(text).ok());
        QVERIFY(parseRules(text, {{"Y", {}}}).ok());
        QVERIFY(parseRules("[[rule]]\nid = \"a\"\nwhen = 'wallet of list \"watched\" buys'\n").ok());
    }

    void placesInStringsOfAllForms() {
        const std::string file = "a = \"x\\\"y\\u00e9z\"\n";
        const TomlText text{file, 1, 5};
        QVERIFY((text.placeOf(0) == std::pair<std::size_t, std::size_t>{1, 6}));   // x
        QVERIFY((text.placeOf(1) == std::pair<std::size_t, std::size_t>{1, 7}));   // \"
        QVERIFY((text.placeOf(2) == std::pair<std::size_t, std::size_t>{1, 9}));   // y
        QVERIFY((text.placeOf(3) == std::pair<std::size_t, std::size_t>{1, 10}));  // é, two bytes
        QVERIFY((text.placeOf(5) == std::pair<std::size_t, std::size_t>{1, 16}));  // z
        const std::string lines = "b = '''\n\xc3\xa9q\nr'''\n";
        const TomlText second{lines, 1, 5};
        QVERIFY(
            (second.placeOf(2) == std::pair<std::size_t, std::size_t>{2, 2}));  // q, behind a letter of two bytes
        QVERIFY((second.placeOf(4) == std::pair<std::size_t, std::size_t>{3, 1}));
        const TomlText beyond{lines, 9, 9};
        (void)beyond.placeOf(100);
    }

    void printsWhatReadsTheSame() {
        std::mt19937_64 random{test::printedSeed(20261129)};
        test::RuleMaker maker{random};
        RuleSet set;
        set.lists["X"].wallets = {core::Wallet{}};
        set.lists["two words"].mints = {core::Mint{}};
        for (std::size_t i = 0; i < 1'000; ++i) set.rules.push_back(maker.rule(i));
        const std::string text = printRules(set);
        const auto read = parseRules(text);
        QVERIFY2(read.ok(), qPrintable(told(read).left(2'000)));
        QCOMPARE(read.set.rules.size(), set.rules.size());
        for (std::size_t i = 0; i < set.rules.size(); ++i)
            QVERIFY2(read.set.rules[i] == set.rules[i], printRule(set.rules[i]).c_str());
        QVERIFY(read.set == set);
        QCOMPARE(printRules(read.set), text);
    }

    void takesAnyBytes() {
        std::mt19937_64 random{test::printedSeed(11)};
        const std::string sample{defaultRulesText()};
        for (int i = 0; i < 300; ++i) {
            std::string text = sample.substr(0, 1'200);
            for (int changes = 0; changes < 5; ++changes)
                text[test::below(random, text.size())] = static_cast<char>(random());
            const auto read = parseRules(text);
            for (const Problem& problem : read.problems) QVERIFY(problem.line > 0 && problem.column > 0);
        }
    }

    // What a fuzzer found: the library takes for granted that nobody writes the first ones, and a rule without a
    // title is called by its id, whatever that is.
    void oddFilesAreToldAndNothingElse() {
        for (const std::string text :
             {"[?]", "[[\n", "a = [ } ]", "a = { b = ]", "[[rule]]\nid = \"\\u202e\"\nwhen = 'dev sells'\n",
              "[[rule]]\nid = \"A b\"\n", "[x", "[[rule]]\n= 1\n"}) {
            const ParsedRules read = parseRules(text);
            QVERIFY2(!read.ok() && read.set.rules.empty(), text.c_str());
            QVERIFY(!rulePlaces(text) || read.problems.front().line >= 1);
        }
        QCOMPARE(parseRules("x = 1\n  [?]").problems.front().line, std::size_t{2});
        QCOMPARE(parseRules("x = 1\n  [?]").problems.front().column, std::size_t{3});
    }
    void isBounded() {
        QVERIFY(!parseRules(std::string((1U << 20U) + 1, '#')).ok());
        std::string deep = "a = ";
        for (int i = 0; i < 100'000; ++i) deep += '[';
        QVERIFY(!parseRules(deep).ok());
        std::string many;
        for (int i = 0; i < 3'000; ++i) many += "[[rule]]\nid = \"A\"\nwhen = ''\n";
        QVERIFY(parseRules(many).problems.size() <= RuleFileLimits::kMostProblems + 1);
        const auto twice = parseRules(kRule + kRule);
        QVERIFY(told(twice).contains("There is a rule \"a\" already"));
    }

    void readsFiles() {
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("rules.toml").toStdString();
        QVERIFY(readRules(file).error().code == core::ErrorCode::Io);
        std::ofstream{file} << kRule;
        QCOMPARE(readRules(file)->rules.size(), std::size_t{1});
        std::ofstream{file} << "[[rule]]\nid = 3\n";
        const auto refused = readRules(file);
        QVERIFY(refused.error().code == core::ErrorCode::BadValue);
        QVERIFY(refused.error().context.find("rules.toml:2:6: ") != std::string::npos);
    }

    void theShippedRulesAreSound() {
        const RuleSet& rules = *defaultRules();
        QVERIFY(rules.rules.size() >= 7);
        for (const Rule& rule : rules.rules) QVERIFY(!rule.title.empty() && rule.coolDownSeconds >= 600);
        const auto armed =
            std::count_if(rules.rules.begin(), rules.rules.end(), [](const Rule& r) { return r.armed; });
        QCOMPARE(armed, 7);
        QVERIFY(parseRules(printRules(rules)).set == rules);
    }
};

QTEST_APPLESS_MAIN(RuleFileTest)
#include "rule_file_test.moc"
