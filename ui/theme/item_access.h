// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAccessibleInterface;
class QObject;
class QString;

namespace ui::theme {

/// What assistive technologies see of tables and flat lists: as much as of Qt's own, and what a mouse can do with
/// them. The whole takes the focus; a cell is pressed (a click), asked for its menu, and opened (a double click)
/// where the view has a property `opensRows` that is true; the head of a column is pressed (it sorts). Actions
/// happen when the event loop is next reached. Trees and the lists of combo boxes stay with Qt, and so does
/// whatever else: null for them; a factory of QAccessible. Thread: GUI.
[[nodiscard]] QAccessibleInterface* itemAccess(const QString& className, QObject* object);

}  // namespace ui::theme
