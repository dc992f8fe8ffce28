// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/drawing_book.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr std::array<const char*, kDrawingKinds> kNames{"hline",     "vline", "trend", "ray",
                                                        "rectangle", "note",  "alert"};
constexpr int kFormat = 1;
constexpr qsizetype kLongestUnit = 8;

std::optional<DrawingPoint> pointFrom(const QJsonValue& value) {
    const QJsonArray pair = value.toArray();
    if (pair.size() != 2 || !pair[0].isDouble() || !pair[1].isDouble()) return std::nullopt;
    const DrawingPoint out{pair[0].toDouble(), pair[1].toDouble()};
    if (!std::isfinite(out.time) || !std::isfinite(out.price) || std::abs(out.time) > 1e12 ||
        std::abs(out.price) > 1e30)
        return std::nullopt;
    return out;
}

}  // namespace

std::size_t Drawing::pointCount() const {
    return kind == DrawingKind::TrendLine || kind == DrawingKind::Ray || kind == DrawingKind::Rectangle ? 2 : 1;
}

const Drawing* DrawingBook::find(std::uint64_t id) const {
    const auto at =
        std::find_if(m_drawings.begin(), m_drawings.end(), [&](const Drawing& one) { return one.id == id; });
    return at == m_drawings.end() ? nullptr : &*at;
}

void DrawingBook::remember() {
    m_undo.push_back(m_drawings);
    if (m_undo.size() > kMostSteps) m_undo.erase(m_undo.begin());
    m_redo.clear();
}

std::optional<std::uint64_t> DrawingBook::add(Drawing drawing) {
    if (m_drawings.size() >= kMostDrawings) return std::nullopt;
    remember();
    drawing.id = m_nextId++;
    drawing.text = drawing.text.left(kLongestNote);
    m_drawings.push_back(drawing);
    return drawing.id;
}

void DrawingBook::replace(const Drawing& drawing) {
    const auto at = std::find_if(m_drawings.begin(), m_drawings.end(),
                                 [&](const Drawing& one) { return one.id == drawing.id; });
    if (at == m_drawings.end()) return;
    remember();
    *at = drawing;
}

void DrawingBook::remove(std::uint64_t id) {
    if (!find(id)) return;
    remember();
    std::erase_if(m_drawings, [&](const Drawing& one) { return one.id == id; });
}

void DrawingBook::undo() {
    if (m_undo.empty()) return;
    m_redo.push_back(std::move(m_drawings));
    m_drawings = std::move(m_undo.back());
    m_undo.pop_back();
}

void DrawingBook::redo() {
    if (m_redo.empty()) return;
    m_undo.push_back(std::move(m_drawings));
    m_drawings = std::move(m_redo.back());
    m_redo.pop_back();
}

QByteArray DrawingBook::toJson() const {
    QJsonArray list;
    for (const Drawing& drawing : m_drawings) {
        QJsonArray points;
        for (std::size_t i = 0; i < drawing.pointCount(); ++i)
            points.append(QJsonArray{drawing.points[i].time, drawing.points[i].price});
        QJsonObject one{
            {QStringLiteral("kind"), QString::fromLatin1(kNames[static_cast<std::size_t>(drawing.kind)])},
            {QStringLiteral("points"), points}};
        if (!drawing.unit.isEmpty()) one.insert(QStringLiteral("unit"), drawing.unit);
        if (!drawing.text.isEmpty()) one.insert(QStringLiteral("text"), drawing.text);
        list.append(one);
    }
    const QJsonObject root{{QStringLiteral("version"), kFormat}, {QStringLiteral("drawings"), list}};
    return QJsonDocument(root).toJson(QJsonDocument::Compact);
}

bool DrawingBook::fromJson(const QByteArray& json) {
    m_drawings.clear();
    m_undo.clear();
    m_redo.clear();
    if (json.isEmpty()) return true;
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    if (!root.value(QStringLiteral("drawings")).isArray()) return false;
    for (const QJsonValue& value : root.value(QStringLiteral("drawings")).toArray()) {
        if (m_drawings.size() >= kMostDrawings) break;
        const QJsonObject one = value.toObject();
        const QByteArray name = one.value(QStringLiteral("kind")).toString().toLatin1();
        const auto kind = std::find(kNames.begin(), kNames.end(), name);
        if (kind == kNames.end()) continue;
        Drawing drawing;
        drawing.kind = static_cast<DrawingKind>(kind - kNames.begin());
        drawing.text = one.value(QStringLiteral("text")).toString().left(kLongestNote);
        drawing.unit = one.value(QStringLiteral("unit")).toString().left(kLongestUnit);
        const QJsonArray points = one.value(QStringLiteral("points")).toArray();
        bool whole = static_cast<std::size_t>(points.size()) == drawing.pointCount();
        for (std::size_t i = 0; whole && i < drawing.pointCount(); ++i) {
            const auto point = pointFrom(points[static_cast<qsizetype>(i)]);
            whole = point.has_value();
            if (point) drawing.points[i] = *point;
        }
        if (!whole) continue;
        drawing.id = m_nextId++;
        m_drawings.push_back(drawing);
    }
    return true;
}

}  // namespace ui
