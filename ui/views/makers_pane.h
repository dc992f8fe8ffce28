// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/token_pane.h"

namespace ui {

class MakerModel;

/// Who traded a candle: entities by what they sold and bought in it.
class MakersPane final : public TokenPane {
    Q_OBJECT
public:
    explicit MakersPane(QWidget* parent = nullptr);
    /// The time that is asked for; none empties the pane.
    void setRange(std::optional<core::pipeline::TimeRange> range);
    [[nodiscard]] const std::optional<core::pipeline::TimeRange>& range() const { return m_range; }
    void show(const Detail& detail, std::optional<double> solDollars) override;
    [[nodiscard]] QString title(const Detail&) const override { return tr("Who sold?"); }
    [[nodiscard]] const MakerModel& makers() const { return *m_model; }

signals:
    void closed();

private:
    MakerModel* m_model;
    DataTable* m_table;
    QLabel* m_note;
    std::optional<core::pipeline::TimeRange> m_range;
};

}  // namespace ui
