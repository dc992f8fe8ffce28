// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/button_access.h"

#include <QAbstractButton>
#include <QAccessibleWidget>
#include <QRadioButton>
#include <QToolButton>

namespace ui::theme {
namespace {

class CheckableButton final : public QAccessibleWidget {
public:
    explicit CheckableButton(QAbstractButton* button) : QAccessibleWidget(button, QAccessible::CheckBox) {}

    [[nodiscard]] QString text(QAccessible::Text kind) const override {
        const QString own = QAccessibleWidget::text(kind);
        if (kind != QAccessible::Name || !own.isEmpty()) return own;
        // Without the mark of its key.
        QString words = button().text();
        return words.remove(u'&');
    }
    [[nodiscard]] QAccessible::State state() const override {
        QAccessible::State out = QAccessibleWidget::state();
        out.checkable = true;
        out.checked = button().isChecked();
        out.pressed = button().isDown();
        return out;
    }
    [[nodiscard]] QStringList actionNames() const override {
        QStringList out;
        if (widget()->isEnabled()) out << toggleAction();
        return out + QAccessibleWidget::actionNames();
    }
    void doAction(const QString& action) override {
        if (action == toggleAction() || action == pressAction())
            button().click();
        else
            QAccessibleWidget::doAction(action);
    }

private:
    [[nodiscard]] QAbstractButton& button() const { return *static_cast<QAbstractButton*>(widget()); }
};

}  // namespace

QAccessibleInterface* checkableButtonAccess(const QString&, QObject* object) {
    auto* button = qobject_cast<QAbstractButton*>(object);
    // Called for each class of an object, from its own to QObject; what Qt's own roles fit better stays with Qt.
    if (button == nullptr || !button->isCheckable() || qobject_cast<QRadioButton*>(button) != nullptr)
        return nullptr;
    if (const auto* tool = qobject_cast<QToolButton*>(button); tool != nullptr && tool->menu() != nullptr)
        return nullptr;
    return new CheckableButton(button);
}

}  // namespace ui::theme
