// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/indicator/kinds.h"
namespace core::indicator {
namespace {

constexpr std::int64_t kDay = 86400;

/// Volume-weighted average price: what was paid over what was bought, exact for whole bars.
class Vwap final : public Indicator {
public:
    /// `anchor` in Unix seconds; nothing begins anew with it. Without one, each UTC day begins anew.
    Vwap(bool sessions, std::int64_t anchor) : m_sessions(sessions), m_anchor(anchor) {}
    void value(const BarInput& bar, std::span<double> lines) const override {
        lines[0] = kNone;
        if (!m_sessions && bar.openTime < m_anchor) return;
        const bool anew = newSession(bar);
        const double quote = (anew ? 0 : m_quote) + bar.volume;
        const double base = (anew ? 0 : m_base) + bar.baseVolume;
        if (base > 0) lines[0] = quote / base;
    }
    void close(const BarInput& bar) override {
        if (!m_sessions && bar.openTime < m_anchor) return;
        if (newSession(bar)) m_quote = m_base = 0;
        m_day = dayOf(bar);
        m_quote += bar.volume;
        m_base += bar.baseVolume;
    }

private:
    static std::int64_t dayOf(const BarInput& bar) {
        return bar.openTime / kDay - (bar.openTime % kDay < 0 ? 1 : 0);
    }
    [[nodiscard]] bool newSession(const BarInput& bar) const { return m_sessions && dayOf(bar) != m_day; }

    bool m_sessions;
    std::int64_t m_anchor;
    std::int64_t m_day = std::numeric_limits<std::int64_t>::min();
    double m_quote = 0;
    double m_base = 0;
};

constexpr LineSpec kLines[]{{"VWAP"}};
constexpr ParameterSpec kAnchor[]{{.name = "anchor", .standard = 0, .least = 0, .most = 1e11}};

}  // namespace

const Kind kVwap{
    .id = "vwap",
    .title = "VWAP",
    .lines = kLines,
    .make = [](std::span<const double>) -> std::unique_ptr<Indicator> { return std::make_unique<Vwap>(true, 0); }};
const Kind kAnchoredVwap{.id = "avwap",
                         .title = "VWAP from",
                         .lines = kLines,
                         .parameters = kAnchor,
                         .make = [](std::span<const double> given) -> std::unique_ptr<Indicator> {
                             return std::make_unique<Vwap>(false, static_cast<std::int64_t>(given[0]));
                         }};

}  // namespace core::indicator
