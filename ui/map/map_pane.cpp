// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/map_pane.h"

#include "ui/format/count_text.h"
#include "ui/format/number_text.h"
#include "ui/format/people_text.h"
#include "ui/format/time_text.h"
#include "ui/map/map_legend.h"
#include "ui/map/map_tree_model.h"
#include "ui/map/map_view.h"
#include "ui/theme/palette.h"
#include "ui/theme/small_controls.h"
#include "ui/theme/style.h"
#include "ui/views/external_links.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QSlider>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using core::pipeline::GraphNodeKind;
using core::pipeline::GraphWish;

namespace {

constexpr int kLeastConfidence = 50;  // percent
constexpr int kUsualConfidence = 90;
constexpr int kTimeSteps = 1'000;

QLabel* word(const QString& text) {
    auto* label = new QLabel(text);
    label->setFont(theme::font(11));
    label->setStyleSheet(QStringLiteral("color:") + theme::palette().dim.name());
    return label;
}

QSlider* slider(const QString& id, const QString& name, int least, int most, int value) {
    auto* out = new QSlider(Qt::Horizontal);
    out->setObjectName(id);
    out->setAccessibleName(name);
    out->setRange(least, most);
    out->setValue(value);
    out->setMinimumWidth(48);
    out->setMaximumWidth(110);
    return out;
}

}  // namespace

MapPane::MapPane(QWidget* parent)
    : TokenPane(QStringLiteral("mapPane"), parent),
      m_map(new MapView),
      m_legend(new MapLegend),
      m_model(new MapTreeModel(this)),
      m_tree(new QTreeView),
      m_stack(new QStackedWidget) {
    buildControls();
    m_tree->setObjectName(QStringLiteral("mapTree"));
    m_tree->setAccessibleName(tr("Cluster map as a list"));
    m_tree->setModel(m_model);
    m_tree->setUniformRowHeights(true);
    m_tree->setAlternatingRowColors(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setFont(theme::font(12));
    m_tree->header()->setFont(theme::font(11));
    m_tree->header()->setStretchLastSection(true);
    m_tree->setColumnWidth(MapTreeModel::Name, 420);
    for (const int column : {MapTreeModel::Share, MapTreeModel::Chance, MapTreeModel::Since})
        m_tree->setColumnWidth(column, 90);
    m_stack->addWidget(m_map);
    m_stack->addWidget(m_tree);
    buildNaming();
    body().addWidget(m_naming);
    body().addWidget(m_stack, 1);
    body().addWidget(m_legend);
    m_map->fillMenu = [this](QMenu& menu, const core::Wallet& wallet) { fillWalletMenu(menu, wallet); };

    connect(m_map, &MapView::sceneChanged, this, [this] {
        m_legend->show(m_map->scene());
        updateNote();
        if (m_list->isChecked()) fillTree();
    });
    connect(m_map, &MapView::walletChosen, this, [this](const core::Wallet&, std::uint32_t cluster) {
        m_map->light(cluster);
        emit clusterChosen(cluster);
    });
    connect(m_map, &MapView::cleared, this, [this] { emit clusterChosen(0); });
    connect(m_map, &MapView::clusterHovered, this, &TokenPane::clusterHovered);
    connect(m_map, &MapView::walletOpened, this, &TokenPane::walletOpened);
    connect(m_map, &MapView::clusterOpened, this, [this](std::uint32_t cluster) {
        m_map->light(cluster);
        emit clusterChosen(cluster);
        emit clusterOpened(cluster);
    });
    connect(m_map, &MapView::lassoed, this, &MapPane::askForName);
    connect(m_map, &MapView::lassoLeft, this, [this] { m_lasso->setChecked(false); });
    connect(m_map, &MapView::pinsChanged, this, [this] { m_unpin->setEnabled(!m_map->pins().empty()); });

    connect(m_tree, &QTreeView::expanded, this, [this](const QModelIndex& index) {
        if (!m_filling) m_open.insert(m_model->keyOfRow(index));
    });
    connect(m_tree, &QTreeView::collapsed, this, [this](const QModelIndex& index) {
        if (!m_filling) m_open.erase(m_model->keyOfRow(index));
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (m_filling || !index.isValid()) return;
        m_current = m_model->keyOfRow(index);
        const std::uint32_t cluster = m_model->clusterOf(index);
        m_map->light(cluster);
        emit clusterChosen(cluster);
        if (const auto wallet = m_model->walletOf(index)) (void)m_map->choose(*wallet);
    });
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex& index) {
        if (const auto wallet = m_model->walletOf(index))
            emit walletOpened(*wallet);
        else if (const std::uint32_t cluster = m_model->clusterOf(index); cluster != 0)
            emit clusterOpened(cluster);
    });
    auto* clear = new QShortcut(Qt::Key_Escape, m_tree);
    clear->setContext(Qt::WidgetShortcut);
    connect(clear, &QShortcut::activated, m_map, &MapView::clearSelection);
    auto* open = new QShortcut(Qt::Key_W, m_tree);
    open->setContext(Qt::WidgetShortcut);
    connect(open, &QShortcut::activated, this, [this] {
        if (const auto wallet = m_model->walletOf(m_tree->currentIndex())) emit walletOpened(*wallet);
    });
    setFocusProxy(m_map);
    show(nullptr, std::nullopt);
}

void MapPane::buildControls() {
    m_note = addNote(QStringLiteral("mapNote"));
    m_more = new QToolButton;
    m_more->setObjectName(QStringLiteral("mapMore"));
    m_more->setAccessibleName(tr("Hidden wallets"));
    m_more->setProperty("flat", true);
    m_more->setFont(theme::font(11));
    m_more->setStyleSheet(
        QStringLiteral("QToolButton { color:%1; border:none; }").arg(theme::palette().link.name()));
    m_more->hide();
    connect(m_more, &QToolButton::clicked, this, &MapPane::showAll);
    controls().addWidget(m_more);

    controls().addWidget(word(tr("Confidence ≥")));
    m_confidence = slider(QStringLiteral("mapConfidence"), tr("Least confidence of a link, percent"),
                          kLeastConfidence, 100, kUsualConfidence);
    m_confidence->setToolTip(
        tr("Links below drop, and clusters fall apart where nothing else holds them. Below 0.90 "
           "suppositions are drawn too; they join nobody."));
    controls().addWidget(m_confidence);
    m_confidenceText = word(QStringLiteral("0.90"));
    m_confidenceText->setFixedWidth(28);
    controls().addWidget(m_confidenceText);
    connect(m_confidence, &QSlider::valueChanged, this, [this](int percent) {
        // All the way up means certain: within what is written.
        const double least = percent == 100 ? 0.9995 : percent / 100.0;
        m_confidenceText->setText(percent == 100 ? QStringLiteral("1.00") : QString::number(least, 'f', 2));
        m_map->setConfidence(least);
    });
    controls().addWidget(word(tr("Time")));
    m_time = slider(QStringLiteral("mapTime"), tr("Time the map is looked at"), 0, kTimeSteps, kTimeSteps);
    m_time->setToolTip(tr("Links and bags up to then; all the way to the right it follows the present."));
    controls().addWidget(m_time);
    m_timeText = word(tr("now"));
    m_timeText->setObjectName(QStringLiteral("mapTimeText"));
    m_timeText->setFixedWidth(62);
    controls().addWidget(m_timeText);
    connect(m_time, &QSlider::valueChanged, this, [this] {
        m_until = chosenTime();
        updateTime();
        m_map->setUntil(m_until);
    });
    auto* parts = addToggle(QStringLiteral("mapParts"), tr("Parts"),
                            tr("Colours densely linked parts of a cluster apart. Who is linked does not change."));
    connect(parts, &QToolButton::toggled, m_map, &MapView::setSubGroups);
    m_lasso = addToggle(QStringLiteral("mapLasso"), tr("Lasso"),
                        tr("Draw a loop around bubbles to name them as a crew. Also: Shift and drag."));
    connect(m_lasso, &QToolButton::toggled, m_map, &MapView::setLasso);
    m_unpin = addToggle(QStringLiteral("mapUnpin"), tr("Unpin"), tr("Lets go all bubbles that were dragged"));
    m_unpin->setCheckable(false);
    m_unpin->setEnabled(false);
    connect(m_unpin, &QToolButton::clicked, m_map, &MapView::clearPins);
    auto* fit = addToggle(QStringLiteral("mapFit"), tr("Fit"), tr("Shows all of the map (F)"));
    fit->setCheckable(false);
    connect(fit, &QToolButton::clicked, m_map, &MapView::fit);
    m_list = addToggle(QStringLiteral("mapList"), tr("List"),
                       tr("The same as a list: clusters, their wallets, their links"));
    connect(m_list, &QToolButton::toggled, this, [this](bool shown) {
        m_stack->setCurrentIndex(shown ? 1 : 0);
        setFocusProxy(shown ? static_cast<QWidget*>(m_tree) : m_map);
        if (shown) fillTree();
    });
    m_apart = theme::flatButton(QStringLiteral("mapApart"), {});
    connect(m_apart, &QToolButton::clicked, this, [this] { emit apartAsked(!m_apartNow); });
    m_buttons = new QWidget;
    auto* row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (QToolButton* button : {parts, m_lasso, m_unpin, fit, m_list, m_apart}) row->addWidget(button);
    setApart(false);
}

void MapPane::buildNaming() {
    m_naming = new QFrame;
    m_naming->setObjectName(QStringLiteral("mapNaming"));
    m_naming->setStyleSheet(QStringLiteral("#mapNaming { background:%1; }").arg(theme::palette().linkSoft.name()));
    auto* line = new QHBoxLayout(m_naming);
    line->setContentsMargins(8, 2, 8, 2);
    m_namingText = new QLabel;
    m_namingText->setObjectName(QStringLiteral("mapNamingText"));
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("mapCrewName"));
    m_name->setAccessibleName(tr("Name of the crew"));
    m_name->setPlaceholderText(tr("Name of the crew"));
    m_name->setMaxLength(40);
    m_name->setFixedWidth(180);
    auto* save = new QPushButton(tr("Name crew"));
    save->setObjectName(QStringLiteral("mapNameCrew"));
    save->setAccessibleName(save->text());
    auto* leave = new QPushButton(tr("Cancel"));
    leave->setObjectName(QStringLiteral("mapNameCancel"));
    leave->setAccessibleName(tr("Cancel naming"));
    line->addWidget(m_namingText);
    line->addWidget(m_name);
    line->addWidget(save);
    line->addWidget(leave);
    line->addStretch(1);
    m_naming->hide();
    const auto done = [this] {
        const QString name = m_name->text().simplified();
        if (name.isEmpty()) {
            emit said(tr("Type a name for the crew first"));
            return;
        }
        emit crewNamed(name, m_looped);
        m_naming->hide();
        m_lasso->setChecked(false);
        m_map->setFocus();
    };
    connect(m_name, &QLineEdit::returnPressed, this, done);
    connect(save, &QPushButton::clicked, this, done);
    connect(leave, &QPushButton::clicked, this, [this] {
        m_naming->hide();
        m_map->clearSelection();
        m_map->setFocus();
    });
}

void MapPane::askForName(const std::vector<core::Wallet>& wallets) {
    if (wallets.empty()) {
        emit said(tr("No bubble is inside of the loop"));
        m_naming->hide();
        return;
    }
    m_looped = wallets;
    m_namingText->setText(format::counted(format::Noun::Wallet, wallets.size()));
    m_name->clear();
    m_naming->show();
    m_name->setFocus();
}

QString MapPane::title(const Detail&) const {
    return tr("Map");
}

void MapPane::light(std::uint32_t cluster) {
    m_map->light(cluster);
}

void MapPane::show(const Detail& detail, std::optional<double>) {
    const auto graph = detail ? detail->graph : nullptr;
    const bool other = !detail || (m_graph && m_graph->mint != detail->row.mint);
    if (other) {
        m_open.clear();
        m_current.clear();
        m_until.reset();
        m_naming->hide();
        const QSignalBlocker quiet(m_time);
        m_time->setValue(kTimeSteps);
    }
    m_map->setEmptyText(!detail ? QString()
                        : graph ? tr("No wallet holds this coin, and none is linked to another. "
                                     "The map fills with the first trades.")
                                : tr("Drawing the map…"));
    if (graph == m_graph && !other) return;
    // A picture of another coin must not stand under this one's name.
    m_graph = graph;
    m_map->setGraph(m_graph && !m_graph->nodes.empty() ? m_graph : nullptr);
    if (!m_graph || m_graph->nodes.empty()) {
        m_legend->show(MapScene{});
        m_model->show(MapScene{});
    }
    updateTime();
    updateNote();
}

void MapPane::updateNote() {
    if (!m_graph) {
        m_note->clear();
        m_more->hide();
        return;
    }
    const MapScene& scene = m_map->scene();
    std::size_t wallets = 0;
    std::size_t largest = 0;
    for (std::size_t i = 0; i < m_graph->nodes.size(); ++i)
        wallets += m_graph->nodes[i].kind == GraphNodeKind::Wallet ? 1 : 0;
    for (const MapPiece& piece : scene.pieces) largest += piece.largest ? 1 : 0;
    QString text = tr("%1, %2").arg(format::counted(format::Noun::Wallet, wallets),
                                    format::counted(format::Noun::Cluster, largest));
    if (scene.pieces.size() > largest) text += tr(" in %1 parts").arg(scene.pieces.size());
    if (m_graph->historyTrimmed) text += tr(" · the oldest moves are gone, early bags are too small");
    m_note->setText(text);
    const bool more = m_graph->hiddenNodes != 0;
    const bool full = m_wish != GraphWish{};
    m_more->setVisible(more || full);
    m_more->setText(more && !full ? tr("%1 hidden – show all").arg(format::grouped(m_graph->hiddenNodes))
                    : more ? tr("%1 hidden – show the largest alone").arg(format::grouped(m_graph->hiddenNodes))
                           : tr("Show the largest alone"));
    m_more->setAccessibleName(m_more->text());
}

void MapPane::showAll() {
    m_wish = m_wish == GraphWish{} ? GraphWish{GraphWish::kMostNodes, GraphWish::kMostNodes} : GraphWish{};
    updateNote();
    emit wishChanged();
}

std::optional<std::int64_t> MapPane::chosenTime() const {
    if (!m_graph || !m_graph->fromTime || !m_graph->asOfTime || m_time->value() >= kTimeSteps) return std::nullopt;
    const std::int64_t length = *m_graph->asOfTime - *m_graph->fromTime;
    return *m_graph->fromTime + length * m_time->value() / kTimeSteps;
}

void MapPane::updateTime() {
    const bool known = m_graph && m_graph->fromTime && m_graph->asOfTime && *m_graph->asOfTime > *m_graph->fromTime;
    m_time->setEnabled(known);
    if (known && m_until) {
        // The moment stays, the present moves on.
        const std::int64_t length = *m_graph->asOfTime - *m_graph->fromTime;
        const auto step = (*m_until - *m_graph->fromTime) * kTimeSteps / length;
        const QSignalBlocker quiet(m_time);
        m_time->setValue(static_cast<int>(std::clamp<std::int64_t>(step, 0, kTimeSteps - 1)));
        m_timeText->setText(QStringLiteral("+") + format::longAge(*m_until - *m_graph->fromTime));
        m_timeText->setToolTip(format::dateTime(m_until));
    } else {
        m_timeText->setText(tr("now"));
        m_timeText->setToolTip({});
    }
}

void MapPane::fillTree() {
    m_filling = true;
    m_model->show(m_map->scene());
    for (int top = 0; top < m_model->rowCount(); ++top) {
        const QModelIndex above = m_model->index(top, 0);
        const QString key = m_model->keyOfRow(above);
        if (m_open.contains(key)) m_tree->expand(above);
        if (key == m_current) m_tree->setCurrentIndex(above);
        for (int row = 0; row < m_model->rowCount(above); ++row) {
            const QModelIndex index = m_model->index(row, 0, above);
            const QString inner = m_model->keyOfRow(index);
            if (m_open.contains(inner)) m_tree->expand(index);
            if (inner == m_current) m_tree->setCurrentIndex(index);
        }
    }
    m_filling = false;
}

void MapPane::setTreeShown(bool shown) {
    m_list->setChecked(shown);
}

void MapPane::setApart(bool apart) {
    m_apartNow = apart;
    // A pane is narrower than a tab: the buttons get a line of their own.
    if (apart)
        body().insertWidget(1, m_buttons, 0, Qt::AlignLeft);
    else
        controls().addWidget(m_buttons);
    m_buttons->show();
    m_apart->setText(apart ? tr("As a tab") : tr("Own pane"));
    m_apart->setAccessibleName(m_apart->text());
    m_apart->setToolTip(apart ? tr("Back among the tabs of the coin")
                              : tr("Beside the chart and the tape, in a pane that can be moved to another screen"));
}

void MapPane::focusMap() {
    m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

}  // namespace ui
