// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace ui::theme {

/// Every colour of the program. Green and red are direction and danger, amber is attention, blue is what
/// can be clicked.
struct Palette {
    QColor window, pane, bar, line, hover, selection;
    QColor dim, text, strong;
    QColor up, down, attention, link;
    QColor upSoft, downSoft, attentionSoft, linkSoft;  ///< fills behind text of the same meaning
};

/// The palette in use. Thread: GUI.
[[nodiscard]] const Palette& palette();

/// WCAG 2 contrast ratio of two opaque colours, 1 to 21.
[[nodiscard]] double contrast(const QColor& a, const QColor& b);

}  // namespace ui::theme
