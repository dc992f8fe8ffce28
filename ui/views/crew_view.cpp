// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/crew_view.h"

#include "ui/format/count_text.h"
#include "ui/format/number_text.h"
#include "ui/format/people_text.h"
#include "ui/format/price_text.h"
#include "ui/format/time_text.h"
#include "ui/labels/label_store.h"
#include "ui/models/wallet_models.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"
#include "ui/views/data_table.h"
#include "ui/views/fact_row.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using core::labels::Label;
using core::labels::LabelKey;
using core::labels::LabelKind;
using core::pipeline::CrewPassport;

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("crew", text);
}

LabelKey keyOf(const CrewPassport& crew) {
    core::Wallet smallest = crew.first;
    for (const auto& member : crew.members) smallest = std::min(smallest, member.wallet);
    return {LabelKind::Crew, core::Pubkey{smallest}};
}

}  // namespace

QString dumpStyle(const CrewPassport& crew) {
    if (crew.launches.empty()) return tr("No launch with two of its wallets was seen.");
    const bool one = crew.launches.size() == 1;
    if (crew.left == 0)
        return one ? tr("It has not left the one launch seen.")
                   : tr("It has not left any of the %1 launches seen.").arg(crew.launches.size());
    QString text = one ? tr("Left the one launch seen")
                       : tr("Left %1 of %2 launches").arg(crew.left).arg(crew.launches.size());
    if (crew.medianExit)
        text += *crew.medianExit == 0 ? tr(", nine tenths sold in one second in the median")
                                      : tr(", nine tenths sold within %1 of its first sell in the median")
                                            .arg(format::longAge(crew.medianExit));
    text += crew.together == crew.left ? tr(", with several wallets each time")
            : crew.together == 0       ? tr(", with one wallet each time")
                                       : tr(", with several wallets on %1 of them").arg(crew.together);
    if (crew.fell != 0) text += tr("; on %1 of them the price has halved or worse since").arg(crew.fell);
    return text + u'.';
}

CrewView::CrewView(LabelStore& labels, QWidget* parent) : QWidget(parent), m_labels(labels) {
    setObjectName(QStringLiteral("crewView"));
    setAccessibleName(tr("Crew passport"));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    m_waiting = new QLabel;
    m_waiting->setObjectName(QStringLiteral("crewWaiting"));
    m_waiting->setAlignment(Qt::AlignCenter);
    m_waiting->setWordWrap(true);
    m_waiting->setMargin(24);
    m_waiting->setStyleSheet(QStringLiteral("color:") + theme::palette().dim.name());
    m_body = new QWidget;
    auto* body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(0);
    all->addWidget(m_waiting, 1);
    all->addWidget(m_body, 1);

    auto* head = new QHBoxLayout;
    head->setContentsMargins(10, 4, 10, 2);
    head->setSpacing(8);
    m_title = new QLabel;
    m_title->setObjectName(QStringLiteral("crewTitle"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setFont(theme::font(12, true));
    m_sub = new QLabel;
    m_sub->setObjectName(QStringLiteral("crewFacts"));
    m_sub->setTextFormat(Qt::PlainText);
    m_sub->setFont(theme::font(11));
    m_sub->setStyleSheet(QStringLiteral("color:") + theme::palette().dim.name());
    m_sub->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("crewName"));
    m_name->setAccessibleName(tr("Your name for the crew"));
    m_name->setPlaceholderText(tr("Name"));
    m_name->setMaxLength(static_cast<int>(Label::kMostName));
    m_name->setFixedWidth(120);
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_name);
    const auto change = [this](const QString& what, const std::function<void(Label&)>& edit) {
        if (!m_crew) return;
        m_labels.change(keyOf(*m_crew), what, [&](Label& label) {
            label.wallets.clear();
            for (const auto& member : m_crew->members) label.wallets.push_back(member.wallet);
            if (label.name.empty()) label.name = format::clusterName(m_crew->tag).toStdString();
            edit(label);
        });
    };
    connect(m_name, &QLineEdit::editingFinished, this, [this, change] {
        const QString name = m_name->text().simplified();
        if (!m_crew || name.toStdString() == m_labels.labelOf(keyOf(*m_crew)).name) return;
        change(tr("name a crew"), [&](Label& label) { label.name = name.toStdString(); });
    });
    const auto flag = [&](QToolButton*& button, const QString& id, const QString& text, const QString& toolTip,
                          bool Label::*field, const QString& what) {
        button = new QToolButton;
        button->setObjectName(id);
        button->setText(text);
        button->setAccessibleName(text);
        button->setToolTip(toolTip);
        button->setCheckable(true);
        button->setProperty("flat", true);
        button->setFont(theme::font(11));
        head->addWidget(button);
        connect(button, &QToolButton::clicked, this,
                [change, field, what](bool on) { change(what, [field, on](Label& label) { label.*field = on; }); });
    };
    flag(m_watch, QStringLiteral("crewWatch"), tr("Watch"),
         tr("Marks the trades of all its wallets on every chart"), &Label::watched, tr("watch a crew"));
    flag(m_block, QStringLiteral("crewBlock"), tr("Block"), tr("Puts the crew on the block list"), &Label::blocked,
         tr("block a crew"));
    body->addLayout(head);
    m_sub->setContentsMargins(12, 0, 10, 0);
    body->addWidget(m_sub);
    m_style = new QLabel;
    m_style->setObjectName(QStringLiteral("crewStyle"));
    m_style->setTextFormat(Qt::PlainText);
    m_style->setFont(theme::font(12));
    m_style->setWordWrap(true);
    m_style->setContentsMargins(12, 2, 10, 2);
    body->addWidget(m_style);
    auto* facts = new FactRow;
    m_wins = facts->add(QStringLiteral("crewWins"), tr("Win rate"),
                        tr("Launches on which all of its wallets together realised a gain"));
    m_hold = facts->add(QStringLiteral("crewHold"), tr("Median hold"),
                        tr("From its first coins until nine tenths were sold"));
    m_exit = facts->add(QStringLiteral("crewExit"), tr("Median exit"),
                        tr("From its first sell until nine tenths were sold"));
    m_after = facts->add(QStringLiteral("crewAfter"), tr("Halved since"),
                         tr("Launches it left whose price has halved or worse since its first sell"));
    facts->finish();
    body->addWidget(facts);

    m_launches = new CrewLaunchModel(this);
    m_members = new CrewMemberModel(this);
    m_funders = new CrewFunderModel(this);
    m_parts = new QTabBar;
    m_parts->setObjectName(QStringLiteral("crewParts"));
    m_parts->setAccessibleName(tr("What is shown of the crew"));
    m_parts->setExpanding(false);
    m_parts->setDrawBase(false);
    m_parts->setFont(theme::font(11));
    m_stack = new QStackedWidget;
    const auto add = [this](LiveTableModel* model, const QString& id, const QString& name) {
        auto* table = new DataTable(model, id, name);
        connect(table, &DataTable::said, this, &CrewView::said);
        m_tables.push_back(table);
        m_stack->addWidget(table);
        m_parts->addTab(name);
        return table;
    };
    auto* launches = add(m_launches, QStringLiteral("crewLaunches"), tr("Launches"));
    connect(launches, &DataTable::rowOpened, this,
            [this](int row) { emit tokenChosen(m_launches->row(row).mint); });
    auto* members = add(m_members, QStringLiteral("crewMembers"), tr("Wallets"));
    connect(members, &DataTable::rowOpened, this,
            [this](int row) { emit walletOpened(m_members->row(row).wallet); });
    auto* funders = add(m_funders, QStringLiteral("crewFunders"), tr("Funders"));
    funders->setEmptyText(tr("Nobody was seen paying for its wallets. Feeds of logs show no payments."));
    connect(funders, &DataTable::rowOpened, this,
            [this](int row) { emit walletOpened(m_funders->row(row).wallet); });
    connect(m_parts, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    body->addWidget(m_parts);
    body->addWidget(m_stack, 1);
    connect(&m_labels, &LabelStore::changed, this, &CrewView::fillLabel);
    setMember(std::nullopt);
}

void CrewView::setMember(std::optional<core::Wallet> member) {
    m_member = member;
    m_crew.reset();
    m_body->hide();
    m_waiting->show();
    m_waiting->setText(
        member ? tr("Looking for its cluster. A wallet that nothing links to another has no passport.")
               : tr("Click the name of a cluster on the map, or of a wallet's cluster, to see what it did "
                    "on other launches."));
}

void CrewView::show(const std::shared_ptr<const CrewPassport>& crew) {
    if (!m_member) return;
    if (!crew) {
        if (m_crew) {
            m_crew.reset();
            m_body->hide();
            m_waiting->show();
            m_waiting->setText(tr("This wallet is in no cluster any more: what linked it does not hold."));
        }
        return;
    }
    if (crew == m_crew) return;
    m_crew = crew;
    m_waiting->hide();
    m_body->show();
    fill();
}

void CrewView::fill() {
    m_title->setText(format::clusterName(m_crew->tag));
    const QString membership = QString::number(m_crew->confidence, 'f', 2);
    m_sub->setText(tr("%1 · membership %2 · %3")
                       .arg(format::counted(format::Noun::Wallet, m_crew->size), membership,
                            format::counted(format::Noun::Launch, m_crew->launchCount)));
    m_style->setText(dumpStyle(*m_crew));
    showFact(*m_wins,
             m_crew->judged == 0
                 ? format::unknown()
                 : tr("%1 of %2")
                       .arg(format::share(static_cast<double>(m_crew->won) / static_cast<double>(m_crew->judged)))
                       .arg(m_crew->judged),
             0, m_crew->judged != 0);
    const auto seconds = [](QLabel& label, std::optional<std::int64_t> value) {
        showFact(label, value ? format::longAge(value) : format::unknown(), 0, value.has_value());
    };
    seconds(*m_hold, m_crew->medianHold);
    seconds(*m_exit, m_crew->medianExit);
    showFact(*m_after, m_crew->left == 0 ? format::unknown() : tr("%1 of %2").arg(m_crew->fell).arg(m_crew->left),
             0, m_crew->left != 0);
    m_tables[0]->keepPlace([this] { m_launches->show(m_crew); });
    m_tables[1]->keepPlace([this] { m_members->show(m_crew); });
    m_tables[2]->keepPlace([this] { m_funders->show(m_crew); });
    m_parts->setTabText(0, tr("Launches %1").arg(format::grouped(m_crew->launchCount)));
    m_parts->setTabText(1, tr("Wallets %1").arg(format::grouped(m_crew->size)));
    m_parts->setTabText(2, tr("Funders %1").arg(format::grouped(m_crew->funders.size())));
    fillLabel();
}

void CrewView::fillLabel() {
    if (!m_crew) return;
    const Label label = m_labels.labelOf(keyOf(*m_crew));
    m_watch->setChecked(label.watched);
    m_block->setChecked(label.blocked);
    if (!m_name->hasFocus()) m_name->setText(QString::fromStdString(label.name));
}

}  // namespace ui
