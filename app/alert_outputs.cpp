// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alert_outputs.h"

#include "ui/format/number_text.h"

#include <QFileInfo>
#include <QSettings>

#include <utility>

namespace app {
namespace {

using core::deliver::Outlet;
using core::deliver::OutletOptions;
using core::deliver::OutletStats;
using ui::OutputKind;

constexpr int kLookEvery = 500;  // milliseconds
constexpr std::array kNames{"webhook", "telegram", "discord"};

std::size_t at(OutputKind kind) {
    return static_cast<std::size_t>(kind);
}

core::Alert example() {
    core::Alert out;
    out.rule = "dev_dump";
    out.ruleVersion = 1;
    out.kind = "dev_dump";
    out.coin = "COIN";
    out.severity = core::Severity::Warning;
    out.text = "COIN: the dev sold 5.0% of supply within 22 s.";
    out.confidence = 0.9;
    return out;
}

QString sentence(const core::Error& error) {
    return QString::fromStdString(error.message());
}

}  // namespace

core::deliver::WebhookSettings webhookOf(OutputKind kind, const ui::OutputChoice& choice) {
    core::deliver::WebhookSettings out;
    out.kind = kind == OutputKind::Telegram  ? core::deliver::WebhookKind::Telegram
               : kind == OutputKind::Discord ? core::deliver::WebhookKind::Discord
                                             : core::deliver::WebhookKind::Generic;
    out.url = choice.url.toStdString();
    out.secretName = kNames[at(kind)];
    out.recipient = choice.recipient.toStdString();
    out.text = choice.text.toStdString();
    return out;
}

AlertOutputs::AlertOutputs(ui::bridge::SecretStore& secrets, QString settingsFile, OutletOptions options,
                           QObject* parent)
    : QObject(parent),
      m_settingsFile(std::move(settingsFile)),
      m_options(std::move(options)),
      m_choices(ui::readOutputChoices(QSettings(m_settingsFile, QSettings::IniFormat))) {
    const QString folder = QFileInfo(m_settingsFile).absolutePath();
    for (std::size_t i = 0; i < ui::kOutputKinds; ++i) {
        const auto kind = static_cast<OutputKind>(i);
        const QString name = QStringLiteral("output-") + QLatin1String(kNames[i]);
        m_lines[i].key = std::make_unique<KeptKey>(secrets, name, folder + u'/' + name + QStringLiteral(".key"));
        connect(m_lines[i].key.get(), &KeptKey::settled, this, [this, kind] {
            {
                const std::scoped_lock lock(m_vault->mutex);
                m_vault->keys[at(kind)] = line(kind).key->key().toStdString();
            }
            // What failed for want of a key is tried with it from the next alert on.
            restart(kind);
            emit keyChanged(kind);
        });
    }
    m_timer.setInterval(kLookEvery);
    connect(&m_timer, &QTimer::timeout, this, &AlertOutputs::look);
}

AlertOutputs::~AlertOutputs() {
    // All at once, then waited for: a try that hangs comes back soon after it is asked to stop.
    for (Line& one : m_lines) {
        retire(std::move(one.outlet));
        retire(std::move(one.trial));
    }
}

void AlertOutputs::begin() {
    for (std::size_t i = 0; i < ui::kOutputKinds; ++i) {
        // A keyring may ask its user: it is opened only for what is used.
        if (m_choices[i].on) m_lines[i].key->read(m_choices[i].keyPlace);
        restart(static_cast<OutputKind>(i));
    }
    m_timer.start();
}

core::Result<std::unique_ptr<Outlet>> AlertOutputs::make(OutputKind kind, const OutletOptions& options) const {
    const auto secrets = [vault = m_vault, kind](std::string_view) -> std::optional<std::string> {
        const std::scoped_lock lock(vault->mutex);
        const std::string& key = vault->keys[at(kind)];
        return key.empty() ? std::nullopt : std::optional{key};
    };
    auto output = core::deliver::makeWebhook(webhookOf(kind, m_choices[at(kind)]), secrets);
    if (!output) return output.error();
    OutletOptions named = options;
    named.name = kNames[at(kind)];
    return std::make_unique<Outlet>(std::move(*output), named);
}

void AlertOutputs::retire(std::unique_ptr<Outlet> outlet) {
    std::erase_if(m_retired, [](const Retired& one) { return one.over->load(); });
    if (!outlet) return;
    auto over = std::make_shared<std::atomic<bool>>(false);
    m_retired.push_back({over, std::jthread([over, ended = std::move(outlet)] {
                             ended->finish(std::chrono::milliseconds::zero());
                             *over = true;
                         })});
}

void AlertOutputs::restart(OutputKind kind) {
    Line& one = line(kind);
    retire(std::move(one.outlet));
    one.error.clear();
    if (!m_choices[at(kind)].on) return;
    auto made = make(kind, m_options);
    if (made)
        one.outlet = std::move(*made);
    else
        one.error = sentence(made.error());
}

void AlertOutputs::offer(const core::Alert& alert) {
    for (std::size_t i = 0; i < ui::kOutputKinds; ++i)
        // What finds no room is counted by the outlet.
        if (m_lines[i].outlet && alert.severity >= m_choices[i].from) (void)m_lines[i].outlet->offer(alert);
}

void AlertOutputs::choose(OutputKind kind, const ui::OutputChoice& choice) {
    const bool placed = m_choices[at(kind)].keyPlace == choice.keyPlace;
    const bool begins = choice.on && !m_choices[at(kind)].on;
    m_choices[at(kind)] = choice;
    QSettings settings(m_settingsFile, QSettings::IniFormat);
    ui::keepOutputChoice(settings, kind, choice);
    restart(kind);
    if (begins && placed && line(kind).key->key().isEmpty()) line(kind).key->read(choice.keyPlace);
    look();
    emit stateChanged(kind);
}

void AlertOutputs::keepKey(OutputKind kind, const QString& key, ui::KeyPlace place) {
    m_choices[at(kind)].keyPlace = place;
    QSettings settings(m_settingsFile, QSettings::IniFormat);
    ui::keepOutputChoice(settings, kind, m_choices[at(kind)]);
    line(kind).key->keep(key, place);
}

const QString& AlertOutputs::keyState(OutputKind kind) const {
    return line(kind).key->state();
}

void AlertOutputs::test(OutputKind kind) {
    Line& one = line(kind);
    OutletOptions once = m_options;
    once.tries = 1;
    auto made = make(kind, once);
    if (!made) {
        emit tested(kind, sentence(made.error()), false);
        return;
    }
    retire(std::move(one.trial));
    one.trial = std::move(*made);
    core::Alert alert = example();
    alert.rule = "test";
    alert.severity = core::Severity::Info;
    alert.text = "A test of Cabalscope: alerts come through here.";
    (void)one.trial->offer(alert);
    m_timer.start();
}

ui::OutputPreview AlertOutputs::preview(OutputKind kind, const ui::OutputChoice& choice) {
    const auto text = core::deliver::previewWebhook(webhookOf(kind, choice), example());
    if (!text) return {{}, sentence(text.error())};
    return {QString::fromStdString(*text), {}};
}

std::optional<OutletStats> AlertOutputs::stats(OutputKind kind) const {
    const auto& outlet = line(kind).outlet;
    return outlet ? std::optional{outlet->stats()} : std::nullopt;
}

bool AlertOutputs::troubled(OutputKind kind) const {
    const auto now = stats(kind);
    return !line(kind).error.isEmpty() || (now && (now->stalled || !now->error.empty()));
}

QString AlertOutputs::stateText(OutputKind kind) const {
    if (!line(kind).error.isEmpty()) return line(kind).error;
    const auto now = stats(kind);
    if (!now) return tr("Off.");
    QString out = tr("Sent %1, failed %2, dropped %3, too late %4; %5 waiting, %6 tried again.")
                      .arg(ui::format::grouped(now->sent), ui::format::grouped(now->failed),
                           ui::format::grouped(now->queue.dropped), ui::format::grouped(now->late),
                           ui::format::grouped(now->queue.size), ui::format::grouped(now->retries));
    if (now->stalled) out += u' ' + tr("It does not answer; alerts wait and the rest goes on.");
    if (!now->error.empty()) out += u' ' + tr("Last answer: %1").arg(QString::fromStdString(now->error));
    return out;
}

void AlertOutputs::look() {
    for (std::size_t i = 0; i < ui::kOutputKinds; ++i) {
        const auto kind = static_cast<OutputKind>(i);
        Line& one = m_lines[i];
        if (one.trial) {
            const OutletStats trial = one.trial->stats();
            if (trial.sent + trial.failed + trial.late > 0) {
                retire(std::move(one.trial));
                emit tested(kind, trial.sent > 0 ? tr("It arrived.") : QString::fromStdString(trial.error),
                            trial.sent > 0);
            } else if (trial.stalled) {
                retire(std::move(one.trial));
                emit tested(kind, tr("No answer came. Check the address and the network."), false);
            }
        }
        const QString text = stateText(kind);
        if (std::exchange(one.told, text) != text) emit stateChanged(kind);
    }
}

}  // namespace app
