// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_bar.h"

#include "ui/chart/candle_chart.h"
#include "ui/chart/chart_menu.h"
#include "ui/chart/people_style.h"
#include "ui/theme/palette.h"
#include "ui/theme/small_controls.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace ui {
namespace {

constexpr int kChipGap = 2;
constexpr std::size_t kMostChips = 4;
constexpr qsizetype kLongestName = 14;

QToolButton* barButton(const QString& name, const QString& text) {
    QToolButton* button = theme::flatButton(name, text);
    button->setFont({});
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QFrame* divider() {
    auto* out = new QFrame;
    out->setFixedSize(1, 14);
    out->setStyleSheet(QStringLiteral("background:") + theme::palette().line.name());
    return out;
}

}  // namespace

ChartBar::ChartBar(CandleChart& chart, QWidget* parent) : QWidget(parent), m_chart(chart) {
    setObjectName(QStringLiteral("chartBar"));
    setAccessibleName(tr("Chart tools"));
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(8, 1, 8, 1);
    m_row->setSpacing(1);
    addMenu(QStringLiteral("chartStyle"), tr("Style ▾"), &fillStyleMenu);
    m_row->addWidget(divider());
    m_marketCap = addToggle(QStringLiteral("chartMarketCap"), tr("MCap"), tr("Market cap instead of price"));
    m_dollars = addToggle(QStringLiteral("chartDollars"), tr("USD"), tr("US dollars at the present rate"));
    m_logarithmic = addToggle(QStringLiteral("chartLog"), tr("Log"), tr("Logarithmic scale (L)"));
    m_percent = addToggle(QStringLiteral("chartPercent"), tr("%"), tr("Change since the first bar in view"));
    addMenu(QStringLiteral("chartScale"), tr("Scale ▾"), &fillScaleMenu);
    m_row->addWidget(divider());
    addMenu(QStringLiteral("chartIndicators"), tr("Indicators ▾"), &fillIndicatorMenu);
    m_draw = addMenu(QStringLiteral("chartDraw"), tr("Draw ▾"), &fillDrawMenu);
    addMenu(QStringLiteral("chartShow"), tr("Show ▾"), &fillShowMenu);
    QToolButton* picture = barButton(QStringLiteral("chartPicture"), tr("Picture"));
    picture->setAccessibleName(tr("Save a picture of the chart"));
    picture->setToolTip(tr("Save a picture of the chart (Ctrl+S), copy it (Ctrl+Shift+S)"));
    connect(picture, &QToolButton::clicked, &m_chart, &CandleChart::saveScreenshot);
    m_row->addWidget(picture);
    m_chipArea = new QWidget;
    m_chipArea->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_chips = new QHBoxLayout(m_chipArea);
    m_chips->setContentsMargins(0, 0, 0, 0);
    m_chips->setSpacing(kChipGap);
    m_chips->addStretch();
    m_row->addWidget(m_chipArea, 1);
    connect(m_marketCap, &QToolButton::clicked, &m_chart, &CandleChart::setMarketCap);
    connect(m_dollars, &QToolButton::clicked, &m_chart, &CandleChart::setDollars);
    connect(m_logarithmic, &QToolButton::clicked, &m_chart, &CandleChart::setLogarithmic);
    connect(m_percent, &QToolButton::clicked, &m_chart,
            [this](bool on) { m_chart.setPriceScale(on ? PriceScale::Percent : PriceScale::Linear); });
    connect(&m_chart, &CandleChart::settingsChanged, this, &ChartBar::follow);
    connect(&m_chart, &CandleChart::toolChanged, this, &ChartBar::follow);
    connect(&m_chart, &CandleChart::peopleChanged, this, &ChartBar::followClusters);
    follow();
}

QToolButton* ChartBar::addToggle(const QString& name, const QString& text, const QString& tip) {
    QToolButton* button = barButton(name, text);
    button->setCheckable(true);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    m_row->addWidget(button);
    return button;
}

QToolButton* ChartBar::addMenu(const QString& name, const QString& text, void (*fill)(QMenu&, CandleChart&)) {
    QToolButton* button = barButton(name, text);
    QString spoken = text;
    button->setAccessibleName(spoken.remove(QStringLiteral(" ▾")));
    button->setPopupMode(QToolButton::InstantPopup);
    button->setStyleSheet(QStringLiteral("QToolButton::menu-indicator{image:none;width:0}"));
    auto* menu = new QMenu(button);
    // Filled when it opens: what is chosen may have been changed elsewhere.
    connect(menu, &QMenu::aboutToShow, this, [this, menu, fill] {
        menu->clear();
        fill(*menu, m_chart);
    });
    button->setMenu(menu);
    m_row->addWidget(button);
    return button;
}

void ChartBar::follow() {
    const ChartSettings& settings = m_chart.settings();
    m_marketCap->setChecked(settings.marketCap);
    m_dollars->setChecked(settings.dollars);
    m_logarithmic->setChecked(settings.scale == PriceScale::Logarithmic);
    m_percent->setChecked(settings.scale == PriceScale::Percent);
    m_draw->setProperty("active", m_chart.tool().has_value());
    m_draw->setText(m_chart.tool() ? tr("Drawing… ▾") : tr("Draw ▾"));
}

void ChartBar::followClusters() {
    for (QToolButton* chip : m_clusters) {
        chip->hide();
        chip->deleteLater();
    }
    m_clusters.clear();
    const ChartPeople* people = m_chart.markers().people();
    if (!people) return;
    for (std::size_t i = 0; i < std::min(people->bands.size(), kMostChips); ++i) {
        const PositionBand& band = people->bands[i];
        QString name = band.name.left(kLongestName);
        for (QChar& letter : name)
            if (letter.category() == QChar::Other_Control || letter.category() == QChar::Other_Format)
                letter = u' ';
        QToolButton* chip = barButton(QStringLiteral("cluster%1").arg(band.cluster), QStringLiteral("■ ") + name);
        const QColor color = band.color.isValid() ? band.color : clusterColor(band.cluster);
        chip->setStyleSheet(QStringLiteral("color:") + color.name());
        chip->setCheckable(true);
        chip->setAccessibleName(tr("Point out %1").arg(name));
        chip->setToolTip(tr("Point out this cluster; Esc ends it"));
        connect(chip, &QToolButton::clicked, this, [this, chip, cluster = band.cluster](bool on) {
            for (QToolButton* other : m_clusters)
                if (other != chip) other->setChecked(false);
            m_chart.highlightCluster(on ? cluster : 0);
        });
        m_clusters.push_back(chip);
        m_chips->addWidget(chip);
    }
    fitClusters();
}

void ChartBar::fitClusters() {
    int left = m_chipArea->width();
    for (QToolButton* chip : m_clusters) {
        left -= chip->sizeHint().width() + kChipGap;
        chip->setVisible(left >= 0);
    }
}

void ChartBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    // The area beside the tools gets its width with the layout that follows.
    if (QLayout* row = layout()) row->activate();
    fitClusters();
}

}  // namespace ui
