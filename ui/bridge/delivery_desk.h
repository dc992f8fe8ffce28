// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

#include <QObject>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ui::bridge {

/// Alerts of a coin or of a rule that are listed and not said outside of the list until a moment.
struct Mute {
    std::optional<core::Mint> coin;  ///< else a rule
    std::string rule;                ///< its id
    std::int64_t until = 0;          ///< Unix seconds
};

/// What is held back of what alerts say outside of their list. Thread: GUI.
class DeliveryDesk : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// A mute that never ends.
    static constexpr std::int64_t kForEver = std::int64_t{1} << 40U;

    /// Those that hold now, the first to end first.
    [[nodiscard]] virtual std::vector<Mute> mutes() const = 0;
    /// Takes the place of an earlier one of the same coin or rule; `until` not in the future lifts it.
    virtual void mute(const Mute& mute) = 0;
    /// Nothing is said until then, Unix seconds; 0 while things are said.
    [[nodiscard]] virtual std::int64_t silentUntil() const = 0;
    /// Says nothing until then; 0 ends it.
    virtual void doNotDisturb(std::int64_t untilSeconds) = 0;

signals:
    void deliveryChanged();
};

}  // namespace ui::bridge
