// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/people_text.h"

#include "ui/format/count_text.h"
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

/// In English, as files have it.
const char* roleWord(Role role) {
    switch (role) {
        case Role::Creator: return QT_TRANSLATE_NOOP("people", "Dev");
        case Role::CreatorLinked: return QT_TRANSLATE_NOOP("people", "Dev-linked");
        case Role::Sniper: return QT_TRANSLATE_NOOP("people", "Sniper");
        case Role::Bundler: return QT_TRANSLATE_NOOP("people", "Bundler");
        case Role::Insider: return QT_TRANSLATE_NOOP("people", "Rat");
        case Role::SmartMoney: return QT_TRANSLATE_NOOP("people", "Smart");
        case Role::Lead: return QT_TRANSLATE_NOOP("people", "Lead");
        case Role::Wash: return QT_TRANSLATE_NOOP("people", "Wash");
        case Role::Tracked: return QT_TRANSLATE_NOOP("people", "Tracked");
        case Role::Bot: return QT_TRANSLATE_NOOP("people", "Bot");
        case Role::Exchange: return QT_TRANSLATE_NOOP("people", "Exchange");
        case Role::Infrastructure: return QT_TRANSLATE_NOOP("people", "Service");
        case Role::Reserve: return QT_TRANSLATE_NOOP("people", "Curve or pool");
        case Role::Burned: return QT_TRANSLATE_NOOP("people", "Burned");
        case Role::Fresh: return QT_TRANSLATE_NOOP("people", "Fresh");
    }
    return "";
}

template <class Name>
QString joined(Roles roles, Name name) {
    QString out;
    for (const Role role : kOrder) {
        if (!has(roles, role)) continue;
        if (!out.isEmpty()) out += QStringLiteral(" · ");
        out += name(role);
    }
    return out;
}

/// In English, as files have it.
const char* bagWord(core::pipeline::BagState state) {
    switch (state) {
        case core::pipeline::BagState::Unchanged: return QT_TRANSLATE_NOOP("people", "holds all");
        case core::pipeline::BagState::Added: return QT_TRANSLATE_NOOP("people", "added");
        case core::pipeline::BagState::PartSold: return QT_TRANSLATE_NOOP("people", "part sold");
        case core::pipeline::BagState::Transferred: return QT_TRANSLATE_NOOP("people", "transferred");
        case core::pipeline::BagState::Exited: return QT_TRANSLATE_NOOP("people", "exited");
    }
    return "";
}

}  // namespace

QString roleName(Role role) {
    return tr(roleWord(role));
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
    return joined(roles, roleName);
}

QString rolesRaw(Roles roles) {
    return joined(roles, [](Role role) { return QString::fromLatin1(roleWord(role)); });
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
    static constexpr std::array kTable{Words{"insider_holdings", QT_TRANSLATE_NOOP("people", "Rat warehouse")},
                                       Words{"cluster_dump", QT_TRANSLATE_NOOP("people", "Cluster dump")},
                                       Words{"lead_wallet", QT_TRANSLATE_NOOP("people", "Lead wallet")},
                                       Words{"smart_money", QT_TRANSLATE_NOOP("people", "Smart money")},
                                       Words{"copycat", QT_TRANSLATE_NOOP("people", "Same name")},
                                       Words{"dev", QT_TRANSLATE_NOOP("people", "Dev")},
                                       Words{"dev_dump", QT_TRANSLATE_NOOP("people", "Dev dump")},
                                       Words{"sniper", QT_TRANSLATE_NOOP("people", "Sniper")},
                                       Words{"bundler", QT_TRANSLATE_NOOP("people", "Bundler")},
                                       Words{"fresh_wallet", QT_TRANSLATE_NOOP("people", "Fresh wallet")},
                                       Words{"cabal", QT_TRANSLATE_NOOP("people", "Cabal")},
                                       Words{"wash_trading", QT_TRANSLATE_NOOP("people", "Wash trading")},
                                       Words{"pump", QT_TRANSLATE_NOOP("people", "Pump")},
                                       Words{"liquidity_removal", QT_TRANSLATE_NOOP("people", "Liquidity removal")},
                                       Words{"concentration", QT_TRANSLATE_NOOP("people", "Concentration")},
                                       Words{"graduated", QT_TRANSLATE_NOOP("people", "Graduated")},
                                       Words{"wallet_trade", QT_TRANSLATE_NOOP("people", "Wallet trades")},
                                       Words{"price_line", QT_TRANSLATE_NOOP("people", "Price line")},
                                       Words{"rug_risk", QT_TRANSLATE_NOOP("people", "Rug risk")},
                                       Words{"exchange", QT_TRANSLATE_NOOP("people", "Exchange")},
                                       Words{"infrastructure", QT_TRANSLATE_NOOP("people", "Infrastructure")},
                                       Words{"bot", QT_TRANSLATE_NOOP("people", "Bot")}};
    return lookUp(kTable, kind);
}

QString linkName(std::string_view kind) {
    static constexpr std::array kTable{
        Words{"funded_by_same", QT_TRANSLATE_NOOP("people", "funded by one wallet")},
        Words{"transfer", QT_TRANSLATE_NOOP("people", "one sent to the other")},
        Words{"same_transaction", QT_TRANSLATE_NOOP("people", "in one transaction")},
        Words{"same_bundle", QT_TRANSLATE_NOOP("people", "side by side in a block")},
        Words{"same_slot_buy", QT_TRANSLATE_NOOP("people", "first buys in one slot")},
        Words{"co_trading", QT_TRANSLATE_NOOP("people", "the same coins")},
        Words{"exit_synchrony", QT_TRANSLATE_NOOP("people", "sold in the same slots")},
        Words{"same_amount", QT_TRANSLATE_NOOP("people", "like amounts")},
        Words{"same_cashout", QT_TRANSLATE_NOOP("people", "proceeds to one wallet")},
        Words{"add liquidity", QT_TRANSLATE_NOOP("people", "Add liquidity")},
        Words{"addition", QT_TRANSLATE_NOOP("people", "Add liquidity")},
        Words{"burn", QT_TRANSLATE_NOOP("people", "Burn")},
        Words{"buy", QT_TRANSLATE_NOOP("people", "Buy")},
        Words{"closed_position", QT_TRANSLATE_NOOP("people", "Closed position")},
        Words{"create", QT_TRANSLATE_NOOP("people", "Create")},
        Words{"creation", QT_TRANSLATE_NOOP("people", "Creation")},
        Words{"crossing", QT_TRANSLATE_NOOP("people", "Crossing")},
        Words{"follow_buy", QT_TRANSLATE_NOOP("people", "Follow buy")},
        Words{"lead_buy", QT_TRANSLATE_NOOP("people", "Lead buy")},
        Words{"migration", QT_TRANSLATE_NOOP("people", "Migration")},
        Words{"mint", QT_TRANSLATE_NOOP("people", "Mint")},
        Words{"receive", QT_TRANSLATE_NOOP("people", "Receive")},
        Words{"removal", QT_TRANSLATE_NOOP("people", "Removal")},
        Words{"remove liquidity", QT_TRANSLATE_NOOP("people", "Remove liquidity")},
        Words{"reserves", QT_TRANSLATE_NOOP("people", "Reserves")},
        Words{"seen", QT_TRANSLATE_NOOP("people", "Seen")},
        Words{"sell", QT_TRANSLATE_NOOP("people", "Sell")},
        Words{"send", QT_TRANSLATE_NOOP("people", "Send")},
        Words{"tape", QT_TRANSLATE_NOOP("people", "Tape")},
        Words{"trade", QT_TRANSLATE_NOOP("people", "Trade")}};
    return lookUp(kTable, kind);
}

QString bagName(core::pipeline::BagState state) {
    return tr(bagWord(state));
}

QString bagRaw(core::pipeline::BagState state) {
    return QString::fromLatin1(bagWord(state));
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
    constexpr double kMostCounted = 1e15;
    static constexpr std::array kUnits{
        Words{"share of supply", QT_TRANSLATE_NOOP("people", "%1 of supply")},
        Words{"share of volume", QT_TRANSLATE_NOOP("people", "%1 of volume")},
        Words{"share of the pool's quote reserve", QT_TRANSLATE_NOOP("people", "%1 of the pool's quote reserve")},
        Words{"share of the first buyers whose beginning is known",
              QT_TRANSLATE_NOOP("people", "%1 of the first buyers whose beginning is known")},
        Words{"return in 25 s", QT_TRANSLATE_NOOP("people", "%1 return in 25 s")},
        Words{"return per closed position", QT_TRANSLATE_NOOP("people", "%1 return per closed position")},
        Words{"trades within ten minutes", QT_TRANSLATE_NOOP("people", "%1 trades within ten minutes")},
        Words{"buys and sells around others' trades",
              QT_TRANSLATE_NOOP("people", "%1 buys and sells around others' trades")},
        Words{"wallets that had their first SOL from it",
              QT_TRANSLATE_NOOP("people", "%1 wallets that had their first SOL from it")},
        Words{"wallets it moved SOL or coins with",
              QT_TRANSLATE_NOOP("people", "%1 wallets it moved SOL or coins with")},
        Words{"place among the coins of this name",
              QT_TRANSLATE_NOOP("people", "number %1 among the coins of this name")},
        Words{"place among the coins of this URI",
              QT_TRANSLATE_NOOP("people", "number %1 among the coins of this URI")}};
    if (flag.value >= 0 && flag.value < kMostCounted) {
        const auto count = static_cast<std::uint64_t>(std::llround(flag.value));
        if (flag.unit == "coins created") return counted(Noun::CoinCreated, count);
        if (flag.unit == "coins bought") return counted(Noun::CoinBought, count);
        if (flag.unit == "followers") return counted(Noun::Follower, count);
        if (flag.unit == "slots behind the creation")
            return tr("%1 behind the creation").arg(counted(Noun::Slot, count));
    }
    const QString unit = QString::fromStdString(flag.unit);
    const bool part = unit.startsWith(QStringLiteral("share of"));
    const bool gain = unit.startsWith(QStringLiteral("return"));
    const QString value = part || flag.unit == "probability" ? share(flag.value)
                          : gain                             ? change(flag.value)
                                                             : compact(flag.value);
    if (flag.unit == "probability") return value;
    const auto known =
        std::find_if(kUnits.begin(), kUnits.end(), [&](const Words& w) { return w.kind == flag.unit; });
    if (known != kUnits.end()) return tr(known->name).arg(value);
    if (part) return value + QStringLiteral(" of ") + unit.mid(QStringLiteral("share of ").size());
    return value + u' ' + unit;
}

}  // namespace ui::format
