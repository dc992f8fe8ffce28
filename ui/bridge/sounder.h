// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

namespace ui::bridge {

/// Makes alerts heard. Calls return at once; what cannot be heard is silent and says why. Thread: GUI.
class Sounder : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Names that can be played: those of the program and of the user's folder.
    [[nodiscard]] virtual QStringList sounds() const = 0;
    /// Plays a sound, `volume` 0 to 100. A name that is not there is played as the first of the program. One that
    /// sounds already is not begun again.
    virtual void play(const QString& name, int volume) = 0;
    /// Says a sentence of plain text after what is being said; what waits too long is left out.
    virtual void speak(const QString& text) = 0;
    /// One sentence each for the screen: why nothing is heard; empty when something is.
    [[nodiscard]] virtual QString soundTrouble() const = 0;
    [[nodiscard]] virtual QString speechTrouble() const = 0;

signals:
    void troubleChanged();
};

}  // namespace ui::bridge
