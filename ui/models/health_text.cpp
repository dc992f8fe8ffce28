// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/health_text.h"

#include "ui/format/number_text.h"
#include "ui/format/price_text.h"
#include "ui/format/time_text.h"
#include "ui/phrases/phrases.h"

#include <QObject>

#include <algorithm>

namespace ui {
namespace {

using core::source::FeedState;
using core::source::FeedStatus;

QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

bool isLive(core::pipeline::Mode mode) {
    return mode == core::pipeline::Mode::Live || mode == core::pipeline::Mode::Simulated;
}

}  // namespace

Tone feedTone(const FeedStatus& feed) {
    switch (feed.state) {
        case FeedState::Connected: return Tone::Good;
        case FeedState::Connecting:
        case FeedState::Backfilling:
        case FeedState::Retrying: return Tone::Attention;
        case FeedState::Failed: return Tone::Bad;
        case FeedState::Idle:
        case FeedState::Ended: return Tone::Quiet;
    }
    return Tone::Quiet;
}

QString feedStateText(const FeedStatus& feed) {
    const QString progress = feed.progress ? u' ' + format::share(feed.progress) : QString();
    switch (feed.state) {
        case FeedState::Idle: return QObject::tr("idle");
        case FeedState::Connecting: return QObject::tr("connecting");
        case FeedState::Connected:
            return feed.progress ? QObject::tr("playing") + progress : QObject::tr("connected");
        case FeedState::Retrying:
            return feed.retryInMs ? QObject::tr("retrying in %1 s")
                                        .arg(std::max<std::int64_t>((*feed.retryInMs + 999) / 1000, 0))
                                  : QObject::tr("retrying");
        case FeedState::Backfilling: return QObject::tr("fetching what was missed");
        case FeedState::Ended: return QObject::tr("ended");
        case FeedState::Failed: return QObject::tr("failed");
    }
    return {};
}

QString feedSentence(const FeedStatus& feed) {
    QStringList parts{text(feed.source)};
    if (!feed.endpoint.empty()) parts << text(feed.endpoint);
    parts << feedStateText(feed);
    QString out = parts.join(QStringLiteral(" · "));
    const bool wantsReason = feed.state == FeedState::Retrying || feed.state == FeedState::Failed;
    if (wantsReason && !feed.detail.empty()) out = QObject::tr("%1: %2").arg(out, phrases::inLanguage(feed.detail));
    return out;
}

Trouble currentTrouble(const core::pipeline::Snapshot& snapshot) {
    if (!snapshot.health.storeError.empty())
        return {QObject::tr("Trades are not being saved: %1. The screen stays live. Free disk space or choose "
                            "another database.")
                    .arg(phrases::inLanguage(snapshot.health.storeError)),
                QStringLiteral("store")};
    for (const FeedStatus& feed : snapshot.health.feeds) {
        const QString reason =
            feed.detail.empty() ? QObject::tr("no reason was given") : phrases::inLanguage(feed.detail);
        if (feed.state == FeedState::Failed)
            return {
                QObject::tr("%1 stopped: %2. What is on the screen stays. Open another recording or connect again.")
                    .arg(text(feed.source), reason),
                QStringLiteral("failed ") + text(feed.source)};
        if (feed.state == FeedState::Retrying)
            return {
                QObject::tr(
                    "%1 is not connected (%2), %3. Numbers stand still until it is back; recordings still play. "
                    "If it lasts, check the network or choose another endpoint.")
                    .arg(text(feed.source), reason, feedStateText(feed)),
                QStringLiteral("retrying ") + text(feed.source)};
    }
    return {};
}

Badge modeBadge(core::pipeline::Mode mode, const core::pipeline::Health& health) {
    const bool connected = std::any_of(health.feeds.begin(), health.feeds.end(), [](const FeedStatus& feed) {
        return feed.state == FeedState::Connected || feed.state == FeedState::Backfilling;
    });
    // A simulated market that was recorded needs no connection.
    const bool played = std::any_of(health.feeds.begin(), health.feeds.end(), [](const FeedStatus& feed) {
        return feed.state == FeedState::Ended && feed.progress.has_value();
    });
    if (isLive(mode) && !connected && !played) {
        const QString name = mode == core::pipeline::Mode::Live ? QObject::tr("LIVE – not connected")
                                                                : QObject::tr("SIMULATED – not connected");
        return {name, Tone::Bad};
    }
    switch (mode) {
        case core::pipeline::Mode::Idle: return {QObject::tr("NO FEED"), Tone::Quiet};
        case core::pipeline::Mode::Live: return {QObject::tr("LIVE"), Tone::Good};
        case core::pipeline::Mode::Replay: return {QObject::tr("REPLAY"), Tone::Attention};
        case core::pipeline::Mode::Simulated: return {QObject::tr("SIMULATED"), Tone::Simulated};
    }
    return {};
}

}  // namespace ui
