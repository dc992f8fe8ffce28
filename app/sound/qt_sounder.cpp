// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sound/qt_sounder.h"

#include "app/sound/tone.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QUrl>

#include <algorithm>
#include <utility>

#ifdef CABALSCOPE_SOUND
#include <QAudioDevice>
#include <QMediaDevices>
#include <QSoundEffect>
#endif

namespace app {
namespace {

constexpr qint64 kLargestSound = 4'000'000;  // bytes
constexpr int kMostSounds = 64;
constexpr qsizetype kLongestSentence = 240;

// A name of the rules file, so it cannot leave the folder.
bool isName(const QString& name) {
    return !name.isEmpty() && name.size() <= 64 && std::all_of(name.begin(), name.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_';
    });
}

}  // namespace

struct QtSounder::Player {
#ifdef CABALSCOPE_SOUND
    QHash<QString, QSoundEffect*> effects;
    QObject owner;
#endif
};

QtSounder::QtSounder(QString ownSounds, QString speaker)
    : m_ownSounds(std::move(ownSounds)), m_player(std::make_unique<Player>()), m_speaker(std::move(speaker)) {}

QtSounder::~QtSounder() {
    if (m_speaking == nullptr) return;
    // Nothing is said about alerts of a program that is gone.
    m_speaking->disconnect(this);
    m_speaking->kill();
    m_speaking->waitForFinished(500);
}

QStringList QtSounder::sounds() const {
    QStringList out = toneNames();
    for (const QFileInfo& file :
         QDir(m_ownSounds).entryInfoList({QStringLiteral("*.wav")}, QDir::Files, QDir::Name)) {
        const QString name = file.completeBaseName();
        if (out.size() >= kMostSounds) break;
        if (isName(name) && file.size() <= kLargestSound && !out.contains(name)) out << name;
    }
    return out;
}

QString QtSounder::fileOf(const QString& name) {
    if (!isName(name)) return fileOf(toneNames().front());
    const QByteArray tone = toneWav(name);
    if (tone.isEmpty()) {
        const QFileInfo own(m_ownSounds + u'/' + name + QStringLiteral(".wav"));
        return own.isFile() && own.size() <= kLargestSound ? own.absoluteFilePath() : fileOf(toneNames().front());
    }
    const QString path = m_tones.filePath(name + QStringLiteral(".wav"));
    if (QFileInfo::exists(path)) return path;
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(tone) == tone.size() ? path : QString();
}

void QtSounder::play(const QString& name, int volume) {
#ifdef CABALSCOPE_SOUND
    const QString file = fileOf(name);
    if (file.isEmpty()) return;
    QSoundEffect*& effect = m_player->effects[file];
    if (effect == nullptr) {
        effect = new QSoundEffect(&m_player->owner);
        effect->setSource(QUrl::fromLocalFile(file));
        connect(effect, &QSoundEffect::statusChanged, this, &QtSounder::troubleChanged);
    }
    if (effect->isPlaying()) return;
    effect->setVolume(static_cast<float>(std::clamp(volume, 0, 100)) / 100.0F);
    effect->play();
#else
    Q_UNUSED(name)
    Q_UNUSED(volume)
#endif
}

void QtSounder::speak(const QString& text) {
    // A burst is not to be listened to for minutes; the list has every alert.
    if (m_waiting.size() >= kMostWaiting || !speechTrouble().isEmpty()) return;
    m_waiting.push_back(text.left(kLongestSentence));
    speakNext();
}

void QtSounder::speakNext() {
    if (m_speaking != nullptr || m_waiting.empty()) return;
    m_speaking = new QProcess(this);
    const auto over = [this](const QString& error) {
        if (m_speaking == nullptr) return;
        m_speaking->deleteLater();
        m_speaking = nullptr;
        if (error != m_speechError) {
            m_speechError = error;
            emit troubleChanged();
        }
        if (error.isEmpty())
            speakNext();
        else
            m_waiting.clear();
    };
    connect(m_speaking, &QProcess::finished, this,
            [over](int code) { over(code == 0 ? QString() : tr("The voice of this system does not answer.")); });
    connect(m_speaking, &QProcess::errorOccurred, this, [over](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) over(tr("The voice of this system does not answer."));
    });
    // Behind "--" nothing of a hostile name is taken for an option, and no shell reads it.
    m_speaking->start(m_speaker, {QStringLiteral("--wait"), QStringLiteral("--"), m_waiting.front()});
    m_waiting.pop_front();
}

QString QtSounder::soundTrouble() const {
#ifdef CABALSCOPE_SOUND
    if (QMediaDevices::audioOutputs().isEmpty()) return tr("This computer has no sound output now.");
    for (const QSoundEffect* effect : std::as_const(m_player->effects))
        if (effect->status() == QSoundEffect::Error)
            return tr("%1 could not be played.").arg(QFileInfo(effect->source().toLocalFile()).fileName());
    return {};
#else
    return tr("This build has no sounds of its own (Qt Multimedia was not there); the desktop's sound works.");
#endif
}

QString QtSounder::speechTrouble() const {
    if (QStandardPaths::findExecutable(m_speaker).isEmpty())
        return tr("No voice is installed: install speech-dispatcher (it brings spd-say).");
    return m_speechError;
}

}  // namespace app
