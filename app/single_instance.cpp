// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/single_instance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>

namespace app {
namespace {

constexpr int kPatience = 1000;  // milliseconds

// Local sockets share one name space for all users of a machine; the folder tells users and test runs apart.
QString nameOf(const QString& folder) {
    const QByteArray path = QDir(folder).absolutePath().toUtf8();
    return QStringLiteral("cabalscope-") +
           QString::fromLatin1(QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().left(16));
}

}  // namespace

SingleInstance::SingleInstance(const QString& folder, QObject* parent)
    : QObject(parent), m_name(nameOf(folder)), m_lock(QDir(folder).filePath(QStringLiteral("running.lock"))) {
    // Only the death of its owner frees the lock, not its age.
    m_lock.setStaleLockTime(0);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::take);
}

bool SingleInstance::first() {
    if (!m_lock.tryLock(0)) return false;
    // The socket of a program that died is in the way of a new one.
    QLocalServer::removeServer(m_name);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    (void)m_server.listen(m_name);
    return true;
}

bool SingleInstance::tell(const QStringList& words) {
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(kPatience)) return false;
    QByteArray message = QJsonDocument(QJsonArray::fromStringList(words)).toJson(QJsonDocument::Compact);
    if (message.size() >= kLargestMessage) return false;
    message += '\n';
    socket.write(message);
    if (!socket.waitForBytesWritten(kPatience)) return false;
    return socket.waitForReadyRead(kPatience) && socket.readAll().startsWith("ok");
}

void SingleInstance::take() {
    while (QLocalSocket* socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        const auto read = [this, socket] {
            if (socket->bytesAvailable() > kLargestMessage) {
                socket->abort();
                return;
            }
            if (!socket->canReadLine()) return;
            QStringList words;
            for (const QJsonValue& word : QJsonDocument::fromJson(socket->readLine()).array())
                words << word.toString();
            socket->write("ok\n");
            socket->flush();
            emit opened(words);
        };
        connect(socket, &QLocalSocket::readyRead, this, read);
        read();
    }
}

}  // namespace app
