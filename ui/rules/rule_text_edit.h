// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/alert/rule_file.h"
#endif

#include <QPlainTextEdit>

#include <vector>

namespace ui {

/// The text of a rule. What is wrong is underlined; undo is its owner's. Thread: GUI.
class RuleTextEdit final : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit RuleTextEdit(QWidget* parent = nullptr);

    /// Another text; the cursor stays at its place.
    void setText(const std::string& text);
    [[nodiscard]] std::string text() const { return toPlainText().toStdString(); }
    void showProblems(const std::vector<core::alert::Problem>& problems);
    /// Puts the cursor at a line and column, both from 1.
    void goTo(std::size_t line, std::size_t column);

signals:
    void typed();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QTextCursor placeOf(std::size_t line, std::size_t column) const;

    bool m_setting = false;
};

}  // namespace ui
