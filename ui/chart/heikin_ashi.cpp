// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/heikin_ashi.h"

#include <algorithm>

namespace ui {

void HeikinAshi::update(const BarPyramid& bars, std::size_t firstChanged) {
    const std::size_t from = std::min({firstChanged, m_bars.size(), bars.size()});
    m_bars.truncate(from);
    for (std::size_t i = from; i < bars.size(); ++i) {
        const Bar& raw = bars.at(i);
        Bar bar = raw;
        bar.close = (raw.open + raw.high + raw.low + raw.close) / 4;
        bar.open = i == 0 ? (raw.open + raw.close) / 2 : (m_bars.at(i - 1).open + m_bars.at(i - 1).close) / 2;
        bar.high = std::max({raw.high, bar.open, bar.close});
        bar.low = std::min({raw.low, bar.open, bar.close});
        m_bars.push(bar);
    }
    m_bars.seal();
}

}  // namespace ui
