// SPDX-License-Identifier: GPL-3.0-or-later
// Real instructions of DLMM and Whirlpool with the meaning of each account as another project labelled it
// (carbon's decoder fixtures). The instructions come without what they did, so transfers and events are put
// around them here; pool, mints, vaults and wallet must be those of the labels.
#ifndef Q_MOC_RUN
#include "shared_data.h"

#include "core/wire/dex/registry.h"
#include "tests/support/transaction_maker.h"
#endif

#include <QTest>

#include <iostream>
#include <map>

using core::LiquidityChange;
using core::Pubkey;
using test::BorshWriter;
using test::Bytes;
using test::TransactionMaker;

namespace {

constexpr const char* kDlmm = "meteora-dlmm";
constexpr const char* kOrca = "orca-whirlpool";
constexpr std::uint64_t kIn = 1'000;
constexpr std::uint64_t kOut = 2'000;

class Instruction {
public:
    Instruction(const nlohmann::json& all, const std::string& decoder, const std::string& name) {
        const auto& fixture = all.at("decoders/" + decoder + "-decoder/tests/fixtures/" + name + "_ix.json");
        for (const auto& account : fixture.at("accounts")) {
            m_accounts.push_back(test::keyOf(account.at("pubkey").get<std::string>()));
            if (account.contains("label")) m_labels[account.at("label")] = m_accounts.back();
        }
        m_program = test::keyOf(fixture.at("program_id").get<std::string>());
        m_data = BorshWriter(fixture.at("data").get<std::string>()).bytes();
        m_maker.emplace(test::walletKey("payer"));
    }

    [[nodiscard]] const Pubkey& at(const std::string& label) const { return m_labels.at(label); }
    [[nodiscard]] std::string text(const std::string& label) const { return at(label).base58(); }
    [[nodiscard]] const Pubkey& program() const { return m_program; }

    Instruction& signedBy(const std::string& label) {
        m_maker->signer(at(label));
        return *this;
    }
    Instruction& mintOf(const std::string& vault, const Pubkey& mint) {
        m_maker->balance(at(vault), mint, std::nullopt, 1, 1, 6);
        return *this;
    }
    Instruction& begin() {
        m_maker->begin(m_program, m_accounts, m_data);
        return *this;
    }
    Instruction& moves(const std::string& from, const std::string& to, std::uint64_t amount) {
        m_maker->transfer(at(from), at(to), test::derivedKey("whoever signs"), amount);
        return *this;
    }
    Instruction& selfCpi(const Bytes& event) {
        m_maker->selfCpi(core::wire::eventAuthorityOf(*core::wire::venueOf(m_program)), event);
        return *this;
    }
    Instruction& logs(const Bytes& event) {
        m_maker->logData(event);
        return *this;
    }
    [[nodiscard]] test::Decoded decoded() {
        m_maker->end();
        return test::decodeWhole(*m_maker);
    }

private:
    std::vector<Pubkey> m_accounts;
    std::map<std::string, Pubkey> m_labels;
    Pubkey m_program;
    Bytes m_data;
    std::optional<TransactionMaker> m_maker;
};

// The mints of a trade by what happened to them.
std::string gave(const core::Trade& trade) {
    return (trade.side == core::Side::Buy ? trade.quoteMint.base58() : trade.mint.base58());
}
std::string got(const core::Trade& trade) {
    return (trade.side == core::Side::Buy ? trade.mint.base58() : trade.quoteMint.base58());
}

Bytes traded(const Pubkey& whirlpool, bool aToB) {
    BorshWriter event("e1ca49af932ba096");
    event.pubkey(whirlpool).boolean(aToB).u128(0, 1).u128(0, 1).u64(kIn).u64(kOut);
    return event.u64(0).u64(0).u64(1).u64(1).bytes();
}

}  // namespace

class TestCarbonInstructions : public QObject {
    Q_OBJECT
    nlohmann::json m_all;
    int m_compared = 0;

private slots:
    void initTestCase() {
        if (!conformance::dataFolder()) QSKIP("no labelled instructions beside the project: nothing compared");
        m_all = conformance::readJson("carbon-decoder-fixtures/fixtures.json.zst");
    }
    void cleanupTestCase() {
        if (m_compared != 0) std::cout << m_compared << " labelled instructions agree\n";
    }

    void dlmmSwaps() {
        for (const std::string name : {"swap", "swap2", "swap_exact_out"}) {
            Instruction one(m_all, kDlmm, name);
            one.signedBy("user").mintOf("reserveX", one.at("tokenXMint")).mintOf("reserveY", one.at("tokenYMint"));
            one.begin().moves("userTokenIn", "reserveX", kIn).moves("reserveY", "userTokenOut", kOut);
            const auto decoded = one.decoded();
            QCOMPARE(decoded.trades().size(), std::size_t{1});
            const auto trade = decoded.trades().at(0);
            QCOMPARE(trade.pool.value().base58(), one.text("lbPair"));
            QCOMPARE(gave(trade), one.text("tokenXMint"));
            QCOMPARE(got(trade), one.text("tokenYMint"));
            QCOMPARE(trade.wallet.base58(), one.text("user"));
            ++m_compared;
        }
    }

    void dlmmLiquidity() {
        const auto event = [](const Instruction& one, bool adding, std::uint64_t y) {
            BorshWriter out(adding ? "1f5e7d5ae3343dba" : "74f461e8671f983a");
            out.pubkey(one.at("lbPair")).pubkey(one.at("sender")).pubkey(one.at("position"));
            return out.u64(kIn).u64(y).i32(0).bytes();
        };
        for (const std::string name : {"add_liquidity_by_weight", "remove_liquidity", "remove_liquidity2",
                                       "remove_liquidity_by_range", "remove_all_liquidity"}) {
            const bool adding = name.starts_with("add");
            Instruction one(m_all, kDlmm, name);
            one.signedBy("sender").begin().selfCpi(event(one, adding, kOut));
            const auto decoded = one.decoded();
            QCOMPARE(decoded.events.size(), std::size_t{1});
            const auto& change = std::get<LiquidityChange>(decoded.events[0].body);
            const bool coinIsX = change.mint.base58() == one.text("tokenXMint");
            QCOMPARE(change.mint.base58(), one.text(coinIsX ? "tokenXMint" : "tokenYMint"));
            QCOMPARE(change.quoteMint.base58(), one.text(coinIsX ? "tokenYMint" : "tokenXMint"));
            QCOMPARE(change.baseAmount.value(), coinIsX ? kIn : kOut);
            QCOMPARE(change.wallet.base58(), one.text("sender"));
            QCOMPARE(change.added, adding);
            ++m_compared;
        }
        for (const std::string name :
             {"add_liquidity_one_side", "add_liquidity_one_side_precise", "add_liquidity_by_strategy_one_side"}) {
            Instruction one(m_all, kDlmm, name);
            one.signedBy("sender").begin();
            // The pool's creation, told in the same breath, names the other side.
            one.selfCpi(BorshWriter("b94afc7d1bd7bc6f")
                            .pubkey(one.at("lbPair"))
                            .u16(1)
                            .pubkey(one.at("tokenMint"))
                            .pubkey(test::derivedKey("other side"))
                            .bytes());
            one.selfCpi(event(one, true, 0));
            const auto decoded = one.decoded();
            QCOMPARE(decoded.events.size(), std::size_t{1});
            const auto& change = std::get<LiquidityChange>(decoded.events[0].body);
            const bool quote = change.quoteMint.base58() == one.text("tokenMint");
            QVERIFY(quote || change.mint.base58() == one.text("tokenMint"));
            QCOMPARE((quote ? change.quoteAmount : change.baseAmount).value(), kIn);
            ++m_compared;
        }
    }

    void whirlpoolSwaps() {
        for (const bool event : {false, true}) {
            Instruction one(m_all, kOrca, "swap_v2");
            one.signedBy("tokenAuthority").mintOf("tokenVaultA", one.at("tokenMintA"));
            one.mintOf("tokenVaultB", one.at("tokenMintB")).begin();
            one.moves("tokenOwnerAccountA", "tokenVaultA", kIn).moves("tokenVaultB", "tokenOwnerAccountB", kOut);
            if (event) one.logs(traded(one.at("whirlpool"), true));
            const auto decoded = one.decoded();
            QCOMPARE(decoded.trades().size(), std::size_t{1});
            const auto trade = decoded.trades().at(0);
            QCOMPARE(trade.pool.value().base58(), one.text("whirlpool"));
            QCOMPARE(gave(trade), one.text("tokenMintA"));
            QCOMPARE(got(trade), one.text("tokenMintB"));
            QCOMPARE(trade.wallet.base58(), one.text("tokenAuthority"));
        }
        ++m_compared;
    }

    void whirlpoolTwoHops() {
        const Pubkey first = test::derivedKey("first");
        const Pubkey middle = test::derivedKey("middle");
        const Pubkey last = test::derivedKey("last");
        Instruction one(m_all, kOrca, "two_hop_swap");
        one.signedBy("tokenAuthority").mintOf("tokenVaultOneA", first).mintOf("tokenVaultOneB", middle);
        one.mintOf("tokenVaultTwoA", middle).mintOf("tokenVaultTwoB", last).begin();
        one.moves("tokenOwnerAccountOneA", "tokenVaultOneA", kIn)
            .moves("tokenVaultOneB", "tokenOwnerAccountOneB", kOut);
        one.moves("tokenOwnerAccountTwoA", "tokenVaultTwoA", kOut)
            .moves("tokenVaultTwoB", "tokenOwnerAccountTwoB", kIn);
        const auto decoded = one.decoded();
        const auto trades = decoded.trades();
        QCOMPARE(trades.size(), std::size_t{2});
        QCOMPARE(trades[0].pool.value().base58(), one.text("whirlpoolOne"));
        QCOMPARE(gave(trades[0]), first.base58());
        QCOMPARE(got(trades[0]), middle.base58());
        QCOMPARE(trades[1].pool.value().base58(), one.text("whirlpoolTwo"));
        QCOMPARE(gave(trades[1]), middle.base58());
        QCOMPARE(got(trades[1]), last.base58());
        for (const auto& trade : trades) QCOMPARE(trade.wallet.base58(), one.text("tokenAuthority"));
        ++m_compared;
    }

    void whirlpoolTwoHopsV2() {
        for (const bool event : {false, true}) {
            Instruction one(m_all, kOrca, "two_hop_swap_v2");
            one.signedBy("tokenAuthority");
            one.mintOf("tokenVaultOneInput", one.at("tokenMintInput"));
            one.mintOf("tokenVaultOneIntermediate", one.at("tokenMintIntermediate"));
            one.mintOf("tokenVaultTwoIntermediate", one.at("tokenMintIntermediate"));
            one.mintOf("tokenVaultTwoOutput", one.at("tokenMintOutput")).begin();
            one.moves("tokenOwnerAccountInput", "tokenVaultOneInput", kIn);
            one.moves("tokenVaultOneIntermediate", "tokenVaultTwoIntermediate", kOut);
            one.moves("tokenVaultTwoOutput", "tokenOwnerAccountOutput", kIn);
            if (event) {
                // The directions are the instruction's own: from B to A, then from A to B.
                one.logs(traded(one.at("whirlpoolOne"), false)).logs(traded(one.at("whirlpoolTwo"), true));
            }
            const auto trades = one.decoded().trades();
            QCOMPARE(trades.size(), std::size_t{2});
            QCOMPARE(trades[0].pool.value().base58(), one.text("whirlpoolOne"));
            QCOMPARE(gave(trades[0]), one.text("tokenMintInput"));
            QCOMPARE(got(trades[0]), one.text("tokenMintIntermediate"));
            QCOMPARE(trades[1].pool.value().base58(), one.text("whirlpoolTwo"));
            QCOMPARE(gave(trades[1]), one.text("tokenMintIntermediate"));
            QCOMPARE(got(trades[1]), one.text("tokenMintOutput"));
            for (const auto& trade : trades) QCOMPARE(trade.wallet.base58(), one.text("tokenAuthority"));
        }
        ++m_compared;
    }

    void whirlpoolLiquidity() {
        const Pubkey a = test::derivedKey("token a");
        const Pubkey b = test::wrappedSol();
        for (const std::string name : {"increase_liquidity", "decrease_liquidity_v2"}) {
            const bool adding = name.starts_with("increase");
            Instruction one(m_all, kOrca, name);
            const bool v2 = name.ends_with("v2");
            const Pubkey mintA = v2 ? one.at("tokenMintA") : a;
            const Pubkey mintB = v2 ? one.at("tokenMintB") : b;
            one.signedBy("positionAuthority").mintOf("tokenVaultA", mintA).mintOf("tokenVaultB", mintB).begin();
            if (adding)
                one.moves("tokenOwnerAccountA", "tokenVaultA", kIn)
                    .moves("tokenOwnerAccountB", "tokenVaultB", kOut);
            else
                one.moves("tokenVaultA", "tokenOwnerAccountA", kIn)
                    .moves("tokenVaultB", "tokenOwnerAccountB", kOut);
            const auto decoded = one.decoded();
            QCOMPARE(decoded.events.size(), std::size_t{1});
            const auto& change = std::get<LiquidityChange>(decoded.events[0].body);
            QCOMPARE(change.pool.base58(), one.text("whirlpool"));
            QCOMPARE(change.wallet.base58(), one.text("positionAuthority"));
            QCOMPARE(change.added, adding);
            const bool coinIsA = change.mint.base58() == mintA.base58();
            QCOMPARE(change.mint.base58(), (coinIsA ? mintA : mintB).base58());
            QCOMPARE(change.baseAmount.value(), coinIsA ? kIn : kOut);
            QCOMPARE(change.quoteAmount.value(), coinIsA ? kOut : kIn);
            ++m_compared;
        }
    }
};

QTEST_GUILESS_MAIN(TestCarbonInstructions)
#include "test_carbon_instructions.moc"
