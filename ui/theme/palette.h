// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <array>
#include <cstddef>
#include <cstdint>

namespace ui::theme {

enum class Scheme : std::uint8_t { Dark, Light, HighContrast };
/// Which colours say up and down. Danger stays red whatever is chosen.
enum class Directions : std::uint8_t { GreenUp, RedUp, BlueUp };

/// Every colour of the program. Red is danger, amber is attention, blue is what can be clicked; up and down have a
/// pair of their own, which the user chooses.
struct Palette {
    QColor window, pane, bar, line, hover, selection;
    QColor dim, text, strong;
    QColor up{}, down{};      ///< direction: buys and sells, rising and falling
    QColor good, danger;  ///< worth: connected, graduated; and lost, dumped, refused
    QColor attention, link;
    QColor upSoft{}, downSoft{}, goodSoft, dangerSoft, attentionSoft,
        linkSoft;                    ///< fills behind text of the same meaning
    QColor alternate;                ///< every other row
    std::array<QColor, 8> entities;  ///< clusters, in the order in which they showed up on a coin
};

/// The palette in use. Thread: GUI.
[[nodiscard]] const Palette& palette();
/// Takes other colours; before applyStyle and before widgets are made, which keep the colours they were made with.
void setScheme(Scheme scheme, Directions directions = Directions::GreenUp);
[[nodiscard]] Scheme scheme();
/// The colour of a cluster by its place on the coin.
[[nodiscard]] inline QColor entityColor(std::size_t place) {
    return palette().entities[place % palette().entities.size()];
}

/// WCAG 2 contrast ratio of two opaque colours, 1 to 21.
[[nodiscard]] double contrast(const QColor& a, const QColor& b);

}  // namespace ui::theme
