// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/pipeline/coin_graph.h"
#endif
#include "ui/views/token_pane.h"

#include <set>
#include <vector>

class QFrame;
class QLineEdit;
class QSlider;
class QStackedWidget;
class QTreeView;

namespace ui {

class MapLegend;
class MapTreeModel;
class MapView;

/// The cluster map of the open coin with its controls, and the same as a tree. Thread: GUI.
class MapPane final : public TokenPane {
    Q_OBJECT
public:
    explicit MapPane(QWidget* parent = nullptr);
    void show(const Detail& detail, std::optional<double> solDollars) override;
    [[nodiscard]] QString title(const Detail& detail) const override;
    void light(std::uint32_t cluster) override;

    /// What the pane wants of the engine while it is in front.
    [[nodiscard]] core::pipeline::GraphWish wish() const { return m_wish; }
    [[nodiscard]] MapView& map() const { return *m_map; }
    [[nodiscard]] MapTreeModel& treeModel() const { return *m_model; }
    [[nodiscard]] QTreeView& tree() const { return *m_tree; }
    /// The tree instead of the picture.
    void setTreeShown(bool shown);
    void focusMap();
    /// Whether it stands in a pane of its own, which its button then offers to undo.
    void setApart(bool apart);

signals:
    /// Another part of the graph is wanted.
    void wishChanged();
    /// A cluster was chosen; 0 when none is any more.
    void clusterChosen(std::uint32_t cluster);
    /// More is wanted of a cluster: its name was clicked.
    void clusterOpened(std::uint32_t cluster);
    /// It is to stand in a pane of its own, or among the tabs again.
    void apartAsked(bool apart);
    /// Wallets were looped and named.
    void crewNamed(const QString& name, const std::vector<core::Wallet>& wallets);

private:
    void buildControls();
    void buildNaming();
    void updateNote();
    void updateTime();
    void fillTree();
    void askForName(const std::vector<core::Wallet>& wallets);
    void showAll();
    [[nodiscard]] std::optional<std::int64_t> chosenTime() const;

    MapView* m_map;
    MapLegend* m_legend;
    MapTreeModel* m_model;
    QTreeView* m_tree;
    QStackedWidget* m_stack;
    QLabel* m_note;
    QToolButton* m_more;
    QSlider* m_confidence;
    QLabel* m_confidenceText;
    QSlider* m_time;
    QLabel* m_timeText;
    QToolButton* m_lasso;
    QToolButton* m_unpin;
    QToolButton* m_list;
    QToolButton* m_apart;
    QWidget* m_buttons;
    QFrame* m_naming;
    QLabel* m_namingText;
    QLineEdit* m_name;
    std::vector<core::Wallet> m_looped;
    core::pipeline::GraphWish m_wish;
    std::shared_ptr<const core::pipeline::CoinGraph> m_graph;
    std::set<QString> m_open;  ///< rows of the tree
    QString m_current;
    bool m_filling = false;
    bool m_apartNow = false;
    std::optional<std::int64_t> m_until;  ///< Unix seconds; empty: follows the present
};

}  // namespace ui
