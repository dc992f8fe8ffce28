// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/alert_history.h"

#include <memory>
#include <optional>
#include <string>

namespace ui::bridge {

/// What is kept of alerts beyond the session that runs. Calls return at once. Thread: GUI.
class AlertDesk {
public:
    AlertDesk() = default;
    AlertDesk(const AlertDesk&) = delete;
    AlertDesk& operator=(const AlertDesk&) = delete;
    virtual ~AlertDesk() = default;

    /// Reads the stored alerts anew; history() becomes another object when that is done.
    virtual void askAlerts(const core::review::AlertWish& wish) = 0;
    /// Null before the first answer.
    [[nodiscard]] virtual std::shared_ptr<const core::review::AlertHistory> alertHistory() const = 0;
    /// Keeps what the user holds of an alert, by its key; empty takes it back.
    virtual void judgeAlert(const std::string& key, std::optional<bool> verdict, const std::string& reason) = 0;
};

}  // namespace ui::bridge
