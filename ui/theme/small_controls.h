// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QString>

class QLabel;
class QToolButton;

namespace ui::theme {

/// A button without a frame, as in heads and bars; its text is its accessible name. The caller owns it.
[[nodiscard]] QToolButton* flatButton(const QString& id, const QString& text, const QString& toolTip = {});
/// A label that never reads its text as markup. The caller owns it.
[[nodiscard]] QLabel* plainLabel(const QString& id, const QFont& font, const QColor& ink);

}  // namespace ui::theme
