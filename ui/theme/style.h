// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QApplication;
class QFont;

namespace ui::theme {

/// Sets style, fonts and colours of the whole program from the palette.
void applyStyle(QApplication& application);
/// The body font at another size or weight. Sizes are in pixels.
[[nodiscard]] QFont font(int pixels, bool bold = false);
/// For addresses.
[[nodiscard]] QFont monospace(int pixels);

}  // namespace ui::theme
