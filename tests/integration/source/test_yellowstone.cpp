// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/base/base58.h"
#include "core/sim/market.h"
#include "core/source/yellowstone/yellowstone_source.h"
#include "core/wire/decoder.h"
#include "geyser.grpc.pb.h"
#include "tests/support/archive.h"
#include "tests/support/recording_sink.h"
#include "tests/support/self_signed.h"

#include <grpcpp/grpcpp.h>
#include <nlohmann/json.hpp>

#include <atomic>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#endif

#include <QTemporaryDir>
#include <QtTest>

using core::ErrorCode;
using namespace core::source;
using nlohmann::json;
using test::RecordingSink;

namespace {

using Stream = grpc::ServerReaderWriter<geyser::SubscribeUpdate, geyser::SubscribeRequest>;
/// What to do with the n-th stream, counted from 0.
using Script = std::function<grpc::Status(grpc::ServerContext&, Stream&, std::size_t)>;

/// The generated service on a loopback port.
class GeyserServer final : public geyser::Geyser::Service {
public:
    explicit GeyserServer(Script script, const std::optional<test::SelfSigned>& identity = {})
        : m_script(std::move(script)), m_scheme(identity ? "https" : "http") {
        grpc::ServerBuilder builder;
        builder.AddListeningPort("127.0.0.1:0", identity ? secure(*identity) : grpc::InsecureServerCredentials(),
                                 &m_port);
        builder.RegisterService(this);
        m_server = builder.BuildAndStart();
    }
    ~GeyserServer() override { m_server->Shutdown(std::chrono::system_clock::now()); }

    grpc::Status Subscribe(grpc::ServerContext* context, Stream* stream) override {
        return m_script(*context, *stream, m_streams++);
    }
    std::string url() const { return m_scheme + "://127.0.0.1:" + std::to_string(m_port); }

private:
    static std::shared_ptr<grpc::ServerCredentials> secure(const test::SelfSigned& identity) {
        grpc::SslServerCredentialsOptions options;
        options.pem_key_cert_pairs.push_back({identity.key, identity.certificate});
        return grpc::SslServerCredentials(options);
    }

    Script m_script;
    std::string m_scheme;
    std::atomic<std::size_t> m_streams{0};
    int m_port = 0;
    std::unique_ptr<grpc::Server> m_server;
};

/// Reads until the client goes.
void drain(Stream& stream) {
    geyser::SubscribeRequest request;
    while (stream.Read(&request)) {
    }
}

LiveOptions quick(const GeyserServer& server) {
    LiveOptions options;
    options.source = "yellowstone";
    options.wsUrl = server.url();
    options.backoffFirst = std::chrono::milliseconds(2);
    options.backoffMax = std::chrono::milliseconds(20);
    options.jitterSeed = 7;
    return options;
}

std::string bytes58(const json& text) {
    const auto bytes = core::base58Decode(text.get<std::string>()).value();
    return {bytes.begin(), bytes.end()};
}

std::string indexes(const json& list) {
    std::string out;
    for (const json& index : list) out += static_cast<char>(index.get<std::uint8_t>());
    return out;
}

/// A simulated transaction as the stream would bring it.
geyser::SubscribeUpdate updateOf(const core::sim::SimTransaction& simulated) {
    const json source = json::parse(simulated.transactionJson);
    geyser::SubscribeUpdate out;
    auto& update = *out.mutable_transaction();
    update.set_slot(simulated.slot);
    auto& info = *update.mutable_transaction();
    info.set_signature(bytes58(simulated.signature));
    info.set_index(simulated.txIndex);
    auto& transaction = *info.mutable_transaction();
    for (const json& each : source["transaction"]["signatures"]) transaction.add_signatures(bytes58(each));
    const json& from = source["transaction"]["message"];
    auto& message = *transaction.mutable_message();
    auto& header = *message.mutable_header();
    header.set_num_required_signatures(from["header"]["numRequiredSignatures"]);
    header.set_num_readonly_signed_accounts(from["header"]["numReadonlySignedAccounts"]);
    header.set_num_readonly_unsigned_accounts(from["header"]["numReadonlyUnsignedAccounts"]);
    for (const json& key : from["accountKeys"]) message.add_account_keys(bytes58(key));
    message.set_recent_blockhash(bytes58(from["recentBlockhash"]));
    for (const json& each : from["instructions"]) {
        auto& instruction = *message.add_instructions();
        instruction.set_program_id_index(each["programIdIndex"]);
        instruction.set_accounts(indexes(each["accounts"]));
        instruction.set_data(bytes58(each["data"]));
    }
    auto& meta = *info.mutable_meta();
    if (!source["meta"]["err"].is_null()) meta.mutable_err()->set_err("failed");
    for (const json& group : source["meta"]["innerInstructions"]) {
        auto& inner = *meta.add_inner_instructions();
        inner.set_index(group["index"]);
        for (const json& each : group["instructions"]) {
            auto& instruction = *inner.add_instructions();
            instruction.set_program_id_index(each["programIdIndex"]);
            instruction.set_accounts(indexes(each["accounts"]));
            instruction.set_data(bytes58(each["data"]));
            instruction.set_stack_height(each["stackHeight"]);
        }
    }
    for (const json& line : source["meta"]["logMessages"]) meta.add_log_messages(line.get<std::string>());
    const auto balances = [&source](const char* name, const auto& add) {
        for (const json& each : source["meta"][name]) {
            auto* balance = add();
            balance->set_account_index(each["accountIndex"]);
            balance->set_mint(each["mint"].get<std::string>());
            balance->set_owner(each["owner"].get<std::string>());
            balance->mutable_ui_token_amount()->set_amount(each["uiTokenAmount"]["amount"].get<std::string>());
            balance->mutable_ui_token_amount()->set_decimals(each["uiTokenAmount"]["decimals"]);
        }
    };
    balances("preTokenBalances", [&meta] { return meta.add_pre_token_balances(); });
    balances("postTokenBalances", [&meta] { return meta.add_post_token_balances(); });
    return out;
}

geyser::SubscribeUpdate timeOf(std::uint64_t slot, std::int64_t time) {
    geyser::SubscribeUpdate out;
    out.mutable_block_meta()->set_slot(slot);
    out.mutable_block_meta()->mutable_block_time()->set_timestamp(time);
    return out;
}

/// A transaction of no program, told apart by its number.
geyser::SubscribeUpdate emptyAt(std::uint64_t slot, std::uint8_t number) {
    geyser::SubscribeUpdate out;
    auto& update = *out.mutable_transaction();
    update.set_slot(slot);
    auto& info = *update.mutable_transaction();
    info.set_signature(std::string(64, static_cast<char>(number)));
    info.mutable_transaction()->add_signatures(info.signature());
    info.mutable_transaction()->mutable_message()->set_recent_blockhash(std::string(32, 'h'));
    info.mutable_meta();
    return out;
}

std::vector<std::string> eventsOf(const RecordingSink::Frames& frames) {
    std::vector<std::string> out;
    for (const Frame& frame : frames)
        if (frame.channel == Channel::Mark) out.push_back(json::parse(frame.bytes)["event"]);
    return out;
}

std::vector<std::uint64_t> slotsOf(const RecordingSink::Frames& frames) {
    std::vector<std::uint64_t> out;
    for (const Frame& frame : frames) {
        if (frame.channel != Channel::Ws) continue;
        const json message = json::parse(frame.bytes);
        if (message["method"] == "transactionNotification") out.push_back(message["params"]["result"]["slot"]);
    }
    return out;
}

std::size_t transactions(const RecordingSink::Frames& frames) {
    return slotsOf(frames).size();
}

/// Events in words, without what only one of the two forms knows.
std::vector<std::string> decoded(const std::vector<core::Event>& events) {
    std::vector<std::string> out;
    for (const core::Event& event : events) {
        const auto* trade = std::get_if<core::Trade>(&event.body);
        out.push_back(
            event.at.signature->base58() + " " + event.at.path->text() + " " + std::to_string(event.body.index()) +
            (trade == nullptr ? ""
                              : " " + std::to_string(trade->baseAmount.value()) + " " +
                                    std::to_string(trade->quoteAmount.value()) + " " + trade->wallet.base58()));
    }
    return out;
}

}  // namespace

class TestYellowstone : public QObject {
    Q_OBJECT
    core::SystemClock m_clock;
    QTemporaryDir m_dir;

    /// Makes the certificate the only one that is trusted.
    void trust(const std::string& certificate) const {
        const std::string file = m_dir.path().toStdString() + "/trusted.pem";
        test::writeFile(file, certificate);
        qputenv("SSL_CERT_FILE", QByteArray::fromStdString(file));
    }

private slots:
    void cleanup() { qunsetenv("SSL_CERT_FILE"); }
    void bringsWhatTheWebsocketWould() {
        core::sim::MarketOptions options;
        options.scenario = "steady";
        options.tradesPerSecond = 50;
        options.durationSeconds = 3;
        std::vector<core::sim::SimTransaction> all;
        auto market = core::sim::Market::create(options);
        while (auto each = (*market)->next())
            if (!each->failed) all.push_back(std::move(*each));
        GeyserServer server([&](grpc::ServerContext&, Stream& stream, std::size_t) {
            geyser::SubscribeRequest request;
            if (!stream.Read(&request)) return grpc::Status::CANCELLED;
            for (const auto& each : all) {
                stream.Write(timeOf(each.slot, each.blockTime));
                stream.Write(updateOf(each));
            }
            drain(stream);
            return grpc::Status::OK;
        });
        RecordingSink sink;
        auto source = makeYellowstoneSource(quick(server), m_clock);
        QVERIFY(source.has_value());
        (*source)->start(sink.sink());
        QVERIFY(sink.waitFrames([&](const auto& frames) { return transactions(frames) == all.size(); }));
        (*source)->stop();
        core::wire::Decoder fromStream;
        core::wire::Decoder fromNode;
        std::vector<core::Event> streamed;
        for (const Frame& frame : sink.frames()) {
            if (frame.channel != Channel::Ws) continue;
            std::string padded = frame.bytes;
            padded.reserve(padded.size() + core::wire::Decoder::kPadding);
            QVERIFY(fromStream.websocket(padded, frame.received, streamed).has_value());
        }
        std::vector<core::Event> fetched;
        std::map<std::string, const core::sim::SimTransaction*> bySignature;
        for (const auto& each : all) {
            bySignature[each.signature] = &each;
            std::string padded = each.transactionJson;
            padded.reserve(padded.size() + core::wire::Decoder::kPadding);
            QVERIFY(fromNode.document(padded, fetched).has_value());
        }
        QVERIFY(!fetched.empty());
        QCOMPARE(decoded(streamed), decoded(fetched));
        for (const core::Event& event : streamed) {
            const auto* truth = bySignature.at(event.at.signature->base58());
            QCOMPARE(event.at.slot->value(), truth->slot);
            QCOMPARE(event.at.txIndex, std::optional{truth->txIndex});
            QCOMPARE(event.at.blockTime->value(), truth->blockTime);
        }
        QVERIFY(fromStream.stats().undecoded.empty());
        const auto status = sink.latest();
        QVERIFY(status.wholeTransactions);
        QVERIFY(status.covers.size() >= 11);
        QVERIFY(eventsOf(sink.frames()) == (std::vector<std::string>{"connected", "disconnected"}));
    }

    void sendsTheSubscriptionAndTheToken() {
        std::promise<std::pair<geyser::SubscribeRequest, std::string>> seen;
        GeyserServer server([&](grpc::ServerContext& context, Stream& stream, std::size_t) {
            geyser::SubscribeRequest request;
            if (!stream.Read(&request)) return grpc::Status::CANCELLED;
            const auto token = context.client_metadata().find("x-token");
            const bool there = token != context.client_metadata().end();
            seen.set_value({request, there ? std::string(token->second.data(), token->second.size()) : ""});
            drain(stream);
            return grpc::Status::OK;
        });
        auto options = quick(server);
        options.apiKey = "very-secret";
        options.commitment = "processed";
        options.programs = {"raydium_launchlab"};
        options.mentions = {"So11111111111111111111111111111111111111112"};
        RecordingSink sink;
        auto source = *makeYellowstoneSource(options, m_clock);
        source->start(sink.sink());
        auto future = seen.get_future();
        QVERIFY(future.wait_for(RecordingSink::kPatience) == std::future_status::ready);
        const auto [request, token] = future.get();
        source->stop();
        QCOMPARE(token, std::string("very-secret"));
        QCOMPARE(request.transactions_size(), 1);
        const auto& filter = request.transactions().begin()->second;
        QVERIFY(filter.has_vote() && !filter.vote() && filter.has_failed() && !filter.failed());
        QCOMPARE(filter.account_include_size(), 2);
        QCOMPARE(filter.account_include(0), std::string("LanMV9sAd7wArD4vJFi2qDdfnVhFxYSUg6eADduJ3uj"));
        QCOMPARE(request.blocks_meta_size(), 1);
        QVERIFY(request.commitment() == geyser::CommitmentLevel::PROCESSED);
        QVERIFY(!request.has_from_slot());
    }

    void goesOverTlsWithTheToken() {
        const auto identity = test::makeSelfSigned({"IP:127.0.0.1"});
        trust(identity.certificate);
        std::promise<std::string> token;
        GeyserServer server(
            [&](grpc::ServerContext& context, Stream& stream, std::size_t) {
                geyser::SubscribeRequest request;
                if (!stream.Read(&request)) return grpc::Status::CANCELLED;
                const auto found = context.client_metadata().find("x-token");
                const bool there = found != context.client_metadata().end();
                token.set_value(there ? std::string(found->second.data(), found->second.size()) : "");
                stream.Write(emptyAt(100, 1));
                drain(stream);
                return grpc::Status::OK;
            },
            identity);
        auto options = quick(server);
        options.apiKey = "very-secret";
        RecordingSink sink;
        auto source = *makeYellowstoneSource(options, m_clock);
        source->start(sink.sink());
        QVERIFY(sink.waitFrames([](const auto& frames) { return transactions(frames) == 1; }));
        source->stop();
        QCOMPARE(token.get_future().get(), std::string("very-secret"));
    }

    void refusesACertificate_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("trusted");
        QTest::newRow("unknown issuer") << "IP:127.0.0.1" << false;
        QTest::newRow("another host's") << "DNS:elsewhere.example" << true;
    }
    void refusesACertificate() {
        QFETCH(QString, name);
        QFETCH(bool, trusted);
        const auto identity = test::makeSelfSigned({name.toStdString()});
        trust((trusted ? identity : test::makeSelfSigned({"IP:127.0.0.1"})).certificate);
        std::atomic<bool> reached{false};
        GeyserServer server(
            [&](grpc::ServerContext&, Stream&, std::size_t) {
                reached = true;
                return grpc::Status::OK;
            },
            identity);
        auto options = quick(server);
        options.apiKey = "very-secret";
        RecordingSink sink;
        auto source = *makeYellowstoneSource(options, m_clock);
        source->start(sink.sink());
        QVERIFY(sink.waitStatus([](const auto& status) {
            return status.state == FeedState::Retrying &&
                   status.detail.find("TLS: certificate refused") != std::string::npos;
        }));
        source->stop();
        QVERIFY2(!reached, sink.latest().detail.c_str());
        QVERIFY(sink.frames().empty());
    }

    void failsWhenTheTokenIsRefused() {
        GeyserServer server([](grpc::ServerContext&, Stream&, std::size_t) {
            return grpc::Status(grpc::StatusCode::UNAUTHENTICATED, "no such token: very-secret");
        });
        auto options = quick(server);
        options.apiKey = "very-secret";
        RecordingSink sink;
        auto source = *makeYellowstoneSource(options, m_clock);
        source->start(sink.sink());
        QVERIFY(sink.waitState(FeedState::Failed));
        source->stop();
        for (const auto& status : sink.statuses())
            QVERIFY((status.endpoint + status.detail).find("very-secret") == std::string::npos);
    }

    void goesOnWhereTheStreamBroke() {
        std::promise<std::uint64_t> from;
        GeyserServer server([&](grpc::ServerContext&, Stream& stream, std::size_t index) {
            geyser::SubscribeRequest request;
            if (!stream.Read(&request)) return grpc::Status::CANCELLED;
            if (index == 0) {
                for (std::uint8_t i = 0; i < 20; ++i) stream.Write(emptyAt(100 + i, i));
                return grpc::Status(grpc::StatusCode::UNAVAILABLE, "going down");
            }
            if (index == 1) {
                from.set_value(request.from_slot());
                for (auto slot = static_cast<std::uint8_t>(request.from_slot()); slot < 130; ++slot)
                    stream.Write(emptyAt(slot, static_cast<std::uint8_t>(slot - 100)));
            }
            drain(stream);
            return grpc::Status::OK;
        });
        RecordingSink sink;
        auto source = *makeYellowstoneSource(quick(server), m_clock);
        source->start(sink.sink());
        QVERIFY(sink.waitFrames([](const auto& frames) { return transactions(frames) >= 30; }));
        source->stop();
        QCOMPARE(from.get_future().get(), std::uint64_t{111});
        std::vector<std::uint64_t> expected;
        for (std::uint64_t slot = 100; slot < 130; ++slot) expected.push_back(slot);
        QCOMPARE(slotsOf(sink.frames()), expected);
        QCOMPARE(eventsOf(sink.frames()), (std::vector<std::string>{"connected", "disconnected", "connected",
                                                                    "backfilled", "disconnected"}));
        QCOMPARE(sink.latest().gaps, std::uint64_t{0});
        QCOMPARE(sink.latest().reconnects, std::uint64_t{1});
    }

    void tellsAGapWhereNothingIsReplayed_data() {
        QTest::addColumn<bool>("refused");
        QTest::newRow("the server goes on from now") << false;
        QTest::newRow("the server refuses the slot") << true;
    }
    void tellsAGapWhereNothingIsReplayed() {
        QFETCH(bool, refused);
        std::atomic<int> asked{0};
        GeyserServer server([&](grpc::ServerContext&, Stream& stream, std::size_t index) {
            geyser::SubscribeRequest request;
            if (!stream.Read(&request)) return grpc::Status::CANCELLED;
            if (index == 0) {
                stream.Write(emptyAt(100, 1));
                return grpc::Status(grpc::StatusCode::UNAVAILABLE, "going down");
            }
            if (request.has_from_slot()) ++asked;
            if (refused && request.has_from_slot())
                return grpc::Status(grpc::StatusCode::INVALID_ARGUMENT, "slot is not available");
            stream.Write(emptyAt(200, 2));
            drain(stream);
            return grpc::Status::OK;
        });
        RecordingSink sink;
        auto source = *makeYellowstoneSource(quick(server), m_clock);
        source->start(sink.sink());
        QVERIFY(sink.waitFrames([](const auto& frames) { return transactions(frames) == 2; }));
        source->stop();
        QCOMPARE(asked.load(), 1);
        QCOMPARE(eventsOf(sink.frames()),
                 (std::vector<std::string>{"connected", "disconnected", "connected", "gap", "disconnected"}));
        QCOMPARE(sink.latest().gaps, std::uint64_t{1});
    }

    void answersPings() {
        std::promise<bool> answered;
        GeyserServer server([&](grpc::ServerContext&, Stream& stream, std::size_t) {
            geyser::SubscribeRequest request;
            if (!stream.Read(&request)) return grpc::Status::CANCELLED;
            geyser::SubscribeUpdate ping;
            ping.mutable_ping();
            stream.Write(ping);
            answered.set_value(stream.Read(&request) && request.has_ping());
            drain(stream);
            return grpc::Status::OK;
        });
        RecordingSink sink;
        auto source = *makeYellowstoneSource(quick(server), m_clock);
        source->start(sink.sink());
        auto future = answered.get_future();
        QVERIFY(future.wait_for(RecordingSink::kPatience) == std::future_status::ready);
        QVERIFY(future.get());
        source->stop();
    }

    void givesUpASilentStream() {
        GeyserServer server([](grpc::ServerContext&, Stream& stream, std::size_t index) {
            geyser::SubscribeRequest request;
            if (!stream.Read(&request)) return grpc::Status::CANCELLED;
            if (index != 0) stream.Write(emptyAt(100, 1));
            drain(stream);
            return grpc::Status::OK;
        });
        auto options = quick(server);
        options.idleTimeout = std::chrono::milliseconds(150);
        RecordingSink sink;
        auto source = *makeYellowstoneSource(options, m_clock);
        source->start(sink.sink());
        QVERIFY(sink.waitStatus([](const auto& status) {
            return status.state == FeedState::Retrying &&
                   status.detail.find("no message for 150 ms") != std::string::npos;
        }));
        QVERIFY(sink.waitState(FeedState::Connected));
        source->stop();
    }

    void tellsWhatTheQueueRefused() {
        RecordingSink sink;
        GeyserServer server([&](grpc::ServerContext&, Stream& stream, std::size_t) {
            geyser::SubscribeRequest request;
            if (!stream.Read(&request)) return grpc::Status::CANCELLED;
            stream.Write(emptyAt(100, 1));
            if (!sink.waitFrames([](const auto& frames) { return transactions(frames) == 1; }))
                return grpc::Status::OK;
            sink.refuse(2);
            for (std::uint8_t i = 2; i < 10; ++i) stream.Write(emptyAt(100, i));
            drain(stream);
            return grpc::Status::OK;
        });
        auto source = *makeYellowstoneSource(quick(server), m_clock);
        source->start(sink.sink());
        QVERIFY(sink.waitFrames([](const auto& frames) { return transactions(frames) == 7; }));
        source->stop();
        QCOMPARE(sink.latest().gaps, std::uint64_t{1});
        // The second message fell behind the refused mark.
        QCOMPARE(sink.latest().droppedFrames, std::uint64_t{2});
    }

    void stopsInEveryPhase_data() {
        QTest::addColumn<int>("phase");
        QTest::newRow("no server") << 0;
        QTest::newRow("silent stream") << 1;
        QTest::newRow("flood") << 2;
        QTest::newRow("waiting to retry") << 3;
    }
    void stopsInEveryPhase() {
        QFETCH(int, phase);
        std::promise<void> reached;
        std::once_flag once;
        GeyserServer server([&](grpc::ServerContext& context, Stream& stream, std::size_t) {
            geyser::SubscribeRequest request;
            if (!stream.Read(&request)) return grpc::Status::CANCELLED;
            std::call_once(once, [&] { reached.set_value(); });
            if (phase == 3) return grpc::Status(grpc::StatusCode::UNAVAILABLE, "going down");
            while (phase == 2 && !context.IsCancelled()) {
                if (!stream.Write(emptyAt(100, 1))) break;
            }
            drain(stream);
            return grpc::Status::OK;
        });
        auto options = quick(server);
        if (phase == 0) options.wsUrl = "http://127.0.0.1:1";
        if (phase == 3) options.backoffFirst = options.backoffMax = std::chrono::hours(1);
        RecordingSink sink;
        auto source = *makeYellowstoneSource(options, m_clock);
        source->start(sink.sink());
        if (phase == 0) QVERIFY(sink.waitState(FeedState::Connecting));
        if (phase != 0)
            QVERIFY(reached.get_future().wait_for(RecordingSink::kPatience) == std::future_status::ready);
        if (phase == 2) QVERIFY(sink.waitFrames([](const auto& frames) { return frames.size() > 100; }));
        if (phase == 3) QVERIFY(sink.waitState(FeedState::Retrying));
        source->stop();
        const std::size_t frames = sink.frames().size();
        source->stop();
        QVERIFY(sink.latest().state == FeedState::Ended);
        source.reset();
        QCOMPARE(sink.frames().size(), frames);
    }

    void refusesBadOptions() {
        const auto code = [this](const std::function<void(LiveOptions&)>& change) {
            LiveOptions options;
            options.source = "yellowstone";
            options.wsUrl = "https://node.example:443";
            change(options);
            const auto made = makeYellowstoneSource(options, m_clock);
            return made ? ErrorCode::Io : made.error().code;
        };
        QCOMPARE(code([](auto&) {}), ErrorCode::Io);
        QCOMPARE(code([](auto& o) { o.wsUrl.clear(); }), ErrorCode::BadValue);
        QCOMPARE(code([](auto& o) {
                     o.source = "helius";
                     o.apiKey = "k";
                 }),
                 ErrorCode::BadValue);
        QCOMPARE(code([](auto& o) { o.feed = "blocks"; }), ErrorCode::BadValue);
        QCOMPARE(code([](auto& o) { o.feed = "logs"; }), ErrorCode::BadValue);
        QCOMPARE(code([](auto& o) {
                     o.wsUrl = "http://node.example";
                     o.apiKey = "k";
                 }),
                 ErrorCode::BadValue);
    }
};

QTEST_APPLESS_MAIN(TestYellowstone)
#include "test_yellowstone.moc"
