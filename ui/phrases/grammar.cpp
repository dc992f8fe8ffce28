// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/phrases/grammar.h"

#include <functional>
#include <utility>

namespace ui::phrases {
namespace {

// Of coinName(): 40 and the sign that it was cut.
constexpr int kLongestName = 41;
constexpr qsizetype kWholeAddress = 32;

bool isOptional(Part part) {
    switch (part) {
        case Part::TicketTail:
        case Part::SoonTail:
        case Part::ExchangeTail:
        case Part::ServiceTail:
        case Part::BurnedTail:
        case Part::SameDevTail:
        case Part::BotsTail:
        case Part::DevTail:
        case Part::NoLongerTail:
        case Part::BumpTail: return true;
        default: return false;
    }
}

// What stands between the members of a list; empty: there is one.
QString separatorOf(Part part) {
    switch (part) {
        case Part::LinkKinds:
        case Part::WashForms:
        case Part::Folded: return QStringLiteral(", ");
        case Part::RugSigns:
        case Part::Clauses: return QStringLiteral("; ");
        default: return {};
    }
}

bool isDigit(QChar c) {
    return c >= u'0' && c <= u'9';
}

// Where a number that begins at `at` ends; `at` where there is none. A point or comma belongs to it only before a
// digit.
qsizetype endOfNumber(QStringView text, qsizetype at) {
    qsizetype end = at;
    if (end < text.size() && (text[end] == u'+' || text[end] == u'-')) ++end;
    for (const auto word : {QStringView(u"inf"), QStringView(u"nan")})
        if (text.sliced(end).startsWith(word)) return end + word.size();
    if (end >= text.size() || !isDigit(text[end])) return at;
    const auto digits = [&] {
        while (end < text.size() && isDigit(text[end])) ++end;
    };
    digits();
    while (end + 1 < text.size() && (text[end] == u'.' || text[end] == u',') && isDigit(text[end + 1])) {
        ++end;
        digits();
    }
    if (end < text.size() && text[end] == u'e') {
        const bool sign = end + 1 < text.size() && (text[end + 1] == u'+' || text[end + 1] == u'-');
        const qsizetype power = end + (sign ? 2 : 1);
        if (power < text.size() && isDigit(text[power])) {
            end = power;
            digits();
        }
    }
    return end;
}

// The same for an address: one that is cut in its middle, or a whole one. Words are neither.
qsizetype endOfKey(QStringView text, qsizetype at) {
    constexpr auto isLetter = [](QChar c) {
        return isDigit(c) || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z');
    };
    qsizetype end = at;
    bool cut = false;
    while (end < text.size() && (isLetter(text[end]) || (!cut && text[end] == u'…'))) cut |= text[end++] == u'…';
    return cut || end - at >= kWholeAddress ? end : at;
}

qsizetype endOfId(QStringView text, qsizetype at) {
    const auto belongs = [](QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'-'; };
    while (at < text.size() && belongs(text[at])) ++at;
    return at;
}

}  // namespace

/// One attempt. Every function asks `then` about what is left, and comes back for another way when that does not
/// fit.
class Grammar::Reader {
public:
    using Then = std::function<bool(qsizetype)>;

    Reader(const Grammar& grammar, QStringView text) : m_grammar(grammar), m_text(text) {}

    bool group(Part part, qsizetype at, std::vector<Reading>& into, const Then& then) {
        const QStringView left = m_text.sliced(at);
        for (const Pattern& pattern : m_grammar.m_groups[static_cast<std::size_t>(part)]) {
            if (!left.contains(pattern.longestWords)) continue;
            Reading reading{&pattern.phrase->text, std::vector<Reading::Piece>(pattern.placeholders)};
            // The reading is whole when the rest is asked about.
            const bool fits = step(pattern, 0, at, reading, [&](qsizetype end) {
                into.push_back(reading);
                if (then(end)) return true;
                into.pop_back();
                return false;
            });
            if (fits) return true;
            if (m_steps > kMostSteps) return false;
        }
        return false;
    }

private:
    bool step(const Pattern& pattern, std::size_t number, qsizetype at, Reading& reading, const Then& then) {
        if (++m_steps > kMostSteps) return false;
        if (number == pattern.steps.size()) return then(at);
        const Step& now = pattern.steps[number];
        if (now.placeholder == 0)
            return m_text.sliced(at).startsWith(now.words) &&
                   step(pattern, number + 1, at + now.words.size(), reading, then);
        Reading::Piece& piece = reading.pieces[now.placeholder - 1];
        piece.part = pattern.phrase->parts[now.placeholder - 1];
        const auto goOn = [&](qsizetype end) { return step(pattern, number + 1, end, reading, then); };
        const auto taken = [&](qsizetype end) {
            piece.text = m_text.sliced(at, end - at).toString();
            return goOn(end);
        };
        switch (piece.part) {
            case Part::None: return false;
            case Part::Number: {
                const qsizetype end = endOfNumber(m_text, at);
                return end != at && taken(end);
            }
            case Part::Key: {
                const qsizetype end = endOfKey(m_text, at);
                return end != at && taken(end);
            }
            case Part::Venue: return taken(endOfId(m_text, at));
            case Part::FlagKind:
            case Part::RuleId: {
                const qsizetype end = endOfId(m_text, at);
                return end != at && taken(end);
            }
            case Part::Coin: return anything(at, kLongestName, taken);
            case Part::Anything: return anything(at, kLongest, taken);
            default: break;
        }
        piece.read.clear();
        const QString separator = separatorOf(piece.part);
        const bool fits = separator.isEmpty() ? group(piece.part, at, piece.read, goOn)
                                              : list(piece.part, separator, at, piece.read, goOn);
        if (fits) return true;
        piece.read.clear();
        return isOptional(piece.part) && goOn(at);
    }

    // The longest first: what stands behind a name is told from the end.
    bool anything(qsizetype at, qsizetype most, const Then& taken) {
        qsizetype end = at;
        for (qsizetype count = 0; count < most && end < m_text.size(); ++count)
            end += m_text[end].isHighSurrogate() && end + 1 < m_text.size() ? 2 : 1;
        for (; end > at; --end)
            if (taken(end)) return true;
        return false;
    }

    bool list(Part part, const QString& separator, qsizetype at, std::vector<Reading>& into, const Then& then) {
        return group(part, at, into, [&](qsizetype end) {
            if (m_text.sliced(end).startsWith(separator) &&
                list(part, separator, end + separator.size(), into, then))
                return true;
            return then(end);
        });
    }

    const Grammar& m_grammar;
    QStringView m_text;
    int m_steps = 0;
};

Grammar::Grammar(std::initializer_list<std::span<const Phrase>> tables) {
    for (const auto& table : tables) {
        for (const Phrase& phrase : table) {
            Pattern pattern{&phrase, stepsOf(QString::fromUtf8(phrase.text.english), phrase.parts.size())};
            for (const Step& step : pattern.steps) {
                pattern.placeholders = std::max(pattern.placeholders, step.placeholder);
                if (step.words.size() > pattern.longestWords.size()) pattern.longestWords = step.words;
            }
            m_groups[static_cast<std::size_t>(phrase.group)].push_back(std::move(pattern));
        }
    }
}

std::optional<Reading> Grammar::read(QStringView text) const {
    if (text.isEmpty() || text.size() > kLongest) return std::nullopt;
    std::vector<Reading> out;
    Reader reader(*this, text);
    if (!reader.group(Part::Sentence, 0, out, [&](qsizetype end) { return end == text.size(); }))
        return std::nullopt;
    return std::move(out.front());
}

std::vector<Grammar::Step> Grammar::stepsOf(QStringView text, std::size_t most) {
    std::vector<Step> out;
    QString words;
    const auto flush = [&] {
        if (!words.isEmpty()) out.push_back({std::exchange(words, {})});
    };
    for (qsizetype at = 0; at < text.size();) {
        std::size_t number = 0;
        qsizetype digits = 0;
        if (text[at] == u'%') {
            // As Qt reads it: two digits at most.
            while (digits < 2 && at + 1 + digits < text.size() && isDigit(text[at + 1 + digits]))
                number = number * 10 + static_cast<std::size_t>(text[at + 1 + digits++].unicode() - u'0');
        }
        if (number == 0 || number > most) {
            words += text[at++];
            continue;
        }
        flush();
        out.push_back({{}, number});
        at += 1 + digits;
    }
    flush();
    return out;
}

}  // namespace ui::phrases
