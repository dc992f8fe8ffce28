// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/layout/layout_worker.h"
#include "ui/map/map_discs.h"
#include "ui/map/map_grid.h"
#include "ui/map/map_looks.h"
#include "ui/map/map_scene.h"
#endif

#include <QHash>
#include <QImage>
#include <QPolygonF>
#include <QWidget>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <vector>

class QMenu;

namespace ui {

/// The cluster map: bubbles sized by holding, in the colours of their clusters, with the links between them.
/// Wheel zooms about the pointer, a drag pans, a drag on a bubble pins it, F fits, Esc clears. Places are found on
/// a thread of its own; what did not change stays where it is. Thread: GUI.
class MapView final : public QWidget {
    Q_OBJECT
public:
    explicit MapView(QWidget* parent = nullptr);
    ~MapView() override;

    /// Shows a graph; of another coin everything begins anew. Null empties the map.
    void setGraph(std::shared_ptr<const core::pipeline::CoinGraph> graph);
    void setConfidence(double least);
    /// Unix seconds; now when empty.
    void setUntil(std::optional<std::int64_t> until);
    /// Colours densely linked parts of a cluster apart; says nothing about who is linked.
    void setSubGroups(bool shown);
    /// The next drag draws a loop instead of moving the map.
    void setLasso(bool on);
    [[nodiscard]] bool lasso() const { return m_lasso; }
    /// Marks a cluster by its number; 0 for none.
    void light(std::uint32_t cluster);
    /// Marks one wallet and brings it into view; false when it is not on the map.
    bool choose(const core::Wallet& wallet);
    void setEmptyText(const QString& text);
    void fit();
    void clearPins();
    void clearSelection();
    /// The user's names or colours changed.
    void relabel();

    [[nodiscard]] const MapScene& scene() const { return m_scene; }
    [[nodiscard]] const MapPlaces& pins() const { return m_pins; }
    [[nodiscard]] const MapPlaces& places() const { return m_places; }
    [[nodiscard]] const std::set<core::Wallet>& chosen() const { return m_chosen; }
    /// Where a bubble is on the widget; nothing while it has no place.
    [[nodiscard]] std::optional<QPointF> positionOf(const core::Wallet& wallet) const;
    [[nodiscard]] double zoom() const { return m_zoom; }
    /// Whether edges are drawn: not when zoomed far out.
    [[nodiscard]] bool edgesDrawn() const;
    [[nodiscard]] double layoutMilliseconds() const { return m_layoutMs; }
    /// Waits for the layout that is under way and shows it; for pictures and tests.
    void waitForLayout();
    /// The bubble or link that the hover box speaks of, its lines.
    [[nodiscard]] const QStringList& hoverLines() const { return m_hoverLines; }
    /// A name that stands on the map: of a group of wallets, or of an exchange or payer.
    struct Caption {
        QRectF box;
        QString text;
        QColor ink;
        std::optional<std::size_t> piece;  ///< its place in the scene's pieces
        QStaticText laid;                  ///< `text`, laid out
    };
    /// Those that are shown: no two lie over each other, the lesser one is hidden until its group is pointed at.
    [[nodiscard]] const std::vector<Caption>& captions() const { return m_captions; }

    /// The user's own name for a wallet; may be empty.
    std::function<QString(const core::Wallet&)> nameOf;
    /// The user's own colour for a wallet; may be invalid.
    std::function<QColor(const core::Wallet&)> colorOf;
    /// Enters for the menu on a bubble, before the map's own.
    std::function<void(QMenu&, const core::Wallet&)> fillMenu;

signals:
    /// A bubble was clicked. `cluster`: its number, 0 for none.
    void walletChosen(const core::Wallet& wallet, std::uint32_t cluster);
    void walletOpened(const core::Wallet& wallet);
    /// The name below a group was clicked.
    void clusterOpened(std::uint32_t cluster);
    void clusterHovered(std::uint32_t cluster);
    /// Nothing is chosen any more.
    void cleared();
    /// Wallets inside the loop.
    void lassoed(const std::vector<core::Wallet>& wallets);
    void lassoLeft();
    void sceneChanged();
    void pinsChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    enum class Drag : std::uint8_t { None, Press, Pan, Node, Lasso };

    void remake();
    void submit();
    void takeLayout();
    /// Colours or marks changed.
    void repaintScene();
    /// Nothing but the part of the map that is looked at changed.
    void repaintMoved();
    void drawPicture(QSize pixels);
    void drawEdges(QPainter& painter);
    void drawNodes(QPainter& painter, MapDiscs& discs);
    void drawShares(QPainter& painter, const std::vector<std::uint32_t>& nodes);
    void makeLooks();
    [[nodiscard]] MapLooks::Node lookOf(std::uint32_t node) const;
    [[nodiscard]] MapLooks::Lines lookOf(const MapEdge& edge) const;
    void measurePieces();
    const MapName& pieceName(std::size_t piece);
    const MapName& windowName(std::uint32_t node);
    const MapName& shareName(std::uint32_t node);
    void placeCaptions();
    void placePieceCaption(std::size_t piece);
    void placeWindowCaptions();
    bool place(Caption caption);
    void drawCaption(QPainter& painter, const Caption& caption) const;
    void drawHiddenCaption(QPainter& painter);
    void drawHover(QPainter& painter);
    [[nodiscard]] QColor inkOf(std::uint32_t node) const;
    [[nodiscard]] bool isLit(std::uint32_t node) const;
    [[nodiscard]] bool anythingLit() const { return m_lit != 0 || !m_chosen.empty(); }
    [[nodiscard]] QPointF toScreen(core::layout::Point at) const;
    [[nodiscard]] core::layout::Point toMap(QPointF at) const;
    [[nodiscard]] std::optional<std::uint32_t> nodeAt(QPointF at) const;
    [[nodiscard]] std::optional<std::uint32_t> linkAt(QPointF at) const;
    [[nodiscard]] std::uint32_t captionAt(QPointF at) const;
    /// Where the name of a piece would stand; empty when nothing of it is visible or it is too small to be named.
    [[nodiscard]] QRectF captionRect(std::size_t piece, bool above);
    void hover(QPointF at);
    void zoomAbout(QPointF at, double factor);
    void finishLasso();

    std::shared_ptr<const core::pipeline::CoinGraph> m_graph;
    MapFilter m_filter;
    MapScene m_scene;
    MapPlaces m_places;  ///< where bubbles were laid
    MapPlaces m_pins;
    std::vector<std::optional<core::layout::Point>> m_at;  ///< by node of the scene
    MapGrid m_grid;
    std::uint64_t m_structure = 0;
    std::vector<MapKey> m_jobKeys;  ///< of the layout under way
    std::map<MapKey, std::uint32_t> m_subGroup;
    std::uint64_t m_job = 0;
    double m_layoutMs = 0;
    bool m_moved = false;  ///< by the user: it is not fitted again by itself
    bool m_subGroups = false;

    core::layout::Point m_center;
    double m_zoom = 1;
    std::uint32_t m_lit = 0;
    std::set<core::Wallet> m_chosen;
    std::optional<std::uint32_t> m_hovered;
    std::optional<std::uint32_t> m_hoveredLink;
    QPointF m_hoverAt;
    QStringList m_hoverLines;
    std::vector<Caption> m_captions;
    Drag m_drag = Drag::None;
    QPointF m_pressedAt, m_lastAt;
    std::optional<std::uint32_t> m_pressed;
    bool m_lasso = false;
    QPolygonF m_loop;
    QString m_empty;

    QImage m_picture;           ///< what the map looks like, without the hover box and the loop
    bool m_stale = true;        ///< m_picture is
    bool m_looksStale = true;   ///< m_looks is
    bool m_framesStale = true;  ///< m_frames is
    MapLooks m_looks;
    std::vector<QList<QLineF>> m_lines;  ///< by MapLooks::lines, of the picture that is drawn
    std::vector<MapFrame> m_frames;      ///< by piece of the scene
    std::uint64_t m_round = 1;           ///< of texts: counts up when some may have changed
    QHash<std::size_t, MapName> m_pieceNames;
    QHash<std::uint32_t, MapName> m_windowNames;
    QHash<std::uint32_t, MapName> m_shareNames;
    std::unique_ptr<core::layout::LayoutWorker> m_worker;
};

}  // namespace ui
