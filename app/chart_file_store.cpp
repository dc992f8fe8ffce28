// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chart_file_store.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace app {

QString ChartFileStore::fileOf(const QString& name) const {
    const bool plain =
        !name.isEmpty() && name.size() <= 100 && std::all_of(name.begin(), name.end(), [](QChar letter) {
            return letter == u'-' || (letter.unicode() < 128 && letter.isLetterOrNumber());
        });
    return plain ? m_folder + u'/' + name + QStringLiteral(".json") : QString();
}

QByteArray ChartFileStore::read(const QString& name) const {
    QFile file(fileOf(name));
    if (file.fileName().isEmpty() || !file.open(QIODevice::ReadOnly) || file.size() > kLargestDocument) return {};
    const QByteArray document = file.readAll();
    if (document.isEmpty() || !QJsonDocument::fromJson(document).isNull()) return document;
    file.close();
    QFile::remove(file.fileName() + QStringLiteral(".broken"));
    file.rename(file.fileName() + QStringLiteral(".broken"));
    return {};
}

bool ChartFileStore::write(const QString& name, const QByteArray& document) {
    const QString path = fileOf(name);
    if (path.isEmpty()) return false;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(document) != document.size() || !file.commit()) return false;
    if (onKept) onKept(name, document);
    return true;
}

}  // namespace app
