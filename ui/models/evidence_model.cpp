// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/evidence_model.h"

#include "ui/models/common_columns.h"
#include "ui/phrases/phrases.h"

#include <QStringList>

namespace ui {

using core::pipeline::PastCase;

namespace {

QString walletList(const ProofRow& row, bool whole) {
    QStringList out;
    constexpr std::size_t kShown = 3;
    for (std::size_t i = 0; i < row.seen.wallets.size(); ++i) {
        const std::string address = row.seen.wallets[i].base58();
        if (whole) {
            out << QString::fromStdString(address);
        } else if (i < kShown) {
            out << format::shortKey(address);
        } else {
            out << QStringLiteral("+%1").arg(row.seen.wallets.size() - kShown);
            break;
        }
    }
    return out.join(whole ? u' ' : u'→');
}

// What happened first, how much it says second.
QString whatText(const ProofRow& row) {
    const QString kind = format::linkName(row.seen.kind);
    const QString said = QString::fromStdString(row.seen.text);
    const QString link = QStringLiteral("link of ");
    if (said.isEmpty()) return kind;
    if (said.startsWith(link)) return kind + QStringLiteral(" · P ") + said.mid(link.size());
    const QString text = phrases::inLanguage(said);
    return text.startsWith(kind, Qt::CaseInsensitive) ? text : ProofModel::tr("%1: %2").arg(kind, text);
}

// Links name what moved SOL by what they are; everything else counts coins.
bool inLamports(const ProofRow& row) {
    return row.seen.kind == "funded_by_same" || row.seen.kind == "same_cashout" || row.seen.kind == "same_amount";
}

}  // namespace

ProofModel::ProofModel(QObject* parent) : ColumnTable(parent) {
    std::vector<ui::Column<ProofRow>> columns(ColumnCount);
    columns[Time] =
        timeColumn<ProofRow>(QStringLiteral("time"), tr("Time"), [](const ProofRow& row) { return row.time; });
    columns[Time].width = 60;
    columns[Slot] = {
        .id = QStringLiteral("slot"),
        .title = tr("Slot"),
        .width = 80,
        .text =
            [](const ProofRow& row) {
                return row.seen.slot ? format::grouped(row.seen.slot->value()) : format::unknown();
            },
        .order =
            [](const ProofRow& row) {
                return row.seen.slot ? static_cast<double>(row.seen.slot->value()) : kUnknownOrder;
            },
        .raw =
            [](const ProofRow& row) { return row.seen.slot ? QString::number(row.seen.slot->value()) : QString(); },
        .ink = [](const ProofRow&) { return theme::palette().dim; }};
    columns[What] = {.id = QStringLiteral("text"),
                     .title = tr("What"),
                     .width = 172,
                     .text = [](const ProofRow& row) { return whatText(row); },
                     .raw = [](const ProofRow& row) { return QString::fromStdString(row.seen.text); },
                     .toolTip = [](const ProofRow& row) { return phrases::inLanguage(row.seen.text); },
                     .left = true};
    columns[Wallets] = {.id = QStringLiteral("wallets"),
                        .title = tr("Wallets"),
                        .width = 96,
                        .text = [](const ProofRow& row) { return walletList(row, false); },
                        .raw = [](const ProofRow& row) { return walletList(row, true); },
                        .toolTip = [](const ProofRow& row) { return walletList(row, true).replace(u' ', u'\n'); },
                        .left = true,
                        .monospace = true};
    columns[Amount] = {
        .id = QStringLiteral("amount"),
        .title = tr("Amount"),
        .width = 66,
        .text =
            [this](const ProofRow& row) {
                if (!row.seen.amount || row.seen.amount->value() == 0) return QString();
                return inLamports(row)
                           ? format::compact(format::wholeUnits(row.seen.amount->value(), 9)) + tr(" SOL")
                           : format::compact(format::wholeUnits(row.seen.amount->value(), m_baseDecimals));
            },
        .order =
            [](const ProofRow& row) {
                return row.seen.amount ? static_cast<double>(row.seen.amount->value()) : kUnknownOrder;
            },
        .raw =
            [](const ProofRow& row) {
                return row.seen.amount ? QString::number(row.seen.amount->value()) : QString();
            }};
    columns[Signature] = {
        .id = QStringLiteral("signature"),
        .title = tr("Transaction"),
        .width = 84,
        .text =
            [](const ProofRow& row) {
                return row.seen.signature ? format::shortKey(row.seen.signature->base58()) : format::unknown();
            },
        .raw =
            [](const ProofRow& row) {
                return row.seen.signature ? QString::fromStdString(row.seen.signature->base58()) : QString();
            },
        .toolTip =
            [](const ProofRow& row) {
                return row.seen.signature ? QString::fromStdString(row.seen.signature->base58()) +
                                                tr("\nClick: open in an explorer. Right click: more, copy.")
                                          : tr("The feed told no signature");
            },
        .ink =
            [](const ProofRow& row) { return row.seen.signature ? theme::palette().link : theme::palette().dim; },
        .left = true,
        .monospace = true};
    setColumns(std::move(columns));
}

bool ProofModel::sameContent(const ProofRow& a, const ProofRow& b) const {
    return a.time == b.time && a.seen.signature == b.seen.signature && a.seen.text == b.seen.text &&
           a.seen.slot == b.seen.slot && a.seen.wallets == b.seen.wallets && a.seen.amount == b.seen.amount;
}

void ProofModel::show(const std::shared_ptr<const core::pipeline::FlagCase>& shown) {
    std::vector<RowPtr> rows;
    if (shown) {
        m_baseDecimals = shown->baseDecimals;
        for (std::size_t i = 0; i < shown->last->evidence.size(); ++i) {
            auto row = std::make_shared<ProofRow>();
            row->number = i;
            row->seen = shown->last->evidence[i];
            if (i < shown->times.size()) row->time = shown->times[i];
            rows.push_back(std::move(row));
        }
    }
    setContents(std::move(rows));
}

PastCaseModel::PastCaseModel(QObject* parent) : ColumnTable(parent) {
    std::vector<ui::Column<PastCase>> columns(ColumnCount);
    columns[Coin] = {.id = QStringLiteral("mint"),
                     .title = tr("Coin"),
                     .width = 84,
                     .text =
                         [](const PastCase& row) {
                             if (!row.symbol.empty()) return QString::fromStdString(row.symbol);
                             return row.ref.mint ? format::shortKey(row.ref.mint->base58()) : format::unknown();
                         },
                     .raw =
                         [](const PastCase& row) {
                             return row.ref.mint ? QString::fromStdString(row.ref.mint->base58()) : QString();
                         },
                     .toolTip =
                         [](const PastCase& row) {
                             return row.ref.mint ? QString::fromStdString(row.ref.mint->base58()) : QString();
                         },
                     .ink = [](const PastCase&) { return theme::palette().link; },
                     .left = true};
    columns[When] =
        timeColumn<PastCase>(QStringLiteral("time"), tr("When"), [](const PastCase& row) { return row.time; });
    columns[When].width = 60;
    columns[Confidence] = {.id = QStringLiteral("confidence"),
                           .title = tr("Conf."),
                           .width = 52,
                           .text = [](const PastCase& row) { return QString::number(row.confidence, 'f', 2); },
                           .order = [](const PastCase& row) { return row.confidence; }};
    columns[FiveMinutes] = changeColumn<PastCase>(
        QStringLiteral("change_5m"), tr("After 5 min"), [](const PastCase& row) { return row.fiveMinutes; },
        tr("Price five minutes after the flag against the price at the flag; "
           "empty where five minutes are not over"));
    columns[FiveMinutes].width = 74;
    columns[Lowest] = changeColumn<PastCase>(
        QStringLiteral("lowest"), tr("Lowest"), [](const PastCase& row) { return row.lowest; },
        tr("Lowest price within the hour after the flag, or now"));
    columns[Now] =
        changeColumn<PastCase>(QStringLiteral("now"), tr("Now"), [](const PastCase& row) { return row.now; });
    columns[Same] = {
        .id = QStringLiteral("same_subject"),
        .title = tr("Who"),
        .width = 50,
        .text = [](const PastCase& row) { return row.sameSubject ? tr("same") : tr("others"); },
        .ink =
            [](const PastCase& row) { return row.sameSubject ? theme::palette().attention : theme::palette().dim; },
        .meaning = tr("Whether the same cluster or wallet was behind it"),
        .left = true};
    setColumns(std::move(columns));
}

void PastCaseModel::show(const std::shared_ptr<const core::pipeline::FlagCase>& shown) {
    std::vector<RowPtr> rows;
    if (shown)
        for (const PastCase& row : shown->cases) rows.emplace_back(shown, &row);
    setContents(std::move(rows));
}

}  // namespace ui
