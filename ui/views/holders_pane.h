// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/token_pane.h"

class QComboBox;

namespace ui {

class HolderModel;

/// Who holds the open token.
class HoldersPane final : public TokenPane {
    Q_OBJECT
public:
    explicit HoldersPane(QWidget* parent = nullptr);
    void show(const Detail& detail, std::optional<double> solDollars) override;
    [[nodiscard]] QString title(const Detail& detail) const override;
    [[nodiscard]] const HolderModel& holders() const { return *m_model; }
    /// Shows only wallets with a role; none for all.
    void setRole(std::optional<core::pipeline::Role> role);
    /// Selects a wallet, whatever filter hides it; false when the table has none of it.
    bool choose(const core::Wallet& wallet);

private:
    void updateNote();

    HolderModel* m_model;
    DataTable* m_table;
    QComboBox* m_role;
    QToolButton* m_former;
    QLabel* m_note;
    std::shared_ptr<const core::pipeline::TokenPeople> m_people;
};

}  // namespace ui
