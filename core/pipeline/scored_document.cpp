// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/scored_document.h"

#include "core/base/text.h"

#include <string>

namespace core::pipeline {

bool ScoredDocument::open(std::string_view json) {
    // The parser copies the text, which may not be there at all.
    if (json.empty()) {
        refuse("is empty", ErrorCode::BadJson);
        return false;
    }
    Element element;
    if (const auto code = m_parser.parse(json.data(), json.size()).get(element); code != simdjson::SUCCESS) {
        refuse(simdjson::error_message(code), ErrorCode::BadJson);
        return false;
    }
    if (element.get(m_root) != simdjson::SUCCESS) {
        refuse("is not an object");
        return false;
    }
    std::string_view schema;
    if (m_root["schema"].get(schema) != simdjson::SUCCESS) {
        refuse("says no schema; wanted is " + std::string{m_schema});
    } else if (schema != m_schema) {
        refuse("is of schema " + sanitizeText(schema, 40) + ", wanted is " + std::string{m_schema});
    }
    return !m_error;
}

void ScoredDocument::refuse(std::string_view why, ErrorCode code) {
    if (m_error) return;
    std::string where{m_name};
    where += ": ";
    bool first = true;
    for (const Step& step : m_path) {
        if (!step.name.empty()) {
            if (!first) where += '.';
            where += step.name;
        }
        if (step.index != kNoIndex) where += '[' + std::to_string(step.index) + ']';
        first = false;
    }
    if (!first) where += ": ";
    m_error = fail(code, where + std::string{why});
}

void ScoredDocument::refuseMember(std::string_view name, std::string_view why) {
    m_path.push_back({name, kNoIndex});
    refuse(why);
    m_path.pop_back();
}

std::optional<ScoredDocument::Element> ScoredDocument::member(Object in, std::string_view name) {
    Element found;
    if (in[name].get(found) != simdjson::SUCCESS || found.is_null()) return std::nullopt;
    return found;
}

ScoredDocument::Object ScoredDocument::object(Element element) {
    Object out = m_root;
    if (element.get(out) != simdjson::SUCCESS) refuse("is not an object");
    return out;
}

std::string_view ScoredDocument::text(Object in, std::string_view name) {
    const auto found = member(in, name);
    std::string_view out;
    if (!found)
        refuseMember(name, "is missing");
    else if (found->get(out) != simdjson::SUCCESS || out.empty())
        refuseMember(name, "is not a text");
    return out;
}

std::string_view ScoredDocument::text(Element element) {
    std::string_view out;
    if (element.get(out) != simdjson::SUCCESS || out.empty()) refuse("is not a text");
    return out;
}

std::optional<std::uint64_t> ScoredDocument::count(Object in, std::string_view name) {
    const auto found = member(in, name);
    if (!found) return std::nullopt;
    std::uint64_t out = 0;
    if (found->get(out) == simdjson::SUCCESS) return out;
    refuseMember(name, "is not a whole number from 0 on");
    return std::nullopt;
}

std::optional<double> ScoredDocument::number(Object in, std::string_view name) {
    const auto found = member(in, name);
    if (!found) return std::nullopt;
    double out = 0;
    if (found->get(out) == simdjson::SUCCESS) return out;
    refuseMember(name, "is not a number");
    return std::nullopt;
}

}  // namespace core::pipeline
