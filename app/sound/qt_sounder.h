// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/sounder.h"

#include <QHash>
#include <QString>
#include <QTemporaryDir>

#include <deque>
#include <memory>

class QProcess;

namespace app {

/// Plays through Qt Multimedia, where this build has it, and speaks through the system's speech-dispatcher, where
/// it is installed: a program is asked, so that no library is needed. The user's own sounds are the WAV files of a
/// folder, called as they are without their ending. Thread: GUI.
class QtSounder final : public ui::bridge::Sounder {
    Q_OBJECT
public:
    /// Sentences that may wait while one is being said.
    static constexpr int kMostWaiting = 3;

    /// `ownSounds` need not be there. `speaker` is run as "speaker --wait -- TEXT" for each sentence.
    explicit QtSounder(QString ownSounds, QString speaker = QStringLiteral("spd-say"));
    ~QtSounder() override;

    [[nodiscard]] QStringList sounds() const override;
    void play(const QString& name, int volume) override;
    void speak(const QString& text) override;
    [[nodiscard]] QString soundTrouble() const override;
    [[nodiscard]] QString speechTrouble() const override;

private:
    struct Player;

    void speakNext();
    [[nodiscard]] QString fileOf(const QString& name);

    QString m_ownSounds;
    QTemporaryDir m_tones;  ///< the program's sounds as files
    std::unique_ptr<Player> m_player;
    QString m_speaker;
    std::deque<QString> m_waiting;
    QProcess* m_speaking = nullptr;
    QString m_speechError;
};

}  // namespace app
