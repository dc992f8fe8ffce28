// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alert/lexer.h"

#include "core/base/text.h"

#include <fmt/format.h>

#include <cctype>

namespace core::alert {
namespace {

bool isLetter(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool isDigit(char c) noexcept {
    return c >= '0' && c <= '9';
}
bool isBlank(char c) noexcept {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

class Lexer {
public:
    Lexer(std::string_view text, std::vector<TextProblem>& problems) : m_text(text), m_problems(problems) {}

    std::vector<Token> run() {
        std::vector<Token> out;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            const std::size_t begin = m_at;
            if (isBlank(c)) {
                ++m_at;
            } else if (isDigit(c)) {
                number();
                out.push_back({Token::Kind::Number, m_text.substr(begin, m_at - begin), begin});
            } else if (isLetter(c)) {
                while (isLetter(peek()) || isDigit(peek())) ++m_at;
                out.push_back({Token::Kind::Word, m_text.substr(begin, m_at - begin), begin});
            } else if (c == '"' || c == '\'') {
                name(out);
            } else if (c == '>' || c == '<') {
                m_at += m_text.substr(m_at, 2).ends_with('=') ? 2U : 1U;
                out.push_back({Token::Kind::Symbol, m_text.substr(begin, m_at - begin), begin});
            } else if (c == '(' || c == ')' || c == ',' || c == '%') {
                ++m_at;
                out.push_back({Token::Kind::Symbol, m_text.substr(begin, 1), begin});
            } else {
                foreign();
            }
        }
        out.push_back({Token::Kind::End, {}, m_text.size()});
        return out;
    }

private:
    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }

    // 12, 0.5, 1e-7, 60k. A unit may follow at once: the letter of a factor has no letter behind it.
    void number() {
        while (isDigit(peek()) || (peek() == '.' && isDigit(peek(1)))) ++m_at;
        if (peek() == 'e' || peek() == 'E') {
            const std::size_t sign = peek(1) == '-' || peek(1) == '+' ? 1 : 0;
            if (isDigit(peek(1 + sign))) {
                m_at += 1 + sign;
                while (isDigit(peek())) ++m_at;
            }
        }
        const bool factor = peek() == 'k' || peek() == 'M' || peek() == 'B';
        if (factor && !isLetter(peek(1)) && !isDigit(peek(1))) ++m_at;
    }

    void name(std::vector<Token>& out) {
        const std::size_t begin = m_at;
        const std::size_t end = m_text.find(m_text[begin], begin + 1);
        if (end == std::string_view::npos) {
            m_problems.push_back({begin, "The quote that begins here does not end."});
            m_at = m_text.size();
            return;
        }
        out.push_back({Token::Kind::Name, m_text.substr(begin + 1, end - begin - 1), begin});
        m_at = end + 1;
    }

    // A run of what is none of the language, told once.
    void foreign() {
        constexpr std::size_t kShown = 12;
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && !isBlank(peek()) && !isLetter(peek()) && !isDigit(peek()) && peek() != '"' &&
               peek() != '(' && peek() != ')')
            ++m_at;
        if (m_at == begin) ++m_at;
        m_problems.push_back({begin, fmt::format("\"{}\" means nothing here; words, numbers, quotes, ( ) , % and "
                                                 "comparisons such as >= do.",
                                                 sanitizeText(m_text.substr(begin, m_at - begin), kShown))});
    }

    std::string_view m_text;
    std::vector<TextProblem>& m_problems;
    std::size_t m_at = 0;
};

}  // namespace

std::vector<Token> tokensOf(std::string_view text, std::vector<TextProblem>& problems) {
    return Lexer{text, problems}.run();
}

}  // namespace core::alert
