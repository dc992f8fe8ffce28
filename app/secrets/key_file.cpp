// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/key_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace app {
namespace {

constexpr qint64 kLargest = 4'096;
constexpr auto kOthers = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                         QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;

QString tr(const char* text) {
    return QCoreApplication::translate("KeyFile", text);
}

}  // namespace

QString readKeyFile(const QString& name, QString& error) {
    error.clear();
    QFile file(name);
    if (!file.exists()) return {};
    if ((file.permissions() & kOthers) != 0) {
        error = tr("%1 can be read by others and was not used. Make it yours alone: chmod 600.")
                    .arg(QFileInfo(name).fileName());
        return {};
    }
    if (!file.open(QIODevice::ReadOnly) || file.size() > kLargest) {
        error = tr("%1 could not be read.").arg(QFileInfo(name).fileName());
        return {};
    }
    const QString key = QString::fromUtf8(file.readAll()).trimmed();
    if (key.contains(u'\n')) {
        error = tr("%1 holds more than one line; a key is one.").arg(QFileInfo(name).fileName());
        return {};
    }
    return key;
}

QString writeKeyFile(const QString& name, const QString& key) {
    if (key.isEmpty()) {
        if (QFile::exists(name) && !QFile::remove(name)) return tr("The file of the key could not be removed.");
        return {};
    }
    QSaveFile file(name);
    // The temporary file it writes to has the mode before it has the key.
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return tr("The key could not be written: %1.").arg(file.errorString());
    const QByteArray line = key.toUtf8() + '\n';
    if (file.write(line) != line.size() || !file.commit())
        return tr("The key could not be written: %1.").arg(file.errorString());
    return {};
}

}  // namespace app
