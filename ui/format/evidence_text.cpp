// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/evidence_text.h"

#include "core/base/text.h"
#include "ui/format/number_text.h"
#include "ui/format/people_text.h"
#include "ui/format/price_text.h"
#include "ui/format/time_text.h"
#include "ui/phrases/phrases.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

namespace ui::format {
namespace {

using core::pipeline::FlagCase;
using core::pipeline::PastCase;

QString tr(const char* text) {
    return QCoreApplication::translate("evidence", text);
}

QJsonValue number(std::optional<double> value) {
    return value ? QJsonValue(*value) : QJsonValue();
}

// Integers past 2^53 travel as text, as everywhere in the files.
QJsonValue integer(std::optional<std::uint64_t> value) {
    return value ? QJsonValue(static_cast<qint64>(*value)) : QJsonValue();
}

QJsonValue moment(std::optional<std::int64_t> seconds) {
    return seconds ? QJsonValue(QString::fromStdString(core::rfc3339(*seconds))) : QJsonValue();
}

std::optional<std::uint64_t> slotOf(const std::optional<core::Slot>& slot) {
    return slot ? std::optional{slot->value()} : std::nullopt;
}

QJsonArray wallets(const std::vector<core::Wallet>& list) {
    QJsonArray out;
    for (const core::Wallet& wallet : list) out.append(QString::fromStdString(wallet.base58()));
    return out;
}

QJsonObject evidenceObject(const core::Evidence& seen, std::optional<std::int64_t> time) {
    QJsonObject out;
    out[QStringLiteral("kind")] = QString::fromStdString(seen.kind);
    out[QStringLiteral("signature")] =
        seen.signature ? QJsonValue(QString::fromStdString(seen.signature->base58())) : QJsonValue();
    out[QStringLiteral("slot")] = integer(slotOf(seen.slot));
    out[QStringLiteral("time")] = moment(time);
    out[QStringLiteral("wallets")] = wallets(seen.wallets);
    out[QStringLiteral("amount")] = seen.amount ? QJsonValue(QString::number(seen.amount->value())) : QJsonValue();
    out[QStringLiteral("text")] = QString::fromStdString(seen.text);
    return out;
}

QJsonObject caseObject(const PastCase& row) {
    QJsonObject out;
    out[QStringLiteral("mint")] =
        row.ref.mint ? QJsonValue(QString::fromStdString(row.ref.mint->base58())) : QJsonValue();
    out[QStringLiteral("time")] = moment(row.time);
    out[QStringLiteral("confidence")] = row.confidence;
    out[QStringLiteral("same_subject")] = row.sameSubject;
    out[QStringLiteral("change_5m")] = number(row.fiveMinutes);
    out[QStringLiteral("lowest")] = number(row.lowest);
    out[QStringLiteral("now")] = number(row.now);
    out[QStringLiteral("graduated")] = row.graduated;
    return out;
}

std::optional<std::int64_t> timeAt(const FlagCase& shown, std::size_t at) {
    return at < shown.times.size() ? shown.times[at] : std::nullopt;
}

}  // namespace

QByteArray evidenceJson(const FlagCase& shown) {
    const core::Flag& flag = *shown.last;
    QJsonObject out;
    out[QStringLiteral("schema")] = QStringLiteral("cabalscope.evidence/1");
    out[QStringLiteral("kind")] = QString::fromStdString(flag.kind);
    out[QStringLiteral("mint")] =
        flag.mint ? QJsonValue(QString::fromStdString(flag.mint->base58())) : QJsonValue();
    out[QStringLiteral("symbol")] = QString::fromStdString(shown.symbol);
    out[QStringLiteral("subject")] = QString::fromStdString(flag.subject);
    out[QStringLiteral("confidence")] = flag.confidence;
    out[QStringLiteral("since_slot")] = integer(slotOf(shown.first->slot));
    out[QStringLiteral("since_time")] =
        moment(shown.first->time ? std::optional{shown.first->time->value()} : std::nullopt);
    out[QStringLiteral("stated_slot")] = integer(slotOf(flag.slot));
    out[QStringLiteral("stated_time")] = moment(flag.time ? std::optional{flag.time->value()} : std::nullopt);
    out[QStringLiteral("statements")] = static_cast<qint64>(shown.statements);
    out[QStringLiteral("as_of_slot")] = integer(shown.asOfSlot);
    out[QStringLiteral("as_of_time")] = moment(shown.asOfTime);
    out[QStringLiteral("value")] = flag.value;
    out[QStringLiteral("unit")] = QString::fromStdString(flag.unit);
    out[QStringLiteral("rule")] = QString::fromStdString(flag.rule);
    out[QStringLiteral("rule_text")] = QString::fromStdString(shown.rule);
    out[QStringLiteral("rule_version")] = QString::fromStdString(shown.ruleVersion);
    out[QStringLiteral("wallets")] = wallets(flag.wallets);
    QJsonArray evidence;
    for (std::size_t i = 0; i < flag.evidence.size(); ++i)
        evidence.append(evidenceObject(flag.evidence[i], timeAt(shown, i)));
    out[QStringLiteral("evidence")] = evidence;
    QJsonArray against;
    for (const std::string& line : flag.against) against.append(QString::fromStdString(line));
    out[QStringLiteral("against")] = against;
    QJsonObject past;
    past[QStringLiteral("cases")] = static_cast<qint64>(shown.caseCount);
    past[QStringLiteral("judged")] = static_cast<qint64>(shown.judged);
    past[QStringLiteral("halved_5m")] = static_cast<qint64>(shown.halved);
    past[QStringLiteral("median_5m")] = number(shown.median);
    QJsonArray listed;
    for (const PastCase& row : shown.cases) listed.append(caseObject(row));
    past[QStringLiteral("listed")] = listed;
    out[QStringLiteral("past")] = past;
    return QJsonDocument(out).toJson(QJsonDocument::Indented);
}

QString evidenceText(const FlagCase& shown) {
    const core::Flag& flag = *shown.last;
    QString text;
    QTextStream out(&text);
    out << phrases::inLanguage(flag.rule) << "\n\n";
    out << tr("Flag: %1, confidence %2, %3")
               .arg(flagName(flag.kind))
               .arg(flag.confidence, 0, 'f', 2)
               .arg(flagValue(flag))
        << '\n';
    if (flag.mint) out << tr("Token: %1").arg(QString::fromStdString(flag.mint->base58())) << '\n';
    if (flag.slot) out << tr("As of slot %1").arg(flag.slot->value());
    if (flag.time) out << (flag.slot ? QStringLiteral(", ") : QString()) << dateTime(flag.time->value());
    if (flag.slot || flag.time) out << '\n';
    if (!shown.rule.empty())
        out << tr("Rule (version %1): %2")
                   .arg(QString::fromStdString(shown.ruleVersion), phrases::inLanguage(shown.rule))
            << '\n';
    out << '\n' << tr("Transactions:") << '\n';
    for (std::size_t i = 0; i < flag.evidence.size(); ++i) {
        const core::Evidence& seen = flag.evidence[i];
        out << "- " << phrases::inLanguage(seen.text);
        if (seen.slot) out << tr(", slot %1").arg(seen.slot->value());
        if (const auto time = timeAt(shown, i)) out << ", " << dateTime(time);
        out << '\n';
        for (const core::Wallet& wallet : seen.wallets)
            out << "  " << QString::fromStdString(wallet.base58()) << '\n';
        if (seen.signature) out << "  " << QString::fromStdString(seen.signature->base58()) << '\n';
    }
    if (flag.evidence.empty()) out << tr("- none kept") << '\n';
    if (!flag.against.empty()) {
        out << '\n' << tr("What argues against it:") << '\n';
        for (const std::string& line : flag.against) out << "- " << phrases::inLanguage(line) << '\n';
    }
    if (shown.judged != 0)
        out << '\n'
            << tr("Of %1 other coins flagged so in this session, %2 lost half or more within five minutes (median "
                  "%3).")
                   .arg(shown.judged)
                   .arg(shown.halved)
                   .arg(change(shown.median))
            << '\n';
    out << '\n' << tr("Linked means likely one hand, judged from public transactions; it may be wrong.") << '\n';
    return text;
}

std::shared_ptr<const FlagCase> caseOfAlert(const core::Alert& alert) {
    auto flag = std::make_shared<core::Flag>();
    flag->kind = alert.kind;
    flag->mint = alert.mint;
    flag->subject = alert.subject;
    flag->confidence = alert.confidence;
    flag->slot = alert.slot;
    flag->time = alert.time;
    flag->rule = alert.text;
    flag->wallets = alert.wallets;
    flag->evidence = alert.evidence;
    flag->gravity = alert.severity;
    auto out = std::make_shared<FlagCase>();
    out->ref = core::pipeline::refOf(*flag);
    out->first = flag;
    out->last = flag;
    out->statements = 1;
    out->times.resize(flag->evidence.size());
    if (alert.slot) out->asOfSlot = alert.slot->value();
    if (alert.time) out->asOfTime = alert.time->value();
    return out;
}

}  // namespace ui::format
