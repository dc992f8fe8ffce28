// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/wallet_history_json.h"

#include <algorithm>

namespace core::wire {
namespace {

namespace dom = simdjson::dom;

// What a node lists when it is not told how much.
constexpr std::uint64_t kUsualLimit = 1'000;
constexpr std::int64_t kLatestTime = 253'402'300'799;  // the end of year 9999

}  // namespace

std::optional<WalletHistory> readWalletHistory(const dom::element& request, const dom::element& result) {
    std::string_view address;
    dom::array rows;
    if (request["params"].at(0).get(address) || result.get(rows)) return std::nullopt;
    const auto wallet = Wallet::fromBase58(address);
    if (!wallet) return std::nullopt;
    std::uint64_t limit = kUsualLimit;
    if (dom::element options; request["params"].at(1).get(options) == simdjson::SUCCESS) {
        std::string_view until;
        if (options["until"].get(until) == simdjson::SUCCESS) return std::nullopt;
        if (options["limit"].get(limit)) limit = kUsualLimit;
    }
    WalletHistory out;
    out.wallet = *wallet;
    // Newest first, so the last row is the oldest.
    std::vector<std::uint64_t> slots;
    for (const dom::element row : rows) {
        std::uint64_t slot = 0;
        std::string_view signature;
        if (row["slot"].get(slot) || row["signature"].get(signature)) return std::nullopt;
        slots.push_back(slot);
        ++out.listed;
        if (auto parsed = Signature::fromBase58(signature)) out.oldest = *parsed;
        std::int64_t time = 0;
        out.oldestTime.reset();
        const bool told = row["blockTime"].get(time) == simdjson::SUCCESS;
        if (told && time >= 0 && time <= kLatestTime) out.oldestTime = time;
    }
    out.complete = out.listed < limit;
    if (!out.complete) return out;
    std::sort(slots.begin(), slots.end());
    slots.resize(std::min(slots.size(), WalletHistory::kFirst));
    out.firstSlots = std::move(slots);
    return out;
}

}  // namespace core::wire
