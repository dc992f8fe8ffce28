// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace app {

/// A key in a file that only its owner can read, for those without a keyring who chose so.
/// The key; empty when there is no file. `error` says why one that is there was not taken: others can read it, too
/// large, more than a line.
[[nodiscard]] QString readKeyFile(const QString& file, QString& error);
/// Writes it with mode 0600 from the first byte on, or removes the file for an empty key. Error: a sentence.
[[nodiscard]] QString writeKeyFile(const QString& file, const QString& key);

}  // namespace app
