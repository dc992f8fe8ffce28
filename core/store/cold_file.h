// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/cold_store.h"
#include "core/store/database.h"

#include <filesystem>
#include <memory>

namespace core::store {

/// A file of this run alone that holds what a market and its books put away: made anew when it is opened, taken
/// away when it is closed. It survives no crash and need not: nothing in it means anything to another process.
/// Thread: confined.
class ColdFile final : public ledger::ColdStore {
public:
    /// Makes the file, in place of one that a crash left there. Errors: Database; Io for something that is no
    /// regular file.
    [[nodiscard]] static Result<std::unique_ptr<ColdFile>> create(const std::filesystem::path& file);
    ~ColdFile() override;

    [[nodiscard]] Result<void> put(const Mint& mint, std::span<const std::uint8_t> blob) override;
    [[nodiscard]] Result<std::vector<std::uint8_t>> take(const Mint& mint) override;
    [[nodiscard]] Result<std::uint64_t> addPage(std::span<const std::uint8_t> page) override;
    [[nodiscard]] Result<std::vector<std::uint8_t>> readPage(std::uint64_t page, std::uint32_t offset,
                                                             std::uint32_t length) override;

private:
    ColdFile(std::filesystem::path file, Database database)
        : m_file(std::move(file)), m_database(std::move(database)) {}

    std::filesystem::path m_file;
    Database m_database;
    Statement m_put;
    Statement m_find;
    Statement m_forget;
    Statement m_addPage;
    Statement m_readPage;
    std::uint64_t m_pages = 0;
};

}  // namespace core::store
