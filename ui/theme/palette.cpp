// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/palette.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui::theme {
namespace {

double luminance(const QColor& color) {
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

// Colours that say one direction and the fill behind them.
struct Pair {
    QColor ink, soft;
};

Palette dark() {
    return {.window = QColor(0x0f, 0x13, 0x18),
            .pane = QColor(0x15, 0x1a, 0x21),
            .bar = QColor(0x12, 0x16, 0x1c),
            .line = QColor(0x23, 0x2b, 0x35),
            .hover = QColor(0x18, 0x1f, 0x27),
            .selection = QColor(0x1b, 0x23, 0x2d),
            .dim = QColor(0x7d, 0x88, 0x96),
            .text = QColor(0xd5, 0xdb, 0xe3),
            .strong = QColor(0xf2, 0xf5, 0xf8),
            .good = QColor(0x2b, 0xb3, 0x9a),
            .danger = QColor(0xef, 0x5d, 0x5a),
            .attention = QColor(0xe3, 0xa7, 0x3f),
            .link = QColor(0x5a, 0xa9, 0xe6),
            .goodSoft = QColor(0x12, 0x2c, 0x2a),
            .dangerSoft = QColor(0x35, 0x1d, 0x20),
            .attentionSoft = QColor(0x30, 0x27, 0x18),
            .linkSoft = QColor(0x16, 0x29, 0x3a),
            .alternate = QColor(0x11, 0x16, 0x1c),
            .entities = {QColor(0xb4, 0x8e, 0xad), QColor(0xe6, 0x89, 0x5a), QColor(0x6f, 0xb3, 0xd9),
                         QColor(0xc9, 0xc1, 0x63), QColor(0x8f, 0xbf, 0x7f), QColor(0xd9, 0x7f, 0xa8),
                         QColor(0x8f, 0x9c, 0xe0), QColor(0x5f, 0xbf, 0xb0)}};
}

Palette light() {
    return {.window = QColor(0xff, 0xff, 0xff),
            .pane = QColor(0xf6, 0xf7, 0xf9),
            .bar = QColor(0xf0, 0xf2, 0xf5),
            .line = QColor(0xd5, 0xda, 0xe1),
            .hover = QColor(0xee, 0xf2, 0xf7),
            .selection = QColor(0xdc, 0xe8, 0xf5),
            .dim = QColor(0x5b, 0x66, 0x74),
            .text = QColor(0x1f, 0x27, 0x31),
            .strong = QColor(0x0a, 0x0f, 0x15),
            .good = QColor(0x0b, 0x75, 0x61),
            .danger = QColor(0xc2, 0x2c, 0x2a),
            .attention = QColor(0x8a, 0x58, 0x00),
            .link = QColor(0x1a, 0x66, 0xae),
            .goodSoft = QColor(0xdf, 0xf3, 0xee),
            .dangerSoft = QColor(0xfb, 0xe6, 0xe5),
            .attentionSoft = QColor(0xfa, 0xef, 0xd8),
            .linkSoft = QColor(0xe1, 0xee, 0xfa),
            .alternate = QColor(0xf8, 0xf9, 0xfb),
            .entities = {QColor(0x7d, 0x4d, 0x80), QColor(0xa5, 0x4a, 0x16), QColor(0x1d, 0x69, 0x96),
                         QColor(0x71, 0x67, 0x00), QColor(0x3c, 0x70, 0x2b), QColor(0xa1, 0x35, 0x6c),
                         QColor(0x4a, 0x55, 0xb5), QColor(0x0d, 0x6e, 0x64)}};
}

Palette highContrast() {
    return {.window = QColor(0x00, 0x00, 0x00),
            .pane = QColor(0x0a, 0x0a, 0x0a),
            .bar = QColor(0x00, 0x00, 0x00),
            .line = QColor(0x8a, 0x8a, 0x8a),
            .hover = QColor(0x1e, 0x1e, 0x1e),
            .selection = QColor(0x00, 0x3b, 0x6e),
            .dim = QColor(0xc4, 0xc9, 0xcf),
            .text = QColor(0xff, 0xff, 0xff),
            .strong = QColor(0xff, 0xff, 0xff),
            .good = QColor(0x4d, 0xff, 0xb8),
            .danger = QColor(0xff, 0x8a, 0x80),
            .attention = QColor(0xff, 0xd5, 0x4f),
            .link = QColor(0x7f, 0xc7, 0xff),
            .goodSoft = QColor(0x00, 0x2b, 0x1c),
            .dangerSoft = QColor(0x3a, 0x00, 0x00),
            .attentionSoft = QColor(0x33, 0x26, 0x00),
            .linkSoft = QColor(0x00, 0x22, 0x3d),
            .alternate = QColor(0x0c, 0x0c, 0x0c),
            .entities = {QColor(0xe0, 0xb8, 0xff), QColor(0xff, 0xb0, 0x80), QColor(0x8f, 0xd8, 0xff),
                         QColor(0xf5, 0xec, 0x70), QColor(0xb6, 0xf0, 0x9c), QColor(0xff, 0xa8, 0xd4),
                         QColor(0xb8, 0xc4, 0xff), QColor(0x80, 0xf0, 0xe0)}};
}

// Told apart by people who do not tell red from green (Okabe and Ito's sky blue and orange).
std::array<Pair, 2> blueAndOrange(Scheme scheme) {
    switch (scheme) {
        case Scheme::Light:
            return {{{QColor(0x0b, 0x63, 0xa5), QColor(0xe1, 0xee, 0xfa)},
                     {QColor(0xa8, 0x4a, 0x00), QColor(0xfb, 0xec, 0xdd)}}};
        case Scheme::HighContrast:
            return {{{QColor(0x8f, 0xd8, 0xff), QColor(0x00, 0x22, 0x3d)},
                     {QColor(0xff, 0xb6, 0x4d), QColor(0x33, 0x20, 0x00)}}};
        case Scheme::Dark: break;
    }
    return {{{QColor(0x56, 0xb4, 0xe9), QColor(0x14, 0x2a, 0x38)},
             {QColor(0xe6, 0x9f, 0x00), QColor(0x33, 0x26, 0x0c)}}};
}

Palette make(Scheme scheme, Directions directions) {
    Palette out = scheme == Scheme::Light ? light() : scheme == Scheme::HighContrast ? highContrast() : dark();
    std::array<Pair, 2> pairs{{{out.good, out.goodSoft}, {out.danger, out.dangerSoft}}};
    if (directions == Directions::RedUp) std::swap(pairs[0], pairs[1]);
    if (directions == Directions::BlueUp) pairs = blueAndOrange(scheme);
    out.up = pairs[0].ink;
    out.upSoft = pairs[0].soft;
    out.down = pairs[1].ink;
    out.downSoft = pairs[1].soft;
    return out;
}

struct InUse {
    Scheme scheme = Scheme::Dark;
    Palette colors = make(Scheme::Dark, Directions::GreenUp);
};

InUse& inUse() {
    static InUse state;
    return state;
}

}  // namespace

const Palette& palette() {
    return inUse().colors;
}

Scheme scheme() {
    return inUse().scheme;
}

void setScheme(Scheme wanted, Directions directions) {
    inUse() = {wanted, make(wanted, directions)};
}

double contrast(const QColor& a, const QColor& b) {
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

}  // namespace ui::theme
