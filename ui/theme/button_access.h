// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAccessibleInterface;
class QObject;
class QString;

namespace ui::theme {

/// What assistive technologies see of a button: to press or toggle it is to click it, so that whatever listens to
/// clicks happens (Qt's own flips a button that stays down and tells nobody), and to show its menu is to open it
/// (Qt's own does nothing for one that has a menu alone). Actions happen when the event loop is next reached. Null
/// for any other object; a factory of QAccessible. Thread: GUI.
[[nodiscard]] QAccessibleInterface* buttonAccess(const QString& className, QObject* object);

}  // namespace ui::theme
