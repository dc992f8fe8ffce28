// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/rule_text_edit.h"

#include "ui/theme/palette.h"
#include "ui/theme/style.h"

#include <QKeyEvent>
#include <QTextBlock>

#include <algorithm>

namespace ui {

RuleTextEdit::RuleTextEdit(QWidget* parent) : QPlainTextEdit(parent) {
    setObjectName(QStringLiteral("ruleText"));
    setAccessibleName(tr("Text of the rule (TOML)"));
    setFont(theme::monospace(12));
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_setting) emit typed();
    });
}

void RuleTextEdit::setText(const std::string& text) {
    const QString next = QString::fromStdString(text);
    if (next == toPlainText()) return;
    const int at = textCursor().position();
    m_setting = true;
    setPlainText(next);
    m_setting = false;
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::min(at, static_cast<int>(next.size())));
    setTextCursor(cursor);
}

QTextCursor RuleTextEdit::placeOf(std::size_t line, std::size_t column) const {
    const QTextBlock block = document()->findBlockByNumber(static_cast<int>(line) - 1);
    QTextCursor cursor(document());
    if (!block.isValid()) {
        cursor.movePosition(QTextCursor::End);
        return cursor;
    }
    // Columns count characters, the document counts halves of the rarer ones too.
    const QString text = block.text();
    qsizetype at = 0;
    for (std::size_t left = column; left > 1 && at < text.size(); --left)
        at += text[at].isHighSurrogate() && at + 1 < text.size() ? 2 : 1;
    cursor.setPosition(block.position() + static_cast<int>(at));
    return cursor;
}

void RuleTextEdit::showProblems(const std::vector<core::alert::Problem>& problems) {
    constexpr std::size_t kMost = 100;
    QList<QTextEdit::ExtraSelection> marks;
    for (std::size_t i = 0; i < std::min(kMost, problems.size()); ++i) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = placeOf(problems[i].line, problems[i].column);
        mark.cursor.movePosition(QTextCursor::EndOfWord, QTextCursor::KeepAnchor);
        if (!mark.cursor.hasSelection()) mark.cursor.movePosition(QTextCursor::Right, QTextCursor::KeepAnchor);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(theme::palette().danger);
        mark.format.setBackground(theme::palette().dangerSoft);
        marks << mark;
    }
    setExtraSelections(marks);
}

void RuleTextEdit::goTo(std::size_t line, std::size_t column) {
    setTextCursor(placeOf(line, column));
    ensureCursorVisible();
    setFocus();
}

bool RuleTextEdit::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void RuleTextEdit::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Undo) || event->matches(QKeySequence::Redo)) {
        event->ignore();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

}  // namespace ui
