// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/pipeline/token_people.h"
#endif

#include <QWidget>

#include <cstdint>
#include <memory>

namespace ui {

/// What happens to the price when the cluster that would hurt most leaves: half of its coins, all of them, and how
/// long it took the last time.
class CliffGauge final : public QWidget {
    Q_OBJECT
public:
    explicit CliffGauge(QWidget* parent = nullptr);
    void show(const std::shared_ptr<const core::pipeline::TokenPeople>& people);
    using QWidget::show;
    /// The words on it.
    [[nodiscard]] QString text() const { return m_title + u' ' + m_value; }
    [[nodiscard]] QSize sizeHint() const override;

signals:
    /// It was clicked while it speaks of a cluster.
    void clusterChosen(std::uint32_t cluster);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString m_title;
    QString m_value;
    double m_half = 0;
    double m_all = 0;
    bool m_known = false;
    core::pipeline::ClusterTag m_cluster;
};

}  // namespace ui
