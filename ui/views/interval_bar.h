// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/candle.h"

#include <QWidget>

class QButtonGroup;
class QLineEdit;

namespace ui {

/// The intervals of the K-line, one button each, and an entry for any other.
class IntervalBar final : public QWidget {
    Q_OBJECT
public:
    explicit IntervalBar(QWidget* parent = nullptr);

    [[nodiscard]] core::BarSpec bars() const { return m_bars; }
    /// Marks the interval; one without a button stands in the entry. Emits nothing.
    void setBars(core::BarSpec bars);
    /// Puts the focus into the entry with `text` typed.
    void beginEntry(const QString& text);
    /// Marks how many charts there are. Emits nothing.
    void setCharts(std::size_t count);

signals:
    void barsChosen(core::BarSpec bars);
    /// The entry was left without a choice.
    void entryLeft();
    /// So many charts beside each other are wanted: 1, 2 or 4.
    void chartsChosen(std::size_t count);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void takeEntry();

    core::BarSpec m_bars{1, 0};
    QButtonGroup* m_buttons;
    QLineEdit* m_entry;
    QButtonGroup* m_charts;
};

}  // namespace ui
