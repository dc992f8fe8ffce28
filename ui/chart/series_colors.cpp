// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/series_colors.h"

#include "ui/theme/palette.h"

#include <array>

namespace ui {
namespace {

constexpr std::array<QRgb, 8> kOnDark{0xffe8b04a, 0xff5aa9e6, 0xffc58be0, 0xffe07f56,
                                      0xff8fd3e8, 0xffd8d26a, 0xfff29ac2, 0xff9aa8ff};
constexpr std::array<QRgb, 8> kOnLight{0xff9a6700, 0xff0b66b5, 0xff8a3fb0, 0xffb3471b,
                                       0xff0f7285, 0xff726a00, 0xffb52a74, 0xff4a4fc9};

}  // namespace

QColor seriesColor(std::size_t index) {
    const bool dark = theme::palette().window.lightness() < 128;
    return QColor((dark ? kOnDark : kOnLight)[index % kOnDark.size()]);
}

}  // namespace ui
