// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace core::ledger {

/// Brings back what was put away. What was away asks for it when somebody looks. Thread: confined to the engine.
class Thaw {
public:
    Thaw() = default;
    Thaw(const Thaw&) = delete;
    Thaw& operator=(const Thaw&) = delete;
    /// Afterwards nothing is away: it came back, or it is lost and empty.
    virtual void thaw() = 0;

protected:
    ~Thaw() = default;
};

}  // namespace core::ledger
