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
class QLineEdit;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace ui {

class CrewFunderModel;
class CrewLaunchModel;
class CrewMemberModel;
class DataTable;
class LabelStore;

/// How a crew leaves, one sentence with its figures.
[[nodiscard]] QString dumpStyle(const core::pipeline::CrewPassport& crew);

/// A cluster over all of its launches. Thread: GUI.
class CrewView final : public QWidget {
    Q_OBJECT
public:
    /// `labels` must outlive the view.
    explicit CrewView(LabelStore& labels, QWidget* parent = nullptr);

    /// Whose cluster it is: a wallet of it; nothing empties the view.
    void setMember(std::optional<core::Wallet> member);
    [[nodiscard]] const std::optional<core::Wallet>& member() const { return m_member; }
    /// Null: the wallet is in no cluster any more, or nothing is known yet.
    void show(const std::shared_ptr<const core::pipeline::CrewPassport>& crew);
    using QWidget::show;
    [[nodiscard]] const std::vector<DataTable*>& tables() const { return m_tables; }

signals:
    void walletOpened(const core::Wallet& wallet);
    void tokenChosen(const core::Mint& mint);
    void said(const QString& text);

private:
    void fill();
    void fillLabel();

    LabelStore& m_labels;
    std::optional<core::Wallet> m_member;
    std::shared_ptr<const core::pipeline::CrewPassport> m_crew;
    QWidget* m_body;
    QLabel* m_waiting;
    QLabel* m_title;
    QLabel* m_sub;
    QLineEdit* m_name;
    QToolButton* m_watch;
    QToolButton* m_block;
    QLabel* m_style;
    QLabel* m_wins;
    QLabel* m_hold;
    QLabel* m_exit;
    QLabel* m_after;
    QTabBar* m_parts;
    QStackedWidget* m_stack;
    CrewLaunchModel* m_launches;
    CrewMemberModel* m_members;
    CrewFunderModel* m_funders;
    std::vector<DataTable*> m_tables;
};

}  // namespace ui
