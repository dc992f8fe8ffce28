// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/stored_replay.h"

#include "core/store/trade_store.h"
#include "core/wire/event_json.h"

#include <algorithm>
#include <atomic>
#include <limits>
#include <string>
#include <thread>
#include <utility>

namespace core::pipeline {
namespace {

constexpr std::int64_t kNsPerSecond = 1'000'000'000;
constexpr std::int64_t kLastSecond = std::numeric_limits<std::int64_t>::max() / kNsPerSecond;
constexpr std::uint64_t kTellEvery = 256;

class StoredSource final : public source::Source {
public:
    StoredSource(std::unique_ptr<store::TradeStore> store, std::string name, std::int64_t from, std::int64_t to)
        : m_store(std::move(store)), m_from(from), m_to(to) {
        m_status.source = "database";
        m_status.endpoint = std::move(name);
    }
    ~StoredSource() override { StoredSource::stop(); }

    void start(source::Sink sink) override {
        m_sink = std::move(sink);
        m_thread = std::thread([this] { run(); });
    }
    void stop() override {
        m_stopping = true;
        if (m_thread.joinable()) m_thread.join();
    }
    [[nodiscard]] bool finished() const override { return m_finished; }

private:
    void run() {
        // Looking and sorting take long in a large file; who leaves does not wait for it.
        m_store->database().stopWhen([this] { return m_stopping.load(); });
        m_status.detail = "looking for what was stored of this time";
        tell(source::FeedState::Connecting);
        m_status.detail.clear();
        const auto read =
            m_store->eachEventOfTime(m_from, m_to, [this](const Event& event) { return play(event); });
        if (!read && !m_stopping) m_status.detail = read.error().message();
        if (read && !m_stopping) m_status.progress = 1.0;
        m_finished = !m_stopping;
        tell(read ? source::FeedState::Ended : source::FeedState::Failed);
    }

    bool play(const Event& event) {
        source::Frame frame;
        frame.channel = source::Channel::EventLine;
        frame.received = arrival(event.at);
        wire::appendEventJson(event, frame.bytes);
        if (const auto seconds = frame.received.value() / kNsPerSecond; seconds >= m_from && m_to > m_from)
            m_status.progress =
                std::clamp(static_cast<double>(seconds - m_from) / static_cast<double>(m_to - m_from), 0.0, 1.0);
        frame.progress = m_status.progress.value_or(0);
        const std::size_t size = frame.bytes.size();
        if (m_stopping || !m_sink.frame(std::move(frame))) return false;
        m_status.bytes += size;
        if (m_status.messages++ % kTellEvery == 0) tell(source::FeedState::Connected);
        return !m_stopping;
    }

    // In order of the chain times of arrival jump; the pace is that of the chain.
    static RecvTime arrival(const EventHeader& at) {
        if (at.blockTime && at.blockTime->value() > 0 && at.blockTime->value() <= kLastSecond)
            return RecvTime{at.blockTime->value() * kNsPerSecond};
        return at.received.value_or(RecvTime{0});
    }

    void tell(source::FeedState state) {
        m_status.state = state;
        m_sink.status(m_status);
    }

    std::unique_ptr<store::TradeStore> m_store;
    const std::int64_t m_from;
    const std::int64_t m_to;
    source::Sink m_sink;
    source::FeedStatus m_status;
    std::atomic<bool> m_stopping{false};
    std::atomic<bool> m_finished{false};
    std::thread m_thread;
};

}  // namespace

Result<std::unique_ptr<source::Source>> makeStoredSource(const std::filesystem::path& database, std::int64_t from,
                                                         std::int64_t to) {
    if (from >= to) return fail(ErrorCode::BadValue, "the time to replay is empty");
    auto store = store::TradeStore::open(database, store::Database::Access::ReadOnly);
    if (!store) return std::move(store).error();
    const auto any = (*store)->hasTrades(from, to);
    if (!any) return any.error();
    if (!*any) return fail(ErrorCode::NotFound, "no trade of this time is stored");
    return std::make_unique<StoredSource>(std::move(*store), database.filename().string(), from, to);
}

}  // namespace core::pipeline
