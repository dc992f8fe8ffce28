// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/source/probe.h"
#endif

#include <QString>

namespace ui::format {

/// A step of trying out a feed that failed, in words for the user. None repeats a key.
struct FeedAdvice {
    QString happened;
    QString works;  ///< what is good all the same
    QString todo;   ///< empty when the user ended it
};
/// `host` is what the address names.
[[nodiscard]] FeedAdvice feedAdvice(const core::source::ProbeStep& step, const QString& host);

/// "Name look-up", "Encryption (TLS)".
[[nodiscard]] QString stageText(core::source::ProbeStage stage);

}  // namespace ui::format
