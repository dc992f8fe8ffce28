// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/token_page.h"

#include "ui/chart/candle_chart.h"
#include "ui/chart/chart_bar.h"
#include "ui/chart/chart_grid.h"
#include "ui/chart/chart_window.h"
#include "ui/format/count_text.h"
#include "ui/format/number_text.h"
#include "ui/format/token_text.h"
#include "ui/map/map_pane.h"
#include "ui/models/token_marks.h"
#include "ui/theme/palette.h"
#include "ui/views/bar_table.h"
#include "ui/views/interval_bar.h"
#include "ui/views/token_header.h"
#include "ui/views/token_tabs.h"

#include <QFrame>
#include <QSplitter>
#include <QVBoxLayout>

namespace ui {
namespace {

QFrame* line() {
    auto* out = new QFrame;
    out->setFixedHeight(1);
    out->setStyleSheet(QStringLiteral("background:") + theme::palette().line.name());
    return out;
}

}  // namespace

TokenPage::TokenPage(QWidget* parent)
    : QWidget(parent),
      m_header(new TokenHeader),
      m_intervals(new IntervalBar),
      m_chart(new CandleChart),
      m_charts(new ChartGrid(m_chart)),
      m_tabs(new TokenTabs),
      m_splitter(new QSplitter(Qt::Vertical)) {
    setObjectName(QStringLiteral("tokenPage"));
    setAccessibleName(tr("Open token"));
    m_splitter->setObjectName(QStringLiteral("tokenSplitter"));
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_charts);
    m_splitter->addWidget(m_tabs);
    m_splitter->setStretchFactor(0, 5);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setSizes({520, 280});

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(line());
    layout->addWidget(m_intervals);
    layout->addWidget(new ChartBar(*m_chart));
    layout->addWidget(line());
    layout->addWidget(m_splitter, 1);

    connect(m_intervals, &IntervalBar::barsChosen, this, &TokenPage::barsChosen);
    connect(m_intervals, &IntervalBar::entryLeft, m_chart, qOverload<>(&QWidget::setFocus));
    connect(m_chart, &CandleChart::tableAsked, this, &TokenPage::showBarTable);
    connect(m_chart, &CandleChart::windowAsked, m_chart, [this] { openChartWindow(*m_chart); });
    connect(m_chart, &CandleChart::intervalTyped, m_intervals, &IntervalBar::beginEntry);
    connect(m_header, &TokenHeader::addressCopied, this, &TokenPage::addressCopied);
    connect(m_header, &TokenHeader::flagChosen, this, &TokenPage::flagChosen);
    connect(m_header, &TokenHeader::roleChosen, m_tabs, &TokenTabs::showHolders);
    connect(m_header, &TokenHeader::clusterChosen, m_tabs, &TokenTabs::showCluster);
    connect(m_tabs, &TokenTabs::flagChosen, this, &TokenPage::flagChosen);
    connect(m_tabs, &TokenTabs::tokenChosen, this, &TokenPage::tokenChosen);
    connect(m_tabs, &TokenTabs::said, this, &TokenPage::said);
    connect(m_chart, &CandleChart::said, this, &TokenPage::said);
    connect(m_tabs, &TokenTabs::walletOpened, this, &TokenPage::walletOpened);
    connect(m_tabs, &TokenTabs::clusterOpened, this, &TokenPage::clusterOpened);
    connect(m_tabs, &TokenTabs::graphAsked, this, [this](std::optional<core::pipeline::GraphWish> wish) {
        if (!wish) leaveMap();
        emit graphAsked(wish);
    });
    connect(m_tabs, &TokenTabs::makersClosed, this, [this] { emit makersAsked(std::nullopt); });
    connect(m_tabs, &TokenTabs::clusterChosen, this, [this](std::uint32_t cluster) {
        m_chosenCluster = cluster;
        emit clusterLit(cluster);
    });
    // What is under the pointer goes before what was chosen, as long as it is there.
    connect(m_tabs, &TokenTabs::clusterHovered, this,
            [this](std::uint32_t cluster) { emit clusterLit(cluster != 0 ? cluster : m_chosenCluster); });
    connect(m_intervals, &IntervalBar::chartsChosen, m_charts, &ChartGrid::setCount);
    connect(m_charts, &ChartGrid::countChanged, m_intervals, &IntervalBar::setCharts);
    connect(m_charts, &ChartGrid::wishesChanged, this, &TokenPage::wishesChanged);
    connect(m_charts, &ChartGrid::said, this, &TokenPage::said);
    connect(m_chart, &CandleChart::settingsChanged, this, &TokenPage::wishesChanged);
    connectChart();
    setFocusProxy(m_chart);
    setToken(std::nullopt);
}

void TokenPage::connectChart() {
    connect(m_chart, &CandleChart::whoSoldAsked, this, &TokenPage::showBarMakers);
    connect(m_chart, &CandleChart::replayAsked, this, &TokenPage::replayAsked);
    connect(m_chart, &CandleChart::clusterHovered, this,
            [this](quint32 cluster) { emit clusterLit(cluster != 0 ? cluster : m_chosenCluster); });
    connect(m_chart, &CandleChart::markerClicked, this, [this](const QString& address, quint32 cluster) {
        if (cluster != 0)
            m_tabs->showCluster(cluster);
        else if (const auto wallet = core::Wallet::fromBase58(address.toStdString()))
            m_tabs->showWallet(*wallet);
    });
    connect(m_chart, &CandleChart::barHovered, this, [this](qint64 from, qint64 until) {
        const core::pipeline::TimeRange range{from, until};
        if (!m_mint || m_hovered == range) return;
        m_hovered = range;
        emit hoveredAsked(range);
    });
    connect(m_chart, &CandleChart::barLeft, this, [this] {
        if (!std::exchange(m_hovered, std::nullopt)) return;
        emit hoveredAsked(std::nullopt);
    });
}

void TokenPage::showOnChart(const core::pipeline::TokenDetail& detail) {
    if (m_people != detail.people) {
        m_people = detail.people;
        m_chart->setPeople(chartPeople(detail));
    }
    if (!m_hovered || !detail.hovered || detail.hovered->range != *m_hovered) return;
    constexpr std::size_t kRows = 4;
    m_chart->setBarPeople(m_hovered->from, barPeople(*detail.hovered, detail.row.quoteDecimals,
                                                     format::quoteTicker(detail.row.quoteMint), kRows));
}

void TokenPage::setToken(std::optional<core::Mint> mint) {
    m_mint = mint;
    m_charts->setOpenCoin(mint);
    m_chart->show(nullptr, std::nullopt);
    m_chart->setPeople(nullptr);
    m_people.reset();
    m_hovered.reset();
    m_tabs->show(nullptr, std::nullopt);
    m_tabs->setMakersRange(std::nullopt);
    lightCluster(0);
    m_chosenCluster = 0;
    m_header->setVisible(mint.has_value());
    m_chart->setNotice(mint ? tr("Looking for trades of this token…")
                            : tr("Click a launch on the board, or paste a mint address into the search box."));
    if (mint) m_header->showUnknown(*mint);
}

void TokenPage::setBars(core::BarSpec bars) {
    m_intervals->setBars(bars);
}

void TokenPage::show(const core::pipeline::Snapshot& snapshot) {
    const QString watermark = snapshot.mode == core::pipeline::Mode::Replay      ? tr("REPLAY")
                              : snapshot.mode == core::pipeline::Mode::Simulated ? tr("SIMULATED")
                                                                                 : QString();
    m_chart->setWatermark(watermark);
    m_charts->show(snapshot, watermark);
    if (!m_mint) return;
    const auto& detail = snapshot.selected;
    if (!detail || detail->row.mint != *m_mint) {
        m_chart->setNotice(tr("This mint is not known yet, it is not among what was seen in this session (%1). "
                              "It opens by itself when its first trade arrives.")
                               .arg(format::counted(format::Noun::Coin, snapshot.knownTokens)));
        return;
    }
    m_header->show(detail->row, snapshot.asOfTime, snapshot.solDollars);
    m_chart->setNotice(detail->candles.size() == 0 ? tr("No trades of this token were seen yet.") : QString());
    m_chart->setDollarRate(snapshot.solDollars);
    m_chart->show(detail, snapshot.asOfTime);
    m_chart->setDollarRate(snapshot.solDollars);
    showOnChart(*detail);
    m_header->showPeople(detail->people);
    m_tabs->show(detail, snapshot.solDollars);
}

void TokenPage::showBarMakers(std::int64_t from, std::int64_t to) {
    if (!m_mint || to <= from) return;
    const core::pipeline::TimeRange range{from, to};
    m_tabs->setMakersRange(range);
    emit makersAsked(range);
}

void TokenPage::showBarTable() {
    auto* table = m_chart->findChild<BarTable*>();
    if (table == nullptr) {
        table = new BarTable(*m_chart);
        connect(table, &BarTable::said, this, &TokenPage::said);
    }
    table->show();
    table->raise();
    table->activateWindow();
}

bool TokenPage::wantsHolderHistory() const {
    return std::any_of(m_chart->tracks().begin(), m_chart->tracks().end(),
                       [](const auto& track) { return track->kind().needsPeople; });
}

void TokenPage::lightCluster(std::uint32_t cluster) {
    m_tabs->light(cluster);
    m_chart->highlightCluster(cluster);
}

void TokenPage::openMap() {
    if (!m_tabs->mapApart() && m_tabs->current() != TokenTabs::Map) {
        // A map of the height of a table shows nothing: it takes two thirds, and gives them back.
        m_sizesBefore = m_splitter->sizes();
        const int all = m_splitter->height();
        if (m_sizesBefore.size() == 2 && 3 * m_sizesBefore[1] < 2 * all)
            m_splitter->setSizes({all / 3, 2 * all / 3});
        m_tabs->choose(TokenTabs::Map);
    }
    m_tabs->map().focusMap();
}

void TokenPage::leaveMap() {
    if (!m_sizesBefore.isEmpty()) m_splitter->setSizes(std::exchange(m_sizesBefore, {}));
}

void TokenPage::paintChartNow() {
    m_chart->repaint();
}

void TokenPage::focusChart() {
    m_chart->setFocus(Qt::OtherFocusReason);
}

void TokenPage::copyAddress() {
    m_header->copyAddress();
}

}  // namespace ui
