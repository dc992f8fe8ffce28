// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <cstddef>

namespace ui {

/// The colour of the n-th line, band or cluster: told apart from its neighbours, readable on the window's
/// colour of the palette in use. Never the colours of up and down.
[[nodiscard]] QColor seriesColor(std::size_t index);

}  // namespace ui
