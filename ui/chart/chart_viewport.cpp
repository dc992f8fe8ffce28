// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_viewport.h"

#include <algorithm>
#include <cmath>

namespace ui {

std::size_t ChartViewport::newBars() const {
    return m_following || m_count < m_countAtUnfollow ? 0 : m_count - m_countAtUnfollow;
}

void ChartViewport::setWidth(double pixels) {
    m_width = std::max(pixels, 1.0);
}

void ChartViewport::setBarCount(std::size_t count) {
    if (m_count == 0 && count > 0) {
        restart(count);
        return;
    }
    if (m_following && !m_pressed) m_upper += static_cast<double>(count) - static_cast<double>(m_count);
    m_count = count;
}

void ChartViewport::restart(std::size_t count) {
    m_count = count;
    resetTime();
}

void ChartViewport::switchBars(std::size_t count, double index) {
    m_count = count;
    m_countAtUnfollow = count;
    if (m_following)
        jumpToLatest();
    else
        m_upper = index + m_width / m_barWidth / 2;
}

double ChartViewport::narrowestBar() const {
    return std::min(1.0, m_width / (static_cast<double>(m_count) * 1.2 + 1));
}

void ChartViewport::zoom(double x, double notches) {
    const double last = static_cast<double>(m_count) - 1;
    const bool aboutLast = m_anchor == ZoomAnchor::LastBar || (m_anchor == ZoomAnchor::Automatic && m_following);
    const double anchorX = aboutLast && m_count > 0 ? xOf(last) : x;
    const double anchorKey = keyAt(anchorX);
    m_barWidth = std::clamp(m_barWidth * std::pow(kZoomPerNotch, notches), narrowestBar(), kWidestBar);
    m_upper = anchorKey + (m_width - anchorX) / m_barWidth;
}

void ChartViewport::scroll(double bars) {
    m_upper += bars;
    followIfLastIsVisible();
}

void ChartViewport::dragBy(double pixels) {
    m_upper -= pixels / m_barWidth;
}

void ChartViewport::release() {
    m_pressed = false;
    followIfLastIsVisible();
}

void ChartViewport::jumpToLatest() {
    setFollowing(true);
    m_upper = static_cast<double>(m_count) - 0.5 + kFollowMargin / m_barWidth;
}

void ChartViewport::resetTime() {
    m_barWidth = kDefaultBarWidth;
    jumpToLatest();
}

void ChartViewport::showFirst() {
    setFollowing(false);
    m_upper = -0.5 + m_width / m_barWidth;
    followIfLastIsVisible();
}

void ChartViewport::centreOn(double index) {
    m_upper = index + m_width / m_barWidth / 2;
    followIfLastIsVisible();
}

void ChartViewport::setFollowing(bool following) {
    if (m_following && !following) m_countAtUnfollow = m_count;
    m_following = following;
}

void ChartViewport::followIfLastIsVisible() {
    const double last = static_cast<double>(m_count) - 1;
    // Only leaving switches follow off; coming back by hand does not switch it on: End and the button do.
    if (m_following && (last > m_upper || last < lower())) setFollowing(false);
}

}  // namespace ui
