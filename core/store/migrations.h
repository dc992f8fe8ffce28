// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace core::store {

class Database;

/// The schema version this build writes.
[[nodiscard]] int schemaVersion() noexcept;

/// Whether this build can work with the database; looks only. Errors: Unsupported when a newer version made
/// it, Database when another program did.
[[nodiscard]] Result<void> checkSchema(Database& database);

/// Brings a database from whatever version it has to schemaVersion(), one numbered step and one
/// transaction each. In a large database the indexes of buildIndexes are left for later: nothing but speed depends
/// on them. Errors: those of checkSchema, Database.
[[nodiscard]] Result<void> migrate(Database& database);

/// Makes the indexes that are missing, some seconds for millions of trades, and nothing when all are there. Errors:
/// Database, also when Database::stopWhen ends it; what was not made is made next time.
[[nodiscard]] Result<void> buildIndexes(Database& database);

}  // namespace core::store
