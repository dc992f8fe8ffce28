// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/keychain_store.h"

#include <qt6keychain/keychain.h>

#include <QCoreApplication>

#include <utility>

namespace app {
namespace {

const QString kService = QStringLiteral("cabalscope");

// The keyring's own words name its parts, never the secret.
QString sentence(const QKeychain::Job& job) {
    return QCoreApplication::translate(
               "KeychainStore",
               "The keyring did not take it: %1. Choose to keep the key for this session only, "
               "or in a file that only you can read.")
        .arg(job.errorString());
}

}  // namespace

void KeychainStore::read(const QString& name, Told told) {
    auto* job = new QKeychain::ReadPasswordJob(kService);
    job->setAutoDelete(true);
    job->setKey(name);
    QObject::connect(job, &QKeychain::Job::finished, job, [told = std::move(told)](QKeychain::Job* done) {
        if (done->error() == QKeychain::EntryNotFound) {
            told({}, {});
            return;
        }
        const QString error = done->error() == QKeychain::NoError ? QString() : sentence(*done);
        told(static_cast<QKeychain::ReadPasswordJob*>(done)->textData(), error);
    });
    job->start();
}

void KeychainStore::write(const QString& name, const QString& secret, Told told) {
    const auto finished = [told = std::move(told), secret](QKeychain::Job* done) {
        const bool gone = secret.isEmpty() && done->error() == QKeychain::EntryNotFound;
        told(secret, done->error() == QKeychain::NoError || gone ? QString() : sentence(*done));
    };
    QKeychain::Job* job = nullptr;
    if (secret.isEmpty()) {
        auto* removing = new QKeychain::DeletePasswordJob(kService);
        removing->setKey(name);
        job = removing;
    } else {
        auto* writing = new QKeychain::WritePasswordJob(kService);
        writing->setKey(name);
        writing->setTextData(secret);
        job = writing;
    }
    job->setAutoDelete(true);
    QObject::connect(job, &QKeychain::Job::finished, job, finished);
    job->start();
}

}  // namespace app
