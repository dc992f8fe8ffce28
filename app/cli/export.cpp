// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"
#include "core/base/json_text.h"
#include "core/base/text.h"
#include "core/ledger/market.h"
#include "core/store/trade_store.h"
#include "core/wire/event_json.h"

#include <fmt/format.h>
#include <zstd.h>
#include <CLI/CLI.hpp>

#include <cstdio>
#include <filesystem>
#include <iostream>
#include <map>
#include <memory>

namespace app {
namespace {

struct Arguments {
    std::string database;
    std::string what;
    std::string format = "csv";
    std::string out = "-";
    std::string interval = "1m";
    std::string mint;
};

// Rows out to stdout or a file, plain or zstd.
class RowSink {
public:
    RowSink(const std::string& file, bool compress) : m_compress(compress) {
        m_file = file == "-" ? stdout : std::fopen(file.c_str(), "wb");
        if (m_compress) m_stream.reset(ZSTD_createCStream());
    }
    RowSink(const RowSink&) = delete;
    RowSink& operator=(const RowSink&) = delete;
    ~RowSink() {
        if (m_file != nullptr && m_file != stdout) std::fclose(m_file);
    }
    [[nodiscard]] bool good() const noexcept { return m_file != nullptr && !m_failed; }
    void row(std::string_view line) {
        m_buffer += line;
        m_buffer += '\n';
        if (m_buffer.size() > (1U << 16U)) flush(false);
    }
    void finish() {
        flush(true);
        if (m_file != nullptr && std::fflush(m_file) != 0) m_failed = true;
    }

private:
    void flush(bool end) {
        if (m_compress) {
            std::string packed(ZSTD_CStreamOutSize(), '\0');
            ZSTD_inBuffer in{m_buffer.data(), m_buffer.size(), 0};
            std::size_t left = 1;
            while (in.pos < in.size || (end && left != 0)) {
                ZSTD_outBuffer to{packed.data(), packed.size(), 0};
                left = ZSTD_compressStream2(m_stream.get(), &to, &in, end ? ZSTD_e_end : ZSTD_e_continue);
                if (ZSTD_isError(left) != 0) {
                    m_failed = true;
                    break;
                }
                write({packed.data(), to.pos});
            }
        } else {
            write(m_buffer);
        }
        m_buffer.clear();
    }
    void write(std::string_view bytes) {
        if (m_file == nullptr || std::fwrite(bytes.data(), 1, bytes.size(), m_file) != bytes.size())
            m_failed = true;
    }
    struct FreeStream {
        void operator()(ZSTD_CStream* stream) const noexcept { ZSTD_freeCStream(stream); }
    };

    bool m_compress;
    bool m_failed = false;
    std::FILE* m_file = nullptr;
    std::unique_ptr<ZSTD_CStream, FreeStream> m_stream;
    std::string m_buffer;
};

std::string csvField(std::string_view text) {
    // A leading = + - @ would run as a formula in a spreadsheet: names come from strangers.
    std::string safe{text};
    if (!safe.empty() && std::string_view{"=+-@\t\r"}.find(safe.front()) != std::string_view::npos)
        safe.insert(0, "'");
    if (safe.find_first_of(",\"\n\r") == std::string::npos) return safe;
    std::string out = "\"";
    for (const char c : safe) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

template <class T>
std::string optionalNumber(const std::optional<T>& value) {
    return value ? std::to_string(value->value()) : std::string{};
}

core::Result<void> exportTrades(core::store::TradeStore& store, const Arguments& arguments, bool csv,
                                RowSink& out) {
    if (csv)
        out.row(
            "signature,path,slot,tx_index,block_time,venue,mint,quote_mint,wallet,side,base_amount,base_decimals,"
            "quote_amount,quote_user,quote_decimals,price,fee_quote,route");
    return store.eachTrade([&](const core::Event& event) {
        const auto& trade = std::get<core::Trade>(event.body);
        if (!arguments.mint.empty() && trade.mint.base58() != arguments.mint) return true;
        std::string line;
        if (!csv) {
            core::wire::appendEventJson(event, line);
        } else {
            const bool priced = trade.price().valid() && trade.baseDecimals && trade.quoteDecimals;
            line = fmt::format(
                "{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}",
                event.at.signature ? event.at.signature->base58() : "", event.at.path ? event.at.path->text() : "",
                optionalNumber(event.at.slot), event.at.txIndex ? std::to_string(*event.at.txIndex) : "",
                optionalNumber(event.at.blockTime), csvField(trade.venue.name()), trade.mint.base58(),
                trade.quoteMint.base58(), trade.wallet.base58(), trade.side == core::Side::Buy ? "buy" : "sell",
                trade.baseAmount.value(), trade.baseDecimals ? std::to_string(*trade.baseDecimals) : "",
                trade.quoteAmount.value(), optionalNumber(trade.quoteUser),
                trade.quoteDecimals ? std::to_string(*trade.quoteDecimals) : "",
                priced ? core::shortestDouble(trade.price().value(*trade.baseDecimals, *trade.quoteDecimals)) : "",
                optionalNumber(trade.feeQuote), csvField(trade.route.name()));
        }
        out.row(line);
        return !interrupted() && out.good();
    });
}

core::Result<void> exportCandles(const core::ledger::Market& market, core::BarSpec bars, bool csv, RowSink& out) {
    if (csv) out.row("mint,interval,time,open,high,low,close,base_volume,quote_volume,buy_quote_volume,buys,sells");
    std::map<core::Mint, core::ledger::TokenLedger*> coins;
    for (const auto& [mint, coin] : market.tokens()) coins.emplace(mint, coin.get());
    for (const auto& [mint, coin] : coins) {
        const auto price = [&c = *coin](const core::PriceRatio& ratio) {
            return core::shortestDouble(ratio.value(c.baseDecimals, c.quoteDecimals));
        };
        for (const core::Candle& bar : coin->series(bars).candles()) {
            constexpr std::string_view kCsv = "{},{},{},{},{},{},{},{},{},{},{},{}";
            constexpr std::string_view kJson =
                R"({{"mint":"{}","interval":"{}","time":{},"open":{},"high":{},"low":{},"close":{},"base_volume":"{}","quote_volume":"{}","buy_quote_volume":"{}","buys":{},"sells":{}}})";
            out.row(fmt::format(fmt::runtime(csv ? kCsv : kJson), mint.base58(), bars.text(), bar.openTime,
                                price(bar.open), price(bar.high), price(bar.low), price(bar.close), bar.baseVolume,
                                bar.quoteVolume, bar.buyQuoteVolume, bar.buys, bar.sells));
        }
    }
    return {};
}

void exportWallets(const core::ledger::Market& market, bool csv, RowSink& out) {
    if (csv) out.row("wallet,mint,bought,sold,realised_quote,cost_known_coins,trades");
    std::map<std::pair<core::Wallet, core::Mint>, const core::ledger::Position*> rows;
    for (const auto& [mint, coin] : market.tokens())
        for (const auto& [wallet, position] : coin->positions) rows.emplace(std::pair{wallet, mint}, &position);
    for (const auto& [key, position] : rows) {
        constexpr std::string_view kCsv = "{},{},{},{},{},{},{}";
        constexpr std::string_view kJson =
            R"({{"wallet":"{}","mint":"{}","bought":"{}","sold":"{}","realised_quote":"{}","cost_known_coins":"{}","trades":{}}})";
        out.row(fmt::format(fmt::runtime(csv ? kCsv : kJson), key.first.base58(), key.second.base58(),
                            position->bought, position->sold, position->realised, position->covered,
                            position->trades));
    }
}

int exportDatabase(const Arguments& arguments) {
    const auto bars = core::BarSpec::parse(arguments.interval);
    if (!bars) {
        std::cerr << "cabalscope-cli: " << bars.error().message() << '\n';
        return kUsage;
    }
    if (!std::filesystem::exists(arguments.database))
        return report(core::fail(core::ErrorCode::Io, "no such database: " + arguments.database));
    auto store = core::store::TradeStore::open(arguments.database, core::store::Database::Access::ReadOnly);
    if (!store) return report(store.error());
    if (arguments.format == "sqlite") {
        if (arguments.out == "-") {
            std::cerr << "cabalscope-cli: --format sqlite needs --out FILE\n";
            return kUsage;
        }
        if (std::filesystem::exists(arguments.out))
            return report(core::fail(core::ErrorCode::Io, arguments.out + " exists already"));
        auto copy = (*store)->database().prepare("VACUUM INTO ?1");
        if (!copy) return report(copy.error());
        copy->bind(1, std::string_view{arguments.out});
        if (auto done = copy->step(); !done) return report(done.error());
        return kOk;
    }
    const bool csv = arguments.format == "csv";
    RowSink out{arguments.out, arguments.format == "jsonl.zst"};
    if (!out.good()) return report(core::fail(core::ErrorCode::Io, "cannot write " + arguments.out));
    core::Result<void> done;
    if (arguments.what == "trades") {
        done = exportTrades(**store, arguments, csv, out);
    } else if (arguments.what == "alerts") {
        if (csv) out.row("json");
        done = (*store)->eachAlert([&](const core::store::StoredAlert& alert) {
            out.row(csv ? csvField(alert.json) : alert.json);
            return out.good();
        });
    } else if (arguments.what == "clusters") {
        // No detector builds clusters yet: an empty table is the truth.
        if (csv) out.row("cluster,wallet,membership");
    } else {
        core::ledger::Market market;
        std::uint64_t arrival = 0;
        const auto apply = [&](const core::Event& event) {
            market.apply(event, arrival++);
            return !interrupted();
        };
        done = (*store)->eachToken(apply);
        if (done) done = (*store)->eachTrade(apply);
        if (done && arguments.what == "candles")
            done = exportCandles(market, *bars, csv, out);
        else if (done)
            exportWallets(market, csv, out);
    }
    out.finish();
    if (!done) return report(done.error());
    if (!out.good()) return report(core::fail(core::ErrorCode::Io, "cannot write " + arguments.out));
    return interrupted() ? kInterrupted : kOk;
}

}  // namespace

void addExport(CLI::App& program, int& exitCode) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = program.add_subcommand("export", "Write out what the database keeps");
    command->add_option("WHAT", arguments->what, "trades, candles, wallets, clusters or alerts")
        ->required()
        ->check(CLI::IsMember({"trades", "candles", "wallets", "clusters", "alerts"}));
    command->add_option("--database", arguments->database, "The database")->required();
    command->add_option("--format", arguments->format, "csv, jsonl, jsonl.zst or sqlite (the whole database)")
        ->check(CLI::IsMember({"csv", "jsonl", "jsonl.zst", "sqlite"}))
        ->capture_default_str();
    command->add_option("--out", arguments->out, "File; - is stdout")->capture_default_str();
    command->add_option("--interval", arguments->interval, "Of candles: 1s to 1d, or 100t")->capture_default_str();
    command->add_option("--mint", arguments->mint, "Only trades of this coin");
    command->callback([arguments, &exitCode] { exitCode = exportDatabase(*arguments); });
}

}  // namespace app
