// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/candle.h"
#include "core/pipeline/snapshot.h"

#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QSplitter;

namespace ui {

class CandleChart;
class IntervalBar;
class TapeView;
class TokenHeader;

/// The open token: header, K-line, tape.
class TokenPage final : public QWidget {
    Q_OBJECT
public:
    explicit TokenPage(QWidget* parent = nullptr);

    /// Says which token the page is for; nothing while none is.
    void setToken(std::optional<core::Mint> mint);
    /// Shows what the snapshot holds of the token; says so when it holds nothing.
    void show(const core::pipeline::Snapshot& snapshot);
    void setBars(core::BarSpec bars);
    [[nodiscard]] QSplitter& splitter() const { return *m_splitter; }
    void copyAddress();
    void focusChart();

signals:
    void barsChosen(core::BarSpec bars);
    void addressCopied(const QString& address);

private:
    std::optional<core::Mint> m_mint;
    TokenHeader* m_header;
    IntervalBar* m_intervals;
    CandleChart* m_chart;
    TapeView* m_tape;
    QLabel* m_tapeCount;
    QSplitter* m_splitter;
};

}  // namespace ui
