// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/alert_book.h"

#include <QByteArray>

#include <memory>
#include <span>

namespace ui {

/// Alerts as a JSON document `cabalscope.alerts/1`: each as interfaces section 4 has it, with the price since and
/// the user's verdict. The same in every language.
[[nodiscard]] QByteArray alertsJson(std::span<const std::shared_ptr<const AlertRow>> rows);

}  // namespace ui
