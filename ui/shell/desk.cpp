// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/desk.h"

#include <QDockWidget>
#include <QEvent>
#include <QGuiApplication>
#include <QScreen>

#include <algorithm>

namespace ui {

Desk::Desk(QWidget* middle, QWidget* parent) : QMainWindow(parent, Qt::Widget) {
    setObjectName(QStringLiteral("workspace"));
    setAccessibleName(tr("Workspace"));
    setDockNestingEnabled(true);
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    setCorner(Qt::TopLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::TopRightCorner, Qt::RightDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setCentralWidget(middle);
    setContextMenuPolicy(Qt::NoContextMenu);
    setFocusProxy(middle);
}

QDockWidget* Desk::addPane(const QString& id, const QString& title, QWidget* pane) {
    auto* dock = new QDockWidget(title, this);
    dock->setObjectName(id);
    dock->setAccessibleName(title);
    dock->setAllowedAreas(Qt::AllDockWidgetAreas);
    dock->setWidget(pane);
    addDockWidget(Qt::RightDockWidgetArea, dock);
    dock->hide();
    dock->installEventFilter(this);
    connect(dock, &QDockWidget::topLevelChanged, this, [this, dock](bool floating) {
        dress(*dock);
        if (floating) keepOnScreen(*dock);
        if (!m_arranging) emit layoutChanged();
    });
    const auto told = [this] {
        if (!m_arranging) emit layoutChanged();
    };
    connect(dock, &QDockWidget::visibilityChanged, this, told);
    connect(dock, &QDockWidget::dockLocationChanged, this, told);
    m_panes.push_back(dock);
    dress(*dock);
    return dock;
}

QDockWidget* Desk::pane(const QString& id) const {
    const auto found = std::find_if(m_panes.begin(), m_panes.end(),
                                    [&id](const QDockWidget* one) { return one->objectName() == id; });
    return found == m_panes.end() ? nullptr : *found;
}

void Desk::showPane(const QString& id, bool shown) {
    QDockWidget* dock = pane(id);
    if (dock == nullptr) return;
    dock->setVisible(shown);
    if (shown) dock->raise();
}

void Desk::floatPane(const QString& id, bool floating) {
    QDockWidget* dock = pane(id);
    if (dock == nullptr) return;
    dock->setFloating(floating);
    dock->show();
}

void Desk::arrange(const std::vector<PanePlace>& places) {
    m_arranging = true;
    for (QDockWidget* dock : m_panes) {
        dock->setFloating(false);
        removeDockWidget(dock);
    }
    for (const PanePlace& place : places) {
        QDockWidget* dock = pane(place.id);
        if (dock == nullptr) continue;
        addDockWidget(place.area, dock);
        dock->setVisible(place.shown);
    }
    // A pane that is not in the layout keeps a place to come back to.
    for (QDockWidget* dock : m_panes) {
        if (std::any_of(places.begin(), places.end(),
                        [&](const auto& one) { return one.id == dock->objectName(); }))
            continue;
        addDockWidget(Qt::RightDockWidgetArea, dock);
        dock->hide();
    }
    m_sizesDue.clear();
    if (isVisible())
        applySizes(places);
    else
        m_sizesDue = places;
    m_arranging = false;
    emit layoutChanged();
}

void Desk::applySizes(const std::vector<PanePlace>& places) {
    QList<QDockWidget*> sides, below;
    QList<int> widths, heights;
    for (const PanePlace& place : places) {
        QDockWidget* dock = pane(place.id);
        if (dock == nullptr || !place.shown) continue;
        const bool lies = place.area == Qt::BottomDockWidgetArea || place.area == Qt::TopDockWidgetArea;
        (lies ? below : sides).append(dock);
        (lies ? heights : widths).append(place.size);
    }
    resizeDocks(sides, widths, Qt::Horizontal);
    resizeDocks(below, heights, Qt::Vertical);
}

bool Desk::isAtTheSide(const QString& id) const {
    QDockWidget* dock = pane(id);
    if (dock == nullptr || dock->isFloating()) return false;
    const Qt::DockWidgetArea area = dockWidgetArea(dock);
    return area == Qt::LeftDockWidgetArea || area == Qt::RightDockWidgetArea;
}

void Desk::widenPane(const QString& id, int width) {
    if (QDockWidget* dock = pane(id)) resizeDocks({dock}, {width}, Qt::Horizontal);
}

void Desk::resizePane(const QString& id, QSize size) {
    QDockWidget* dock = pane(id);
    if (dock == nullptr) return;
    resizeDocks({dock}, {size.width()}, Qt::Horizontal);
    // Named alone, a pane gets a share between its neighbours' wishes and its own: those beside it are told theirs.
    QList<QDockWidget*> docks{dock};
    int others = 0;
    for (QDockWidget* other : m_panes) {
        const bool stacked = other->x() == dock->x() && dockWidgetArea(other) == dockWidgetArea(dock);
        if (other == dock || !stacked || !other->isVisible() || other->isFloating()) continue;
        if (tabifiedDockWidgets(dock).contains(other)) continue;
        docks.append(other);
        others += other->height();
    }
    const int rest = std::max(0, dock->height() + others - size.height());
    QList<int> heights{size.height()};
    for (qsizetype i = 1; i < docks.size(); ++i) heights.append(docks[i]->height() * rest / std::max(1, others));
    resizeDocks(docks, heights, Qt::Vertical);
}

void Desk::showEvent(QShowEvent* event) {
    QMainWindow::showEvent(event);
    applySizes(m_sizesDue);
    m_sizesDue.clear();
}

bool Desk::restoreLayout(const QByteArray& state) {
    m_arranging = true;
    m_sizesDue.clear();
    const bool restored = restoreState(state, kVersion);
    m_arranging = false;
    if (!restored) return false;
    for (QDockWidget* dock : m_panes) {
        dress(*dock);
        if (dock->isFloating()) keepOnScreen(*dock);
    }
    return true;
}

void Desk::setLocked(bool locked) {
    m_locked = locked;
    for (QDockWidget* dock : m_panes) dress(*dock);
}

void Desk::dress(QDockWidget& dock) {
    const bool bare = m_locked && !dock.isFloating();
    dock.setFeatures(m_locked ? QDockWidget::DockWidgetClosable
                              : QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable |
                                    QDockWidget::DockWidgetFloatable);
    QWidget* bar = dock.titleBarWidget();
    if (bare && bar == nullptr) {
        dock.setTitleBarWidget(new QWidget(&dock));
    } else if (!bare && bar != nullptr) {
        dock.setTitleBarWidget(nullptr);
        bar->deleteLater();
    }
}

void Desk::keepOnScreen(QDockWidget& dock) const {
    const QRect frame = dock.frameGeometry();
    for (const QScreen* screen : QGuiApplication::screens())
        if (screen->availableGeometry().intersected(frame).width() >= std::min(100, frame.width())) return;
    const QScreen* screen = QGuiApplication::primaryScreen();
    if (screen == nullptr) return;
    const QRect room = screen->availableGeometry();
    dock.resize(frame.size().boundedTo(room.size()));
    dock.move(room.topLeft() + QPoint(40, 40));
}

bool Desk::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && !m_arranging) emit layoutChanged();
    // Only from its own title bar: what the program hides is not closed.
    if (event->type() == QEvent::Close) emit paneClosing(watched->objectName());
    return QMainWindow::eventFilter(watched, event);
}

}  // namespace ui
