// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/pipeline/wallet_page.h"
#include "ui/bridge/wallet_desk.h"
#endif

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QLabel;
class QPlainTextEdit;
class QStackedWidget;
class QTabBar;
class QTimer;
class QToolButton;

namespace ui {

class BarStrip;
class CreatedModel;
class DataTable;
class GainLine;
class LabelStore;
class LeadRowModel;
class StoredCoinModel;
class WalletCoinModel;

/// The page of one wallet: who it is, what it earned, what it did, whom it follows, what the user says of it.
/// Thread: GUI.
class WalletView final : public QWidget {
    Q_OBJECT
public:
    /// `labels` must outlive the view.
    explicit WalletView(LabelStore& labels, QWidget* parent = nullptr);
    ~WalletView() override;

    /// Says whose page it is; nothing empties it.
    void setWallet(std::optional<core::Wallet> wallet);
    [[nodiscard]] const std::optional<core::Wallet>& wallet() const { return m_wallet; }
    /// Shows what was found out; a page of another wallet is passed over.
    void show(const std::shared_ptr<const core::pipeline::WalletPage>& page);
    using QWidget::show;
    /// Where earlier sessions are read from, while one runs that keeps its trades; null has none, and `why` stands
    /// in their place. The desk must outlive the view.
    void setDesk(bridge::WalletDesk* desk, const QString& why);
    [[nodiscard]] const std::vector<DataTable*>& tables() const { return m_tables; }

signals:
    void walletOpened(const core::Wallet& wallet);
    void tokenChosen(const core::Mint& mint);
    /// The passport of the cluster it belongs to is wanted.
    void crewOpened(const core::Wallet& member);
    void said(const QString& text);

private:
    enum Part { Coins, Stored, Follows, FollowedBy, Created, Notes };

    void buildHead();
    void buildFacts();
    void buildTables();
    void fill();
    void fillFacts();
    void fillFunders();
    void fillLabel();
    void buildStored();
    /// Asks for what is stored of the wallet, or of none.
    void askStored();
    void pollStored();
    void showStored();
    /// Shows what there is: the page, what is stored, or what is waited for.
    void showParts();
    void keepNote();

    LabelStore& m_labels;
    std::optional<core::Wallet> m_wallet;
    std::shared_ptr<const core::pipeline::WalletPage> m_page;
    bridge::WalletDesk* m_desk = nullptr;
    QString m_noDesk;  ///< why nothing stored is shown
    std::shared_ptr<const core::review::WalletPast> m_past;
    QWidget* m_body;
    QWidget* m_facts;  ///< what the session knows
    QLabel* m_waiting;
    QToolButton* m_address;
    QLabel* m_name;
    QLabel* m_tags;
    QToolButton* m_cluster;
    QToolButton* m_watch;
    QToolButton* m_alert = nullptr;
    QToolButton* m_block;
    QLabel* m_realised[4] = {};
    QLabel* m_wins;
    QLabel* m_hold;
    QLabel* m_coverage;
    QLabel* m_age;
    QLabel* m_open;
    QLabel* m_method;
    QLabel* m_funders;
    GainLine* m_line;
    BarStrip* m_holds;
    BarStrip* m_entries;
    QTabBar* m_parts;
    QStackedWidget* m_stack;
    WalletCoinModel* m_coins;
    StoredCoinModel* m_stored;
    QLabel* m_storedText;
    QTimer* m_storedTimer;  ///< looks for what was read
    LeadRowModel* m_follows;
    LeadRowModel* m_followedBy;
    CreatedModel* m_created;
    QPlainTextEdit* m_note;
    QTimer* m_noteTimer;
    std::vector<DataTable*> m_tables;
};

}  // namespace ui
