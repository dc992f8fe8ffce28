// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deliver/webhook.h"

#include "core/base/json_text.h"
#include "core/base/text.h"
#include "core/deliver/message_template.h"
#include "core/source/endpoint.h"
#include "core/source/http_client.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace core::deliver {
namespace {

constexpr std::string_view kSecret = "{secret}";
constexpr std::chrono::milliseconds kLongestWait{120'000};

struct Service {
    WebhookKind kind;
    std::string_view url;
    std::string_view text;
    Escape escape;
    std::size_t longest;  ///< characters of a message; 0: no limit
};
constexpr std::array kServices{
    Service{WebhookKind::Generic, "",
            R"({{"rule":"{rule}","rule_version":{version},"kind":"{kind}","severity":"{severity}","coin":"{coin}",)"
            R"("mint":"{mint}","slot":"{slot}","time":"{time}","confidence":"{confidence}","text":"{text}"}})",
            Escape::Json, 0},
    Service{WebhookKind::Telegram, "https://api.telegram.org/bot{secret}/sendMessage",
            "[{severity}] {text}\n{mint}\nrule {rule}, confidence {confidence}", Escape::None, 4'000},
    Service{WebhookKind::Discord, "{secret}",
            "**{severity}** {text}\n`{mint}`\nrule {rule}, confidence {confidence}", Escape::Markdown, 1'900},
};

const Service& serviceOf(WebhookKind kind) {
    return *std::find_if(kServices.begin(), kServices.end(),
                         [&](const Service& each) { return each.kind == kind; });
}

// Telegram and Discord say in the body how long to wait, in seconds.
std::optional<std::chrono::milliseconds> waitOf(const std::string& body) {
    simdjson::dom::parser parser;
    simdjson::dom::element document;
    if (parser.parse(body).get(document) != simdjson::SUCCESS) return std::nullopt;
    double seconds = 0;
    if (document["retry_after"].get(seconds) != simdjson::SUCCESS &&
        document["parameters"]["retry_after"].get(seconds) != simdjson::SUCCESS)
        return std::nullopt;
    if (!(seconds >= 0) || seconds > 1e6) return std::nullopt;
    const auto wait = std::chrono::milliseconds(static_cast<std::int64_t>(std::ceil(seconds * 1'000)));
    return std::min(wait, kLongestWait);
}

class Webhook final : public Output {
public:
    Webhook(WebhookSettings settings, MessageTemplate text, SecretSource secrets)
        : m_settings(std::move(settings)), m_text(std::move(text)), m_secrets(std::move(secrets)) {}

    Attempt deliver(const Alert& alert, std::stop_token stop) override {
        if (!m_client) {
            if (auto failed = connect()) return std::move(*failed);
        }
        const auto reply = m_client->post(bodyOf(alert), std::move(stop));
        if (!reply) {
            const bool pointless = reply.error().code == ErrorCode::TooLarge;
            return pointless ? Attempt::giveUp(reply.error()) : Attempt::retry(reply.error());
        }
        const std::string where = fmt::format("{}: HTTP {}", m_client->display(), reply->status);
        const unsigned hundreds = reply->status / 100;
        if (hundreds == 2) return Attempt::done();
        if (reply->status == 429 || reply->status == 503) {
            auto after = reply->retryAfter;
            if (const auto told = waitOf(reply->body)) after = std::max(after.value_or(*told), *told);
            return Attempt::retry(fail(ErrorCode::RateLimited, where), after);
        }
        if (hundreds == 5) return Attempt::retry(fail(ErrorCode::Remote, where));
        // The secret may have been changed meanwhile: it is asked for again with the next alert.
        m_client.reset();
        const bool key = reply->status == 401 || reply->status == 403;
        return Attempt::giveUp(fail(key ? ErrorCode::Unauthorized : ErrorCode::Remote, where));
    }

private:
    std::optional<Attempt> connect() {
        std::string url = m_settings.url;
        if (const std::size_t at = url.find(kSecret); at != std::string::npos) {
            const auto secret = m_secrets ? m_secrets(m_settings.secretName) : std::nullopt;
            if (!secret || secret->empty())
                return Attempt::giveUp(fail(ErrorCode::Unauthorized, "no key is stored for this output"));
            url.replace(at, kSecret.size(), *secret);
            // Where the whole address is the secret, another text would be taken for a host and shown.
            if (at == 0 && !url.starts_with("https://") && !url.starts_with("http://"))
                return Attempt::giveUp(fail(ErrorCode::BadValue, "the stored key is no https address"));
        }
        const auto endpoint = source::parseEndpoint(url);
        if (!endpoint) return Attempt::giveUp(endpoint.error());
        if (!endpoint->tls && !endpoint->isLoopback())
            return Attempt::giveUp(fail(ErrorCode::BadValue, "alerts leave this machine over https only"));
        source::HttpOptions options;
        options.url = std::move(url);
        options.stepTimeout = m_settings.stepTimeout;
        auto client = source::HttpClient::create(std::move(options));
        if (!client) return Attempt::giveUp(client.error());
        m_client = std::move(*client);
        return std::nullopt;
    }

    [[nodiscard]] std::string bodyOf(const Alert& alert) const {
        const Service& service = serviceOf(m_settings.kind);
        std::string message = m_text.fill(alert, service.escape);
        if (m_settings.kind == WebhookKind::Generic) return message;
        // Line ends are the user's own; what is too long is cut.
        if (service.longest != 0 && message.size() > service.longest) {
            std::size_t end = service.longest;
            while (end > 0 && (static_cast<unsigned char>(message[end]) & 0xc0U) == 0x80U) --end;
            message.resize(end);
        }
        std::string out = "{";
        if (m_settings.kind == WebhookKind::Telegram) {
            // No parse_mode: nothing in the message is markup.
            out += "\"chat_id\":";
            appendJsonString(out, m_settings.recipient);
            out += ",\"disable_web_page_preview\":true,\"text\":";
        } else {
            out += "\"allowed_mentions\":{\"parse\":[]},\"content\":";
        }
        appendJsonString(out, message);
        return out + "}";
    }

    WebhookSettings m_settings;
    MessageTemplate m_text;
    SecretSource m_secrets;
    std::unique_ptr<source::HttpClient> m_client;
};

/// Settings whose empty parts are filled in, and their message.
struct Checked {
    WebhookSettings settings;
    MessageTemplate text;
};

Result<Checked> check(WebhookSettings settings) {
    const Service& service = serviceOf(settings.kind);
    if (settings.url.empty()) settings.url = service.url;
    if (settings.url.empty()) return fail(ErrorCode::BadValue, "the output has no URL");
    if (settings.url.find(kSecret) == std::string::npos) {
        const auto endpoint = source::parseEndpoint(settings.url);
        if (!endpoint) return endpoint.error();
    }
    if (settings.kind == WebhookKind::Telegram && settings.recipient.empty())
        return fail(ErrorCode::BadValue, "Telegram needs the chat that alerts go to");
    auto text = MessageTemplate::parse(settings.text.empty() ? service.text : std::string_view{settings.text});
    if (!text) return fail(text.error().code, "message: " + text.error().context);
    if (settings.kind == WebhookKind::Generic) {
        // Filled with values of any kind it has to be JSON.
        Alert probe;
        probe.text = probe.coin = "\"\\\n";
        const std::string body = text->fill(probe, Escape::Json);
        simdjson::dom::parser parser;
        if (parser.parse(body).error() != simdjson::SUCCESS)
            return fail(ErrorCode::BadValue, "message: filled in it is no JSON; values belong into quotes");
    }
    return Checked{std::move(settings), *std::move(text)};
}

}  // namespace

Result<std::unique_ptr<Output>> makeWebhook(WebhookSettings settings, SecretSource secrets) {
    auto checked = check(std::move(settings));
    if (!checked) return std::move(checked).error();
    return std::unique_ptr<Output>(
        std::make_unique<Webhook>(std::move(checked->settings), std::move(checked->text), std::move(secrets)));
}

Result<std::string> previewWebhook(const WebhookSettings& settings, const Alert& alert) {
    const auto checked = check(settings);
    if (!checked) return checked.error();
    return checked->text.fill(alert, serviceOf(settings.kind).escape);
}

}  // namespace core::deliver
