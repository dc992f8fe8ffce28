// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/board_view.h"

#include "core/pipeline/board_figure_names.h"
#include "ui/format/count_text.h"

#include "ui/format/number_text.h"
#include "ui/format/token_text.h"
#include "ui/models/board_model.h"
#include "ui/models/board_table_model.h"
#include "ui/theme/palette.h"
#include "ui/theme/small_controls.h"
#include "ui/theme/style.h"
#include "ui/views/board_column.h"
#include "ui/views/board_filter_dialog.h"
#include "ui/views/data_table.h"
#include "ui/views/pane_head.h"

#include <QButtonGroup>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSaveFile>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

using core::pipeline::BoardFigure;

constexpr int kUndoMs = 12'000;
constexpr qint64 kLargestFile = 1 << 20;
constexpr QLatin1String kColumnKeys[]{QLatin1String("board/new"), QLatin1String("board/graduating"),
                                      QLatin1String("board/graduated")};
constexpr QLatin1String kTableKey("board/table");
constexpr QLatin1String kAsTableKey("board/asTable");
constexpr QLatin1String kTableColumnsKey("board/tableColumns");
constexpr QLatin1String kBlockedKey("board/blocked");

QString figureName(std::optional<BoardFigure> figure) {
    if (!figure) return {};
    const std::string_view name = core::pipeline::boardFigureName(*figure);
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

}  // namespace

BoardView::BoardView(QWidget* parent)
    : QWidget(parent),
      m_splitter(new QSplitter(Qt::Horizontal)),
      m_pages(new QStackedWidget),
      m_tableModel(new BoardTableModel(this)),
      m_tablePreset(QStringLiteral("all")) {
    setObjectName(QStringLiteral("board"));
    setAccessibleName(tr("Board of launches"));
    m_columns = {
        new BoardColumn(QStringLiteral("new"), tr("New"), tr("Launches show here as they are created."), m_presets),
        new BoardColumn(QStringLiteral("graduating"), tr("Graduating"),
                        tr("Coins whose curve is filling, fullest first."), m_presets),
        new BoardColumn(QStringLiteral("graduated"), tr("Graduated"),
                        tr("Coins that moved to a pool, latest first."), m_presets)};
    m_splitter->setObjectName(QStringLiteral("boardColumns"));
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    for (BoardColumn* column : m_columns) {
        m_splitter->addWidget(column);
        connect(column, &BoardColumn::tokenChosen, this, &BoardView::tokenChosen);
        connect(column, &BoardColumn::flagChosen, this, &BoardView::flagChosen);
        connect(column, &BoardColumn::queryChanged, this, &BoardView::wishesChanged);
        connect(column, &BoardColumn::blockAsked, this, &BoardView::block);
        connect(column, &BoardColumn::editAsked, this, &BoardView::editPreset);
        connect(column, &BoardColumn::importAsked, this, &BoardView::importPresets);
        connect(column, &BoardColumn::exportAsked, this, &BoardView::exportPresets);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildHead();
    m_pages->addWidget(m_splitter);
    buildTable();
    layout->addWidget(m_pages, 1);
    buildUndo();
    connect(&m_presets, &BoardPresets::changed, this, [this] {
        m_tablePreset = m_presets.find(m_tablePreset).id;
        updateTableHead();
        emit wishesChanged();
    });
    showBlocked();
}

void BoardView::buildHead() {
    auto* head = new PaneHead(tr("Boards"));
    m_cardsButton = theme::flatButton(QStringLiteral("boardCards"), tr("Cards"));
    m_cardsButton->setAccessibleName(tr("Show the boards as cards"));
    m_tableButton = theme::flatButton(QStringLiteral("boardTable"), tr("Table"));
    m_tableButton->setAccessibleName(tr("Show all coins in one table"));
    auto* group = new QButtonGroup(this);
    for (QToolButton* button : {m_cardsButton, m_tableButton}) {
        button->setCheckable(true);
        group->addButton(button);
    }
    m_cardsButton->setChecked(true);
    connect(m_cardsButton, &QToolButton::clicked, this, [this] { setAsTable(false); });
    connect(m_tableButton, &QToolButton::clicked, this, [this] { setAsTable(true); });
    m_blockedButton = theme::flatButton(QStringLiteral("boardBlocked"), {});
    m_blockedButton->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_blockedButton);
    menu->setObjectName(QStringLiteral("boardBlockedMenu"));
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        fillBlockedMenu(*menu);
    });
    m_blockedButton->setMenu(menu);
    head->addControl(m_blockedButton);
    head->addControl(m_cardsButton);
    head->addControl(m_tableButton);
    layout()->addWidget(head);
}

void BoardView::buildTable() {
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* head = new PaneHead(tr("All coins"));
    m_tableCount = head->addNote(QStringLiteral("boardTableCount"));
    m_tableFilter = theme::flatButton(QStringLiteral("boardTableFilter"), {});
    m_tableFilter->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_tableFilter);
    menu->setToolTipsVisible(true);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        for (const BoardPreset& one : m_presets.all()) {
            QAction* action = menu->addAction(one.name, this, [this, id = one.id] {
                m_tablePreset = id;
                updateTableHead();
                emit wishesChanged();
            });
            action->setCheckable(true);
            action->setChecked(one.id == m_tablePreset);
            action->setToolTip(filterSentence(one.filter));
        }
        menu->addSeparator();
        menu->addAction(tr("Edit this filter…"), this, [this] { editPreset(m_tablePreset); });
    });
    m_tableFilter->setMenu(menu);
    head->addControl(m_tableFilter);
    m_table = new DataTable(m_tableModel, QStringLiteral("boardTableView"), tr("All coins"));
    m_table->fillMenu = [this](QMenu& menu_, int row) {
        const core::Mint mint = m_tableModel->row(row).mint;
        const QString title = format::tokenTitle(m_tableModel->row(row));
        menu_.addAction(tr("Open %1").arg(title), this, [this, mint] { emit tokenChosen(mint); });
        menu_.addAction(tr("Block this coin"), this, [this, mint, title] { block(mint, title); });
    };
    connect(m_table, &DataTable::rowChosen, this,
            [this](int row) { emit tokenChosen(m_tableModel->row(row).mint); });
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (const auto flag = m_tableModel->flagAt(index)) emit flagChosen(*flag);
    });
    connect(m_table, &DataTable::said, this, &BoardView::said);
    connect(m_tableModel, &BoardTableModel::orderAsked, this,
            [this](std::optional<BoardFigure> figure, bool ascending) {
                m_tableSort = figure;
                m_tableAscending = ascending;
                emit wishesChanged();
            });
    layout->addWidget(head);
    layout->addWidget(m_table, 1);
    m_pages->addWidget(page);
    updateTableHead();
}

void BoardView::buildUndo() {
    m_undo = new QWidget;
    m_undo->setObjectName(QStringLiteral("boardUndo"));
    m_undo->setAttribute(Qt::WA_StyledBackground);
    m_undo->setStyleSheet(QStringLiteral("QWidget#boardUndo { background:%1; border-top:1px solid %2; }")
                              .arg(theme::palette().selection.name(), theme::palette().line.name()));
    m_undoText = new QLabel;
    m_undoText->setObjectName(QStringLiteral("boardUndoText"));
    m_undoText->setTextFormat(Qt::PlainText);
    auto* button = new QToolButton;
    button->setObjectName(QStringLiteral("boardUndoButton"));
    button->setText(tr("Undo"));
    button->setAccessibleName(tr("Show the blocked coin again"));
    connect(button, &QToolButton::clicked, this, [this] {
        if (m_undoMint) unblock(*m_undoMint);
    });
    auto* line = new QHBoxLayout(m_undo);
    line->setContentsMargins(8, 3, 8, 3);
    line->addWidget(m_undoText, 1);
    line->addWidget(button);
    m_undo->hide();
    layout()->addWidget(m_undo);
    m_undoTime.setSingleShot(true);
    m_undoTime.setInterval(kUndoMs);
    connect(&m_undoTime, &QTimer::timeout, m_undo, &QWidget::hide);
}

void BoardView::show(const std::shared_ptr<const core::pipeline::Snapshot>& snapshot) {
    const std::array rows{&snapshot->fresh, &snapshot->graduating, &snapshot->graduated};
    for (std::size_t i = 0; i < m_columns.size(); ++i) m_columns[i]->show(snapshot, *rows[i], snapshot->tallies[i]);
    if (!asTable()) return;
    m_table->keepPlace([&] { m_tableModel->show(snapshot); });
    if (std::exchange(m_tableTally, snapshot->tableTally) != snapshot->tableTally) updateTableHead();
    m_table->setEmptyText(m_tableTally.ordering ? tr("The coins are being put in order…")
                                                : tr("Coins show here as they are created or traded."));
}

void BoardView::setOpenToken(std::optional<core::Mint> mint) {
    for (BoardColumn* column : m_columns) column->setOpenToken(mint);
    if (!mint) return;
    // The row of the open coin is the current one, so that J and K go on from it.
    const int row = m_tableModel->rowOf(*mint);
    if (row >= 0 && m_table->currentIndex().row() != row) m_table->selectRow(row);
}

BoardColumn& BoardView::column(core::pipeline::Stage stage) const {
    return *m_columns[static_cast<std::size_t>(stage)];
}

void BoardView::addWishes(core::pipeline::Interest& interest) const {
    for (std::size_t i = 0; i < m_columns.size(); ++i) interest.boards[i] = m_columns[i]->query();
    interest.table.reset();
    if (asTable())
        interest.table =
            core::pipeline::BoardQuery{m_presets.find(m_tablePreset).filter, m_tableSort, m_tableAscending};
    interest.blocked.clear();
    for (const Blocked& one : m_blocked) interest.blocked.push_back(one.mint);
}

bool BoardView::asTable() const {
    return m_pages->currentIndex() == 1;
}

void BoardView::setAsTable(bool table) {
    (table ? m_tableButton : m_cardsButton)->setChecked(true);
    if (asTable() == table) return;
    m_pages->setCurrentIndex(table ? 1 : 0);
    emit wishesChanged();
}

void BoardView::updateTableHead() {
    const BoardPreset& preset = m_presets.find(m_tablePreset);
    m_tableFilter->setText(preset.name + QStringLiteral(" ▾"));
    m_tableFilter->setAccessibleName(tr("Filter: %1").arg(preset.name));
    m_tableFilter->setToolTip(format::plainToolTip(filterSentence(preset.filter)));
    const std::uint64_t hidden = m_tableTally.filtered + m_tableTally.blocked;
    m_tableCount->setText(
        hidden == 0 ? format::grouped(m_tableTally.passing)
                    : tr("%1 · %2 hidden").arg(format::grouped(m_tableTally.passing), format::grouped(hidden)));
}

void BoardView::block(const core::Mint& mint, const QString& title) {
    std::erase_if(m_blocked, [&](const Blocked& one) { return one.mint == mint; });
    if (m_blocked.size() >= kMostBlocked) m_blocked.erase(m_blocked.begin());
    m_blocked.push_back({mint, title});
    m_undoMint = mint;
    m_undoText->setText(tr("%1 is blocked: no filter that hides blocked coins shows it.").arg(title));
    m_undo->show();
    m_undoTime.start();
    showBlocked();
    emit wishesChanged();
}

void BoardView::unblock(const core::Mint& mint) {
    const auto before = m_blocked.size();
    std::erase_if(m_blocked, [&](const Blocked& one) { return one.mint == mint; });
    if (m_undoMint == mint) m_undo->hide();
    showBlocked();
    if (m_blocked.size() != before) emit wishesChanged();
}

void BoardView::showBlocked() {
    m_blockedButton->setVisible(!m_blocked.empty());
    m_blockedButton->setText(tr("Blocked %1 ▾").arg(m_blocked.size()));
    m_blockedButton->setAccessibleName(tr("%1 blocked coins").arg(m_blocked.size()));
}

void BoardView::fillBlockedMenu(QMenu& menu) {
    constexpr std::size_t kShown = 15;
    for (std::size_t i = 0; i < std::min(kShown, m_blocked.size()); ++i) {
        const Blocked& one = m_blocked[m_blocked.size() - 1 - i];
        menu.addAction(tr("Show %1 (%2) again").arg(one.title, format::shortKey(one.mint.base58())), this,
                       [this, mint = one.mint] { unblock(mint); });
    }
    menu.addSeparator();
    menu.addAction(tr("Show all %1 again").arg(m_blocked.size()), this, [this] {
        m_blocked.clear();
        m_undo->hide();
        showBlocked();
        emit wishesChanged();
    });
}

void BoardView::editPreset(const QString& id) {
    const BoardPreset preset = m_presets.find(id);
    auto* dialog = new BoardFilterDialog(preset, this);
    connect(dialog, &BoardFilterDialog::kept, this,
            [this, preset](const QString& name, const core::pipeline::BoardFilter& filter, bool asNew) {
                if (!asNew) {
                    m_presets.change(preset.id, name, filter);
                    return;
                }
                const QString added = m_presets.add(name, filter);
                if (added.isEmpty()) {
                    emit said(
                        tr("There are %1 filters, which is the most. Delete one first.").arg(BoardPresets::kMost));
                    return;
                }
                // Whoever used the old one wanted this.
                for (BoardColumn* column : m_columns)
                    if (column->presetId() == preset.id) {
                        column->setPreset(added);
                        break;
                    }
            });
    dialog->open();
}

void BoardView::importPresets() {
    auto* dialog = new QFileDialog(this, tr("Read filters from a file"), {}, tr("Filters (*.json);;All files (*)"));
    dialog->setObjectName(QStringLiteral("boardImportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& name) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly)) {
            emit said(tr("%1 could not be read: %2. The filters are as they were.").arg(name, file.errorString()));
            return;
        }
        QString error;
        const int came = m_presets.addJson(file.read(kLargestFile + 1), error);
        emit said(error.isEmpty()
                      ? tr("Read %1 from %2")
                            .arg(format::counted(format::Noun::Filter, static_cast<std::uint64_t>(came)), name)
                      : tr("%1 was not taken: %2. The filters are as they were.").arg(name, error));
    });
    dialog->open();
}

void BoardView::exportPresets() {
    auto* dialog = new QFileDialog(this, tr("Write filters to a file"), QStringLiteral("board-filters.json"),
                                   tr("Filters (*.json)"));
    dialog->setObjectName(QStringLiteral("boardExportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& name) {
        QSaveFile file(name);
        const bool written =
            file.open(QIODevice::WriteOnly) && file.write(m_presets.toJson()) >= 0 && file.commit();
        emit said(written ? tr("Wrote %1").arg(name)
                          : tr("%1 could not be written; choose another folder").arg(name));
    });
    dialog->open();
}

QByteArray BoardView::saveState() const {
    return m_splitter->saveState();
}

void BoardView::restoreState(const QByteArray& state) {
    m_splitter->restoreState(state);
}

void BoardView::saveSettings(QSettings& settings) const {
    m_presets.save(settings);
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const auto query = m_columns[i]->query();
        settings.setValue(kColumnKeys[i], QStringList{m_columns[i]->presetId(), figureName(query.sort),
                                                      query.ascending ? QStringLiteral("up") : QString()});
    }
    settings.setValue(kTableKey, m_tablePreset);
    settings.setValue(kAsTableKey, asTable());
    settings.setValue(kTableColumnsKey, m_table->columnState());
    QStringList blocked;
    for (const Blocked& one : m_blocked) blocked << QString::fromStdString(one.mint.base58()) + u' ' + one.title;
    settings.setValue(kBlockedKey, blocked);
}

void BoardView::restoreSettings(const QSettings& settings) {
    m_presets.restore(settings);
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const QStringList kept = settings.value(kColumnKeys[i]).toStringList();
        if (kept.size() != 3) continue;
        m_columns[i]->setPreset(kept[0]);
        m_columns[i]->setOrder(core::pipeline::boardFigureOf(kept[1].toStdString()),
                               kept[2] == QStringLiteral("up"));
    }
    m_tablePreset = m_presets.find(settings.value(kTableKey).toString()).id;
    m_table->restoreColumns(settings.value(kTableColumnsKey).toByteArray());
    setAsTable(settings.value(kAsTableKey).toBool());
    m_blocked.clear();
    for (const QString& one : settings.value(kBlockedKey).toStringList()) {
        const auto mint = core::Mint::fromBase58(one.section(u' ', 0, 0).toStdString());
        if (mint && m_blocked.size() < kMostBlocked) m_blocked.push_back({*mint, one.section(u' ', 1).left(40)});
    }
    updateTableHead();
    showBlocked();
    emit wishesChanged();
}

}  // namespace ui
