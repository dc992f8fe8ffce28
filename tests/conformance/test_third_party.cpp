// SPDX-License-Identifier: GPL-3.0-or-later
// Trades and launches against what other parsers' test suites assert for the same transactions, and every
// PumpPortal frame against its own text.
#ifndef Q_MOC_RUN
#include "shared_data.h"

#include "core/model/quote_asset.h"
#include "core/wire/dex/registry.h"
#endif

#include <QTest>

#include <iostream>
#include <map>
#include <regex>

using core::Event;
using core::Side;
using core::Trade;
using core::wire::Decoder;
using nlohmann::json;

namespace {

std::vector<Event> decodeFile(const std::string& name) {
    Decoder decoder;
    return conformance::decodeDocument(decoder, conformance::readFile(name));
}

std::vector<Trade> tradesOf(const std::vector<Event>& events) {
    std::vector<Trade> out;
    for (const Event& event : events)
        if (const auto* trade = std::get_if<Trade>(&event.body)) out.push_back(*trade);
    return out;
}

// One side of a trade as the wallet saw it: what it gave or got of a mint. Several amounts are right,
// because one suite counts what crossed the pool and another what the wallet paid with the fees.
struct Leg {
    std::string mint;
    std::vector<std::string> amounts;
};

Leg coinLeg(const Trade& trade) {
    Leg leg{trade.mint.base58(), {std::to_string(trade.baseAmount.value())}};
    if (trade.baseUser) leg.amounts.push_back(std::to_string(trade.baseUser->value()));
    return leg;
}
Leg quoteLeg(const Trade& trade) {
    Leg leg{trade.quoteMint.base58(), {std::to_string(trade.quoteAmount.value())}};
    if (trade.quoteUser) leg.amounts.push_back(std::to_string(trade.quoteUser->value()));
    return leg;
}

bool has(const std::vector<Leg>& legs, const std::string& mint, const std::string& amount) {
    for (const Leg& leg : legs)
        if (leg.mint == mint && std::find(leg.amounts.begin(), leg.amounts.end(), amount) != leg.amounts.end())
            return true;
    return false;
}

std::string describe(const std::vector<Leg>& legs) {
    std::string out;
    for (const Leg& leg : legs) {
        out += ' ' + leg.mint + '=';
        for (const auto& amount : leg.amounts) out += amount + '/';
    }
    return out;
}

bool decodes(std::initializer_list<const char*> venues) {
    for (const char* venue : venues)
        if (core::wire::venueById(venue) == nullptr) return false;
    return true;
}

// Which venues a fixture's swaps are on; a fixture is compared when all of them have a decoder.
bool covered(const std::string& file) {
    if (file.starts_with("OKXDEX_swap_0")) return decodes({"raydium_cpmm", "raydium_clmm"});
    if (file.starts_with("OKXDEX") || file.starts_with("raydium") || file == "jupiterAggregatorV6_Route_1.json")
        return decodes({"raydium_amm_v4"});
    if (file.starts_with("jupiterAggregatorV6_shared")) return decodes({"meteora_dlmm", "orca_whirlpool"});
    return true;
}

// The digits of a number in the frame's own text, as raw units.
std::optional<std::string> rawUnits(const std::string& frame, const std::string& name, std::size_t decimals) {
    const std::regex number("\"" + name + "\"\\s*:\\s*([0-9]+)(?:\\.([0-9]+))?([eE][-+]?[0-9]+)?");
    std::smatch found;
    if (!std::regex_search(frame, found, number)) return std::nullopt;
    std::string digits = found[1].str();
    std::string fraction = found[2].str();
    int exponent = found[3].matched ? std::stoi(found[3].str().substr(1)) : 0;
    fraction.resize(std::max<std::size_t>(fraction.size(), 64), '0');
    for (; exponent > 0; --exponent) {
        digits += fraction.front();
        fraction.erase(0, 1);
    }
    for (; exponent < 0; ++exponent) {
        fraction.insert(fraction.begin(), digits.back());
        digits.pop_back();
        if (digits.empty()) digits = "0";
    }
    digits += fraction.substr(0, decimals);
    if (fraction[decimals] >= '5') {
        // The service's numbers went through a double: half a unit and more is the next one.
        std::size_t at = digits.size();
        while (at > 0 && digits[at - 1] == '9') digits[--at] = '0';
        if (at > 0)
            ++digits[at - 1];
        else
            digits.insert(0, "1");
    }
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
    return digits;
}

}  // namespace

class TestThirdParty : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        if (!conformance::dataFolder()) QSKIP("no real transactions beside the project: nothing compared");
    }

    void goParserSwaps() {
        int compared = 0;
        const json expected = conformance::readJson("expected/0xjeffro-tx-parser.json");
        for (const auto& [file, tests] : expected.items()) {
            if (file.starts_with("broken") || !covered(file)) continue;
            const auto trades = tradesOf(decodeFile("0xjeffro-tx-parser/" + file));
            std::vector<Leg> given;
            std::vector<Leg> got;
            for (const Trade& trade : trades) {
                given.push_back(trade.side == Side::Buy ? quoteLeg(trade) : coinLeg(trade));
                got.push_back(trade.side == Side::Buy ? coinLeg(trade) : quoteLeg(trade));
            }
            for (const auto& test : tests) {
                for (const auto& action : test["actions"]) {
                    const json& fields = action["fields"];
                    if (!fields.contains("FromTokenAmount")) continue;
                    const std::string from = fields["FromToken"];
                    const std::string to = fields["ToToken"];
                    QVERIFY2(
                        has(given, from, fields["FromTokenAmount"]),
                        (file + " gives " + fields["FromTokenAmount"].get<std::string>() + " of" + describe(given))
                            .c_str());
                    QVERIFY2(has(got, to, fields["ToTokenAmount"]),
                             (file + " gets " + fields["ToTokenAmount"].get<std::string>() + " of" + describe(got))
                                 .c_str());
                    if (fields.contains("Who")) {
                        const std::string who = fields["Who"];
                        QVERIFY2(std::all_of(trades.begin(), trades.end(),
                                             [&](const Trade& trade) { return trade.wallet.base58() == who; }),
                                 (file + " is not by " + who).c_str());
                    }
                    ++compared;
                }
            }
        }
        std::cout << compared << " swaps of the Go parser's suite agree\n";
        QVERIFY(compared >= 4);
    }

    void goParserCreate() {
        const json action = conformance::readJson(
            "expected/0xjeffro-tx-parser.json")["pumpfun_create_0.json"][0]["actions"][0]["fields"];
        const auto events = decodeFile("0xjeffro-tx-parser/pumpfun_create_0.json");
        const core::TokenCreated* created = nullptr;
        for (const Event& event : events)
            if (const auto* found = std::get_if<core::TokenCreated>(&event.body)) created = found;
        QVERIFY(created != nullptr);
        QCOMPARE(created->mint.base58(), action["Mint"].get<std::string>());
        QCOMPARE(created->creator.value().base58(), action["Who"].get<std::string>());
        QCOMPARE(created->bondingCurve.value().base58(), action["BondingCurve"].get<std::string>());
        QCOMPARE(created->name, action["Name"].get<std::string>());
        QCOMPARE(created->symbol, action["Symbol"].get<std::string>());
        QCOMPARE(created->uri, action["Uri"].get<std::string>());
    }

    void brokenTransactionsGiveNothing() {
        for (const std::string file : {"broken_data_0.json", "broken_data_1.json"}) {
            Decoder decoder;
            const auto events =
                conformance::decodeDocument(decoder, conformance::readFile("0xjeffro-tx-parser/" + file));
            QVERIFY(events.empty());
            QCOMPARE(decoder.stats().undecoded.size(), std::size_t{1});
        }
    }

    void typescriptParserTrades() {
        const json expected = conformance::readJson("expected/vexelgray-solana-swap-parser.json");
        int compared = 0;
        for (const auto& [file, row] : expected.items()) {
            if (!row.contains("trades")) continue;
            const auto trades = tradesOf(decodeFile("vexelgray-solana-swap-parser/" + file));
            // The suite names 4 of the 5 buys of one transaction; all 5 balance (test_balances).
            auto at = trades.begin();
            for (const json& wanted : row["trades"]) {
                at = std::find_if(at, trades.end(), [&](const Trade& trade) {
                    return trade.wallet.base58() == wanted["trader"].get<std::string>();
                });
                QVERIFY2(at != trades.end(), wanted.dump().c_str());
                const Trade& trade = *at++;
                QCOMPARE(trade.mint.base58(), wanted["mint"].get<std::string>());
                QCOMPARE(trade.side == Side::Buy, wanted["is_buy"].get<bool>());
                QCOMPARE(std::to_string(trade.quoteAmount.value()), wanted["sol"].get<std::string>());
                QCOMPARE(std::to_string(trade.baseAmount.value()), wanted["token"].get<std::string>());
                QCOMPARE(std::to_string(trade.after.value().quote), wanted["virtual_sol"].get<std::string>());
                QCOMPARE(std::to_string(trade.after.value().base), wanted["virtual_token"].get<std::string>());
                ++compared;
            }
        }
        QVERIFY(compared >= 5);
        std::cout << compared << " trades of the TypeScript parser's suite agree\n";
    }

    void everyPumpPortalFrame() {
        Decoder decoder;
        int creates = 0;
        int refused = 0;
        int migrates = 0;
        int notices = 0;
        for (const std::string& line : conformance::readLines("jouleka-memecoin-bot/pumpportal_session1.jsonl")) {
            const std::string raw = json::parse(line)["raw"];
            const json frame = json::parse(raw);
            std::vector<Event> events;
            const std::string text = conformance::padded(raw);
            const auto done = decoder.websocket(text, core::RecvTime{1'783'089'923'000'000'000}, events);
            if (!frame.contains("txType")) {
                ++notices;
                QVERIFY(events.empty());
                continue;
            }
            if (frame["txType"] == "create" && frame["mint"] == "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v") {
                // The service names USDC as the coin of curves quoted in it.
                QVERIFY(!done && events.empty());
                ++refused;
                continue;
            }
            QVERIFY2(done, raw.c_str());
            for (const Event& event : events)
                QCOMPARE(event.at.signature.value().base58(), frame["signature"].get<std::string>());
            if (frame["txType"] == "migrate") {
                QCOMPARE(events.size(), std::size_t{1});
                QCOMPARE(std::get<core::Graduated>(events[0].body).mint.base58(), frame["mint"].get<std::string>());
                ++migrates;
                continue;
            }
            const auto& created = std::get<core::TokenCreated>(events.at(0).body);
            QCOMPARE(created.mint.base58(), frame["mint"].get<std::string>());
            QCOMPARE(created.creator.value().base58(), frame["traderPublicKey"].get<std::string>());
            QCOMPARE(created.name, frame["name"].get<std::string>());
            QCOMPARE(created.symbol, frame["symbol"].get<std::string>());
            QCOMPARE(created.uri, frame["uri"].get<std::string>());
            if (frame["pool"] == "pump") {
                QCOMPARE(created.bondingCurve.value().base58(), frame["bondingCurveKey"].get<std::string>());
            }
            const std::string bought = rawUnits(raw, "initialBuy", 6).value();
            if (bought == "0") {
                QCOMPARE(events.size(), std::size_t{1});
            } else {
                QCOMPARE(events.size(), std::size_t{2});
                const auto& trade = std::get<Trade>(events[1].body);
                QCOMPARE(std::to_string(trade.baseAmount.value()), bought);
                QCOMPARE(std::to_string(trade.quoteAmount.value()), rawUnits(raw, "solAmount", 9).value());
                QVERIFY(trade.side == Side::Buy);
                QCOMPARE(trade.wallet.base58(), frame["traderPublicKey"].get<std::string>());
                if (frame["pool"] == "pump") {
                    QCOMPARE(std::to_string(trade.after.value().base),
                             rawUnits(raw, "vTokensInBondingCurve", 6).value());
                    QCOMPARE(std::to_string(trade.after.value().quote),
                             rawUnits(raw, "vSolInBondingCurve", 9).value());
                }
            }
            ++creates;
        }
        std::cout << creates << " creates, " << migrates << " migrations, " << refused << " refused, " << notices
                  << " notices\n";
        QCOMPARE(creates, 188);
        QCOMPARE(refused, 10);
        QCOMPARE(migrates, 7);
        QCOMPARE(notices, 3);
    }
};

QTEST_GUILESS_MAIN(TestThirdParty)
#include "test_third_party.moc"
