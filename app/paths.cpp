// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paths.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace app {
namespace {

constexpr QLatin1String kFolder("cabalscope");
constexpr QLatin1String kBundled("bundled.jsonl.zst");

QString folder(const char* override, QStandardPaths::StandardLocation location) {
    QString out = qEnvironmentVariable(override);
    if (out.isEmpty()) out = QStandardPaths::writableLocation(location) + u'/' + kFolder;
    QDir().mkpath(out);
    return out;
}

std::filesystem::path native(const QString& path) {
    return std::filesystem::path(path.toStdU16String());
}

}  // namespace

QString settingsFile() {
    return folder("CABALSCOPE_CONFIG_DIR", QStandardPaths::GenericConfigLocation) + QStringLiteral("/window.ini");
}

std::filesystem::path ownAddressList() {
    return native(folder("CABALSCOPE_CONFIG_DIR", QStandardPaths::GenericConfigLocation) +
                  QStringLiteral("/addresses.tsv"));
}

QString ownRulesFile() {
    return folder("CABALSCOPE_CONFIG_DIR", QStandardPaths::GenericConfigLocation) + QStringLiteral("/rules.toml");
}

std::filesystem::path defaultDatabase() {
    return native(folder("CABALSCOPE_DATA_DIR", QStandardPaths::GenericDataLocation) +
                  QStringLiteral("/cabalscope.sqlite"));
}

QString chartFolder() {
    QString out = folder("CABALSCOPE_DATA_DIR", QStandardPaths::GenericDataLocation) + QStringLiteral("/charts");
    QDir().mkpath(out);
    return out;
}

std::optional<std::filesystem::path> bundledRecording(const QString& executableDir) {
    for (const QString& directory :
         {executableDir + QStringLiteral("/../share/cabalscope"), QStringLiteral(CABALSCOPE_RESOURCE_DIR)}) {
        const QString file = QDir::cleanPath(directory + u'/' + kBundled);
        if (QFileInfo::exists(file)) return native(file);
    }
    return std::nullopt;
}

}  // namespace app
