// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/health_text.h"

#include <QColor>

namespace ui {

/// Ink of a tone.
[[nodiscard]] QColor toneInk(Tone tone);
/// Fill behind text in that ink.
[[nodiscard]] QColor toneFill(Tone tone);

}  // namespace ui
