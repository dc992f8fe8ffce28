// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/rule_draft.h"

#include "core/alert/rule_edit.h"

#include <algorithm>
#include <utility>

namespace ui {
namespace {

// Where the one letter stands that `after` has more than `before`.
std::optional<std::size_t> letterAdded(const std::string& before, const std::string& after) {
    if (after.size() <= before.size() || after.size() > before.size() + 4) return std::nullopt;
    const auto [at, same] = std::mismatch(before.begin(), before.end(), after.begin());
    const auto from = static_cast<std::size_t>(same - after.begin());
    const std::size_t more = after.size() - before.size();
    if (!std::equal(at, before.end(), same + static_cast<std::ptrdiff_t>(more))) return std::nullopt;
    return from + more;
}

}  // namespace

void RuleDraft::begin(const std::string& text, bool wholeFile) {
    m_begun = text;
    m_wholeFile = wholeFile;
    m_undo.clear();
    m_redo.clear();
    m_last.reset();
    m_typedAt.reset();
    take(text, false);
}

void RuleDraft::setLists(core::alert::Watchlists lists) {
    if (lists == m_lists) return;
    m_lists = std::move(lists);
    take(m_text, false);
}

void RuleDraft::read() {
    core::alert::ParsedRules read = core::alert::parseRules(m_text, m_lists);
    m_problems = std::move(read.problems);
    m_rule.reset();
    if (!m_problems.empty() || m_wholeFile) return;
    if (read.set.rules.size() != 1) {
        m_problems.push_back({1, 1, "Here stands one rule: one [[rule]] with its settings."});
        return;
    }
    m_rule = std::move(read.set.rules.front());
    m_last = m_rule;
}

void RuleDraft::take(std::string text, bool typed) {
    m_text = std::move(text);
    read();
    emit textChanged(typed);
}

void RuleDraft::remember() {
    m_undo.push_back(m_text);
    if (m_undo.size() > kMostSteps) m_undo.erase(m_undo.begin());
    m_redo.clear();
}

void RuleDraft::type(const std::string& text) {
    if (text == m_text) return;
    const auto at = letterAdded(m_text, text);
    const bool wordGoesOn = at && m_typedAt && *at == *m_typedAt + (text.size() - m_text.size()) &&
                            text[*at - 1] != ' ' && text[*at - 1] != '\n';
    if (!wordGoesOn) remember();
    m_typedAt = at;
    take(text, true);
}

QString RuleDraft::setRule(const core::alert::Rule& rule) {
    m_typedAt.reset();
    if (m_rule && *m_rule == rule) return {};
    // A text with mistakes has no values to be changed one by one.
    auto made = m_rule ? core::alert::withRule(m_text, m_rule->id, rule, m_lists)
                       : core::Result<std::string>{core::alert::printRule(rule)};
    if (!made) return QString::fromStdString(made.error().context);
    if (*made == m_text) return {};
    remember();
    take(std::move(*made), false);
    return {};
}

void RuleDraft::undo() {
    if (m_undo.empty()) return;
    m_typedAt.reset();
    m_redo.push_back(m_text);
    std::string text = std::move(m_undo.back());
    m_undo.pop_back();
    take(std::move(text), false);
}

void RuleDraft::redo() {
    if (m_redo.empty()) return;
    m_typedAt.reset();
    m_undo.push_back(m_text);
    std::string text = std::move(m_redo.back());
    m_redo.pop_back();
    take(std::move(text), false);
}

}  // namespace ui
