// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <simdjson.h>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace core::pipeline {

/// A JSON document of a known schema, read without trust. The first thing that is not as it should be is kept
/// as the error, with its place ("truth: clusters[3].wallets[0]: is not a text"); reading on then gives
/// nothing, so that callers look once, at the end. `null` is as good as absent. Texts are valid as long as the
/// document. Thread: confined.
class ScoredDocument {
public:
    using Element = simdjson::dom::element;
    using Object = simdjson::dom::object;

    /// `name` begins the errors. Both texts are literals.
    ScoredDocument(std::string_view name, std::string_view schema) : m_name(name), m_schema(schema) {}

    /// False when it is no JSON object of the schema.
    bool open(std::string_view json);
    [[nodiscard]] Object root() const noexcept { return m_root; }
    [[nodiscard]] const std::optional<Error>& error() const noexcept { return m_error; }
    /// Makes this the error, at the current place, unless there is one.
    void refuse(std::string_view why, ErrorCode code = ErrorCode::BadShape);

    /// Calls `take(Element)` with each item of the list; of none when it is absent.
    template <class Take>
    void each(Object in, std::string_view list, Take&& take) {
        const auto found = member(in, list);
        if (!found || m_error) return;
        m_path.push_back({list, kNoIndex});
        each(*found, take);
        m_path.pop_back();
    }
    /// The same of an element that has to be a list.
    template <class Take>
    void each(Element element, Take&& take) {
        simdjson::dom::array items;
        if (element.get(items) != simdjson::SUCCESS) return refuse("is not a list");
        m_path.push_back({{}, 0});
        for (const Element item : items) {
            if (m_error) break;
            take(item);
            ++m_path.back().index;
        }
        m_path.pop_back();
    }

    [[nodiscard]] Object object(Element element);
    /// A text that has to be there and not empty.
    [[nodiscard]] std::string_view text(Object in, std::string_view name);
    [[nodiscard]] std::string_view text(Element element);
    [[nodiscard]] bool has(Object in, std::string_view name) const { return member(in, name).has_value(); }
    /// A whole number from 0 on, if it is there.
    [[nodiscard]] std::optional<std::uint64_t> count(Object in, std::string_view name);
    [[nodiscard]] std::optional<double> number(Object in, std::string_view name);

private:
    static constexpr std::size_t kNoIndex = static_cast<std::size_t>(-1);
    struct Step {
        std::string_view name;
        std::size_t index;
    };

    [[nodiscard]] static std::optional<Element> member(Object in, std::string_view name);
    void refuseMember(std::string_view name, std::string_view why);

    std::string_view m_name;
    std::string_view m_schema;
    simdjson::dom::parser m_parser;
    Object m_root;
    std::vector<Step> m_path;
    std::optional<Error> m_error;
};

}  // namespace core::pipeline
