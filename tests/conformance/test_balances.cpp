// SPDX-License-Identifier: GPL-3.0-or-later
// A check that needs no expected values: what the decoded trades say a wallet gave and got must equal the
// change of its balances that the node states beside the transaction. Prints the share per venue.
#ifndef Q_MOC_RUN
#include "shared_data.h"

#include "core/model/quote_asset.h"
#include "core/wire/dex/registry.h"
#include "core/wire/raw_event.h"
#include "core/wire/transaction_json.h"

#include <simdjson.h>
#endif

#include <QTest>

#include <filesystem>
#include <iostream>
#include <map>
#include <set>

using core::Event;
using core::Int128;
using core::Mint;
using core::Pubkey;
using core::Side;
using core::Trade;
using core::Wallet;
using core::wire::TransactionFacts;
using core::wire::TransactionView;
using nlohmann::json;

namespace {

struct Share {
    int trades = 0;
    int coins = 0;  // the coin side equals the balance change
    int quote = 0;  // the quote side does
    int both = 0;
};

std::string text(Int128 value) {
    const bool negative = value < 0;
    std::string digits;
    for (Int128 rest = negative ? -value : value; rest != 0 || digits.empty(); rest /= 10)
        digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(rest % 10)));
    return (negative ? "-" : "") + digits;
}

// Every object with a transaction and its meta, wherever it lies in the document.
void collect(const json& node, std::vector<json>& out) {
    if (node.is_object() && node.contains("meta") && node.contains("transaction")) {
        out.push_back(node);
        return;
    }
    if (node.is_structured())
        for (const auto& child : node) collect(child, out);
}

// One transaction with the node's balances and our reading of its instructions.
class Books {
public:
    Books(const json& transaction, const TransactionView& view, const TransactionFacts& facts)
        : m_meta(transaction["meta"]), m_view(view), m_facts(facts) {}

    // Change of all accounts of an owner in one token.
    [[nodiscard]] Int128 tokenChange(const Wallet& owner, const Mint& mint) const {
        Int128 change = 0;
        for (const auto& [name, sign] : {std::pair{"postTokenBalances", 1}, std::pair{"preTokenBalances", -1}}) {
            if (!m_meta.contains(name) || m_meta[name].is_null()) continue;
            for (const auto& balance : m_meta[name]) {
                if (balance["mint"] != mint.base58() || balance.value("owner", "") != owner.base58()) continue;
                change +=
                    sign * static_cast<Int128>(std::stoull(balance["uiTokenAmount"]["amount"].get<std::string>()));
            }
        }
        return change;
    }

    // Accounts whose lamports are a wallet's: its own and those of its token accounts.
    [[nodiscard]] std::set<std::uint16_t> estate(const Wallet& wallet) const {
        std::set<std::uint16_t> out;
        for (std::uint16_t key = 0; key < m_view.keys.size(); ++key) {
            const auto* account = m_facts.account(key);
            if (m_view.keys[key] == Pubkey{wallet} || (account != nullptr && account->owner == wallet))
                out.insert(key);
        }
        return out;
    }

    [[nodiscard]] Int128 lamportChange(const std::set<std::uint16_t>& estate) const {
        Int128 change = 0;
        for (const std::uint16_t key : estate)
            change += static_cast<Int128>(m_meta["postBalances"][key].get<std::uint64_t>()) -
                      m_meta["preBalances"][key].get<std::uint64_t>();
        return change;
    }

    // Lamports that crossed the border of the estate outside of any venue, and rent for accounts of others.
    [[nodiscard]] Int128 otherLamports(const Wallet& wallet, const std::set<std::uint16_t>& estate) const {
        Int128 sum = 0;
        if (m_view.keys.front() == Pubkey{wallet}) sum -= m_meta["fee"].get<std::uint64_t>();
        for (const auto& move : m_facts.solMoves()) {
            // What a program below the venue takes (Metaplex for a coin's metadata) is no part of a trade.
            if (calledByVenue(move.instruction) && !move.createsAccount && !isRent(move)) continue;
            if (estate.contains(move.from) && !estate.contains(move.to)) sum -= move.lamports;
            if (estate.contains(move.to) && !estate.contains(move.from)) sum += move.lamports;
        }
        for (const auto& move : m_facts.tokenMoves()) {
            if (move.mint != core::wrappedSolMint() || insideVenue(move.instruction)) continue;
            if (estate.contains(move.source) && !estate.contains(move.destination)) sum -= move.amount;
            if (estate.contains(move.destination) && !estate.contains(move.source)) sum += move.amount;
        }
        for (const auto& closed : m_facts.closed()) {
            if (!estate.contains(closed.to) || estate.contains(closed.account)) continue;
            sum += m_meta["preBalances"][closed.account].get<std::uint64_t>();
        }
        return sum;
    }

    // Tokens that crossed between the owner and others outside of any venue.
    [[nodiscard]] Int128 otherTokens(const Wallet& owner, const Mint& mint) const {
        Int128 sum = 0;
        const auto owned = [&](std::uint16_t key) {
            const auto* account = key == core::wire::TokenMove::kNowhere ? nullptr : m_facts.account(key);
            return account != nullptr && account->owner == owner;
        };
        for (const auto& move : m_facts.tokenMoves()) {
            if (move.mint != mint || insideVenue(move.instruction)) continue;
            if (owned(move.source)) sum -= move.amount;
            if (owned(move.destination)) sum += move.amount - move.fee;
        }
        return sum;
    }

private:
    [[nodiscard]] bool calledByVenue(std::size_t index) const {
        const std::size_t caller = core::wire::callerOf(m_view, index);
        return caller != index && core::wire::venueOf(m_view.programOf(m_view.instructions[caller])) != nullptr;
    }
    [[nodiscard]] bool insideVenue(std::size_t index) const {
        for (std::size_t i = index;;) {
            const std::size_t caller = core::wire::callerOf(m_view, i);
            if (caller == i) return false;
            if (core::wire::venueOf(m_view.programOf(m_view.instructions[caller])) != nullptr) return true;
            i = caller;
        }
    }
    // Programs also take rent by plain transfers: for their own small accounts, and when a curve's account
    // grows. Rent is bytes times this price; an amount traded is not, but by chance in one of 6,960.
    [[nodiscard]] static bool isRent(const core::wire::SolMove& move) {
        constexpr std::uint64_t kLamportsPerByte = 6'960;
        return move.lamports % kLamportsPerByte == 0;
    }

    const json& m_meta;
    const TransactionView& m_view;
    const TransactionFacts& m_facts;
};

}  // namespace

class TestBalances : public QObject {
    Q_OBJECT
    std::map<std::string, Share> m_shares;
    std::vector<std::string> m_exceptions;
    int m_transactions = 0;

    void check(const std::string& file, const json& transaction) {
        const std::string document = conformance::padded(transaction.dump());
        core::wire::Decoder decoder;
        const auto events = conformance::decodeDocument(decoder, document);
        simdjson::dom::parser parser;
        simdjson::dom::element element;
        TransactionView view;
        core::wire::TransactionJsonReader reader;
        if (parser.parse(document).get(element) != simdjson::SUCCESS || !reader.read(element, view) || view.failed)
            return;
        TransactionFacts facts;
        facts.read(view);
        const Books books(transaction, view, facts);
        ++m_transactions;

        std::map<std::pair<Wallet, Mint>, Int128> flows;
        for (const Event& event : events) {
            const auto* trade = std::get_if<Trade>(&event.body);
            if (trade == nullptr) continue;
            const Int128 coins = trade->baseUser.value_or(trade->baseAmount).value();
            const Int128 quote = trade->quoteUser.value_or(trade->quoteAmount).value();
            const int sign = trade->side == Side::Buy ? 1 : -1;
            flows[{trade->wallet, trade->mint}] += sign * coins;
            flows[{trade->wallet, trade->quoteMint}] -= sign * quote;
        }
        // Liquidity that the same wallet moved in the same transaction is no trade, but moves its balances.
        for (const Event& event : events) {
            const auto* change = std::get_if<core::LiquidityChange>(&event.body);
            if (change == nullptr) continue;
            const int sign = change->added ? -1 : 1;
            for (const auto& [mint, amount] :
                 {std::pair{change->mint, change->baseAmount}, std::pair{change->quoteMint, change->quoteAmount}})
                if (const auto at = flows.find({change->wallet, mint}); at != flows.end())
                    at->second += sign * static_cast<Int128>(amount.value());
        }
        std::map<std::pair<Wallet, Mint>, std::string> wrong;
        for (const auto& [who, flow] : flows) {
            const auto& [wallet, mint] = who;
            Int128 stated = 0;
            Int128 expected = flow;
            if (mint == core::wrappedSolMint()) {
                const auto estate = books.estate(wallet);
                stated = books.lamportChange(estate);
                expected += books.otherLamports(wallet, estate);
            } else {
                stated = books.tokenChange(wallet, mint);
                expected += books.otherTokens(wallet, mint);
            }
            if (stated != expected)
                wrong[who] = mint.base58() + ": decoded " + text(expected) + ", stated " + text(stated) +
                             ", difference " + text(stated - expected);
        }
        for (const Event& event : events) {
            const auto* trade = std::get_if<Trade>(&event.body);
            if (trade == nullptr) continue;
            Share& share = m_shares[std::string{trade->venue.name()}];
            const auto coins = wrong.find({trade->wallet, trade->mint});
            const auto quote = wrong.find({trade->wallet, trade->quoteMint});
            ++share.trades;
            share.coins += coins == wrong.end() ? 1 : 0;
            share.quote += quote == wrong.end() ? 1 : 0;
            share.both += coins == wrong.end() && quote == wrong.end() ? 1 : 0;
            for (const auto& found : {coins, quote})
                if (found != wrong.end())
                    m_exceptions.push_back(std::string{trade->venue.name()} + ' ' + file + ' ' +
                                           view.signature.value().base58().substr(0, 12) + " path " +
                                           event.at.path.value().text() + " wallet " + trade->wallet.base58() +
                                           ' ' + found->second);
        }
    }

private slots:
    void initTestCase() {
        if (!conformance::dataFolder()) QSKIP("no real transactions beside the project: nothing compared");
    }

    void tradesEqualBalanceChanges() {
        namespace fs = std::filesystem;
        const fs::path folder = conformance::dataFolder().value();
        std::vector<std::string> files;
        for (const char* set : {"0xjeffro-tx-parser", "jiangxiaop-solana-swap-scan", "vexelgray-solana-swap-parser",
                                "chainstack-pumpfun-bonkfun-bot"})
            for (const auto& entry : fs::directory_iterator(folder / set))
                if (entry.path().extension() == ".json" &&
                    entry.path().filename().string().find("broken") == std::string::npos)
                    files.push_back(std::string{set} + '/' + entry.path().filename().string());
        std::sort(files.begin(), files.end());
        for (const std::string& file : files) {
            std::vector<json> transactions;
            collect(conformance::readJson(file), transactions);
            for (const json& transaction : transactions) check(file, transaction);
        }
        std::cout << m_transactions
                  << " transactions\n| venue | trades | coin side exact | quote side exact | both |\n"
                  << "|---|---|---|---|---|\n";
        int trades = 0;
        int both = 0;
        for (const auto& [venue, share] : m_shares) {
            std::cout << "| " << venue << " | " << share.trades << " | " << share.coins << " | " << share.quote
                      << " | " << share.both << " |\n";
            trades += share.trades;
            both += share.both;
        }
        for (const auto& line : m_exceptions) std::cout << "exception: " << line << '\n';
        QVERIFY(trades > 30);
        // RESULTS.md explains each exception; one more is a defect.
        QCOMPARE(trades - both, kExplained);
    }

private:
    static constexpr int kExplained = 0;
};

QTEST_GUILESS_MAIN(TestBalances)
#include "test_balances.moc"
