// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to this folder: toml++ as it can be used on files that anybody may have written. Version 3.3 asserts what
// a file can break ("[?]", "[ } ]"), without NDEBUG ends the process and with it goes on undefined; in its mode
// without exceptions it also goes on after errors. Here it throws in both cases, in every build, and readToml()
// catches.
namespace core::alert {
/// A file broke what the library takes for granted.
struct TomlTakenForGranted {};
/// Throws it.
[[noreturn]] void tookForGranted();
}  // namespace core::alert

#ifdef TOMLPLUSPLUS_H
#error "toml++ is included through this header alone: its settings must be the same everywhere"
#endif
#undef NDEBUG
#define TOML_ASSERT(expr) ((expr) ? static_cast<void>(0) : ::core::alert::tookForGranted())
#define TOML_EXCEPTIONS 1
#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_UNRELEASED_FEATURES 0
#include <toml++/toml.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

namespace core::alert {

/// Why a text is no TOML.
struct TomlProblem {
    std::size_t line = 1;
    std::size_t column = 1;
    std::string text;
};
/// The text as a table. Thread: any.
[[nodiscard]] std::variant<toml::table, TomlProblem> readToml(std::string_view text);

}  // namespace core::alert
