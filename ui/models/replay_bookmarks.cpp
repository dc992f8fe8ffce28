// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/replay_bookmarks.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

namespace ui {
namespace {

constexpr QLatin1String kSchema("cabalscope.bookmarks/1");
constexpr qint64 kLargestFile = 4 << 20;
constexpr qsizetype kMostRecordings = 1'000;
constexpr qsizetype kLongestName = 80;

// Slots and times as text: a number of JSON holds 53 bits.
QJsonObject markJson(const ReplayBookmark& mark) {
    QJsonObject out{{QStringLiteral("name"), mark.name}};
    if (mark.target.slot) out.insert(QStringLiteral("slot"), QString::number(*mark.target.slot));
    if (mark.target.time) out.insert(QStringLiteral("time"), QString::number(*mark.target.time));
    if (mark.target.progress) out.insert(QStringLiteral("progress"), *mark.target.progress);
    return out;
}

std::optional<ReplayBookmark> markOf(const QJsonObject& object) {
    ReplayBookmark out;
    out.name = object.value(QStringLiteral("name")).toString().left(kLongestName);
    bool good = false;
    if (const auto slot = object.value(QStringLiteral("slot")).toString().toULongLong(&good); good)
        out.target.slot = slot;
    else if (const auto time = object.value(QStringLiteral("time")).toString().toLongLong(&good); good)
        out.target.time = time;
    else if (const QJsonValue progress = object.value(QStringLiteral("progress")); progress.isDouble())
        out.target.progress = std::clamp(progress.toDouble(), 0.0, 1.0);
    else
        return std::nullopt;
    return out.name.isEmpty() ? std::nullopt : std::optional{out};
}

}  // namespace

ReplayBookmarks::ReplayBookmarks(const QString& file) : m_file(file) {
    read();
}

const std::vector<ReplayBookmark>& ReplayBookmarks::of(const QString& recording) const {
    static const std::vector<ReplayBookmark> kNone;
    const auto found = m_marks.constFind(recording);
    return found == m_marks.constEnd() ? kNone : *found;
}

bool ReplayBookmarks::add(const QString& recording, const ReplayBookmark& bookmark) {
    std::vector<ReplayBookmark>& marks = m_marks[recording];
    const QString name = bookmark.name.simplified().left(kLongestName);
    if (name.isEmpty()) return false;
    const auto same = std::find_if(marks.begin(), marks.end(), [&](const auto& one) { return one.name == name; });
    if (same != marks.end()) {
        same->target = bookmark.target;
    } else {
        if (marks.size() >= kMost) return false;
        marks.push_back({name, bookmark.target});
    }
    return write();
}

bool ReplayBookmarks::remove(const QString& recording, const QString& name) {
    const auto found = m_marks.find(recording);
    if (found == m_marks.end()) return true;
    std::erase_if(*found, [&](const auto& one) { return one.name == name; });
    if (found->empty()) m_marks.erase(found);
    return write();
}

void ReplayBookmarks::read() {
    QFile file(m_file);
    if (m_file.isEmpty() || !file.open(QIODevice::ReadOnly) || file.size() > kLargestFile) return;
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    if (root.value(QStringLiteral("schema")).toString() != kSchema) return;
    const QJsonObject recordings = root.value(QStringLiteral("recordings")).toObject();
    for (auto it = recordings.begin(); it != recordings.end() && m_marks.size() < kMostRecordings; ++it) {
        std::vector<ReplayBookmark> marks;
        for (const QJsonValue& value : it.value().toArray())
            if (auto mark = markOf(value.toObject()); mark && marks.size() < kMost)
                marks.push_back(*std::move(mark));
        if (!marks.empty()) m_marks.insert(it.key(), std::move(marks));
    }
}

bool ReplayBookmarks::write() const {
    if (m_file.isEmpty()) return true;
    QJsonObject recordings;
    for (auto it = m_marks.begin(); it != m_marks.end(); ++it) {
        QJsonArray marks;
        for (const ReplayBookmark& mark : *it) marks.append(markJson(mark));
        recordings.insert(it.key(), marks);
    }
    QSaveFile file(m_file);
    const QJsonObject root{{QStringLiteral("schema"), kSchema}, {QStringLiteral("recordings"), recordings}};
    return file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(root).toJson()) >= 0 && file.commit();
}

}  // namespace ui
