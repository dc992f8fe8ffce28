// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace ui {

/// What stands still while the wheel zooms. Automatic: the last bar while following, else the cursor.
enum class ZoomAnchor : std::uint8_t { Automatic, Cursor, LastBar };

/// Which bars are on the screen: the rules of zoom, drag and follow without a widget. Keys are bar
/// indices; bar i spans i-0.5 to i+0.5. Thread: GUI.
class ChartViewport {
public:
    static constexpr double kDefaultBarWidth = 8;  ///< pixels
    static constexpr double kWidestBar = 50;       ///< pixels
    static constexpr double kFollowMargin = 80;    ///< pixels right of the last bar
    static constexpr double kZoomPerNotch = 1.1;

    [[nodiscard]] double lower() const { return m_upper - m_width / m_barWidth; }
    [[nodiscard]] double upper() const { return m_upper; }
    [[nodiscard]] double barWidth() const { return m_barWidth; }
    [[nodiscard]] bool following() const { return m_following; }
    [[nodiscard]] std::size_t barCount() const { return m_count; }
    /// Bars that came since follow was switched off.
    [[nodiscard]] std::size_t newBars() const;
    [[nodiscard]] double keyAt(double x) const { return lower() + x / m_barWidth; }
    [[nodiscard]] double xOf(double key) const { return (key - lower()) * m_barWidth; }

    /// Plot width in pixels; the right edge keeps its key.
    void setWidth(double pixels);
    /// A longer history of the same bars: shifts by the new ones when following and no button is down.
    void setBarCount(std::size_t count);
    /// Another history: default width, following.
    void restart(std::size_t count);
    /// The same market in other bars: keeps the width, centres on `index` unless following.
    void switchBars(std::size_t count, double index);

    void setZoomAnchor(ZoomAnchor anchor) { m_anchor = anchor; }
    [[nodiscard]] ZoomAnchor zoomAnchor() const { return m_anchor; }
    /// Wheel over the bars at pixel `x`, about the anchor.
    void zoom(double x, double notches);
    void scroll(double bars);
    void press() { m_pressed = true; }
    void dragBy(double pixels);
    void release();
    void jumpToLatest();
    /// Default bar width and follow.
    void resetTime();
    void showFirst();
    /// Scrolls so that bar `index` is in the middle; switches follow off when the last bar leaves.
    void centreOn(double index);

private:
    [[nodiscard]] double narrowestBar() const;
    void setFollowing(bool following);
    void followIfLastIsVisible();

    double m_width = 800;
    double m_barWidth = kDefaultBarWidth;
    double m_upper = 0;
    std::size_t m_count = 0;
    std::size_t m_countAtUnfollow = 0;
    bool m_following = true;
    bool m_pressed = false;
    ZoomAnchor m_anchor = ZoomAnchor::Automatic;
};

}  // namespace ui
