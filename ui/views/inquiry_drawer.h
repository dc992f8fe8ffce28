// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"

#include <QWidget>

#include <optional>

class QSettings;
class QStackedWidget;
class QTabBar;

namespace ui {

class CrewView;
class LabelStore;
class LeadBoardView;
class WalletView;
class WatchlistView;
namespace bridge {
class WalletDesk;
}

/// Beside the coin: the page of a wallet, the passport of a crew, who is followed, and the user's own lists. Only
/// what is in front is asked for and kept up to date. Thread: GUI.
class InquiryDrawer final : public QWidget {
    Q_OBJECT
public:
    enum Tab { Wallet, Crew, Leads, Watchlist };
    /// `labels` must outlive the drawer.
    explicit InquiryDrawer(LabelStore& labels, QWidget* parent = nullptr);

    void openWallet(const core::Wallet& wallet);
    /// The passport of a cluster: any wallet of it.
    void openCrew(const core::Wallet& member);
    void openTab(Tab tab);
    [[nodiscard]] Tab current() const;
    /// Shows what was found out.
    void show(const core::pipeline::Answers& answers);
    using QWidget::show;
    /// What it wants to know, but for the graph.
    [[nodiscard]] core::pipeline::Inquiry wish() const;
    /// The session ended: nothing is known any more.
    void clear();
    /// Where the page of a wallet reads earlier sessions from; see WalletView::setDesk.
    void setWalletDesk(bridge::WalletDesk* desk, const QString& why);
    void saveColumns(QSettings& settings) const;
    void restoreColumns(const QSettings& settings);

signals:
    /// What wish() says is something else.
    void wishChanged();
    void tokenChosen(const core::Mint& mint);
    void closed();
    void said(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QTabBar* m_bar;
    QStackedWidget* m_stack;
    WalletView* m_wallet;
    CrewView* m_crew;
    LeadBoardView* m_leads;
    WatchlistView* m_watchlist;
    bool m_seen = false;  ///< on the screen
};

}  // namespace ui
