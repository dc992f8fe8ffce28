// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alert/rule_edit.h"

#include "core/alert/toml_parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace core::alert {
namespace {

/// Byte offsets of lines and characters of a text.
class Places {
public:
    explicit Places(std::string_view text) : m_text(text) {
        m_lines.push_back(0);
        for (std::size_t i = 0; i < text.size(); ++i)
            if (text[i] == '\n') m_lines.push_back(i + 1);
    }
    [[nodiscard]] std::size_t lineStart(std::size_t line) const {
        return line == 0 || line > m_lines.size() ? m_text.size() : m_lines[line - 1];
    }
    /// Behind the line's end.
    [[nodiscard]] std::size_t lineEnd(std::size_t line) const {
        return line >= m_lines.size() ? m_text.size() : m_lines[line];
    }
    [[nodiscard]] std::size_t offsetOf(const toml::source_position& at) const {
        std::size_t out = lineStart(at.line);
        // Columns count characters.
        for (std::size_t left = at.column; left > 1 && out < m_text.size(); --left) {
            ++out;
            while (out < m_text.size() && (static_cast<unsigned char>(m_text[out]) & 0xc0U) == 0x80U) ++out;
        }
        return out;
    }

private:
    std::string_view m_text;
    std::vector<std::size_t> m_lines;
};

std::size_t lastLine(const toml::node& node) {
    std::size_t out = node.source().end.line;
    if (const toml::table* table = node.as_table())
        for (const auto& [key, value] : *table) out = std::max(out, lastLine(value));
    if (const toml::array* array = node.as_array())
        for (const toml::node& each : *array) out = std::max(out, lastLine(each));
    return out;
}

std::vector<RulePlace> placesOf(const toml::table& file, const Places& places) {
    std::vector<RulePlace> out;
    const toml::array* rules = file["rule"].as_array();
    if (rules == nullptr) return out;
    for (const toml::node& each : *rules) {
        const toml::table* table = each.as_table();
        // A rule in braces stands on the lines of others and is left alone.
        if (table == nullptr || table->is_inline()) continue;
        RulePlace place;
        place.id = (*table)["id"].value_or(std::string{});
        place.line = table->source().begin.line;
        place.from = places.lineStart(place.line);
        place.to = places.lineEnd(lastLine(*table));
        out.push_back(std::move(place));
    }
    return out;
}

Error noToml(const TomlProblem& problem) {
    return fail(ErrorCode::BadShape, fmt::format("line {}: {}", problem.line, problem.text));
}

struct Edit {
    std::size_t from;
    std::size_t to;
    std::string text;
};

std::string applied(std::string_view text, std::vector<Edit> edits) {
    std::sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.from > b.from; });
    std::string out{text};
    for (const Edit& edit : edits) out.replace(edit.from, edit.to - edit.from, edit.text);
    return out;
}

// What an absent setting says, where a file may say it in words.
std::string_view unsaid(std::string_view key) {
    if (key == "armed") return "true";
    if (key == "scope") return "\"any\"";
    return {};
}

bool isRuleOf(const RuleSet& set, const Rule& rule) {
    return std::find(set.rules.begin(), set.rules.end(), rule) != set.rules.end();
}

// The same rules but for one, in the same order.
bool othersAreSame(const RuleSet& before, const RuleSet& after, std::string_view id, std::string_view newId) {
    const auto others = [&](const RuleSet& set) {
        std::vector<Rule> out;
        for (const Rule& rule : set.rules)
            if (rule.id != id && rule.id != newId) out.push_back(rule);
        return out;
    };
    return before.lists == after.lists && others(before) == others(after);
}

std::string appended(std::string_view text, std::string_view rule) {
    std::string out{text};
    if (!out.empty() && out.back() != '\n') out += '\n';
    if (out.empty()) out = "format = 1\n";
    out += '\n';
    out += rule;
    if (out.back() != '\n') out += '\n';
    return out;
}

const RulePlace* find(const std::vector<RulePlace>& places, std::string_view id) {
    const auto found =
        std::find_if(places.begin(), places.end(), [&](const RulePlace& place) { return place.id == id; });
    return found == places.end() ? nullptr : &*found;
}

// Only what differs, value by value.
std::string valuesWritten(std::string_view text, const toml::table& table, const Places& places, const Rule* was,
                          const Rule& rule) {
    const auto now = ruleValues(rule);
    const auto before = was != nullptr ? ruleValues(*was) : decltype(now){};
    const auto valueIn = [](const auto& values, std::string_view key) -> const std::string* {
        for (const auto& [each, value] : values)
            if (each == key) return &value;
        return nullptr;
    };
    std::vector<Edit> edits;
    std::string added;
    for (const auto& [key, value] : now) {
        const std::string* old = valueIn(before, key);
        // A rule without a title is called by its id.
        const bool follows = key == "title" && was != nullptr && was->id != rule.id && !table.contains(key);
        if (old != nullptr && *old == value && !follows) continue;
        if (const toml::node* node = table.get(key))
            edits.push_back({places.offsetOf(node->source().begin), places.offsetOf(node->source().end), value});
        else
            added += fmt::format("{} = {}\n", key, value);
    }
    for (const auto& [key, node] : table) {
        if (valueIn(now, key.str()) != nullptr) continue;
        if (const std::string_view word = unsaid(key.str()); !word.empty()) {
            const auto* said = valueIn(before, key.str());
            if (said != nullptr || was == nullptr)
                edits.push_back(
                    {places.offsetOf(node.source().begin), places.offsetOf(node.source().end), std::string{word}});
        } else {
            edits.push_back(
                {places.lineStart(key.source().begin.line), places.lineEnd(node.source().end.line), {}});
        }
    }
    if (!added.empty()) {
        const std::size_t end = places.lineEnd(lastLine(table));
        if (end == text.size() && !text.empty() && text.back() != '\n') added.insert(0, 1, '\n');
        edits.push_back({end, end, added});
    }
    return applied(text, std::move(edits));
}

}  // namespace

std::optional<std::vector<RulePlace>> rulePlaces(std::string_view text) {
    if (text.size() > RuleFileLimits::kMostBytes) return std::nullopt;
    const auto read = readToml(text);
    const auto* file = std::get_if<toml::table>(&read);
    return file != nullptr ? std::optional{placesOf(*file, Places{text})} : std::nullopt;
}

Result<std::string> withRule(std::string_view text, std::string_view id, const Rule& rule,
                             const Watchlists& known) {
    const auto read = readToml(text);
    if (const auto* problem = std::get_if<TomlProblem>(&read)) return noToml(*problem);
    const auto& file = std::get<toml::table>(read);
    const Places places{text};
    const ParsedRules before = parseRules(text, known);
    const auto sound = [&](const std::string& made) {
        const ParsedRules after = parseRules(made, known);
        return isRuleOf(after.set, rule) && othersAreSame(before.set, after.set, id, rule.id);
    };
    const std::vector<RulePlace> rules = placesOf(file, places);
    const RulePlace* place = find(rules, id);
    if (rule.id != id && find(rules, rule.id) != nullptr)
        return fail(ErrorCode::BadShape, fmt::format("there is a rule \"{}\" already", rule.id));
    std::string made;
    if (place == nullptr) {
        made = appended(text, printRule(rule));
        if (sound(made)) return made;
        return fail(ErrorCode::BadShape, "the rule cannot be added to this file");
    }
    const toml::table* table = nullptr;
    for (const toml::node& each : *file["rule"].as_array())
        if (each.is_table() && each.source().begin.line == place->line) table = each.as_table();
    const auto was = std::find_if(before.set.rules.begin(), before.set.rules.end(),
                                  [&](const Rule& each) { return each.id == id; });
    if (table != nullptr) {
        made = valuesWritten(text, *table, places, was == before.set.rules.end() ? nullptr : &*was, rule);
        if (sound(made)) return made;
    }
    made = applied(text, {{place->from, place->to, printRule(rule)}});
    if (sound(made)) return made;
    return fail(ErrorCode::BadShape, "the rule cannot be put into this file without changing others");
}

Result<std::string> withRuleText(std::string_view text, std::string_view id, std::string_view ruleText) {
    const auto read = readToml(text);
    if (const auto* problem = std::get_if<TomlProblem>(&read)) return noToml(*problem);
    const auto& file = std::get<toml::table>(read);
    const std::vector<RulePlace> rules = placesOf(file, Places{text});
    const RulePlace* place = find(rules, id);
    if (place == nullptr) return appended(text, ruleText);
    std::string inside{ruleText};
    if (!inside.empty() && inside.back() != '\n' && place->to < text.size()) inside += '\n';
    return applied(text, {{place->from, place->to, std::move(inside)}});
}

Result<ImportedRules> withRulesOf(std::string_view text, std::string_view other, const Watchlists& known) {
    const auto mine = rulePlaces(text);
    const auto theirs = rulePlaces(other);
    if (!mine || !theirs) return fail(ErrorCode::BadShape, "this is no TOML");
    const ParsedRules before = parseRules(text, known);
    Watchlists lists = known;
    for (const auto& [name, list] : before.set.lists) lists.insert_or_assign(name, list);
    const ParsedRules read = parseRules(other, lists);
    if (!read.ok()) return fail(ErrorCode::BadValue, problemText("rules", read.problems));
    ImportedRules out;
    out.text = text;
    RuleSet fresh;
    for (const auto& [name, list] : read.set.lists) {
        const auto was = before.set.lists.find(name);
        if (was == before.set.lists.end())
            fresh.lists.emplace(name, list);
        else if (was->second != list)
            out.kept.push_back(name);
    }
    if (!fresh.lists.empty()) {
        std::string printed = printRules(fresh);
        printed.erase(0, printed.find('['));
        out.text = appended(out.text, printed);
    }
    lists.insert(fresh.lists.begin(), fresh.lists.end());
    const auto taken = [&](std::string_view id) {
        return find(*mine, id) != nullptr || find(*theirs, id) != nullptr ||
               std::find(out.added.begin(), out.added.end(), id) != out.added.end();
    };
    for (const Rule& rule : read.set.rules) {
        if (isRuleOf(before.set, rule)) {
            ++out.same;
            continue;
        }
        const RulePlace* place = find(*theirs, rule.id);
        std::string part =
            place != nullptr ? std::string{other.substr(place->from, place->to - place->from)} : printRule(rule);
        std::string id = rule.id;
        if (find(*mine, id) != nullptr) {
            Rule renamed = rule;
            for (int number = 2; taken(renamed.id); ++number)
                renamed.id = fmt::format("{}-{}", rule.id.substr(0, 58), number);
            auto made = withRule(part, rule.id, renamed, lists);
            part = made ? std::move(*made) : printRule(renamed);
            id = renamed.id;
            out.renamed.push_back(id);
        }
        out.text = appended(out.text, part);
        out.added.push_back(std::move(id));
    }
    if (out.text.size() > RuleFileLimits::kMostBytes)
        return fail(ErrorCode::TooLarge, "the rules of both files are too many for one");
    // What each says alone may not stand in one file: lists and rules can be written in more than one way.
    const ParsedRules after = parseRules(out.text, known);
    if (before.ok() && !after.ok())
        return fail(ErrorCode::BadValue, problemText("both files together", after.problems));
    return out;
}

Result<std::string> withoutRule(std::string_view text, std::string_view id) {
    const auto read = readToml(text);
    if (const auto* problem = std::get_if<TomlProblem>(&read)) return noToml(*problem);
    const auto& file = std::get<toml::table>(read);
    const std::vector<RulePlace> rules = placesOf(file, Places{text});
    const RulePlace* place = find(rules, id);
    if (place == nullptr) return fail(ErrorCode::NotFound, fmt::format("there is no rule \"{}\"", id));
    std::size_t from = place->from;
    if (from >= 2 && text[from - 1] == '\n' && text[from - 2] == '\n') --from;
    std::string made = applied(text, {{from, place->to, {}}});
    const ParsedRules before = parseRules(text, {});
    const ParsedRules after = parseRules(made, {});
    if (before.set.lists != after.set.lists || (before.ok() && !othersAreSame(before.set, after.set, id, id)))
        return fail(
            ErrorCode::Unsupported,
            fmt::format("the rule \"{}\" is written between other things; take it out of the text by hand", id));
    return made;
}

}  // namespace core::alert
