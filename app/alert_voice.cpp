// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alert_voice.h"

#include "ui/format/people_text.h"

#include "ui/phrases/phrases.h"

#include <QDateTime>
#include <QSettings>

#include <algorithm>
#include <utility>

namespace app {
namespace {

using core::Alert;
using core::Severity;
using core::deliver::DeliveryPolicy;
using ui::bridge::Notice;

constexpr std::size_t kRemembered = 500;  // notices whose buttons still work
constexpr std::int64_t kMuteSeconds = 3'600;
constexpr int kFoldEvery = 60'000;         // milliseconds
constexpr std::size_t kMostMutes = 1'000;  // read from the file
const QString kSilentUntil = QStringLiteral("alerts/silent_until");
const QString kMutes = QStringLiteral("alerts/mutes");
const QString kNone = QStringLiteral("none");  // what a rule names to be silent
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
    out.body = ui::phrases::inLanguage(alert.text);
    out.urgency = alert.severity == Severity::Critical  ? Notice::Urgency::Critical
                  : alert.severity == Severity::Warning ? Notice::Urgency::Normal
                                                        : Notice::Urgency::Low;
    return out;
}

AlertVoice::AlertVoice(ui::bridge::Notifier& notifier, std::function<Now()> clock, QObject* parent)
    : DeliveryDesk(parent), m_notifier(notifier), m_clock(std::move(clock)) {
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
    const Now now = m_clock();
    if (m_policy.decide(alert, now.seconds, now.localMinute) != DeliveryPolicy::Verdict::Deliver) {
        ++m_heldBack;
        return;
    }
    // The desktop first: the rest only queues it.
    const QString key = keyOf(alert);
    if (m_choice.outside) say(alert, key);
    if (m_choice.largeCard && alert.severity == Severity::Critical) {
        remember(alert, key);
        emit cardAsked(noticeOf(alert, key));
    }
    emit delivered(alert);
}

void AlertVoice::remember(const Alert& alert, const QString& key) {
    if (!m_alerts.contains(key)) {
        m_age.push_back(key);
        if (m_age.size() > kRemembered) {
            m_alerts.remove(m_age.front());
            m_age.pop_front();
        }
    }
    m_alerts.insert(key, alert);
}

void AlertVoice::say(const Alert& alert, const QString& key) {
    remember(alert, key);
    Notice notice = noticeOf(alert, key);
    notice.silent = !sound(alert, notice.title + QStringLiteral(". ") + notice.body);
    m_notifier.notify(notice);
}

bool AlertVoice::sound(const Alert& alert, const QString& words) {
    using Speak = ui::AlertChoice::Speak;
    if (m_sounder != nullptr && (m_choice.speak == Speak::Everything ||
                                 (m_choice.speak == Speak::Critical && alert.severity == Severity::Critical)))
        m_sounder->speak(words);
    if (!m_choice.sound) return false;
    QString name = soundOf ? soundOf(alert.rule) : QString();
    if (name == kNone) return false;
    if (name.isEmpty()) name = m_choice.soundName;
    // Where no sounds of the program are heard the desktop's is better than silence.
    if (name.isEmpty() || m_sounder == nullptr || !m_sounder->soundTrouble().isEmpty()) return true;
    m_sounder->play(name, m_choice.volume);
    return false;
}

void AlertVoice::sayFolded() {
    const Now now = m_clock();
    const auto folded = m_policy.takeFolded(now.seconds);
    if (folded && m_choice.outside) say(*folded, QStringLiteral("|folded"));
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
        mute({alert.mint, alert.mint ? std::string{} : alert.rule, m_clock().seconds + kMuteSeconds});
        emit said(tr("No notices of this coin for an hour. Its alerts stay in the list."));
    }
}

void AlertVoice::takeSettings(core::deliver::DeliverySettings settings) {
    m_policy.set(std::move(settings));
    if (!m_file.isEmpty()) {
        QSettings file(m_file, QSettings::IniFormat);
        file.setValue(kSilentUntil, static_cast<qint64>(silentUntil()));
        QStringList kept;
        for (const ui::bridge::Mute& mute : mutes())
            kept << QString::number(mute.until) + u' ' +
                        (mute.coin ? QStringLiteral("coin ") + QString::fromStdString(mute.coin->base58())
                                   : QStringLiteral("rule ") + QString::fromStdString(mute.rule));
        file.setValue(kMutes, kept);
    }
    emit deliveryChanged();
}

void AlertVoice::keepIn(const QString& settingsFile) {
    const QSettings file(settingsFile, QSettings::IniFormat);
    core::deliver::DeliverySettings settings = m_policy.settings();
    if (const qint64 until = file.value(kSilentUntil).toLongLong(); until > m_clock().seconds)
        settings.disturbNotBefore = until;
    for (const QString& line : file.value(kMutes).toStringList()) {
        const QStringList parts = line.split(u' ');
        if (parts.size() != 3 || settings.mutedCoins.size() + settings.mutedRules.size() >= kMostMutes) continue;
        const qint64 until = parts[0].toLongLong();
        if (until <= m_clock().seconds) continue;
        if (parts[1] == QStringLiteral("rule")) {
            settings.mutedRules[parts[2].toStdString()] = until;
        } else if (const auto mint = core::Mint::fromBase58(parts[2].toStdString())) {
            settings.mutedCoins[*mint] = until;
        }
    }
    m_file = settingsFile;
    takeSettings(std::move(settings));
}

std::vector<ui::bridge::Mute> AlertVoice::mutes() const {
    const std::int64_t now = m_clock().seconds;
    std::vector<ui::bridge::Mute> out;
    for (const auto& [coin, until] : m_policy.settings().mutedCoins)
        if (until > now) out.push_back({coin, {}, until});
    for (const auto& [rule, until] : m_policy.settings().mutedRules)
        if (until > now) out.push_back({std::nullopt, rule, until});
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.until < b.until; });
    return out;
}

void AlertVoice::mute(const ui::bridge::Mute& mute) {
    core::deliver::DeliverySettings settings = m_policy.settings();
    const std::int64_t now = m_clock().seconds;
    // What is over makes room.
    std::erase_if(settings.mutedCoins, [now](const auto& one) { return one.second <= now; });
    std::erase_if(settings.mutedRules, [now](const auto& one) { return one.second <= now; });
    const bool holds = mute.until > now;
    if (mute.coin)
        holds ? (void)(settings.mutedCoins[*mute.coin] = mute.until) : (void)settings.mutedCoins.erase(*mute.coin);
    else
        holds ? (void)(settings.mutedRules[mute.rule] = mute.until) : (void)settings.mutedRules.erase(mute.rule);
    takeSettings(std::move(settings));
}

void AlertVoice::doNotDisturb(std::int64_t untilSeconds) {
    core::deliver::DeliverySettings settings = m_policy.settings();
    settings.disturbNotBefore = untilSeconds > 0 ? std::optional{untilSeconds} : std::nullopt;
    takeSettings(std::move(settings));
}

std::int64_t AlertVoice::silentUntil() const {
    const auto& until = m_policy.settings().disturbNotBefore;
    return until && *until > m_clock().seconds ? *until : 0;
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
