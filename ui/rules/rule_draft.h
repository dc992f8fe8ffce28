// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/alert/rule_file.h"
#endif

#include <QObject>
#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace ui {

/// A rule that is being written: its text is what counts, and the rule is what the text says. Text and blocks are
/// two ways to change the same thing, with one undo for both. Thread: GUI.
class RuleDraft final : public QObject {
    Q_OBJECT
public:
    static constexpr std::size_t kMostSteps = 200;

    using QObject::QObject;

    /// Begins anew with this text; undo begins anew too. `wholeFile`: it may hold many rules, and rule() is none.
    void begin(const std::string& text, bool wholeFile = false);
    /// Lists that the rule may speak of, beside those of its text.
    void setLists(core::alert::Watchlists lists);

    [[nodiscard]] const std::string& text() const { return m_text; }
    /// What the text says; nothing while it has mistakes.
    [[nodiscard]] const std::optional<core::alert::Rule>& rule() const { return m_rule; }
    /// The last rule that the text said.
    [[nodiscard]] const std::optional<core::alert::Rule>& lastRule() const { return m_last; }
    [[nodiscard]] const std::vector<core::alert::Problem>& problems() const { return m_problems; }
    /// What it began with.
    [[nodiscard]] const std::string& begun() const { return m_begun; }
    [[nodiscard]] bool changed() const { return m_text != m_begun; }

    /// The text as it was typed; letters of one word are one step of undo.
    void type(const std::string& text);
    /// Another rule: only what differs is written anew. Says why when the text cannot take it.
    QString setRule(const core::alert::Rule& rule);
    [[nodiscard]] bool canUndo() const { return !m_undo.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_redo.empty(); }
    void undo();
    void redo();

signals:
    /// The text is another; `typed` when it came from type().
    void textChanged(bool typed);

private:
    void take(std::string text, bool typed);
    void remember();
    void read();

    std::string m_begun;
    bool m_wholeFile = false;
    std::string m_text;
    std::optional<core::alert::Rule> m_rule;
    std::optional<core::alert::Rule> m_last;
    std::vector<core::alert::Problem> m_problems;
    core::alert::Watchlists m_lists;
    std::vector<std::string> m_undo;
    std::vector<std::string> m_redo;
    std::optional<std::size_t> m_typedAt;  ///< where the last typed letter stands
};

}  // namespace ui
