// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/event_cpi.h"

#include <array>

namespace core::sim {

void emitEvent(TransactionBuilder& tx, AccountIndex program, AccountIndex authority, const Payload& event) {
    tx.data(event.view());
    Payload call{0xe445a52e51cb9a1d};
    call.bytes(event.view());
    const std::array accounts{authority};
    tx.invoke(program, accounts, call.view());
    tx.success(2'009);
}

}  // namespace core::sim
