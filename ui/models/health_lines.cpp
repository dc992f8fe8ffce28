// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/health_lines.h"

#include "ui/format/number_text.h"
#include "ui/format/price_text.h"
#include "ui/format/time_text.h"
#include "ui/phrases/phrases.h"

#include <QObject>

#include <utility>

namespace ui {
namespace {

using core::pipeline::FetchCount;
using core::pipeline::Health;
using core::source::FeedStatus;

constexpr double kSlowMs = 5'000;
constexpr double kFarBehindMs = 30'000;
constexpr std::uint64_t kLittleDisk = 5'000'000'000;  // bytes
constexpr std::uint64_t kAlmostNoDisk = 500'000'000;  // bytes
constexpr double kFullQueue = 0.8;

QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

QString joined(const std::vector<std::string>& parts) {
    QStringList out;
    for (const auto& part : parts) out << text(part);
    return out.join(QStringLiteral(", "));
}

QString stateId(core::source::FeedState state) {
    using core::source::FeedState;
    switch (state) {
        case FeedState::Idle: return QStringLiteral("idle");
        case FeedState::Connecting: return QStringLiteral("connecting");
        case FeedState::Connected: return QStringLiteral("connected");
        case FeedState::Retrying: return QStringLiteral("retrying");
        case FeedState::Backfilling: return QStringLiteral("backfilling");
        case FeedState::Ended: return QStringLiteral("ended");
        case FeedState::Failed: return QStringLiteral("failed");
    }
    return {};
}

QString fetchText(const FetchCount& count) {
    QString out =
        QObject::tr("%1 of %2 fetched").arg(format::grouped(count.fetched), format::grouped(count.wanted));
    if (count.notFetched != 0) out += QObject::tr(", %1 not fetched").arg(format::grouped(count.notFetched));
    return out;
}

QString rawFetch(const FetchCount& count) {
    return QStringLiteral("%1/%2/%3").arg(count.fetched).arg(count.wanted).arg(count.notFetched);
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

Tone noneIsGood(std::uint64_t count) {
    return count == 0 ? Tone::Quiet : Tone::Attention;
}

/// Collects the lines of one group.
class Group {
public:
    Group(std::vector<HealthLine>& out, QString name) : m_out(out), m_name(std::move(name)) {}

    struct Words {
        QString meaning;
        QString advice = {};
    };
    void add(const char* id, const QString& name, const QString& value, const QString& raw, Tone tone,
             Words words) {
        m_out.push_back(
            {m_name, QLatin1String(id), name, value, raw, tone, std::move(words.meaning), std::move(words.advice)});
    }
    void count(const char* id, const QString& name, std::uint64_t count, Tone tone, Words words) {
        add(id, name, format::grouped(count), QString::number(count), tone, std::move(words));
    }
    void number(const char* id, const QString& name, double value, Words words) {
        const QString digits = QString::number(value, 'f', 1);
        add(id, name, digits, digits, Tone::Quiet, std::move(words));
    }

private:
    std::vector<HealthLine>& m_out;
    QString m_name;
};

void feedLines(std::vector<HealthLine>& out, const FeedStatus& feed) {
    Group group(out, text(feed.source) + (feed.endpoint.empty() ? QString() : u' ' + text(feed.endpoint)));
    const QString state = feedStateText(feed);
    group.add("state", QObject::tr("State"),
              feed.detail.empty() ? state : QObject::tr("%1: %2").arg(state, phrases::inLanguage(feed.detail)),
              stateId(feed.state), feedTone(feed),
              {QObject::tr("Whether this feed delivers now."),
               QObject::tr("It tries again by itself. If it lasts, check the network, or choose another endpoint "
                           "in Settings, Live feed.")});
    group.add("messages", QObject::tr("Messages"),
              format::grouped(feed.messages) + QStringLiteral(" (") + format::bytes(feed.bytes) + u')',
              QString::number(feed.messages), Tone::Quiet, {QObject::tr("What arrived in this session.")});
    group.count("reconnects", QObject::tr("Reconnects"), feed.reconnects, noneIsGood(feed.reconnects),
                {QObject::tr("Times the connection was lost and came back."),
                 QObject::tr("Now and then is usual for public nodes. Many an hour: take a node with a key.")});
    group.count("gaps", QObject::tr("Gaps (trades missing)"), feed.gaps, noneIsGood(feed.gaps),
                {QObject::tr("Outages whose trades could not all be fetched afterwards: holders and volumes of "
                             "that time are too low."),
                 QObject::tr("Give the feed an HTTP address that keeps history, and a higher allowance.")});
    group.count("backfilled", QObject::tr("Fetched after outages"), feed.backfilled, Tone::Quiet,
                {QObject::tr("Transactions that were missed and fetched over HTTP.")});
    group.count("dropped", QObject::tr("Dropped messages"), feed.droppedFrames, noneIsGood(feed.droppedFrames),
                {QObject::tr("Came faster than the engine could take them; they count as a gap and are fetched."),
                 QObject::tr("Close other programs, or follow fewer venues.")});
    if (!feed.announces.empty())
        group.add("announces", QObject::tr("Announces only"), joined(feed.announces), joined(feed.announces),
                  Tone::Quiet,
                  {QObject::tr("Of these it tells which transactions there were; each is fetched from the node.")});
    group.add("covers", QObject::tr("Covers"), feed.covers.empty() ? format::unknown() : joined(feed.covers),
              joined(feed.covers), Tone::Quiet, {QObject::tr("Venues whose trades this feed shows.")});
    if (feed.firstShare)
        group.add("first_share", QObject::tr("First to bring a message"), format::share(feed.firstShare),
                  QString::number(*feed.firstShare, 'f', 4), Tone::Quiet,
                  {QObject::tr("How often this endpoint was faster than the others.")});
    if (feed.behindMs)
        group.add("behind_ms", QObject::tr("Behind the first, else"),
                  QObject::tr("%1 ms").arg(QString::number(*feed.behindMs, 'f', 1)),
                  QString::number(*feed.behindMs, 'f', 1), Tone::Quiet,
                  {QObject::tr("How much later it is when another one was first, median.")});
    for (const auto& blind : feed.blindTo)
        group.add("blind_to", QObject::tr("Blind to"), phrases::inLanguage(blind), text(blind), Tone::Attention,
                  {QObject::tr("What this feed cannot show, whatever happens; such figures are unknown."),
                   QObject::tr("A feed of whole transactions shows it: Settings, Live feed.")});
}

void venueLines(std::vector<HealthLine>& out, const Health& health) {
    Group venues(out, QObject::tr("Venues"));
    for (const auto& row : health.coverage)
        out.push_back({QObject::tr("Venues"), text(row.venue), text(row.venue), visibilityText(row),
                       rawFetch(row.fetches), row.fetches.notFetched != 0 ? Tone::Attention : Tone::Quiet,
                       QObject::tr("How the feeds show this venue."),
                       row.fetches.notFetched != 0
                           ? QObject::tr("Some of its trades are missing: the node's allowance did not suffice.")
                           : QString()});
    if (const auto& blocks = health.fetches.blocks; blocks.wanted != 0)
        venues.add("creation_blocks", QObject::tr("Blocks of creations"), fetchText(blocks), rawFetch(blocks),
                   noneIsGood(blocks.notFetched),
                   {QObject::tr("Blocks that were asked for the order of the first buyers."),
                    QObject::tr("Where one is missing, who sniped within the block is unknown.")});
}

void nodeLines(std::vector<HealthLine>& out, const Health& health) {
    if (health.requests) {
        const auto& spent = *health.requests;
        Group node(out, QObject::tr("Requests to the node"));
        node.count("requests_sent", QObject::tr("Sent"), spent.sent, Tone::Quiet,
                   {QObject::tr("For outages, single transactions, pools and wallets, all within one allowance.")});
        const bool slowed = spent.perSecond < spent.allowance * 0.99;
        node.add("requests_allowed", QObject::tr("Allowed now"),
                 QObject::tr("%1 of %2 a second")
                     .arg(QString::number(spent.perSecond, 'f', 1), QString::number(spent.allowance, 'f', 1)),
                 QString::number(spent.perSecond, 'f', 3), slowed ? Tone::Attention : Tone::Quiet,
                 {QObject::tr("Halved whenever the node asks for fewer, and given back bit by bit."),
                  QObject::tr("Less is fetched meanwhile. A node with a key allows more.")});
        node.count("requests_slowed", QObject::tr("Node asked to slow down"), spent.slowedDown,
                   noneIsGood(spent.slowedDown),
                   {QObject::tr("Times the node said that it was asked too much."),
                    QObject::tr("Take a node with a key, or look up fewer wallets in Settings, Live feed.")});
    }
    if (const auto& asked = health.lookups; asked.perHour != 0) {
        Group wallets(out, QObject::tr("Wallets asked about"));
        const std::uint64_t left = asked.perHour > asked.thisHour ? asked.perHour - asked.thisHour : 0;
        wallets.add(
            "lookups_hour", QObject::tr("Requests this hour"),
            QObject::tr("%1 of %2, %3 left")
                .arg(format::grouped(asked.thisHour), format::grouped(asked.perHour), format::grouped(left)),
            QStringLiteral("%1/%2").arg(asked.thisHour).arg(asked.perHour),
            left == 0 ? Tone::Attention : Tone::Quiet,
            {QObject::tr(
                 "Who paid for early buyers and what a dev launched before is asked for within this allowance."),
             QObject::tr("What is not asked is unknown until the next hour. Raise it in Settings, Live feed.")});
        wallets.add(
            "lookups", QObject::tr("Questions"),
            QObject::tr("%1 answered, %2 waiting, %3 unanswered, %4 dropped")
                .arg(format::grouped(asked.answered), format::grouped(asked.waiting),
                     format::grouped(asked.unanswered), format::grouped(asked.dropped)),
            QStringLiteral("%1/%2/%3/%4")
                .arg(asked.answered)
                .arg(asked.waiting)
                .arg(asked.unanswered)
                .arg(asked.dropped),
            noneIsGood(asked.unanswered + asked.dropped),
            {QObject::tr("What became of questions about single wallets."),
             QObject::tr("Those stay unknown. Some nodes keep too little history: another one may answer.")});
        wallets.count("lookups_remembered", QObject::tr("Requests saved, answer was kept"), asked.remembered,
                      Tone::Quiet, {QObject::tr("Answers that stay true are kept in the database.")});
    }
}

void engineLines(std::vector<HealthLine>& out, const Health& health) {
    Group engine(out, QObject::tr("Engine"));
    const double lag = health.lagMs.value_or(0);
    engine.add(
        "lag_ms", QObject::tr("Lag behind the chain"), health.lagMs ? format::lag(health.lagMs) : format::unknown(),
        health.lagMs ? QString::number(*health.lagMs, 'f', 0) : QString(),
        lag > kFarBehindMs ? Tone::Bad
        : lag > kSlowMs    ? Tone::Attention
                           : Tone::Quiet,
        {QObject::tr("Arrival minus block time, median of the last 64 trades; block times are whole seconds."),
         QObject::tr(
             "Alerts come as much later. Choose a nearer or faster node, and check the clock of this computer.")});
    engine.number("messages_per_second", QObject::tr("Messages per second"), health.messagesPerSecond,
                  {QObject::tr("Over about the last second.")});
    engine.number("trades_per_second", QObject::tr("Trades per second"), health.tradesPerSecond,
                  {QObject::tr("Over about the last second.")});
    engine.add("last_slot", QObject::tr("Last slot"),
               health.lastSlot ? format::grouped(*health.lastSlot) : format::unknown(),
               health.lastSlot ? QString::number(*health.lastSlot) : QString(), Tone::Quiet,
               {QObject::tr("The youngest slot of any trade.")});
    engine.add("last_block_time", QObject::tr("Last block"),
               health.lastBlockTime ? format::dateTime(health.lastBlockTime) : format::unknown(),
               health.lastBlockTime ? QString::number(*health.lastBlockTime) : QString(), Tone::Quiet,
               {QObject::tr("Its time by the chain.")});
    engine.count("trades", QObject::tr("Trades"), health.trades, Tone::Quiet,
                 {QObject::tr("Counted once each in this session.")});
    engine.count(
        "duplicates", QObject::tr("Seen twice, left out"), health.duplicates, Tone::Quiet,
        {QObject::tr("Feeds repeat themselves after reconnects, and two feeds bring the same: it counts once.")});
    engine.count("late", QObject::tr("Late trades"), health.late, Tone::Quiet,
                 {QObject::tr("Arrived after a younger slot was shown; they are put where they belong.")});
    const auto queue = [&](const char* id, const QString& name, const core::QueueStats& stats, Group::Words words) {
        const bool full = stats.capacity != 0 &&
                          static_cast<double>(stats.size) > kFullQueue * static_cast<double>(stats.capacity);
        engine.add(id, name,
                   QObject::tr("%1 of %2, most %3, dropped %4")
                       .arg(format::grouped(stats.size), format::grouped(stats.capacity),
                            format::grouped(stats.highWater), format::grouped(stats.dropped)),
                   QStringLiteral("%1/%2/%3/%4")
                       .arg(stats.size)
                       .arg(stats.capacity)
                       .arg(stats.highWater)
                       .arg(stats.dropped),
                   full || stats.dropped != 0 ? Tone::Attention : Tone::Quiet, std::move(words));
    };
    queue("message_queue", QObject::tr("Message queue"), health.frameQueue,
          {QObject::tr("Messages that wait for the engine."),
           QObject::tr("The engine does not keep up: close other programs, or follow fewer venues.")});
    queue("store_queue", QObject::tr("Store queue"), health.storeQueue,
          {QObject::tr("Rows that wait for the disk; the engine waits before any is lost."),
           QObject::tr("The disk is slow or full. Put the database on a faster one.")});
    engine.count("rules_armed", QObject::tr("Alert rules armed"), health.rules.armed, Tone::Quiet,
                 {QObject::tr("Rules that raise alerts now.")});
    engine.count(
        "rules_old", QObject::tr("Too old to tell"), health.rules.old, Tone::Quiet,
        {QObject::tr(
            "Conditions that held for something long past, as after an outage: no alert is raised for them.")});
    for (const auto& [reason, count] : health.undecoded)
        out.push_back(
            {QObject::tr("Not decoded"), text(reason), text(reason), format::grouped(count), QString::number(count),
             Tone::Attention,
             QObject::tr("Events that could not be understood, by the reason; they are in no figure."),
             QObject::tr(
                 "A few are usual. Many of one reason: a venue may have changed, look for a newer version.")});
}

void memoryLines(std::vector<HealthLine>& out, const Health& health) {
    if (!health.cold) return;
    const auto& cold = *health.cold;
    Group memory(out, QObject::tr("Memory"));
    memory.add("hot_bytes", QObject::tr("Holders and trades of coins in memory"), format::bytes(cold.hotBytes),
               QString::number(cold.hotBytes), Tone::Quiet,
               {QObject::tr("Beyond a budget, coins that nobody touched for longest go to disk.")});
    memory.add("cold_coins", QObject::tr("Idle coins put away to disk"),
               QObject::tr("%1 (%2); brought back %3 times")
                   .arg(format::grouped(cold.coins), format::bytes(cold.bytes), format::grouped(cold.in)),
               QString::number(cold.coins), Tone::Quiet,
               {QObject::tr("They come back when they trade or are looked at; results are the same.")});
    if (cold.lost != 0)
        memory.count(
            "cold_lost", QObject::tr("Coins whose holders were lost on disk"), cold.lost, Tone::Bad,
            {QObject::tr("What was put away came back damaged: their holders are unknown in this session."),
             QObject::tr("Check the disk; connect again to begin anew.")});
    if (cold.blocks != 0)
        memory.count(
            "cold_bars_lost", QObject::tr("Pieces of charts lost on disk"), cold.blocks, Tone::Bad,
            {QObject::tr(
                 "Old trades that were put away came back damaged: charts lack the bars of 64 trades for each."),
             QObject::tr("Check the disk; connect again to begin anew.")});
    const auto& flags = health.coldFlags;
    if (flags.statements != 0)
        memory.add("cold_flags", QObject::tr("Statements of flags put away to disk"),
                   QObject::tr("%1 (%2)").arg(format::grouped(flags.statements), format::bytes(flags.bytes)),
                   QString::number(flags.statements), Tone::Quiet,
                   {QObject::tr("They are read again when somebody looks.")});
    if (flags.lost != 0)
        memory.count("cold_flags_lost", QObject::tr("Statements of flags lost on disk"), flags.lost, Tone::Bad,
                     {QObject::tr("What was put away came back damaged: those flags stand without their proof."),
                      QObject::tr("Check the disk; connect again to begin anew.")});
    const auto& wallets = health.coldWallets;
    if (wallets.away != 0)
        memory.add("cold_wallets", QObject::tr("Idle wallets put away to disk"),
                   QObject::tr("%1; brought back %2 times")
                       .arg(format::grouped(wallets.away), format::grouped(wallets.back)),
                   QString::number(wallets.away), Tone::Quiet,
                   {QObject::tr("They come back when they trade or are looked at; results are the same.")});
    if (wallets.lost != 0)
        memory.count("cold_wallets_lost", QObject::tr("Wallets lost on disk"), wallets.lost, Tone::Bad,
                     {QObject::tr("What was put away came back damaged: those wallets begin anew in this session."),
                      QObject::tr("Check the disk; connect again to begin anew.")});
    std::string error;
    for (const std::string* one : {&cold.error, &flags.error, &wallets.error})
        if (error.empty()) error = *one;
    // What came back damaged has a line of its own above; what could not be written costs memory alone.
    const bool damaged = cold.lost + cold.blocks + flags.lost + wallets.lost != 0 &&
                         cold.refused + flags.refused + wallets.refused == 0;
    if (!error.empty())
        memory.add("cold_error", QObject::tr("Error"), phrases::inLanguage(error), text(error), Tone::Attention,
                   damaged ? Group::Words{QObject::tr("All that is not counted as lost is whole."),
                                          QObject::tr("Check the disk; connect again to begin anew.")}
                           : Group::Words{QObject::tr("What is idle stays in memory, which grows."),
                                          QObject::tr("Free disk space beside the database.")});
}

void storeLines(std::vector<HealthLine>& out, const Health& health) {
    Group store(out, QObject::tr("Database"));
    store.count("stored_trades", QObject::tr("Trades stored"), health.storedTrades, Tone::Quiet,
                {QObject::tr("New rows of this session.")});
    if (health.storedTwice != 0)
        store.count("stored_twice", QObject::tr("Already stored"), health.storedTwice, Tone::Quiet,
                    {QObject::tr("Trades that an earlier session had; they are kept once.")});
    if (health.refusedRows != 0)
        store.count("refused_rows", QObject::tr("Rows refused"), health.refusedRows, Tone::Attention,
                    {QObject::tr("Single rows that the database would not take; the rest was written."),
                     QObject::tr("Figures of replays may differ a little. Check the disk.")});
    if (health.storeIndexing)
        store.add("indexing", QObject::tr("Index of wallets"), QObject::tr("being made"), QStringLiteral("1"),
                  Tone::Attention,
                  {QObject::tr("Made once for a database of an older version; new rows wait until then."),
                   QObject::tr("Nothing to do; pages of wallets are slow until it is there.")});
    store.add("database_bytes", QObject::tr("Size"), format::bytes(health.databaseBytes),
              QString::number(health.databaseBytes), Tone::Quiet,
              {QObject::tr("Everything is kept until you delete the file; nothing is thrown away by age.")});
    if (health.diskFree) {
        const std::uint64_t free = *health.diskFree;
        store.add("disk_free", QObject::tr("Free on its disk"), format::bytes(free), QString::number(free),
                  free < kAlmostNoDisk ? Tone::Bad
                  : free < kLittleDisk ? Tone::Attention
                                       : Tone::Quiet,
                  {QObject::tr("A busy day takes a few gigabytes."),
                   QObject::tr("Free space, or start with --database on another disk. When it is full, nothing "
                               "more is kept and the screen stays live.")});
    }
    if (!health.storeError.empty())
        store.add("store_error", QObject::tr("Error"), phrases::inLanguage(health.storeError),
                  text(health.storeError), Tone::Bad,
                  {QObject::tr("What arrives now is not kept; the screen stays live."),
                   QObject::tr("Free disk space, or choose another database.")});
}

}  // namespace

std::vector<HealthLine> healthLines(const Health& health) {
    std::vector<HealthLine> out;
    for (const FeedStatus& feed : health.feeds) feedLines(out, feed);
    venueLines(out, health);
    nodeLines(out, health);
    engineLines(out, health);
    memoryLines(out, health);
    storeLines(out, health);
    return out;
}

}  // namespace ui
