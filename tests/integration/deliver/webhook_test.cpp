// SPDX-License-Identifier: GPL-3.0-or-later
// Webhooks against a loopback server that stalls, refuses, is busy, breaks and talks garbage.
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/deliver/webhook.h"
#include "core/deliver/outlet.h"
#include "tests/support/scripted_server.h"

#include <nlohmann/json.hpp>
#endif

#include <QTest>

#include <atomic>
#include <mutex>

using namespace core::deliver;
using core::Alert;
using core::ErrorCode;
using nlohmann::json;

namespace {

constexpr std::chrono::seconds kPatience{60};

Alert alertOf(const std::string& coin = "COIN") {
    Alert out;
    out.rule = "dev_dump";
    out.ruleVersion = 2;
    out.kind = "dev_dump";
    out.coin = coin;
    out.text = coin + ": the dev sold.";
    out.confidence = 0.9;
    return out;
}

OutletOptions fast() {
    OutletOptions out;
    out.perSecond = 1e6;
    out.backoffFirst = out.backoffMax = std::chrono::milliseconds{1};
    return out;
}

// Answers one after the other, the last one for good; keeps what it was asked.
class Service {
public:
    explicit Service(std::vector<test::HttpAnswer> answers) : m_answers(std::move(answers)) {
        test::ScriptedServer::Script script;
        script.http = [this](const test::HttpAsked& asked) {
            const std::scoped_lock lock(m_mutex);
            m_asked.push_back(asked);
            return m_answers[std::min(m_asked.size(), m_answers.size()) - 1];
        };
        m_server = std::make_unique<test::ScriptedServer>(std::move(script));
    }
    ~Service() { m_server->stop(); }
    [[nodiscard]] std::string url() const { return m_server->httpUrl() + "/"; }
    [[nodiscard]] std::vector<test::HttpAsked> asked() {
        const std::scoped_lock lock(m_mutex);
        return m_asked;
    }

private:
    std::vector<test::HttpAnswer> m_answers;
    std::mutex m_mutex;
    std::vector<test::HttpAsked> m_asked;
    std::unique_ptr<test::ScriptedServer> m_server;
};

test::HttpAnswer answer(unsigned status, std::string body = "{}",
                        std::vector<std::pair<std::string, std::string>> headers = {}) {
    test::HttpAnswer out;
    out.status = status;
    out.body = std::move(body);
    out.headers = std::move(headers);
    return out;
}

std::unique_ptr<Output> webhook(WebhookSettings settings, SecretSource secrets = {}) {
    auto made = makeWebhook(std::move(settings), std::move(secrets));
    if (!made) throw std::runtime_error(made.error().message());
    return std::move(*made);
}

}  // namespace

class WebhookTest : public QObject {
    Q_OBJECT
private slots:
    void postsJson() {
        Service service{{answer(204, "")}};
        const auto output = webhook({.kind = WebhookKind::Generic, .url = service.url() + "hook"});
        QVERIFY(output->deliver(alertOf("A\"B\\\n"), {}).state == Attempt::State::Done);
        QVERIFY(output->deliver(alertOf(), {}).state == Attempt::State::Done);
        const auto asked = service.asked();
        QCOMPARE(asked.size(), std::size_t{2});
        QVERIFY(asked[0].target.ends_with("hook"));
        QCOMPARE(asked[0].connection, asked[1].connection);  // the connection is kept
        const json body = json::parse(asked[0].body);
        QCOMPARE(body["rule"].get<std::string>(), std::string("dev_dump"));
        QCOMPARE(body["coin"].get<std::string>(), std::string("A\"B\\"));
        QCOMPARE(body["rule_version"].get<int>(), 2);
    }

    void aPreviewIsWhatIsSent() {
        Service service{{answer(200)}};
        WebhookSettings settings{
            .kind = WebhookKind::Discord, .url = service.url(), .text = "{severity}: {text} {mint}"};
        const auto preview = previewWebhook(settings, alertOf("*bold* @everyone"));
        QVERIFY(preview.has_value());
        QVERIFY(webhook(settings)->deliver(alertOf("*bold* @everyone"), {}).state == Attempt::State::Done);
        QCOMPARE(json::parse(service.asked()[0].body)["content"].get<std::string>(), *preview);
        // It says no to what makeWebhook says no to, in the same words.
        for (const char* text : {"{nonsense}", "{", "{{"}) {
            settings.kind = WebhookKind::Generic;
            settings.text = text;
            const auto refused = previewWebhook(settings, alertOf());
            const auto made = makeWebhook(settings, {});
            QVERIFY(!refused && !made);
            QCOMPARE(refused.error().message(), made.error().message());
        }
        QVERIFY(!previewWebhook({.kind = WebhookKind::Telegram}, alertOf()));
    }

    void speaksToTelegramWithoutMarkup() {
        Service service{{answer(200, R"({"ok":true})")}};
        std::string asked;
        const auto output = webhook({.kind = WebhookKind::Telegram,
                                     .url = service.url() + "bot{secret}/sendMessage",
                                     .secretName = "telegram",
                                     .recipient = "-100",
                                     .text = "{coin} {text}"},
                                    [&](std::string_view name) {
                                        asked = name;
                                        return std::optional<std::string>{"123:abc"};
                                    });
        QVERIFY(output->deliver(alertOf("<b>x</b>"), {}).state == Attempt::State::Done);
        QCOMPARE(asked, std::string("telegram"));
        QVERIFY(service.asked()[0].target.ends_with("/bot123:abc/sendMessage"));
        const json body = json::parse(service.asked()[0].body);
        QCOMPARE(body["chat_id"].get<std::string>(), std::string("-100"));
        QVERIFY(!body.contains("parse_mode"));
        QVERIFY(body["text"].get<std::string>().starts_with("<b>x</b>"));
    }

    void keepsDiscordFromPingingAnybody() {
        Service service{{answer(204, "")}};
        const auto output = webhook({.kind = WebhookKind::Discord, .url = service.url() + "hook"});
        Alert loud = alertOf("@everyone");
        loud.text = std::string(5'000, 'x');
        QVERIFY(output->deliver(loud, {}).state == Attempt::State::Done);
        const json body = json::parse(service.asked()[0].body);
        QVERIFY(body["allowed_mentions"]["parse"].empty());
        QVERIFY(body["content"].get<std::string>().size() <= 2'000);
    }

    void honoursWhatABusyServerAsksFor() {
        Service service{{answer(429, "{}", {{"Retry-After", "7"}}), answer(429, R"({"retry_after":1.5})"),
                         answer(429, R"({"ok":false,"parameters":{"retry_after":3}})"),
                         answer(503, "{}", {{"Retry-After", "999999"}}), answer(429, "garbage")}};
        const auto output = webhook({.kind = WebhookKind::Generic, .url = service.url()});
        const auto wait = [&] {
            const Attempt attempt = output->deliver(alertOf(), {});
            return attempt.state == Attempt::State::Retry && attempt.error->code == ErrorCode::RateLimited
                       ? attempt.after.value_or(std::chrono::milliseconds{-1})
                       : std::chrono::milliseconds{-2};
        };
        QCOMPARE(wait().count(), 7'000);
        QCOMPARE(wait().count(), 1'500);
        QCOMPARE(wait().count(), 3'000);
        QCOMPARE(wait().count(), 120'000);  // nobody may ask for more
        QCOMPARE(wait().count(), -1);
    }

    void triesAgainAfterTroubleAndNotAfterRefusal() {
        {
            Service service{{answer(500), answer(502), answer(200, "<html>garbage")}};
            Outlet outlet{webhook({.kind = WebhookKind::Generic, .url = service.url()}), fast()};
            QVERIFY(outlet.offer(alertOf()));
            outlet.finish(kPatience);
            QCOMPARE(outlet.stats().sent, std::uint64_t{1});
            QCOMPARE(outlet.stats().retries, std::uint64_t{2});
        }
        for (const unsigned status : {400U, 401U, 403U, 404U}) {
            Service service{{answer(status)}};
            Outlet outlet{webhook({.kind = WebhookKind::Generic, .url = service.url()}), fast()};
            QVERIFY(outlet.offer(alertOf()));
            outlet.finish(kPatience);
            QCOMPARE(outlet.stats().failed, std::uint64_t{1});
            QCOMPARE(service.asked().size(), std::size_t{1});
        }
    }

    void aStalledServerEndsWithItsDeadline() {
        test::HttpAnswer stalled;
        stalled.stall = true;
        Service service{{stalled}};
        WebhookSettings settings{.kind = WebhookKind::Generic, .url = service.url()};
        settings.stepTimeout = std::chrono::milliseconds{50};
        const Attempt attempt = webhook(settings)->deliver(alertOf(), {});
        QVERIFY(attempt.state == Attempt::State::Retry && attempt.error->code == ErrorCode::Timeout);
    }

    // One output hangs, one is refused, one works: the one that works has everything.
    void aDeadOutputDelaysNoOther() {
        test::HttpAnswer stalled;
        stalled.stall = true;
        Service hanging{{stalled}};
        Service working{{answer(200)}};
        std::string refusing;
        {
            Service gone{{answer(200)}};
            refusing = gone.url();
        }
        Outlet first{webhook({.kind = WebhookKind::Generic, .url = hanging.url()}), fast()};
        Outlet second{webhook({.kind = WebhookKind::Generic, .url = refusing}), fast()};
        Outlet third{webhook({.kind = WebhookKind::Generic, .url = working.url()}), fast()};
        for (int i = 0; i < 20; ++i)
            for (Outlet* outlet : {&first, &second, &third}) QVERIFY(outlet->offer(alertOf()));
        third.finish(kPatience);
        QCOMPARE(third.stats().sent, std::uint64_t{20});
        second.finish(kPatience);
        QCOMPARE(second.stats().failed, std::uint64_t{20});
        QVERIFY(second.stats().error.find("TCP") != std::string::npos);
        first.finish(std::chrono::milliseconds{0});
        QCOMPARE(first.stats().sent, std::uint64_t{0});
    }

    void tellsNoSecret() {
        const std::string secret = "s3cr3t";
        const auto source = [&](std::string_view) { return std::optional{secret}; };
        for (const std::string url :
             {"http://example.invalid/{secret}", "https://127.0.0.1:1/{secret}", "{secret}"}) {
            auto output = makeWebhook({.kind = WebhookKind::Generic, .url = url, .secretName = "x"}, source);
            QVERIFY(output.has_value());
            const Attempt attempt = (*output)->deliver(alertOf(), {});
            QVERIFY(attempt.state != Attempt::State::Done);
            QVERIFY2(attempt.error->message().find(secret) == std::string::npos, attempt.error->message().c_str());
        }
        auto none = makeWebhook({.kind = WebhookKind::Discord},
                                [](std::string_view) { return std::optional<std::string>{}; });
        QVERIFY((*none)->deliver(alertOf(), {}).error->code == ErrorCode::Unauthorized);
    }

    void refusesWhatCannotWork() {
        QVERIFY(!makeWebhook({.kind = WebhookKind::Generic}, {}).has_value());
        QVERIFY(!makeWebhook({.kind = WebhookKind::Generic, .url = "ftp://x"}, {}).has_value());
        QVERIFY(!makeWebhook({.kind = WebhookKind::Telegram}, {}).has_value());
        QVERIFY(!makeWebhook({.kind = WebhookKind::Generic, .url = "https://x.example/", .text = "{nope}"}, {})
                     .has_value());
        const auto bare = makeWebhook(
            {.kind = WebhookKind::Generic, .url = "https://x.example/", .text = "{{\"a\":{coin}}}"}, {});
        QVERIFY(bare.error().context.find("no JSON") != std::string::npos);
    }

    // A certificate that nobody trusts gets nothing.
    void checksTheCertificate() {
        std::atomic<int> posts{0};
        test::ScriptedServer::Script script;
        script.tls = test::TlsIdentity{};
        script.http = [&](const test::HttpAsked&) {
            ++posts;
            return test::HttpAnswer{};
        };
        test::ScriptedServer server{std::move(script)};
        const Attempt attempt = webhook({.kind = WebhookKind::Generic,
                                         .url = "https://127.0.0.1:" + std::to_string(server.port()) + "/"})
                                    ->deliver(alertOf(), {});
        QVERIFY(attempt.state == Attempt::State::Retry);
        QVERIFY2(attempt.error->message().find("certificate refused") != std::string::npos,
                 attempt.error->message().c_str());
        QCOMPARE(posts.load(), 0);
        server.stop();
    }
};

QTEST_APPLESS_MAIN(WebhookTest)
#include "webhook_test.moc"
