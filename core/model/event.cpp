// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/event.h"

#include "core/model/quote_asset.h"

namespace core {

const Mint& mintOf(const EventBody& body) noexcept {
    return std::visit(
        [](const auto& what) -> const Mint& {
            if constexpr (requires { what.mint; }) {
                return what.mint;
            } else {
                return wrappedSolMint();
            }
        },
        body);
}

}  // namespace core
