// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/people_text.h"

#include "ui/format/number_text.h"
#include "ui/format/price_text.h"
#include "ui/theme/palette.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace ui::format {
namespace {

using core::pipeline::Role;
using core::pipeline::Roles;

QString tr(const char* text) {
    return QCoreApplication::translate("people", text);
}

// The weightiest first.
constexpr std::array kOrder{Role::Creator,        Role::CreatorLinked, Role::Insider, Role::Sniper,
                            Role::Bundler,        Role::Wash,          Role::Fresh,   Role::Lead,
                            Role::SmartMoney,     Role::Tracked,       Role::Bot,     Role::Exchange,
                            Role::Infrastructure, Role::Reserve,       Role::Burned};

struct Words {
    std::string_view kind;
    const char* name;
};

QString lookUp(const auto& table, std::string_view kind) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const Words& w) { return w.kind == kind; });
    if (found != table.end()) return tr(found->name);
    // A kind that is younger than this table still reads as words.
    QString text = QString::fromUtf8(kind.data(), static_cast<qsizetype>(kind.size())).replace(u'_', u' ');
    if (!text.isEmpty()) text[0] = text[0].toUpper();
    return text;
}

}  // namespace

QString roleName(Role role) {
    switch (role) {
        case Role::Creator: return tr("Dev");
        case Role::CreatorLinked: return tr("Dev-linked");
        case Role::Sniper: return tr("Sniper");
        case Role::Bundler: return tr("Bundler");
        case Role::Insider: return tr("Rat");
        case Role::SmartMoney: return tr("Smart");
        case Role::Lead: return tr("Lead");
        case Role::Wash: return tr("Wash");
        case Role::Tracked: return tr("Tracked");
        case Role::Bot: return tr("Bot");
        case Role::Exchange: return tr("Exchange");
        case Role::Infrastructure: return tr("Service");
        case Role::Reserve: return tr("Curve or pool");
        case Role::Burned: return tr("Burned");
        case Role::Fresh: return tr("Fresh");
    }
    return {};
}

QString roleMeaning(Role role) {
    switch (role) {
        case Role::Creator: return tr("Signed and paid for the creation of the coin.");
        case Role::CreatorLinked: return tr("Likely one hand with the creator: P of at least 0.90 from the links.");
        case Role::Sniper: return tr("Bought in the creation slot or within the 3 slots behind it.");
        case Role::Bundler: return tr("Bought side by side with others in one block, with like tickets.");
        case Role::Insider: return tr("Holds coins of the dev or of the creation slot that it never bought.");
        case Role::SmartMoney: return tr("Closed its positions with a gain that is credibly above that of others.");
        case Role::Lead: return tr("Others buy the same coins right behind it, more often than chance explains.");
        case Role::Wash: return tr("Traded with itself or within its cluster.");
        case Role::Tracked: return tr("On your list.");
        case Role::Bot: return tr("Bought so many of all coins seen that it can be nobody's hand.");
        case Role::Exchange: return tr("An exchange: it holds for others.");
        case Role::Infrastructure: return tr("A listed service, program or locker: it holds for others.");
        case Role::Reserve: return tr("The bonding curve or a pool: what lies there has no holder.");
        case Role::Burned: return tr("Sent where nobody can move it.");
        case Role::Fresh: return tr("New to the chain, among more early buyers of its kind than chance explains.");
    }
    return {};
}

QString rolesText(Roles roles) {
    QString out;
    for (const Role role : kOrder) {
        if (!has(roles, role)) continue;
        if (!out.isEmpty()) out += QStringLiteral(" · ");
        out += roleName(role);
    }
    return out;
}

QColor rolesInk(Roles roles) {
    const auto& colors = theme::palette();
    if (has(roles, Role::Insider) || has(roles, Role::Wash)) return colors.danger;
    if (has(roles, Role::Creator) || has(roles, Role::CreatorLinked) || has(roles, Role::Sniper) ||
        has(roles, Role::Bundler))
        return colors.attention;
    if (roles != 0) return colors.dim;
    return {};
}

QString clusterName(const core::pipeline::ClusterTag& tag) {
    return tag ? tr("Cluster %1").arg(tag.number) : QString();
}

QString clusterShort(const core::pipeline::ClusterTag& tag) {
    return tag ? QStringLiteral("C%1").arg(tag.number) : QString();
}

QColor clusterInk(const core::pipeline::ClusterTag& tag) {
    return tag ? theme::entityColor(tag.place) : QColor();
}

QString flagName(std::string_view kind) {
    static constexpr std::array kTable{Words{"insider_holdings", "Rat warehouse"},
                                       Words{"cluster_dump", "Cluster dump"},
                                       Words{"lead_wallet", "Lead wallet"},
                                       Words{"smart_money", "Smart money"},
                                       Words{"copycat", "Same name"},
                                       Words{"dev", "Dev"}};
    return lookUp(kTable, kind);
}

QString linkName(std::string_view kind) {
    static constexpr std::array kTable{
        Words{"funded_by_same", "funded by one wallet"},   Words{"transfer", "one sent to the other"},
        Words{"same_transaction", "in one transaction"},   Words{"same_bundle", "side by side in a block"},
        Words{"same_slot_buy", "first buys in one slot"},  Words{"co_trading", "the same coins"},
        Words{"exit_synchrony", "sold in the same slots"}, Words{"same_amount", "like amounts"},
        Words{"same_cashout", "proceeds to one wallet"}};
    return lookUp(kTable, kind);
}

QString bagName(core::pipeline::BagState state) {
    switch (state) {
        case core::pipeline::BagState::Unchanged: return tr("holds all");
        case core::pipeline::BagState::Added: return tr("added");
        case core::pipeline::BagState::PartSold: return tr("part sold");
        case core::pipeline::BagState::Transferred: return tr("transferred");
        case core::pipeline::BagState::Exited: return tr("exited");
    }
    return {};
}

QChar bagMark(core::pipeline::BagState state) {
    switch (state) {
        case core::pipeline::BagState::Unchanged: return u'=';
        case core::pipeline::BagState::Added: return u'+';
        case core::pipeline::BagState::PartSold: return u'−';
        case core::pipeline::BagState::Transferred: return u'→';
        case core::pipeline::BagState::Exited: return u'×';
    }
    return {};
}

double whole(core::Int128 raw, int decimals) {
    return static_cast<double>(raw) * std::pow(10.0, -decimals);
}

QString digits(core::Int128 value) {
    const bool negative = value < 0;
    // The smallest value has no positive twin.
    core::Uint128 left =
        negative ? core::Uint128{0} - static_cast<core::Uint128>(value) : static_cast<core::Uint128>(value);
    QString out;
    do {
        out.prepend(QChar(u'0' + static_cast<char16_t>(left % 10)));
        left /= 10;
    } while (left != 0);
    return negative ? u'-' + out : out;
}

QString signedAmount(double value) {
    if (!std::isfinite(value)) return unknown();
    const double size = std::abs(value);
    const QString text = size < 1000 && size >= 0.01 ? QString::number(size, 'f', 2) : compact(size);
    if (size < 0.000'000'5) return QStringLiteral("0");
    return (value < 0 ? QStringLiteral("−") : QStringLiteral("+")) + text;
}

QString flagValue(const core::Flag& flag) {
    const QString unit = QString::fromStdString(flag.unit);
    if (unit.startsWith(QStringLiteral("share of")))
        return share(flag.value) + QStringLiteral(" of ") + unit.mid(QStringLiteral("share of ").size());
    if (unit == QStringLiteral("probability")) return share(flag.value);
    if (unit.startsWith(QStringLiteral("return"))) return change(flag.value) + u' ' + unit;
    return compact(flag.value) + u' ' + unit;
}

}  // namespace ui::format
