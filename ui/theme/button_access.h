// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAccessibleInterface;
class QObject;
class QString;

namespace ui::theme {

/// What assistive technologies see of a button that stays down: to toggle it is to click it, so that whatever
/// listens to clicks happens. Qt's own flips the button alone. Null for any other object; a factory of QAccessible.
[[nodiscard]] QAccessibleInterface* checkableButtonAccess(const QString& className, QObject* object);

}  // namespace ui::theme
