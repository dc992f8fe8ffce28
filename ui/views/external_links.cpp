// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/external_links.h"

#include <QCoreApplication>
#include <QDesktopServices>

#include <array>

namespace ui {
namespace {

struct Site {
    const char* name;
    const char* address;  ///< %1: the key
};

template <std::size_t N>
std::vector<ExternalLink> linksTo(const std::array<Site, N>& sites, const std::string& key) {
    std::vector<ExternalLink> out;
    for (const Site& site : sites)
        out.push_back({QString::fromLatin1(site.name),
                       QUrl(QString::fromLatin1(site.address).arg(QString::fromStdString(key)))});
    return out;
}

}  // namespace

std::vector<ExternalLink> tokenLinks(const core::Mint& mint) {
    static constexpr std::array kSites{Site{"Solscan", "https://solscan.io/token/%1"},
                                       Site{"Solana Explorer", "https://explorer.solana.com/address/%1"},
                                       Site{"GMGN", "https://gmgn.ai/sol/token/%1"},
                                       Site{"DEX Screener", "https://dexscreener.com/solana/%1"},
                                       Site{"Axiom", "https://axiom.trade/t/%1"},
                                       Site{"Photon", "https://photon-sol.tinyastro.io/en/lp/%1"},
                                       Site{"Bubblemaps", "https://app.bubblemaps.io/sol/token/%1"},
                                       Site{"RugCheck", "https://rugcheck.xyz/tokens/%1"},
                                       Site{"pump.fun", "https://pump.fun/coin/%1"}};
    return linksTo(kSites, mint.base58());
}

std::vector<ExternalLink> walletLinks(const core::Wallet& wallet) {
    static constexpr std::array kSites{Site{"Solscan", "https://solscan.io/account/%1"},
                                       Site{"Solana Explorer", "https://explorer.solana.com/address/%1"},
                                       Site{"GMGN", "https://gmgn.ai/sol/address/%1"}};
    return linksTo(kSites, wallet.base58());
}

std::vector<ExternalLink> transactionLinks(const core::Signature& signature) {
    static constexpr std::array kSites{Site{"Solscan", "https://solscan.io/tx/%1"},
                                       Site{"Solana Explorer", "https://explorer.solana.com/tx/%1"},
                                       Site{"SolanaFM", "https://solana.fm/tx/%1"}};
    return linksTo(kSites, signature.base58());
}

void addLinks(QMenu& menu, const std::vector<ExternalLink>& links) {
    for (const ExternalLink& link : links) {
        QAction* action = menu.addAction(QCoreApplication::translate("links", "Open in %1").arg(link.site),
                                         [url = link.url] { QDesktopServices::openUrl(url); });
        action->setToolTip(link.url.toString());
    }
}

}  // namespace ui
