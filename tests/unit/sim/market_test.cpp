// SPDX-License-Identifier: GPL-3.0-or-later
// moc does not parse the C++20 headers that these include.
#ifndef Q_MOC_RUN
#include "core/sim/market.h"
#include "core/base/base58.h"
#include "core/base/base64.h"

#include <nlohmann/json.hpp>
#endif

#include <QtTest>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

using namespace core::sim;
using nlohmann::json;

namespace {

const std::string kPump = "6EF8rrecthR5Dkzon8Nwu78hRvfCKubJ14M5uBEwF6P";
const std::string kPumpSwap = "pAMMBay6oceH9fJKBRHGP5D4bD4sWpmSwMn52FMfXEA";
const std::string kPumpEvents = "Ce6TQqeHC9p8KetsN6JsjHK7UTZk7nasjjnr7XxXp9F1";
const std::string kPumpSwapEvents = "GS4CU59F31iL7aR2Q8zVS8DRrcRnXX1yjQ66TqNVQnaR";

using Bytes = std::vector<std::uint8_t>;

std::string hex(const Bytes& bytes, std::size_t count) {
    return QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(count))
        .toHex()
        .toStdString();
}
std::uint64_t u64At(const Bytes& bytes, std::size_t at) {
    std::uint64_t value = 0;
    for (std::size_t i = 8; i-- > 0;) value = (value << 8U) | bytes.at(at + i);
    return value;
}
std::string keyAt(const Bytes& bytes, std::size_t at) {
    return core::base58Encode(std::span{bytes}.subspan(at, 32));
}

std::uint64_t hashOf(const MarketOptions& options, std::size_t limit) {
    auto market = Market::create(options);
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    const auto add = [&](std::string_view text) {
        for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    };
    for (std::size_t i = 0; i < limit; ++i) {
        const auto transaction = (*market)->next();
        if (!transaction) break;
        add(transaction->transactionJson);
        add(transaction->logsNotificationValue);
        add(std::to_string(transaction->timeNs) + "/" + std::to_string(transaction->txIndex));
    }
    add((*market)->truthJson());
    return hash;
}

// A busy stretch with graduations in it; made once because every test looks at it from another side.
const std::vector<SimTransaction>& stretch() {
    static const std::vector<SimTransaction> kStretch = [] {
        MarketOptions options;
        options.scenario = "busy";
        options.tradesPerSecond = 60;
        options.durationSeconds = 110;
        auto market = Market::create(options);
        std::vector<SimTransaction> all;
        while (auto transaction = (*market)->next()) all.push_back(std::move(*transaction));
        return all;
    }();
    return kStretch;
}
const std::vector<json>& parsed() {
    static const std::vector<json> kParsed = [] {
        std::vector<json> all;
        for (const auto& transaction : stretch()) all.push_back(json::parse(transaction.transactionJson));
        return all;
    }();
    return kParsed;
}

// One "Program data:" line with the program on top of the stack when it was written.
struct LogEvent {
    std::string program;
    Bytes payload;
    std::size_t afterInvokes = 0;  ///< invoke lines before it
};
struct LogWalk {
    std::string trouble;                                       ///< empty = well formed
    std::vector<std::pair<std::string, std::size_t>> invokes;  ///< program, depth
    std::vector<LogEvent> events;
};

// Written from the grammar alone, so that it does not share a mistake with the generator.
LogWalk walk(const json& logs) {
    LogWalk out;
    std::vector<std::string> stack;
    for (const auto& element : logs) {
        const std::string line = element.get<std::string>();
        const auto words = QString::fromStdString(line).split(' ');
        if (line.starts_with("Program log: ") || line.starts_with("Program return: ")) {
            if (stack.empty()) out.trouble = "text outside of a program: " + line;
        } else if (line.starts_with("Program data: ")) {
            if (stack.empty()) {
                out.trouble = "data outside of a program";
                return out;
            }
            auto payload = core::base64Decode(line.substr(14));
            if (!payload) {
                out.trouble = "bad base64";
                return out;
            }
            out.events.push_back({stack.back(), std::move(*payload), out.invokes.size()});
        } else if (words.size() == 4 && words[2] == "invoke") {
            stack.push_back(words[1].toStdString());
            if (words[3] != QString("[%1]").arg(stack.size())) out.trouble = "depth: " + line;
            out.invokes.emplace_back(stack.back(), stack.size());
        } else if (words.size() >= 3 && (words[2] == "success" || words[2] == "failed:")) {
            if (stack.empty() || stack.back() != words[1].toStdString()) out.trouble = "pop: " + line;
            if (!stack.empty()) stack.pop_back();
        } else if (words.size() == 8 && words[2] == "consumed") {
            if (stack.empty() || stack.back() != words[1].toStdString()) out.trouble = "consumed: " + line;
            if (words[3].toULongLong() > words[5].toULongLong()) out.trouble = "more than there was: " + line;
        } else {
            out.trouble = "unknown line: " + line;
        }
        if (!out.trouble.empty()) return out;
    }
    if (!stack.empty()) out.trouble = "stack not empty at the end";
    return out;
}

struct FlatInstruction {
    std::string program;
    std::size_t depth = 1;
    std::vector<std::string> accounts;
    Bytes data;
};

std::vector<FlatInstruction> flatten(const json& transaction) {
    const json& keys = transaction["transaction"]["message"]["accountKeys"];
    std::vector<FlatInstruction> out;
    const auto add = [&](const json& instruction, std::size_t depth) {
        FlatInstruction flat;
        flat.program = keys.at(instruction["programIdIndex"].get<std::size_t>());
        flat.depth = depth;
        for (const auto& index : instruction["accounts"])
            flat.accounts.push_back(keys.at(index.get<std::size_t>()));
        flat.data = *core::base58Decode(instruction["data"].get<std::string>());
        out.push_back(std::move(flat));
    };
    const json& tops = transaction["transaction"]["message"]["instructions"];
    for (std::size_t top = 0; top < tops.size(); ++top) {
        add(tops[top], 1);
        for (const auto& group : transaction["meta"]["innerInstructions"])
            if (group["index"].get<std::size_t>() == top)
                for (const auto& inner : group["instructions"]) add(inner, inner["stackHeight"].get<std::size_t>());
    }
    return out;
}

bool isTrade(const LogEvent& event) {
    const std::string disc = hex(event.payload, 8);
    if (event.program == kPump) return disc == "bddb7fd34ee661ee";
    return event.program == kPumpSwap && (disc == "67f4521f2cf57777" || disc == "3e2f370aa503dc2a");
}

}  // namespace

class MarketTest : public QObject {
    Q_OBJECT
private slots:
    void sameSeedSameBytes();
    void namesTheScenariosItHas();
    void goesForwardInTime();
    void logsAreWellFormedAndMatchTheInstructions();
    void everyEventIsAlsoASelfCall();
    void eventsHaveTheDocumentedLengths();
    void tradesMoveWhatTheySay();
    void balancesAddUp();
    void balancesContinueFromTransactionToTransaction();
    void failedTransactionsChangeOnlyTheFee();
    void messagesAreSound();
    void countsOnlyTradesOfTheVenues();
    void graduationMovesTheMarketToThePool();
    void truthNamesSnipersAndDumps();
    void steadyCountsExactly();
    void averageRateIsTheOneAsked();
    void hasNamesOfManyScripts();
};

void MarketTest::sameSeedSameBytes() {
    MarketOptions options;
    options.tradesPerSecond = 50;
    const std::uint64_t first = hashOf(options, 2'000);
    QCOMPARE(hashOf(options, 2'000), first);
    options.seed = 2;
    QVERIFY(hashOf(options, 2'000) != first);
}

void MarketTest::namesTheScenariosItHas() {
    MarketOptions options;
    options.scenario = "nonsense";
    const auto refused = Market::create(options);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, core::ErrorCode::NotFound);
    for (const ScenarioInfo& info : scenarios()) {
        QVERIFY(refused.error().context.find(info.name) != std::string::npos);
        options.scenario = info.name;
        auto market = Market::create(options);
        QVERIFY(market.has_value());
        QVERIFY((*market)->next().has_value());
    }
}

void MarketTest::goesForwardInTime() {
    const SimTransaction* before = nullptr;
    std::set<std::string> signatures;
    for (const auto& transaction : stretch()) {
        QVERIFY(signatures.insert(transaction.signature).second);
        if (before != nullptr) {
            QVERIFY(transaction.timeNs >= before->timeNs);
            QVERIFY(transaction.blockTime >= before->blockTime);
            QVERIFY(transaction.slot > before->slot ||
                    (transaction.slot == before->slot && transaction.txIndex > before->txIndex));
        }
        before = &transaction;
    }
    QVERIFY(signatures.size() > 5'000);
}

void MarketTest::logsAreWellFormedAndMatchTheInstructions() {
    for (std::size_t i = 0; i < stretch().size(); ++i) {
        const json& meta = parsed()[i]["meta"];
        const json notified = json::parse(stretch()[i].logsNotificationValue);
        QCOMPARE(notified["logs"], meta["logMessages"]);
        QCOMPARE(notified["err"], meta["err"]);
        QCOMPARE(notified["signature"].get<std::string>(), stretch()[i].signature);
        const LogWalk logs = walk(meta["logMessages"]);
        QVERIFY2(logs.trouble.empty(), logs.trouble.c_str());
        const auto flat = flatten(parsed()[i]);
        if (meta["err"].is_null()) QCOMPARE(logs.invokes.size(), flat.size());
        QVERIFY(logs.invokes.size() <= flat.size());
        for (std::size_t k = 0; k < logs.invokes.size(); ++k) {
            QCOMPARE(logs.invokes[k].first, flat[k].program);
            QCOMPARE(logs.invokes[k].second, flat[k].depth);
        }
    }
}

void MarketTest::everyEventIsAlsoASelfCall() {
    std::size_t seen = 0;
    std::size_t forged = 0;
    for (const json& transaction : parsed()) {
        const auto flat = flatten(transaction);
        for (const LogEvent& event : walk(transaction["meta"]["logMessages"]).events) {
            if (event.program != kPump && event.program != kPumpSwap) {
                ++forged;
                continue;
            }
            const FlatInstruction& call = flat.at(event.afterInvokes);
            QCOMPARE(call.program, event.program);
            QCOMPARE(hex(call.data, 8), std::string{"e445a52e51cb9a1d"});
            QCOMPARE(Bytes(call.data.begin() + 8, call.data.end()), event.payload);
            QCOMPARE(call.accounts.size(), std::size_t{1});
            QCOMPARE(call.accounts[0], event.program == kPump ? kPumpEvents : kPumpSwapEvents);
            ++seen;
        }
    }
    QVERIFY(seen > 4'000);
    QVERIFY(forged > 0);
}

void MarketTest::eventsHaveTheDocumentedLengths() {
    std::map<std::string, std::size_t> seen;
    const auto stringAt = [](const Bytes& payload, std::size_t at) {
        return static_cast<std::size_t>(u64At(payload, at) & 0xffffffffU);
    };
    for (const json& transaction : parsed())
        for (const LogEvent& event : walk(transaction["meta"]["logMessages"]).events) {
            const std::string disc = hex(event.payload, 8);
            const std::size_t size = event.payload.size();
            ++seen[disc];
            if (disc == "bddb7fd34ee661ee") {
                const std::size_t name = stringAt(event.payload, 258);
                QVERIFY(name == 3 || name == 4 || name == 16);
                QCOMPARE(size, 355 + name);
            } else if (disc == "1b72a94ddeeb6376") {
                std::size_t at = 8;
                for (int i = 0; i < 3; ++i) at += 4 + stringAt(event.payload, at);
                QCOMPARE(size, at + 4 * 32 + 8 + 4 * 8 + 32 + 2 + 32 + 8);
            } else if (disc == "5f72619cd42e9808") {
                QCOMPARE(size, std::size_t{144});
            } else if (disc == "bde95db95c94ea94") {
                QCOMPARE(size, std::size_t{200});
            } else if (disc == "b1310cd2a076a774") {
                QCOMPARE(size, std::size_t{334});
            } else if (disc == "67f4521f2cf57777") {
                QCOMPARE(size, 462 + stringAt(event.payload, 401));
            } else if (disc == "3e2f370aa503dc2a") {
                QCOMPARE(size, std::size_t{417});
            } else {
                QFAIL(("unknown event " + disc).c_str());
            }
        }
    QCOMPARE(seen.size(), std::size_t{7});
}

void MarketTest::tradesMoveWhatTheySay() {
    std::size_t checked = 0;
    for (const json& transaction : parsed()) {
        const json& meta = transaction["meta"];
        if (!meta["err"].is_null()) continue;
        const auto flat = flatten(transaction);
        const json& keys = transaction["transaction"]["message"]["accountKeys"];
        for (const LogEvent& event : walk(meta["logMessages"]).events) {
            if (event.program != kPump || hex(event.payload, 8) != "bddb7fd34ee661ee") continue;
            const std::uint64_t sol = u64At(event.payload, 40);
            const bool isBuy = event.payload[56] == 1;
            QCOMPARE(u64At(event.payload, 97) - u64At(event.payload, 113), 30'000'000'000ULL);
            QCOMPARE(u64At(event.payload, 105) - u64At(event.payload, 121), 279'900'000'000'000ULL);
            QCOMPARE(u64At(event.payload, 169), (sol * 95 + 9'999) / 10'000);
            QCOMPARE(u64At(event.payload, 217), (sol * 30 + 9'999) / 10'000);
            // The instruction's accounts: mint, curve and user stand where the program has them.
            const auto call = std::find_if(flat.begin(), flat.end(), [](const FlatInstruction& one) {
                const std::string disc = one.data.size() >= 8 ? hex(one.data, 8) : "";
                return one.program == kPump &&
                       (disc == "66063d1201daebea" || disc == "38fc74089edfcd5f" || disc == "33e685a4017f83ad");
            });
            QVERIFY(call != flat.end());
            QCOMPARE(call->accounts[2], keyAt(event.payload, 8));
            QCOMPARE(call->accounts[6], keyAt(event.payload, 57));
            if (flat[2].data.size() > 8 && hex(flat[2].data, 8) == "d6904cec5f8b31b4") continue;
            for (std::size_t i = 0; i < keys.size(); ++i) {
                if (keys[i] != call->accounts[3]) continue;
                const auto delta =
                    meta["postBalances"][i].get<std::int64_t>() - meta["preBalances"][i].get<std::int64_t>();
                QCOMPARE(delta, isBuy ? static_cast<std::int64_t>(sol) : -static_cast<std::int64_t>(sol));
                ++checked;
            }
        }
    }
    QVERIFY(checked > 3'000);
}

void MarketTest::balancesAddUp() {
    for (const json& transaction : parsed()) {
        const json& meta = transaction["meta"];
        std::uint64_t pre = 0;
        std::uint64_t post = meta["fee"].get<std::uint64_t>();
        for (const auto& lamports : meta["preBalances"]) pre += lamports.get<std::uint64_t>();
        for (const auto& lamports : meta["postBalances"]) post += lamports.get<std::uint64_t>();
        QCOMPARE(post, pre);
    }
}

void MarketTest::balancesContinueFromTransactionToTransaction() {
    std::map<std::string, std::uint64_t> held;
    std::size_t continued = 0;
    for (const json& transaction : parsed()) {
        const json& meta = transaction["meta"];
        const json& keys = transaction["transaction"]["message"]["accountKeys"];
        const auto nameOf = [&](const json& entry) { return keys.at(entry["accountIndex"].get<std::size_t>()); };
        for (const auto& entry : meta["preTokenBalances"]) {
            const auto known = held.find(nameOf(entry));
            if (known == held.end()) continue;
            QCOMPARE(std::stoull(entry["uiTokenAmount"]["amount"].get<std::string>()), known->second);
            ++continued;
        }
        for (const auto& entry : meta["postTokenBalances"])
            held[nameOf(entry)] = std::stoull(entry["uiTokenAmount"]["amount"].get<std::string>());
    }
    QVERIFY(continued > 4'000);
}

void MarketTest::failedTransactionsChangeOnlyTheFee() {
    std::size_t failed = 0;
    std::size_t withEvents = 0;
    for (std::size_t i = 0; i < stretch().size(); ++i) {
        const json& meta = parsed()[i]["meta"];
        QCOMPARE(stretch()[i].failed, !meta["err"].is_null());
        if (meta["err"].is_null()) continue;
        ++failed;
        QCOMPARE(stretch()[i].trades, 0U);
        QVERIFY(meta["err"]["InstructionError"][1]["Custom"].is_number_unsigned());
        const auto top = meta["err"]["InstructionError"][0].get<std::size_t>();
        QVERIFY(top < parsed()[i]["transaction"]["message"]["instructions"].size());
        QVERIFY(meta["logMessages"].back().get<std::string>().find(" failed: custom program error: 0x") !=
                std::string::npos);
        for (const LogEvent& event : walk(meta["logMessages"]).events) withEvents += isTrade(event) ? 1 : 0;
        for (std::size_t k = 1; k < meta["preBalances"].size(); ++k)
            QCOMPARE(meta["postBalances"][k], meta["preBalances"][k]);
        QCOMPARE(meta["postTokenBalances"], meta["preTokenBalances"]);
    }
    QVERIFY(failed * 10 > stretch().size() && failed * 5 < stretch().size() * 2);
    QVERIFY(withEvents > 0);
}

void MarketTest::messagesAreSound() {
    for (std::size_t i = 0; i < stretch().size(); ++i) {
        const json& message = parsed()[i]["transaction"]["message"];
        const json& keys = message["accountKeys"];
        std::set<std::string> distinct;
        for (const auto& key : keys) {
            const auto bytes = core::base58Decode(key.get<std::string>());
            QVERIFY(bytes && bytes->size() == 32);
            distinct.insert(key.get<std::string>());
        }
        QCOMPARE(distinct.size(), keys.size());
        QCOMPARE(json(stretch()[i].mentions), keys);
        const json& signatures = parsed()[i]["transaction"]["signatures"];
        QCOMPARE(message["header"]["numRequiredSignatures"].get<std::size_t>(), signatures.size());
        QCOMPARE(signatures[0].get<std::string>(), stretch()[i].signature);
        QCOMPARE(core::base58Decode(stretch()[i].signature)->size(), std::size_t{64});
        QCOMPARE(parsed()[i]["meta"]["preBalances"].size(), keys.size());
        QCOMPARE(parsed()[i]["slot"].get<std::uint64_t>(), stretch()[i].slot);
        QCOMPARE(parsed()[i]["blockTime"].get<std::int64_t>(), stretch()[i].blockTime);
        QVERIFY(flatten(parsed()[i]).size() > 2);
    }
}

void MarketTest::countsOnlyTradesOfTheVenues() {
    std::size_t routed = 0;
    for (std::size_t i = 0; i < stretch().size(); ++i) {
        const json& meta = parsed()[i]["meta"];
        std::uint32_t trades = 0;
        if (meta["err"].is_null())
            for (const LogEvent& event : walk(meta["logMessages"]).events) trades += isTrade(event) ? 1 : 0;
        QCOMPARE(stretch()[i].trades, trades);
        for (const FlatInstruction& one : flatten(parsed()[i]))
            routed += one.depth == 2 && one.program == kPump && hex(one.data, 8) != "e445a52e51cb9a1d" ? 1 : 0;
    }
    QVERIFY(routed * 100 > stretch().size());
    QVERIFY(routed * 5 < stretch().size());
}

void MarketTest::graduationMovesTheMarketToThePool() {
    std::map<std::string, std::string> poolOfMint;
    std::set<std::string> complete;
    std::size_t poolTrades = 0;
    for (const json& transaction : parsed()) {
        if (!transaction["meta"]["err"].is_null()) continue;
        for (const LogEvent& event : walk(transaction["meta"]["logMessages"]).events) {
            const std::string disc = hex(event.payload, 8);
            if (disc == "5f72619cd42e9808") complete.insert(keyAt(event.payload, 40));
            if (disc == "b1310cd2a076a774") {
                QVERIFY(complete.contains(keyAt(event.payload, 50)));
                poolOfMint[keyAt(event.payload, 50)] = keyAt(event.payload, 173);
            }
            if (disc == "bde95db95c94ea94") {
                QCOMPARE(poolOfMint[keyAt(event.payload, 40)], keyAt(event.payload, 136));
                QCOMPARE(u64At(event.payload, 72), 206'900'000'000'000ULL);
                QVERIFY(u64At(event.payload, 80) > 84'980'000'000ULL &&
                        u64At(event.payload, 80) < 85'000'000'000ULL);
            }
            if (event.program == kPump && disc == "bddb7fd34ee661ee" && u64At(event.payload, 121) != 0)
                QVERIFY(!complete.contains(keyAt(event.payload, 8)));
            if (event.program == kPumpSwap && isTrade(event)) {
                const std::string pool = keyAt(event.payload, 120);
                QVERIFY(std::any_of(poolOfMint.begin(), poolOfMint.end(),
                                    [&](const auto& entry) { return entry.second == pool; }));
                ++poolTrades;
            }
        }
    }
    QVERIFY(!poolOfMint.empty());
    QVERIFY(poolTrades > 20);
}

void MarketTest::truthNamesSnipersAndDumps() {
    MarketOptions options;
    options.tradesPerSecond = 30;
    options.durationSeconds = 120;
    auto market = Market::create(options);
    std::map<std::string, std::pair<std::uint64_t, std::string>> created;  // mint -> slot, creator
    std::set<std::pair<std::string, std::string>> creationSlotBuyers;      // mint, wallet
    std::map<std::pair<std::string, std::string>, std::int64_t> bag;
    while (const auto transaction = (*market)->next()) {
        if (transaction->failed) continue;
        const json value = json::parse(transaction->logsNotificationValue);
        for (const LogEvent& event : walk(value["logs"]).events) {
            if (event.program != kPump) continue;
            const std::string disc = hex(event.payload, 8);
            if (disc == "1b72a94ddeeb6376") {
                std::size_t at = 8;
                for (int i = 0; i < 3; ++i) at += 4 + (u64At(event.payload, at) & 0xffffffffU);
                created[keyAt(event.payload, at)] = {transaction->slot, keyAt(event.payload, at + 64)};
            } else if (disc == "bddb7fd34ee661ee") {
                const std::string mint = keyAt(event.payload, 8);
                const std::string user = keyAt(event.payload, 57);
                const bool isBuy = event.payload[56] == 1;
                const auto amount = static_cast<std::int64_t>(u64At(event.payload, 48));
                bag[{mint, user}] += isBuy ? amount : -amount;
                if (isBuy && created.at(mint).first == transaction->slot && created.at(mint).second != user)
                    creationSlotBuyers.emplace(mint, user);
            }
        }
    }
    const json truth = json::parse((*market)->truthJson());
    QCOMPARE(truth["schema"].get<std::string>(), std::string{"cabalscope.truth/1"});
    QVERIFY(truth["note"].get<std::string>().starts_with("SIMULATED"));
    std::set<std::pair<std::string, std::string>> snipers;
    std::map<std::string, std::string> devs;
    for (const auto& tag : truth["wallet_tags"]) {
        if (tag["kind"] == "sniper") snipers.emplace(tag["mint"], tag["address"]);
        if (tag["kind"] == "dev") devs[tag["mint"]] = tag["address"];
    }
    QCOMPARE(snipers, creationSlotBuyers);
    QVERIFY(!snipers.empty());
    QCOMPARE(devs.size(), created.size());
    for (const auto& [mint, made] : created) QCOMPARE(devs[mint], made.second);
    QVERIFY(!truth["events"].empty());
    for (const auto& event : truth["events"]) {
        QCOMPARE(event["kind"].get<std::string>(), std::string{"dev_dump"});
        QCOMPARE(event["wallets"][0].get<std::string>(), devs.at(event["mint"]));
        QVERIFY(event["start_slot"].get<std::uint64_t>() >= created.at(event["mint"]).first);
        QVERIFY(event["end_slot"].get<std::uint64_t>() >= event["start_slot"].get<std::uint64_t>());
        const auto left = bag[{event["mint"], event["wallets"][0]}];
        QCOMPARE(left, std::int64_t{0});
    }
}

void MarketTest::steadyCountsExactly() {
    MarketOptions options;
    options.scenario = "steady";
    options.tradesPerSecond = 25;
    options.durationSeconds = 40;
    auto market = Market::create(options);
    std::map<std::int64_t, int> perSecond;
    std::uint64_t failed = 0;
    while (const auto transaction = (*market)->next()) {
        perSecond[transaction->timeNs / 1'000'000'000] += static_cast<int>(transaction->trades);
        failed += transaction->failed ? 1 : 0;
    }
    QCOMPARE(perSecond.size(), std::size_t{40});
    for (const auto& [second, trades] : perSecond) QCOMPARE(trades, 25);
    QVERIFY(failed > 100);
}

void MarketTest::averageRateIsTheOneAsked() {
    MarketOptions options;
    options.tradesPerSecond = 30;
    options.durationSeconds = 600;
    auto market = Market::create(options);
    std::uint64_t trades = 0;
    while (const auto transaction = (*market)->next()) trades += transaction->trades;
    QVERIFY2(trades > 30 * 600 * 85 / 100 && trades < 30 * 600 * 115 / 100, qPrintable(QString::number(trades)));
}

void MarketTest::hasNamesOfManyScripts() {
    std::size_t plain = 0;
    std::size_t foreign = 0;
    for (const json& transaction : parsed())
        for (const LogEvent& event : walk(transaction["meta"]["logMessages"]).events) {
            if (hex(event.payload, 8) != "1b72a94ddeeb6376") continue;
            const std::size_t length = u64At(event.payload, 8) & 0xffffffffU;
            QVERIFY(length > 0 && length <= 32);
            const auto begin = event.payload.begin() + 12;
            const bool ascii = std::all_of(begin, begin + static_cast<std::ptrdiff_t>(length),
                                           [](std::uint8_t byte) { return byte >= 0x20 && byte < 0x7f; });
            ++(ascii ? plain : foreign);
        }
    QVERIFY(plain > foreign);
    QVERIFY(foreign > 0);
}

QTEST_APPLESS_MAIN(MarketTest)
#include "market_test.moc"
