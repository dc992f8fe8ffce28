// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/rule_words.h"

#include <QCoreApplication>

#include <array>

namespace ui {
namespace {

struct Word {
    std::string_view word;
    const char* shown;
};

constexpr std::array kFields{
    Word{"age", QT_TRANSLATE_NOOP("rules", "age")},
    Word{"coins", QT_TRANSLATE_NOOP("rules", "coins bought before")},
    Word{"created", QT_TRANSLATE_NOOP("rules", "coins created")},
    Word{"holds", QT_TRANSLATE_NOOP("rules", "holds")},
    Word{"confidence", QT_TRANSLATE_NOOP("rules", "confidence")},
    Word{"value", QT_TRANSLATE_NOOP("rules", "value")},
    Word{"wallets", QT_TRANSLATE_NOOP("rules", "wallets named")},
    Word{"members", QT_TRANSLATE_NOOP("rules", "members")},
    Word{"buyers", QT_TRANSLATE_NOOP("rules", "buyers")},
    Word{"sellers", QT_TRANSLATE_NOOP("rules", "sellers")},
    Word{"price", QT_TRANSLATE_NOOP("rules", "price")},
    Word{"market_cap", QT_TRANSLATE_NOOP("rules", "market cap")},
    Word{"liquidity", QT_TRANSLATE_NOOP("rules", "liquidity")},
    Word{"curve", QT_TRANSLATE_NOOP("rules", "curve progress")},
    Word{"rise_5m", QT_TRANSLATE_NOOP("rules", "rise in 5 min")},
    Word{"fall_5m", QT_TRANSLATE_NOOP("rules", "fall in 5 min")},
    Word{"volume", QT_TRANSLATE_NOOP("rules", "volume")},
    Word{"trades", QT_TRANSLATE_NOOP("rules", "trades")},
    Word{"holders", QT_TRANSLATE_NOOP("rules", "holders")},
    Word{"top10", QT_TRANSLATE_NOOP("rules", "top 10 share")},
    Word{"dev_share", QT_TRANSLATE_NOOP("rules", "dev share")},
    Word{"cluster_share", QT_TRANSLATE_NOOP("rules", "share of clusters")},
};

// The sentences of core/alert/words.cpp, for the translation.
[[maybe_unused]] constexpr std::array kMeanings{
    QT_TRANSLATE_NOOP("rules", "Time since the wallet was first seen."),
    QT_TRANSLATE_NOOP("rules", "Coins it bought at least once."),
    QT_TRANSLATE_NOOP("rules", "Coins it created."),
    QT_TRANSLATE_NOOP("rules", "Share of the coin's supply that it holds."),
    QT_TRANSLATE_NOOP("rules", "How sure the detector is, 0 to 1."),
    QT_TRANSLATE_NOOP("rules", "What the flag measures, in its own unit; a share can be written in percent."),
    QT_TRANSLATE_NOOP("rules", "How many wallets it names."),
    QT_TRANSLATE_NOOP("rules", "How sure the links between its members are, 0 to 1."),
    QT_TRANSLATE_NOOP("rules", "Wallets of the cluster."),
    QT_TRANSLATE_NOOP("rules", "Members that have had the coin."),
    QT_TRANSLATE_NOOP("rules", "Members that have sold the coin."),
    QT_TRANSLATE_NOOP("rules", "Time since its creation, else since its first trade seen."),
    QT_TRANSLATE_NOOP("rules", "Of the last trade, for one whole coin."),
    QT_TRANSLATE_NOOP("rules", "Last price times supply."),
    QT_TRANSLATE_NOOP("rules", "What really lies in the curve or pool."),
    QT_TRANSLATE_NOOP("rules", "How much of the bonding curve was bought."),
    QT_TRANSLATE_NOOP("rules", "How much the last price is above the price five minutes before."),
    QT_TRANSLATE_NOOP("rules", "How much the last price is below the price five minutes before."),
    QT_TRANSLATE_NOOP("rules", "Of all trades seen."),
    QT_TRANSLATE_NOOP("rules", "Trades seen."),
    QT_TRANSLATE_NOOP("rules", "Wallets that bought."),
    QT_TRANSLATE_NOOP("rules", "Wallets that hold it; unknown unless the creation was seen."),
    QT_TRANSLATE_NOOP("rules", "Share of supply of the ten largest wallets, pools left out."),
    QT_TRANSLATE_NOOP("rules", "Share of supply that the creator holds."),
    QT_TRANSLATE_NOOP("rules", "Share of supply that clusters of linked wallets hold together."),
};

// The titles of resources/rules.toml, for the translation.
[[maybe_unused]] constexpr std::array kTitles{
    QT_TRANSLATE_NOOP("rules", "The dev sells"),
    QT_TRANSLATE_NOOP("rules", "A cluster of linked wallets sells"),
    QT_TRANSLATE_NOOP("rules", "Somebody takes the liquidity"),
    QT_TRANSLATE_NOOP("rules", "A cabal is on a coin you watch"),
    QT_TRANSLATE_NOOP("rules", "A wallet that others follow buys"),
    QT_TRANSLATE_NOOP("rules", "A pump begins"),
    QT_TRANSLATE_NOOP("rules", "A coin you watch graduates"),
    QT_TRANSLATE_NOOP("rules", "Coins that nobody bought lie with insiders"),
    QT_TRANSLATE_NOOP("rules", "A bundle bought the launch"),
    QT_TRANSLATE_NOOP("rules", "Volume that nobody means"),
    QT_TRANSLATE_NOOP("rules", "A copy of a coin that made it"),
    // Of app/wallet_alerts.cpp.
    QT_TRANSLATE_NOOP("rules", "A wallet you asked about buys or sells"),
};

QString said(const char* text) {
    return QCoreApplication::translate("rules", text);
}

}  // namespace

QString fieldWord(std::string_view field) {
    for (const Word& word : kFields)
        if (word.word == field) return said(word.shown);
    return QString::fromUtf8(field.data(), static_cast<qsizetype>(field.size()));
}

QString fieldMeaning(const core::alert::Field& field) {
    return said(std::string{field.description}.c_str());
}

QString verbWord(core::alert::Verb verb) {
    using core::alert::Verb;
    switch (verb) {
        case Verb::Buy: return said(QT_TRANSLATE_NOOP("rules", "buys"));
        case Verb::Sell: return said(QT_TRANSLATE_NOOP("rules", "sells"));
        case Verb::Trade: return said(QT_TRANSLATE_NOOP("rules", "buys or sells"));
        case Verb::Send: return said(QT_TRANSLATE_NOOP("rules", "sends coins"));
        case Verb::Receive: return said(QT_TRANSLATE_NOOP("rules", "receives coins"));
        case Verb::Create: return said(QT_TRANSLATE_NOOP("rules", "creates the coin"));
        case Verb::AddLiquidity: return said(QT_TRANSLATE_NOOP("rules", "adds liquidity"));
        case Verb::RemoveLiquidity: return said(QT_TRANSLATE_NOOP("rules", "removes liquidity"));
        case Verb::Mint: return said(QT_TRANSLATE_NOOP("rules", "mints"));
        case Verb::Burn: return said(QT_TRANSLATE_NOOP("rules", "burns"));
    }
    return {};
}

QString whoWord(core::alert::Who who, bool counted) {
    using core::alert::Who;
    switch (who) {
        case Who::Anyone:
            return counted ? said(QT_TRANSLATE_NOOP("rules", "any wallets"))
                           : said(QT_TRANSLATE_NOOP("rules", "anyone"));
        case Who::Dev: return said(QT_TRANSLATE_NOOP("rules", "the dev"));
        case Who::Linked: return said(QT_TRANSLATE_NOOP("rules", "wallets linked to the dev"));
        case Who::DevOrLinked: return said(QT_TRANSLATE_NOOP("rules", "the dev or linked wallets"));
        case Who::Wallet: return said(QT_TRANSLATE_NOOP("rules", "the wallet"));
        case Who::Listed: return said(QT_TRANSLATE_NOOP("rules", "wallets of the list"));
        case Who::Tagged: return said(QT_TRANSLATE_NOOP("rules", "wallets flagged as"));
        case Who::Cluster: return said(QT_TRANSLATE_NOOP("rules", "one cluster"));
    }
    return {};
}

QString phaseWord(core::alert::FlagPhase phase) {
    using core::alert::FlagPhase;
    switch (phase) {
        case FlagPhase::Stands: return said(QT_TRANSLATE_NOOP("rules", "stands"));
        case FlagPhase::Starts: return said(QT_TRANSLATE_NOOP("rules", "is said first"));
        case FlagPhase::Ends: return said(QT_TRANSLATE_NOOP("rules", "is withdrawn"));
    }
    return {};
}

QString unitShown(core::alert::Unit unit) {
    const std::string_view word = core::alert::unitWord(unit);
    if (unit == core::alert::Unit::PercentOfSupply) return said(QT_TRANSLATE_NOOP("rules", "% of supply"));
    return QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
}

QString shippedTitle(const core::alert::Rule& rule) {
    return said(rule.title.c_str());
}

QString groupWord(core::AlertGroup group) {
    switch (group) {
        case core::AlertGroup::Discovery: return said(QT_TRANSLATE_NOOP("rules", "Discovery"));
        case core::AlertGroup::Defence: return said(QT_TRANSLATE_NOOP("rules", "Defence"));
        case core::AlertGroup::HighSignal: return said(QT_TRANSLATE_NOOP("rules", "High signal"));
    }
    return {};
}

QString severityWord(core::Severity severity) {
    switch (severity) {
        case core::Severity::Info: return said(QT_TRANSLATE_NOOP("rules", "Info"));
        case core::Severity::Warning: return said(QT_TRANSLATE_NOOP("rules", "Warning"));
        case core::Severity::Critical: return said(QT_TRANSLATE_NOOP("rules", "Critical"));
    }
    return {};
}

}  // namespace ui
