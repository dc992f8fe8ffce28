// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/token_people.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace ui::format {

/// The case of a flag as plain text to be sent to somebody: sentence, rule, transactions, what argues against it.
[[nodiscard]] QString evidenceText(const core::pipeline::FlagCase& shown);
/// The same as JSON, members as in the file of an analysis (schema cabalscope.evidence/1). The same case gives the
/// same bytes.
[[nodiscard]] QByteArray evidenceJson(const core::pipeline::FlagCase& shown);
/// An alert that no flag stands behind, as far as it tells.
[[nodiscard]] std::shared_ptr<const core::pipeline::FlagCase> caseOfAlert(const core::Alert& alert);

}  // namespace ui::format
