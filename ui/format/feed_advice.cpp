// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/feed_advice.h"

#include "core/base/text.h"

#include <QCoreApplication>

namespace ui::format {
namespace {

using core::ErrorCode;
using core::source::ProbeStage;
using core::source::ProbeStep;

QString tr(const char* text) {
    return QCoreApplication::translate("feed", text);
}

QString works(ProbeStage stage) {
    switch (stage) {
        case ProbeStage::Options:
        case ProbeStage::Dns: return tr("Recordings and stored hours work without a feed.");
        case ProbeStage::Tcp: return tr("The name is known. Recordings and stored hours work without a feed.");
        case ProbeStage::Tls: return tr("The server answers, and no key was sent to it.");
        case ProbeStage::Handshake: return tr("The server answers and may be trusted.");
        case ProbeStage::Subscription: return tr("Address and key are good.");
        case ProbeStage::FirstMessage: return tr("Address, key and subscription are good.");
    }
    return {};
}

FeedAdvice options(const ProbeStep& step, const QString& said) {
    if (step.error == ErrorCode::Unauthorized)
        return {tr("This source needs a key."), {}, tr("Type the key below, press Keep and test again.")};
    if (step.error == ErrorCode::Unsupported)
        return {tr("This build has no such source."), {}, tr("Choose another source.")};
    return {tr("The settings cannot be used: %1.").arg(said), {}, tr("Check source and addresses.")};
}

FeedAdvice dns(const ProbeStep& step, const QString& host) {
    if (step.error == ErrorCode::Refused)
        return {tr("No server has the name %1.").arg(host), {}, tr("Check the spelling of the address.")};
    return {tr("The name %1 could not be looked up.").arg(host),
            {},
            tr("Check whether this computer is online and its name server answers, then test again.")};
}

FeedAdvice tcp(const ProbeStep& step, const QString& host) {
    if (step.error == ErrorCode::Refused)
        return {tr("%1 is there, but nothing listens on that port.").arg(host),
                {},
                tr("Check the port in the address, and whether the node runs.")};
    if (step.error == ErrorCode::Timeout)
        return {tr("%1 did not answer in time.").arg(host),
                {},
                tr("Check address and port. A firewall on the way may drop the connection.")};
    return {tr("%1 cannot be reached.").arg(host), {}, tr("Check the network, and a VPN if you use one.")};
}

FeedAdvice tls(const ProbeStep& step, const QString& said) {
    if (step.error == ErrorCode::Untrusted)
        return {
            tr("Its certificate is not trusted: %1.").arg(said),
            {},
            tr("Check the name in the address and this computer's clock. If a proxy reads along on purpose, its "
               "certificate has to be among those of the system.")};
    if (step.error == ErrorCode::Timeout)
        return {
            tr("The server does not answer to encryption."),
            {},
            tr("Check the port. A node on this machine without encryption has an address that begins with ws://.")};
    return {tr("Encryption could not be agreed on: %1.").arg(said),
            {},
            tr("Check the port. A node on this machine without encryption has an address that begins with ws://.")};
}

FeedAdvice handshake(const ProbeStep& step, const QString& said) {
    if (step.error == ErrorCode::Unauthorized)
        return {
            tr("The server refuses the key, or misses one: %1.").arg(said),
            {},
            tr("Check that the key is one of this service and still valid; type it anew below and press Keep.")};
    if (step.error == ErrorCode::RateLimited)
        return {tr("The server takes no more connections or requests now: %1.").arg(said),
                {},
                tr("Wait a minute and test again. Other programs with the same key count too; a larger plan allows "
                   "more.")};
    if (step.error == ErrorCode::Timeout)
        return {tr("The server did not answer the handshake in time."),
                {},
                tr("Test again; if it stays so, choose another node.")};
    return {
        tr("There is no websocket at this address: %1.").arg(said), {}, tr("Check port and path of the address.")};
}

FeedAdvice stream(const ProbeStep& step, const QString& said) {
    if (step.error == ErrorCode::Timeout && step.stage == ProbeStage::FirstMessage)
        return {tr("Connected, but nothing came in time."),
                {},
                tr("Test again. If it stays silent, the node may be behind the chain: choose another one.")};
    if (step.error == ErrorCode::Timeout)
        return {tr("Connected, but the subscription was not answered."),
                {},
                tr("Check that the address is that of a Solana node; the source may be another one.")};
    if (step.error == ErrorCode::Remote)
        return {tr("The server refuses the subscription: %1.").arg(said),
                {},
                tr("The plan of the key may not have it: choose another source, or ask the provider.")};
    return {tr("The connection ended: %1.").arg(said), {}, tr("Test again; if it stays so, choose another node.")};
}

}  // namespace

QString stageText(ProbeStage stage) {
    switch (stage) {
        case ProbeStage::Options: return tr("Settings");
        case ProbeStage::Dns: return tr("Name look-up");
        case ProbeStage::Tcp: return tr("Connection (TCP)");
        case ProbeStage::Tls: return tr("Encryption (TLS)");
        case ProbeStage::Handshake: return tr("Handshake and key");
        case ProbeStage::Subscription: return tr("Subscription");
        case ProbeStage::FirstMessage: return tr("First message");
    }
    return {};
}

FeedAdvice feedAdvice(const ProbeStep& step, const QString& host) {
    if (step.error == ErrorCode::Cancelled) return {tr("Ended before an answer came."), {}, {}};
    // What a server says of itself is a stranger's text.
    constexpr std::size_t kShown = 200;
    const QString said = QString::fromStdString(core::sanitizeText(step.text, kShown));
    FeedAdvice out;
    switch (step.stage) {
        case ProbeStage::Options: out = options(step, said); break;
        case ProbeStage::Dns: out = dns(step, host); break;
        case ProbeStage::Tcp: out = tcp(step, host); break;
        case ProbeStage::Tls: out = tls(step, said); break;
        case ProbeStage::Handshake: out = handshake(step, said); break;
        case ProbeStage::Subscription:
        case ProbeStage::FirstMessage: out = stream(step, said); break;
    }
    out.works = works(step.stage);
    return out;
}

}  // namespace ui::format
