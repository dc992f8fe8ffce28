// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace ui {

/// How bad it is; decides the colour of a dot or badge.
enum class Tone { Good, Attention, Bad, Quiet, Simulated };

[[nodiscard]] Tone feedTone(const core::source::FeedStatus& feed);
/// "connected", "retrying in 4 s", "playing 41%" …
[[nodiscard]] QString feedStateText(const core::source::FeedStatus& feed);
/// "solana-rpc · api.mainnet-beta.solana.com · retrying in 4 s: connection refused".
[[nodiscard]] QString feedSentence(const core::source::FeedStatus& feed);

/// What is wrong now, for the banner: what happened, what still works, what to do. `text` is empty when all
/// is well; `topic` stays the same while only numbers in the text change.
struct Trouble {
    QString text;
    QString topic;
};
[[nodiscard]] Trouble currentTrouble(const core::pipeline::Snapshot& snapshot);

/// The badge that is always on the screen.
struct Badge {
    QString text;
    Tone tone = Tone::Quiet;
};
[[nodiscard]] Badge modeBadge(core::pipeline::Mode mode, const core::pipeline::Health& health);

}  // namespace ui
