// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/palette.h"

#include <algorithm>
#include <cmath>

namespace ui::theme {
namespace {

double luminance(const QColor& color) {
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

}  // namespace

const Palette& palette() {
    static const Palette kDark{.window = QColor(0x0f, 0x13, 0x18),
                               .pane = QColor(0x15, 0x1a, 0x21),
                               .bar = QColor(0x12, 0x16, 0x1c),
                               .line = QColor(0x23, 0x2b, 0x35),
                               .hover = QColor(0x18, 0x1f, 0x27),
                               .selection = QColor(0x1b, 0x23, 0x2d),
                               .dim = QColor(0x7d, 0x88, 0x96),
                               .text = QColor(0xd5, 0xdb, 0xe3),
                               .strong = QColor(0xf2, 0xf5, 0xf8),
                               .up = QColor(0x2b, 0xb3, 0x9a),
                               .down = QColor(0xef, 0x5d, 0x5a),
                               .attention = QColor(0xe3, 0xa7, 0x3f),
                               .link = QColor(0x5a, 0xa9, 0xe6),
                               .upSoft = QColor(0x12, 0x2c, 0x2a),
                               .downSoft = QColor(0x35, 0x1d, 0x20),
                               .attentionSoft = QColor(0x30, 0x27, 0x18),
                               .linkSoft = QColor(0x16, 0x29, 0x3a)};
    return kDark;
}

double contrast(const QColor& a, const QColor& b) {
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

}  // namespace ui::theme
