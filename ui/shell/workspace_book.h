// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace ui {

/// A named arrangement of the desk.
struct Workspace {
    QString name;
    QByteArray layout;  ///< Desk::layoutState(); empty: as it comes

    friend bool operator==(const Workspace&, const Workspace&) = default;
};

/// The workspaces of the user in one JSON file: Hunt, Watch, Investigate and Replay always, others beside them. The
/// file is replaced as a whole and its last kKept versions stay beside it. Thread: GUI.
class WorkspaceBook {
public:
    static constexpr int kKept = 5;
    static constexpr int kMost = 20;
    static constexpr qint64 kLargestFile = 1'000'000;  ///< bytes

    /// `file` need not be there; an empty name keeps nothing.
    explicit WorkspaceBook(QString file);

    [[nodiscard]] const std::vector<Workspace>& all() const { return m_all; }
    [[nodiscard]] const Workspace& current() const { return m_all[m_current]; }
    [[nodiscard]] std::size_t currentPlace() const { return m_current; }
    /// Its name for the screen: those that come with the program are translated.
    [[nodiscard]] static QString titleOf(const Workspace& workspace);
    /// False when there is no such place.
    bool choose(std::size_t place);
    void keepLayout(const QByteArray& layout) { m_all[m_current].layout = layout; }
    /// Adds one with the current layout and chooses it; false for an empty name, one that is taken, or one too
    /// many.
    bool add(const QString& name);
    /// Removes the current one; false for the four that always are.
    bool removeCurrent();
    [[nodiscard]] bool currentIsBuiltIn() const;

    /// Writes the file. Error: a sentence for the screen.
    [[nodiscard]] std::optional<QString> save() const;
    /// Why the file could not be read; empty when it could or was not there. It was set aside as NAME.broken.
    [[nodiscard]] const QString& trouble() const { return m_trouble; }

    /// One workspace as a document for another user, and back: its name, or an error for the screen.
    [[nodiscard]] QByteArray exportCurrent() const;
    [[nodiscard]] std::optional<QString> import(const QByteArray& document);

private:
    void read();

    QString m_file;
    std::vector<Workspace> m_all;
    std::size_t m_current = 0;
    QString m_trouble;
};

}  // namespace ui
