// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/health_text.h"

#include "ui/format/number_text.h"
#include "ui/format/price_text.h"
#include "ui/format/time_text.h"

#include <QObject>

#include <algorithm>

namespace ui {
namespace {

using core::source::FeedState;
using core::source::FeedStatus;

QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

QString joined(const std::vector<std::string>& parts, const QString& between) {
    QStringList out;
    for (const auto& part : parts) out << text(part);
    return out.join(between);
}

QString fetchText(const core::pipeline::FetchCount& count) {
    QString out =
        QObject::tr("%1 of %2 fetched").arg(format::grouped(count.fetched), format::grouped(count.wanted));
    if (count.notFetched != 0) out += QObject::tr(", %1 not fetched").arg(format::grouped(count.notFetched));
    return out;
}

QString visibilityText(const core::pipeline::VenueCoverage& row) {
    using core::pipeline::Visibility;
    QString out;
    switch (row.visibility) {
        case Visibility::NotVisible: return QObject::tr("not visible");
        case Visibility::FromLogs: out = QObject::tr("from logs"); break;
        case Visibility::WholeTransactions: return QObject::tr("from whole transactions");
        case Visibility::Fetched: return QObject::tr("whole transactions: ") + fetchText(row.fetches);
    }
    if (row.fetches.wanted != 0) out += QObject::tr("; whole transactions: ") + fetchText(row.fetches);
    return out;
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
    if (wantsReason && !feed.detail.empty()) out += QStringLiteral(": ") + text(feed.detail);
    return out;
}

std::vector<HealthLine> healthLines(const core::pipeline::Health& health) {
    std::vector<HealthLine> out;
    const auto counted = [](std::uint64_t count) { return count == 0 ? Tone::Quiet : Tone::Attention; };
    for (const FeedStatus& feed : health.feeds) {
        const QString group = text(feed.source) + (feed.endpoint.empty() ? QString() : u' ' + text(feed.endpoint));
        out.push_back({group, QObject::tr("State"), feedStateText(feed), feedTone(feed)});
        if (!feed.detail.empty()) out.push_back({group, QObject::tr("Detail"), text(feed.detail), Tone::Quiet});
        out.push_back({group, QObject::tr("Messages"),
                       format::grouped(feed.messages) + QStringLiteral(" (") + format::bytes(feed.bytes) + u')',
                       Tone::Quiet});
        out.push_back(
            {group, QObject::tr("Reconnects"), format::grouped(feed.reconnects), counted(feed.reconnects)});
        out.push_back(
            {group, QObject::tr("Gaps (trades missing)"), format::grouped(feed.gaps), counted(feed.gaps)});
        out.push_back({group, QObject::tr("Fetched after outages"), format::grouped(feed.backfilled), Tone::Quiet});
        out.push_back({group, QObject::tr("Dropped messages"), format::grouped(feed.droppedFrames),
                       counted(feed.droppedFrames)});
        if (!feed.announces.empty())
            out.push_back(
                {group, QObject::tr("Announces only"), joined(feed.announces, QStringLiteral(", ")), Tone::Quiet});
        out.push_back({group, QObject::tr("Covers"),
                       feed.covers.empty() ? QObject::tr("unknown") : joined(feed.covers, QStringLiteral(", ")),
                       Tone::Quiet});
        if (feed.firstShare)
            out.push_back(
                {group, QObject::tr("First to bring a message"), format::share(feed.firstShare), Tone::Quiet});
        if (feed.behindMs)
            out.push_back({group, QObject::tr("Behind the first, else"),
                           QObject::tr("%1 ms").arg(QString::number(*feed.behindMs, 'f', 1)), Tone::Quiet});
        for (const auto& blind : feed.blindTo)
            out.push_back({group, QObject::tr("Blind to"), text(blind), Tone::Attention});
    }
    const QString venues = QObject::tr("Venues");
    for (const auto& row : health.coverage)
        out.push_back({venues, text(row.venue), visibilityText(row),
                       row.fetches.notFetched != 0 ? Tone::Attention : Tone::Quiet});
    if (const auto& blocks = health.fetches.blocks; blocks.wanted != 0)
        out.push_back({venues, QObject::tr("Blocks of creations"), fetchText(blocks), counted(blocks.notFetched)});
    if (const auto& asked = health.lookups; asked.perHour != 0) {
        const QString wallets = QObject::tr("Wallets asked about");
        out.push_back({wallets, QObject::tr("Requests this hour"),
                       QObject::tr("%1 of %2").arg(format::grouped(asked.thisHour), format::grouped(asked.perHour)),
                       asked.thisHour >= asked.perHour ? Tone::Attention : Tone::Quiet});
        out.push_back({wallets, QObject::tr("Questions"),
                       QObject::tr("%1 answered, %2 waiting, %3 unanswered, %4 dropped")
                           .arg(format::grouped(asked.answered), format::grouped(asked.waiting),
                                format::grouped(asked.unanswered), format::grouped(asked.dropped)),
                       counted(asked.unanswered + asked.dropped)});
        out.push_back({wallets, QObject::tr("Requests saved, answer was kept"), format::grouped(asked.remembered),
                       Tone::Quiet});
    }
    const QString engine = QObject::tr("Engine");
    out.push_back({engine, QObject::tr("Lag behind the chain"),
                   health.lagMs ? format::lag(health.lagMs) : QObject::tr("unknown"), Tone::Quiet});
    out.push_back({engine, QObject::tr("Messages per second"), QString::number(health.messagesPerSecond, 'f', 1),
                   Tone::Quiet});
    out.push_back(
        {engine, QObject::tr("Trades per second"), QString::number(health.tradesPerSecond, 'f', 1), Tone::Quiet});
    out.push_back({engine, QObject::tr("Last slot"),
                   health.lastSlot ? format::grouped(*health.lastSlot) : QObject::tr("unknown"), Tone::Quiet});
    out.push_back({engine, QObject::tr("Last block"),
                   health.lastBlockTime ? format::dateTime(health.lastBlockTime) : QObject::tr("unknown"),
                   Tone::Quiet});
    out.push_back({engine, QObject::tr("Trades"), format::grouped(health.trades), Tone::Quiet});
    out.push_back({engine, QObject::tr("Seen twice, left out"), format::grouped(health.duplicates), Tone::Quiet});
    out.push_back({engine, QObject::tr("Late trades"), format::grouped(health.late), Tone::Quiet});
    const auto queue = [&](const QString& name, const core::QueueStats& stats) {
        out.push_back({engine, name,
                       QObject::tr("%1 of %2, most %3, dropped %4")
                           .arg(format::grouped(stats.size), format::grouped(stats.capacity),
                                format::grouped(stats.highWater), format::grouped(stats.dropped)),
                       counted(stats.dropped)});
    };
    if (const auto& cold = health.cold) {
        const QString memory = QObject::tr("Memory");
        out.push_back({memory, QObject::tr("Holders and trades of coins in memory"), format::bytes(cold->hotBytes),
                       Tone::Quiet});
        out.push_back(
            {memory, QObject::tr("Idle coins put away to disk"),
             QObject::tr("%1 (%2); brought back %3 times")
                 .arg(format::grouped(cold->coins), format::bytes(cold->bytes), format::grouped(cold->in)),
             Tone::Quiet});
        if (cold->lost != 0)
            out.push_back({memory, QObject::tr("Coins whose holders were lost on disk"),
                           format::grouped(cold->lost), Tone::Bad});
        if (!cold->error.empty()) out.push_back({memory, QObject::tr("Error"), text(cold->error), Tone::Attention});
    }
    queue(QObject::tr("Message queue"), health.frameQueue);
    queue(QObject::tr("Store queue"), health.storeQueue);
    for (const auto& [reason, count] : health.undecoded)
        out.push_back({QObject::tr("Not decoded"), text(reason), format::grouped(count), Tone::Attention});
    const QString store = QObject::tr("Database");
    out.push_back({store, QObject::tr("Trades stored"), format::grouped(health.storedTrades), Tone::Quiet});
    out.push_back({store, QObject::tr("Size"), format::bytes(health.databaseBytes), Tone::Quiet});
    if (!health.storeError.empty())
        out.push_back({store, QObject::tr("Error"), text(health.storeError), Tone::Bad});
    return out;
}

Trouble currentTrouble(const core::pipeline::Snapshot& snapshot) {
    if (!snapshot.health.storeError.empty())
        return {QObject::tr("Trades are not being saved: %1. The screen stays live. Free disk space or choose "
                            "another database.")
                    .arg(text(snapshot.health.storeError)),
                QStringLiteral("store")};
    for (const FeedStatus& feed : snapshot.health.feeds) {
        const QString reason = feed.detail.empty() ? QObject::tr("no reason was given") : text(feed.detail);
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
    if (isLive(mode) && !connected) {
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
