// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>
#include <QString>

#include <vector>

namespace ui {

/// Where a pane stands in a layout that nobody has changed yet.
struct PanePlace {
    QString id;
    Qt::DockWidgetArea area = Qt::RightDockWidgetArea;
    int size = 300;  ///< pixels across the area: width at the sides, height below
    bool shown = true;
};

/// The panes around the open coin, which stands in the middle. While the layout is locked panes have no title bars
/// and only the lines between them can be moved; unlocked they can be dragged, stacked and floated, to another
/// screen too. Thread: GUI.
class Desk final : public QMainWindow {
    Q_OBJECT
public:
    /// Raised when panes come or go in a way that old layouts cannot be put upon.
    static constexpr int kVersion = 1;

    explicit Desk(QWidget* middle, QWidget* parent = nullptr);

    /// Adds a pane, hidden. All panes are added before a layout is restored.
    QDockWidget* addPane(const QString& id, const QString& title, QWidget* pane);
    [[nodiscard]] QDockWidget* pane(const QString& id) const;
    [[nodiscard]] std::vector<QDockWidget*> panes() const { return m_panes; }
    void showPane(const QString& id, bool shown);
    /// Shows it alone in a window of its own, or puts it back.
    void floatPane(const QString& id, bool floating);

    /// Whether it is docked left or right, where panes are stacked.
    [[nodiscard]] bool isAtTheSide(const QString& id) const;
    /// Makes a pane as wide as said, as far as there is room.
    void widenPane(const QString& id, int width);
    /// Makes a pane as large as said, as far as there is room; those stacked with it share the rest as they did.
    void resizePane(const QString& id, QSize size);
    /// Puts the named panes at their places and hides the others.
    void arrange(const std::vector<PanePlace>& places);
    [[nodiscard]] QByteArray layoutState() const { return saveState(kVersion); }
    /// False for a layout of another version or none at all; nothing changes then.
    bool restoreLayout(const QByteArray& state);

    void setLocked(bool locked);
    [[nodiscard]] bool locked() const { return m_locked; }

signals:
    /// A pane was shown, hidden, moved or resized by the user.
    void layoutChanged();
    /// The user closes a pane by its title bar; it is still shown.
    void paneClosing(const QString& id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void keepOnScreen(QDockWidget& pane) const;
    void dress(QDockWidget& pane);
    void applySizes(const std::vector<PanePlace>& places);

    std::vector<QDockWidget*> m_panes;
    bool m_locked = true;
    bool m_arranging = false;
    std::vector<PanePlace> m_sizesDue;  ///< docks take sizes only once they are on the screen
};

}  // namespace ui
