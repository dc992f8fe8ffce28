// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"

#include <QColor>
#include <QString>

#include <optional>
#include <vector>

namespace ui {

/// One chip of a card.
struct CardChip {
    QString id;       ///< "sniper", "cluster" …: stable
    QString text;     ///< "Sn 5%"
    QString toolTip;  ///< the rule, what the part is of, and as of when
    QString spoken;   ///< "Snipers hold 5%", for screen readers and menus
    QColor ink;
    QColor fill;                                  ///< behind the text
    QColor border;                                ///< invalid: the ink's own tone
    int danger = 0;                               ///< 0 quiet, 1 attention, 2 danger
    std::optional<core::pipeline::FlagRef> flag;  ///< what a click opens
};

/// The chips of a coin in the order in which they stand: shares of who could sell, the cluster that holds most,
/// what it copies, and its dev's record. Unknown shares say so and are never 0.
[[nodiscard]] std::vector<CardChip> cardChips(const core::pipeline::TokenRow& row,
                                              std::optional<std::uint64_t> asOfSlot);

/// "3%", "<1%", "<5%", "–".
[[nodiscard]] QString chipShareText(const core::pipeline::ChipShare& share);
/// "3/41": graduated of launched; unknown without a record.
[[nodiscard]] QString devRecordText(const core::pipeline::TokenRow& row);
/// "copy of 3m older", "original of 2"; empty for neither.
[[nodiscard]] QString copyText(const core::pipeline::CoinCard& card);

}  // namespace ui
