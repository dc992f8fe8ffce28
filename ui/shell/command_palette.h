// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QString>
#include <QWidget>

#include <functional>
#include <vector>

class QAbstractListModel;
class QLineEdit;
class QListView;

namespace ui {

/// Something the palette offers: an action, a coin, a wallet.
struct PaletteEntry {
    QString title;
    QString note;      ///< dim, behind the title: the group, the address
    QString shortcut;  ///< at the right end
    std::function<void()> run;
};

/// How well `text` names `title`: 0 when it does not; letters in order count, whole words and beginnings more.
/// Case is ignored.
[[nodiscard]] int matchScore(const QString& title, const QString& text);

/// The list of everything the program can do and knows, found by typing. Lies over the window it belongs to.
/// Thread: GUI.
class CommandPalette final : public QWidget {
    Q_OBJECT
public:
    using Source = std::function<std::vector<PaletteEntry>(const QString& text)>;

    explicit CommandPalette(QWidget* window);

    /// Entries come in the order of the sources, in each the best match first. A source gets the typed text and
    /// may leave out what does not match.
    void addSource(Source source) { m_sources.push_back(std::move(source)); }
    void open(const QString& text = {});
    [[nodiscard]] int count() const;
    [[nodiscard]] QString titleAt(int row) const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    class Model;

    void fill();
    void runCurrent();
    void leave();

    std::vector<Source> m_sources;
    Model* m_model;
    QLineEdit* m_text;
    QListView* m_list;
    QPointer<QWidget> m_focusBefore;
};

}  // namespace ui
