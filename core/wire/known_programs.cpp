// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/known_programs.h"

#include <algorithm>
#include <array>
#include <utility>

namespace core::wire {
namespace {

using Named = std::pair<std::string_view, std::string_view>;

constexpr std::array kRouters{
    Named{"JUP6LkbZbjS1jKKwapdHNy74zcZ3tLUZoi5QNyVTaV4", "jupiter"},
    Named{"JUP4Fb2cqiRUcaTHdrPC8h2gNsA2ETXiPDD33WcGuJB", "jupiter_v4"},
    Named{"JUP2jxvXaqu7NQY1GmNF4m1vodw12LVXYxbFL2uJvfo", "jupiter_v2"},
    Named{"DCA265Vj8a9CEuX1eb1LWRnDT7uK6q1xMipnNyatn23M", "jupiter_dca"},
    Named{"jupoNjAxXgZ4rjzxzPMP4oxduvQsQtZzyknqvzYNrNu", "jupiter_limit"},
    Named{"j1o2qRpjcyUwEvwtcfhEQefh773ZgjxcVRry7LDqg5X", "jupiter_limit_v2"},
    Named{"6m2CDdhRgxpH4WjvdzxAYbGxwdGUz5MziiL5jek2kBma", "okx"},
    Named{"HV1KXxWFaSeriyFvXyx48FqG9BoFbfinB8njCJonqP7K", "okx_router"},
    Named{"routeUGWgWzqBWFcrCfv8tritsqukccJPu3q5GPP3xS", "raydium_route"},
    Named{"BSfD6SHZigAfDWSjzD5Q41jw8LmKwtmjskPH9XW1mrRW", "photon"},
    Named{"GMgnVFR8Jb39LoXsEVzb3DvBy3ywCmdmJquHUy1Lrkqb", "gmgn"},
    Named{"b1oomGGqPKGD6errbyfbVMBuzSC8WtAAYo8MwNafWW1", "bloom"},
    Named{"BANANAjs7FJiPQqJTGFzkZJndT9o7UmKiYYGaJz6frGu", "banana_gun"},
    Named{"MaestroAAe9ge5HTc64VbBQZ6fP77pwvrhM8i1XWSAx", "maestro"},
    Named{"NoVA1TmDUqksaj2hB1nayFkPysjJbFiU76dT4qPw2wm", "nova"},
    Named{"minTcHYRLVPubRK8nt6sqe2ZpWrGDLQoNLipDJCGocY", "mintech"},
    Named{"JSW99DKmxNyREQM14SQLDykeBvEUG63TeohrvmofEiw", "apepro"},
};

const auto& precompiles() {
    static const std::array table{
        Pubkey::fromBase58("Ed25519SigVerify111111111111111111111111111").value(),
        Pubkey::fromBase58("KeccakSecp256k11111111111111111111111111111").value(),
        Pubkey::fromBase58("Secp256r1SigVerify1111111111111111111111111").value(),
    };
    return table;
}

}  // namespace

bool isPrecompile(const Pubkey& program) noexcept {
    return std::find(precompiles().begin(), precompiles().end(), program) != precompiles().end();
}

NativeProgram nativeProgram(const Pubkey& program) noexcept {
    static const auto system = Pubkey::fromBase58("11111111111111111111111111111111").value();
    static const auto token = Pubkey::fromBase58("TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA").value();
    static const auto token2022 = Pubkey::fromBase58("TokenzQdBNbLqP5VEhdkAS6EPFLC1PHnBqCXEpPxuEb").value();
    static const auto associated = Pubkey::fromBase58("ATokenGPvbdGVxr1b2hvZbsiqW5xWH25efTNsLJA8knL").value();
    if (program == token || program == token2022) return NativeProgram::Token;
    if (program == system) return NativeProgram::System;
    if (program == associated) return NativeProgram::AssociatedToken;
    return NativeProgram::None;
}

Symbol routeOf(std::string_view programText) {
    for (const auto& [program, name] : kRouters)
        if (program == programText) return Symbol{name};
    return {};
}

Symbol routeOf(const Pubkey& program) {
    static const auto keys = [] {
        std::array<Pubkey, kRouters.size()> out;
        for (std::size_t i = 0; i < out.size(); ++i) out[i] = Pubkey::fromBase58(kRouters[i].first).value();
        return out;
    }();
    for (std::size_t i = 0; i < keys.size(); ++i)
        if (keys[i] == program) return Symbol{kRouters[i].second};
    return {};
}

}  // namespace core::wire
