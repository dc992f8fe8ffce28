// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/marker_layer.h"

#include "ui/chart/people_style.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr int kGlyph = 15;   // pixels across
constexpr double kRow = 17;  // pixels from row to row
constexpr double kGap = 12;  // pixels from the bar to the middle of the first row
constexpr double kLaneHeight = 15;
constexpr std::size_t kMostListed = 14;
constexpr std::size_t kMostGlyphs = 4096;

QString line(const QString& text) {
    QString out = text.left(160);
    for (QChar& letter : out)
        if (letter.category() == QChar::Other_Control || letter.category() == QChar::Other_Format) letter = u' ';
    return out;
}

QString moveSign(MarkerMove move) {
    switch (move) {
        case MarkerMove::Buy: return QStringLiteral("▲ ");
        case MarkerMove::Sell: return QStringLiteral("▼ ");
        case MarkerMove::Received: return QStringLiteral("△ ");
        case MarkerMove::Sent: return QStringLiteral("▽ ");
    }
    return {};
}

QString clock(std::int64_t time) {
    return QDateTime::fromSecsSinceEpoch(time, Qt::UTC).toString(QStringLiteral("HH:mm:ss "));
}

}  // namespace

MarkerLayer::MarkerLayer(QCustomPlot* plot, const ChartPane& pane, const ChartScene& scene)
    : QCPLayerable(plot, QStringLiteral("marks")), m_pane(pane), m_scene(scene) {}

void MarkerLayer::setPeople(std::shared_ptr<const ChartPeople> people) {
    m_people = std::move(people);
    m_groups.clear();
    m_lane.clear();
}

void MarkerLayer::applyDefaultAntialiasingHint(QCPPainter* painter) const {
    painter->setAntialiasing(false);
}

QRect MarkerLayer::clipRect() const {
    return m_pane.rect->rect();
}

void MarkerLayer::prepare(const ChartViewport& view, const TimeMap& times) {
    m_groups.clear();
    m_lane.clear();
    if (!m_people || m_scene.shown->empty()) return;
    m_groups = groupMarkers(*m_people, m_filter, m_scene, times, view, kGlyph);
    if (m_laneShown) prepareLane(view, times);
}

void MarkerLayer::prepareLane(const ChartViewport& view, const TimeMap& times) {
    for (std::size_t i = 0; i < m_people->events.size(); ++i) {
        const double key = std::floor(times.key(static_cast<double>(m_people->events[i].time)) + 0.5);
        if (key < view.lower() || key > view.upper()) continue;
        const double x = m_pane.rect->left() + view.xOf(std::max(key, 0.0));
        if (!m_lane.empty() && x - m_lane.back().x < kGlyph)
            m_lane.back().events.push_back(i);
        else
            m_lane.push_back({x, {i}});
    }
}

QPointF MarkerLayer::position(const MarkerGroup& group) const {
    const PaneScale scale = m_pane.scale(m_scene.pixelRatio);
    const double away = kGap + group.row * kRow;
    const double y = scale.y(group.price) + (comesIn(group.move) ? away : -away);
    // A glyph beyond the edge of the pane would tell nothing.
    return {scale.snapped(scale.x(group.key)),
            scale.snapped(std::clamp(y, m_pane.rect->top() + 26.0, m_pane.rect->bottom() - kGlyph / 2.0 - 1))};
}

const MarkerGroup* MarkerLayer::groupAt(const QPointF& at) const {
    const MarkerGroup* best = nullptr;
    double nearest = kGlyph / 2.0 + 2;
    for (const MarkerGroup& group : m_groups) {
        const QPointF offset = position(group) - at;
        const double distance = std::hypot(offset.x(), offset.y());
        if (distance <= nearest) {
            nearest = distance;
            best = &group;
        }
    }
    return best;
}

QString MarkerLayer::textAt(const QPointF& at) const {
    QStringList lines;
    if (const MarkerGroup* group = groupAt(at)) {
        for (const std::uint32_t index : group->markers) {
            if (static_cast<std::size_t>(lines.size()) == kMostListed) {
                lines.append(QObject::tr("and %1 more").arg(group->markers.size() - kMostListed));
                break;
            }
            const ChartMarker& marker = m_people->markers[index];
            lines.append(clock(marker.time) + moveSign(marker.move) + line(marker.text));
        }
    } else if (at.y() > m_pane.rect->bottom() - kLaneHeight) {
        for (const LaneMark& mark : m_lane)
            if (std::abs(mark.x - at.x()) <= kGlyph / 2.0)
                for (const std::size_t index : mark.events) {
                    const LaneEvent& event = m_people->events[index];
                    if (static_cast<std::size_t>(lines.size()) < kMostListed)
                        lines.append(clock(event.time) + laneName(event.kind) +
                                     (event.text.isEmpty() ? QString() : QStringLiteral(": ") + line(event.text)));
                }
    }
    return lines.join(u'\n');
}

QColor MarkerLayer::colorOf(const MarkerGroup& group) const {
    if (group.color.isValid()) return group.color;
    return group.cluster != 0 ? clusterColor(group.cluster) : kindColor(group.kind);
}

const QImage& MarkerLayer::glyph(const QColor& color, const QString& text, bool diamond, bool hollow) {
    const double ratio = m_scene.pixelRatio;
    if (ratio != m_glyphRatio || m_glyphs.size() > kMostGlyphs) {
        m_glyphs.clear();
        m_glyphRatio = ratio;
    }
    const QString name = color.name(QColor::HexArgb) + text + (diamond ? u'd' : u'c') + (hollow ? u'h' : u'f');
    const auto found = m_glyphs.find(name);
    if (found != m_glyphs.end()) return found->second;
    const auto side = static_cast<int>(std::ceil((kGlyph + 2) * ratio));
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box(1, 1, kGlyph, kGlyph);
    const QColor& ground = theme::palette().window;
    painter.setPen(QPen(hollow ? color : ground, 1));
    painter.setBrush(hollow ? ground : color);
    if (diamond)
        painter.drawPolygon(QPolygonF{{box.center().x(), box.top()},
                                      {box.right(), box.center().y()},
                                      {box.center().x(), box.bottom()},
                                      {box.left(), box.center().y()}});
    else
        painter.drawEllipse(box);
    painter.setPen(hollow ? color : ground);
    painter.setFont(theme::font(text.size() > 2 ? 7 : text.size() > 1 ? 8 : 9, true));
    painter.drawText(box, Qt::AlignCenter, text);
    return m_glyphs.emplace(name, image).first->second;
}

void MarkerLayer::draw(QCPPainter* painter) {
    for (const MarkerGroup& group : m_groups) {
        const std::size_t count = group.markers.size();
        const QString number = count > 99 ? QStringLiteral("99+") : QString::number(count);
        const QString letter = kindLetter(group.kind);
        const QString text = letter.isEmpty() ? number
                             : count == 1     ? letter
                                              : letter + (count > 9 ? QStringLiteral("+") : number);
        const QImage& image = glyph(colorOf(group), text, group.kind == MarkerKind::Lead,
                                    group.move == MarkerMove::Received || group.move == MarkerMove::Sent);
        const QPointF at = position(group);
        painter->setOpacity(m_highlight != 0 && group.cluster != m_highlight ? 0.22 : 1);
        painter->drawImage(QPointF(at.x() - (kGlyph + 2) / 2.0, at.y() - (kGlyph + 2) / 2.0), image);
    }
    painter->setOpacity(1);
    drawLane(painter);
}

void MarkerLayer::drawLane(QCPPainter* painter) {
    if (m_lane.empty()) return;
    const double y = m_pane.rect->bottom() - kLaneHeight;
    for (const LaneMark& mark : m_lane) {
        const LaneEvent& event = m_people->events[mark.events.front()];
        const QColor color = laneColor(event.kind);
        const QRectF box(m_scene.pixelRatio > 0 ? std::round(mark.x - 7) : 0, y, 14, kLaneHeight - 2);
        QColor stem = color;
        stem.setAlpha(70);
        painter->fillRect(QRectF(std::round(mark.x), m_pane.rect->top() + 24.0, 1, y - m_pane.rect->top() - 24),
                          stem);
        painter->fillRect(box, theme::palette().window);
        painter->setPen(QPen(color, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(box.adjusted(0, 0, -1, -1));
        painter->setFont(theme::font(9, true));
        painter->drawText(box, Qt::AlignCenter,
                          mark.events.size() > 1 ? QString::number(mark.events.size()) : laneLetter(event.kind));
    }
}

}  // namespace ui
