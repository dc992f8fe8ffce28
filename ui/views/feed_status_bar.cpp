// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/feed_status_bar.h"

#include "ui/format/count_text.h"
#include "ui/format/number_text.h"
#include "ui/format/time_text.h"
#include "ui/format/token_text.h"
#include "ui/models/health_text.h"
#include "ui/phrases/phrases.h"
#include "ui/theme/palette.h"
#include "ui/theme/small_controls.h"
#include "ui/theme/style.h"
#include "ui/views/elided_label.h"
#include "ui/views/tone_color.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace ui {
namespace {

constexpr int kBarHeight = 24;
constexpr qsizetype kLongestFeedText = 90;
constexpr qsizetype kLongestBlindText = 60;

QString feedToolTip(const core::source::FeedStatus& feed) {
    QStringList lines{feedSentence(feed)};
    lines << QObject::tr("%1, %2").arg(format::counted(format::Noun::Message, feed.messages),
                                       format::bytes(feed.bytes));
    lines << QObject::tr("%1, %2, %3 fetched afterwards, %4 dropped")
                 .arg(format::counted(format::Noun::Reconnect, feed.reconnects),
                      format::counted(format::Noun::Gap, feed.gaps),
                      format::counted(format::Noun::Transaction, feed.backfilled),
                      format::counted(format::Noun::Message, feed.droppedFrames));
    for (const auto& venue : feed.covers) lines << QObject::tr("covers %1").arg(QString::fromStdString(venue));
    for (const auto& blind : feed.blindTo) lines << QObject::tr("blind to: %1").arg(phrases::inLanguage(blind));
    return format::plainToolTip(lines.join(u'\n'));
}

}  // namespace

FeedStatusBar::FeedStatusBar(QWidget* parent)
    : QWidget(parent), m_layout(new QHBoxLayout(this)), m_feedLayout(new QHBoxLayout) {
    setObjectName(QStringLiteral("feedStatusBar"));
    setAccessibleName(tr("Feed status"));
    setFixedHeight(kBarHeight);
    m_layout->setContentsMargins(8, 0, 4, 0);
    m_layout->setSpacing(16);
    m_feedLayout->setSpacing(14);
    m_layout->addLayout(m_feedLayout);
    m_lag = addLabel(QStringLiteral("lag"), tr("Lag"));
    m_rate = addLabel(QStringLiteral("rate"), tr("Messages per second"));
    m_gaps = addLabel(QStringLiteral("gaps"), tr("Gaps and reconnects"));
    m_drops = addLabel(QStringLiteral("drops"), tr("Dropped messages"));
    m_undecoded = addLabel(QStringLiteral("undecoded"), tr("Not decoded"));
    m_database = addLabel(QStringLiteral("database"), tr("Database"));
    m_blind = addLabel(QStringLiteral("blindTo"), tr("What the feeds cannot show"));
    m_layout->addStretch();
    m_known = addLabel(QStringLiteral("knownTokens"), tr("Known tokens"));
    // Where it gets narrow, words are cut before figures: half a figure tells nothing.
    for (QLabel* figures : {m_lag, m_rate, m_gaps, m_drops, m_undecoded})
        figures->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Preferred);
    m_silence =
        theme::flatButton(QStringLiteral("status_silence"), {},
                          tr("Do not disturb: alerts are listed and said nowhere else. Click or Ctrl+D ends it."));
    m_silence->setStyleSheet(QStringLiteral("color:") + theme::palette().attention.name());
    m_silence->setAccessibleName(tr("Do not disturb"));
    m_silence->hide();
    connect(m_silence, &QToolButton::clicked, this, &FeedStatusBar::soundRequested);
    m_layout->addWidget(m_silence);
    auto* health = theme::flatButton(QStringLiteral("openHealth"), tr("Data health"));
    connect(health, &QToolButton::clicked, this, &FeedStatusBar::healthRequested);
    m_layout->addWidget(health);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    clear();
}

QLabel* FeedStatusBar::addLabel(const QString& id, const QString& name) {
    auto* label = new ElidedLabel;
    label->setObjectName(QStringLiteral("status_") + id);
    label->setAccessibleName(name);
    label->setTextFormat(Qt::PlainText);
    label->setFont(theme::font(11));
    m_layout->addWidget(label);
    return label;
}

void FeedStatusBar::setCell(QLabel* label, const QString& text, const QString& toolTip, bool attention) {
    label->setVisible(!text.isEmpty());
    if (label->text() != text) label->setText(text);
    const QString sheet =
        QStringLiteral("color:") + (attention ? theme::palette().attention : theme::palette().dim).name();
    if (label->styleSheet() != sheet) label->setStyleSheet(sheet);
    const QString rich = format::plainToolTip(toolTip);
    if (label->toolTip() != rich) label->setToolTip(rich);
}

void FeedStatusBar::showFeeds(const core::pipeline::Health& health) {
    while (m_feeds.size() < health.feeds.size()) {
        auto* label = new ElidedLabel;
        label->setObjectName(QStringLiteral("feed_%1").arg(m_feeds.size()));
        label->setAccessibleName(tr("Feed"));
        label->setTextFormat(Qt::PlainText);
        label->setFont(theme::font(11));
        m_feedLayout->addWidget(label);
        m_feeds.push_back(label);
    }
    for (std::size_t i = 0; i < m_feeds.size(); ++i) {
        QLabel* label = m_feeds[i];
        label->setVisible(i < health.feeds.size());
        if (i >= health.feeds.size()) continue;
        const auto& feed = health.feeds[i];
        QString text = QStringLiteral("● ") + feedSentence(feed);
        if (text.size() > kLongestFeedText) text = text.left(kLongestFeedText) + u'…';
        if (label->text() != text) label->setText(text);
        const QString sheet = QStringLiteral("color:") + toneInk(feedTone(feed)).name();
        if (label->styleSheet() != sheet) label->setStyleSheet(sheet);
        label->setToolTip(feedToolTip(feed));
    }
}

void FeedStatusBar::show(const core::pipeline::Snapshot& snapshot) {
    const auto& health = snapshot.health;
    showFeeds(health);
    setCell(m_lag, health.lagMs ? tr("lag %1").arg(format::lag(health.lagMs)) : tr("lag unknown"),
            health.lagMs ? tr("Arrival time minus block time, median of the last 64 messages")
                         : tr("The feed gives no block times yet"),
            false);
    setCell(m_rate,
            tr("%1 msg/s  %2 trades/s")
                .arg(format::compact(health.messagesPerSecond), format::compact(health.tradesPerSecond)),
            tr("%1 and %2 in this session")
                .arg(format::counted(format::Noun::Message, health.frames),
                     format::counted(format::Noun::Trade, health.trades)),
            false);
    std::uint64_t gaps = 0;
    std::uint64_t reconnects = 0;
    std::uint64_t drops = health.frameQueue.dropped + health.storeQueue.dropped;
    QStringList blind;
    QString firstBlind;
    for (const auto& feed : health.feeds) {
        gaps += feed.gaps;
        reconnects += feed.reconnects;
        for (const auto& sentence : feed.blindTo)
            blind << tr("%1: %2").arg(QString::fromStdString(feed.source), phrases::inLanguage(sentence));
        if (firstBlind.isEmpty() && !feed.blindTo.empty()) firstBlind = phrases::inLanguage(feed.blindTo.front());
    }
    setCell(m_gaps,
            tr("%1  %2").arg(format::counted(format::Noun::Gap, gaps),
                             format::counted(format::Noun::Reconnect, reconnects)),
            tr("A gap is an outage whose trades could not all be fetched"), gaps > 0);
    setCell(m_drops, tr("drops %1").arg(format::grouped(drops)),
            tr("Message queue %1 of %2, store queue %3 of %4")
                .arg(health.frameQueue.size)
                .arg(health.frameQueue.capacity)
                .arg(health.storeQueue.size)
                .arg(health.storeQueue.capacity),
            drops > 0);
    std::uint64_t undecoded = 0;
    QStringList reasons;
    for (const auto& [reason, count] : health.undecoded) {
        undecoded += count;
        reasons << QString::fromStdString(reason) + QStringLiteral(": ") + format::grouped(count);
    }
    setCell(m_undecoded, undecoded == 0 ? QString() : tr("not decoded %1").arg(format::grouped(undecoded)),
            reasons.join(u'\n'), undecoded > 0);
    const bool storing = health.storedTrades > 0 || health.databaseBytes > 0;
    setCell(m_database,
            !health.storeError.empty() ? tr("db error")
            : storing                  ? tr("db %1 · trades %2")
                            .arg(format::bytes(health.databaseBytes),
                                 format::compact(static_cast<double>(health.storedTrades)))
                      : QString(),
            health.storeError.empty() ? tr("Trades kept on this machine") : phrases::inLanguage(health.storeError),
            !health.storeError.empty());
    QString blindText;
    if (!blind.isEmpty()) {
        blindText = tr("blind to: %1").arg(firstBlind.left(kLongestBlindText));
        if (blind.size() > 1) blindText += tr(" and %1 more").arg(blind.size() - 1);
    }
    setCell(m_blind, blindText, blind.join(u'\n'), false);
    const QString known = tr("%1 known").arg(format::counted(format::Noun::Coin, snapshot.knownTokens));
    setCell(m_known,
            snapshot.solDollars ? tr("SOL $%1").arg(*snapshot.solDollars, 0, 'f', 2) + QStringLiteral("  ") + known
                                : known,
            snapshot.solDollars
                ? tr("Dollars for one SOL: the median of the last trades of SOL against dollar tokens that "
                     "this feed showed")
                : tr("The price of SOL in dollars is unknown: this feed showed no trade against a dollar token"),
            false);
}

void FeedStatusBar::setSilentUntil(std::int64_t until) {
    if (until == m_silentUntil) return;
    m_silentUntil = until;
    m_silence->setVisible(until != 0);
    const QString end = QDateTime::fromSecsSinceEpoch(until).toString(QStringLiteral("HH:mm"));
    m_silence->setText(tr("silent until %1").arg(end));
    m_silence->setAccessibleName(tr("Do not disturb until %1; ends it").arg(end));
}

void FeedStatusBar::clear() {
    for (QLabel* label : m_feeds) label->hide();
    for (QLabel* label : {m_lag, m_rate, m_gaps, m_drops, m_undecoded, m_database, m_blind}) label->hide();
    setCell(m_known, tr("no feed"), {}, false);
}

void FeedStatusBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme::palette().bar);
    painter.fillRect(QRect(0, 0, width(), 1), theme::palette().line);
}

}  // namespace ui
