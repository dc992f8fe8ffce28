// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace ui {

class CliffGauge;
class FlagChips;

/// The story of the open token in one line: price, change, market cap, liquidity, curve, age, holders,
/// concentration; below it the address, its flags and the cliff. A value that is not known reads "–" and says why
/// in its tooltip.
class TokenHeader final : public QWidget {
    Q_OBJECT
public:
    explicit TokenHeader(QWidget* parent = nullptr);

    void show(const core::pipeline::TokenRow& row, std::optional<std::int64_t> asOf,
              std::optional<double> solDollars = {});
    /// Before anything is known of `mint`.
    void showUnknown(const core::Mint& mint);
    /// Its flags and its cliff; null while they are not built.
    void showPeople(const std::shared_ptr<const core::pipeline::TokenPeople>& people);

public slots:
    void copyAddress();

signals:
    /// The address went to the clipboard.
    void addressCopied(const QString& address);
    void flagChosen(const core::pipeline::FlagRef& flag);
    void roleChosen(core::pipeline::Role role);
    void clusterChosen(std::uint32_t cluster);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QLabel* addStat(QHBoxLayout* row, const QString& id, const QString& title);
    void hideWhatDoesNotFit();
    void fitStats();
    void setValue(QLabel* label, const QString& text, const QString& toolTip, bool known);
    void setAddress(const core::Mint& mint);

    QString m_address;
    QHBoxLayout* m_first;
    QToolButton* m_links;
    FlagChips* m_chips;
    CliffGauge* m_gauge;
    std::vector<QWidget*> m_stats;
    int m_baseDecimals = 6;
    bool m_fitPending = false;  ///< a text changed its length since the last fitting
    bool m_fitting = false;
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
    QLabel* m_supply;
};

}  // namespace ui
