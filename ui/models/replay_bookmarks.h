// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/replay_control.h"

#include <QHash>
#include <QString>

#include <vector>

namespace ui {

/// A moment of a recording under a name.
struct ReplayBookmark {
    QString name;
    core::pipeline::ReplayTarget target;

    friend bool operator==(const ReplayBookmark&, const ReplayBookmark&) = default;
};

/// Bookmarks by recording, kept in one JSON file (schema cabalscope.bookmarks/1) that is written with every change.
/// Thread: GUI.
class ReplayBookmarks {
public:
    static constexpr std::size_t kMost = 500;  ///< of one recording

    /// Reads the file; one that is missing or no bookmarks holds none. Empty: they are not kept.
    explicit ReplayBookmarks(const QString& file);

    [[nodiscard]] const std::vector<ReplayBookmark>& of(const QString& recording) const;
    /// Adds one, or moves the one of this name. False when it could not be kept or there are too many.
    bool add(const QString& recording, const ReplayBookmark& bookmark);
    bool remove(const QString& recording, const QString& name);

private:
    void read();
    [[nodiscard]] bool write() const;

    QString m_file;
    QHash<QString, std::vector<ReplayBookmark>> m_marks;
};

}  // namespace ui
