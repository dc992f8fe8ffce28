// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json_text.h"
#include "core/base/text.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace core {

/// Writes JSON into a string piece by piece. What stands between the pieces is the caller's: a member writes its
/// comma itself, an element of a list calls next() before. Thread: confined.
class JsonWriter {
public:
    explicit JsonWriter(std::string& out) : m_out(out) {}
    void open(char bracket) { m_out += bracket; }
    void close(char bracket) { m_out += bracket; }
    /// A comma, unless the list has just begun.
    void next() {
        if (m_out.back() != '[') m_out += ',';
    }
    /// The beginning of a list's element on a line of its own.
    void item(char bracket) {
        next();
        m_out += '\n';
        m_out += bracket;
    }
    void key(std::string_view name) { appendJsonKey(m_out, name); }
    /// `"name":` and the bracket behind it.
    void openMember(std::string_view name, char bracket) {
        key(name);
        m_out += bracket;
    }
    void text(std::string_view value) { appendJsonString(m_out, value); }
    void textMember(std::string_view name, std::string_view value) {
        key(name);
        text(value);
    }
    void number(std::string_view name, std::uint64_t value) {
        key(name);
        appendJsonInteger(m_out, value, false);
    }
    /// An amount: quoted, since it can pass 2^53.
    void amount(std::string_view name, std::uint64_t value) {
        key(name);
        appendJsonInteger(m_out, value, true);
    }
    void real(std::string_view name, double value) {
        key(name);
        m_out += shortestDouble(value);
    }
    void boolean(std::string_view name, bool value) {
        key(name);
        m_out += value ? "true" : "false";
    }
    /// JSON that is whole already.
    void raw(std::string_view json) { m_out += json; }

private:
    std::string& m_out;
};

}  // namespace core
