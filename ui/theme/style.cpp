// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include "ui/theme/button_access.h"
#include "ui/theme/item_access.h"
#include "ui/theme/palette.h"
#include "ui/theme/spoken_texts.h"

#include <QAccessible>
#include <QApplication>
#include <QFont>
#include <QPalette>
#include <QStyleFactory>

namespace ui::theme {
namespace {

QPalette qtPalette(const Palette& colors) {
    QPalette out;
    out.setColor(QPalette::Window, colors.window);
    out.setColor(QPalette::WindowText, colors.text);
    out.setColor(QPalette::Base, colors.window);
    out.setColor(QPalette::AlternateBase, colors.pane);
    out.setColor(QPalette::Text, colors.text);
    out.setColor(QPalette::Button, colors.pane);
    out.setColor(QPalette::ButtonText, colors.text);
    out.setColor(QPalette::BrightText, colors.strong);
    out.setColor(QPalette::ToolTipBase, colors.pane);
    out.setColor(QPalette::ToolTipText, colors.text);
    out.setColor(QPalette::PlaceholderText, colors.dim);
    out.setColor(QPalette::Highlight, colors.selection);
    out.setColor(QPalette::HighlightedText, colors.strong);
    out.setColor(QPalette::Link, colors.link);
    out.setColor(QPalette::Light, colors.line);
    out.setColor(QPalette::Midlight, colors.line);
    out.setColor(QPalette::Mid, colors.line);
    out.setColor(QPalette::Dark, colors.window);
    out.setColor(QPalette::Shadow, colors.window);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        out.setColor(QPalette::Disabled, role, colors.dim);
    return out;
}

QString styleSheet(const Palette& colors) {
    QString sheet = QStringLiteral(R"(
QToolTip { color: @text; background: @pane; border: 1px solid @line; padding: 3px 5px; }
QFrame#pane, QWidget#pane { background: @window; }
QSplitter::handle { background: @line; }
QMainWindow::separator { background: @line; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: @link; }
QDockWidget { color: @dim; }
QDockWidget::title { background: @bar; padding: 3px 8px; border-bottom: 1px solid @line; }
QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox, QTimeEdit, QDateTimeEdit { background: @window; border: 1px solid @line; border-radius: 3px; padding: 2px 6px; color: @text; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus, QTimeEdit:focus, QDateTimeEdit:focus { border-color: @link; }
QCheckBox::indicator, QAbstractItemView::indicator { width: 12px; height: 12px; border: 1px solid @dim; border-radius: 2px; background: @window; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: @link; border-color: @link; }
QCheckBox::indicator:focus { border-color: @link; }
QComboBox::drop-down { border: none; width: 16px; }
QComboBox::down-arrow { width: 0; height: 0; border-left: 4px solid @window; border-right: 4px solid @window; border-top: 5px solid @dim; }
QComboBox QAbstractItemView { background: @pane; border: 1px solid @line; }
QPushButton, QToolButton { background: @pane; border: 1px solid @line; border-radius: 3px; padding: 3px 8px; color: @text; }
QPushButton:hover, QToolButton:hover { background: @selection; }
QPushButton:focus, QToolButton:focus { border-color: @link; }
QPushButton:disabled, QToolButton:disabled { color: @dim; }
QToolButton::menu-indicator { image: none; }
QToolButton[flat="true"] { background: transparent; border: 1px solid transparent; padding: 2px 6px; color: @dim; }
QToolButton[flat="true"]:hover { color: @strong; background: @selection; }
QToolButton[flat="true"]:checked { color: @strong; background: @selection; border-color: @line; }
QToolButton[flat="true"]:focus { border-color: @link; }
QAbstractScrollArea { border: none; background: @window; }
QHeaderView { background: @bar; }
QHeaderView::section { background: @bar; color: @dim; border: none; border-bottom: 1px solid @line; padding: 2px 6px; }
QTableView { gridline-color: @line; selection-background-color: @selection; alternate-background-color: @alternate; }
QTabBar { background: @bar; }
QTabBar::tab { background: transparent; color: @dim; padding: 4px 10px; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @strong; border-bottom-color: @link; }
QTabWidget::pane { border: none; }
QMenu { background: @pane; border: 1px solid @line; padding: 3px; }
QMenu::item { padding: 4px 20px; border-radius: 2px; }
QMenu::item:selected { background: @selection; color: @strong; }
QMenu::separator { height: 1px; background: @line; margin: 3px 0; }
QScrollBar:vertical { background: @window; width: 8px; margin: 0; }
QScrollBar:horizontal { background: @window; height: 8px; margin: 0; }
QScrollBar::handle { background: @line; border-radius: 3px; min-height: 24px; min-width: 24px; }
QScrollBar::handle:hover { background: @dim; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)");
    sheet.replace(QStringLiteral("@alternate"), colors.alternate.name());
    sheet.replace(QStringLiteral("@selection"), colors.selection.name());
    sheet.replace(QStringLiteral("@window"), colors.window.name());
    sheet.replace(QStringLiteral("@strong"), colors.strong.name());
    sheet.replace(QStringLiteral("@pane"), colors.pane.name());
    sheet.replace(QStringLiteral("@line"), colors.line.name());
    sheet.replace(QStringLiteral("@link"), colors.link.name());
    sheet.replace(QStringLiteral("@text"), colors.text.name());
    sheet.replace(QStringLiteral("@bar"), colors.bar.name());
    sheet.replace(QStringLiteral("@dim"), colors.dim.name());
    return sheet;
}

constexpr int kBodyPixels = 12;

}  // namespace

QFont font(int pixels, bool bold) {
    QFont out;
    out.setFamilies(
        {QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans CJK SC"), QStringLiteral("DejaVu Sans")});
    out.setPixelSize(pixels);
    out.setBold(bold);
    out.setHintingPreference(QFont::PreferVerticalHinting);
    return out;
}

QFont monospace(int pixels) {
    QFont out;
    out.setFamilies({QStringLiteral("Noto Sans Mono"), QStringLiteral("DejaVu Sans Mono")});
    out.setStyleHint(QFont::Monospace);
    out.setPixelSize(pixels);
    return out;
}

void applyStyle(QApplication& application) {
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setFont(font(kBodyPixels));
    QApplication::setPalette(qtPalette(palette()));
    application.setStyleSheet(styleSheet(palette()));
    if (application.findChild<SpokenTexts*>() != nullptr) return;
    application.installEventFilter(new SpokenTexts(&application));
    QAccessible::installFactory(buttonAccess);
    QAccessible::installFactory(itemAccess);
}

}  // namespace ui::theme
