// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/flag_chips.h"

#include "ui/format/count_text.h"
#include "ui/format/number_text.h"
#include "ui/format/people_text.h"
#include "ui/format/token_text.h"
#include "ui/phrases/phrases.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"

#include <QHBoxLayout>
#include <QToolButton>

#include <algorithm>

namespace ui {
namespace {

using core::pipeline::Role;
using core::pipeline::RoleShare;
using core::pipeline::TokenPeople;

// Shares of supply from which a role is worth attention, and from which it is a danger.
constexpr double kSome = 0.01;
constexpr double kMuch = 0.10;

QString percent(double share) {
    return share > 0 && share < 0.005 ? QStringLiteral("<1%") : QString::number(share * 100, 'f', 0) + u'%';
}

}  // namespace

FlagChips::FlagChips(QWidget* parent) : QWidget(parent), m_layout(new QHBoxLayout(this)) {
    setObjectName(QStringLiteral("flagChips"));
    setAccessibleName(tr("Flags of the token"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(5);
    m_layout->addStretch();
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setFixedHeight(22);
}

int FlagChips::rank(const Chip& chip) {
    if (chip.leads) return 0;
    if (chip.tone == Tone::Danger) return 1;
    if (chip.ink.isValid()) return 2;
    return chip.tone == Tone::Attention ? 3 : 4;
}

void FlagChips::addRoles(const TokenPeople& people, std::vector<Chip>& out) {
    for (const RoleShare& share : people.roles) {
        const bool always = share.role == Role::Creator || share.role == Role::Sniper ||
                            share.role == Role::Bundler || share.role == Role::Insider;
        if (share.wallets == 0 && !always) continue;
        Chip chip;
        chip.id = QStringLiteral("chip") + format::roleName(share.role).remove(u'-');
        const QString name = format::roleName(share.role);
        const double held = share.held.value_or(0);
        chip.text = share.held ? name + u' ' + percent(held) : name + QStringLiteral(" ?");
        chip.toolTip = share.held
                           ? tr("%1 with this tag: %2 of supply held, %3 bought in all.")
                                 .arg(format::counted(format::Noun::Wallet, share.wallets), format::share(held),
                                      format::share(share.bought))
                           : tr("Unknown: the coin's creation was not seen, so who came first and who holds what "
                                "is not known.");
        chip.toolTip += u'\n' + format::roleMeaning(share.role);
        if (share.role == Role::Insider && !people.transfersVisible)
            chip.toolTip += u'\n' + tr("This feed shows no transfers, so rats cannot be seen on it.");
        if (share.role == Role::Insider && !people.transfersVisible && share.wallets == 0)
            chip.text = name + QStringLiteral(" ?");
        chip.leads = share.role == Role::Creator;
        if (share.held && held >= kSome) chip.tone = held >= kMuch ? Tone::Danger : Tone::Attention;
        // Who is good at trading is no danger.
        if (share.role == Role::SmartMoney || share.role == Role::Lead) chip.tone = Tone::Quiet;
        if (share.flag) {
            chip.act = [this, ref = *share.flag] { emit flagChosen(ref); };
            chip.toolTip += u'\n' + tr("Click for the evidence.");
        } else {
            chip.act = [this, role = share.role] { emit roleChosen(role); };
        }
        out.push_back(std::move(chip));
    }
}

void FlagChips::addFlags(const TokenPeople& people, std::vector<Chip>& out) {
    std::vector<std::string> kinds;
    for (const auto& row : people.flags) {
        const std::string& kind = row.ref.kind;
        // These speak through their tags, and clusters through theirs.
        if (kind == "dev" || kind == "sniper" || kind == "bundler" || kind == "insider_holdings" ||
            kind == "fresh_wallet" || kind == "cabal" || std::find(kinds.begin(), kinds.end(), kind) != kinds.end())
            continue;
        kinds.push_back(kind);
        Chip chip;
        chip.id = QStringLiteral("chip_") + QString::fromStdString(kind);
        chip.text = format::flagName(kind);
        if (row.last->unit.starts_with("share of") || row.last->unit == "probability")
            chip.text += u' ' + percent(row.last->value);
        chip.toolTip = phrases::inLanguage(row.last->rule) + u'\n' +
                       tr("confidence %1; click for the evidence").arg(row.last->confidence, 0, 'f', 2);
        chip.tone = Tone::Attention;
        if (row.last->gravity && *row.last->gravity == core::Severity::Critical) chip.tone = Tone::Danger;
        if (kind == "concentration" || kind == "copycat") chip.tone = Tone::Quiet;
        chip.act = [this, ref = row.ref] { emit flagChosen(ref); };
        out.push_back(std::move(chip));
    }
}

std::vector<FlagChips::Chip> FlagChips::chips(const TokenPeople& people) {
    std::vector<Chip> out;
    addRoles(people, out);
    constexpr std::size_t kClusters = 3;
    for (std::size_t i = 0; i < std::min(kClusters, people.clusters.size()); ++i) {
        const auto& row = people.clusters[i];
        Chip chip;
        chip.id = QStringLiteral("chipCluster%1").arg(row.tag.number);
        chip.text =
            format::clusterShort(row.tag) + u' ' + (row.heldShare ? percent(*row.heldShare) : QStringLiteral("?"));
        chip.ink = format::clusterInk(row.tag);
        chip.toolTip = tr("%1: %2 likely linked wallets hold %3 of supply, confidence %4.")
                           .arg(format::clusterName(row.tag))
                           .arg(row.here)
                           .arg(format::share(row.heldShare))
                           .arg(row.confidence, 0, 'f', 2);
        const std::string subject = row.first.base58();
        const auto flag = std::find_if(people.flags.begin(), people.flags.end(), [&](const auto& one) {
            return one.ref.kind == "cabal" && one.ref.subject == subject;
        });
        if (flag != people.flags.end()) {
            chip.act = [this, ref = flag->ref] { emit flagChosen(ref); };
            chip.toolTip += u'\n' + tr("Click for the evidence.");
        } else {
            chip.act = [this, number = row.tag.number] { emit clusterChosen(number); };
        }
        out.push_back(std::move(chip));
    }
    addFlags(people, out);
    // Where not all fit, what is quiet goes.
    std::stable_sort(out.begin(), out.end(), [](const Chip& a, const Chip& b) { return rank(a) < rank(b); });
    return out;
}

void FlagChips::show(const std::shared_ptr<const TokenPeople>& people) {
    if (people && people->mint == m_mint && people->version == m_version) return;
    m_version = people ? people->version : 0;
    m_mint = people ? people->mint : core::Mint{};
    m_chips = people ? chips(*people) : std::vector<Chip>{};
    while (m_buttons.size() < m_chips.size()) {
        auto* button = new QToolButton;
        const std::size_t at = m_buttons.size();
        button->setFont(theme::font(11));
        connect(button, &QToolButton::clicked, this, [this, at] {
            if (at < m_chips.size()) m_chips[at].act();
        });
        m_layout->insertWidget(m_layout->count() - 1, button);
        m_buttons.push_back(button);
    }
    const auto& colors = theme::palette();
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        QToolButton* button = m_buttons[i];
        if (i >= m_chips.size()) {
            button->setObjectName({});
            button->hide();
            continue;
        }
        const Chip& chip = m_chips[i];
        button->setObjectName(chip.id);
        button->setText(chip.text);
        button->setAccessibleName(chip.text);
        button->setToolTip(format::plainToolTip(chip.toolTip));
        QColor ink = chip.tone == Tone::Danger      ? colors.danger
                     : chip.tone == Tone::Attention ? colors.attention
                                                    : colors.dim;
        const QColor fill = chip.tone == Tone::Danger      ? colors.dangerSoft
                            : chip.tone == Tone::Attention ? colors.attentionSoft
                                                           : colors.pane;
        if (chip.ink.isValid()) ink = chip.ink;
        const QString sheet =
            QStringLiteral(
                "QToolButton { color:%1; background:%2; border:1px solid %3; padding:1px 5px; } "
                "QToolButton:hover, QToolButton:focus { border-color:%4; }")
                .arg(ink.name(), fill.name(),
                     chip.tone == Tone::Quiet && !chip.ink.isValid() ? colors.line.name() : ink.name(),
                     colors.link.name());
        // Setting the same sheet again would polish the button for nothing.
        if (button->styleSheet() != sheet) button->setStyleSheet(sheet);
        // A hidden button does not tell its layout that it asks for other room now.
        button->updateGeometry();
    }
    hideWhatDoesNotFit();
}

void FlagChips::hideWhatDoesNotFit() {
    int left = width();
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        const int wanted = m_buttons[i]->sizeHint().width();
        m_buttons[i]->setVisible(left >= wanted);
        left = left >= wanted ? left - wanted - m_layout->spacing() : 0;
    }
}

void FlagChips::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    hideWhatDoesNotFit();
}

}  // namespace ui
