// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/token_pane.h"

namespace ui {

class CreatorCoinModel;

/// The creator of the open token: what it holds, with linked wallets, and what became of its other coins.
class DevPane final : public TokenPane {
    Q_OBJECT
public:
    explicit DevPane(QWidget* parent = nullptr);
    void show(const Detail& detail, std::optional<double> solDollars) override;
    [[nodiscard]] QString title(const Detail&) const override { return tr("Dev"); }
    [[nodiscard]] const CreatorCoinModel& coins() const { return *m_model; }

private:
    void addFact(const QString& id, const QString& caption, QLabel*& value);
    void showRecord(const core::pipeline::TokenDetail& detail);

    CreatorCoinModel* m_model;
    DataTable* m_table;
    QLabel* m_note;
    QWidget* m_facts;
    QToolButton* m_wallet;
    QLabel* m_holds = nullptr;
    QLabel* m_linked = nullptr;
    QLabel* m_bought = nullptr;
    QLabel* m_sold = nullptr;
    QLabel* m_moved = nullptr;
    QLabel* m_gain = nullptr;
    QLabel* m_record = nullptr;
    std::shared_ptr<const core::pipeline::TokenPeople> m_people;
};

}  // namespace ui
