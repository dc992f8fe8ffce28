// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/cold_store.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

namespace test {

/// Keeps coins and pages in memory, where a test can do to them what disks and strangers do.
class ColdShelf final : public core::ledger::ColdStore {
public:
    core::Result<void> put(const core::Mint& mint, std::span<const std::uint8_t> blob) override {
        if (full) return core::fail(core::ErrorCode::Database, "disk is full");
        blobs[mint].assign(blob.begin(), blob.end());
        return {};
    }
    core::Result<std::vector<std::uint8_t>> take(const core::Mint& mint) override {
        const auto found = blobs.find(mint);
        if (found == blobs.end()) return core::fail(core::ErrorCode::NotFound, "gone");
        auto out = std::move(found->second);
        blobs.erase(found);
        return out;
    }
    core::Result<std::uint64_t> addPage(std::span<const std::uint8_t> page) override {
        if (full) return core::fail(core::ErrorCode::Database, "disk is full");
        pages.emplace_back(page.begin(), page.end());
        return pages.size() - 1;
    }
    core::Result<std::vector<std::uint8_t>> readPage(std::uint64_t page, std::uint32_t offset,
                                                     std::uint32_t length) override {
        if (page >= pages.size() || offset + std::size_t{length} > pages[page].size())
            return core::fail(core::ErrorCode::NotFound, "gone");
        const auto from = pages[page].begin() + offset;
        return std::vector<std::uint8_t>(from, from + length);
    }

    std::map<core::Mint, std::vector<std::uint8_t>> blobs;
    std::vector<std::vector<std::uint8_t>> pages;
    bool full = false;
};

}  // namespace test
