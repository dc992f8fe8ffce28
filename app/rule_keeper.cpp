// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rule_keeper.h"

#include "app/wallet_alerts.h"
#include "core/alert/default_rules.h"
#include "core/alert/rule_edit.h"
#include "ui/format/count_text.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QSettings>

#include <algorithm>
#include <utility>

namespace app {
namespace {

using core::alert::ParsedRules;
using core::alert::Rule;
using core::alert::RuleFileLimits;
using core::alert::RuleSet;
using ui::bridge::RuleState;
using ui::format::counted;
using ui::format::Noun;

constexpr int kSettleAfter = 60;  // milliseconds
const QString kOn = QStringLiteral("rules/on");
const QString kOff = QStringLiteral("rules/off");

QSet<QString> idsAt(const QSettings& settings, const QString& key) {
    const QStringList ids = settings.value(key).toStringList();
    return {ids.begin(), ids.end()};
}

QStringList sorted(const QSet<QString>& ids) {
    QStringList out(ids.begin(), ids.end());
    out.sort();
    return out;
}

}  // namespace

RuleKeeper::RuleKeeper(QString rulesFile, QString settingsFile)
    : m_file(std::move(rulesFile)), m_settingsFile(std::move(settingsFile)) {
    const QSettings settings(m_settingsFile, QSettings::IniFormat);
    m_on = idsAt(settings, kOn);
    m_off = idsAt(settings, kOff);
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleAfter);
    connect(&m_settle, &QTimer::timeout, this, &RuleKeeper::look);
    const auto later = [this] { m_settle.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, later);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, later);
    takeText(readFile());
    watch();
}

void RuleKeeper::setArm(Arm arm) {
    m_arm = std::move(arm);
    build();
}

// Editors put another file in the place of the old one: the folder tells, and the new file is watched from then on.
void RuleKeeper::watch() {
    const QString folder = QFileInfo(m_file).absolutePath();
    if (!m_watcher.directories().contains(folder)) m_watcher.addPath(folder);
    if (!m_watcher.files().contains(m_file) && QFileInfo::exists(m_file)) m_watcher.addPath(m_file);
}

RuleKeeper::OnDisk RuleKeeper::readFile() const {
    OnDisk out;
    QFile file(m_file);
    if (!file.exists()) return out;
    if (!file.open(QIODevice::ReadOnly)) {
        out.error = file.errorString();
        return out;
    }
    // One byte more tells a file that is too large, whatever it says of its size.
    out.text = file.read(static_cast<qint64>(RuleFileLimits::kMostBytes) + 1).toStdString();
    if (file.error() != QFileDevice::NoError) out.error = file.errorString();
    if (out.text.size() > RuleFileLimits::kMostBytes) {
        // Half of it must never be taken for the whole.
        out.text.clear();
        out.error = tr("it is larger than %1 bytes").arg(RuleFileLimits::kMostBytes);
    }
    return out;
}

void RuleKeeper::look() {
    watch();
    OnDisk onDisk = readFile();
    if (onDisk.text == m_text && onDisk.error == m_unreadable) return;
    takeText(std::move(onDisk));
    build();
    const auto armed = std::count_if(m_states.begin(), m_states.end(), [](const RuleState& state) {
        return state.origin == RuleState::Origin::Own && state.on;
    });
    if (trouble().isEmpty())
        emit said(tr("Read %1: %2, %3 armed.")
                      .arg(QFileInfo(m_file).fileName(), counted(Noun::Rule, m_own.rules.size()))
                      .arg(armed));
}

void RuleKeeper::takeText(OnDisk onDisk) {
    m_unreadable = std::move(onDisk.error);
    // What cannot be read now says nothing about the rules.
    if (!m_unreadable.isEmpty()) return;
    m_text = std::move(onDisk.text);
    ParsedRules read = core::alert::parseRules(m_text, m_lists);
    m_problems = std::move(read.problems);
    // A file with mistakes changes nothing while there are rules of a whole one.
    if (m_problems.empty() || !m_wasSound) m_own = std::move(read.set);
    m_wasSound = m_wasSound || m_problems.empty();
}

QString RuleKeeper::trouble() const {
    const QString name = QFileInfo(m_file).fileName();
    if (!m_unreadable.isEmpty())
        return tr("%1 cannot be read: %2. What was read before stays armed as it is (%3).")
            .arg(name, m_unreadable, counted(Noun::Rule, m_own.rules.size()));
    if (m_problems.empty()) return {};
    const core::alert::Problem& first = m_problems.front();
    QString out = QStringLiteral("%1:%2:%3: %4")
                      .arg(name)
                      .arg(first.line)
                      .arg(first.column)
                      .arg(QString::fromStdString(first.text));
    if (m_problems.size() > 1)
        out += u' ' + tr("(%n more below it.)", nullptr, static_cast<int>(m_problems.size() - 1));
    out += u' ';
    if (m_wasSound)
        out += tr("What was read before stays armed as it is (%1); mend the file and save it.")
                   .arg(counted(Noun::Rule, m_own.rules.size()));
    else if (m_own.rules.empty())
        out += tr("No rule of the file is armed, those of the program are; mend the file and save it.");
    else
        out += tr("The rest of the file is armed as it says (%1); mend the file and save it.")
                   .arg(counted(Noun::Rule, m_own.rules.size()));
    return out;
}

void RuleKeeper::setLists(core::alert::Watchlists lists) {
    if (lists == m_lists) return;
    m_lists = std::move(lists);
    // Whether a rule speaks of a list that is there may be another answer now.
    takeText({m_text, m_unreadable});
    build();
}

void RuleKeeper::build() {
    std::vector<RuleState> states;
    const auto isOn = [this](const Rule& rule) {
        const QString id = QString::fromStdString(rule.id);
        return rule.armed ? !m_off.contains(id) : m_on.contains(id);
    };
    for (const Rule& rule : m_own.rules) states.push_back({rule, RuleState::Origin::Own, isOn(rule), false});
    const std::size_t own = states.size();
    for (const Rule& rule : core::alert::defaultRules()->rules) {
        const auto end = states.begin() + static_cast<std::ptrdiff_t>(own);
        const bool replaced =
            std::any_of(states.begin(), end, [&](const RuleState& state) { return state.rule.id == rule.id; });
        states.push_back({rule, RuleState::Origin::Shipped, !replaced && isOn(rule), replaced});
    }
    for (Rule& rule : m_lines.rules()) states.push_back({std::move(rule), RuleState::Origin::Line, true, false});
    if (auto rule = walletAlertRule(m_lists))
        states.push_back({*std::move(rule), RuleState::Origin::Wallets, true, false});
    auto set = std::make_shared<RuleSet>();
    set->lists = m_own.lists;
    for (const RuleState& state : states) {
        if (!state.on) continue;
        set->rules.push_back(state.rule);
        set->rules.back().armed = true;
    }
    m_states = std::move(states);
    if (m_arm) m_arm(std::move(set), m_lists);
    emit changed();
}

void RuleKeeper::setOn(const QString& id, bool on) {
    const auto found = std::find_if(m_states.begin(), m_states.end(), [&](const RuleState& state) {
        return !state.replaced && !state.isMade() && QString::fromStdString(state.rule.id) == id;
    });
    m_on.remove(id);
    m_off.remove(id);
    if (found != m_states.end() && on != found->rule.armed) (on ? m_on : m_off).insert(id);
    keepSwitches();
    build();
}

QString RuleKeeper::soundOf(const std::string& id) const {
    for (const RuleState& state : m_states)
        if (!state.replaced && state.rule.id == id) return QString::fromStdString(state.rule.sound);
    return {};
}

void RuleKeeper::keepSwitches() const {
    QSettings settings(m_settingsFile, QSettings::IniFormat);
    settings.setValue(kOn, sorted(m_on));
    settings.setValue(kOff, sorted(m_off));
}

QString RuleKeeper::write(const std::string& text) {
    const QString name = QFileInfo(m_file).fileName();
    OnDisk now = readFile();
    if (!now.error.isEmpty()) return tr("%1 cannot be read: %2. Nothing was written.").arg(name, now.error);
    if (now.text != m_text) {
        takeText(std::move(now));
        build();
        return tr("%1 was changed by somebody else and was read anew. Nothing was written; look at the rule again.")
            .arg(name);
    }
    const QByteArray bytes = QByteArray::fromStdString(text);
    QSaveFile file(m_file);
    // A file that is a link elsewhere stays one.
    file.setDirectWriteFallback(false);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return tr("%1 could not be written: %2. What is armed stays as it is.").arg(name, file.errorString());
    takeText({text, {}});
    watch();
    build();
    return {};
}

QString RuleKeeper::take(const QString& otherFile) {
    const QString name = QFileInfo(otherFile).fileName();
    QFile file(otherFile);
    if (!file.open(QIODevice::ReadOnly)) return tr("%1 could not be read.").arg(name);
    const std::string other = file.read(static_cast<qint64>(RuleFileLimits::kMostBytes) + 1).toStdString();
    auto merged = core::alert::withRulesOf(m_text, other, m_lists);
    if (!merged)
        return tr("Nothing was taken from %1: %2").arg(name, QString::fromStdString(merged.error().context));
    if (merged->added.empty()) return tr("%1 has no rule that you do not have.").arg(name);
    // Switched off before they are read, so that none fires unseen.
    const QSet<QString> wasOn = m_on;
    const QSet<QString> wasOff = m_off;
    for (const std::string& id : merged->added) {
        m_on.remove(QString::fromStdString(id));
        m_off.insert(QString::fromStdString(id));
    }
    const QString error = write(merged->text);
    if (!error.isEmpty()) {
        m_on = wasOn;
        m_off = wasOff;
        build();
        return error;
    }
    keepSwitches();
    QString out = tr("Rules taken from %1, switched off: %2. Back-test them, then arm them.")
                      .arg(name)
                      .arg(merged->added.size());
    if (!merged->renamed.empty())
        out += u' ' + tr("With another id, since yours had theirs: %1.").arg(merged->renamed.size());
    if (!merged->kept.empty()) out += u' ' + tr("Your lists of the same name stay as they are.");
    return out;
}

void RuleKeeper::readLines(const QString& chartFolder) {
    m_lines.readFolder(chartFolder);
    build();
}

void RuleKeeper::takeDocument(const QString& name, const QByteArray& document) {
    const std::size_t before = m_lines.unarmed();
    if (m_lines.take(name, document)) build();
    if (m_lines.unarmed() > before)
        emit said(
            tr("This line is drawn but not armed: the coin's prices are in a unit that rules do not know, or there "
               "are more than %1 lines.")
                .arg(AlertLines::kMostLines));
}

}  // namespace app
