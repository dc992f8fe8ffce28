// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace core::store {

class Database;

/// The schema version this build writes.
[[nodiscard]] int schemaVersion() noexcept;

/// Brings a database from whatever version it has to schemaVersion(), one numbered step and one
/// transaction each. Errors: Unsupported when the file is newer, Database.
[[nodiscard]] Result<void> migrate(Database& database);

}  // namespace core::store
