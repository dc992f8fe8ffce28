// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/cold_store.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace test {

/// Keeps pages in memory, where a test can do to them what disks and strangers do.
class PageShelf final : public core::ledger::ColdStore {
public:
    core::Result<void> put(const core::Mint&, std::span<const std::uint8_t>) override {
        return core::fail(core::ErrorCode::Database, "keeps no coins");
    }
    core::Result<std::vector<std::uint8_t>> take(const core::Mint&) override {
        return core::fail(core::ErrorCode::NotFound, "keeps no coins");
    }
    core::Result<std::uint64_t> addPage(std::span<const std::uint8_t> page) override {
        if (full) return core::fail(core::ErrorCode::Database, "disk is full");
        pages.emplace_back(page.begin(), page.end());
        return pages.size() - 1;
    }
    core::Result<std::vector<std::uint8_t>> readPage(std::uint64_t page, std::uint32_t offset,
                                                     std::uint32_t length) override {
        const auto& bytes = pages.at(page);
        if (offset + std::size_t{length} > bytes.size()) return core::fail(core::ErrorCode::NotFound, "gone");
        return std::vector<std::uint8_t>(bytes.begin() + offset, bytes.begin() + offset + length);
    }

    std::vector<std::vector<std::uint8_t>> pages;
    bool full = false;
};

}  // namespace test
