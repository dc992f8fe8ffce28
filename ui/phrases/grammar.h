// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/phrases/phrase.h"

#include <QString>

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace ui::phrases {

/// A sentence taken apart: the phrase that it is, and what stands at each of its placeholders.
struct Reading {
    struct Piece {
        Part part = Part::None;
        QString text;  ///< where it is taken over as it stands
        std::vector<Reading>
            read{};  ///< where it is a phrase, or a list of them; none: an optional part that is missing
    };

    const Text* text = nullptr;
    std::vector<Piece> pieces{};  ///< by the number of the placeholder
};

/// Takes sentences apart by patterns. Names of coins may hold anything, so a sentence fits only when all of it
/// fits: where a name looks like a sentence, the sentence behind it decides. What a hostile text makes of it is
/// bounded by kMostSteps. Thread: any, it does not change.
class Grammar {
public:
    explicit Grammar(std::initializer_list<std::span<const Phrase>> tables);

    /// Nothing for what is no sentence of the tables.
    [[nodiscard]] std::optional<Reading> read(QStringView text) const;

    static constexpr qsizetype kLongest = 2'000;  ///< characters; core says nothing as long
    static constexpr int kMostSteps = 50'000;

    /// One piece of a pattern: words, or the number of a placeholder from 1.
    struct Step {
        QString words;
        std::size_t placeholder = 0;
    };
    /// A text with %1, %2 ... taken apart; numbers above `most` are words.
    [[nodiscard]] static std::vector<Step> stepsOf(QStringView text, std::size_t most);

private:
    struct Pattern {
        const Phrase* phrase;
        std::vector<Step> steps;
        std::size_t placeholders = 0;
        QString longestWords{};  ///< what a text must hold to fit
    };
    class Reader;

    std::array<std::vector<Pattern>, static_cast<std::size_t>(Part::Count)> m_groups;
};

}  // namespace ui::phrases
