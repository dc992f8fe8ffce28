// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/symbol.h"

#include <cstdint>
#include <string_view>

namespace core::wire {

/// Whether a program is a precompile: it runs without leaving a log line, so it has no place in the
/// ordinals of EventPath. Source: solana-wire section 5.2. Thread: any.
[[nodiscard]] bool isPrecompile(const Pubkey& program) noexcept;

/// The programs of the chain itself that move what wallets own.
enum class NativeProgram : std::uint8_t { None, System, Token, AssociatedToken };

/// Which of them a program is; Token-2022 counts as Token. Source: solana-wire section 15. Thread: any.
[[nodiscard]] NativeProgram nativeProgram(const Pubkey& program) noexcept;

/// The aggregator or trading bot behind a top-level program, as the `route` of interfaces section 3;
/// empty when the program is none we know. Source: solana-wire section 14. Thread: any.
[[nodiscard]] Symbol routeOf(std::string_view programText);
[[nodiscard]] Symbol routeOf(const Pubkey& program);

}  // namespace core::wire
