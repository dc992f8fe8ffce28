// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"

#include <QSplitter>

#include <memory>
#include <optional>

namespace ui {

class BoardColumn;

/// The launches: New | Graduating | Graduated.
class BoardView final : public QSplitter {
    Q_OBJECT
public:
    explicit BoardView(QWidget* parent = nullptr);

    void show(const std::shared_ptr<const core::pipeline::Snapshot>& snapshot);
    void setOpenToken(std::optional<core::Mint> mint);
    [[nodiscard]] BoardColumn& column(core::pipeline::Stage stage) const;

signals:
    void tokenChosen(const core::Mint& mint);

private:
    BoardColumn* m_fresh;
    BoardColumn* m_graduating;
    BoardColumn* m_graduated;
};

}  // namespace ui
