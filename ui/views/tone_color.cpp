// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/tone_color.h"

#include "ui/theme/palette.h"

namespace ui {

QColor toneInk(Tone tone) {
    const auto& colors = theme::palette();
    switch (tone) {
        case Tone::Good: return colors.good;
        case Tone::Attention: return colors.attention;
        case Tone::Bad: return colors.danger;
        case Tone::Quiet: return colors.dim;
        case Tone::Simulated: return colors.link;
    }
    return colors.dim;
}

QColor toneFill(Tone tone) {
    const auto& colors = theme::palette();
    switch (tone) {
        case Tone::Good: return colors.goodSoft;
        case Tone::Attention: return colors.attentionSoft;
        case Tone::Bad: return colors.dangerSoft;
        case Tone::Quiet: return colors.pane;
        case Tone::Simulated: return colors.linkSoft;
    }
    return colors.pane;
}

}  // namespace ui
