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

Scheme& scheme() {
    static Scheme kScheme = Scheme::Dark;
    return kScheme;
}

const Palette& dark() {
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
                               .linkSoft = QColor(0x16, 0x29, 0x3a),
                               .alternate = QColor(0x11, 0x16, 0x1c),
                               .entities = {QColor(0xb4, 0x8e, 0xad), QColor(0xe6, 0x89, 0x5a), QColor(0x6f, 0xb3, 0xd9),
                                            QColor(0xc9, 0xc1, 0x63), QColor(0x8f, 0xbf, 0x7f), QColor(0xd9, 0x7f, 0xa8),
                                            QColor(0x8f, 0x9c, 0xe0), QColor(0x5f, 0xbf, 0xb0)}};
    return kDark;
}

const Palette& light() {
    static const Palette kLight{.window = QColor(0xff, 0xff, 0xff),
                                .pane = QColor(0xf6, 0xf7, 0xf9),
                                .bar = QColor(0xf0, 0xf2, 0xf5),
                                .line = QColor(0xd5, 0xda, 0xe1),
                                .hover = QColor(0xee, 0xf2, 0xf7),
                                .selection = QColor(0xdc, 0xe8, 0xf5),
                                .dim = QColor(0x5b, 0x66, 0x74),
                                .text = QColor(0x1f, 0x27, 0x31),
                                .strong = QColor(0x0a, 0x0f, 0x15),
                                .up = QColor(0x0b, 0x75, 0x61),
                                .down = QColor(0xc2, 0x2c, 0x2a),
                                .attention = QColor(0x8a, 0x58, 0x00),
                                .link = QColor(0x1a, 0x66, 0xae),
                                .upSoft = QColor(0xdf, 0xf3, 0xee),
                                .downSoft = QColor(0xfb, 0xe6, 0xe5),
                                .attentionSoft = QColor(0xfa, 0xef, 0xd8),
                                .linkSoft = QColor(0xe1, 0xee, 0xfa),
                                .alternate = QColor(0xf8, 0xf9, 0xfb),
                                .entities = {QColor(0x7d, 0x4d, 0x80), QColor(0xa5, 0x4a, 0x16), QColor(0x1d, 0x69, 0x96),
                                             QColor(0x71, 0x67, 0x00), QColor(0x3c, 0x70, 0x2b), QColor(0xa1, 0x35, 0x6c),
                                             QColor(0x4a, 0x55, 0xb5), QColor(0x0d, 0x6e, 0x64)}};
    return kLight;
}

}  // namespace

const Palette& palette() {
    return scheme() == Scheme::Dark ? dark() : light();
}

void setScheme(Scheme wanted) {
    scheme() = wanted;
}

double contrast(const QColor& a, const QColor& b) {
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

}  // namespace ui::theme
