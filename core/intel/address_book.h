// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/ids.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace core::intel {

/// Why a wallet's links say nothing about ownership. Source: detection section 4.1.
enum class HubKind : std::uint8_t { None, Exchange, Infrastructure, Bot };

/// "exchange", "infrastructure", "bot"; empty for None.
[[nodiscard]] std::string_view hubName(HubKind kind) noexcept;

/// Addresses known beforehand: exchanges, tip accounts, fee recipients, authorities. Thread: any once loaded.
class AddressBook {
public:
    /// The list that ships with the program (resources/addresses.tsv).
    [[nodiscard]] static const AddressBook& shipped();
    /// The shipped list with that of a file read after it. Errors: Io, BadValue; both name the file.
    [[nodiscard]] static Result<std::shared_ptr<const AddressBook>> withFile(const std::filesystem::path& file);
    /// Reads tab-separated lines `address kind label source`, '#' comments; kinds: exchange, infrastructure, bot,
    /// none (takes an address off the list again). Later lines win. Errors: BadValue, naming the line.
    Result<void> read(std::string_view text);

    [[nodiscard]] HubKind kind(const Wallet& wallet) const noexcept;
    /// What the list calls it; empty when it is not on it.
    [[nodiscard]] std::string_view label(const Wallet& wallet) const noexcept;
    [[nodiscard]] std::size_t size() const noexcept { return m_entries.size(); }

private:
    struct Entry {
        HubKind kind;
        std::string label;
    };
    std::unordered_map<Wallet, Entry> m_entries;
};

}  // namespace core::intel
