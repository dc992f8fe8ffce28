// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <array>
#include <cstddef>
#include <cstdint>

namespace ui::theme {

enum class Scheme : std::uint8_t { Dark, Light };

/// Every colour of the program. Green and red are direction and danger, amber is attention, blue is what
/// can be clicked.
struct Palette {
    QColor window, pane, bar, line, hover, selection;
    QColor dim, text, strong;
    QColor up, down, attention, link;
    QColor upSoft, downSoft, attentionSoft, linkSoft;  ///< fills behind text of the same meaning
    QColor alternate;                                  ///< every other row
    std::array<QColor, 8> entities;                    ///< clusters, in the order in which they showed up on a coin
};

/// The palette in use. Thread: GUI.
[[nodiscard]] const Palette& palette();
/// Takes another palette; before applyStyle and before widgets are made, which keep the colours they were made with.
void setScheme(Scheme scheme);
/// The colour of a cluster by its place on the coin.
[[nodiscard]] inline QColor entityColor(std::size_t place) {
    return palette().entities[place % palette().entities.size()];
}

/// WCAG 2 contrast ratio of two opaque colours, 1 to 21.
[[nodiscard]] double contrast(const QColor& a, const QColor& b);

}  // namespace ui::theme
