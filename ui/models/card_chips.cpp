// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/card_chips.h"

#include "ui/format/count_text.h"
#include "ui/format/number_text.h"
#include "ui/format/people_text.h"
#include "ui/format/price_text.h"
#include "ui/format/time_text.h"
#include "ui/format/token_text.h"
#include "ui/theme/palette.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {
namespace {

using core::pipeline::ChipShare;
using core::pipeline::CoinCard;
using core::pipeline::Role;
using core::pipeline::TokenRow;

QString tr(const char* text) {
    return QCoreApplication::translate("card", text);
}

// From which share a chip turns amber and red.
struct Limits {
    double attention;
    double danger;
};
constexpr Limits kHeld{0.15, 0.30};     // by snipers, by bundlers, by one cluster
constexpr Limits kDevSide{0.05, 0.15};  // by the dev, by its rats
constexpr Limits kFresh{0.40, 0.70};    // of the first buyers
constexpr Limits kTop10{0.25, 0.40};

void tone(CardChip& chip, std::optional<double> share, const Limits& limits) {
    const auto& colors = theme::palette();
    chip.ink = colors.dim;
    chip.fill = colors.pane;
    chip.border = colors.line;
    if (!share || *share < limits.attention) return;
    chip.danger = *share < limits.danger ? 1 : 2;
    chip.ink = chip.danger == 1 ? colors.attention : colors.danger;
    chip.fill = chip.danger == 1 ? colors.attentionSoft : colors.dangerSoft;
    chip.border = QColor();
}

QString percent(double share) {
    if (share > 0 && share < 0.01) return QStringLiteral("<1%");
    return QString::number(share * 100, 'f', 0) + u'%';
}

QString asOfText(const ChipShare& share, std::optional<std::uint64_t> asOfSlot) {
    QStringList parts;
    if (share.statedAt) parts << tr("stated at slot %1").arg(format::grouped(share.statedAt->value()));
    if (share.flag) parts << tr("confidence %1").arg(share.confidence, 0, 'f', 2);
    if (asOfSlot) parts << tr("as of slot %1").arg(format::grouped(*asOfSlot));
    return parts.join(QStringLiteral(" · "));
}

void finish(CardChip& chip, const ChipShare& share, const QString& rule, const QString& figures,
            std::optional<std::uint64_t> asOfSlot) {
    QStringList lines{rule, figures};
    if (const QString asOf = asOfText(share, asOfSlot); !asOf.isEmpty()) lines << asOf;
    if (share.flag) lines << tr("Click for the evidence.");
    chip.flag = share.flag;
    chip.toolTip = lines.join(u'\n');
}

QString heldText(const ChipShare& share) {
    if (!share.held && share.below)
        return tr("Nothing was stated: it is less than %1 of supply, in less than 3 wallets.")
            .arg(format::share(share.below));
    if (!share.held)
        return tr("Unknown: the creation of the coin, or what this needs to see, was not in the feed.");
    return tr("%1: %2 of the whole supply held now, %3 of it bought.")
        .arg(format::counted(format::Noun::Wallet, share.wallets), format::share(share.held),
             share.bought ? format::share(share.bought) : tr("an unknown part"));
}

CardChip shareChip(const QString& id, const QString& name, const QString& longName, const ChipShare& share,
                   const Limits& limits, const QString& rule, std::optional<std::uint64_t> asOfSlot) {
    CardChip chip;
    chip.id = id;
    chip.text = name + u' ' + chipShareText(share);
    chip.spoken = longName + u' ' + (share.held || share.below ? chipShareText(share) : tr("unknown"));
    tone(chip, share.held, limits);
    finish(chip, share, rule, heldText(share), asOfSlot);
    return chip;
}

CardChip devChip(const TokenRow& row, const CoinCard& card, std::optional<std::uint64_t> asOfSlot) {
    CardChip chip = shareChip(QStringLiteral("dev"), tr("Dev"), tr("Dev holds"), card.dev, kDevSide,
                              format::roleMeaning(Role::Creator), asOfSlot);
    if (card.dev.held && *card.dev.held < kDevSide.attention) chip.ink = theme::palette().good;
    const QString figures = card.dev.held
                                ? tr("The dev holds %1 of the whole supply now.").arg(format::share(card.dev.held))
                            : row.creator ? heldText(card.dev)
                                          : tr("Unknown: nobody saw who created the coin.");
    finish(chip, card.dev, format::roleMeaning(Role::Creator), figures, asOfSlot);
    return chip;
}

CardChip clusterChip(const CoinCard& card, std::optional<std::uint64_t> asOfSlot) {
    CardChip chip;
    chip.id = QStringLiteral("cluster");
    const QString name = card.clusterNumber != 0 ? tr("Cluster %1").arg(card.clusterNumber) : tr("Cluster");
    chip.text = name + QStringLiteral(" · ") + chipShareText(card.cluster);
    chip.spoken = tr("%1 holds %2").arg(name, chipShareText(card.cluster));
    tone(chip, card.cluster.held, kHeld);
    // A cluster is worth a look however little it holds now.
    if (chip.danger == 0) chip.ink = theme::palette().text;
    const QString others =
        card.clusters > 1 ? tr(" The largest of %1 clusters on this coin.").arg(card.clusters) : QString();
    finish(chip, card.cluster, tr("Wallets that are likely one hand, by links of at least two families.") + others,
           heldText(card.cluster), asOfSlot);
    return chip;
}

std::optional<CardChip> copyChip(const CoinCard& card) {
    const QString text = copyText(card);
    if (text.isEmpty()) return std::nullopt;
    CardChip chip;
    chip.id = QStringLiteral("copy");
    chip.text = text;
    chip.spoken = text;
    if (!card.copy) {
        tone(chip, std::nullopt, kHeld);
        chip.ink = theme::palette().good;
        chip.toolTip =
            tr("The first coin seen with this name and ticker; younger ones that look like it: %1.\nCoins "
               "created before the feed began are not known.")
                .arg(card.copies);
        return chip;
    }
    tone(chip, 1.0, {0.5, 2.0});
    chip.flag = card.copy->flag;
    chip.toolTip =
        tr("Name, ticker or file look like those of an older coin%1. It is number %2 of them.\nClick for "
           "the evidence.")
            .arg(card.copy->first ? QStringLiteral(" (%1)").arg(format::shortKey(card.copy->first->base58()))
                                  : QString())
            .arg(card.copy->rank);
    return chip;
}

CardChip recordChip(const TokenRow& row) {
    const auto& record = *row.card->creator;
    CardChip chip;
    chip.id = QStringLiteral("record");
    chip.text = tr("dev %1").arg(devRecordText(row));
    tone(chip, std::nullopt, kHeld);
    const QString ticker = format::quoteTicker(row.quoteMint);
    if (record.bestPeak && record.created > 1)
        chip.text += QStringLiteral(" · ") + format::compact(*record.bestPeak) + u' ' + ticker;
    chip.spoken = tr("the dev graduated %1 of %2").arg(record.graduated).arg(record.created);
    chip.toolTip =
        tr("The dev graduated %1 of %2 seen being created, this one counted%3.\nBest peak of any "
           "of them: %4.")
            .arg(record.graduated)
            .arg(format::counted(format::Noun::Coin, record.created))
            .arg(record.judged < record.created ? tr(" (of its newest %1)").arg(record.judged) : QString())
            .arg(record.bestPeak ? tr("%1 %2 of market cap").arg(format::compact(*record.bestPeak), ticker)
                                 : tr("unknown"));
    chip.flag = row.card->dev.flag;
    return chip;
}

}  // namespace

QString chipShareText(const ChipShare& share) {
    if (share.held) return percent(*share.held);
    if (share.below) return u'<' + percent(*share.below);
    return format::unknown();
}

QString devRecordText(const TokenRow& row) {
    if (!row.card || !row.card->creator) return format::unknown();
    return QStringLiteral("%1/%2").arg(row.card->creator->graduated).arg(row.card->creator->created);
}

QString copyText(const CoinCard& card) {
    if (card.copy && card.copy->olderBy) return tr("copy of %1 older").arg(format::shortAge(card.copy->olderBy));
    if (card.copy) return tr("copy");
    return card.copies != 0 ? tr("original of %1").arg(card.copies + 1) : QString();
}

std::vector<CardChip> cardChips(const TokenRow& row, std::optional<std::uint64_t> asOfSlot) {
    std::vector<CardChip> out;
    if (!row.card) return out;
    const CoinCard& card = *row.card;
    out.push_back(shareChip(QStringLiteral("sniper"), tr("Sn"), tr("Snipers hold"), card.sniper, kHeld,
                            format::roleMeaning(Role::Sniper), asOfSlot));
    out.push_back(shareChip(QStringLiteral("bundler"), tr("Bd"), tr("Bundlers hold"), card.bundler, kHeld,
                            format::roleMeaning(Role::Bundler), asOfSlot));
    out.push_back(shareChip(QStringLiteral("rat"), tr("Rat"), tr("Insiders hold"), card.rat, kDevSide,
                            format::roleMeaning(Role::Insider), asOfSlot));
    out.push_back(devChip(row, card, asOfSlot));
    if (card.cluster.flag) out.push_back(clusterChip(card, asOfSlot));
    if (auto copy = copyChip(card)) out.push_back(*std::move(copy));
    if (card.creator) out.push_back(recordChip(row));
    if (card.fresh.flag) {
        CardChip chip = shareChip(QStringLiteral("fresh"), tr("Fresh"), tr("Fresh wallets"), card.fresh, kFresh,
                                  format::roleMeaning(Role::Fresh), asOfSlot);
        finish(chip, card.fresh, format::roleMeaning(Role::Fresh),
               tr("%1 of the first buyers whose beginning is known were new to the chain.")
                   .arg(format::share(card.fresh.held)),
               asOfSlot);
        out.push_back(std::move(chip));
    }
    CardChip top;
    top.id = QStringLiteral("top10");
    top.text = tr("T10 %1").arg(row.top10Share ? percent(*row.top10Share) : format::unknown());
    top.spoken = tr("top 10 hold %1").arg(row.top10Share ? percent(*row.top10Share) : tr("unknown"));
    tone(top, row.top10Share, kTop10);
    top.toolTip = tr("What the ten largest wallets hold of the whole supply; curve and pools left out.");
    out.push_back(std::move(top));
    return out;
}

}  // namespace ui
