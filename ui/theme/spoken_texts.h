// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace ui::theme {

/// Gives assistive technologies what the eye gets elsewhere: tooltips without their markup as descriptions, what a
/// list of choices is for, and whose choices they are. What a widget says of itself stays. An event filter of the
/// application. Thread: GUI.
class SpokenTexts final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace ui::theme
