// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

#include <cstdint>
#include <vector>

namespace ui {

/// Why a trade is worth a mark. The order is the order of importance.
enum class MarkerKind : std::uint8_t { Dev, Cluster, Insider, Sniper, Lead, SmartMoney, Tracked };
inline constexpr std::size_t kMarkerKinds = 7;

/// What happened: coins bought, sold, or moved without a trade, which is drawn hollow.
enum class MarkerMove : std::uint8_t { Buy, Received, Sell, Sent };
[[nodiscard]] constexpr bool comesIn(MarkerMove move) {
    return move == MarkerMove::Buy || move == MarkerMove::Received;
}

/// One trade or transfer of somebody worth knowing. What comes in stands below its bar, what goes out above.
struct ChartMarker {
    std::int64_t time = 0;  ///< Unix seconds
    double price = 0;       ///< whole quote units per coin; 0 for transfers
    MarkerMove move = MarkerMove::Buy;
    MarkerKind kind = MarkerKind::Tracked;
    std::uint32_t cluster = 0;  ///< 0: none
    QColor color;               ///< invalid: the kind's own
    QString text;               ///< one line for the list of a group; may be hostile
    QString wallet;             ///< base58; named by markerClicked
};

/// A holding at a time, as shares of supply 0..1.
struct PositionPoint {
    std::int64_t time = 0;
    double held = 0;
    double notBought = 0;  ///< the part of it that came in without a purchase
};
/// The position of a cluster over time. Points in ascending time; each holds until the next.
struct PositionBand {
    std::uint32_t cluster = 0;
    QString name;  ///< "Crew 17"
    QColor color;  ///< invalid: one of the chart's series colours
    std::vector<PositionPoint> points;
};

enum class LaneKind : std::uint8_t { Created, FirstSell, DevMoved, Graduated, Flag, Alert };
struct LaneEvent {
    std::int64_t time = 0;
    LaneKind kind = LaneKind::Flag;
    QString text;  ///< may be hostile
};

/// What holder indicators read: the last sample at or before the end of a bar counts.
struct HolderSample {
    std::int64_t time = 0;
    double holders = 0;
    double top10Share = 0;  ///< 0..1 of supply, clusters counted as one
};

/// Who is behind the candles of one token. Every list in ascending time. Immutable once handed over.
struct ChartPeople {
    std::vector<ChartMarker> markers;
    std::vector<PositionBand> bands;
    std::vector<LaneEvent> events;
    std::vector<HolderSample> holders;
};

/// One row of the box at a bar: who bought or sold in it.
struct BarPeopleRow {
    enum class Tone : std::uint8_t { Plain, Buy, Sell };
    QString text;  ///< "Crew 17 (4 wallets) −18.2 SOL 71%"; may be hostile
    Tone tone = Tone::Plain;
};

}  // namespace ui
