// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include "core/store/migrations.h"

#include <sqlite3.h>

namespace core::store {
namespace {

Error databaseError(sqlite3* database, std::string_view doing) {
    std::string text{doing};
    text += ": ";
    text += database != nullptr ? sqlite3_errmsg(database) : "out of memory";
    return fail(ErrorCode::Database, std::move(text));
}

// Damage in a page that nobody reads now would be met later, after much was written around it. Reading all of
// a large file would hold up the start for seconds.
Result<void> checkPages(Database& database) {
    constexpr std::int64_t kLargestChecked = std::int64_t{256} << 20U;
    const auto bytes = database.scalar("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
    if (!bytes) return bytes.error();
    if (*bytes > kLargestChecked) return {};
    auto check = database.prepare("PRAGMA quick_check(1)");
    if (!check) return check.error();
    const auto row = check->step();
    if (!row) return row.error();
    const std::string verdict = check->text(0);
    if (verdict != "ok") return fail(ErrorCode::Database, "damaged: " + verdict);
    return {};
}

}  // namespace

Statement::~Statement() {
    sqlite3_finalize(m_statement);
}

void Statement::bindNull(int index) {
    sqlite3_bind_null(m_statement, index);
}
void Statement::bind(int index, std::int64_t value) {
    sqlite3_bind_int64(m_statement, index, value);
}
void Statement::bindReal(int index, double value) {
    sqlite3_bind_double(m_statement, index, value);
}
void Statement::bind(int index, std::span<const std::uint8_t> blob) {
    sqlite3_bind_blob64(m_statement, index, blob.data(), blob.size(), SQLITE_TRANSIENT);
}
void Statement::bind(int index, std::string_view text) {
    sqlite3_bind_text64(m_statement, index, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

Result<bool> Statement::step() {
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    return databaseError(sqlite3_db_handle(m_statement), "step");
}

void Statement::reset() {
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}
std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(m_statement, column);
}
double Statement::real(int column) const {
    return sqlite3_column_double(m_statement, column);
}
std::string Statement::text(int column) const {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    const int size = sqlite3_column_bytes(m_statement, column);
    return text == nullptr ? std::string{} : std::string{text, static_cast<std::size_t>(size)};
}
std::span<const std::uint8_t> Statement::blob(int column) const {
    const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(m_statement, column));
    const int size = sqlite3_column_bytes(m_statement, column);
    return bytes == nullptr ? std::span<const std::uint8_t>{} : std::span{bytes, static_cast<std::size_t>(size)};
}

void Database::stopWhen(std::function<bool()> stop) {
    constexpr int kSteps = 2'000;  // of SQLite's machine: some hundred rows, each perhaps a read from the disk
    m_stop = std::make_unique<std::function<bool()>>(std::move(stop));
    sqlite3_progress_handler(
        m_database, kSteps,
        [](void* asked) { return (*static_cast<const std::function<bool()>*>(asked))() ? 1 : 0; }, m_stop.get());
}

Result<Database> Database::openRaw(const std::filesystem::path& file, Access access) {
    const int flags =
        access == Access::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(file.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    Database database{handle};
    if (code != SQLITE_OK) return databaseError(handle, file.string());
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, 5000);
    return database;
}

Result<Database> Database::open(const std::filesystem::path& file, Access access) {
    auto opened = openRaw(file, access);
    if (!opened) return opened;
    const auto named = [&file](const Error& error) {
        return fail(error.code, file.string() + ": " + error.context);
    };
    // Everything that only looks comes before anything is written.
    if (auto usable = checkSchema(*opened); !usable) return named(usable.error());
    if (access == Access::ReadOnly) return opened;
    if (auto sound = checkPages(*opened); !sound) return named(sound.error());
    // Signatures are random, so every row lands on another page of their index: with SQLite's default of 2 MB a
    // day's history is read and written page by page for each row. A checkpoint every 32 MB (not 4) writes a page
    // that changed many times once.
    if (auto done = opened->execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; "
                                    "PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=8192;");
        !done)
        return named(done.error());
    if (auto done = migrate(*opened); !done) return named(done.error());
    return opened;
}

Database::~Database() {
    sqlite3_close_v2(m_database);
}

Result<void> Database::execute(std::string_view sql) {
    const std::string text{sql};
    if (sqlite3_exec(m_database, text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return databaseError(m_database, "execute");
    return {};
}

Result<Statement> Database::prepare(std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(m_database, sql.data(), static_cast<int>(sql.size()), &statement, nullptr) != SQLITE_OK)
        return databaseError(m_database, "prepare");
    return Statement{statement};
}

std::int64_t Database::changes() const {
    return sqlite3_changes64(m_database);
}
std::int64_t Database::lastInsertId() const {
    return sqlite3_last_insert_rowid(m_database);
}
std::string Database::lastError() const {
    return sqlite3_errmsg(m_database);
}

Result<std::int64_t> Database::scalar(std::string_view sql) {
    auto statement = prepare(sql);
    if (!statement) return statement.error();
    auto row = statement->step();
    if (!row) return row.error();
    if (!*row) return fail(ErrorCode::NotFound, "no row");
    return statement->integer(0);
}

}  // namespace core::store
