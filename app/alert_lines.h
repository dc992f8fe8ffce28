// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alert/rule.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <vector>

namespace app {

/// The price lines of all charts as rules: each fires when a trade carries the coin's price over it, either way.
/// They are read from the documents that charts keep, so a line of a coin that nobody has open is armed too.
/// Thread: GUI.
class AlertLines {
public:
    static constexpr int kMostCoins = 5'000;
    static constexpr std::size_t kMostLines = 2'000;

    /// Reads what the charts kept in this folder; the first kMostCoins documents in order of their names.
    void readFolder(const QString& folder);
    /// A chart kept a document. True when the lines are others now.
    bool take(const QString& name, const QByteArray& document);
    /// By coin, at most kMostLines.
    [[nodiscard]] std::vector<core::alert::Rule> rules() const;
    /// Lines that are drawn and not armed: beyond the bound, or of a coin whose prices are told in a unit that
    /// rules do not know.
    [[nodiscard]] std::size_t unarmed() const;

private:
    struct OfCoin {
        std::vector<core::alert::Rule> rules;
        std::size_t unarmed = 0;
    };
    std::map<core::Mint, OfCoin> m_coins;
};

}  // namespace app
