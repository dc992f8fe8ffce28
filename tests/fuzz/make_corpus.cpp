// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the corpus of the fuzz targets: make_corpus <folder>. Run it after a change of an event layout and
// commit what it wrote.
#include "core/alert/default_rules.h"
#include "core/alert/rule_file.h"
#include "core/base/base58.h"
#include "core/base/base64.h"
#include "core/model/event.h"
#include "core/wire/decoder.h"
#include "core/wire/event_json.h"
#include "tests/support/sample_market.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <filesystem>
#include <fstream>

namespace {

using Json = nlohmann::ordered_json;

class Corpus {
public:
    explicit Corpus(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    void add(const std::string& target, const std::string& name, std::string_view text) const {
        const auto folder = m_folder / target;
        std::filesystem::create_directories(folder);
        std::ofstream out(folder / name, std::ios::binary);
        out.write(text.data(), static_cast<std::streamsize>(text.size()));
    }
    void add(const std::string& target, const std::string& name, const test::Bytes& bytes) const {
        add(target, name, std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
    }

private:
    std::filesystem::path m_folder;
};

void venues(const Corpus& corpus) {
    for (const int fields : {8, 10, 16, 21, 25, 32})
        corpus.add("venue_pumpfun", "trade_" + std::to_string(fields), test::PumpTrade{}.bytes(fields));
    test::PumpTrade shared;
    shared.shareholders = {{test::keyOf<core::Pubkey>(8), 6000}, {test::keyOf<core::Pubkey>(9), 4000}};
    corpus.add("venue_pumpfun", "trade_shared", shared.bytes());
    for (const int fields : {6, 12, 17})
        corpus.add("venue_pumpfun", "create_" + std::to_string(fields), test::PumpCreate{}.bytes(fields));
    corpus.add("venue_pumpfun", "migration", test::PumpMigration{}.bytes());
    for (const auto& [name, payload] : test::pumpSilentEvents()) corpus.add("venue_pumpfun", name, payload);

    const test::SwapTrade swap;
    for (const int fields : {20, 23, 30, 37})
        corpus.add("venue_pumpswap", "buy_" + std::to_string(fields), swap.buy(fields));
    for (const int fields : {20, 23, 25, 30})
        corpus.add("venue_pumpswap", "sell_" + std::to_string(fields), swap.sell(fields));
    corpus.add("venue_pumpswap", "pool", test::SwapPool{}.bytes());
    corpus.add("venue_pumpswap", "deposit", test::SwapLiquidity{}.bytes(true));
    corpus.add("venue_pumpswap", "withdraw", test::SwapLiquidity{}.bytes(false));
}

void transactions(const Corpus& corpus) {
    using test::TransactionEncoding;
    const std::pair<const char*, TransactionEncoding> encodings[] = {
        {"json", TransactionEncoding::Json},
        {"json_parsed", TransactionEncoding::JsonParsed},
        {"base64", TransactionEncoding::Base64},
        {"base58", TransactionEncoding::Base58}};
    test::SampleTransaction sample = test::sampleMarket(true);
    for (const auto& [name, encoding] : encodings) {
        const Json result = sample.result(encoding);
        corpus.add("transaction", name, result.dump());
        Json inner = result;
        inner.erase("slot");
        corpus.add(
            "websocket", std::string("transaction_") + name,
            R"({"jsonrpc":"2.0","method":"transactionNotification","params":{"subscription":1,"result":{"signature":")" +
                sample.signature.base58() + R"(","slot":350000001,"transactionIndex":3,"transaction":)" +
                inner.dump() + "}}}");
        corpus.add("http", std::string("transaction_") + name,
                   R"({"request":{"id":1,"method":"getTransaction","params":["x"]},"response":{"id":1,"result":)" +
                       result.dump() + "}}");
    }
    corpus.add("transaction_bytes", "versioned", sample.serialized());
    corpus.add("transaction_bytes", "legacy", test::sampleMarket(false).serialized());
    corpus.add("websocket", "logs", sample.notification().dump());
    sample.failed = true;
    corpus.add("websocket", "failed", sample.notification().dump());

    Json item = test::sampleMarket().result(TransactionEncoding::Json);
    item.erase("slot");
    item.erase("blockTime");
    const std::string block =
        R"({"blockhash":"x","blockTime":1790208000,"transactions":[)" + item.dump() + ',' + item.dump() + "]}";
    corpus.add("transaction", "block", block);
    corpus.add("http", "block",
               R"({"request":{"method":"getBlock","params":[350000000]},"response":{"result":)" + block + "}}");
    corpus.add("http", "block_order",
               R"({"request":{"method":"getBlock","params":[350000000]},"response":{"result":{"signatures":[")" +
                   sample.signature.base58() + R"("]}}})");
    corpus.add("websocket", "block",
               R"({"method":"blockNotification","params":{"result":{"value":{"slot":5,"block":)" + block + "}}}}");
    // Found by fuzzing: brackets that do not pair.
    corpus.add(
        "websocket", "unpaired",
        R"({"jsonrpc":"2.0","method":"logsNotification","params":{"result":{"context":{"slot":35000000{"signature":)"
        R"("2oQn","mint":"5bPQ","tokenAmount":1234.5,"curve":1040574707.77891302ts","Program success"]}},"x:24}})");
    corpus.add("websocket", "subscribed", R"({"jsonrpc":"2.0","id":1,"result":7})");
    corpus.add("websocket", "refused", R"({"jsonrpc":"2.0","id":1,"error":{"code":-32602,"message":"no"}})");

    test::BorshWriter account("f19a6d0411b16dbc");
    account.u8(254).u16(0).pubkey(test::keyOf<core::Pubkey>(2)).pubkey(test::keyOf<core::Mint>(1));
    account.pubkey(core::wrappedSolMint()).pubkey(test::keyOf<core::Pubkey>(24));
    corpus.add("http", "accounts",
               R"({"request":{"method":"getMultipleAccounts","params":[[")" + test::kSamplePool.base58() +
                   R"("]]},"response":{"result":{"value":[{"owner":")" + std::string(test::pumpSwap().programText) +
                   R"(","data":[")" + core::base64Encode(account.bytes()) + R"(","base64"]}]}}})");

    std::string log;
    const test::SampleTransaction lineFirst = test::sampleMarket();
    for (const auto& line : lineFirst.logs()) log += line + '\n';
    corpus.add("program_log", "line_first", log);
    log.clear();
    const test::SampleTransaction lineAfter = test::sampleMarket(false, false);
    for (const auto& line : lineAfter.logs()) log += line + '\n';
    corpus.add("program_log", "self_cpi_first", log + "Log truncated\n");
}

void lines(const Corpus& corpus) {
    core::wire::Decoder decoder;
    std::vector<core::Event> events;
    const std::string text = test::sampleMarket().result(test::TransactionEncoding::Json).dump();
    std::string padded = text;
    padded.append(core::wire::Decoder::kPadding, ' ');
    (void)decoder.document(std::string_view(padded).substr(0, text.size()), events);
    const auto key = [](std::uint8_t number) { return test::keyOf<core::Wallet>(number); };
    const core::Mint mint = test::keyOf<core::Mint>(1);
    core::TokenCreated created;
    created.mint = mint;
    created.name = "Sample \xf0\x9f\x90\xb8";
    events.push_back({{}, created});
    events.push_back({{}, core::Graduated{mint, core::Symbol{"pumpfun"}, std::nullopt}});
    core::LiquidityChange change;
    change.mint = mint;
    events.push_back({{}, change});
    events.push_back({{}, core::TokenTransfer{mint, key(2), key(4), core::TokenAmount{5}, std::uint8_t{6}}});
    events.push_back({{}, core::SolTransfer{key(2), key(4), core::Lamports{5}}});
    events.push_back({{}, core::MintTo{mint, key(2), key(4), core::TokenAmount{5}}});
    events.push_back({{}, core::Burn{mint, key(2), core::TokenAmount{5}}});
    events.push_back({{}, core::AuthorityChanged{mint, core::AuthorityKind::MintTokens, key(2), key(4)}});
    for (std::size_t i = 0; i < events.size(); ++i) {
        std::string line;
        core::wire::appendEventJson(events[i], line);
        corpus.add("event_line", "event_" + std::to_string(i), line);
    }

    corpus.add(
        "capture_line", "header",
        R"({"cabalscope_capture":1,"created":"2026-11-23T15:00:00Z","source":"solana-rpc","endpoint":"x","note":""})");
    corpus.add("capture_line", "websocket",
               R"({"t":1795446000000000000,"ch":"ws","msg":{"jsonrpc":"2.0","id":1,"result":[7,"}\"{",{}]}})");
    corpus.add("capture_line", "http",
               R"({"t":1,"ch":"http","msg":{"request":{"id":1},"response":{"result":null}}})");
    corpus.add("capture_line", "mark", R"({"t":1,"ch":"mark","msg":{"event":"gap"}})");
    corpus.add("capture_line", "envelope", R"({"t_wall":1783165101.5,"raw":"{\"id\":1,\"s\":\"\u00e9\"}"})");

    const std::string head = R"({"signature":")" + test::keyOf<core::Signature>(90).base58() + R"(","mint":")" +
                             mint.base58() + R"(","traderPublicKey":")" + key(2).base58() + R"(",)";
    const std::string tail =
        R"("bondingCurveKey":")" + test::kCurve.base58() +
        R"(","vTokensInBondingCurve":1040574707.77891302,"vSolInBondingCurve":30.93,"pool":"pump"})";
    const std::pair<const char*, std::string> messages[] = {
        {"create",
         head +
             R"("txType":"create","initialBuy":32425292.22108698,"solAmount":0.9,"name":"A","symbol":"B","uri":"",)" +
             tail},
        {"buy", head + R"("txType":"buy","tokenAmount":1234.5,"solAmount":1e-3,)" + tail},
        {"sell", head + R"("txType":"sell","tokenAmount":7,"solAmount":2,)" + tail},
        {"migrate", head + R"("txType":"migrate","pool":"pump-amm"})"},
        {"message", R"({"message":"Successfully subscribed to token creation events."})"},
        {"errors", R"({"errors":"no"})"},
    };
    for (const auto& [name, message] : messages) {
        corpus.add("pumpportal", name, message);
        corpus.add("websocket", std::string("pumpportal_") + name, message);
    }

    corpus.add("base58", "key", mint.base58());
    corpus.add("base58", "zeros", std::string(32, '1'));
    corpus.add("base58", "signature", test::keyOf<core::Signature>(90).base58());
    corpus.add("base64", "event", core::base64Encode(test::PumpTrade{}.bytes()));
    corpus.add("base64", "two_left", "Zg==");
    corpus.add("base64", "one_left", "Zm8=");
}

void evaluations(const Corpus& corpus) {
    const std::string analysis = R"({"schema":"cabalscope.analysis/1",)";
    const std::string truth = R"({"schema":"cabalscope.truth/1",)";
    corpus.add("evaluation", "tags",
               analysis +
                   R"("tokens":[{"mint":"m","buyers":9,"flags":[{"kind":"sniper","confidence":0.9,)"
                   R"("wallets":["a","b"]}]}],"wallets":[{"address":"c","tags":[{"kind":"sniper"}]}]})"
                   "\n" +
                   truth +
                   R"("wallet_tags":[{"address":"a","kind":"sniper","mint":"m"},{"address":"c","kind":"sniper"}],)"
                   R"("token_tags":[{"mint":"m","kind":"sniper"}]})");
    corpus.add("evaluation", "events",
               analysis +
                   R"("tokens":[{"mint":"m","flags":[{"kind":"pump","since_slot":7},{"kind":"pump",)"
                   R"("since_slot":18446744073709551615},{"kind":"pump"}]}]})"
                   "\n" +
                   truth + R"("events":[{"kind":"pump","mint":"m","start_slot":5,"end_slot":9,"wallets":["a"]}]})");
    corpus.add("evaluation", "clusters",
               analysis +
                   R"("clusters":[{"id":"1","wallets":[{"address":"a"},{"address":"b"},{"address":"x"}]}]})"
                   "\n" +
                   truth +
                   R"("clusters":[{"id":"1","kind":"cabal","wallets":["a","b"],"mints":["m"]},)"
                   R"({"id":"2","kind":"lead_crowd","wallets":["b","c"]}],"unrelated":[["a","c"],["a","b"]]})");
}

void rules(const Corpus& corpus) {
    // A few rules apart: a small file is changed in more places by a few bytes.
    const auto& shipped = core::alert::defaultRules()->rules;
    for (std::size_t i = 0; i + 1 < shipped.size(); i += 2)
        corpus.add(
            "rules", "shipped-" + std::to_string(i),
            "format = 1\n\n" + core::alert::printRule(shipped[i]) + "\n" + core::alert::printRule(shipped[i + 1]));
    corpus.add(
        "rules", "lists",
        "# mine\n[list.\"a b\"]  # here\nwallets = [\"So11111111111111111111111111111111111111112\"]\n"
        "[list.c]\nmints = []\n[[rule]]\nid = 'x'\nscope = { list = \"c\" }\n"
        "when = \"\"\"\n3 wallets of list 'a b' with age < 1h \\\n  buy >= 1 SOL each within 5m\"\"\"  # end\n");
    corpus.add(
        "rules", "nested",
        "[[rule]]\nid = \"n\"\nsound = \"alarm\"\nwhen = '''not (2 members of cluster sell >= 0.5% of supply "
        "each within 1m or (coin price crosses above 1e-7 SOL and not not coin is graduated)) and 20 sells by "
        "wallet tagged sniper within 10s'''\n");
    corpus.add("rules", "odd",
               "rule = [{ id = \"i\", when = 'dev sells' }]\n\"format\" = 1\n[list]\nx.wallets = []\n");
    corpus.add("rules", "wrong",
               "format = 2\n[[rule]]\nid = \"A\"\ntitle = \"\\u202e\"\nversion = 0\ncool_down = \"8d\"\nwhen = "
               "'anyone buyz >= 1 SOL within 2d'\nscope = [\"x\"]\nnone = 1\n");
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::fprintf(stderr, "usage: make_corpus <folder>\n");
        return 2;
    }
    const Corpus corpus{arguments[1]};
    venues(corpus);
    transactions(corpus);
    lines(corpus);
    evaluations(corpus);
    rules(corpus);
    return 0;
}
