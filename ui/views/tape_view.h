// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"

#include <QTableView>

#include <memory>

namespace ui {

class TapeModel;

/// The trades of the open token, newest first. Scrolled away from the top, the rows stay where they are
/// while new ones come in above.
class TapeView final : public QTableView {
    Q_OBJECT
public:
    explicit TapeView(QWidget* parent = nullptr);

    void show(const std::shared_ptr<const core::pipeline::TokenDetail>& detail);
    [[nodiscard]] const TapeModel& tape() const { return *m_model; }

private:
    TapeModel* m_model;
};

}  // namespace ui
