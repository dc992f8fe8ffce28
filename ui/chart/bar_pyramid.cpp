// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/bar_pyramid.h"

#include <algorithm>

namespace ui {
namespace {

constexpr std::size_t kFan = 4;

void join(Bar& sum, const Bar& next) {
    sum.high = std::max(sum.high, next.high);
    sum.low = std::min(sum.low, next.low);
    sum.close = next.close;
    sum.volume += next.volume;
    sum.buyVolume += next.buyVolume;
    sum.baseVolume += next.baseVolume;
    sum.buys += next.buys;
    sum.sells += next.sells;
    sum.traded = sum.traded || next.traded;
}

}  // namespace

void BarPyramid::clear() {
    m_bars.clear();
    m_levels.clear();
}

void BarPyramid::truncate(std::size_t size) {
    m_bars.truncate(size);
    for (BlockArray<Bar>& level : m_levels) {
        size /= kFan;
        level.truncate(size);
    }
}

void BarPyramid::seal() {
    std::size_t wanted = m_bars.size() / kFan;
    for (std::size_t k = 0; wanted > 0; ++k, wanted /= kFan) {
        if (k == m_levels.size()) m_levels.emplace_back();
        const BlockArray<Bar>& below = k == 0 ? m_bars : m_levels[k - 1];
        BlockArray<Bar>& level = m_levels[k];
        while (level.size() < wanted) {
            const std::size_t from = level.size() * kFan;
            Bar sum = below[from];
            for (std::size_t i = 1; i < kFan; ++i) join(sum, below[from + i]);
            level.push(sum);
        }
    }
}

Bar BarPyramid::bucket(std::size_t first, std::size_t last) const {
    Bar out;
    bool any = false;
    for (std::size_t at = first; at < last;) {
        // The largest sum that begins here and ends in time.
        std::size_t width = 1;
        std::size_t level = 0;
        while (level < m_levels.size() && at % (width * kFan) == 0 && at + width * kFan <= last &&
               at / (width * kFan) < m_levels[level].size()) {
            width *= kFan;
            ++level;
        }
        const Bar& part = level == 0 ? m_bars[at] : m_levels[level - 1][at / width];
        if (any)
            join(out, part);
        else
            out = part;
        any = true;
        at += width;
    }
    return out;
}

}  // namespace ui
