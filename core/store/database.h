// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

namespace core::store {

/// A prepared statement. Integers are SQLite's signed 64 bits; unsigned ones travel bit for bit, so 2^64-1
/// is stored as -1. Thread: that of its Database.
class Statement {
public:
    Statement() = default;
    explicit Statement(sqlite3_stmt* statement) noexcept : m_statement(statement) {}
    Statement(Statement&& other) noexcept : m_statement(std::exchange(other.m_statement, nullptr)) {}
    Statement& operator=(Statement&& other) noexcept {
        std::swap(m_statement, other.m_statement);
        return *this;
    }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement();

    /// Binds parameter `index` (from 1). Blobs and texts are copied by SQLite.
    void bindNull(int index);
    void bind(int index, std::int64_t value);
    void bindReal(int index, double value);
    void bind(int index, std::span<const std::uint8_t> blob);
    void bind(int index, std::string_view text);

    /// Runs to the next row; false at the end. Errors: Database.
    [[nodiscard]] Result<bool> step();
    void reset();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] std::string text(int column) const;
    /// Valid until the next step.
    [[nodiscard]] std::span<const std::uint8_t> blob(int column) const;

private:
    sqlite3_stmt* m_statement = nullptr;
};

/// One SQLite connection. Thread: confined.
class Database {
public:
    enum class Access { ReadWrite, ReadOnly };

    /// Opens or creates a database in WAL mode and brings its schema up to date. A file that is no database,
    /// another program's, or damaged is refused untouched; every page is looked at up to 256 MiB, beyond that
    /// damage inside shows when it is met. Errors: Database, Unsupported (made by a newer version).
    [[nodiscard]] static Result<Database> open(const std::filesystem::path& file, Access access);
    /// Opens without touching the schema, for tests of migrations.
    [[nodiscard]] static Result<Database> openRaw(const std::filesystem::path& file, Access access);
    Database(Database&& other) noexcept
        : m_database(std::exchange(other.m_database, nullptr)), m_stop(std::move(other.m_stop)) {}
    Database& operator=(Database&& other) noexcept {
        std::swap(m_database, other.m_database);
        std::swap(m_stop, other.m_stop);
        return *this;
    }
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    ~Database();

    /// Errors: Database.
    [[nodiscard]] Result<void> execute(std::string_view sql);
    [[nodiscard]] Result<Statement> prepare(std::string_view sql);
    [[nodiscard]] std::int64_t changes() const;
    /// Id of the newest row this connection added.
    [[nodiscard]] std::int64_t lastInsertId() const;
    [[nodiscard]] std::string lastError() const;
    /// Lets long statements end with an error once `stop` says true; it is asked many times a second, on the thread
    /// that runs them.
    void stopWhen(std::function<bool()> stop);
    [[nodiscard]] Result<std::int64_t> scalar(std::string_view sql);

private:
    explicit Database(sqlite3* database) noexcept : m_database(database) {}
    sqlite3* m_database = nullptr;
    std::unique_ptr<std::function<bool()>> m_stop;
};

}  // namespace core::store
