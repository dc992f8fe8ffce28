// SPDX-License-Identifier: GPL-3.0-or-later
// What feeds (core/source) and the pipeline say about their own state. Reasons that the system, a node or SQLite gave
// are theirs and stay.
#include "ui/phrases/phrase.h"

#include <QtGlobal>

namespace ui::phrases {
namespace {

using enum Part;

// clang-format off
constexpr Phrase kPhrases[]{
    // What a feed cannot show: core/source/coverage.cpp
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Messages carry no slot and no transaction index, so the order inside a second is unknown.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "There is no history: what passes during an outage is lost.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Trades and their signatures need a funded key; only launches and migrations are visible.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Logs carry no transaction index, so the order inside a slot is the order of arrival.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Venues that write only self-CPI events (Raydium LaunchLab, Meteora DLMM, DAMM v2 and DBC, Jupiter) are not visible in logs; their transactions are fetched one by one as far as the allowance goes.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Transfers between wallets are not visible.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Transactions that touch none of the followed programs and addresses are not visible, transfers between wallets among them.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Where the provider tells no transaction index, the order inside a slot is the order of arrival.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "A filtered block does not tell where in the block a transaction stood.")},

    // Why a feed is not connected: the kind of trouble, the step, the reason
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Stopped")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Fetching what the outage missed")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1. The key is missing or refused"), {Reason}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1"), {Reason}},
    {Reason, QT_TRANSLATE_NOOP("phrases", "network: %1"), {Step}},
    {Reason, QT_TRANSLATE_NOOP("phrases", "timeout: %1"), {Step}},
    {Reason, QT_TRANSLATE_NOOP("phrases", "remote: %1"), {Step}},
    {Reason, QT_TRANSLATE_NOOP("phrases", "unauthorized: %1"), {Step}},
    {Reason, QT_TRANSLATE_NOOP("phrases", "rate_limited: %1"), {Step}},
    {Reason, QT_TRANSLATE_NOOP("phrases", "too_large: %1"), {Step}},
    {Reason, QT_TRANSLATE_NOOP("phrases", "io: %1"), {Step}},
    {Reason, QT_TRANSLATE_NOOP("phrases", "database: %1"), {Step}},
    {Reason, QT_TRANSLATE_NOOP("phrases", "bad_value: %1"), {Step}},
    {Reason, QT_TRANSLATE_NOOP("phrases", "unsupported: %1"), {Step}},
    {Step, QT_TRANSLATE_NOOP("phrases", "DNS: the name has no address")},
    {Step, QT_TRANSLATE_NOOP("phrases", "TLS: the host name was not accepted")},
    {Step, QT_TRANSLATE_NOOP("phrases", "TLS: certificate refused: its issuer is not trusted here")},
    {Step, QT_TRANSLATE_NOOP("phrases", "TLS: certificate refused: it was made for another host")},
    {Step, QT_TRANSLATE_NOOP("phrases", "TLS: certificate refused: %1"), {Anything}},
    {Step, QT_TRANSLATE_NOOP("phrases", "websocket: refused with HTTP %1"), {Number}},
    {Step, QT_TRANSLATE_NOOP("phrases", "websocket: a message is larger than %1 bytes"), {Number}},
    {Step, QT_TRANSLATE_NOOP("phrases", "subscription refused: %1"), {Anything}},
    {Step, QT_TRANSLATE_NOOP("phrases", "the subscriptions were not acknowledged")},
    {Step, QT_TRANSLATE_NOOP("phrases", "no message for %1 ms"), {Number}},
    {Step, QT_TRANSLATE_NOOP("phrases", "gRPC: no connection")},
    {Step, QT_TRANSLATE_NOOP("phrases", "gRPC: the server ended the stream")},
    {Step, QT_TRANSLATE_NOOP("phrases", "no trade of this time is stored")},
    {Step, QT_TRANSLATE_NOOP("phrases", "%1: no answer in time"), {Anything}},
    {Step, QT_TRANSLATE_NOOP("phrases", "%1: the server closed the connection"), {Anything}},
    {Step, QT_TRANSLATE_NOOP("phrases", "%1"), {Anything}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "looking for what was stored of this time")},

    // What a recording tells when it has been read
    {Sentence, QT_TRANSLATE_NOOP("phrases", "SIMULATED")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "The recording ends in the middle of a line, which was dropped")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "SIMULATED. The recording ends in the middle of a line, which was dropped")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1 malformed lines skipped, first: %2"), {Number, Anything}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1 malformed line skipped: %2"), {Number, Anything}},

    // Why nothing is kept
    {Sentence, QT_TRANSLATE_NOOP("phrases", "earlier trades of a coin could not be read: %1"), {Anything}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "recording ended: %1"), {Anything}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "trades that were kept of a coin came back damaged")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "what was kept of a coin came back damaged")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "what was kept of a wallet came back damaged")},
};
// clang-format on

}  // namespace

std::span<const Phrase> healthPhrases() noexcept {
    return kPhrases;
}

}  // namespace ui::phrases
