// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/token_pane.h"

#include "ui/models/live_table_model.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"
#include "ui/views/data_table.h"
#include "ui/views/elided_label.h"
#include "ui/views/external_links.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int kControlsHeight = 24;

}  // namespace

TokenPane::TokenPane(const QString& objectName, QWidget* parent)
    : QWidget(parent), m_controls(new QHBoxLayout), m_body(new QVBoxLayout(this)) {
    setObjectName(objectName);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(0);
    auto* line = new QWidget;
    line->setFixedHeight(kControlsHeight);
    line->setLayout(m_controls);
    m_controls->setContentsMargins(8, 0, 8, 0);
    m_controls->setSpacing(8);
    m_body->addWidget(line);
}

void TokenPane::light(std::uint32_t cluster) {
    for (DataTable* table : m_tables) table->table().light(cluster);
}

void TokenPane::adopt(DataTable* table, std::function<std::uint32_t(int)> clusterOf,
                      std::function<std::optional<core::Wallet>(int)> walletOf) {
    m_tables.push_back(table);
    connect(table, &DataTable::said, this, &TokenPane::said);
    if (clusterOf)
        connect(table, &DataTable::rowHovered, this,
                [this, clusterOf](int row) { emit clusterHovered(row < 0 ? 0 : clusterOf(row)); });
    if (!walletOf) return;
    table->fillMenu = [this, walletOf](QMenu& menu, int row) {
        if (const auto wallet = walletOf(row)) fillWalletMenu(menu, *wallet);
    };
    connect(table, &DataTable::rowOpened, this, [this, walletOf](int row) {
        if (const auto wallet = walletOf(row)) emit walletOpened(*wallet);
    });
}

void TokenPane::fillWalletMenu(QMenu& menu, const core::Wallet& wallet) {
    const QString address = QString::fromStdString(wallet.base58());
    menu.addAction(tr("Open wallet"), this, [this, wallet] { emit walletOpened(wallet); })->setShortcut(Qt::Key_W);
    menu.addAction(tr("Copy address"), this, [this, address] {
        QGuiApplication::clipboard()->setText(address);
        emit said(tr("Copied %1").arg(address));
    });
    addLinks(menu, walletLinks(wallet));
}

QLabel* TokenPane::addNote(const QString& objectName) {
    auto* note = new ElidedLabel;
    note->setObjectName(objectName);
    note->setTextFormat(Qt::PlainText);
    note->setFont(theme::font(11));
    note->setStyleSheet(QStringLiteral("color:") + theme::palette().dim.name());
    note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_controls->addWidget(note, 1);
    return note;
}

QToolButton* TokenPane::addToggle(const QString& objectName, const QString& text, const QString& toolTip) {
    auto* button = new QToolButton;
    button->setObjectName(objectName);
    button->setText(text);
    button->setToolTip(toolTip);
    button->setAccessibleName(text);
    button->setCheckable(true);
    button->setProperty("flat", true);
    button->setFont(theme::font(11));
    m_controls->addWidget(button);
    return button;
}

}  // namespace ui
