// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/map_scene.h"

#include <QString>
#include <QStringList>

namespace ui {

/// "Cluster 17 · 31.4% · 0.93": what stands below a piece.
[[nodiscard]] QString pieceCaption(const MapPiece& piece);
/// "Binance 14:10:20-14:11:02", or a short address.
[[nodiscard]] QString nodeName(const core::pipeline::GraphNode& node);
/// What is known of a bubble, a line each. `own`: the user's name for the wallet, mostly empty.
[[nodiscard]] QStringList nodeLines(const MapScene& scene, std::uint32_t node, const QString& own);
/// Why two bubbles are linked, a line each.
[[nodiscard]] QStringList linkLines(const MapScene& scene, std::uint32_t link);
/// "funding", "transfer" …: a line of the legend.
[[nodiscard]] QString styleName(MapStyle style);
/// The whole picture in a few sentences, for who does not see it.
[[nodiscard]] QString sceneSummary(const MapScene& scene);

}  // namespace ui
