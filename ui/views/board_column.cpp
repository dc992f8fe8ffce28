// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/board_column.h"

#include "ui/format/count_text.h"
#include "ui/format/number_text.h"
#include "ui/format/token_text.h"
#include "ui/models/board_model.h"
#include "ui/models/board_presets.h"
#include "ui/models/card_chips.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"
#include "ui/views/pane_head.h"
#include "ui/views/token_card_delegate.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QMouseEvent>
#include <QResizeEvent>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace ui {
namespace {

using core::pipeline::BoardFigure;

constexpr int kLongPressMs = 600;

// What a column can be sorted by, apart from its own order.
constexpr std::array kOrders{BoardFigure::Age,         BoardFigure::MarketCapQuote,
                             BoardFigure::Volume,      BoardFigure::Volume5m,
                             BoardFigure::Volume1m,    BoardFigure::Change5m,
                             BoardFigure::ChangeSeen,  BoardFigure::Progress,
                             BoardFigure::Buyers,      BoardFigure::Holders,
                             BoardFigure::Top10,       BoardFigure::Sniper,
                             BoardFigure::Bundler,     BoardFigure::Rat,
                             BoardFigure::Dev,         BoardFigure::Cluster,
                             BoardFigure::DevGraduated};

}  // namespace

BoardColumn::BoardColumn(const QString& id, const QString& title, const QString& hint, BoardPresets& presets,
                         QWidget* parent)
    : QWidget(parent),
      m_presets(presets),
      m_id(id),
      m_emptyHint(hint),
      m_list(new QListView),
      m_model(new BoardModel(this)),
      m_delegate(new TokenCardDelegate(this)),
      m_preset(QStringLiteral("all")) {
    setObjectName(id + QStringLiteral("Column"));
    setAccessibleName(title);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildHead(id, title);
    buildList(id, title);
    layout->addWidget(m_list, 1);
    setMinimumWidth(128);
    m_press.setSingleShot(true);
    m_press.setInterval(kLongPressMs);
    connect(&m_press, &QTimer::timeout, this, [this] {
        const QModelIndex index = m_pressedAt ? m_list->indexAt(*m_pressedAt) : QModelIndex{};
        if (!index.isValid()) return;
        m_swallowClick = true;
        block(index);
    });
    connect(&m_presets, &BoardPresets::changed, this, [this] {
        // A filter that is gone shows everything, and one that was edited shows something else.
        m_preset = m_presets.find(m_preset).id;
        updateHead();
        emit queryChanged();
    });
    updateHead();
}

void BoardColumn::buildHead(const QString& id, const QString& title) {
    auto* head = new PaneHead(title);
    m_count = head->addNote(id + QStringLiteral("Count"));
    m_frozen = head->addNote(id + QStringLiteral("Frozen"));
    m_frozen->setText(tr("held"));
    m_frozen->setToolTip(tr("Cards keep their places while the pointer is over them"));
    m_frozen->setStyleSheet(QStringLiteral("color:") + theme::palette().attention.name());
    m_frozen->hide();
    m_filter = new QToolButton;
    m_filter->setObjectName(id + QStringLiteral("Filter"));
    m_filter->setProperty("flat", true);
    m_filter->setFont(theme::font(11));
    // A narrow column needs the room for its title.
    m_filter->setStyleSheet(QStringLiteral("padding: 1px 2px"));
    m_filter->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_filter);
    menu->setObjectName(id + QStringLiteral("FilterMenu"));
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        fillMenu(*menu);
    });
    m_filter->setMenu(menu);
    head->addControl(m_filter);
    layout()->addWidget(head);
}

void BoardColumn::buildList(const QString& id, const QString& title) {
    m_list->setObjectName(id + QStringLiteral("List"));
    m_list->setAccessibleName(tr("%1 launches").arg(title));
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->verticalScrollBar()->setSingleStep(m_delegate->cardHeight() / 2);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAttribute(Qt::WA_Hover);
    m_list->viewport()->installEventFilter(this);
    m_list->installEventFilter(this);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_list, &QListView::customContextMenuRequested, this, &BoardColumn::showCardMenu);
    connect(m_list, &QListView::clicked, this, &BoardColumn::choose);

    m_hint = new QLabel(m_emptyHint, m_list);
    m_hint->setObjectName(id + QStringLiteral("Hint"));
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_hint->setStyleSheet(QStringLiteral("color:%1; padding:16px 10px").arg(theme::palette().dim.name()));
    auto* over = new QVBoxLayout(m_list);
    over->setContentsMargins(0, 0, 0, 0);
    over->addWidget(m_hint);
    over->addStretch();
}

void BoardColumn::show(const std::shared_ptr<const core::pipeline::Snapshot>& snapshot,
                       const std::vector<core::pipeline::TokenRow>& rows, const core::pipeline::BoardTally& tally) {
    const int scroll = m_list->verticalScrollBar()->value();
    m_model->show(snapshot, rows);
    m_list->verticalScrollBar()->setValue(scroll);
    if (std::exchange(m_tally, tally) != tally || m_hint->isVisible() != (m_model->rowCount() == 0)) updateHead();
}

void BoardColumn::setOpenToken(std::optional<core::Mint> mint) {
    m_delegate->setOpenToken(mint);
    m_list->viewport()->update();
}

core::pipeline::BoardQuery BoardColumn::query() const {
    return {m_presets.find(m_preset).filter, m_sort, m_ascending};
}

void BoardColumn::setPreset(const QString& id) {
    const QString next = m_presets.find(id).id;
    if (m_preset == next) return;
    m_preset = next;
    updateHead();
    emit queryChanged();
}

void BoardColumn::setOrder(std::optional<BoardFigure> figure, bool ascending) {
    if (m_sort == figure && m_ascending == ascending) return;
    m_sort = figure;
    m_ascending = ascending;
    updateHead();
    emit queryChanged();
}

void BoardColumn::fillMenu(QMenu& menu) {
    const auto choice = [&](QMenu& into, const QString& text, bool on, auto act) {
        QAction* action = into.addAction(text, this, act);
        action->setCheckable(true);
        action->setChecked(on);
        return action;
    };
    menu.setToolTipsVisible(true);
    for (const BoardPreset& one : m_presets.all())
        choice(menu, one.name, one.id == m_preset, [this, id = one.id] {
            setPreset(id);
        })->setToolTip(filterSentence(one.filter));
    menu.addSeparator();
    menu.addAction(tr("Edit this filter…"), this, [this] { emit editAsked(m_preset); })
        ->setObjectName(m_id + QStringLiteral("EditFilter"));
    menu.addAction(tr("Delete this filter"), this, [this] { m_presets.remove(m_preset); })
        ->setEnabled(m_preset.startsWith(QStringLiteral("own")));
    menu.addAction(tr("Read filters from a file…"), this, &BoardColumn::importAsked);
    menu.addAction(tr("Write filters to a file…"), this, &BoardColumn::exportAsked);
    menu.addSeparator();
    QMenu* order = menu.addMenu(tr("Sort by"));
    choice(*order, tr("The column's own order"), !m_sort, [this] { setOrder(std::nullopt, false); });
    for (const BoardFigure figure : kOrders)
        choice(*order, boardFigureTitle(figure), m_sort == figure,
               [this, figure] { setOrder(figure, m_sort == figure && m_ascending); });
    order->addSeparator();
    QAction* rising = choice(*order, tr("Smallest first"), m_ascending, [this] { setOrder(m_sort, !m_ascending); });
    rising->setEnabled(m_sort.has_value());
}

QString BoardColumn::hiddenReason() const {
    QStringList lines{tr("%1 known").arg(format::counted(format::Noun::Coin, m_tally.known))};
    if (m_tally.filtered != 0)
        lines << tr("%1 hidden by the filter %2")
                     .arg(format::grouped(m_tally.filtered), m_presets.find(m_preset).name);
    if (m_tally.unknown != 0)
        lines << tr("%1 of them only because a figure is not known").arg(format::grouped(m_tally.unknown));
    if (m_tally.blocked != 0) lines << tr("%1 blocked by you").arg(format::grouped(m_tally.blocked));
    return lines.join(u'\n');
}

void BoardColumn::updateHead() {
    const std::uint64_t hidden = m_tally.filtered + m_tally.blocked;
    const QString count = hidden == 0
                              ? format::grouped(m_tally.passing)
                              : tr("%1 · %2 hidden").arg(format::grouped(m_tally.passing), format::grouped(hidden));
    if (m_count->text() != count) m_count->setText(count);
    m_count->setToolTip(format::plainToolTip(hiddenReason()));
    const BoardPreset& preset = m_presets.find(m_preset);
    QString name = preset.name;
    if (m_sort) name += m_ascending ? QStringLiteral(" ↑") : QStringLiteral(" ↓");
    name += QStringLiteral(" ▾");
    if (m_filter->text() != name) m_filter->setText(name);
    m_filter->setAccessibleName(tr("Filter and order: %1").arg(preset.name));
    QString tip = filterSentence(preset.filter);
    if (m_sort)
        tip += u'\n' + (m_ascending ? tr("Sorted by %1, smallest first") : tr("Sorted by %1, largest first"))
                           .arg(boardFigureTitle(*m_sort));
    m_filter->setToolTip(format::plainToolTip(tip));
    const bool empty = m_model->rowCount() == 0;
    m_hint->setVisible(empty);
    if (empty)
        m_hint->setText(m_tally.ordering ? tr("The coins are being put in order…")
                        : hidden == 0    ? m_emptyHint
                                      : tr("%1 known, all hidden: %2 by the filter %3, %4 blocked. Choose another "
                                           "filter above.")
                                            .arg(format::counted(format::Noun::Coin, m_tally.known),
                                                 format::grouped(m_tally.filtered), preset.name,
                                                 format::grouped(m_tally.blocked)));
    m_frozen->setVisible(m_model->frozen());
}

QRect BoardColumn::chipRect(int row, const QString& chip) const {
    const QModelIndex index = m_model->index(row, 0);
    return m_delegate->chipRect(m_list->visualRect(index), index, chip);
}

bool BoardColumn::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list) {
        if (event->type() == QEvent::KeyPress && handleKey(static_cast<QKeyEvent*>(event)->key())) return true;
        return QWidget::eventFilter(watched, event);
    }
    switch (event->type()) {
        case QEvent::Enter:
        case QEvent::Leave:
            m_model->setFrozen(event->type() == QEvent::Enter);
            updateHead();
            break;
        case QEvent::Resize:
            // Uniform sizes are measured once: another height has to be said.
            if (m_delegate->setWidth(static_cast<QResizeEvent*>(event)->size().width())) {
                m_list->verticalScrollBar()->setSingleStep(m_delegate->cardHeight() / 2);
                m_list->doItemsLayout();
            }
            break;
        case QEvent::MouseButtonPress: {
            const auto* press = static_cast<QMouseEvent*>(event);
            m_swallowClick = false;
            m_pressedAt = press->position().toPoint();
            if (press->button() == Qt::LeftButton) m_press.start();
            break;
        }
        case QEvent::MouseMove: {
            const QPoint at = static_cast<QMouseEvent*>(event)->position().toPoint();
            if (m_press.isActive() && m_pressedAt &&
                (at - *m_pressedAt).manhattanLength() > QApplication::startDragDistance())
                m_press.stop();
            const QModelIndex index = m_list->indexAt(at);
            const auto chip =
                index.isValid() ? m_delegate->chipAt(m_list->visualRect(index), index, at) : std::nullopt;
            m_list->viewport()->setCursor(chip && chip->flag ? Qt::PointingHandCursor : Qt::ArrowCursor);
            break;
        }
        case QEvent::MouseButtonRelease: m_press.stop(); break;
        default: break;
    }
    return QWidget::eventFilter(watched, event);
}

bool BoardColumn::handleKey(int key) {
    const QModelIndex index = m_list->currentIndex();
    const auto move = [&](int by) {
        const int row = std::clamp(index.isValid() ? index.row() + by : 0, 0, m_model->rowCount() - 1);
        if (m_model->rowCount() != 0) m_list->setCurrentIndex(m_model->index(row, 0));
        return true;
    };
    switch (key) {
        case Qt::Key_J: return move(1);
        case Qt::Key_K: return move(-1);
        default: break;
    }
    if (!index.isValid()) return false;
    switch (key) {
        case Qt::Key_Return:
        case Qt::Key_Enter: emit tokenChosen(m_model->row(index.row()).mint); return true;
        case Qt::Key_X: block(index); return true;
        case Qt::Key_Y:
            QApplication::clipboard()->setText(QString::fromStdString(m_model->row(index.row()).mintText));
            return true;
        case Qt::Key_E: {
            // The one that shouts most; of equals the one that stands first.
            const auto chips = cardChips(m_model->row(index.row()), m_model->asOfSlot());
            const CardChip* worst = nullptr;
            for (const CardChip& chip : chips)
                if (chip.flag && (worst == nullptr || chip.danger > worst->danger)) worst = &chip;
            if (worst == nullptr) return false;
            emit flagChosen(*worst->flag);
            return true;
        }
        default: return false;
    }
}

void BoardColumn::showCardMenu(const QPoint& at) {
    const QModelIndex index = m_list->indexAt(at);
    if (!index.isValid()) return;
    const core::pipeline::TokenRow token = m_model->row(index.row());
    const QPersistentModelIndex card = index;
    QMenu menu(this);
    menu.addAction(tr("Open %1").arg(format::tokenTitle(token)), this,
                   [this, &token] { emit tokenChosen(token.mint); });
    for (const CardChip& chip : cardChips(token, m_model->asOfSlot()))
        if (chip.flag)
            menu.addAction(tr("Evidence: %1").arg(chip.spoken), this,
                           [this, flag = *chip.flag] { emit flagChosen(flag); });
    menu.addSeparator();
    menu.addAction(tr("Copy the address"), this,
                   [&token] { QApplication::clipboard()->setText(QString::fromStdString(token.mintText)); });
    menu.addAction(tr("Block this coin"), this, [this, &card] { block(card); });
    menu.exec(m_list->viewport()->mapToGlobal(at));
}

void BoardColumn::block(const QModelIndex& index) {
    if (!index.isValid()) return;
    const core::pipeline::TokenRow& token = m_model->row(index.row());
    emit blockAsked(token.mint, format::tokenTitle(token));
}

void BoardColumn::choose(const QModelIndex& index) {
    // Who presses a card in another way than by the mouse means the coin, wherever the mouse was last.
    const auto pressedAt = std::exchange(m_pressedAt, std::nullopt);
    const bool swallow = std::exchange(m_swallowClick, false) && pressedAt;
    if (!index.isValid() || swallow) return;
    const auto chip = pressedAt ? m_delegate->chipAt(m_list->visualRect(index), index, *pressedAt) : std::nullopt;
    if (chip && chip->flag)
        emit flagChosen(*chip->flag);
    else
        emit tokenChosen(m_model->row(index.row()).mint);
}

}  // namespace ui
