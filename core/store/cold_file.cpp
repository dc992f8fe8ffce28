// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/cold_file.h"

#include <optional>
#include <system_error>
#include <utility>

namespace core::store {
namespace {

// A journal would protect what is thrown away after a crash in any case.
constexpr std::string_view kSetUp =
    "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE; PRAGMA cache_size=-4096; "
    "CREATE TABLE cold(mint BLOB PRIMARY KEY, detail BLOB);"
    "CREATE TABLE pages(number INTEGER PRIMARY KEY, bytes BLOB);";

// What a bound statement that gives one blob at most gives; nothing where there is no row.
Result<std::optional<std::vector<std::uint8_t>>> onlyBlob(Statement& statement) {
    const auto row = statement.step();
    std::optional<std::vector<std::uint8_t>> out;
    if (row && *row) {
        const auto blob = statement.blob(0);
        out.emplace(blob.begin(), blob.end());
    }
    statement.reset();
    if (!row) return row.error();
    return out;
}

}  // namespace

Result<std::unique_ptr<ColdFile>> ColdFile::create(const std::filesystem::path& file) {
    std::error_code error;
    const auto status = std::filesystem::symlink_status(file, error);
    if (std::filesystem::exists(status)) {
        if (!std::filesystem::is_regular_file(status))
            return fail(ErrorCode::Io, file.string() + " is no regular file");
        if (!std::filesystem::remove(file, error))
            return fail(ErrorCode::Io, file.string() + ": " + error.message());
    }
    auto database = Database::openRaw(file, Database::Access::ReadWrite);
    if (!database) return database.error();
    std::unique_ptr<ColdFile> out{new ColdFile{file, std::move(*database)}};
    if (auto done = out->m_database.execute(kSetUp); !done) return done.error();
    const auto prepare = [&](Statement& statement, std::string_view sql) -> Result<void> {
        auto made = out->m_database.prepare(sql);
        if (!made) return made.error();
        statement = std::move(*made);
        return {};
    };
    if (auto done = prepare(out->m_put, "INSERT OR REPLACE INTO cold(mint, detail) VALUES(?1, ?2)"); !done)
        return done.error();
    if (auto done = prepare(out->m_find, "SELECT detail FROM cold WHERE mint=?1"); !done) return done.error();
    if (auto done = prepare(out->m_forget, "DELETE FROM cold WHERE mint=?1"); !done) return done.error();
    if (auto done = prepare(out->m_addPage, "INSERT INTO pages(number, bytes) VALUES(?1, ?2)"); !done)
        return done.error();
    // Places in a blob count from 1.
    if (auto done = prepare(out->m_readPage, "SELECT substr(bytes, ?2 + 1, ?3) FROM pages WHERE number=?1"); !done)
        return done.error();
    return out;
}

ColdFile::~ColdFile() {
    // The connection is closed before its file goes.
    m_put = {};
    m_find = {};
    m_forget = {};
    m_addPage = {};
    m_readPage = {};
    { const Database closing = std::move(m_database); }
    std::error_code ignored;
    std::filesystem::remove(m_file, ignored);
}

Result<void> ColdFile::put(const Mint& mint, std::span<const std::uint8_t> blob) {
    m_put.bind(1, mint.bytes());
    m_put.bind(2, blob);
    const auto done = m_put.step();
    m_put.reset();
    if (!done) return done.error();
    return {};
}

Result<std::vector<std::uint8_t>> ColdFile::take(const Mint& mint) {
    m_find.bind(1, mint.bytes());
    auto out = onlyBlob(m_find);
    if (!out) return out.error();
    if (!*out) return fail(ErrorCode::NotFound, "no such coin was put away");
    // What cannot be forgotten is replaced by the next put.
    m_forget.bind(1, mint.bytes());
    (void)m_forget.step();
    m_forget.reset();
    return std::move(**out);
}

Result<std::uint64_t> ColdFile::addPage(std::span<const std::uint8_t> page) {
    m_addPage.bind(1, m_pages);
    m_addPage.bind(2, page);
    const auto done = m_addPage.step();
    m_addPage.reset();
    if (!done) return done.error();
    return m_pages++;
}

Result<std::vector<std::uint8_t>> ColdFile::readPage(std::uint64_t page, std::uint32_t offset,
                                                     std::uint32_t length) {
    m_readPage.bind(1, page);
    m_readPage.bind(2, std::uint64_t{offset});
    m_readPage.bind(3, std::uint64_t{length});
    auto out = onlyBlob(m_readPage);
    if (!out) return out.error();
    if (!*out || (*out)->size() != length) return fail(ErrorCode::NotFound, "no such page was put away");
    return std::move(**out);
}

}  // namespace core::store
