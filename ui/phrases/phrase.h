// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace ui::phrases {

/// What stands at a placeholder of a phrase.
enum class Part : std::uint8_t {
    None,
    // Taken over as it stands.
    Number,    ///< digits, with sign, separators and exponent
    Coin,      ///< a coin's name, whatever it holds, as long as core lets it be
    Key,       ///< an address, whole or shortened
    Venue,     ///< the id of a venue, perhaps none
    Anything,  ///< names that the user or a list gave, reasons that a system gave
    FlagKind,  ///< the id of a kind of flag, shown as its name
    RuleId,    ///< the id of a rule, shown as its name
    // Groups of phrases.
    Sentence,  ///< what core says by itself
    Wallets,
    OtherWallets,
    Slots,
    Signatures,
    Trades,
    Buyers,
    LaunchesWere,
    Place,
    TicketTail,
    LinkKinds,  ///< a list
    Sells,
    SoonTail,
    Left,
    Rest,
    Holders,
    MoreOrLess,
    ExchangeTail,
    ServiceTail,
    BurnedTail,
    Copied,
    Age,
    Quote,
    SameDevTail,
    Seller,
    Drips,
    OneIn,
    WalletsHold,
    BotsTail,
    Hand,
    Money,
    DevTail,
    RugSign,
    RugSigns,  ///< a list
    Seen,
    NoLongerTail,
    When,
    Trader,
    Window,
    WashForms,  ///< a list
    BumpTail,
    Listed,
    // Of alerts.
    Clauses,  ///< a list
    Doing,
    Who,
    Crowd,
    Did,
    Deeds,
    Amount,
    Held,
    Field,
    Value,
    Duration,
    Folded,  ///< a list
    // Of data health.
    Reason,
    Step,
    // Of what is wrong with a rule.
    Wanted,
    Found,
    UnitsWanted,
    TomlTrouble,
    Count  ///< of the others
};

/// English as core writes it, and what tells it from the same words with another meaning: what QT_TRANSLATE_NOOP
/// and QT_TRANSLATE_NOOP3 give in the context "phrases".
struct Text {
    // Conversions are the point: tables read like sentences.
    constexpr Text(const char* words) : english(words) {}  // NOLINT(google-explicit-constructor)
    constexpr Text(const char* words, const char* meaning) : english(words), comment(meaning) {}

    const char* english;
    const char* comment = nullptr;
};

/// A sentence of core, or a part of one, as a pattern. The placeholders %1, %2 ... stand in this order.
struct Phrase {
    Part group;
    Text text;
    std::array<Part, 16> parts{};
};

/// What detectors, and the pipeline about coins, say.
[[nodiscard]] std::span<const Phrase> detectorPhrases() noexcept;
/// What alerts say.
[[nodiscard]] std::span<const Phrase> alertPhrases() noexcept;
/// What feeds and the database say about themselves.
[[nodiscard]] std::span<const Phrase> healthPhrases() noexcept;
/// What is wrong with a rule.
[[nodiscard]] std::span<const Phrase> rulePhrases() noexcept;

}  // namespace ui::phrases
