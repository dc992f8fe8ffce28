// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/token_text.h"

#include "core/base/text.h"
#include "core/model/quote_asset.h"
#include "ui/format/number_text.h"
#include "ui/format/price_text.h"

#include <QRegularExpression>

#include <cmath>

namespace ui::format {
namespace {

const QString kTipBegin = QStringLiteral("<div style=\"white-space:pre-wrap\">");
const QString kTipEnd = QStringLiteral("</div>");

}  // namespace

QString quoteTicker(const core::Mint& quote) {
    if (const core::QuoteAsset* asset = core::quoteAsset(quote))
        return QString::fromUtf8(asset->ticker.data(), static_cast<qsizetype>(asset->ticker.size()));
    return shortKey(quote.base58());
}

QString tokenTitle(const core::pipeline::TokenRow& row) {
    return row.symbol.empty() ? shortKey(row.mintText) : QString::fromStdString(row.symbol);
}

QString marketCap(const core::pipeline::TokenRow& row, std::optional<double> solDollars) {
    if (!row.marketCapQuote) return unknown();
    const bool sol = row.quoteMint == core::wrappedSolMint();
    const bool dollars = !sol && core::quoteAsset(row.quoteMint) != nullptr;
    if (dollars || (sol && solDollars)) return u'$' + compact(*row.marketCapQuote * (dollars ? 1.0 : *solDollars));
    return compact(*row.marketCapQuote) + u' ' + quoteTicker(row.quoteMint);
}

QString shortKey(const std::string& base58) {
    return QString::fromStdString(core::shortKey(base58));
}

double wholeUnits(std::uint64_t raw, int decimals) {
    return static_cast<double>(raw) * std::pow(10.0, -decimals);
}

QString plainToolTip(const QString& text) {
    if (text.isEmpty()) return {};
    return kTipBegin + text.toHtmlEscaped() + kTipEnd;
}

QString plainTextOf(const QString& toolTip) {
    if (!toolTip.startsWith(kTipBegin) || !toolTip.endsWith(kTipEnd)) return toolTip;
    QString out = toolTip.mid(kTipBegin.size(), toolTip.size() - kTipBegin.size() - kTipEnd.size());
    // Ampersands last: an escaped one may stand before what looks like another escape.
    out.replace(QStringLiteral("&lt;"), QStringLiteral("<"));
    out.replace(QStringLiteral("&gt;"), QStringLiteral(">"));
    out.replace(QStringLiteral("&quot;"), QStringLiteral("\""));
    out.replace(QStringLiteral("&amp;"), QStringLiteral("&"));
    return out;
}

std::optional<core::Mint> findMint(const QString& text) {
    // A pasted page is not a search: look only at what fits a link.
    static constexpr qsizetype kLongestLink = 2048;
    static const QRegularExpression kKey(QStringLiteral("[1-9A-HJ-NP-Za-km-z]{32,44}"));
    auto matches = kKey.globalMatch(text.left(kLongestLink));
    while (matches.hasNext()) {
        const auto mint = core::Mint::fromBase58(matches.next().captured().toStdString());
        if (mint) return *mint;
    }
    return std::nullopt;
}

}  // namespace ui::format
