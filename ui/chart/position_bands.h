// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/chart_people.h"
#include "ui/chart/chart_scene.h"
#include "ui/chart/pane_stack.h"

#include <memory>
#include <vector>

namespace ui {

/// What each cluster holds over time, stacked, in percent of supply. What came in without a purchase is drawn
/// hollow on top of what was bought.
class PositionBands final : public QCPAbstractPlottable {
public:
    /// Everything must outlive the plottable.
    PositionBands(const ChartPane& pane, const ChartScene& scene);

    void setPeople(std::shared_ptr<const ChartPeople> people) { m_people = std::move(people); }
    /// Dims the bands of everybody else; 0 dims nobody.
    void setHighlight(std::uint32_t cluster) { m_highlight = cluster; }

    /// Stacks the bands at the bars in view; before each draw of a new view.
    void prepare();
    /// Percent of supply that all bands reach at most in view.
    [[nodiscard]] double most() const { return m_most; }
    struct Layer {
        std::size_t band = 0;        ///< index into ChartPeople::bands
        std::vector<double> bottom;  ///< percent, for each drawn bar
        std::vector<double> bought;  ///< top of the bought part
        std::vector<double> top;
    };
    [[nodiscard]] const std::vector<Layer>& layers() const { return m_layers; }
    /// The band at a pixel; null between and outside.
    [[nodiscard]] const PositionBand* bandAt(const QPointF& at) const;
    [[nodiscard]] QColor colorOf(const PositionBand& band) const;
    /// Percent of supply that a band holds at a drawn bar.
    [[nodiscard]] double heldAt(const Layer& layer, std::size_t drawn) const;

    double selectTest(const QPointF& pos, bool onlySelectable, QVariant* details) const override;
    QCPRange getKeyRange(bool& found, QCP::SignDomain domain) const override;
    QCPRange getValueRange(bool& found, QCP::SignDomain domain, const QCPRange& keys) const override;

protected:
    void draw(QCPPainter* painter) override;
    void drawLegendIcon(QCPPainter* painter, const QRectF& rect) const override;

private:
    const ChartPane& m_pane;
    const ChartScene& m_scene;
    std::shared_ptr<const ChartPeople> m_people;
    std::uint32_t m_highlight = 0;
    std::vector<Layer> m_layers;
    double m_most = 0;
};

}  // namespace ui
