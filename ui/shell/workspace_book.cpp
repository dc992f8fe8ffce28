// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/workspace_book.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>
#include <array>

namespace ui {
namespace {

constexpr std::array kBuiltIn{
    QT_TRANSLATE_NOOP("WorkspaceBook", "Hunt"), QT_TRANSLATE_NOOP("WorkspaceBook", "Watch"),
    QT_TRANSLATE_NOOP("WorkspaceBook", "Investigate"), QT_TRANSLATE_NOOP("WorkspaceBook", "Replay")};
constexpr QLatin1String kFormat("cabalscope_workspaces");
constexpr QLatin1String kOneFormat("cabalscope_workspace");
constexpr int kFormatVersion = 1;
constexpr qsizetype kLongestName = 40;

QString tr(const char* text) {
    return QCoreApplication::translate("WorkspaceBook", text);
}

QJsonObject objectOf(const Workspace& workspace) {
    return {{QStringLiteral("name"), workspace.name},
            {QStringLiteral("layout"), QString::fromLatin1(workspace.layout.toBase64())}};
}

// A name as it may stand on a button: no control or direction characters, no more than a glance.
QString cleaned(const QString& name) {
    QString out;
    for (const QChar letter : name.simplified())
        if (letter.category() != QChar::Other_Control && letter.category() != QChar::Other_Format) out += letter;
    return out.left(kLongestName).trimmed();
}

std::optional<Workspace> workspaceOf(const QJsonObject& object) {
    Workspace out;
    out.name = cleaned(object.value(QStringLiteral("name")).toString());
    if (out.name.isEmpty()) return std::nullopt;
    const auto layout =
        QByteArray::fromBase64Encoding(object.value(QStringLiteral("layout")).toString().toLatin1());
    if (layout) out.layout = *layout;
    return out;
}

}  // namespace

WorkspaceBook::WorkspaceBook(QString file) : m_file(std::move(file)) {
    for (const char* name : kBuiltIn) m_all.push_back({QString::fromLatin1(name), {}});
    read();
}

QString WorkspaceBook::titleOf(const Workspace& workspace) {
    // Files hold the English names: they are the same in every language.
    for (const char* name : kBuiltIn)
        if (workspace.name == QLatin1String(name)) return tr(name);
    return workspace.name;
}

void WorkspaceBook::read() {
    QFile file(m_file);
    if (m_file.isEmpty() || !file.exists()) return;
    QJsonObject object;
    if (file.open(QIODevice::ReadOnly) && file.size() <= kLargestFile)
        object = QJsonDocument::fromJson(file.readAll()).object();
    if (object.value(kFormat).toInt() != kFormatVersion) {
        const QString aside = m_file + QStringLiteral(".broken");
        QFile::remove(aside);
        file.close();
        QFile::rename(m_file, aside);
        m_trouble =
            tr("The saved workspaces could not be read; the standard ones are shown. The file was set aside as %1.")
                .arg(QFileInfo(aside).fileName());
        return;
    }
    for (const QJsonValue& value : object.value(QStringLiteral("workspaces")).toArray()) {
        const auto one = workspaceOf(value.toObject());
        if (!one) continue;
        const auto same =
            std::find_if(m_all.begin(), m_all.end(), [&](const auto& had) { return had.name == one->name; });
        if (same != m_all.end())
            same->layout = one->layout;
        else if (m_all.size() < kMost)
            m_all.push_back(*one);
    }
    const QString current = object.value(QStringLiteral("current")).toString();
    for (std::size_t i = 0; i < m_all.size(); ++i)
        if (m_all[i].name == current) m_current = i;
}

bool WorkspaceBook::choose(std::size_t place) {
    if (place >= m_all.size()) return false;
    m_current = place;
    return true;
}

bool WorkspaceBook::add(const QString& name) {
    const QString clean = cleaned(name);
    const bool taken = std::any_of(m_all.begin(), m_all.end(), [&](const Workspace& one) {
        return one.name.compare(clean, Qt::CaseInsensitive) == 0;
    });
    if (clean.isEmpty() || taken || m_all.size() >= kMost) return false;
    m_all.push_back({clean, current().layout});
    m_current = m_all.size() - 1;
    return true;
}

bool WorkspaceBook::currentIsBuiltIn() const {
    return m_current < kBuiltIn.size();
}

bool WorkspaceBook::removeCurrent() {
    if (currentIsBuiltIn()) return false;
    m_all.erase(m_all.begin() + static_cast<std::ptrdiff_t>(m_current));
    m_current = 0;
    return true;
}

std::optional<QString> WorkspaceBook::save() const {
    if (m_file.isEmpty()) return std::nullopt;
    QJsonArray list;
    for (const Workspace& one : m_all) list.append(objectOf(one));
    const QByteArray document = QJsonDocument(QJsonObject{{kFormat, kFormatVersion},
                                                          {QStringLiteral("current"), current().name},
                                                          {QStringLiteral("workspaces"), list}})
                                    .toJson();
    QFile before(m_file);
    if (before.open(QIODevice::ReadOnly)) {
        if (before.readAll() == document) return std::nullopt;
        before.close();
        // workspaces.json.1 is the one before this, .5 the oldest.
        QFile::remove(m_file + QStringLiteral(".%1").arg(kKept));
        for (int i = kKept - 1; i >= 1; --i)
            QFile::rename(m_file + QStringLiteral(".%1").arg(i), m_file + QStringLiteral(".%1").arg(i + 1));
        QFile::copy(m_file, m_file + QStringLiteral(".1"));
    }
    QSaveFile file(m_file);
    if (file.open(QIODevice::WriteOnly) && file.write(document) == document.size() && file.commit())
        return std::nullopt;
    return tr("The workspaces could not be kept: %1. They stay as they are until the program ends.")
        .arg(file.errorString());
}

QByteArray WorkspaceBook::exportCurrent() const {
    QJsonObject object = objectOf(current());
    object.insert(kOneFormat, kFormatVersion);
    return QJsonDocument(object).toJson();
}

std::optional<QString> WorkspaceBook::import(const QByteArray& document) {
    const QJsonObject object =
        document.size() <= kLargestFile ? QJsonDocument::fromJson(document).object() : QJsonObject{};
    const auto one = object.value(kOneFormat).toInt() == kFormatVersion ? workspaceOf(object) : std::nullopt;
    if (!one) return tr("This file holds no workspace of Cabalscope.");
    if (m_all.size() >= kMost) return tr("There are %1 workspaces already; remove one first.").arg(kMost);
    Workspace added = *one;
    for (int number = 2;
         std::any_of(m_all.begin(), m_all.end(), [&](const auto& had) { return had.name == added.name; }); ++number)
        added.name = QStringLiteral("%1 %2").arg(one->name).arg(number);
    m_all.push_back(added);
    m_current = m_all.size() - 1;
    return std::nullopt;
}

}  // namespace ui
