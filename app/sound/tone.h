// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace app {

/// The sounds of the program, the quietest first.
[[nodiscard]] QStringList toneNames();
/// One of them as a WAV file (16 bit, mono, 44,100 Hz), computed; empty for a name that is none. The same every
/// time.
[[nodiscard]] QByteArray toneWav(const QString& name);

}  // namespace app
