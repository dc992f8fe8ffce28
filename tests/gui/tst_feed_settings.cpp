// SPDX-License-Identifier: GPL-3.0-or-later
// What the live feed connects to and where its key is kept: settings, key file, keyring.
#include "app/feed_settings.h"
#include "app/secrets/key_file.h"
#include "ui/shell/feed_page.h"
#include "ui/theme/style.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMap>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace ui;

namespace {

const QString kCanary = QStringLiteral("canary-5f1e-key");

FeedChoice keptIn(KeyPlace place) {
    FeedChoice out;
    out.keyPlace = place;
    return out;
}

/// A keyring in memory, or one that is not there.
class Keyring final : public bridge::SecretStore {
public:
    QMap<QString, QString> kept;
    bool there = true;

    void read(const QString& name, Told told) override {
        told(there ? kept.value(name) : QString(), there ? QString() : QStringLiteral("no keyring"));
    }
    void write(const QString& name, const QString& secret, Told told) override {
        if (there && secret.isEmpty()) kept.remove(name);
        if (there && !secret.isEmpty()) kept[name] = secret;
        told(secret, there ? QString() : QStringLiteral("no keyring"));
    }
};

}  // namespace

class TstFeedSettings : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Keyring> m_keyring;

    QString settingsFile() const { return m_dir->filePath(QStringLiteral("window.ini")); }
    QString keyFile() const { return m_dir->filePath(QStringLiteral("feed.key")); }
    std::unique_ptr<app::FeedSettings> make(core::source::LiveOptions line = {}) {
        return std::make_unique<app::FeedSettings>(std::move(line), *m_keyring, settingsFile(), keyFile());
    }
    /// Every byte under the settings.
    QByteArray everythingWritten() const {
        QByteArray out;
        for (const QString& name : QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden)) {
            QFile file(m_dir->filePath(name));
            if (file.open(QIODevice::ReadOnly)) out += file.readAll();
        }
        return out;
    }

private slots:
    void initTestCase() { theme::applyStyle(*qApp); }
    void init() {
        m_dir = std::make_unique<QTemporaryDir>();
        m_keyring = std::make_unique<Keyring>();
    }

    void theLineGoesBeforeTheSettings() {
        make()->choose({QStringLiteral("helius"), QStringLiteral("wss://node.example"), {}, 60, KeyPlace::Session});
        QCOMPARE(make()->options().source, std::string("helius"));
        QCOMPARE(make()->options().wsUrl, std::string("wss://node.example"));
        QCOMPARE(make()->options().lookupsPerHour, std::uint64_t{60});
        core::source::LiveOptions line;
        line.wsUrl = "ws://127.0.0.1:9000";
        QCOMPARE(make(line)->options().source, std::string("solana-rpc"));
        QCOMPARE(make(line)->options().wsUrl, std::string("ws://127.0.0.1:9000"));
    }
    void aKeyInTheKeyringIsInNoFile() {
        auto settings = make();
        settings->keepKey(kCanary, KeyPlace::Keyring);
        settings->choose(keptIn(KeyPlace::Keyring));
        QCOMPARE(settings->options().apiKey, kCanary.toStdString());
        QVERIFY(settings->keyState().contains(QStringLiteral("keyring")));
        QVERIFY(!everythingWritten().contains(kCanary.toUtf8()));
        auto next = make();
        QVERIFY(next->options().apiKey.empty());
        QSignalSpy ready(next.get(), &app::FeedSettings::ready);
        next->readKey();
        QCOMPARE(ready.size(), 1);
        QCOMPARE(next->options().apiKey, kCanary.toStdString());
    }
    void withoutAKeyringTheChoiceIsTheUsers() {
        m_keyring->there = false;
        auto settings = make();
        settings->keepKey(kCanary, KeyPlace::Keyring);
        QCOMPARE(settings->keyState(), QStringLiteral("no keyring"));
        QVERIFY2(!everythingWritten().contains(kCanary.toUtf8()), "nothing is written that was not asked for");
        QCOMPARE(settings->options().apiKey, kCanary.toStdString());
        settings->keepKey(kCanary, KeyPlace::File);
        settings->choose(keptIn(KeyPlace::File));
        QCOMPARE(QFile(keyFile()).permissions() &
                     ~(QFile::ReadUser | QFile::WriteUser | QFile::ReadOwner | QFile::WriteOwner),
                 QFile::Permissions());
        auto next = make();
        next->readKey();
        QCOMPARE(next->options().apiKey, kCanary.toStdString());
        next->keepKey(kCanary, KeyPlace::Session);
        QVERIFY2(!QFile::exists(keyFile()), "a key that moves is not left behind");
    }
    void theEnvironmentGoesBeforeWhatIsKept() {
        m_keyring->kept[QStringLiteral("feed-key")] = QStringLiteral("other");
        core::source::LiveOptions line;
        line.apiKey = kCanary.toStdString();
        auto settings = make(line);
        settings->readKey();
        QCOMPARE(settings->options().apiKey, kCanary.toStdString());
        QVERIFY(settings->keyState().contains(QStringLiteral("environment")));
    }
    void aKeyFileThatOthersReadIsNotUsed() {
        QFile file(keyFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("secret\n");
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
        QString error;
        QVERIFY(app::readKeyFile(keyFile(), error).isEmpty());
        QVERIFY(error.contains(QStringLiteral("chmod 600")) && !error.contains(QStringLiteral("secret")));
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        QCOMPARE(app::readKeyFile(keyFile(), error), QStringLiteral("secret"));
        QVERIFY(error.isEmpty());
    }
    void brokenSettingsAreAsIfNotThere() {
        QSettings settings(settingsFile(), QSettings::IniFormat);
        settings.setValue(QStringLiteral("feed/source"), QStringLiteral("file:///etc/passwd"));
        settings.setValue(QStringLiteral("feed/ws_url"), QStringLiteral("wss://user:key@host/"));
        settings.setValue(QStringLiteral("feed/http_url"), QStringLiteral("https://host/?api-key=1"));
        settings.setValue(QStringLiteral("feed/lookups_per_hour"), -5);
        settings.sync();
        const FeedChoice choice = readFeedChoice(settings);
        QCOMPARE(choice.source, QStringLiteral("solana-rpc"));
        QVERIFY(choice.wsUrl.isEmpty() && choice.httpUrl.isEmpty());
        QCOMPARE(choice.lookupsPerHour, 0);
    }
    void thePageRefusesAddressesWithKeys() {
        FeedPage page({});
        page.QWidget::show();
        QSignalSpy changed(&page, &FeedPage::changed);
        auto* ws = page.findChild<QLineEdit*>(QStringLiteral("settingWsUrl"));
        auto* answer = page.findChild<QLabel*>(QStringLiteral("feedAnswer"));
        QTest::keyClicks(ws, QStringLiteral("wss://node.example/?api-key=abc"));
        QTest::keyClick(ws, Qt::Key_Return);
        QCOMPARE(changed.size(), 0);
        QVERIFY(answer->text().contains(QStringLiteral("no key")));
        ws->setText(QStringLiteral("wss://node.example/"));
        QTest::keyClick(ws, Qt::Key_Return);
        QCOMPARE(changed.size(), 1);
        QVERIFY(answer->text().isEmpty());
        QSignalSpy entered(&page, &FeedPage::keyEntered);
        auto* key = page.findChild<QLineEdit*>(QStringLiteral("settingKey"));
        QCOMPARE(key->echoMode(), QLineEdit::Password);
        QTest::keyClicks(key, kCanary);
        QTest::mouseClick(page.findChild<QPushButton*>(QStringLiteral("settingKeyKeep")), Qt::LeftButton);
        QCOMPARE(entered.size(), 1);
        QCOMPARE(entered[0][0].toString(), kCanary);
        QVERIFY2(key->text().isEmpty(), "a key stays in no field");
    }
};

QTEST_MAIN(TstFeedSettings)
#include "tst_feed_settings.moc"
