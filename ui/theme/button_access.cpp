// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/button_access.h"

#include <QAbstractButton>
#include <QAccessibleWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>

namespace ui::theme {
namespace {

/// A button is named before it is told whether it stays down or opens a menu, and its name makes Qt ask for this
/// object. So nothing about the button is decided here once; each answer looks at what it is now.
class ButtonAccess final : public QAccessibleWidget {
public:
    explicit ButtonAccess(QAbstractButton* button) : QAccessibleWidget(button, QAccessible::Button) {
        addControllingSignal(QStringLiteral("clicked(bool)"));
    }

    [[nodiscard]] QAccessible::Role role() const override {
        if (hasMenu()) return QAccessible::ButtonMenu;
        if (!button().isCheckable()) return QAccessible::Button;
        return button().autoExclusive() ? QAccessible::RadioButton : QAccessible::CheckBox;
    }
    [[nodiscard]] QString text(QAccessible::Text kind) const override {
        if (kind == QAccessible::Accelerator) return button().shortcut().toString(QKeySequence::NativeText);
        const QString own = QAccessibleWidget::text(kind);
        if (kind != QAccessible::Name || !own.isEmpty()) return own;
        // Without the mark of its key.
        QString words = button().text();
        constexpr QChar kKept(0xfffe);  // no character
        return words.replace(QStringLiteral("&&"), kKept).remove(u'&').replace(kKept, QStringLiteral("&"));
    }
    [[nodiscard]] QAccessible::State state() const override {
        QAccessible::State out = QAccessibleWidget::state();
        out.checkable = button().isCheckable();
        out.checked = button().isChecked();
        out.pressed = button().isDown();
        out.hasPopup = hasMenu();
        if (const auto* push = qobject_cast<const QPushButton*>(&button())) out.defaultButton = push->isDefault();
        return out;
    }
    [[nodiscard]] QStringList actionNames() const override {
        QStringList out;
        if (button().isEnabled()) {
            if (hasMenu()) out << showMenuAction();
            if (!isMenuAlone()) out << (button().isCheckable() ? toggleAction() : pressAction());
        }
        return out + QAccessibleWidget::actionNames();
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString& action) const override {
        const QString keys = button().shortcut().toString();
        if (keys.isEmpty() || (action != pressAction() && action != toggleAction())) return {};
        return {keys};
    }
    void doAction(const QString& action) override {
        // Later: a menu or a dialog that this opens would hold up the answer to who asked until it is closed.
        if (action == showMenuAction()) {
            QAbstractButton* asked = &button();
            QMetaObject::invokeMethod(
                asked,
                [asked] {
                    if (!asked->isEnabled()) return;
                    if (auto* tool = qobject_cast<QToolButton*>(asked)) tool->showMenu();
                    if (auto* push = qobject_cast<QPushButton*>(asked)) push->showMenu();
                },
                Qt::QueuedConnection);
        } else if (action == toggleAction() || action == pressAction()) {
            QMetaObject::invokeMethod(&button(), &QAbstractButton::click, Qt::QueuedConnection);
        } else {
            QAccessibleWidget::doAction(action);
        }
    }

private:
    [[nodiscard]] QAbstractButton& button() const { return *static_cast<QAbstractButton*>(widget()); }
    [[nodiscard]] bool hasMenu() const {
        if (const auto* tool = qobject_cast<const QToolButton*>(&button())) return tool->menu() != nullptr;
        const auto* push = qobject_cast<const QPushButton*>(&button());
        return push != nullptr && push->menu() != nullptr;
    }
    /// Nothing but its menu happens when it is pressed.
    [[nodiscard]] bool isMenuAlone() const {
        const auto* tool = qobject_cast<const QToolButton*>(&button());
        return hasMenu() && (tool == nullptr || tool->popupMode() == QToolButton::InstantPopup);
    }
};

}  // namespace

QAccessibleInterface* buttonAccess(const QString&, QObject* object) {
    auto* button = qobject_cast<QAbstractButton*>(object);
    // Qt's own fits these.
    if (button == nullptr || qobject_cast<QRadioButton*>(button) != nullptr) return nullptr;
    return new ButtonAccess(button);
}

}  // namespace ui::theme
