// SPDX-License-Identifier: GPL-3.0-or-later
// Panes, indicators and settings of the chart.
#include "ui/chart/candle_chart.h"

#include "ui/chart/chart_plottables.h"

#include <algorithm>

namespace ui {
namespace {

const QString kVolume = QStringLiteral("volume");
const QString kPeople = QStringLiteral("people");
const QString kSettings = QStringLiteral("chart-settings");
constexpr double kVolumeWeight = 1;
constexpr double kPeopleWeight = 1.1;
constexpr double kIndicatorWeight = 1.1;

QSharedPointer<QCPAxisTicker> numbers(const QString& suffix = {}) {
    return QSharedPointer<QCPAxisTicker>(new NumberTicker(suffix));
}

}  // namespace

IndicatorTrack* CandleChart::track(const QString& id) const {
    const auto at =
        std::find_if(m_tracks.begin(), m_tracks.end(), [&](const auto& one) { return one->id() == id; });
    return at == m_tracks.end() ? nullptr : at->get();
}

void CandleChart::syncPanes() {
    const auto weight = [&](const QString& id, double standard) {
        return m_settings.weights.value(id).toDouble(standard);
    };
    const auto want = [&](const QString& id, bool wanted, double standard, const QString& suffix, int ticks) {
        if (wanted && !m_panes->find(id)) m_panes->add(id, weight(id, standard), numbers(suffix), ticks);
        return wanted ? m_panes->find(id) : nullptr;
    };
    if (const ChartPane* pane = want(kVolume, m_settings.volume, kVolumeWeight, {}, 2)) {
        if (!m_volumes) m_volumes = new VolumePlottable(*pane, m_scene);
    } else if (m_panes->find(kVolume)) {
        if (m_volumes) removePlottable(m_volumes);
        m_volumes = nullptr;
    }
    const bool bands = m_settings.people && m_people && !m_people->bands.empty();
    if (const ChartPane* pane = want(kPeople, bands, kPeopleWeight, QStringLiteral("%"), 2)) {
        if (!m_bands) m_bands = new PositionBands(*pane, m_scene);
        m_bands->setPeople(m_people);
        m_bands->setHighlight(m_highlight);
    } else if (m_bands) {
        removePlottable(m_bands);
        m_bands = nullptr;
    }
    // Plottables go before the panes they stand in.
    for (auto at = m_trackPlottables.begin(); at != m_trackPlottables.end();) {
        const IndicatorTrack* known = track(at->first);
        const bool overVolume = known && known->kind().place == core::indicator::Place::OverVolume;
        if (known && !(overVolume && !m_settings.volume)) {
            ++at;
            continue;
        }
        removePlottable(at->second);
        at = m_trackPlottables.erase(at);
    }
    std::vector<QString> gone;
    for (const auto& pane : m_panes->panes()) {
        const bool kept = pane->id == m_panes->front().id || (pane->id == kVolume && m_settings.volume) ||
                          (pane->id == kPeople && bands) || track(pane->id);
        if (!kept) gone.push_back(pane->id);
    }
    for (const QString& id : gone) m_panes->remove(id);
    for (const auto& one : m_tracks) {
        if (m_trackPlottables.contains(one->id())) continue;
        const ChartPane* pane = nullptr;
        switch (one->kind().place) {
            case core::indicator::Place::OverPrice: pane = &m_panes->front(); break;
            case core::indicator::Place::OverVolume: pane = m_panes->find(kVolume); break;
            case core::indicator::Place::OwnPane:
                pane =
                    want(one->id(), true, kIndicatorWeight,
                         one->kind().unit == core::indicator::Unit::Percent ? QStringLiteral("%") : QString(), 3);
                break;
        }
        if (pane) m_trackPlottables[one->id()] = new TrackPlottable(*pane, m_scene, *one);
    }
    m_panes->layout();
}

QString CandleChart::addIndicator(const QString& kind, const std::vector<double>& parameters) {
    const core::indicator::Kind* found = core::indicator::find(kind.toStdString());
    if (!found) return {};
    const QString id = kind + u'-' + QString::number(++m_indicatorNumber);
    std::size_t color = 0;
    for (const auto& one : m_tracks) color += one->kind().lines.size() == 3 ? 2 : one->kind().lines.size();
    m_tracks.push_back(std::make_unique<IndicatorTrack>(*found, parameters, id, color));
    m_tracks.back()->update(m_series.bars(), 0, m_people ? &m_people->holders : nullptr);
    syncPanes();
    keepSettings();
    applyView();
    return id;
}

void CandleChart::removeIndicator(const QString& id) {
    const auto at =
        std::find_if(m_tracks.begin(), m_tracks.end(), [&](const auto& one) { return one->id() == id; });
    if (at == m_tracks.end()) return;
    const auto removed = std::move(*at);
    m_tracks.erase(at);
    syncPanes();
    keepSettings();
    applyView();
}

void CandleChart::setIndicatorParameters(const QString& id, const std::vector<double>& parameters) {
    IndicatorTrack* one = track(id);
    if (!one) return;
    one->setParameters(parameters);
    one->update(m_series.bars(), 0, m_people ? &m_people->holders : nullptr);
    keepSettings();
    applyView();
}

void CandleChart::setIndicatorVisible(const QString& id, bool visible) {
    IndicatorTrack* one = track(id);
    if (!one) return;
    one->setVisible(visible);
    keepSettings();
    applyView();
}

void CandleChart::growPane(const QString& id, double by) {
    m_panes->grow(id, by);
    keepSettings();
    applyView();
}

void CandleChart::setStyle(BarStyle style) {
    m_settings.style = style;
    if (style == BarStyle::HeikinAshi) m_heikinAshi.update(m_series.bars(), 0);
    keepSettings();
    applyView();
}

void CandleChart::setGapsShown(bool on) {
    if (m_settings.fillGaps == on) return;
    m_settings.fillGaps = on;
    m_candleVersion = 0;
    if (m_detail) take(*m_detail, m_asOf);
    keepSettings();
}

void CandleChart::setBarsJoined(bool on) {
    if (m_settings.joined == on) return;
    m_settings.joined = on;
    m_candleVersion = 0;
    if (m_detail) take(*m_detail, m_asOf);
    keepSettings();
}

void CandleChart::setMagnet(bool on) {
    m_settings.magnet = on;
    keepSettings();
}

void CandleChart::setVolumeShown(bool on) {
    m_settings.volume = on;
    syncPanes();
    keepSettings();
    applyView();
}

void CandleChart::setPeopleShown(bool on) {
    m_settings.people = on;
    syncPanes();
    keepSettings();
    applyView();
}

void CandleChart::setLaneShown(bool on) {
    m_settings.lane = on;
    m_markers->setLaneShown(on);
    keepSettings();
    applyView();
}

void CandleChart::setDrawingsShown(bool on) {
    m_settings.drawings = on;
    m_drawings->setShown(on);
    keepSettings();
    repaintAll();
}

void CandleChart::setMarkersShown(MarkerKind kind, bool on) {
    m_settings.markers.shown[static_cast<std::size_t>(kind)] = on;
    m_markers->setShown(kind, on);
    keepSettings();
    applyView();
}

void CandleChart::setZoomAnchor(ZoomAnchor anchor) {
    m_settings.anchor = anchor;
    m_view.setZoomAnchor(anchor);
    keepSettings();
}

void CandleChart::setSettings(const ChartSettings& settings) {
    m_settings = settings;
    for (auto& [id, plottable] : m_trackPlottables) removePlottable(plottable);
    m_trackPlottables.clear();
    m_tracks.clear();
    std::size_t color = 0;
    for (const IndicatorSetting& one : m_settings.indicators) {
        const core::indicator::Kind* found = core::indicator::find(one.kind.toStdString());
        if (!found) continue;
        m_tracks.push_back(std::make_unique<IndicatorTrack>(
            *found, one.parameters, one.kind + u'-' + QString::number(++m_indicatorNumber), color));
        m_tracks.back()->setVisible(one.visible);
        m_tracks.back()->update(m_series.bars(), 0, m_people ? &m_people->holders : nullptr);
        color += found->lines.size() == 3 ? 2 : found->lines.size();
    }
    for (std::size_t i = 0; i < kMarkerKinds; ++i)
        m_markers->setShown(static_cast<MarkerKind>(i), m_settings.markers.shown[i]);
    m_markers->setLaneShown(m_settings.lane);
    m_drawings->setShown(m_settings.drawings);
    m_view.setZoomAnchor(m_settings.anchor);
    if (m_settings.style == BarStyle::HeikinAshi) m_heikinAshi.update(m_series.bars(), 0);
    m_candleVersion = 0;
    if (m_detail) take(*m_detail, m_asOf);
    syncPanes();
    // Weights of indicator panes are kept by their place in the list, ids are of this start.
    std::vector<std::pair<QString, double>> weights;
    for (const auto& pane : m_panes->panes()) {
        const IndicatorTrack* own = track(pane->id);
        const auto place = own ? std::find_if(m_tracks.begin(), m_tracks.end(),
                                              [&](const auto& one) { return one.get() == own; }) -
                                     m_tracks.begin()
                               : 0;
        const QString key = own ? QString::number(place) : pane->id;
        if (m_settings.weights.contains(key))
            weights.emplace_back(pane->id, m_settings.weights.value(key).toDouble());
    }
    for (const auto& [id, weight] : weights)
        if (ChartPane* pane = m_panes->find(id)) pane->weight = std::clamp(weight, PaneStack::kLeastWeight, 20.0);
    m_panes->paint();
    keepSettings();
    applyView();
}

void CandleChart::keepSettings() {
    m_settings.indicators.clear();
    for (const auto& one : m_tracks) {
        const std::string_view kind = one->kind().id;
        m_settings.indicators.push_back({QString::fromUtf8(kind.data(), static_cast<qsizetype>(kind.size())),
                                         one->parameters(), one->visible()});
    }
    QJsonObject weights;
    for (const auto& pane : m_panes->panes()) {
        const auto own =
            std::find_if(m_tracks.begin(), m_tracks.end(), [&](const auto& one) { return one->id() == pane->id; });
        weights.insert(own == m_tracks.end() ? pane->id : QString::number(own - m_tracks.begin()), pane->weight);
    }
    m_settings.weights = weights;
    if (m_store) m_store->write(kSettings, m_settings.toJson());
    emit settingsChanged();
}

void CandleChart::loadSettings() {
    const QByteArray kept = m_store ? m_store->read(kSettings) : QByteArray();
    if (!kept.isEmpty()) setSettings(ChartSettings::fromJson(kept));
}

void CandleChart::setStore(ChartStore* store) {
    m_store = store;
    loadSettings();
    loadDrawings();
    repaintAll();
}

void CandleChart::setPeople(std::shared_ptr<const ChartPeople> people) {
    if (people == m_people) return;
    m_people = std::move(people);
    m_markers->setPeople(m_people);
    for (const auto& one : m_tracks)
        if (one->kind().needsPeople)
            one->update(m_series.bars(), m_series.size(), m_people ? &m_people->holders : nullptr);
    syncPanes();
    applyView();
    emit peopleChanged();
}

void CandleChart::setBarPeople(std::int64_t openTime, std::vector<BarPeopleRow> rows) {
    const auto bar = m_overlayState.readBar;
    if (!bar || *bar >= m_series.size() || m_series.at(*bar).openTime != openTime) return;
    m_overlayState.people = std::move(rows);
    touch();
}

void CandleChart::highlightCluster(std::uint32_t cluster) {
    if (cluster == m_highlight) return;
    m_highlight = cluster;
    m_markers->setHighlight(cluster);
    if (m_bands) m_bands->setHighlight(cluster);
    repaintAll();
}

}  // namespace ui
