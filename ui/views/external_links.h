// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

#include <QMenu>
#include <QString>
#include <QUrl>

#include <vector>

namespace ui {

/// A page about something on chain, on a site of others. Nothing is sent anywhere before it is clicked.
struct ExternalLink {
    QString site;
    QUrl url;
};

[[nodiscard]] std::vector<ExternalLink> tokenLinks(const core::Mint& mint);
[[nodiscard]] std::vector<ExternalLink> walletLinks(const core::Wallet& wallet);
[[nodiscard]] std::vector<ExternalLink> transactionLinks(const core::Signature& signature);

/// Adds an entry for each link; the chosen one opens in the user's browser.
void addLinks(QMenu& menu, const std::vector<ExternalLink>& links);

}  // namespace ui
