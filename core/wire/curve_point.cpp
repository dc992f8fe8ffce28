// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/curve_point.h"

#include <openssl/bn.h>

#include <algorithm>
#include <array>
#include <memory>

namespace core::wire {
namespace {

struct FreeNumber {
    void operator()(BIGNUM* number) const noexcept { BN_free(number); }
    void operator()(BN_CTX* context) const noexcept { BN_CTX_free(context); }
};
using Number = std::unique_ptr<BIGNUM, FreeNumber>;

Number fromHex(const char* text) {
    BIGNUM* number = nullptr;
    BN_hex2bn(&number, text);
    return Number{number};
}

}  // namespace

bool isOnCurve(const Pubkey& key) {
    // 2^255 - 19, and d = -121665 / 121666 modulo that.
    static const Number prime = fromHex("7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffed");
    static const Number d = fromHex("52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3");
    constexpr std::uint8_t kSignBit = 0x80;

    std::array<std::uint8_t, Pubkey::kSize> bytes = key.bytes();
    bytes.back() = static_cast<std::uint8_t>(bytes.back() & ~kSignBit);
    std::reverse(bytes.begin(), bytes.end());
    const std::unique_ptr<BN_CTX, FreeNumber> context{BN_CTX_new()};
    const Number y{BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr)};
    const Number square{BN_new()};
    const Number numerator{BN_new()};
    const Number denominator{BN_new()};
    // x^2 = (y^2 - 1) / (d y^2 + 1) has a root exactly when the product of both has one.
    BN_mod_sqr(square.get(), y.get(), prime.get(), context.get());
    BN_mod_sub(numerator.get(), square.get(), BN_value_one(), prime.get(), context.get());
    BN_mod_mul(denominator.get(), square.get(), d.get(), prime.get(), context.get());
    BN_mod_add(denominator.get(), denominator.get(), BN_value_one(), prime.get(), context.get());
    BN_mod_mul(numerator.get(), numerator.get(), denominator.get(), prime.get(), context.get());
    return BN_kronecker(numerator.get(), prime.get(), context.get()) >= 0;
}

}  // namespace core::wire
