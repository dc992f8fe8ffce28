// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/raw_event.h"

#include "core/base/byte_reader.h"
#include "core/wire/dex/registry.h"

namespace core::wire {

namespace {

std::string digitsOf(Uint128 rest) {
    std::string digits;
    do {
        digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(rest % 10)));
        rest /= 10;
    } while (rest != 0);
    return digits;
}

}  // namespace

void LayoutPrinter::operator()(std::string_view name, Int128 value) {
    const bool negative = value < 0;
    add(name, (negative ? "-" : "") +
                  digitsOf(negative ? Uint128{0} - static_cast<Uint128>(value) : static_cast<Uint128>(value)));
}

void LayoutPrinter::operator()(std::string_view name, Uint128 value) {
    add(name, digitsOf(value));
}

void LayoutPrinter::operator()(std::string_view name, const std::vector<Shareholder>& value) {
    std::string text = "[";
    for (const auto& entry : value) {
        if (text.size() > 1) text += ',';
        text += R"({"address":")" + entry.address.base58() + R"(","share_bps":")" + std::to_string(entry.shareBps) +
                R"("})";
    }
    add(name, text + ']');
}

std::size_t callerOf(const TransactionView& transaction, std::size_t index) noexcept {
    const auto& all = transaction.instructions;
    const auto& self = all[index];
    if (self.inner == EventPath::kNoInner) return index;
    for (std::size_t i = index; i-- > 0;) {
        if (all[i].inner == EventPath::kNoInner) return i;  // the group's top-level instruction
        if (all[i].height + 1 == self.height) return i;
    }
    return index;
}

namespace {

// The instruction behind a self-CPI whose stack height the source does not say: the program's nearest
// earlier one in the group that is no event itself. Its caller by height would be the top-level program,
// and a router's accounts are not the venue's.
const InstructionView* emitterWithoutHeight(const TransactionView& transaction, std::size_t index) noexcept {
    const auto& all = transaction.instructions;
    for (std::size_t i = index; i-- > 0;) {
        if (transaction.programOf(all[i]) == transaction.programOf(all[index]) && all[i].accountsCount != 1)
            return &all[i];
        if (all[i].inner == EventPath::kNoInner) break;
    }
    return nullptr;
}

}  // namespace

std::vector<RawEvent> selfCpiEvents(const TransactionView& transaction, std::uint64_t& undecodable) {
    std::vector<RawEvent> out;
    const auto& all = transaction.instructions;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto& instruction = all[i];
        if (instruction.inner == EventPath::kNoInner || instruction.accountsCount != 1) continue;
        const Venue* venue = venueOf(transaction.programOf(instruction));
        if (venue == nullptr || venue->place == EventPlace::LogOnly || venue->place == EventPlace::LogText)
            continue;
        const std::size_t caller = callerOf(transaction, i);
        const bool calledBySelf = transaction.programOf(all[caller]) == transaction.programOf(instruction);
        if (!calledBySelf && *transaction.account(instruction, 0) != eventAuthorityOf(*venue)) continue;

        std::vector<std::uint8_t> data;
        if (!instruction.dataBase58.empty()) {
            auto decoded = base58Decode(instruction.dataBase58);
            if (!decoded) {
                ++undecodable;
                continue;
            }
            data = std::move(*decoded);
        } else {
            data.assign(instruction.data.begin(), instruction.data.end());
        }
        ByteReader reader{data};
        if (reader.integer<Discriminator>() != kSelfCpiTag || reader.failed()) continue;
        data.erase(data.begin(), data.begin() + sizeof(Discriminator));

        RawEvent event;
        event.venue = venue;
        event.path = {instruction.top, instruction.inner, 0};
        event.payload = std::move(data);
        event.emitter = calledBySelf ? &all[caller] : emitterWithoutHeight(transaction, i);
        event.emitterInner = event.emitter != nullptr ? event.emitter->inner : EventPath::kNoInner;
        event.depth = calledBySelf ? all[caller].height : std::uint16_t{2};
        out.push_back(std::move(event));
    }
    return out;
}

}  // namespace core::wire
