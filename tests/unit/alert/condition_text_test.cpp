// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/alert/condition_text.h"
#include "core/alert/words.h"
#include "tests/support/seed.h"
#endif

#include <QTest>

#include <string>

using namespace core::alert;

namespace {

Condition parsed(const std::string& text) {
    auto read = parseCondition(text);
    if (const auto* problems = std::get_if<std::vector<TextProblem>>(&read)) {
        qWarning("%s: %zu: %s", text.c_str(), problems->front().at, problems->front().text.c_str());
        return {};
    }
    return std::get<Condition>(read);
}

std::vector<TextProblem> problemsOf(const std::string& text) {
    auto read = parseCondition(text);
    if (auto* problems = std::get_if<std::vector<TextProblem>>(&read)) return *problems;
    return {};
}

}  // namespace

class ConditionTextTest : public QObject {
    Q_OBJECT
private slots:
    void readsAndPrints_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("canonical");
        const auto row = [](const char* text, const char* canonical = nullptr) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(canonical ? canonical : text);
        };
        row("dev or linked wallet sells >= 2 % of supply within 60 s",
            "dev or linked wallet sells >= 2% of supply within 1m");
        row("dev sells");
        row("linked wallet sends > 0.5% of supply");
        row("anyone buys >= 10 SOL");
        row("anyone buys >= 1.5k USD within 90sec", "anyone buys >= 1500 USD within 90s");
        row("3 wallets of list \"X\" buy within 5m and coin age < 1h");
        row("3 wallets of list 'X' with age < 1h buy within 5 min",
            "3 wallets of list \"X\" with age < 1h buy within 5m");
        row("2 wallets tagged smart_money with age > 1d, coins >= 20 buy >= 1 SOL each within 10m");
        row("second member of cluster sells", "2 members of cluster sell");
        row("cluster with confidence >= 0.8 holds >= 20% of supply and second member of cluster sells within 1h",
            "cluster with confidence >= 0.8 holds >= 20% of supply and 2 members of cluster sell within 1h");
        row("cluster with sellers >= 2");
        row("cluster sells >= 2% of supply within 1m");
        row("20 sells by anyone within 10s", "20 sells within 10s");
        row("3 buys by wallet tagged sniper >= 0.5 SOL each within 2m");
        row("price crosses above 1.2e-7 SOL", "coin price crosses above 0.00000012 SOL");
        row("coin market_cap crosses below 60k USD", "coin market_cap crosses below 60000 USD");
        row("flag pump starts and coin cluster_share < 1%");
        row("flag pump starts and not cluster_share >= 1% of supply",
            "flag pump starts and not coin cluster_share >= 1%");
        row("flag cabal with confidence >= 0.97, wallets >= 3, value > 20% within 5m");
        row("flag liquidity_removal ends within 1h");
        row("coin is watched and coin graduates");
        row("coin is on list \"mine\" and (dev sells or flag rug_risk)");
        row("(dev sells and dev buys within 1h) and coin is graduated",
            "dev sells and dev buys within 1h and coin is graduated");
        row("not (dev sells or dev buys)");
        row("not not dev sells");
        row("anyone removes liquidity >= 5 SOL");
        row("dev sells\n  and\tcoin liquidity > 5 SOL", "dev sells and coin liquidity > 5 SOL");
        row("dev sells or linked wallet sells");
    }
    void readsAndPrints() {
        QFETCH(QString, text);
        QFETCH(QString, canonical);
        const Condition read = parsed(text.toStdString());
        QCOMPARE(QString::fromStdString(printCondition(read)), canonical);
        QVERIFY(parsed(canonical.toStdString()) == read);
    }

    void bindsAsWritten() {
        const Condition read = parsed("dev sells or dev buys and coin is watched");
        const auto& any = std::get<AnyOf>(read.is);
        QCOMPARE(any.of.size(), std::size_t{2});
        QVERIFY(std::holds_alternative<AllOf>(any.of[1].is));
    }

    void saysWhatIsWrongAndWhere_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("at");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* text, int at, const char* says) {
            QTest::newRow(text) << text << at << says;
        };
        row("", 0, "The condition is empty");
        row("dev selss", 4, "did you mean \"sells\"?");
        row("flag pumpp", 5, "did you mean \"pump\"?");
        row("coin markt_cap > 5 USD", 5, "did you mean \"market_cap\"?");
        row("dev sells annd coin is watched", 10, "did you mean \"and\"?");
        row("dev sells >= 2% of suply", 19, "did you mean \"supply\"?");
        row("anyone buys <= 3 SOL", 12, "write >= or >");
        row("anyone buys >= 3% ", 15, "% of supply, SOL or USD");
        row("anyone buys >= 3", 15, "% of supply, SOL or USD");
        row("dev creates >= 3 SOL", 15, "has no amount");
        row("anyone sends >= 1 SOL", 16, "in % of supply");
        row("3 wallets buy >= 1 SOL", 14, "Say \"each\"");
        row("dev sells >= 1 SOL each", 10, "belongs to a number of wallets");
        row("0 wallets buy", 0, "from 1 to 1000");
        row("1.5 wallets buy", 0, "from 1 to 1000");
        row("5000 wallets buy", 0, "from 1 to 1000");
        row("dev sells within 3", 18, "unit of a time");
        row("dev sells within 3d", 17, "from 1s to 1d");
        row("coin age < 20", 13, "unit of a time");
        row("coin price crosses above 3", 25, "SOL or USD");
        row("coin holders crosses above 3", 13, "cannot be asked for a crossing");
        row("(dev sells", 10, "parenthesis is open");
        row("dev sells)", 9, "should end here");
        row("wallet \"abc\" buys", 7, "is no address");
        row("coin is on list \"a", 16, "does not end");
        row("coin trades > 1234567890123456789012", 14, "too many digits");
        row("coin trades > 12xyz", 16, "should end here");
        row("dev $ells", 4, "means nothing here");
        row("cluster", 7, "Say what of the cluster");
    }
    void saysWhatIsWrongAndWhere() {
        QFETCH(QString, text);
        QFETCH(int, at);
        QFETCH(QString, says);
        const auto problems = problemsOf(text.toStdString());
        QVERIFY2(!problems.empty(), "was taken");
        QVERIFY2(QString::fromStdString(problems.front().text).contains(says), problems.front().text.c_str());
        QCOMPARE(static_cast<int>(problems.front().at), at);
        for (const TextProblem& problem : problems) {
            QVERIFY(problem.at <= static_cast<std::size_t>(text.toUtf8().size()));
            QVERIFY2(problem.text.ends_with('.') || problem.text.ends_with('?'), problem.text.c_str());
        }
    }

    void tellsSeveralProblemsOfOneText() {
        const auto problems =
            problemsOf("anyone buys <= 3 SOL and coin holders crosses above 3 and dev creates >= 1 SOL");
        QCOMPARE(problems.size(), std::size_t{3});
    }

    void isBounded() {
        QVERIFY(problemsOf(std::string(5'000, 'a')).front().text.find("at most 4096") != std::string::npos);
        std::string deep;
        for (int i = 0; i < 1'000; ++i) deep += "(";
        QVERIFY(problemsOf(deep).front().text.find("deep") != std::string::npos);
        std::string nots;
        for (int i = 0; i < 1'000; ++i) nots += "not ";
        QVERIFY(problemsOf(nots).front().text.find("deep") != std::string::npos);
        std::string many = "dev buys";
        for (int i = 0; i < 70; ++i) many += " or dev buys";
        QVERIFY(problemsOf(many).front().text.find("at most 64 conditions") != std::string::npos);
        std::string tests = "flag pump with value > 1";
        for (int i = 0; i < 20; ++i) tests += ", value > 1";
        QVERIFY(problemsOf(tests).front().text.find("At most 8 tests") != std::string::npos);
    }

    // Any bytes are either a condition, which prints to itself, or problems.
    void takesAnyBytes() {
        std::mt19937_64 random{test::printedSeed(7)};
        const std::string sample =
            "3 wallets of list \"X\" with age < 1h buy >= 1 SOL each within 5m and not (flag pump starts or coin "
            "price "
            "crosses above 1e-7 SOL)";
        std::size_t sound = 0;
        for (int i = 0; i < 20'000; ++i) {
            std::string text = sample;
            for (std::size_t changes = 1 + test::below(random, 3); changes > 0; --changes) {
                const std::size_t at = test::below(random, text.size());
                switch (test::below(random, 3)) {
                    case 0: text[at] = static_cast<char>(random()); break;
                    case 1: text.erase(at, 1 + test::below(random, 8)); break;
                    default: text.insert(at, text.substr(test::below(random, text.size()), 9)); break;
                }
                if (text.empty()) text = " ";
            }
            const auto read = parseCondition(text);
            const auto* condition = std::get_if<Condition>(&read);
            if (condition == nullptr) {
                QVERIFY(!std::get<std::vector<TextProblem>>(read).empty());
                continue;
            }
            ++sound;
            const auto again = parseCondition(printCondition(*condition));
            QVERIFY2(std::holds_alternative<Condition>(again) && std::get<Condition>(again) == *condition,
                     text.c_str());
        }
        QVERIFY(sound > 0);
    }

    void everyWordIsDescribed() {
        for (const auto& fields : {walletFields(), flagFields(), clusterFields(), coinFields()})
            for (const Field& field : fields) QVERIFY(!field.units.empty() && field.description.ends_with('.'));
        for (const VerbWord& verb : verbs()) QVERIFY(verb.description.ends_with('.'));
        QCOMPARE(nearest("selss", std::array<std::string_view, 2>{"buys", "sells"}), std::string_view{"sells"});
        QVERIFY(nearest("zzzzzz", std::array<std::string_view, 2>{"buys", "sells"}).empty());
    }
};

QTEST_APPLESS_MAIN(ConditionTextTest)
#include "condition_text_test.moc"
