// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alert/toml_parser.h"

#include "core/alert/toml_text.h"
#include "core/base/text.h"

namespace core::alert {

void tookForGranted() {
    throw TomlTakenForGranted{};
}

std::variant<toml::table, TomlProblem> readToml(std::string_view text) {
    constexpr std::size_t kShown = 200;
    if (const auto place = namelessHeader(text))
        return TomlProblem{place->first, place->second, "behind a bracket stands the name of a table"};
    try {
        return toml::parse(text);
    } catch (const toml::parse_error& error) {
        return TomlProblem{error.source().begin.line, error.source().begin.column,
                           sanitizeText(error.description(), kShown)};
    } catch (const TomlTakenForGranted&) {
        return TomlProblem{1, 1, "something stands where no value or name can stand"};
    }
}

}  // namespace core::alert
