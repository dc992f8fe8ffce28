// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/model/symbol.h"
#endif

#include <QTest>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

using core::Symbol;

class TestSymbol : public QObject {
    Q_OBJECT

private slots:
    void emptyIsTheDefault() {
        QVERIFY(Symbol{}.empty());
        QVERIFY(Symbol{""} == Symbol{});
        QCOMPARE(Symbol{}.name(), std::string_view());
    }
    void sameNameSameSymbol() {
        const std::string name = "pumpfun";
        const Symbol a{name};
        QVERIFY(a == Symbol{"pumpfun"});
        QVERIFY(a != Symbol{"pumpswap"});
        QCOMPARE(a.name(), std::string_view("pumpfun"));
        QVERIFY(!a.empty());
    }
    void longNamesBecomeOther() {
        const std::string longest(64, 'n');
        QCOMPARE(Symbol{longest}.name(), std::string_view(longest));
        QVERIFY(Symbol{std::string(65, 'n')} == Symbol{"other"});
        QVERIFY(Symbol{std::string(10'000'000, 'n')} == Symbol{"other"});
    }
    void threadsAgree() {
        constexpr int kNames = 200;
        std::vector<std::vector<Symbol>> seen(4);
        std::vector<std::thread> threads;
        for (auto& mine : seen)
            threads.emplace_back([&mine] {
                for (int i = 0; i < kNames; ++i) mine.push_back(Symbol{"thread_" + std::to_string(i)});
            });
        for (auto& thread : threads) thread.join();
        for (const auto& mine : seen) QVERIFY(mine == seen.front());
        for (int i = 0; i < kNames; ++i)
            QCOMPARE(seen.front()[static_cast<std::size_t>(i)].name(),
                     std::string_view("thread_" + std::to_string(i)));
    }
    // Last, because it fills the table of this process.
    void tableIsBounded() {
        const Symbol early{"early_name"};
        for (int i = 0; i < 100'000; ++i) (void)Symbol{"hostile_" + std::to_string(i)};
        QVERIFY(Symbol{"one_more"} == Symbol{"other"});
        QCOMPARE(Symbol{"one_more"}.name(), std::string_view("other"));
        QVERIFY(Symbol{"early_name"} == early);
        QCOMPARE(early.name(), std::string_view("early_name"));
        QVERIFY(Symbol{"hostile_0"} != Symbol{"other"});
    }
};

QTEST_APPLESS_MAIN(TestSymbol)
#include "test_symbol.moc"
