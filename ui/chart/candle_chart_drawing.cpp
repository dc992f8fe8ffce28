// SPDX-License-Identifier: GPL-3.0-or-later
// Drawings of the chart: tools, dragging, undo, keeping.
#include "core/model/quote_asset.h"
#include "ui/chart/candle_chart.h"

#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr double kMagnetReach = 14;  // pixels

}  // namespace

void CandleChart::setTool(std::optional<DrawingKind> tool) {
    if (m_drawings->edited() && m_grip == Grip::None) {
        m_drawings->setEdited(std::nullopt);
        repaintAll();
    }
    if (tool == m_tool) return;
    m_tool = tool;
    emit toolChanged();
}

void CandleChart::cancelTool() {
    m_drawings->setEdited(std::nullopt);
    m_handle.reset();
    m_overlayState.measure.reset();
    if (m_note) m_note->deleteLater();
    m_note = nullptr;
    setTool(std::nullopt);
    repaintAll();
}

DrawingPoint CandleChart::snapped(const QPointF& at) const {
    DrawingPoint out = m_drawings->point(at);
    if (!m_settings.magnet || m_series.empty()) return out;
    const double key = std::clamp(std::round(m_view.keyAt(at.x() - m_panes->left())), 0.0,
                                  static_cast<double>(m_series.size()) - 1);
    const Bar& bar = m_scene.shown->at(static_cast<std::size_t>(key));
    double nearest = kMagnetReach;
    for (const double price : {bar.open, bar.high, bar.low, bar.close}) {
        const double away = std::abs(pixelOf(key, price).y() - at.y());
        if (away < nearest) {
            nearest = away;
            out = {m_times->time(key), price};
        }
    }
    return out;
}

void CandleChart::beginDrawing(const QPointF& at) {
    m_grip = Grip::NewDrawing;
    m_handle.reset();
    Drawing drawing;
    drawing.kind = *m_tool;
    drawing.points = {snapped(at), snapped(at)};
    m_drawings->setEdited(drawing);
    repaintAll();
}

void CandleChart::moveDrawing(const QPointF& at) {
    if (m_grip == Grip::Drawing) {
        const Drawing* kept = m_drawings->selected() ? m_shared->book.find(*m_drawings->selected()) : nullptr;
        if (!kept) return;
        Drawing moved = *kept;
        const DrawingPoint to = snapped(at);
        if (m_handle) {
            moved.points[*m_handle] = to;
        } else {
            const DrawingPoint raw = m_drawings->point(at);
            for (DrawingPoint& point : moved.points) {
                // By bars, not by seconds: over a quiet gap the drawing keeps its shape.
                const double bars = m_times->key(raw.time) - m_times->key(m_grabbed.time);
                point.time = m_times->time(m_times->key(point.time) + bars);
                point.price += raw.price - m_grabbed.price;
            }
            if (moved.pointCount() == 1 && moved.kind != DrawingKind::VerticalLine && m_settings.magnet)
                moved.points[0].price = to.price;
        }
        m_drawings->setEdited(moved);
    } else if (m_drawings->edited()) {
        Drawing moved = *m_drawings->edited();
        moved.points[moved.pointCount() - 1] = snapped(at);
        m_drawings->setEdited(moved);
    }
    repaintAll();
}

void CandleChart::finishDrawing() {
    // Another chart of the coin may have removed what was being moved.
    if (!m_drawings->edited()) return;
    Drawing drawing = *m_drawings->edited();
    if (drawing.kind == DrawingKind::AlertLine) drawing.unit = alertUnit();
    m_drawings->setEdited(std::nullopt);
    m_handle.reset();
    if (drawing.id != 0) {
        m_shared->book.replace(drawing);
    } else if (drawing.kind == DrawingKind::Note) {
        editNote(drawing);
        setTool(std::nullopt);
        return;
    } else {
        const auto id = m_shared->book.add(drawing);
        if (!id) emit said(tr("No more than %1 drawings of a token.").arg(DrawingBook::kMostDrawings));
        m_drawings->select(id);
        setTool(std::nullopt);
    }
    const bool alert = drawing.kind == DrawingKind::AlertLine;
    drawingsChanged();
    if (alert && m_drawings->selected()) emit alertLineMoved(*m_drawings->selected(), drawing.points[0].price);
}

void CandleChart::editNote(const Drawing& drawing) {
    if (m_note) m_note->deleteLater();
    m_note = new QLineEdit(this);
    m_note->setObjectName(QStringLiteral("noteEntry"));
    m_note->setAccessibleName(tr("Text of the note"));
    m_note->setMaxLength(static_cast<int>(DrawingBook::kLongestNote));
    m_note->setPlaceholderText(tr("note, Enter to keep"));
    const QPointF at = m_drawings->pixel(drawing.points[0]);
    m_note->setGeometry(std::clamp(static_cast<int>(at.x()), 0, std::max(m_panes->right() - 220, 0)),
                        std::max(static_cast<int>(at.y()) - 24, 0), 220, 24);
    connect(m_note, &QLineEdit::returnPressed, this, [this, drawing] {
        Drawing note = drawing;
        note.text = m_note->text().simplified();
        m_note->deleteLater();
        m_note = nullptr;
        setFocus(Qt::OtherFocusReason);
        if (note.text.isEmpty()) return;
        m_drawings->select(m_shared->book.add(note));
        drawingsChanged();
    });
    m_note->show();
    m_note->setFocus(Qt::OtherFocusReason);
}

void CandleChart::drawingsChanged() {
    keepDrawings();
    emit m_shared->changed();
}

// This chart or another one of the coin changed them.
void CandleChart::takeDrawings() {
    const auto gone = [this](std::uint64_t id) { return id != 0 && m_shared->book.find(id) == nullptr; };
    if (m_drawings->selected() && gone(*m_drawings->selected())) m_drawings->select(std::nullopt);
    if (m_drawings->edited() && gone(m_drawings->edited()->id)) cancelTool();
    emit alertLinesChanged();
    repaintAll();
}

void CandleChart::undoDrawing() {
    m_shared->book.undo();
    drawingsChanged();
}

void CandleChart::redoDrawing() {
    m_shared->book.redo();
    drawingsChanged();
}

void CandleChart::removeSelectedDrawing() {
    if (!m_drawings->selected()) return;
    m_shared->book.remove(*m_drawings->selected());
    m_drawings->select(std::nullopt);
    drawingsChanged();
}

void CandleChart::addAlertLine(double price) {
    if (!m_hasToken || !(price > 0) || m_series.empty()) return;
    Drawing line;
    line.kind = DrawingKind::AlertLine;
    line.points[0] = {static_cast<double>(m_series.at(m_series.size() - 1).openTime), price};
    line.unit = alertUnit();
    const auto id = m_shared->book.add(line);
    if (!id) return;
    m_drawings->select(id);
    drawingsChanged();
    emit alertLineMoved(*id, price);
}

std::vector<Drawing> CandleChart::alertLines() const {
    std::vector<Drawing> out;
    std::copy_if(m_shared->book.all().begin(), m_shared->book.all().end(), std::back_inserter(out),
                 [](const Drawing& one) { return one.kind == DrawingKind::AlertLine; });
    return out;
}

// In which unit a rule can be told the price of this coin.
QString CandleChart::alertUnit() const {
    if (!m_detail) return {};
    const core::Mint& quote = m_detail->row.quoteMint;
    if (quote == core::wrappedSolMint()) return QStringLiteral("SOL");
    return core::quoteAsset(quote) != nullptr ? QStringLiteral("USD") : QString();
}

double CandleChart::alertPrice() const {
    const auto& cursor = m_overlayState.cursor;
    if (cursor && m_panes->paneAt(cursor->y()) == &m_panes->front()) return m_drawings->point(*cursor).price;
    if (m_overlayState.readBar) return m_series.at(*m_overlayState.readBar).close;
    return m_overlayState.lastPrice.value_or(0);
}

QString CandleChart::drawingsName() const {
    return QStringLiteral("drawings-") + m_mintText;
}

void CandleChart::keepDrawings() {
    if (m_store && m_hasToken && !m_store->write(drawingsName(), m_shared->book.toJson()))
        emit said(tr("The drawings could not be kept."));
}

void CandleChart::share(std::shared_ptr<SharedDrawings> drawings) {
    if (m_shared) m_shared->disconnect(this);
    m_shared = std::move(drawings);
    connect(m_shared.get(), &SharedDrawings::changed, this, &CandleChart::takeDrawings);
    m_drawings->setBook(&m_shared->book);
    m_drawings->select(std::nullopt);
    m_drawings->setEdited(std::nullopt);
}

void CandleChart::loadDrawings() {
    share(m_store && m_hasToken ? m_store->drawings(drawingsName()) : std::make_shared<SharedDrawings>());
    if (!m_shared->readable) emit said(tr("The drawings of this token could not be read."));
    emit alertLinesChanged();
}

bool CandleChart::drawingKey(QKeyEvent* event) {
    const bool control = event->modifiers() & Qt::ControlModifier;
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    const bool alt = event->modifiers() & Qt::AltModifier;
    const bool plain = !control && !alt;
    switch (event->key()) {
        case Qt::Key_Escape:
            if (m_overlayState.help) {
                m_overlayState.help = false;
                touch();
            } else if (m_tool || m_drawings->edited() || m_overlayState.measure || m_note) {
                cancelTool();
            } else if (m_drawings->selected() || m_highlight != 0) {
                m_drawings->select(std::nullopt);
                highlightCluster(0);
                repaintAll();
            } else {
                return false;
            }
            return true;
        case Qt::Key_Delete:
        case Qt::Key_Backspace: removeSelectedDrawing(); return true;
        case Qt::Key_Z:
            if (!control) return false;
            shift ? redoDrawing() : undoDrawing();
            return true;
        case Qt::Key_S:
            if (!control) return false;
            shift ? copyScreenshot() : saveScreenshot();
            return true;
        case Qt::Key_A:
            if (!plain) return false;
            addAlertLine(alertPrice());
            return true;
        case Qt::Key_H:
            if (alt) {
                setTool(DrawingKind::HorizontalLine);
            } else if (plain) {
                m_overlayState.help = !m_overlayState.help;
                touch();
            } else {
                return false;
            }
            return true;
        case Qt::Key_T:
            if (!alt) return false;
            setTool(DrawingKind::TrendLine);
            return true;
        case Qt::Key_V:
            if (!alt) return false;
            setTool(DrawingKind::VerticalLine);
            return true;
        default: return false;
    }
}

}  // namespace ui
