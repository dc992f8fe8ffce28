// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alert_voice.h"

#include "ui/format/people_text.h"

#include <QDateTime>

#include <utility>

namespace app {
namespace {

using core::Alert;
using core::Severity;
using core::deliver::DeliveryPolicy;
using ui::bridge::Notice;

constexpr std::size_t kRemembered = 500;  // notices whose buttons still work
constexpr std::int64_t kMuteSeconds = 3'600;
constexpr int kFoldEvery = 60'000;  // milliseconds
const QString kTestKey = QStringLiteral("cabalscope.test");

QString keyOf(const Alert& alert) {
    return (alert.mint ? QString::fromStdString(alert.mint->base58()) : QString()) + u'|' +
           QString::fromStdString(alert.rule);
}

}  // namespace

Notice noticeOf(const Alert& alert, const QString& key) {
    Notice out;
    out.key = key;
    // The text begins with the name of the coin.
    out.title = ui::format::flagName(alert.kind);
    out.body = QString::fromStdString(alert.text);
    out.urgency = alert.severity == Severity::Critical  ? Notice::Urgency::Critical
                  : alert.severity == Severity::Warning ? Notice::Urgency::Normal
                                                        : Notice::Urgency::Low;
    return out;
}

AlertVoice::AlertVoice(ui::bridge::Notifier& notifier, std::function<Now()> clock, QObject* parent)
    : QObject(parent), m_notifier(notifier), m_clock(std::move(clock)) {
    choose({});
    connect(&m_notifier, &ui::bridge::Notifier::acted, this, &AlertVoice::act);
    m_foldTimer.setInterval(kFoldEvery);
    connect(&m_foldTimer, &QTimer::timeout, this, &AlertVoice::sayFolded);
    m_foldTimer.start();
}

AlertVoice::Now AlertVoice::systemTime() {
    const QDateTime now = QDateTime::currentDateTime();
    return {now.toSecsSinceEpoch(), now.time().hour() * 60 + now.time().minute()};
}

void AlertVoice::choose(const ui::AlertChoice& choice) {
    m_choice = choice;
    core::deliver::DeliverySettings settings = m_policy.settings();
    settings.perHour = static_cast<std::size_t>(choice.perHour);
    settings.quietFrom = choice.quietFrom.hour() * 60 + choice.quietFrom.minute();
    settings.quietTo = choice.quietTo.hour() * 60 + choice.quietTo.minute();
    settings.passesQuiet = choice.criticalPasses ? std::optional{Severity::Critical} : std::nullopt;
    m_policy.set(std::move(settings));
}

void AlertVoice::take(const Alert& alert) {
    if (!m_choice.outside) return;
    const Now now = m_clock();
    if (m_policy.decide(alert, now.seconds, now.localMinute) != DeliveryPolicy::Verdict::Deliver) {
        ++m_heldBack;
        return;
    }
    say(alert, keyOf(alert));
}

void AlertVoice::say(const Alert& alert, const QString& key) {
    if (!m_alerts.contains(key)) {
        m_age.push_back(key);
        if (m_age.size() > kRemembered) {
            m_alerts.remove(m_age.front());
            m_age.pop_front();
        }
    }
    m_alerts.insert(key, alert);
    Notice notice = noticeOf(alert, key);
    notice.silent = !m_choice.sound;
    m_notifier.notify(notice);
}

void AlertVoice::sayFolded() {
    const Now now = m_clock();
    if (const auto folded = m_policy.takeFolded(now.seconds)) say(*folded, QStringLiteral("|folded"));
}

void AlertVoice::act(const QString& key, const QString& action) {
    const auto found = m_alerts.constFind(key);
    if (found == m_alerts.constEnd()) return;
    const Alert alert = *found;
    if (action == QStringLiteral("open")) {
        emit openAsked(alert);
    } else if (action == QStringLiteral("copy") && alert.mint) {
        emit copyAsked(QString::fromStdString(alert.mint->base58()));
    } else if (action == QStringLiteral("mute")) {
        core::deliver::DeliverySettings settings = m_policy.settings();
        const std::int64_t until = m_clock().seconds + kMuteSeconds;
        if (alert.mint)
            settings.mutedCoins[*alert.mint] = until;
        else
            settings.mutedRules[alert.rule] = until;
        m_policy.set(std::move(settings));
        emit said(tr("No notices of this coin for an hour. Its alerts stay in the list."));
    }
}

void AlertVoice::doNotDisturb(std::int64_t untilSeconds) {
    core::deliver::DeliverySettings settings = m_policy.settings();
    settings.disturbNotBefore = untilSeconds > 0 ? std::optional{untilSeconds} : std::nullopt;
    m_policy.set(std::move(settings));
}

bool AlertVoice::disturbs() const {
    const auto& until = m_policy.settings().disturbNotBefore;
    return !until || *until <= m_clock().seconds;
}

void AlertVoice::test() {
    Notice notice;
    notice.key = kTestKey;
    notice.title = tr("Cabalscope: a test");
    notice.body = tr("Alerts come through here. Buttons of real ones open the coin, mute it, or copy its address.");
    notice.silent = !m_choice.sound;
    m_notifier.notify(notice);
}

}  // namespace app
