// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alert/rule_edit.h"
#include "tests/support/rule_maker.h"
#include "tests/support/seed.h"

#include <QTest>

using namespace core::alert;

namespace {

const std::string kFile = R"(# mine, do not touch
format = 1

[list.friends]   # people
wallets = []

# first
[[rule]]
id = "one"   # short
title = "The first"
version = 3
when = 'anyone buys >= 1 SOL'   # much

# second
[[rule]]
title = "狙击"
id = "two"
when = """
anyone \
  sells >= 2 SOL"""
scope = [
  "So11111111111111111111111111111111111111112",   # wrapped
]
# the end
)";

RuleSet setOf(const std::string& text) {
    const Watchlists known{{"X", {}}};
    ParsedRules read = parseRules(text, known);
    if (!read.ok()) qFatal("%s", problemText("text", read.problems).c_str());
    return read.set;
}

}  // namespace

class RuleEditTest : public QObject {
    Q_OBJECT
private slots:
    void placesAreThoseOfTheText() {
        const auto places = rulePlaces(kFile);
        QVERIFY(places);
        QCOMPARE(places->size(), std::size_t{2});
        const auto part = [&](std::size_t i) {
            return kFile.substr((*places)[i].from, (*places)[i].to - (*places)[i].from);
        };
        QVERIFY(part(0).starts_with("[[rule]]\nid = \"one\""));
        QVERIFY(part(0).ends_with("# much\n"));
        QCOMPARE((*places)[1].id, std::string("two"));
        QVERIFY(part(1).starts_with("[[rule]]\ntitle"));
        QVERIFY(part(1).ends_with("]\n"));
        QVERIFY(!rulePlaces("[[rule]"));
        QVERIFY(!rulePlaces("[?]") && !rulePlaces("a = 1\n [[ \n"));
        QVERIFY(rulePlaces("")->empty());
        QVERIFY(rulePlaces("rule = 3")->empty());
    }
    void oneValueIsWrittenAndNothingElse() {
        Rule rule = setOf(kFile).rules[0];
        rule.version = 4;
        std::string wanted = kFile;
        wanted.replace(wanted.find("version = 3"), 11, "version = 4");
        QCOMPARE(withRule(kFile, "one", rule).value(), wanted);
        // Nothing changed, nothing is written.
        QCOMPARE(withRule(wanted, "one", rule).value(), wanted);
    }
    void aTextOfSeveralLinesIsReplaced() {
        Rule rule = setOf(kFile).rules[1];
        rule.title = "Sniped";
        rule.scope = {};
        std::get<Activity>(rule.when.is).amount = Quantity{Number{5}, Unit::Sol};
        const std::string made = withRule(kFile, "two", rule).value();
        QCOMPARE(setOf(made).rules[1], rule);
        QVERIFY(made.find("# second") != std::string::npos && made.ends_with("# the end\n"));
        QVERIFY(made.starts_with(kFile.substr(0, kFile.find("# second"))));
    }
    void settingsComeAndGo() {
        Rule rule = setOf(kFile).rules[0];
        rule.armed = false;
        rule.kind = "mine";
        rule.sound = "alarm";
        std::string made = withRule(kFile, "one", rule).value();
        QCOMPARE(setOf(made).rules[0], rule);
        QVERIFY(made.find("# much") != std::string::npos);
        rule.armed = true;
        rule.kind.clear();
        made = withRule(made, "one", rule).value();
        QCOMPARE(setOf(made).rules[0], rule);
        QVERIFY(made.find("kind") == std::string::npos && made.find("armed = true") != std::string::npos);
    }
    void rulesAreAddedAndTakenAway() {
        Rule rule = setOf(kFile).rules[0];
        rule.id = "three";
        const std::string more = withRule(kFile, "three", rule).value();
        QVERIFY(more.starts_with(kFile));
        QCOMPARE(setOf(more).rules.size(), std::size_t{3});
        QCOMPARE(withoutRule(more, "three").value(), kFile);
        QCOMPARE(setOf(withoutRule(kFile, "one").value()).rules.size(), std::size_t{1});
        QCOMPARE(withoutRule(kFile, "none").error().code, core::ErrorCode::NotFound);
        QCOMPARE(setOf(withRule("", "three", rule).value()).rules, std::vector{rule});
    }
    void aRuleAsSomebodyWroteIt() {
        const std::string text = "[[rule]]\n# why\nid = \"one\"\nwhen = 'anyone sells'";
        const std::string made = withRuleText(kFile, "one", text).value();
        QVERIFY(made.find(text) != std::string::npos);
        QCOMPARE(setOf(made).rules.size(), std::size_t{2});
        QVERIFY(made.ends_with("# the end\n"));
    }
    void rulesOfAnotherFileAreTakenOver() {
        const std::string other =
            "[list.friends]\nwallets = [\"So11111111111111111111111111111111111111112\"]\n"
            "[list.more]\nmints = []\n"
            "[[rule]]\n# theirs\nid = \"one\"\nwhen = 'wallet of list \"more\" buys'\n" +
            printRule(setOf(kFile).rules[1]) + "[[rule]]\nid = \"new\"   # fresh\nwhen = 'anyone mints'\n";
        const auto made = withRulesOf(kFile, other);
        QVERIFY(made);
        QVERIFY(made->text.starts_with(kFile));
        QCOMPARE(made->added, (std::vector<std::string>{"one-2", "new"}));
        QCOMPARE(made->renamed, std::vector<std::string>{"one-2"});
        QCOMPARE(made->same, std::size_t{1});
        QCOMPARE(made->kept, std::vector<std::string>{"friends"});
        QVERIFY2(
            made->text.find("# theirs") != std::string::npos && made->text.find("# fresh") != std::string::npos,
            made->text.c_str());
        const RuleSet set = setOf(made->text);
        QCOMPARE(set.rules.size(), std::size_t{4});
        QVERIFY(set.lists.contains("more") && set.lists.at("friends").wallets.empty());
        // Twice is once.
        QCOMPARE(withRulesOf(made->text, other)->added, std::vector<std::string>{"one-3"});
        QCOMPARE(withRulesOf(kFile, "[[rule]]\nid = \"x\"").error().code, core::ErrorCode::BadValue);
        // Rules in a row cannot stand beside rules under headings: what is there stays readable.
        const std::string row = "rule = [{id = \"a\", when = 'anyone burns'}]\n";
        QVERIFY(setOf(row).rules.size() == 1);
        QCOMPARE(withRulesOf(row, "[[rule]]\nid = \"b\"\nwhen = 'anyone burns'\n").error().code,
                 core::ErrorCode::BadValue);
    }
    void aFileWithAMistakeStaysAsItIs() {
        QCOMPARE(withRule("[[rule]", "one", {}).error().code, core::ErrorCode::BadShape);
        QCOMPARE(withRuleText("x = ", "one", "").error().code, core::ErrorCode::BadShape);
        // A second rule of that name would be no sound file.
        Rule rule = setOf(kFile).rules[0];
        rule.id = "two";
        QVERIFY(!withRule(kFile, "one", rule));
    }
    // Any rule in the place of any other: the file then has it and is else to the byte what it was.
    void anyRuleTakesAnyPlace() {
        std::mt19937_64 random{test::printedSeed(20261130)};
        test::RuleMaker maker{random};
        const Watchlists known{{"X", {}}};
        for (int i = 0; i < 300; ++i) {
            std::string text = "# head\nformat = 1\n";
            for (std::size_t k = 0; k < 3; ++k)
                text += "\n# rule " + std::to_string(k) + "\n" + printRule(maker.rule(k));
            text += "# tail\n";
            Rule rule = maker.rule(random() % 3);
            const auto made = withRule(text, rule.id, rule, known);
            QVERIFY2(made, text.c_str());
            const RuleSet after = setOf(*made);
            QCOMPARE(after.rules.size(), std::size_t{3});
            QCOMPARE(after.rules[rule.id.back() - '0'], rule);
            const auto before = rulePlaces(text);
            const auto now = rulePlaces(*made);
            const std::size_t at = rule.id.back() - '0';
            QCOMPARE(made->substr(0, (*now)[at].from), text.substr(0, (*before)[at].from));
            QCOMPARE(made->substr((*now)[at].to), text.substr((*before)[at].to));
        }
    }
};

QTEST_APPLESS_MAIN(RuleEditTest)
#include "rule_edit_test.moc"
