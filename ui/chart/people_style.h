// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/chart_people.h"

#include <QColor>
#include <QString>

namespace ui {

/// How kinds of people and events look: letter, colour, name. Letters, so that colour never stands alone.
[[nodiscard]] QString kindLetter(MarkerKind kind);
[[nodiscard]] QString kindName(MarkerKind kind);
[[nodiscard]] QColor kindColor(MarkerKind kind);
[[nodiscard]] QString laneLetter(LaneKind kind);
[[nodiscard]] QString laneName(LaneKind kind);
[[nodiscard]] QColor laneColor(LaneKind kind);
/// Colour of a cluster that has none of its own.
[[nodiscard]] QColor clusterColor(std::uint32_t cluster);

}  // namespace ui
