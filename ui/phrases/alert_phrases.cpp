// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences of core/alert/rule_alert.cpp and of what core/deliver folds into one; the rest of what alerts say are
// sentences of detectors.
#include "ui/phrases/phrase.h"

#include <QtGlobal>

namespace ui::phrases {
namespace {

using enum Part;

// clang-format off
constexpr Phrase kPhrases[]{
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1: %2."), {Coin, Clauses}},

    // One sentence, one clause for each condition that held.
    {Clauses, QT_TRANSLATE_NOOP("phrases", "%1 within %2"), {Doing, Duration}},
    {Clauses, QT_TRANSLATE_NOOP("phrases", "%1"), {Doing}},
    {Clauses, QT_TRANSLATE_NOOP("phrases", "a cluster of %1 likely linked wallets, %2 of which have had the coin and %3 have sold, holds %4"), {Number, Number, Number, Held}},
    {Clauses, QT_TRANSLATE_NOOP("phrases", "%1 is %2"), {Field, Value}},
    {Clauses, QT_TRANSLATE_NOOP("phrases", "%1 went above %2, from %3 to %4"), {Field, Value, Number, Number}},
    {Clauses, QT_TRANSLATE_NOOP("phrases", "%1 went below %2, from %3 to %4"), {Field, Value, Number, Number}},
    {Clauses, QT_TRANSLATE_NOOP("phrases", "graduated after %1"), {Trades}},
    {Clauses, QT_TRANSLATE_NOOP("phrases", "it has graduated")},
    {Clauses, QT_TRANSLATE_NOOP("phrases", "flag %1 stands with confidence %2"), {FlagKind, Number}},
    {Clauses, QT_TRANSLATE_NOOP("phrases", "not: %1"), {Anything}},
    // The titles of resources/rules.toml, where no condition tells a number; the user's own stay as they are.
    {Clauses, QT_TRANSLATE_NOOP("phrases", "The dev sells")},
    {Clauses, QT_TRANSLATE_NOOP("phrases", "A cluster of linked wallets sells")},
    {Clauses, QT_TRANSLATE_NOOP("phrases", "Somebody takes the liquidity")},
    {Clauses, QT_TRANSLATE_NOOP("phrases", "A cabal is on a coin you watch")},
    {Clauses, QT_TRANSLATE_NOOP("phrases", "A wallet that others follow buys")},
    {Clauses, QT_TRANSLATE_NOOP("phrases", "A pump begins")},
    {Clauses, QT_TRANSLATE_NOOP("phrases", "A coin you watch graduates")},
    {Clauses, QT_TRANSLATE_NOOP("phrases", "Coins that nobody bought lie with insiders")},
    {Clauses, QT_TRANSLATE_NOOP("phrases", "A bundle bought the launch")},
    {Clauses, QT_TRANSLATE_NOOP("phrases", "Volume that nobody means")},
    {Clauses, QT_TRANSLATE_NOOP("phrases", "A copy of a coin that made it")},

    {Doing, QT_TRANSLATE_NOOP("phrases", "%1 %2 %3 in %4 transactions"), {Who, Did, Amount, Number}},
    {Doing, QT_TRANSLATE_NOOP("phrases", "%1 %2 in %3 transactions"), {Who, Did, Number}},
    {Doing, QT_TRANSLATE_NOOP("phrases", "%1 %2 %3"), {Who, Did, Amount}},
    {Doing, QT_TRANSLATE_NOOP("phrases", "%1 %2"), {Who, Did}},
    {Doing, QT_TRANSLATE_NOOP("phrases", "%1 %2 %3"), {Crowd, Did, Amount}},
    {Doing, QT_TRANSLATE_NOOP("phrases", "%1 %2"), {Crowd, Did}},
    {Doing, QT_TRANSLATE_NOOP3("phrases", "%1 of %2", "deeds and what they moved"), {Deeds, Amount}},
    {Doing, QT_TRANSLATE_NOOP("phrases", "%1"), {Deeds}},

    {Who, QT_TRANSLATE_NOOP("phrases", "one or more wallets")},
    {Who, QT_TRANSLATE_NOOP("phrases", "the dev")},
    {Who, QT_TRANSLATE_NOOP("phrases", "wallets linked to the dev")},
    {Who, QT_TRANSLATE_NOOP("phrases", "the dev or wallets linked to it")},
    {Who, QT_TRANSLATE_NOOP("phrases", "a cluster of %1 likely linked wallets"), {Number}},
    {Who, QT_TRANSLATE_NOOP("phrases", "a cluster")},
    {Who, QT_TRANSLATE_NOOP("phrases", "%1 of list %2"), {Key, Anything}},
    {Who, QT_TRANSLATE_NOOP("phrases", "%1, tagged %2,"), {Key, FlagKind}},
    {Who, QT_TRANSLATE_NOOP("phrases", "%1"), {Key}},

    {Crowd, QT_TRANSLATE_NOOP("phrases", "%1 of list %2"), {Wallets, Anything}},
    {Crowd, QT_TRANSLATE_NOOP("phrases", "%1 tagged %2"), {Wallets, FlagKind}},
    {Crowd, QT_TRANSLATE_NOOP("phrases", "%1 linked to the dev"), {Wallets}},
    {Crowd, QT_TRANSLATE_NOOP("phrases", "%1 of the dev"), {Wallets}},
    {Crowd, QT_TRANSLATE_NOOP("phrases", "%1 members of a cluster"), {Number}},
    {Crowd, QT_TRANSLATE_NOOP("phrases", "%1 member of a cluster"), {Number}},
    {Crowd, QT_TRANSLATE_NOOP("phrases", "%1"), {Wallets}},

    {Did, QT_TRANSLATE_NOOP("phrases", "bought")},
    {Did, QT_TRANSLATE_NOOP("phrases", "sold")},
    {Did, QT_TRANSLATE_NOOP("phrases", "traded")},
    {Did, QT_TRANSLATE_NOOP("phrases", "sent")},
    {Did, QT_TRANSLATE_NOOP("phrases", "received")},
    {Did, QT_TRANSLATE_NOOP("phrases", "created")},
    {Did, QT_TRANSLATE_NOOP("phrases", "added liquidity")},
    {Did, QT_TRANSLATE_NOOP("phrases", "removed liquidity")},
    {Did, QT_TRANSLATE_NOOP("phrases", "minted")},
    {Did, QT_TRANSLATE_NOOP("phrases", "burned")},

    {Deeds, QT_TRANSLATE_NOOP("phrases", "%1 buys"), {Number}},
    {Deeds, QT_TRANSLATE_NOOP("phrases", "%1 buy"), {Number}},
    {Deeds, QT_TRANSLATE_NOOP("phrases", "%1 sells"), {Number}},
    {Deeds, QT_TRANSLATE_NOOP("phrases", "%1 sell"), {Number}},
    {Deeds, QT_TRANSLATE_NOOP("phrases", "%1"), {Trades}},
    {Deeds, QT_TRANSLATE_NOOP("phrases", "%1 sends"), {Number}},
    {Deeds, QT_TRANSLATE_NOOP("phrases", "%1 send"), {Number}},
    {Deeds, QT_TRANSLATE_NOOP("phrases", "%1 receipts"), {Number}},
    {Deeds, QT_TRANSLATE_NOOP("phrases", "%1 receipt"), {Number}},
    {Deeds, QT_TRANSLATE_NOOP("phrases", "%1 creations"), {Number}},
    {Deeds, QT_TRANSLATE_NOOP("phrases", "%1 creation"), {Number}},
    {Deeds, QT_TRANSLATE_NOOP("phrases", "%1 mints"), {Number}},
    {Deeds, QT_TRANSLATE_NOOP("phrases", "%1 mint"), {Number}},
    {Deeds, QT_TRANSLATE_NOOP("phrases", "%1 burns"), {Number}},
    {Deeds, QT_TRANSLATE_NOOP("phrases", "%1 burn"), {Number}},

    {Amount, QT_TRANSLATE_NOOP("phrases", "%1% of supply for %2 SOL"), {Number, Number}},
    {Amount, QT_TRANSLATE_NOOP("phrases", "%1% of supply"), {Number}},
    {Amount, QT_TRANSLATE_NOOP3("phrases", "%1 SOL", "amount of a doing"), {Number}},
    {Held, QT_TRANSLATE_NOOP("phrases", "%1% of supply"), {Number}},
    {Held, QT_TRANSLATE_NOOP("phrases", "an unknown share")},

    {Duration, QT_TRANSLATE_NOOP("phrases", "%1s"), {Number}},
    {Duration, QT_TRANSLATE_NOOP("phrases", "%1m"), {Number}},
    {Duration, QT_TRANSLATE_NOOP("phrases", "%1h"), {Number}},
    {Duration, QT_TRANSLATE_NOOP("phrases", "%1d"), {Number}},
    {Value, QT_TRANSLATE_NOOP("phrases", "%1"), {Duration}},
    {Value, QT_TRANSLATE_NOOP("phrases", "%1 SOL"), {Number}},
    {Value, QT_TRANSLATE_NOOP("phrases", "%1 USD"), {Number}},
    {Value, QT_TRANSLATE_NOOP("phrases", "%1%"), {Number}},
    {Value, QT_TRANSLATE_NOOP("phrases", "%1"), {Number}},

    // The coin's fields of core/alert/words.cpp, as the sentence writes them.
    {Field, QT_TRANSLATE_NOOP("phrases", "age")},
    {Field, QT_TRANSLATE_NOOP("phrases", "price")},
    {Field, QT_TRANSLATE_NOOP("phrases", "market cap")},
    {Field, QT_TRANSLATE_NOOP("phrases", "liquidity")},
    {Field, QT_TRANSLATE_NOOP("phrases", "curve")},
    {Field, QT_TRANSLATE_NOOP("phrases", "rise 5m")},
    {Field, QT_TRANSLATE_NOOP("phrases", "fall 5m")},
    {Field, QT_TRANSLATE_NOOP("phrases", "volume")},
    {Field, QT_TRANSLATE_NOOP("phrases", "trades")},
    {Field, QT_TRANSLATE_NOOP("phrases", "buyers")},
    {Field, QT_TRANSLATE_NOOP("phrases", "holders")},
    {Field, QT_TRANSLATE_NOOP("phrases", "top10")},
    {Field, QT_TRANSLATE_NOOP("phrases", "dev share")},
    {Field, QT_TRANSLATE_NOOP("phrases", "cluster share")},

    // What proves it.
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1 %2"), {Did, Amount}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1"), {Did}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "the curve's program reported the migration")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "the event that the rule was looked at for")},

    // Alerts beyond the hour's allowance.
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1 more alerts: %2."), {Number, Folded}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1 more alert: %2."), {Number, Folded}},
    {Folded, QT_TRANSLATE_NOOP3("phrases", "%1 %2", "how many of a rule"), {Number, RuleId}},
};
// clang-format on

}  // namespace

std::span<const Phrase> alertPhrases() noexcept {
    return kPhrases;
}

}  // namespace ui::phrases
