// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/holders_pane.h"

#include "ui/format/count_text.h"
#include "ui/format/number_text.h"
#include "ui/format/people_text.h"
#include "ui/models/holder_model.h"
#include "ui/theme/style.h"
#include "ui/views/data_table.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace ui {
namespace {

using core::pipeline::Role;

constexpr std::array kFilters{Role::Creator,    Role::CreatorLinked, Role::Insider, Role::Sniper,
                              Role::Bundler,    Role::Wash,          Role::Fresh,   Role::Lead,
                              Role::SmartMoney, Role::Tracked,       Role::Bot};

}  // namespace

HoldersPane::HoldersPane(QWidget* parent)
    : TokenPane(QStringLiteral("holdersPane"), parent),
      m_model(new HolderModel(this)),
      m_table(new DataTable(m_model, QStringLiteral("holders"), tr("Holders"))) {
    m_note = addNote(QStringLiteral("holdersNote"));
    m_role = new QComboBox;
    m_role->setObjectName(QStringLiteral("holdersRole"));
    m_role->setAccessibleName(tr("Tag shown"));
    m_role->setFont(theme::font(11));
    m_role->addItem(tr("All tags"), 0);
    for (const Role role : kFilters) m_role->addItem(format::roleName(role), static_cast<int>(role));
    controls().addWidget(m_role);
    m_former = addToggle(QStringLiteral("holdersFormer"), tr("Former too"),
                         tr("Wallets that have sold or sent all of their coins too"));
    connect(m_role, &QComboBox::currentIndexChanged, this, [this] {
        const int role = m_role->currentData().toInt();
        m_model->setRole(role == 0 ? std::nullopt : std::optional{static_cast<Role>(role)});
        updateNote();
    });
    connect(m_former, &QToolButton::toggled, this, [this](bool on) {
        m_model->setFormer(on);
        updateNote();
    });
    adopt(
        m_table, [this](int row) { return m_model->row(row).cluster.number; },
        [this](int row) { return std::optional{m_model->row(row).wallet}; });
    body().addWidget(m_table, 1);
}

void HoldersPane::setRole(std::optional<Role> role) {
    const int index = role ? m_role->findData(static_cast<int>(*role)) : 0;
    if (index >= 0) m_role->setCurrentIndex(index);
}

bool HoldersPane::choose(const core::Wallet& wallet) {
    if (m_model->rowOf(wallet) < 0) {
        setRole(std::nullopt);
        m_former->setChecked(true);
    }
    const int row = m_model->rowOf(wallet);
    if (row < 0) return false;
    m_table->selectRow(row);
    m_table->scrollTo(m_model->index(row, 0));
    return true;
}

QString HoldersPane::title(const Detail& detail) const {
    return detail && detail->people ? tr("Holders %1").arg(format::grouped(detail->people->holding))
                                    : tr("Holders");
}

void HoldersPane::show(const Detail& detail, std::optional<double>) {
    const auto people = detail ? detail->people : nullptr;
    if (people == m_people && people) return;
    m_people = people;
    m_table->keepPlace([&] { m_model->show(detail); });
    updateNote();
}

void HoldersPane::updateNote() {
    if (!m_people) {
        m_note->clear();
        m_table->setEmptyText({});
        return;
    }
    QString text =
        tr("holding it: %1 of %2 that had it")
            .arg(format::grouped(m_people->holding), format::counted(format::Noun::Wallet, m_people->wallets));
    if (m_people->wallets > m_people->holders.size())
        text += tr(" · the %1 that took in most").arg(format::grouped(m_people->holders.size()));
    if (!m_people->creationSeen)
        text += tr(" · shares unknown: its creation was not seen, so earlier holders are missing");
    else if (!m_people->transfersVisible)
        text += tr(" · transfers between wallets are not visible on this feed");
    if (m_people->trimmed) text += tr(" · first times are too late: the oldest trades left memory");
    m_note->setText(text);
    m_note->setToolTip(text);
    m_table->setEmptyText(
        m_role->currentIndex() != 0
            ? tr("No wallet with the tag %1 was seen on this coin. Choose “All tags”.").arg(m_role->currentText())
            : tr("Nobody holds it as far as was seen. “Former too” shows who did."));
}

}  // namespace ui
