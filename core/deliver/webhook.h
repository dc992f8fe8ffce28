// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deliver/output.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace core::deliver {

/// What a service wants to be sent.
enum class WebhookKind : std::uint8_t { Generic, Telegram, Discord };

/// Where alerts are posted. No secret stands in it: `{secret}` in the URL is filled in when it is used.
struct WebhookSettings {
    WebhookKind kind = WebhookKind::Generic;
    std::string url{};         ///< empty: the service's own ("https://api.telegram.org/bot{secret}/sendMessage")
    std::string secretName{};  ///< what the secret is called where it is kept; empty: there is none
    std::string recipient{};   ///< Telegram: the chat
    /// Empty: the service's default. Generic: the whole JSON body, with values escaped for JSON strings; the
    /// others: the message.
    std::string text{};
    std::chrono::milliseconds stepTimeout{5'000};
};

/// Looks a secret up; nothing when it is not there. Called on the output's thread; what it gives is never logged.
using SecretSource = std::function<std::optional<std::string>(std::string_view name)>;

/// Errors: BadValue for a URL, text or recipient that is none; the words never hold the URL.
[[nodiscard]] Result<std::unique_ptr<Output>> makeWebhook(WebhookSettings settings, SecretSource secrets);

/// The message that an alert would become. Errors: as makeWebhook.
[[nodiscard]] Result<std::string> previewWebhook(const WebhookSettings& settings, const Alert& alert);

}  // namespace core::deliver
