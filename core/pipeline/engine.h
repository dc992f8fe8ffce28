// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alert/rule_engine.h"
#include "core/detect/detector.h"
#include "core/detect/flag_book.h"
#include "core/intel/intel.h"
#include "core/ledger/market.h"
#include "core/model/alert.h"
#include "core/pipeline/deduplicator.h"
#include "core/source/frame.h"
#include "core/wire/decoder.h"

#include <array>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace core::pipeline {

/// How an engine runs.
struct EngineConfig {
    std::size_t seenEvents = 1'000'000;
    bool pathlessSources = false;  ///< PumpPortal or event lines take part
    ledger::MarketLimits limits;
    std::shared_ptr<const intel::AddressBook> addresses{};  ///< null = the shipped list
    std::shared_ptr<const alert::RuleSet> rules{};          ///< null = the shipped ones
    alert::Watchlists watchlists{};
    std::vector<alert::FiredKey> fired{};  ///< alerts of earlier runs, which are not raised again
};

/// Decode -> count once -> ledger -> detectors, in one thread and without a clock: the same frames give the
/// same results. Thread: confined.
class Engine {
public:
    explicit Engine(const EngineConfig& config);

    /// Called for every event that counted, after the ledger took it, and for every alert.
    std::function<void(const Event&, ledger::TokenLedger&)> onEvent;
    std::function<void(const Alert&)> onAlert;
    /// Called for every transfer of SOL that counted, after it was taken in.
    std::function<void(const Event&, const SolTransfer&)> onSolTransfer;
    /// Called with every statement of a detector, before it goes into flags().
    std::function<void(const Flag&)> onFlag;

    /// Called for every event that was counted before.
    std::function<void(const Event&)> onDuplicate;

    /// Decodes one frame and applies what is in it, or of that what `keep` accepts. Errors: those of
    /// wire::Decoder; already counted.
    Result<void> frame(const source::Frame& frame, const std::function<bool(const Event&)>& keep = {});
    /// Decodes one frame without applying it; for callers that order events themselves.
    Result<void> decode(const source::Frame& frame, std::vector<Event>& out);
    /// Applies one event; false when it was a duplicate.
    bool apply(const Event& event);
    /// Events kept in sight by expect().
    static constexpr std::size_t kAhead = 16;
    /// An event that apply() gets after the kAhead events before it: what it will look at is brought near while
    /// those are taken. Changes no result; whoever has one event at a time need not call it.
    void expect(const Event& event);
    /// Applies a list of events in their order, looking ahead.
    void apply(std::span<const Event> events);
    /// Takes how a wallet began, and lets the detectors judge what they know of it anew.
    void learn(const WalletHistory& history);
    /// Alerts of earlier runs, which are not raised again; before the first event.
    void remember(std::vector<alert::FiredKey> fired) { m_rules.remember(std::move(fired)); }
    /// Takes other rules or lists from here on; null = the shipped rules.
    void arm(const std::shared_ptr<const alert::RuleSet>& rules, const alert::Watchlists& lists);
    /// The end of a recording: what waits for the end of its slot is judged now.
    void finish();

    [[nodiscard]] const ledger::Market& market() const noexcept { return m_market; }
    [[nodiscard]] ledger::Market& market() noexcept { return m_market; }
    [[nodiscard]] const intel::Intel& intel() const noexcept { return m_intel; }
    [[nodiscard]] const detect::FlagBook& flags() const noexcept { return m_flags; }
    /// Who follows whom as of now, by leader and follower.
    [[nodiscard]] std::vector<Lead> leads() const;
    [[nodiscard]] wire::Decoder& decoder() noexcept { return m_decoder; }
    [[nodiscard]] std::uint64_t duplicates() const noexcept { return m_dedup.duplicates(); }
    [[nodiscard]] const alert::RuleStats& ruleStats() const noexcept { return m_rules.stats(); }

private:
    /// A trade on its way: what has been found of it so far.
    struct Coming {
        const ledger::TokenLedger* coin = nullptr;  ///< null: nothing to bring near
        std::uint32_t hash = 0;
        ledger::WalletNumber number = ledger::kNoNumber;
        intel::WalletId wallet = intel::kNoWallet;
    };

    void tellGroups(const Event& event);
    void tell(const Event& event);
    void tellAlerts();
    [[nodiscard]] Event now() const;

    const std::shared_ptr<const intel::AddressBook> m_addresses;
    wire::Decoder m_decoder;
    Deduplicator m_dedup;
    ledger::Market m_market;
    std::vector<std::unique_ptr<detect::Detector>> m_detectors;
    std::vector<Event> m_events;
    intel::Intel m_intel;
    detect::FlagBook m_flags;
    detect::Findings m_findings;
    detect::Findings m_more;  ///< what is said of a flag
    alert::RuleEngine m_rules;
    std::vector<Alert> m_alerts;
    std::string m_padded;
    std::array<Coming, kAhead> m_coming{};
    std::size_t m_expected = 0;
    std::uint64_t m_arrival = 0;
};

}  // namespace core::pipeline
