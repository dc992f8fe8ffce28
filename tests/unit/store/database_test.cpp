// SPDX-License-Identifier: GPL-3.0-or-later
// Opening: new files, old versions, newer ones, and files that are none or broken.
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/store/migrations.h"
#include "core/store/trade_store.h"
#include "tests/support/archive.h"
#include "tests/support/market_events.h"
#endif

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <set>

using core::ErrorCode;
using core::Event;
using core::store::Database;
using core::store::StoreItem;
using core::store::TradeStore;

namespace {

using Access = Database::Access;
constexpr std::uint64_t kMost = std::numeric_limits<std::uint64_t>::max();
constexpr std::size_t kPage = 4096;

std::set<std::string> tablesOf(Database& database) {
    std::set<std::string> out;
    auto rows = *database.prepare("SELECT type || ' ' || name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'");
    while (*rows.step()) out.insert(rows.text(0));
    return out;
}

}  // namespace

class DatabaseTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;
    int m_files = 0;

    std::filesystem::path newFile() {
        return std::filesystem::path(m_dir.path().toStdString()) / ("db" + std::to_string(++m_files) + ".sqlite");
    }
    // A closed database of so many trades: one file, nothing in a log beside it.
    std::filesystem::path written(std::uint64_t trades) {
        const auto file = newFile();
        auto store = *TradeStore::open(file, Access::ReadWrite);
        std::vector<StoreItem> items;
        for (std::uint64_t i = 0; i < trades; ++i)
            items.emplace_back(test::tradeEvent(i, i, core::Side::Buy, i, i, i % 50, i % 20));
        if (!store->write(items)) qFatal("the database for the test could not be written");
        return file;
    }
    std::filesystem::path rawDatabase(const char* sql) {
        const auto file = newFile();
        auto database = *Database::openRaw(file, Access::ReadWrite);
        if (!database.execute(sql)) qFatal("the database for the test could not be made");
        return file;
    }
    // Refused by name, by both ways of opening, and not a byte of it changed.
    void refuses(const std::filesystem::path& file, ErrorCode code, bool alsoReadOnly = true) {
        const std::string before = test::readFile(file);
        for (const Access access : {Access::ReadWrite, Access::ReadOnly}) {
            if (access == Access::ReadOnly && !alsoReadOnly) continue;
            {
                const auto opened = Database::open(file, access);
                QVERIFY2(!opened, "it was opened");
                QCOMPARE(int(opened.error().code), int(code));
                QVERIFY2(opened.error().context.find(file.filename().string()) != std::string::npos,
                         opened.error().context.c_str());
                QVERIFY(opened.error().context.size() > file.string().size() + 4);
            }
            QVERIFY(test::readFile(file) == before);
            QVERIFY(!std::filesystem::exists(file.string() + "-wal"));
        }
    }

private slots:
    void aNewFileGetsTheNewestSchema() {
        const auto file = newFile();
        auto database = Database::open(file, Access::ReadWrite);
        QVERIFY(database.has_value());
        QCOMPARE(*database->scalar("PRAGMA user_version"), std::int64_t{core::store::schemaVersion()});
        auto mode = *database->prepare("PRAGMA journal_mode");
        QVERIFY(*mode.step());
        QCOMPARE(mode.text(0), std::string("wal"));
        QCOMPARE(*database->scalar("PRAGMA synchronous"), std::int64_t{1});
        QCOMPARE(*database->scalar("PRAGMA foreign_keys"), std::int64_t{1});
    }

    void migratesFromEveryOlderVersion_data() {
        QTest::addColumn<int>("version");
        for (int version = 0; version <= core::store::schemaVersion(); ++version)
            QTest::addRow("version %d", version) << version;
    }
    void migratesFromEveryOlderVersion() {
        QFETCH(int, version);
        const auto file = newFile();
        const auto fixture = std::filesystem::path(CABALSCOPE_SOURCE_DIR) / "tests/unit/store/fixtures" /
                             ("schema_" + std::to_string(version) + ".sql");
        if (version == 0) {
            test::writeFile(file, "");  // an empty file is a database without tables
        } else {
            QVERIFY2(std::filesystem::exists(fixture), "every released version needs its frozen schema");
            auto raw = *Database::openRaw(file, Access::ReadWrite);
            QVERIFY(raw.execute(test::readFile(fixture)).has_value());
        }
        std::set<std::string> fresh;
        {
            auto database = *Database::open(newFile(), Access::ReadWrite);
            fresh = tablesOf(database);
        }
        {
            auto database = Database::open(file, Access::ReadWrite);
            QVERIFY2(database.has_value(), database ? "" : database.error().context.c_str());
            QCOMPARE(*database->scalar("PRAGMA user_version"), std::int64_t{core::store::schemaVersion()});
            QVERIFY(tablesOf(*database) == fresh);
        }
        auto store = TradeStore::open(file, Access::ReadWrite);
        QVERIFY(store.has_value());
        // What the old version kept is there, and the new one writes beside it.
        const std::int64_t kept = version == 0 ? 0 : 1;
        QCOMPARE(*(*store)->tradeCount(), kept);
        int tokens = 0;
        int alerts = 0;
        QVERIFY((*store)->eachToken([&](const Event&) { return ++tokens != 0; }).has_value());
        QVERIFY((*store)->eachAlert([&](const core::store::StoredAlert&) { return ++alerts != 0; }).has_value());
        QCOMPARE(tokens, version == 0 ? 0 : 2);
        QCOMPARE(alerts, version == 0 ? 0 : 1);
        if (kept != 0) {
            QVERIFY((*store)
                        ->eachTrade([&](const Event& event) {
                            const auto& trade = std::get<core::Trade>(event.body);
                            return trade.baseAmount.value() == kMost && trade.side == core::Side::Sell;
                        })
                        .has_value());
        }
        const std::vector<StoreItem> items{test::tradeEvent(1, 1, core::Side::Buy, 1, 1)};
        QCOMPARE((*store)->write(items)->trades, std::uint64_t{1});
        QCOMPARE(*(*store)->tradeCount(), kept + 1);
    }

    void migratingAgainChangesNothing() {
        const auto file = written(10);
        const std::string before = test::readFile(file);
        for (int i = 0; i < 3; ++i) QVERIFY(Database::open(file, Access::ReadWrite).has_value());
        QVERIFY(test::readFile(file) == before);
    }

    void aFailedMigrationLeavesTheOldVersion() {
        const auto file = newFile();
        auto raw = *Database::openRaw(file, Access::ReadWrite);
        QVERIFY(raw.execute("PRAGMA max_page_count=3").has_value());  // no room for all tables
        const auto done = core::store::migrate(raw);
        QVERIFY(!done);
        QCOMPARE(int(done.error().code), int(ErrorCode::Database));
        QCOMPARE(*raw.scalar("PRAGMA user_version"), std::int64_t{0});
        QVERIFY(tablesOf(raw).empty());
        QVERIFY(raw.execute("PRAGMA max_page_count=1000").has_value());
        QVERIFY(core::store::migrate(raw).has_value());
    }

    void refusesANewerVersion() {
        const auto newer = rawDatabase("CREATE TABLE trades(x); PRAGMA user_version=1000;");
        refuses(newer, ErrorCode::Unsupported);
        const auto opened = Database::open(newer, Access::ReadWrite);
        QVERIFY(opened.error().context.find("newer version") != std::string::npos);
        refuses(rawDatabase("CREATE TABLE trades(x); PRAGMA user_version=-1;"), ErrorCode::Database);
    }

    void refusesTheDatabaseOfAnotherProgram() {
        refuses(rawDatabase("CREATE TABLE bookmarks(x); INSERT INTO bookmarks VALUES(1);"), ErrorCode::Database);
    }

    void refusesWhatIsNoDatabase_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text")
            << QByteArray("this is no database, however long it may be, it is only text\n").repeated(50);
        QTest::newRow("two bytes") << QByteArray("xy");
        QTest::newRow("zeros") << QByteArray(8192, '\0');
        QTest::newRow("magic alone") << QByteArray("SQLite format 3\0", 16);
        QTest::newRow("magic and garbage") << QByteArray("SQLite format 3\0", 16) + QByteArray(8'000, '\x5a');
        QTest::newRow("capture") << QByteArray("{\"cabalscope_capture\":1}\n");
    }
    void refusesWhatIsNoDatabase() {
        QFETCH(QByteArray, bytes);
        const auto file = newFile();
        test::writeFile(file, {bytes.constData(), static_cast<std::size_t>(bytes.size())});
        refuses(file, ErrorCode::Database);
    }

    void refusesFoldersAndMissingFolders() {
        const std::filesystem::path folder{m_dir.path().toStdString()};
        QVERIFY(!Database::open(folder, Access::ReadWrite));
        const auto opened = Database::open(folder / "no such folder" / "db", Access::ReadWrite);
        QVERIFY(!opened);
        QCOMPARE(int(opened.error().code), int(ErrorCode::Database));
        QVERIFY(opened.error().context.find("no such folder") != std::string::npos);
        // Looking does not create.
        QVERIFY(!Database::open(folder / "absent.sqlite", Access::ReadOnly));
        QVERIFY(!std::filesystem::exists(folder / "absent.sqlite"));
    }

    void refusesATruncatedFile_data() {
        QTest::addColumn<double>("part");
        for (const double part : {0.001, 0.02, 0.25, 0.5, 0.75, 0.99}) QTest::addRow("%g of it", part) << part;
    }
    void refusesATruncatedFile() {
        QFETCH(double, part);
        const auto file = written(3'000);
        const std::string whole = test::readFile(file);
        const auto pages = static_cast<std::size_t>(static_cast<double>(whole.size() / kPage) * part);
        for (const std::size_t size : {pages * kPage, pages * kPage + 1'000}) {
            if (size == 0) continue;  // that is a new file
            test::writeFile(file, whole.substr(0, size));
            refuses(file, ErrorCode::Database, false);
        }
        test::writeFile(file, whole);
        QVERIFY(Database::open(file, Access::ReadWrite).has_value());
    }

    void refusesCorruptedPages() {
        const auto file = written(3'000);
        const std::string whole = test::readFile(file);
        auto random = test::seeded("corrupted pages");
        for (int round = 0; round < 20; ++round) {
            std::string broken = whole;
            const std::size_t page = test::below(random, whole.size() / kPage);
            for (std::size_t i = 0; i < kPage; ++i) broken[page * kPage + i] = static_cast<char>(random());
            test::writeFile(file, broken);
            refuses(file, ErrorCode::Database, false);
        }
    }

    // The writer looks for all; three connections that each did would make every start wait three times.
    void onlyTheWriterLooksAtEveryPage() {
        const auto file = written(3'000);
        std::string broken = test::readFile(file);
        std::fill(broken.end() - static_cast<std::ptrdiff_t>(kPage), broken.end(), '\x5a');
        test::writeFile(file, broken);
        QVERIFY(!Database::open(file, Access::ReadWrite));
        QVERIFY(Database::open(file, Access::ReadOnly).has_value());
    }

    // A killed writer leaves its log; what is in it belongs to the database and must be taken in.
    void acceptsALogLeftBehind() {
        const auto file = written(100);
        const auto copy = newFile();
        {
            auto store = *TradeStore::open(file, Access::ReadWrite);
            std::vector<StoreItem> items;
            for (std::uint64_t i = 1'000; i < 3'000; ++i)
                items.emplace_back(test::tradeEvent(i, i, core::Side::Buy, i, i, i % 50, i % 20));
            QVERIFY(store->write(items).has_value());
            std::filesystem::copy_file(file, copy);
            std::filesystem::copy_file(file.string() + "-wal", copy.string() + "-wal");
        }
        auto store = TradeStore::open(copy, Access::ReadWrite);
        QVERIFY2(store.has_value(), store ? "" : store.error().context.c_str());
        QCOMPARE(*(*store)->tradeCount(), std::int64_t{2'100});
    }

    void reportsBadStatements() {
        auto database = *Database::open(newFile(), Access::ReadWrite);
        QCOMPARE(int(database.execute("CREATE NONSENSE").error().code), int(ErrorCode::Database));
        QCOMPARE(int(database.prepare("SELECT x FROM nothing").error().code), int(ErrorCode::Database));
        QCOMPARE(int(database.scalar("SELECT 1 WHERE 0").error().code), int(ErrorCode::NotFound));
    }
};

QTEST_APPLESS_MAIN(DatabaseTest)
#include "database_test.moc"
