// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/yellowstone/yellowstone_source.h"

#include "core/base/base58.h"
#include "core/base/text.h"
#include "core/source/backoff.h"
#include "core/source/json_text.h"
#include "core/source/live_plan.h"
#include "core/source/signature_trail.h"
#include "core/source/yellowstone/update_json.h"

#include "geyser.grpc.pb.h"

#include <grpc/support/log.h>
#include <grpcpp/grpcpp.h>
#include <openssl/x509.h>

#include <atomic>
#include <condition_variable>
#include <cstdlib>
#include <deque>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>

namespace core::source {
namespace {

using Steady = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kTick{50};
constexpr std::chrono::milliseconds kStatusEvery{250};
constexpr std::size_t kMostWaitingMarks = 256;
constexpr std::size_t kShownText = 160;
constexpr std::size_t kTimesKept = 512;
/// Transactions of one slot and of its neighbours come in any order.
constexpr std::uint64_t kReplayMargin = 8;

geyser::CommitmentLevel levelOf(const std::string& commitment) {
    if (commitment == "processed") return geyser::CommitmentLevel::PROCESSED;
    if (commitment == "finalized") return geyser::CommitmentLevel::FINALIZED;
    return geyser::CommitmentLevel::CONFIRMED;
}

/// Everything that goes wrong is told through FeedStatus; gRPC's own lines would repeat it on stderr at each retry.
void quietGrpc() {
    static std::once_flag once;
    std::call_once(once, [] {
        if (std::getenv("GRPC_VERBOSITY") == nullptr) gpr_set_log_function([](gpr_log_func_args*) {});
    });
}

/// The certificates that the user's environment names (SSL_CERT_FILE), as for the websockets; gRPC's own choice,
/// the system's, where it names none.
grpc::SslCredentialsOptions trusted() {
    grpc::SslCredentialsOptions options;
    const char* file = std::getenv(X509_get_default_cert_file_env());
    if (file == nullptr) return options;
    std::ifstream in(file, std::ios::binary);
    options.pem_root_certs.assign(std::istreambuf_iterator<char>(in), {});
    // With nothing in it gRPC would fall back to the system's: who names a file means that file alone.
    if (options.pem_root_certs.empty()) options.pem_root_certs = "no certificate\n";
    return options;
}

class YellowstoneSource final : public Source {
public:
    YellowstoneSource(LiveOptions options, LivePlan plan, const Clock& clock)
        : m_options(std::move(options)),
          m_plan(std::move(plan)),
          m_clock(clock),
          m_backoff(m_options.backoffFirst, m_options.backoffMax, m_options.jitterSeed) {
        m_status.source = m_options.source;
        m_status.endpoint = m_plan.websocket.display();
        m_status.covers = m_plan.covers;
        m_status.blindTo = m_plan.blindTo;
        m_status.wholeTransactions = true;
    }
    ~YellowstoneSource() override { YellowstoneSource::stop(); }

    void start(Sink sink) override {
        m_sink = std::move(sink);
        m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
    }
    void stop() override {
        m_thread.request_stop();
        cancelCall();
        m_wake.notify_all();
        if (m_thread.joinable()) m_thread.join();
    }
    bool finished() const override { return false; }

private:
    void run(const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            setState(FeedState::Connecting, {});
            const Error ended = converse(stop);
            onDisconnected(stop.stop_requested() ? "stopped" : ended.message());
            if (stop.stop_requested()) break;
            if (ended.code == ErrorCode::Unauthorized) {
                setState(FeedState::Failed, ended.message() + ". The key is missing or refused");
                return;
            }
            const auto wait = m_backoff.next();
            m_status.retryInMs = wait.count();
            setState(FeedState::Retrying, ended.message());
            std::unique_lock lock(m_mutex);
            (void)m_wake.wait_for(lock, stop, wait, [] { return false; });
            lock.unlock();
            m_status.retryInMs.reset();
            if (!stop.stop_requested()) ++m_status.reconnects;
        }
        setState(FeedState::Ended, "Stopped");
    }

    /// One stream from its opening to its end. Returns why it ended.
    Error converse(const std::stop_token& stop) {
        quietGrpc();
        const auto channel = openChannel();
        const auto deadline = Steady::now() + m_options.connectTimeout;
        for (auto state = channel->GetState(true); state != GRPC_CHANNEL_READY; state = channel->GetState(true)) {
            // The call itself then says why there is no connection.
            if (state == GRPC_CHANNEL_TRANSIENT_FAILURE) break;
            if (stop.stop_requested()) return fail(ErrorCode::Cancelled, "gRPC");
            if (Steady::now() >= deadline) return fail(ErrorCode::Network, "gRPC: no connection");
            (void)channel->WaitForStateChange(state, std::chrono::system_clock::now() + kTick);
        }
        grpc::ClientContext call;
        if (!m_options.apiKey.empty()) call.AddMetadata("x-token", m_options.apiKey);
        {
            const std::scoped_lock lock(m_mutex);
            m_call = &call;
        }
        if (stop.stop_requested()) call.TryCancel();
        const std::unique_ptr<geyser::Geyser::Stub> stub = geyser::Geyser::NewStub(channel);
        m_heard = Steady::now();
        m_silent = false;
        Error ended = fail(ErrorCode::Network, "gRPC");
        {
            const std::jthread watchdog([this](const std::stop_token& done) { watch(done); });
            auto stream = stub->Subscribe(&call);
            ended = talk(*stream);
        }
        const std::scoped_lock lock(m_mutex);
        m_call = nullptr;
        return ended;
    }

    std::shared_ptr<grpc::Channel> openChannel() const {
        grpc::ChannelArguments arguments;
        const auto clampedSize = static_cast<int>(std::min<std::size_t>(m_options.maxMessageBytes, 1U << 30U));
        arguments.SetMaxReceiveMessageSize(clampedSize);
        arguments.SetInt(GRPC_ARG_KEEPALIVE_TIME_MS, static_cast<int>(m_options.pingEvery.count()));
        arguments.SetInt(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, static_cast<int>(m_options.connectTimeout.count()));
        // Each conversation has a connection of its own: a broken one must not be found again in the pool.
        arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
        const Endpoint& where = m_plan.websocket;
        const std::string host = where.host.find(':') == std::string::npos ? where.host : "[" + where.host + "]";
        return grpc::CreateCustomChannel(
            host + ":" + std::to_string(where.port),
            where.tls ? grpc::SslCredentials(trusted()) : grpc::InsecureChannelCredentials(), arguments);
    }

    using Stream = grpc::ClientReaderWriter<geyser::SubscribeRequest, geyser::SubscribeUpdate>;

    Error talk(Stream& stream) {
        const geyser::SubscribeRequest request = subscription();
        m_asksReplay = request.has_from_slot();
        m_firstSlot.reset();
        if (stream.Write(request)) {
            geyser::SubscribeUpdate update;
            while (stream.Read(&update)) {
                m_heard = Steady::now();
                if (!m_connected) onConnected();
                take(stream, update);
            }
        }
        const grpc::Status status = stream.Finish();
        return errorOf(status);
    }

    geyser::SubscribeRequest subscription() const {
        geyser::SubscribeRequest request;
        geyser::SubscribeRequestFilterTransactions filter;
        filter.set_vote(false);
        filter.set_failed(false);
        for (const std::string& address : m_plan.follows.front()) filter.add_account_include(address);
        (*request.mutable_transactions())["followed"] = filter;
        (*request.mutable_blocks_meta())["times"] = geyser::SubscribeRequestFilterBlocksMeta{};
        request.set_commitment(levelOf(m_options.commitment));
        if (m_lastSlot && m_options.backfill && !m_replayRefused)
            request.set_from_slot(*m_lastSlot - std::min(*m_lastSlot, kReplayMargin));
        return request;
    }

    Error errorOf(const grpc::Status& status) {
        if (m_silent)
            return fail(ErrorCode::Timeout,
                        "no message for " + std::to_string(m_options.idleTimeout.count()) + " ms");
        if (status.ok()) return fail(ErrorCode::Network, "gRPC: the server ended the stream");
        if (status.error_message().find("certificate verify failed") != std::string::npos)
            return fail(ErrorCode::Network, "TLS: certificate refused: its issuer is not trusted here");
        if (status.error_message().find("is not in peer certificate") != std::string::npos)
            return fail(ErrorCode::Network, "TLS: certificate refused: it was made for another host");
        std::string text = sanitizeText(status.error_message(), kShownText);
        // A server may repeat what it refused.
        if (!m_options.apiKey.empty() && text.find(m_options.apiKey) != std::string::npos) text = "refused";
        text = "gRPC: error " + std::to_string(static_cast<int>(status.error_code())) + " " + text;
        switch (status.error_code()) {
            case grpc::StatusCode::UNAUTHENTICATED:
            case grpc::StatusCode::PERMISSION_DENIED: return fail(ErrorCode::Unauthorized, std::move(text));
            case grpc::StatusCode::RESOURCE_EXHAUSTED: return fail(ErrorCode::RateLimited, std::move(text));
            case grpc::StatusCode::INVALID_ARGUMENT:
            case grpc::StatusCode::OUT_OF_RANGE:
            case grpc::StatusCode::NOT_FOUND:
            case grpc::StatusCode::FAILED_PRECONDITION:
                // A slot that the server has forgotten must not be asked for for ever.
                if (m_asksReplay && !m_firstSlot) m_replayRefused = true;
                return fail(ErrorCode::Remote, std::move(text));
            default: return fail(ErrorCode::Network, std::move(text));
        }
    }

    void take(Stream& stream, const geyser::SubscribeUpdate& update) {
        ++m_status.messages;
        m_status.bytes += update.ByteSizeLong();
        switch (update.update_oneof_case()) {
            case geyser::SubscribeUpdate::kPing: {
                geyser::SubscribeRequest answer;
                answer.mutable_ping()->set_id(1);
                (void)stream.Write(answer);  // a stream that takes no answer ends at the next read
                break;
            }
            case geyser::SubscribeUpdate::kTransaction: takeTransaction(update.transaction()); break;
            case geyser::SubscribeUpdate::kBlockMeta: takeBlockMeta(update.block_meta()); break;
            default: break;
        }
        const auto now = Steady::now();
        if (now - m_toldAt >= kStatusEvery) tell();
    }

    void takeTransaction(const geyser::SubscribeUpdateTransaction& update) {
        noteSlot(update.slot());
        const std::string& raw = update.transaction().signature();
        const std::string signature = base58Encode(
            {reinterpret_cast<const std::uint8_t*>(raw.data()), std::min<std::size_t>(raw.size(), 64)});
        // A replay begins some slots early.
        if (m_asksReplay && m_seen.contains(signature)) return;
        const auto time = m_times.find(update.slot());
        auto frame = yellowstone::transactionFrame(
            update, time == m_times.end() ? std::nullopt : std::optional(time->second));
        if (!frame) {
            // Counted where every refused frame is; the decoder never sees it.
            ++m_status.droppedFrames;
            return;
        }
        if (deliver(*std::move(frame), "transaction " + signature)) m_seen.add(signature);
    }

    void takeBlockMeta(const geyser::SubscribeUpdateBlockMeta& update) {
        noteSlot(update.slot());
        if (update.has_block_time()) {
            m_times[update.slot()] = update.block_time().timestamp();
            if (m_times.size() > kTimesKept) m_times.erase(m_times.begin());
        }
        (void)deliver(yellowstone::blockMetaFrame(update), "block meta " + std::to_string(update.slot()));
    }

    void noteSlot(std::uint64_t slot) {
        if (!m_firstSlot) {
            m_firstSlot = slot;
            tellOutage(slot);
            m_backoff.reset();
        }
        if (!m_lastSlot || *m_lastSlot < slot) m_lastSlot = slot;
    }

    /// The first slot after an outage says whether the server went back to where the last stream ended.
    void tellOutage(std::uint64_t slot) {
        if (!m_lastSlot) return;
        const bool replayed = m_asksReplay && slot <= *m_lastSlot + 1;
        m_replayRefused = false;
        if (replayed) {
            pushMark("{\"event\":\"backfilled\",\"from_slot\":" + std::to_string(slot) + "}");
            return;
        }
        ++m_status.gaps;
        pushMark("{\"event\":\"gap\",\"reason\":\"the server does not replay what was missed\",\"from_slot\":" +
                 std::to_string(*m_lastSlot) + ",\"to_slot\":" + std::to_string(slot) + "}");
    }

    bool deliver(std::string bytes, std::string key) {
        if (m_dropped != 0 && flushMarks()) {
            const std::string mark =
                "{\"event\":\"gap\",\"reason\":\"queue full\",\"dropped\":" + std::to_string(m_dropped) + "}";
            if (m_sink.frame(Frame{m_clock.now(), Channel::Mark, mark})) {
                m_dropped = 0;
                ++m_status.gaps;
            }
        }
        if (m_dropped == 0 && flushMarks() &&
            m_sink.frame(Frame{m_clock.now(), Channel::Ws, std::move(bytes), std::move(key)}))
            return true;
        ++m_status.droppedFrames;
        ++m_dropped;
        return false;
    }

    void pushMark(std::string json) {
        if (m_marks.size() == kMostWaitingMarks) {
            m_marks.pop_front();
            ++m_status.droppedFrames;
        }
        m_marks.push_back(Frame{m_clock.now(), Channel::Mark, std::move(json)});
        (void)flushMarks();
    }
    bool flushMarks() {
        while (!m_marks.empty()) {
            Frame copy = m_marks.front();
            if (!m_sink.frame(std::move(copy))) return false;
            m_marks.pop_front();
        }
        return true;
    }

    void onConnected() {
        m_connected = true;
        pushMark("{\"event\":\"connected\",\"endpoint\":" + jsonQuote(m_status.endpoint) + "}");
        setState(FeedState::Connected, {});
    }
    void onDisconnected(const std::string& why) {
        if (!m_connected) return;
        m_connected = false;
        pushMark("{\"event\":\"disconnected\",\"reason\":" + jsonQuote(why) + "}");
    }

    /// Ends a call on which nothing comes any more. Thread: its own.
    void watch(const std::stop_token& done) {
        std::unique_lock lock(m_mutex);
        while (!done.stop_requested()) {
            (void)m_watch.wait_for(lock, done, kTick, [] { return false; });
            if (Steady::now() - m_heard.load() < m_options.idleTimeout || m_call == nullptr) continue;
            m_silent = true;
            m_call->TryCancel();
        }
    }
    void cancelCall() {
        const std::scoped_lock lock(m_mutex);
        if (m_call != nullptr) m_call->TryCancel();
    }

    void setState(FeedState state, std::string detail) {
        m_status.state = state;
        m_status.detail = std::move(detail);
        tell();
    }
    void tell() {
        m_toldAt = Steady::now();
        m_sink.status(m_status);
    }

    const LiveOptions m_options;
    const LivePlan m_plan;
    const Clock& m_clock;
    Sink m_sink;

    std::mutex m_mutex;  ///< guards m_call
    std::condition_variable_any m_wake;
    std::condition_variable_any m_watch;
    grpc::ClientContext* m_call = nullptr;
    std::atomic<Steady::time_point> m_heard{};
    std::atomic<bool> m_silent{false};

    // Touched by the source's thread only.
    Backoff m_backoff;
    FeedStatus m_status;
    Steady::time_point m_toldAt;
    RecentSignatures m_seen;
    std::map<std::uint64_t, std::int64_t> m_times;  ///< of the newest blocks
    std::optional<std::uint64_t> m_lastSlot;
    std::optional<std::uint64_t> m_firstSlot;  ///< of the present stream
    bool m_asksReplay = false;
    bool m_replayRefused = false;
    bool m_connected = false;
    std::uint64_t m_dropped = 0;  ///< refused by the sink and not yet told
    std::deque<Frame> m_marks;

    std::jthread m_thread;
};

}  // namespace

Result<std::unique_ptr<Source>> makeYellowstoneSource(LiveOptions options, const Clock& clock) {
    auto plan = planLive(options);
    if (!plan) return std::move(plan).error();
    if (options.source != "yellowstone") return fail(ErrorCode::BadValue, "no yellowstone feed: " + options.source);
    return std::make_unique<YellowstoneSource>(std::move(options), *std::move(plan), clock);
}

}  // namespace core::source
