// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intel/address_book.h"

#include "core/base/text.h"

#include <fmt/format.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

namespace core::intel {

// Generated from resources/addresses.tsv.
extern const char* const kShippedAddresses;

std::string_view hubName(HubKind kind) noexcept {
    switch (kind) {
        case HubKind::Exchange: return "exchange";
        case HubKind::Infrastructure: return "infrastructure";
        case HubKind::Bot: return "bot";
        case HubKind::None: break;
    }
    return {};
}

const AddressBook& AddressBook::shipped() {
    static const AddressBook book = [] {
        AddressBook made;
        // The list is part of the build and a test reads it: a bad line there is a bug.
        if (!made.read(kShippedAddresses)) std::abort();
        return made;
    }();
    return book;
}

Result<std::shared_ptr<const AddressBook>> AddressBook::withFile(const std::filesystem::path& file) {
    constexpr std::uintmax_t kMostBytes = 64U << 20U;
    std::error_code unknown;
    const std::uintmax_t size = std::filesystem::file_size(file, unknown);
    std::ifstream in(file, std::ios::binary);
    if (unknown || !in) return fail(ErrorCode::Io, file.string() + ": the address list cannot be read");
    if (size > kMostBytes) return fail(ErrorCode::TooLarge, file.string() + ": an address list of over 64 MB");
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    auto book = std::make_shared<AddressBook>(shipped());
    if (auto done = book->read(text); !done) {
        Error error = std::move(done).error();
        error.context = file.string() + ": " + error.context;
        return error;
    }
    return std::shared_ptr<const AddressBook>(std::move(book));
}

Result<void> AddressBook::read(std::string_view text) {
    constexpr std::size_t kMostLabel = 60;
    std::size_t number = 0;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        ++number;
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        if (line.empty() || line.front() == '#') continue;
        std::array<std::string_view, 3> fields;
        for (std::string_view& field : fields) {
            const std::size_t tab = line.find('\t');
            field = line.substr(0, tab);
            line = tab == std::string_view::npos ? std::string_view{} : line.substr(tab + 1);
        }
        const auto address = Wallet::fromBase58(fields[0]);
        if (!address) return fail(ErrorCode::BadValue, fmt::format("address list, line {}: no address", number));
        HubKind kind = HubKind::None;
        if (fields[1] == "exchange")
            kind = HubKind::Exchange;
        else if (fields[1] == "infrastructure")
            kind = HubKind::Infrastructure;
        else if (fields[1] == "bot")
            kind = HubKind::Bot;
        else if (fields[1] != "none")
            return fail(ErrorCode::BadValue, fmt::format("address list, line {}: unknown kind", number));
        m_entries[*address] = {kind, sanitizeText(fields[2], kMostLabel)};
    }
    return {};
}

HubKind AddressBook::kind(const Wallet& wallet) const noexcept {
    const auto found = m_entries.find(wallet);
    return found == m_entries.end() ? HubKind::None : found->second.kind;
}

std::string_view AddressBook::label(const Wallet& wallet) const noexcept {
    const auto found = m_entries.find(wallet);
    return found == m_entries.end() ? std::string_view{} : std::string_view{found->second.label};
}

}  // namespace core::intel
