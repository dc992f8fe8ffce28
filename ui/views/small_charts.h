// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/pipeline/wallet_page.h"
#endif

#include <QStringList>
#include <QWidget>

#include <vector>

namespace ui {

/// Counts in steps, a bar each with its number; the same in words as the description. Thread: GUI.
class BarStrip final : public QWidget {
    Q_OBJECT
public:
    BarStrip(const QString& objectName, const QString& title, QWidget* parent = nullptr);
    /// One name for each count.
    void setBars(const std::vector<std::size_t>& counts, const QStringList& names);
    [[nodiscard]] const std::vector<std::size_t>& counts() const { return m_counts; }
    [[nodiscard]] QSize sizeHint() const override { return {220, 84}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_title;
    std::vector<std::size_t> m_counts;
    QStringList m_names;
};

/// The sum of realised results over time. Thread: GUI.
class GainLine final : public QWidget {
    Q_OBJECT
public:
    explicit GainLine(const QString& objectName, QWidget* parent = nullptr);
    void setPoints(std::vector<core::pipeline::GainPoint> points);
    [[nodiscard]] QSize sizeHint() const override { return {300, 96}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<core::pipeline::GainPoint> m_points;
};

}  // namespace ui
