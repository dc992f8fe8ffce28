// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "ui/map/map_scene.h"
#endif

#include <QWidget>

#include <vector>

namespace ui {

/// What lines, forms and colours of the map mean; names only what is on it. Thread: GUI.
class MapLegend final : public QWidget {
    Q_OBJECT
public:
    explicit MapLegend(QWidget* parent = nullptr);
    void show(const MapScene& scene);
    using QWidget::show;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<MapStyle> m_styles;
    bool m_windows = false;
    bool m_payers = false;
    QString m_tail;
};

}  // namespace ui
