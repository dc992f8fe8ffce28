// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/alert.h"

#include <string>
#include <string_view>
#include <vector>

namespace core::deliver {

/// How a value is made harmless where the text goes to.
enum class Escape : std::uint8_t {
    None,      ///< plain text
    Json,      ///< inside the quotes of a JSON string
    Markdown,  ///< Discord: marks, mentions and links mean nothing
};

/// A text with places for what an alert says: "{coin}: {text}". "{{" and "}}" stand for the braces themselves.
/// Values are stripped of control and direction characters, cut, and escaped; the text around them is the user's
/// own. Thread: any once made.
class MessageTemplate {
public:
    static constexpr std::size_t kLongest = 8'192;  ///< bytes

    /// Names that may stand in braces.
    [[nodiscard]] static std::vector<std::string_view> names();
    /// Errors: BadValue for a name that is none (with the nearest one) or a brace without its other; TooLarge.
    [[nodiscard]] static Result<MessageTemplate> parse(std::string_view text);
    [[nodiscard]] std::string fill(const Alert& alert, Escape escape) const;

private:
    struct Piece {
        std::string text;
        bool name = false;
    };
    std::vector<Piece> m_pieces;
};

}  // namespace core::deliver
