// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"

#include <QWidget>

#include <optional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace ui {

/// The story of the open token in one line: price, change, market cap, liquidity, curve, age, holders,
/// concentration. A value that is not known reads "–" and says why in its tooltip.
class TokenHeader final : public QWidget {
    Q_OBJECT
public:
    explicit TokenHeader(QWidget* parent = nullptr);

    void show(const core::pipeline::TokenRow& row, std::optional<std::int64_t> asOf,
              std::optional<double> solDollars = {});
    /// Before anything is known of `mint`.
    void showUnknown(const core::Mint& mint);

public slots:
    void copyAddress();

signals:
    /// The address went to the clipboard.
    void addressCopied(const QString& address);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QLabel* addStat(QHBoxLayout* row, const QString& id, const QString& title);
    void hideWhatDoesNotFit();
    void setValue(QLabel* label, const QString& text, const QString& toolTip, bool known);
    void setAddress(const QString& address);

    QString m_address;
    std::vector<QWidget*> m_stats;
    bool m_fitPending = false;  ///< a text changed its length since the last fitting
    QLabel* m_symbol;
    QLabel* m_name;
    QLabel* m_price;
    QLabel* m_change;
    QToolButton* m_copy;
    QLabel* m_cap;
    QLabel* m_liquidity;
    QLabel* m_curve;
    QLabel* m_age;
    QLabel* m_holders;
    QLabel* m_top10;
    QLabel* m_dev;
    QLabel* m_trades;
};

}  // namespace ui
