// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backtest_runner.h"

#include "core/base/text.h"
#include "core/store/trade_store.h"

#include <QMetaObject>

#include <fstream>
#include <iterator>
#include <utility>

namespace app {
namespace {

constexpr std::size_t kLargestTruth = std::size_t{64} << 20U;

core::Result<std::string> readTruth(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string text;
    if (in) text.assign(std::istreambuf_iterator<char>(in), {});
    if (!in && !in.eof()) return core::fail(core::ErrorCode::Io, "cannot read " + file.string());
    if (text.size() > kLargestTruth) return core::fail(core::ErrorCode::TooLarge, file.string());
    return text;
}

}  // namespace

BacktestRunner::BacktestRunner(std::filesystem::path database, std::optional<std::filesystem::path> bundled,
                               std::filesystem::path addresses)
    : m_database(std::move(database)), m_bundled(std::move(bundled)), m_addresses(std::move(addresses)) {}

BacktestRunner::~BacktestRunner() {
    m_cancelled = true;
    if (m_thread.joinable()) m_thread.join();
}

std::optional<ui::bridge::StoredSpan> BacktestRunner::stored() const {
    std::error_code unknown;
    if (!std::filesystem::exists(m_database, unknown)) return std::nullopt;
    auto store = core::store::TradeStore::open(m_database, core::store::Database::Access::ReadOnly);
    if (!store) return std::nullopt;
    const auto times = (*store)->tradeSpan();
    if (!times || !*times) return std::nullopt;
    return ui::bridge::StoredSpan{(*times)->first, (*times)->second};
}

void BacktestRunner::start(const ui::bridge::BacktestOrder& order) {
    m_cancelled = true;
    // It looks at the flag many times a second.
    if (m_thread.joinable()) m_thread.join();
    m_cancelled = false;
    m_percent = 0;
    m_thread = std::thread([this, order, number = ++m_number] { work(order, number); });
}

void BacktestRunner::cancel() {
    m_cancelled = true;
}

void BacktestRunner::post(std::uint64_t number, std::function<void()> tell) {
    QMetaObject::invokeMethod(
        this,
        [this, number, tell = std::move(tell)] {
            if (number == m_number) tell();
        },
        Qt::QueuedConnection);
}

void BacktestRunner::work(const ui::bridge::BacktestOrder& order, std::uint64_t number) {
    const auto fail = [&](const core::Error& error) {
        const QString why =
            error.code == core::ErrorCode::Cancelled ? QString() : QString::fromStdString(error.message());
        post(number, [this, why] { emit failed(why); });
    };
    core::backtest::Options options;
    options.rules = order.rules;
    options.watchlists = order.lists;
    options.inputs = order.recordings;
    options.delays = order.delays;
    if (order.stored) {
        options.database = m_database;
        options.span = order.stored;
    }
    std::error_code unknown;
    if (!m_addresses.empty() && std::filesystem::exists(m_addresses, unknown)) {
        auto book = core::intel::AddressBook::withFile(m_addresses);
        if (!book) return fail(book.error());
        options.addresses = std::move(*book);
    }
    if (!order.truth.empty()) {
        auto truth = readTruth(order.truth);
        if (!truth) return fail(truth.error());
        options.truth = std::move(*truth);
    }
    options.cancelled = [this] { return m_cancelled.load(std::memory_order_relaxed); };
    options.onProgress = [this, number](double fraction, std::uint64_t events) {
        // A hundred messages are enough for a bar.
        const int percent = static_cast<int>(fraction * 100);
        if (m_percent.exchange(percent) == percent && percent != 0) return;
        post(number, [this, fraction, events] { emit progressed(fraction, events); });
    };
    auto result = core::backtest::run(options);
    if (!result) return fail(result.error());
    post(number, [this, done = std::make_shared<const core::backtest::Backtest>(std::move(*result))] {
        emit finished(done);
    });
}

}  // namespace app
