// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/market.h"

#include "core/base/text.h"
#include "core/sim/known_addresses.h"
#include "core/sim/payload.h"
#include "core/sim/scheme.h"
#include "core/sim/world.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace core::sim {
namespace {

constexpr std::uint64_t kLongestSeconds = 366ULL * 24 * 3600;
constexpr std::int64_t kSecondNs = 1'000'000'000;

std::vector<std::uint8_t> curveBytes(const Token& token) {
    const BondingCurve& curve = token.curve;
    Payload bytes{0x17b7f83760d8ac60};
    bytes.u64(curve.virtualTokens).u64(curve.virtualLamports).u64(curve.realTokens).u64(curve.realLamports);
    bytes.u64(kTokenSupply).u8(token.stage == TokenStage::Curve ? 0 : 1).key(token.creatorWallet).u8(0).u8(0);
    bytes.key(KnownAddresses::get().system).bytes(std::array<std::uint8_t, 36>{});
    return std::move(bytes).take();
}

std::vector<std::uint8_t> poolBytes(const Token& token) {
    Payload bytes{0xf19a6d0411b16dbc};
    bytes.u8(255).u16(0).key(token.poolAuthority).key(token.mint).key(KnownAddresses::get().wsolMint);
    bytes.key(token.lpMint).key(token.poolBaseVault).key(token.poolQuoteVault);
    bytes.u64(token.lpSupply).key(token.creatorWallet).u8(0).u8(0).wide(0);
    return std::move(bytes).take();
}

class SimulatedMarket final : public Market {
public:
    SimulatedMarket(const MarketOptions& options, const Scenario& scenario)
        : m_world(options, scenario), m_endNs(static_cast<std::int64_t>(options.durationSeconds) * kSecondNs) {
        for (const std::string_view name : scenario.schemes)
            if (auto scheme = makeScheme(name)) m_schemes.push_back(std::move(scheme));
        for (std::size_t i = 0; i < m_schemes.size(); ++i) {
            m_world.setActing(i);
            m_schemes[i]->start(m_world);
        }
        spreadNews();
    }

    std::optional<SimTransaction> next() override {
        Action action;
        while (m_world.output().empty()) {
            if (!m_world.nextAction(m_endNs, action)) return std::nullopt;
            if (action.scheme == m_schemes.size()) {
                m_world.migrate(action.token);
            } else {
                m_world.setActing(action.scheme);
                m_schemes[action.scheme]->act(m_world, action);
            }
            spreadNews();
        }
        std::optional<SimTransaction> out{std::move(m_world.output().front())};
        m_world.output().pop_front();
        return out;
    }

    std::string truthJson() const override {
        const MarketOptions& options = m_world.options();
        return m_world.truth().json("SIMULATED: scenario " + options.scenario + ", seed " +
                                    std::to_string(options.seed) + "; " + std::to_string(m_world.transactions()) +
                                    " transactions, " + std::to_string(m_world.trades()) + " trades, " +
                                    std::to_string(m_world.launches()) + " launches, " +
                                    std::to_string(m_world.graduations()) + " graduations");
    }

    std::optional<AccountImage> account(std::string_view address) const override {
        const auto key = Pubkey::fromBase58(address);
        if (!key) return std::nullopt;
        const Token* token = m_world.tokenOfAccount(*key);
        if (token == nullptr) return std::nullopt;
        const auto& known = KnownAddresses::get();
        if (token->curveAccount.key() == *key)
            return AccountImage{std::string{known.pump.text()}, token->curveLamports, curveBytes(*token)};
        return AccountImage{std::string{known.pumpSwap.text()}, token->poolLamports, poolBytes(*token)};
    }

private:
    // Tells every scheme of launches and full curves, and sends the migration of the latter on its way.
    void spreadNews() {
        for (const TokenId token : m_world.takeLaunched())
            for (std::size_t i = 0; i < m_schemes.size(); ++i) {
                m_world.setActing(i);
                m_schemes[i]->launched(m_world, token);
            }
        for (const TokenId token : m_world.takeCompleted()) {
            for (std::size_t i = 0; i < m_schemes.size(); ++i) {
                m_world.setActing(i);
                m_schemes[i]->completed(m_world, token);
            }
            Action migrate;
            migrate.token = token;
            migrate.atNs =
                m_world.now() + static_cast<std::int64_t>(m_world.random().between(900, 4'000)) * 1'000'000;
            m_world.setActing(m_schemes.size());
            m_world.schedule(migrate);
        }
    }

    World m_world;
    std::int64_t m_endNs;
    std::vector<std::unique_ptr<Scheme>> m_schemes;
};

}  // namespace

Result<std::unique_ptr<Market>> Market::create(const MarketOptions& options) {
    const Scenario* scenario = findScenario(options.scenario);
    if (scenario == nullptr) {
        std::string names;
        for (const Scenario& one : allScenarios()) names += (names.empty() ? "" : ", ") + std::string{one.name};
        return fail(ErrorCode::NotFound, "no scenario \"" + validUtf8(options.scenario) + "\"; there are " + names);
    }
    constexpr std::int64_t kLatestStart = std::numeric_limits<std::int64_t>::max() / kSecondNs / 2;
    if (options.durationSeconds > kLongestSeconds || options.startTime < 0 || options.startTime > kLatestStart)
        return fail(ErrorCode::BadValue, "duration or start time out of range");
    return std::unique_ptr<Market>{std::make_unique<SimulatedMarket>(options, *scenario)};
}

}  // namespace core::sim
