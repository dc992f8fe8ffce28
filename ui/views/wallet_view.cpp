// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/wallet_view.h"

#include "ui/format/count_text.h"
#include "ui/format/number_text.h"
#include "ui/format/people_text.h"
#include "ui/format/price_text.h"
#include "ui/format/time_text.h"
#include "ui/format/token_text.h"
#include "ui/labels/label_store.h"
#include "ui/models/wallet_models.h"
#include "ui/theme/palette.h"
#include "ui/theme/small_controls.h"
#include "ui/theme/style.h"
#include "ui/views/data_table.h"
#include "ui/views/external_links.h"
#include "ui/views/fact_row.h"
#include "ui/views/small_charts.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QTabBar>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

using core::labels::Label;
using core::labels::LabelKey;
using core::labels::LabelKind;
using core::pipeline::WalletPage;

namespace {

constexpr int kLamportDigits = 9;

}  // namespace

WalletView::WalletView(LabelStore& labels, QWidget* parent) : QWidget(parent), m_labels(labels) {
    setObjectName(QStringLiteral("walletView"));
    setAccessibleName(tr("Wallet"));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    m_waiting = theme::plainLabel(QStringLiteral("walletWaiting"), theme::font(11), theme::palette().dim);
    m_waiting->setAlignment(Qt::AlignCenter);
    m_waiting->setWordWrap(true);
    m_waiting->setMargin(24);
    m_body = new QWidget;
    new QVBoxLayout(m_body);
    m_body->layout()->setContentsMargins(0, 0, 0, 0);
    m_body->layout()->setSpacing(0);
    all->addWidget(m_waiting, 1);
    all->addWidget(m_body, 1);
    buildHead();
    buildFacts();
    buildTables();
    connect(&m_labels, &LabelStore::changed, this, &WalletView::fillLabel);
    setWallet(std::nullopt);
}

WalletView::~WalletView() {
    if (!m_noteTimer->isActive()) return;
    m_labels.disconnect(this);
    keepNote();
}

void WalletView::buildHead() {
    auto* head = new QWidget;
    auto* line = new QHBoxLayout(head);
    line->setContentsMargins(10, 4, 10, 2);
    line->setSpacing(4);
    m_address = theme::flatButton(QStringLiteral("walletAddress"), QString(), tr("Copies the address"));
    m_address->setAccessibleName(tr("Copy the wallet's address"));
    m_address->setFont(theme::monospace(12));
    connect(m_address, &QToolButton::clicked, this, [this] {
        if (!m_wallet) return;
        const QString address = QString::fromStdString(m_wallet->base58());
        QGuiApplication::clipboard()->setText(address);
        emit said(tr("Copied %1").arg(address));
    });
    m_name = theme::plainLabel(QStringLiteral("walletName"), theme::font(11), theme::palette().strong);
    m_name->setFont(theme::font(12, true));
    m_tags = theme::plainLabel(QStringLiteral("walletTags"), theme::font(11), theme::palette().attention);
    m_tags->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_cluster =
        theme::flatButton(QStringLiteral("walletCluster"), QString(), tr("Opens the passport of its cluster"));
    m_cluster->setAccessibleName(tr("Opens the passport of its cluster"));
    connect(m_cluster, &QToolButton::clicked, this, [this] {
        if (m_wallet) emit crewOpened(*m_wallet);
    });
    m_watch = theme::flatButton(QStringLiteral("walletWatch"), tr("Watch"),
                                tr("Marks its trades on every chart and keeps it on the watchlist"));
    m_watch->setCheckable(true);
    m_alert =
        theme::flatButton(QStringLiteral("walletAlert"), tr("Alert"),
                          tr("Raises an alert whenever it buys or sells, on any coin; the watchlist shows and "
                             "ends it"));
    m_alert->setCheckable(true);
    m_block = theme::flatButton(QStringLiteral("walletBlock"), tr("Block"), tr("Puts it on the block list"));
    m_block->setCheckable(true);
    const auto flag = [this](QToolButton* button, bool Label::*field, const QString& on, const QString& off) {
        connect(button, &QToolButton::clicked, this, [this, field, on, off](bool checked) {
            if (!m_wallet) return;
            m_labels.change({LabelKind::Wallet, core::Pubkey{*m_wallet}}, checked ? on : off,
                            [field, checked](Label& label) { label.*field = checked; });
        });
    };
    flag(m_watch, &Label::watched, tr("watch a wallet"), tr("stop watching a wallet"));
    flag(m_alert, &Label::alerts, tr("alert on a wallet's trades"), tr("no alert on a wallet's trades"));
    flag(m_block, &Label::blocked, tr("block a wallet"), tr("unblock a wallet"));
    auto* links = theme::flatButton(QStringLiteral("walletLinks"), tr("open in ▾"), tr("Opens a page of others"));
    links->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(links);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        if (m_wallet) addLinks(*menu, walletLinks(*m_wallet));
    });
    links->setMenu(menu);
    line->addWidget(m_address);
    line->addWidget(m_name);
    line->addWidget(m_cluster);
    line->addWidget(m_tags, 1);
    line->addWidget(m_watch);
    line->addWidget(m_alert);
    line->addWidget(m_block);
    line->addWidget(links);
    m_body->layout()->addWidget(head);
    m_funders = theme::plainLabel(QStringLiteral("walletFunders"), theme::font(11), theme::palette().text);
    m_funders->setContentsMargins(12, 0, 10, 2);
    m_funders->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_funders->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_funders->setAccessibleName(tr("Who funded it"));
    m_body->layout()->addWidget(m_funders);
}

void WalletView::buildFacts() {
    m_facts = new QWidget;
    auto* all = new QVBoxLayout(m_facts);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    m_body->layout()->addWidget(m_facts);
    auto* results = new FactRow;
    const QString names[] = {tr("Realised 1 d"), tr("7 d"), tr("30 d"), tr("all seen")};
    const QString ids[] = {QStringLiteral("walletGain1"), QStringLiteral("walletGain7"),
                           QStringLiteral("walletGain30"), QStringLiteral("walletGainAll")};
    for (int i = 0; i < 4; ++i) m_realised[i] = results->add(ids[i], names[i]);
    m_open = results->add(QStringLiteral("walletOpen"), tr("Open", "result not realised"),
                          tr("Of the coins held whose purchase was seen, at the last prices"));
    results->finish();
    all->addWidget(results);
    auto* habits = new FactRow;
    m_wins = habits->add(QStringLiteral("walletWins"), tr("Win rate"),
                         tr("Coins sold with a gain, of those sold whose purchase was seen"));
    m_hold =
        habits->add(QStringLiteral("walletHold"), tr("Median hold"), tr("From purchase to sale, over its coins"));
    m_coverage =
        habits->add(QStringLiteral("walletCoverage"), tr("Coverage"),
                    tr("Share of what it sold, by proceeds, whose purchase was seen. The rest has no known "
                       "result and is in no sum."));
    m_age = habits->add(QStringLiteral("walletAge"), tr("Age", "of a wallet"));
    habits->finish();
    all->addWidget(habits);
    m_method = theme::plainLabel(QStringLiteral("walletMethod"), theme::font(11), theme::palette().dim);
    m_method->setContentsMargins(12, 0, 10, 2);
    m_method->setWordWrap(true);
    all->addWidget(m_method);
    m_line = new GainLine(QStringLiteral("walletLine"));
    all->addWidget(m_line);
    auto* strips = new QWidget;
    auto* line = new QHBoxLayout(strips);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(0);
    m_holds = new BarStrip(QStringLiteral("walletHolds"), tr("Coins by time held"));
    m_entries = new BarStrip(QStringLiteral("walletEntries"), tr("Coins by slots behind the creation"));
    line->addWidget(m_holds);
    line->addWidget(m_entries);
    all->addWidget(strips);
}

void WalletView::buildTables() {
    m_coins = new WalletCoinModel(this);
    m_follows = new LeadRowModel(this);
    m_followedBy = new LeadRowModel(this);
    m_created = new CreatedModel(this);
    m_parts = new QTabBar;
    m_parts->setObjectName(QStringLiteral("walletParts"));
    m_parts->setAccessibleName(tr("What is shown of the wallet"));
    m_parts->setExpanding(false);
    m_parts->setDrawBase(false);
    m_parts->setFont(theme::font(11));
    m_stack = new QStackedWidget;
    const auto add = [this](LiveTableModel* model, const QString& id, const QString& name, const QString& empty) {
        auto* table = new DataTable(model, id, name);
        table->setEmptyText(empty);
        connect(table, &DataTable::said, this, &WalletView::said);
        m_tables.push_back(table);
        m_stack->addWidget(table);
        m_parts->addTab(name);
        return table;
    };
    auto* coins = add(m_coins, QStringLiteral("walletCoins"), tr("Coins"), tr("It was not seen with any coin."));
    connect(coins, &DataTable::rowOpened, this, [this](int row) { emit tokenChosen(m_coins->row(row).mint); });
    buildStored();
    const QString nobody =
        tr("Nothing beyond chance was seen: a lead needs five common coins and a second test on the "
           "next five.");
    for (auto* model : {m_follows, m_followedBy}) {
        const bool first = model == m_follows;
        auto* table = add(model, first ? QStringLiteral("walletFollows") : QStringLiteral("walletFollowedBy"),
                          first ? tr("Follows") : tr("Followed by"), nobody);
        connect(table, &DataTable::rowOpened, this,
                [this, model](int row) { emit walletOpened(model->row(row).other); });
    }
    auto* created =
        add(m_created, QStringLiteral("walletCreated"), tr("Created"), tr("It was not seen creating a coin."));
    connect(created, &DataTable::rowOpened, this, [this](int row) { emit tokenChosen(m_created->row(row).mint); });
    m_note = new QPlainTextEdit;
    m_note->setObjectName(QStringLiteral("walletNote"));
    m_note->setAccessibleName(tr("Your notes on this wallet"));
    m_note->setPlaceholderText(tr("Notes on this wallet; kept on this machine alone"));
    m_note->setTabChangesFocus(true);
    m_note->setFrameShape(QFrame::NoFrame);
    m_stack->addWidget(m_note);
    m_parts->addTab(tr("Notes"));
    m_noteTimer = new QTimer(this);
    m_noteTimer->setSingleShot(true);
    constexpr int kPause = 600;  // ms without a key: one step of undo
    m_noteTimer->setInterval(kPause);
    connect(m_noteTimer, &QTimer::timeout, this, &WalletView::keepNote);
    connect(m_note, &QPlainTextEdit::textChanged, m_noteTimer, qOverload<>(&QTimer::start));
    connect(m_parts, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    m_body->layout()->addWidget(m_parts);
    m_body->layout()->addWidget(m_stack);
    qobject_cast<QVBoxLayout*>(m_body->layout())->setStretchFactor(m_stack, 1);
}

void WalletView::keepNote() {
    m_noteTimer->stop();
    if (!m_wallet) return;
    const LabelKey key{LabelKind::Wallet, core::Pubkey{*m_wallet}};
    const std::string text = m_note->toPlainText().toStdString();
    if (m_labels.labelOf(key).note == text) return;
    m_labels.change(key, tr("note on a wallet"), [&](Label& label) { label.note = text; });
}

void WalletView::setWallet(std::optional<core::Wallet> wallet) {
    if (m_noteTimer->isActive()) keepNote();
    if (m_wallet != wallet) m_parts->setCurrentIndex(Coins);
    m_wallet = wallet;
    m_page.reset();
    if (wallet) {
        m_address->setText(format::shortKey(wallet->base58()));
        m_address->setToolTip(QString::fromStdString(wallet->base58()));
    }
    fillLabel();
    askStored();
    showParts();
}

void WalletView::show(const std::shared_ptr<const WalletPage>& page) {
    if (!page || !m_wallet || page->wallet != *m_wallet || page == m_page) return;
    m_page = page;
    fill();
    showParts();
}

void WalletView::showParts() {
    const bool known = m_page && (m_page->known || !m_page->created.empty());
    const bool stored = m_past && !m_past->coins.empty();
    m_body->setVisible(m_page != nullptr || stored);
    m_facts->setVisible(known);
    m_funders->setVisible(known);
    m_tags->setText(m_page ? format::rolesText(m_page->roles) : QString());
    if (!m_page) m_cluster->hide();
    m_waiting->setVisible(!known);
    qobject_cast<QVBoxLayout*>(layout())->setStretchFactor(m_waiting, stored ? 0 : 1);
    if (!m_wallet)
        m_waiting->setText(tr("Double-click a wallet anywhere, or press W on it, to see who it is."));
    else if (stored && m_page)
        m_waiting->setText(tr("This wallet was not seen in this session. What is stored of it stands below."));
    else if (m_page)
        m_waiting->setText(
            tr("This wallet was not seen in this session. Its page fills with its first trade or "
               "transfer."));
    else
        m_waiting->setText(tr("Looking for %1…").arg(format::shortKey(m_wallet->base58())));
    // Whoever opens a wallet of the past came for what is stored, until another part is chosen.
    if (stored && m_page && !known && m_parts->currentIndex() == Coins) m_parts->setCurrentIndex(Stored);
}

void WalletView::fill() {
    m_cluster->setVisible(static_cast<bool>(m_page->cluster));
    if (m_page->cluster) {
        m_cluster->setText(
            tr("%1 (%2)").arg(format::clusterShort(m_page->cluster), QString::number(m_page->membership, 'f', 2)));
        m_cluster->setAccessibleName(tr("Open the passport of %1").arg(format::clusterName(m_page->cluster)));
        m_cluster->setStyleSheet(
            QStringLiteral("QToolButton { color:%1; border:none; }").arg(theme::palette().link.name()));
    }
    fillFunders();
    fillFacts();
    m_line->setPoints(m_page->gains);
    m_holds->setBars({m_page->holds.begin(), m_page->holds.end()},
                     {tr("5s"), tr("30s"), tr("2m"), tr("10m"), tr("1h"), tr("6h"), tr("1d"), tr("more")});
    m_entries->setBars({m_page->entries.begin(), m_page->entries.end()},
                       {QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("≤5"),
                        QStringLiteral("≤25"), QStringLiteral("≤150"), QStringLiteral("≤1.5K"), tr("later")});
    m_tables[Coins]->keepPlace([this] { m_coins->show(m_page); });
    m_tables[Follows]->keepPlace([this] { m_follows->show(m_page, &m_page->follows); });
    m_tables[FollowedBy]->keepPlace([this] { m_followedBy->show(m_page, &m_page->followedBy); });
    m_tables[Created]->keepPlace([this] { m_created->show(m_page); });
    const auto title = [this](Part part, const QString& name, std::size_t count) {
        m_parts->setTabText(part, count == 0 ? name : QStringLiteral("%1 %2").arg(name, format::grouped(count)));
    };
    title(Coins, tr("Coins"), m_page->coinCount);
    title(Follows, tr("Follows"), m_page->follows.size());
    title(FollowedBy, tr("Followed by"), m_page->followedBy.size());
    title(Created, tr("Created"), m_page->createdCount);
}

void WalletView::fillFacts() {
    for (std::size_t i = 0; i < m_page->windows.size(); ++i) {
        const auto& window = m_page->windows[i];
        const bool known = window.sales != 0;
        const double sol = format::whole(window.realised, kLamportDigits);
        showFact(*m_realised[i], known ? tr("%1 SOL").arg(format::signedAmount(sol)) : format::unknown(),
                 known ? sol : 0, known);
        QString tip =
            known ? tr("%1 on %2; coverage %3")
                        .arg(format::counted(format::Noun::Sale, window.sales),
                             format::counted(format::Noun::Coin, window.coins), format::share(window.coverage))
                  : tr("No sale whose purchase was seen");
        if (!window.whole) tip += tr(". It was seen first within that time.");
        m_realised[i]->setToolTip(format::plainToolTip(tip));
    }
    const auto& all = m_page->windows.back();
    showFact(*m_wins,
             all.coins == 0 ? format::unknown()
                            : tr("%1 of %2")
                                  .arg(format::share(static_cast<double>(all.won) / static_cast<double>(all.coins)))
                                  .arg(all.coins),
             0, all.coins != 0);
    showFact(*m_hold, m_page->medianHold ? format::longAge(m_page->medianHold) : format::unknown(), 0,
             m_page->medianHold.has_value());
    showFact(*m_coverage, format::share(all.coverage), 0, all.coverage.has_value());
    double open = 0;
    bool any = false;
    for (const auto& coin : m_page->coins)
        if (coin.unrealised && format::quoteTicker(coin.quoteMint) == QStringLiteral("SOL")) {
            open += format::whole(*coin.unrealised, kLamportDigits);
            any = true;
        }
    showFact(*m_open, any ? tr("%1 SOL").arg(format::signedAmount(open)) : QStringLiteral("—"), any ? open : 0,
             any);
    const auto since = m_page->bornTime ? m_page->bornTime : m_page->firstSeen;
    const bool aged = since && m_page->asOfTime;
    const QString age = aged ? format::longAge(*m_page->asOfTime - *since) : format::unknown();
    showFact(*m_age, m_page->bornTime || !aged ? age : tr("≥ %1").arg(age), 0, aged);
    m_age->setToolTip(format::plainToolTip(
        m_page->bornTime ? tr("Since its first transaction, as a node told")
                         : tr("Since it was seen first; when it began was not asked or is unknown")));
    QString method =
        tr("Results first in, first out, in SOL, with fees where the venue tells them; what came by "
           "transfer has no cost and no result.");
    if (m_page->otherQuote != 0)
        method += tr(" In another currency and in no sum: %1.")
                      .arg(format::counted(format::Noun::Coin, m_page->otherQuote));
    if (m_page->coinsLeftOut != 0)
        method += tr(" Older and left out: %1.").arg(format::counted(format::Noun::Coin, m_page->coinsLeftOut));
    m_method->setText(method);
}

void WalletView::fillFunders() {
    if (m_page->funders.empty()) {
        m_funders->setText(tr("Funded by: unknown. No payment to it was seen."));
        return;
    }
    QStringList chain;
    for (const auto& step : m_page->funders) {
        QString name = m_labels.nameOf(step.wallet);
        if (name.isEmpty()) name = QString::fromStdString(step.label);
        if (name.isEmpty()) name = format::shortKey(step.wallet.base58());
        const QString roles = format::rolesText(step.roles);
        chain << (roles.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, roles));
    }
    const auto& first = m_page->funders.front();
    m_funders->setText(tr("Funded by %1 · %2 SOL at %3")
                           .arg(chain.join(QStringLiteral(" › ")),
                                format::compact(format::wholeUnits(first.lamports, kLamportDigits)),
                                format::clockTime(first.time)));
    QStringList tip;
    for (const auto& step : m_page->funders) tip << QString::fromStdString(step.wallet.base58());
    m_funders->setToolTip(tip.join(u'\n'));
}

void WalletView::fillLabel() {
    const bool here = m_wallet.has_value();
    const Label label = here ? m_labels.labelOf({LabelKind::Wallet, core::Pubkey{*m_wallet}}) : Label{};
    m_watch->setChecked(label.watched);
    m_alert->setChecked(label.alerts);
    m_block->setChecked(label.blocked);
    const QString name = here ? m_labels.nameOf(*m_wallet) : QString();
    m_name->setText(name);
    m_name->setVisible(!name.isEmpty());
    if (m_noteTimer->isActive() || m_note->hasFocus()) return;
    const QString note = QString::fromStdString(label.note);
    if (m_note->toPlainText() == note) return;
    const QSignalBlocker quiet(m_note);
    m_note->setPlainText(note);
}

}  // namespace ui
