// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alert/rule_file.h"

#include "core/alert/condition_text.h"
#include "core/alert/rule_check.h"
#include "core/alert/toml_parser.h"
#include "core/alert/toml_text.h"
#include "core/alert/words.h"
#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <set>
#include <utility>

namespace core::alert {
namespace {

constexpr std::array<std::string_view, 11> kRuleKeys{"id",        "title", "version", "group", "severity", "kind",
                                                     "cool_down", "scope", "armed",   "sound", "when"};
constexpr std::array<std::string_view, 2> kListKeys{"wallets", "mints"};
constexpr std::array<std::string_view, 3> kFileKeys{"format", "rule", "list"};
constexpr std::array kGroups{AlertGroup::Discovery, AlertGroup::Defence, AlertGroup::HighSignal};
constexpr std::array kSeverities{Severity::Info, Severity::Warning, Severity::Critical};
constexpr std::size_t kShown = 40;

std::string inQuotes(std::string_view text) {
    return "\"" + sanitizeText(text, kShown) + "\"";
}

std::string meant(std::string_view word, std::span<const std::string_view> candidates) {
    const std::string_view near = nearest(word, candidates);
    return near.empty() ? std::string{} : fmt::format("; did you mean \"{}\"?", near);
}

bool isId(std::string_view text) {
    constexpr std::size_t kLongest = 64;
    return !text.empty() && text.size() <= kLongest && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

class FileReader {
public:
    FileReader(std::string_view text, const Watchlists& known) : m_text(text), m_known(known) {}

    ParsedRules run() {
        if (m_text.size() > RuleFileLimits::kMostBytes) {
            tell(1, 1, fmt::format("The file is larger than {} bytes.", RuleFileLimits::kMostBytes));
            return finish();
        }
        auto read = readToml(m_text);
        if (auto* problem = std::get_if<TomlProblem>(&read)) {
            tell(problem->line, problem->column, fmt::format("This is no TOML: {}.", problem->text));
            return finish();
        }
        file(std::get<toml::table>(read));
        return finish();
    }

private:
    void tell(std::size_t line, std::size_t column, std::string text) {
        m_out.problems.push_back(
            {std::max<std::size_t>(1, line), std::max<std::size_t>(1, column), std::move(text)});
    }
    void tell(const toml::node& node, std::string text) {
        tell(node.source().begin.line, node.source().begin.column, std::move(text));
    }
    void tellKey(const toml::key& key, std::string text) {
        tell(key.source().begin.line, key.source().begin.column, std::move(text));
    }
    ParsedRules finish() {
        auto& problems = m_out.problems;
        std::stable_sort(problems.begin(), problems.end(), [](const Problem& a, const Problem& b) {
            return std::pair(a.line, a.column) < std::pair(b.line, b.column);
        });
        if (problems.size() > RuleFileLimits::kMostProblems) {
            const std::size_t more = problems.size() - RuleFileLimits::kMostProblems;
            problems.resize(RuleFileLimits::kMostProblems);
            problems.push_back(
                {problems.back().line, problems.back().column, fmt::format("{} more problems follow.", more)});
        }
        return std::move(m_out);
    }

    void unknownKeys(const toml::table& table, std::span<const std::string_view> known) {
        for (const auto& [key, value] : table) {
            if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
            tellKey(key, fmt::format("{} is no setting{}", inQuotes(key.str()),
                                     meant(key.str(), known).empty() ? "." : meant(key.str(), known)));
        }
    }

    void file(const toml::table& table) {
        unknownKeys(table, kFileKeys);
        if (const toml::node* format = table.get("format")) {
            if (format->value_exact<std::int64_t>() != 1)
                tell(*format, "This program reads files of format 1 only.");
        }
        if (const toml::node* lists = table.get("list")) this->lists(*lists);
        if (const toml::node* rules = table.get("rule")) this->rules(*rules);
    }

    void lists(const toml::node& node) {
        const toml::table* all = node.as_table();
        if (all == nullptr) return tell(node, "Lists are written as [list.NAME].");
        for (const auto& [key, value] : *all) {
            if (m_out.set.lists.size() >= RuleFileLimits::kMostLists)
                return tell(value, fmt::format("At most {} lists are read.", RuleFileLimits::kMostLists));
            const toml::table* table = value.as_table();
            if (table == nullptr) {
                tell(value, "A list is a table with \"wallets\" or \"mints\".");
                continue;
            }
            const std::string_view name = key.str();
            if (name.empty() || name.size() > 64 || sanitizeText(name, 64) != name ||
                name.find_first_of("\"'\\") != std::string_view::npos) {
                tellKey(key, "The name of a list has 1 to 64 visible characters and no quotes.");
                continue;
            }
            unknownKeys(*table, kListKeys);
            NameList list;
            addresses(table->get("wallets"), list.wallets);
            addresses(table->get("mints"), list.mints);
            m_out.set.lists.insert_or_assign(std::string{name}, std::move(list));
        }
    }

    template <class Key>
    void addresses(const toml::node* node, std::vector<Key>& out) {
        if (node == nullptr) return;
        const toml::array* array = node->as_array();
        if (array == nullptr) return tell(*node, "Addresses are written as a list: [\"...\", \"...\"].");
        if (array->size() > RuleFileLimits::kMostEntries)
            return tell(*node, fmt::format("A list may have at most {} addresses.", RuleFileLimits::kMostEntries));
        for (const toml::node& each : *array) {
            const auto text = each.value_exact<std::string>();
            const auto key = text ? Key::fromBase58(*text) : Result<Key>{fail(ErrorCode::BadValue)};
            if (!key)
                tell(each, text ? fmt::format("{} is no address.", inQuotes(*text)) : "An address is a text.");
            else
                out.push_back(*key);
        }
    }

    void rules(const toml::node& node) {
        const toml::array* all = node.as_array();
        if (all == nullptr) return tell(node, "Rules are written as [[rule]].");
        std::set<std::string> ids;
        for (const toml::node& each : *all) {
            if (m_out.set.rules.size() >= RuleFileLimits::kMostRules)
                return tell(each, fmt::format("At most {} rules are read.", RuleFileLimits::kMostRules));
            const toml::table* table = each.as_table();
            if (table == nullptr) {
                tell(each, "Rules are written as [[rule]].");
                continue;
            }
            const std::size_t before = m_out.problems.size();
            Rule made = rule(*table);
            if (!made.id.empty() && !ids.insert(made.id).second)
                tell(*table->get("id"), fmt::format("There is a rule {} already.", inQuotes(made.id)));
            if (m_out.problems.size() == before) m_out.set.rules.push_back(std::move(made));
        }
    }

    // A text of the table; empty and told when it is another thing, or missing and asked for.
    std::string text(const toml::table& table, std::string_view key, bool needed) {
        const toml::node* node = table.get(key);
        if (node == nullptr) {
            if (needed) tell(table, fmt::format("The rule has no \"{}\".", key));
            return {};
        }
        auto value = node->value_exact<std::string>();
        if (!value) tell(*node, fmt::format("\"{}\" is a text in quotes.", key));
        return value ? *std::move(value) : std::string{};
    }

    Rule rule(const toml::table& table) {
        unknownKeys(table, kRuleKeys);
        Rule out;
        out.id = text(table, "id", true);
        if (const toml::node* node = table.get("id"); node != nullptr && node->is_string() && !isId(out.id))
            tell(*node, "An id has 1 to 64 of the characters a-z, 0-9, - and _.");
        out.title = text(table, "title", false);
        // A rule without a title is called by its id, of which is told already what is wrong with it.
        if (out.title.empty()) out.title = out.id;
        if (table.contains("title") && sanitizeText(out.title, RuleFileLimits::kLongestTitle) != out.title)
            tell(*table.get("title"),
                 fmt::format("A title has at most {} visible characters.", RuleFileLimits::kLongestTitle));
        if (const toml::node* node = table.get("version")) {
            const auto version = node->value_exact<std::int64_t>();
            if (!version || *version < 1 || *version > 1'000'000)
                tell(*node, "A version is a whole number from 1 to 1000000.");
            else
                out.version = static_cast<std::uint32_t>(*version);
        }
        if (const toml::node* node = table.get("armed")) {
            const auto armed = node->value_exact<bool>();
            if (!armed) tell(*node, "\"armed\" is true or false.");
            out.armed = armed.value_or(true);
        }
        group(table, out);
        severity(table, out);
        out.kind = text(table, "kind", false);
        if (!out.kind.empty() && !isId(out.kind))
            tell(*table.get("kind"), "A kind has 1 to 64 of the characters a-z, 0-9, - and _.");
        out.sound = text(table, "sound", false);
        if (!out.sound.empty() && !isId(out.sound))
            tell(*table.get("sound"), "A sound has 1 to 64 of the characters a-z, 0-9, - and _.");
        coolDown(table, out);
        if (const toml::node* node = table.get("scope")) scope(*node, out.scope);
        when(table, out);
        return out;
    }

    void group(const toml::table& table, Rule& out) {
        const std::string word = text(table, "group", false);
        if (word.empty()) return;
        std::vector<std::string_view> names;
        for (const AlertGroup group : kGroups) {
            names.push_back(alertGroupName(group));
            if (word != alertGroupName(group)) continue;
            out.group = group;
            return;
        }
        tell(*table.get("group"),
             fmt::format("{} is no group{} They are discovery, defence and high_signal.", inQuotes(word),
                         meant(word, names).empty() ? "." : meant(word, names)));
    }
    void severity(const toml::table& table, Rule& out) {
        const std::string word = text(table, "severity", false);
        if (word.empty() || word == "auto") return;
        std::vector<std::string_view> names{"auto"};
        for (const Severity severity : kSeverities) {
            names.push_back(severityName(severity));
            if (word != severityName(severity)) continue;
            out.severity = severity;
            return;
        }
        tell(*table.get("severity"),
             fmt::format("{} is no severity{} They are auto, info, warning and critical.", inQuotes(word),
                         meant(word, names).empty() ? "." : meant(word, names)));
    }
    void coolDown(const toml::table& table, Rule& out) {
        const std::string word = text(table, "cool_down", false);
        if (word.empty()) return;
        const auto seconds = parseDuration(word);
        if (!seconds)
            tell(*table.get("cool_down"),
                 "A cool-down is a whole number with its unit, such as \"10m\", up to 7d.");
        else
            out.coolDownSeconds = *seconds;
    }
    void scope(const toml::node& node, Scope& out) {
        if (const auto word = node.value_exact<std::string>()) {
            if (*word == "any") return;
            if (*word == "watched") {
                out.what = Scope::What::Watched;
                return;
            }
        } else if (node.is_array()) {
            out.what = Scope::What::Mints;
            addresses(&node, out.mints);
            if (out.mints.empty()) tell(node, "The scope names no coin.");
            return;
        } else if (const toml::table* table = node.as_table()) {
            constexpr std::array<std::string_view, 1> kKeys{"list"};
            unknownKeys(*table, kKeys);
            out.what = Scope::What::List;
            out.list = text(*table, "list", true);
            if (!out.list.empty()) knownList(out.list, node);
            return;
        }
        tell(node, "A scope is \"any\", \"watched\", a list of mints, or { list = \"name\" }.");
    }
    void knownList(const std::string& name, const toml::node& node) {
        if (auto problem = unknownList(name)) tell(node, *std::move(problem));
    }
    std::optional<std::string> unknownList(const std::string& name) const {
        if (name == kWatched || m_out.set.lists.contains(name) || m_known.contains(name)) return std::nullopt;
        std::vector<std::string_view> names{kWatched};
        for (const auto& [each, list] : m_out.set.lists) names.push_back(each);
        for (const auto& [each, list] : m_known) names.push_back(each);
        const std::string hint = meant(name, names);
        return fmt::format("There is no list {}{}", inQuotes(name), hint.empty() ? "." : hint);
    }

    void when(const toml::table& table, Rule& out) {
        const std::string condition = text(table, "when", true);
        const toml::node* node = table.get("when");
        if (node == nullptr || !node->is_string()) return;
        const TomlText place{m_text, node->source().begin.line, node->source().begin.column};
        const auto tellAt = [&](std::size_t at, std::string problem) {
            const auto [line, column] = place.placeOf(at);
            tell(line, column, std::move(problem));
        };
        auto parsed = parseCondition(condition);
        if (auto* problems = std::get_if<std::vector<TextProblem>>(&parsed)) {
            for (TextProblem& problem : *problems) tellAt(problem.at, std::move(problem.text));
            return;
        }
        out.when = std::get<Condition>(std::move(parsed));
        for (const std::string& list : listsIn(out.when))
            if (auto problem = unknownList(list)) tellAt(condition.find(list), *std::move(problem));
        if (auto problem = neverWakes(out)) tellAt(0, *std::move(problem));
    }

    std::string_view m_text;
    const Watchlists& m_known;
    ParsedRules m_out;
};

// A literal where it can be one: nothing in it needs an escape then.
std::string tomlString(std::string_view text) {
    if (text.find('\'') == std::string_view::npos && text.find('\n') == std::string_view::npos)
        return fmt::format("'{}'", text);
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            (out += '\\') += c;
        else if (c == '\n')
            out += "\\n";
        else
            out += c;
    }
    return out + "\"";
}

bool isBareKey(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

template <class Key>
std::string tomlAddresses(const std::vector<Key>& keys) {
    std::string out = "[";
    for (const Key& key : keys) out += fmt::format("{}\"{}\"", out.size() == 1 ? "" : ", ", key.base58());
    return out + "]";
}

}  // namespace

ParsedRules parseRules(std::string_view text, const Watchlists& known) {
    return FileReader{text, known}.run();
}

std::vector<std::pair<std::string_view, std::string>> ruleValues(const Rule& rule) {
    std::vector<std::pair<std::string_view, std::string>> out;
    out.emplace_back("id", fmt::format("\"{}\"", rule.id));
    out.emplace_back("title", tomlString(rule.title));
    out.emplace_back("version", std::to_string(rule.version));
    if (!rule.armed) out.emplace_back("armed", "false");
    out.emplace_back("group", fmt::format("\"{}\"", alertGroupName(rule.group)));
    out.emplace_back("severity", fmt::format("\"{}\"", rule.severity ? severityName(*rule.severity) : "auto"));
    if (!rule.kind.empty()) out.emplace_back("kind", fmt::format("\"{}\"", rule.kind));
    out.emplace_back("cool_down", fmt::format("\"{}\"", durationText(rule.coolDownSeconds)));
    switch (rule.scope.what) {
        case Scope::What::Any: break;
        case Scope::What::Watched: out.emplace_back("scope", "\"watched\""); break;
        case Scope::What::Mints: out.emplace_back("scope", tomlAddresses(rule.scope.mints)); break;
        case Scope::What::List:
            out.emplace_back("scope", fmt::format("{{ list = {} }}", tomlString(rule.scope.list)));
            break;
    }
    if (!rule.sound.empty()) out.emplace_back("sound", fmt::format("\"{}\"", rule.sound));
    out.emplace_back("when", tomlString(printCondition(rule.when)));
    return out;
}

std::string printRule(const Rule& rule) {
    std::string out = "[[rule]]\n";
    for (const auto& [key, value] : ruleValues(rule)) out += fmt::format("{} = {}\n", key, value);
    return out;
}

std::string printRules(const RuleSet& set) {
    std::string out = "format = 1\n";
    for (const auto& [name, list] : set.lists) {
        out += fmt::format("\n[list.{}]\n", isBareKey(name) ? name : "\"" + name + "\"");
        if (!list.wallets.empty()) out += fmt::format("wallets = {}\n", tomlAddresses(list.wallets));
        if (!list.mints.empty()) out += fmt::format("mints = {}\n", tomlAddresses(list.mints));
    }
    for (const Rule& rule : set.rules) out += "\n" + printRule(rule);
    return out;
}

std::string problemText(std::string_view file, const std::vector<Problem>& problems) {
    std::string out;
    for (const Problem& problem : problems)
        out += fmt::format("{}{}:{}:{}: {}", out.empty() ? "" : "\n", file, problem.line, problem.column,
                           problem.text);
    return out;
}

Result<RuleSet> readRules(const std::filesystem::path& file, const Watchlists& known) {
    std::ifstream in{file, std::ios::binary};
    if (!in) return fail(ErrorCode::Io, "cannot read " + file.string());
    std::string text(RuleFileLimits::kMostBytes + 1, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (in.bad()) return fail(ErrorCode::Io, "cannot read " + file.string());
    text.resize(static_cast<std::size_t>(in.gcount()));
    if (text.size() > RuleFileLimits::kMostBytes)
        return fail(ErrorCode::TooLarge,
                    fmt::format("{}: more than {} bytes", file.string(), RuleFileLimits::kMostBytes));
    ParsedRules read = parseRules(text, known);
    if (!read.ok()) return fail(ErrorCode::BadValue, problemText(file.string(), read.problems));
    return std::move(read.set);
}

}  // namespace core::alert
