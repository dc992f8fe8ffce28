// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/token_pane.h"

class QSplitter;
class QStackedWidget;
class QTabBar;

namespace ui {

class ClusterLinkModel;
class ClusterMemberModel;
class ClusterModel;
class PastExitModel;

/// The clusters of the open token, and of the chosen one its wallets, its links and how it left other coins.
class ClustersPane final : public TokenPane {
    Q_OBJECT
public:
    explicit ClustersPane(QWidget* parent = nullptr);
    void show(const Detail& detail, std::optional<double> solDollars) override;
    [[nodiscard]] QString title(const Detail& detail) const override;
    [[nodiscard]] const ClusterModel& clusters() const { return *m_model; }
    [[nodiscard]] const ClusterLinkModel& links() const { return *m_links; }
    [[nodiscard]] const ClusterMemberModel& members() const { return *m_members; }
    /// Chooses a cluster by its number; false when the coin has none of it.
    bool choose(std::uint32_t number);

signals:
    /// A cluster was chosen; 0 when none is.
    void clusterChosen(std::uint32_t cluster);
    /// More is wanted of a cluster: a double click or Enter on it.
    void clusterOpened(std::uint32_t cluster);

private:
    void showChosen();

    ClusterModel* m_model;
    ClusterMemberModel* m_members;
    ClusterLinkModel* m_links;
    PastExitModel* m_exits;
    DataTable* m_table;
    QTabBar* m_parts;
    QStackedWidget* m_stack;
    QLabel* m_note;
    QLabel* m_story;
    std::uint32_t m_chosen = 0;
    bool m_choosesItself = false;
    Detail m_detail;
};

}  // namespace ui
