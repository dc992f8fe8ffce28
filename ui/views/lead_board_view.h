// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/pipeline/wallet_page.h"
#endif

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QLabel;
class QSplitter;

namespace ui {

class BarStrip;
class DataTable;
class FollowedBuyModel;
class LeadRowModel;
class LocomotiveModel;

/// Who is followed, and what that rests on. Thread: GUI.
class LeadBoardView final : public QWidget {
    Q_OBJECT
public:
    explicit LeadBoardView(QWidget* parent = nullptr);
    void show(const std::shared_ptr<const core::pipeline::LeadBoard>& board);
    using QWidget::show;
    [[nodiscard]] const std::vector<DataTable*>& tables() const { return m_tables; }

signals:
    void walletOpened(const core::Wallet& wallet);
    void tokenChosen(const core::Mint& mint);
    void said(const QString& text);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showChosen();

    std::shared_ptr<const core::pipeline::LeadBoard> m_board;
    std::optional<core::Wallet> m_chosen;
    LocomotiveModel* m_model;
    LeadRowModel* m_followers;
    FollowedBuyModel* m_buys;
    BarStrip* m_lags;
    QLabel* m_note;
    QSplitter* m_split;
    std::vector<DataTable*> m_tables;
};

}  // namespace ui
