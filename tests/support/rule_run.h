// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alert/rule_file.h"
#include "core/pipeline/engine.h"
#include "tests/support/market_events.h"

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace test {

/// The rules of a text. Throws std::runtime_error with its problems.
[[nodiscard]] inline std::shared_ptr<const core::alert::RuleSet> rulesOf(const std::string& text) {
    core::alert::ParsedRules read = core::alert::parseRules(text);
    if (!read.ok()) throw std::runtime_error(core::alert::problemText("rules", read.problems));
    return std::make_shared<const core::alert::RuleSet>(std::move(read.set));
}

/// A file of one rule with this condition; `more`: further lines of the rule.
[[nodiscard]] inline std::string ruleText(const std::string& when, const std::string& more = "") {
    return "[[rule]]\nid = \"r\"\nversion = 1\ncool_down = \"1s\"\n" + more + "\nwhen = '" + when + "'\n";
}

/// An engine with rules of its own over hand-made events; coin 1 has a supply of 10^15.
class RuleRun {
public:
    explicit RuleRun(const std::string& rules, core::alert::Watchlists lists = {},
                     std::vector<core::alert::FiredKey> fired = {})
        : engine(configOf(rules, std::move(lists), std::move(fired))) {
        engine.onAlert = [this](const core::Alert& alert) { alerts.push_back(alert); };
    }

    /// Applies an event; how many alerts it made.
    std::size_t operator()(const core::Event& event) {
        const std::size_t before = alerts.size();
        engine.apply(event);
        return alerts.size() - before;
    }
    void creates(std::int64_t second, std::uint64_t creator = 1, std::uint64_t mint = 1) {
        (*this)(at(test::createdEvent(++m_number, 0, creator, mint), second));
    }
    std::size_t trades(std::int64_t second, core::Side side, std::uint64_t coins, std::uint64_t wallet,
                       std::uint64_t lamports = 1'000'000'000, std::uint64_t mint = 1) {
        return (*this)(at(test::tradeEvent(++m_number, 0, side, coins, lamports, wallet, mint), second));
    }
    std::size_t buys(std::int64_t second, std::uint64_t coins, std::uint64_t wallet,
                     std::uint64_t lamports = 1'000'000'000, std::uint64_t mint = 1) {
        return trades(second, core::Side::Buy, coins, wallet, lamports, mint);
    }
    std::size_t sells(std::int64_t second, std::uint64_t coins, std::uint64_t wallet,
                      std::uint64_t lamports = 1'000'000'000, std::uint64_t mint = 1) {
        return trades(second, core::Side::Sell, coins, wallet, lamports, mint);
    }
    /// Wallets that buy in one transaction are one hand (P = .957).
    void together(std::int64_t second, std::initializer_list<std::uint64_t> wallets, std::uint64_t coins,
                  std::uint64_t mint = 1) {
        const std::uint64_t number = ++m_number;
        std::uint16_t path = 0;
        for (const std::uint64_t wallet : wallets) {
            core::Event event =
                at(test::tradeEvent(number, 0, core::Side::Buy, coins, coins / 1'000, wallet, mint), second);
            event.at.path = core::EventPath{2, ++path, 0};
            (*this)(event);
        }
    }
    std::size_t sends(std::int64_t second, std::uint64_t from, std::uint64_t to, std::uint64_t coins) {
        core::Event event = test::tradeEvent(++m_number, 0, core::Side::Buy, 0, 0);
        event.body = core::TokenTransfer{test::mintOf(1), test::walletOf(from), test::walletOf(to),
                                         core::TokenAmount{coins}, std::nullopt};
        return (*this)(at(event, second));
    }
    std::size_t graduates(std::int64_t second, std::uint64_t mint = 1) {
        core::Event event = test::tradeEvent(++m_number, 0, core::Side::Buy, 0, 0);
        event.body = core::Graduated{test::mintOf(mint), core::Symbol{"pumpfun"}, test::poolOf(mint)};
        return (*this)(at(event, second));
    }

    core::pipeline::Engine engine;
    std::vector<core::Alert> alerts;

    static constexpr std::int64_t kStart = 1'795'446'000;
    static constexpr std::uint64_t kSupply = 1'000'000'000'000'000;

private:
    static core::pipeline::EngineConfig configOf(const std::string& rules, core::alert::Watchlists lists,
                                                 std::vector<core::alert::FiredKey> fired) {
        core::pipeline::EngineConfig out;
        out.rules = rulesOf(rules);
        out.watchlists = std::move(lists);
        out.fired = std::move(fired);
        return out;
    }
    static core::Event at(core::Event event, std::int64_t second) {
        event.at.blockTime = core::BlockTime{kStart + second};
        event.at.slot = core::Slot{1'000 + static_cast<std::uint64_t>(second) * 5 / 2};
        return event;
    }
    std::uint64_t m_number = 0;
};

}  // namespace test
