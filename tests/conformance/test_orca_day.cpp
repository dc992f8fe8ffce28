// SPDX-License-Identifier: GPL-3.0-or-later
// Every Whirlpool transaction of 2022-04-06: 9,466 swaps and 475 changes of liquidity, from before the program
// had events, against what the keepers of that data made of them. orca_day.py writes the transactions again.
#ifndef Q_MOC_RUN
#include "shared_data.h"

#include "core/wire/decoder.h"
#endif

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <tuple>

using core::Event;
using core::LiquidityChange;
using core::Side;
using core::Trade;
using core::wire::Decoder;

namespace {

constexpr std::string_view kFolder = "orca-whirlpool-tx-replayer";

using Row = std::map<std::string, std::string>;

std::vector<Row> rowsOf(const std::vector<std::string>& lines) {
    const auto cells = [](const std::string& line) {
        std::vector<std::string> out;
        std::istringstream in(line);
        for (std::string cell; std::getline(in, cell, ',');) out.push_back(std::move(cell));
        return out;
    };
    std::vector<Row> rows;
    const auto names = cells(lines.at(0));
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const auto values = cells(lines[i]);
        Row row;
        for (std::size_t k = 0; k < names.size(); ++k) row[names[k]] = values.at(k);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<std::string> linesOf(const std::filesystem::path& path) {
    std::ifstream in(path);
    std::vector<std::string> out;
    for (std::string line; std::getline(in, line);) out.push_back(std::move(line));
    return out;
}

// Where an event stands: slot, position in the block, top-level instruction.
using Place = std::tuple<std::uint64_t, std::uint32_t, std::uint16_t>;

Place placeOf(const Row& row) {
    return {std::stoull(row.at("slot")), static_cast<std::uint32_t>(std::stoul(row.at("tx_index"))),
            static_cast<std::uint16_t>(std::stoul(row.at("ix_index")))};
}
Place placeOf(const Event& event) {
    return {event.at.slot.value().value(), event.at.txIndex.value(), event.at.path.value().top};
}

template <class Body>
std::map<Place, std::pair<Event, Body>> byPlace(const std::vector<Event>& events) {
    std::map<Place, std::pair<Event, Body>> out;
    for (const Event& event : events)
        if (const auto* body = std::get_if<Body>(&event.body)) out.emplace(placeOf(event), std::pair{event, *body});
    return out;
}

std::string amount(core::TokenAmount value) {
    return std::to_string(value.value());
}

}  // namespace

class TestOrcaDay : public QObject {
    Q_OBJECT
    std::vector<Event> m_events;
    std::vector<Row> m_changes;
    std::map<std::string, std::uint64_t> m_undecoded;
    std::uint64_t m_transactions = 0;

private slots:
    void initTestCase() {
        const auto data = conformance::dataFolder();
        if (!data || !std::filesystem::is_directory(*data / kFolder))
            QSKIP("no day of transactions beside the project: nothing compared");
        const QString python = QStandardPaths::findExecutable(QStringLiteral("python3"));
        if (python.isEmpty()) QSKIP("no python3 to write the day's transactions: nothing compared");
        const QTemporaryDir written;
        QVERIFY(written.isValid());
        QProcess script;
        script.setProcessChannelMode(QProcess::MergedChannels);
        script.start(python, {QStringLiteral(CABALSCOPE_SOURCE_DIR "/tests/conformance/orca_day.py"),
                              QString::fromStdString((*data / kFolder).string()), written.path()});
        constexpr int kLongest = 90'000;  // milliseconds; it takes one or two seconds
        QVERIFY(script.waitForFinished(kLongest));
        QVERIFY2(script.exitStatus() == QProcess::NormalExit && script.exitCode() == 0,
                 script.readAll().constData());

        const std::filesystem::path folder = written.path().toStdString();
        m_changes = rowsOf(linesOf(folder / "liquidity.csv"));
        Decoder decoder;
        for (const std::string& line : linesOf(folder / "transactions.jsonl")) {
            const std::string json = conformance::padded(line);
            QVERIFY2(decoder.document(json, m_events), line.substr(0, 300).c_str());
        }
        m_undecoded = decoder.stats().undecoded;
        m_transactions = decoder.stats().transactions;
    }

    void nothingIsLeftUndecoded() {
        QCOMPARE(m_transactions, std::uint64_t{10'170});
        for (const auto& [reason, count] : m_undecoded) std::cout << reason << ' ' << count << '\n';
        QVERIFY(m_undecoded.empty());
        std::set<std::pair<std::string, std::uint64_t>> keys;
        for (const Event& event : m_events)
            keys.emplace(event.at.signature.value().base58(), event.at.path.value().key());
        QCOMPARE(keys.size(), m_events.size());
        for (const Event& event : m_events)
            QVERIFY(std::holds_alternative<Trade>(event.body) ||
                    std::holds_alternative<LiquidityChange>(event.body));
    }

    // The payer of each of these transactions is also the authority of its swaps, so the wallet is both.
    void everySwap() {
        const auto expected = rowsOf(conformance::readLines(std::string{kFolder} + "/swaps-20220406.csv.zst"));
        QCOMPARE(expected.size(), std::size_t{9'466});
        const auto trades = byPlace<Trade>(m_events);
        QCOMPARE(trades.size(), expected.size());
        std::size_t empty = 0;
        for (const Row& row : expected) {
            const auto found = trades.find(placeOf(row));
            QVERIFY2(found != trades.end(), row.at("signature").c_str());
            const auto& [event, trade] = found->second;
            const bool buy = trade.side == Side::Buy;
            Row seen;
            seen["slot"] = std::to_string(event.at.slot.value().value());
            seen["block_time"] = std::to_string(event.at.blockTime.value().value());
            seen["tx_index"] = std::to_string(event.at.txIndex.value());
            seen["ix_index"] = std::to_string(event.at.path.value().top);
            seen["signature"] = event.at.signature.value().base58();
            seen["payer"] = trade.wallet.base58();
            seen["authority"] = trade.wallet.base58();
            seen["pool"] = trade.pool.value().base58();
            seen["mint_in"] = (buy ? trade.quoteMint : trade.mint).base58();
            seen["mint_out"] = (buy ? trade.mint : trade.quoteMint).base58();
            seen["amount_in"] = amount(buy ? trade.quoteAmount : trade.baseAmount);
            seen["amount_out"] = amount(buy ? trade.baseAmount : trade.quoteAmount);
            seen["a_to_b"] = row.at("a_to_b");
            for (const auto& [name, value] : row)
                QVERIFY2(seen[name] == value, (row.at("signature") + ' ' + name + " is " + seen[name]).c_str());
            if (trade.baseAmount.value() == 0 || trade.quoteAmount.value() == 0) ++empty;
        }
        std::cout << expected.size() << " swaps agree\n";
        QCOMPARE(empty, std::size_t{1});  // 5 lamports bought no USDC in slot 128549427
    }

    void everyChangeOfLiquidity() {
        QCOMPARE(m_changes.size(), std::size_t{475});
        const auto changes = byPlace<LiquidityChange>(m_events);
        QCOMPARE(changes.size(), m_changes.size());
        for (const Row& row : m_changes) {
            const auto found = changes.find(placeOf(row));
            QVERIFY2(found != changes.end(), row.at("signature").c_str());
            const auto& [event, change] = found->second;
            QCOMPARE(event.at.signature.value().base58(), row.at("signature"));
            QCOMPARE(change.pool.base58(), row.at("pool"));
            QCOMPARE(change.wallet.base58(), row.at("authority"));
            QCOMPARE(change.added, row.at("way") == "in");
            const bool coinIsA = change.mint.base58() == row.at("mint_a");
            QCOMPARE(change.mint.base58(), row.at(coinIsA ? "mint_a" : "mint_b"));
            QCOMPARE(change.quoteMint.base58(), row.at(coinIsA ? "mint_b" : "mint_a"));
            QCOMPARE(amount(change.baseAmount), row.at(coinIsA ? "amount_a" : "amount_b"));
            QCOMPARE(amount(change.quoteAmount), row.at(coinIsA ? "amount_b" : "amount_a"));
        }
        std::cout << m_changes.size() << " changes of liquidity agree\n";
    }
};

QTEST_GUILESS_MAIN(TestOrcaDay)
#include "test_orca_day.moc"
