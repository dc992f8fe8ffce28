// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::labels {

enum class LabelKind : std::uint8_t { Wallet, Coin, Crew };

/// "wallet", "coin", "crew"; part of the file's form.
[[nodiscard]] std::string_view kindName(LabelKind kind) noexcept;

/// Names what a label is about. A crew goes by the smallest of its wallets.
struct LabelKey {
    LabelKind kind = LabelKind::Wallet;
    Pubkey address;

    friend auto operator<=>(const LabelKey&, const LabelKey&) = default;
};

/// What the user says about a wallet, a coin or a crew. Texts are sanitized and cut when they enter a LabelBook.
struct Label {
    LabelKey key;
    std::string name;
    std::optional<std::uint32_t> color;  ///< 0xRRGGBB
    std::vector<std::string> tags;
    std::string note;
    std::string group;
    bool watched = false;
    bool blocked = false;
    bool alerts = false;          ///< its trades raise alerts, of a wallet or a crew
    std::vector<Wallet> wallets;  ///< of a crew

    static constexpr std::size_t kMostName = 40;  ///< code points
    static constexpr std::size_t kMostNote = 2'000;
    static constexpr std::size_t kMostTag = 24;
    static constexpr std::size_t kMostTags = 16;
    static constexpr std::size_t kMostWallets = 1'000;

    /// Says nothing: not worth keeping.
    [[nodiscard]] bool isEmpty() const noexcept {
        return name.empty() && !color && tags.empty() && note.empty() && group.empty() && !watched && !blocked &&
               !alerts;
    }
    friend bool operator==(const Label&, const Label&) = default;
};

}  // namespace core::labels
