// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/first_buyers_pane.h"

#include "ui/format/count_text.h"
#include "ui/format/number_text.h"
#include "ui/format/people_text.h"
#include "ui/models/first_buyer_model.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"
#include "ui/views/data_table.h"

#include <QHBoxLayout>
#include <QHelpEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace ui {
namespace {

using core::pipeline::BagState;

constexpr int kSquare = 14;
constexpr int kStep = 17;
constexpr int kMargin = 8;

std::pair<QColor, QColor> colorsOf(BagState state) {
    const auto& colors = theme::palette();
    switch (state) {
        case BagState::Unchanged:
        case BagState::Added: return {colors.upSoft, colors.up};
        case BagState::PartSold: return {colors.attentionSoft, colors.attention};
        case BagState::Transferred: return {colors.linkSoft, colors.link};
        case BagState::Exited: return {colors.downSoft, colors.down};
    }
    return {};
}

}  // namespace

FirstBuyersGrid::FirstBuyersGrid(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("firstBuyersGrid"));
    setAccessibleName(tr("First buyers, one square each"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FirstBuyersGrid::show(std::shared_ptr<const core::pipeline::TokenPeople> people) {
    const bool grew = (m_people ? m_people->firstBuyers.size() : 0) != (people ? people->firstBuyers.size() : 0);
    m_people = std::move(people);
    if (grew) updateGeometry();
    update();
}

int FirstBuyersGrid::columnsIn(int width) const {
    return std::max(1, (width - 2 * kMargin) / kStep);
}

QSize FirstBuyersGrid::sizeHint() const {
    return {200, heightForWidth(width())};
}

int FirstBuyersGrid::heightForWidth(int width) const {
    const int count = m_people ? static_cast<int>(m_people->firstBuyers.size()) : 0;
    if (count == 0) return 0;
    const int columns = columnsIn(width);
    return 6 + (count + columns - 1) / columns * kStep;
}

QRect FirstBuyersGrid::squareOf(int buyer) const {
    const int columns = columnsIn(width());
    return {kMargin + buyer % columns * kStep, 3 + buyer / columns * kStep, kSquare, kSquare};
}

int FirstBuyersGrid::buyerAt(const QPoint& at) const {
    const int count = m_people ? static_cast<int>(m_people->firstBuyers.size()) : 0;
    for (int i = 0; i < count; ++i)
        if (squareOf(i).contains(at)) return i;
    return -1;
}

void FirstBuyersGrid::paintEvent(QPaintEvent*) {
    if (!m_people) return;
    QPainter painter(this);
    painter.setFont(theme::font(11, true));
    for (std::size_t i = 0; i < m_people->firstBuyers.size(); ++i) {
        const auto& row = m_people->firstBuyers[i];
        const QRect square = squareOf(static_cast<int>(i));
        const auto [fill, ink] = colorsOf(row.state);
        painter.fillRect(square, fill);
        painter.setPen(row.cluster ? QPen(format::clusterInk(row.cluster), 2) : QPen(theme::palette().line, 1));
        painter.drawRect(square.adjusted(0, 0, -1, -1));
        painter.setPen(ink);
        painter.drawText(square, Qt::AlignCenter, QString(format::bagMark(row.state)));
    }
}

void FirstBuyersGrid::mousePressEvent(QMouseEvent* event) {
    const int buyer = buyerAt(event->pos());
    if (buyer >= 0) emit buyerChosen(buyer);
    QWidget::mousePressEvent(event);
}

bool FirstBuyersGrid::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip || !m_people) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int buyer = buyerAt(help->pos());
    if (buyer < 0) {
        QToolTip::hideText();
        return true;
    }
    const auto& row = m_people->firstBuyers[static_cast<std::size_t>(buyer)];
    QString text = tr("#%1 %2: %3")
                       .arg(row.place)
                       .arg(QString::fromStdString(row.wallet.base58()), format::bagName(row.state));
    if (row.slotOffset)
        text += u'\n' + tr("%1 behind the creation").arg(format::counted(format::Noun::Slot, *row.slotOffset));
    if (row.cluster) text += u'\n' + format::clusterName(row.cluster);
    if (const QString roles = format::rolesText(row.roles); !roles.isEmpty()) text += u'\n' + roles;
    QToolTip::showText(help->globalPos(), format::plainToolTip(text), this);
    return true;
}

FirstBuyersPane::FirstBuyersPane(QWidget* parent)
    : TokenPane(QStringLiteral("firstBuyersPane"), parent),
      m_model(new FirstBuyerModel(this)),
      m_table(new DataTable(m_model, QStringLiteral("firstBuyers"), tr("First buyers"))),
      m_grid(new FirstBuyersGrid) {
    m_note = addNote(QStringLiteral("firstBuyersNote"));
    adopt(
        m_table, [this](int row) { return m_model->row(row).cluster.number; },
        [this](int row) { return std::optional{m_model->row(row).wallet}; });
    connect(m_grid, &FirstBuyersGrid::buyerChosen, this, [this](int buyer) {
        if (!m_people) return;
        const int row = m_model->rowOf(m_people->firstBuyers[static_cast<std::size_t>(buyer)].wallet);
        if (row < 0) return;
        m_table->selectRow(row);
        m_table->scrollTo(m_model->index(row, 0));
    });
    body().addWidget(m_grid);
    body().addWidget(m_table, 1);
}

QString FirstBuyersPane::title(const Detail&) const {
    return tr("First 70");
}

void FirstBuyersPane::show(const Detail& detail, std::optional<double>) {
    const auto people = detail ? detail->people : nullptr;
    if (people == m_people && people) return;
    m_people = people;
    m_table->keepPlace([&] { m_model->show(detail); });
    m_grid->show(people);
    if (!people) {
        m_note->clear();
        m_table->setEmptyText({});
        return;
    }
    std::array<std::size_t, 5> states{};
    for (const auto& row : people->firstBuyers) ++states[static_cast<std::size_t>(row.state)];
    QStringList parts;
    for (const BagState state :
         {BagState::Unchanged, BagState::Added, BagState::PartSold, BagState::Transferred, BagState::Exited})
        parts << QString(format::bagMark(state)) + u' ' + format::bagName(state) + u' ' +
                     QString::number(states[static_cast<std::size_t>(state)]);
    QString text = tr("the first %1: %2")
                       .arg(format::counted(format::Noun::Buyer, people->firstBuyers.size()),
                            parts.join(QStringLiteral("  ")));
    if (people->trimmed)
        text += tr(" · the oldest trades left memory: earlier buyers are missing");
    else if (!people->creationSeen)
        text += tr(" · its creation was not seen: these are the first in sight");
    m_note->setText(text);
    m_note->setToolTip(text);
    m_table->setEmptyText(tr("Nobody has bought it since this session began."));
}

}  // namespace ui
