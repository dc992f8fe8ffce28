// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alert_export.h"

#include "core/base/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <string_view>

namespace ui {
namespace {

QString name(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QJsonArray walletArray(const std::vector<core::Wallet>& wallets) {
    QJsonArray out;
    for (const core::Wallet& wallet : wallets) out.append(QString::fromStdString(wallet.base58()));
    return out;
}

QJsonObject evidenceObject(const core::Evidence& seen) {
    QJsonObject out;
    out[QStringLiteral("kind")] = QString::fromStdString(seen.kind);
    if (seen.signature) out[QStringLiteral("signature")] = QString::fromStdString(seen.signature->base58());
    if (seen.slot) out[QStringLiteral("slot")] = static_cast<qint64>(seen.slot->value());
    out[QStringLiteral("wallets")] = walletArray(seen.wallets);
    // Amounts go beyond 2^53 and so stand as text.
    if (seen.amount) out[QStringLiteral("amount")] = QString::number(seen.amount->value());
    out[QStringLiteral("text")] = QString::fromStdString(seen.text);
    return out;
}

QJsonObject alertObject(const AlertRow& row) {
    const core::Alert& alert = *row.alert;
    QJsonObject out;
    out[QStringLiteral("rule")] = QString::fromStdString(alert.rule);
    out[QStringLiteral("rule_version")] = static_cast<qint64>(alert.ruleVersion);
    out[QStringLiteral("group")] = name(core::alertGroupName(alert.group));
    out[QStringLiteral("kind")] = QString::fromStdString(alert.kind);
    if (alert.mint) out[QStringLiteral("mint")] = QString::fromStdString(alert.mint->base58());
    out[QStringLiteral("wallets")] = walletArray(alert.wallets);
    if (alert.slot) out[QStringLiteral("slot")] = static_cast<qint64>(alert.slot->value());
    if (alert.time) out[QStringLiteral("time")] = QString::fromStdString(core::rfc3339(alert.time->value()));
    out[QStringLiteral("severity")] = name(core::severityName(alert.severity));
    out[QStringLiteral("text")] = QString::fromStdString(alert.text);
    out[QStringLiteral("confidence")] = alert.confidence;
    if (row.price) out[QStringLiteral("price")] = *row.price;
    if (row.change) out[QStringLiteral("change_since")] = *row.change;
    if (alert.supplyShare) out[QStringLiteral("supply_share")] = *alert.supplyShare;
    if (row.verdict) out[QStringLiteral("verdict")] = *row.verdict;
    if (!row.reason.empty()) out[QStringLiteral("verdict_reason")] = QString::fromStdString(row.reason);
    QJsonArray evidence;
    for (const core::Evidence& seen : alert.evidence) evidence.append(evidenceObject(seen));
    out[QStringLiteral("evidence")] = evidence;
    return out;
}

}  // namespace

QByteArray alertsJson(std::span<const std::shared_ptr<const AlertRow>> rows) {
    QJsonArray alerts;
    for (const auto& row : rows) alerts.append(alertObject(*row));
    QJsonObject out;
    out[QStringLiteral("schema")] = QStringLiteral("cabalscope.alerts/1");
    out[QStringLiteral("alerts")] = alerts;
    return QJsonDocument(out).toJson(QJsonDocument::Indented);
}

}  // namespace ui
