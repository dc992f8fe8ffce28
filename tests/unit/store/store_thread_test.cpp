// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/store/store_thread.h"
#include "tests/support/archive.h"
#include "tests/support/market_events.h"
#endif

#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

#include <csignal>
#include <filesystem>
#include <functional>
#include <future>

using core::Side;
using core::store::Database;
using core::store::StoreItem;
using core::store::StoreThread;
using core::store::TradeStore;

namespace {

constexpr auto kPatience = std::chrono::seconds(30);

std::vector<StoreItem> trades(std::uint64_t from, std::uint64_t count) {
    std::vector<StoreItem> out;
    for (std::uint64_t i = from; i < from + count; ++i)
        out.emplace_back(test::tradeEvent(i, i, Side::Buy, 1, 1, i % 100, i % 20));
    return out;
}

// The statistics are all a store thread shows; they are asked until they tell it or patience ends.
bool waitFor(const std::function<bool()>& condition) {
    const auto end = std::chrono::steady_clock::now() + kPatience;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end) return false;
        std::this_thread::yield();
    }
    return true;
}

// Files end at so many bytes while this lives: writes behind fail as on a full disk.
class FileSizeLimit {
public:
    explicit FileSizeLimit(std::uint64_t bytes) {
        m_oldHandler = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_old);
        rlimit limited = m_old;
        limited.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &limited);
    }
    ~FileSizeLimit() {
        setrlimit(RLIMIT_FSIZE, &m_old);
        std::signal(SIGXFSZ, m_oldHandler);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

private:
    rlimit m_old{};
    void (*m_oldHandler)(int) = SIG_DFL;
};

}  // namespace

class StoreThreadTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;
    int m_files = 0;
    std::filesystem::path newFile() {
        return std::filesystem::path(m_dir.path().toStdString()) / ("s" + std::to_string(++m_files) + ".sqlite");
    }
    static std::int64_t count(const std::filesystem::path& file) {
        auto store = TradeStore::open(file, Database::Access::ReadOnly);
        const auto rows = store ? (*store)->tradeCount() : core::Result<std::int64_t>{store.error()};
        return rows ? *rows : -1;
    }

private slots:
    void stopWritesWhatIsQueued() {
        const auto file = newFile();
        // Neither rows nor time alone would ever fill this batch.
        auto thread = *StoreThread::start(
            file, {.capacity = 100'000, .batchRows = 1'000'000, .batchPeriod = std::chrono::hours(1)});
        thread->push(trades(0, 12'345));
        thread->stop();
        const auto stats = thread->stats();
        QCOMPARE(stats.trades, std::uint64_t{12'345});
        QCOMPARE(stats.error, std::string());
        QCOMPARE(stats.queue.size, std::size_t{0});
        QCOMPARE(stats.queue.dropped, std::uint64_t{0});
        QVERIFY(stats.fileBytes > 100'000);
        thread->stop();  // again does nothing
        thread.reset();
        QCOMPARE(count(file), std::int64_t{12'345});
    }

    void aFullBatchIsWrittenAtOnce() {
        auto thread = *StoreThread::start(
            newFile(), {.capacity = 100'000, .batchRows = 500, .batchPeriod = std::chrono::hours(1)});
        thread->push(trades(0, 500));
        QVERIFY(waitFor([&] { return thread->stats().trades == 500; }));
    }

    void aSmallBatchIsWrittenWhenItsTimeIsOver() {
        const auto file = newFile();
        auto thread = *StoreThread::start(
            file, {.capacity = 100'000, .batchRows = 1'000'000, .batchPeriod = std::chrono::milliseconds(5)});
        thread->push(trades(0, 3));
        QVERIFY(waitFor([&] { return thread->stats().trades == 3; }));
        // Readers see it while the writer lives.
        QCOMPARE(count(file), std::int64_t{3});
        thread->push(trades(1, 3));
        QVERIFY(waitFor([&] { return thread->stats().trades == 4 && thread->stats().duplicates == 2; }));
    }

    // More than the queue holds goes through without loss: the pusher waits.
    void aFullQueueMakesThePusherWait() {
        const auto file = newFile();
        auto thread = *StoreThread::start(
            file, {.capacity = 16, .batchRows = 100, .batchPeriod = std::chrono::milliseconds(1)});
        auto first = std::async(std::launch::async, [&] { thread->push(trades(0, 3'000)); });
        auto second = std::async(std::launch::async, [&] { thread->push(trades(10'000, 3'000)); });
        first.get();
        second.get();
        thread->stop();
        QCOMPARE(thread->stats().trades, std::uint64_t{6'000});
        QVERIFY(thread->stats().queue.highWater <= 16);
        QCOMPARE(thread->stats().queue.dropped, std::uint64_t{0});
        QCOMPARE(count(file), std::int64_t{6'000});
    }

    void whatComesAfterStopIsCountedAsDropped() {
        auto thread = *StoreThread::start(newFile(), {});
        thread->stop();
        thread->push(trades(0, 7));
        QCOMPARE(thread->stats().queue.dropped, std::uint64_t{7});
        QCOMPARE(thread->stats().trades, std::uint64_t{0});
    }

    void aFullDiskIsReportedAndWritingGoesOnAfterwards() {
        const auto file = newFile();
        auto thread = *StoreThread::start(
            file, {.capacity = 100'000, .batchRows = 1'000, .batchPeriod = std::chrono::milliseconds(5)});
        thread->push(trades(0, 1'000));
        QVERIFY(waitFor([&] { return thread->stats().trades == 1'000; }));
        {
            const FileSizeLimit limit{std::filesystem::file_size(file.string() + "-wal")};
            thread->push(trades(5'000, 1'000));
            QVERIFY(waitFor([&] { return !thread->stats().error.empty(); }));
            QVERIFY(waitFor([&] { return thread->stats().refused == 1'000; }));
        }
        thread->push(trades(7'000, 1'000));
        QVERIFY(waitFor([&] { return thread->stats().trades == 2'000; }));
        QCOMPARE(thread->stats().error, std::string());
        thread->stop();
        thread.reset();
        QCOMPARE(count(file), std::int64_t{2'000});
        auto database = *Database::open(file, Database::Access::ReadWrite);
        auto check = *database.prepare("PRAGMA integrity_check");
        QVERIFY(*check.step());
        QCOMPARE(check.text(0), std::string("ok"));
    }

    void anOlderDatabaseIsGivenItsIndexes() {
        const auto file = newFile();
        constexpr std::string_view kNames = "SELECT count(*) FROM sqlite_master WHERE name = 'trades_by_wallet'";
        {
            auto database = *Database::open(file, Database::Access::ReadWrite);
            QCOMPARE(*database.scalar(kNames), std::int64_t{1});
            QVERIFY(database.execute("DROP INDEX trades_by_wallet").has_value());
        }
        auto thread = *StoreThread::start(file, {});
        auto reader = *Database::open(file, Database::Access::ReadOnly);
        const auto made = [&] { return *reader.scalar(kNames) == 1 && !thread->stats().indexing; };
        QVERIFY(waitFor(made));
        QCOMPARE(thread->stats().error, std::string{});
        // Rows are written as ever.
        thread->push({test::tradeEvent(1, 1, core::Side::Buy, 1, 1)});
        thread->stop();
        QCOMPARE(thread->stats().trades, std::uint64_t{1});
    }
    void startRefusesWhatCannotBeOpened() {
        const std::filesystem::path folder{m_dir.path().toStdString()};
        const auto missing = StoreThread::start(folder / "absent" / "db", {});
        QVERIFY(!missing);
        QCOMPARE(int(missing.error().code), int(core::ErrorCode::Database));
        const auto garbage = newFile();
        test::writeFile(garbage, "not a database at all, just some text that goes on for a while");
        QVERIFY(!StoreThread::start(garbage, {}));
    }
};

QTEST_APPLESS_MAIN(StoreThreadTest)
#include "store_thread_test.moc"
