// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/token_pane.h"

namespace ui {

class FlagModel;

/// The flags of the open token; a click opens the evidence.
class FlagsPane final : public TokenPane {
    Q_OBJECT
public:
    explicit FlagsPane(QWidget* parent = nullptr);
    void show(const Detail& detail, std::optional<double> solDollars) override;
    [[nodiscard]] QString title(const Detail& detail) const override;
    [[nodiscard]] const FlagModel& flags() const { return *m_model; }

private:
    FlagModel* m_model;
    DataTable* m_table;
    QLabel* m_note;
    std::shared_ptr<const core::pipeline::TokenPeople> m_people;
};

}  // namespace ui
