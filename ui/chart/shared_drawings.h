// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/drawing_book.h"

#include <QObject>

namespace ui {

/// The drawings of one coin as every chart that shows it has them, in whatever window: a step undone on one is
/// undone on all. Thread: GUI.
class SharedDrawings final : public QObject {
    Q_OBJECT
public:
    /// Who changes the book says so by changed().
    DrawingBook book;
    bool readable = true;  ///< whether what was kept could be read

signals:
    void changed();
};

}  // namespace ui
