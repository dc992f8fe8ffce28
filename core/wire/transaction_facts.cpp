// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/transaction_facts.h"

#include "core/base/base58.h"
#include "core/base/byte_reader.h"
#include "core/model/quote_asset.h"
#include "core/wire/known_programs.h"

namespace core::wire {
namespace {

// Tags of the Token and Token-2022 programs. Source: solana-wire section 15.2.
enum TokenTag : std::uint8_t {
    kInitializeMint = 0,
    kInitializeAccount = 1,
    kTransfer = 3,
    kSetAuthority = 6,
    kMintTo = 7,
    kBurn = 8,
    kCloseAccount = 9,
    kTransferChecked = 12,
    kMintToChecked = 14,
    kBurnChecked = 15,
    kInitializeAccount2 = 16,
    kInitializeAccount3 = 18,
    kInitializeMint2 = 20,
    kTransferFeeExtension = 26,
};
constexpr std::uint8_t kTransferCheckedWithFee = 1;  // below kTransferFeeExtension

enum SystemTag : std::uint32_t {
    kCreateAccount = 0,
    kSystemTransfer = 2,
    kCreateWithSeed = 3,
    kTransferWithSeed = 11
};

}  // namespace

std::span<const std::uint8_t> instructionData(const InstructionView& instruction,
                                              std::vector<std::uint8_t>& scratch) {
    if (instruction.dataBase58.empty()) return instruction.data;
    // No instruction is longer than the packet it came in.
    constexpr std::size_t kLongestText = 16'384;
    if (instruction.dataBase58.size() > kLongestText) return {};
    auto decoded = base58Decode(instruction.dataBase58);
    if (!decoded) return {};
    scratch = std::move(*decoded);
    return scratch;
}

std::size_t callsEnd(const TransactionView& transaction, std::size_t index) noexcept {
    const auto& all = transaction.instructions;
    const InstructionView& self = all[index];
    std::size_t end = index + 1;
    while (end < all.size() && all[end].inner != EventPath::kNoInner &&
           (self.inner == EventPath::kNoInner || all[end].height > self.height))
        ++end;
    return end;
}

void TransactionFacts::read(const TransactionView& transaction) {
    m_accounts.assign(transaction.keys.size(), std::nullopt);
    m_tokenMoves.clear();
    m_solMoves.clear();
    m_closed.clear();
    m_authorities.clear();
    m_decimals.clear();
    for (const TokenBalance& balance : transaction.preTokens) {
        own(balance.account, balance.mint, balance.owner);
        m_accounts[balance.account]->before = balance.amount;
        m_decimals.emplace(balance.mint, balance.decimals);
    }
    for (const TokenBalance& balance : transaction.postTokens) {
        own(balance.account, balance.mint, balance.owner);
        m_accounts[balance.account]->after = balance.amount;
        m_decimals.emplace(balance.mint, balance.decimals);
    }
    for (std::uint32_t i = 0; i < transaction.instructions.size(); ++i) {
        const InstructionView& instruction = transaction.instructions[i];
        switch (nativeProgram(transaction.programOf(instruction))) {
            case NativeProgram::Token: token(transaction, i, instructionData(instruction, m_scratch)); break;
            case NativeProgram::System: system(transaction, i, instructionData(instruction, m_scratch)); break;
            case NativeProgram::AssociatedToken:
                if (instruction.accountsCount >= 4) {
                    const auto* indexes = &transaction.accountIndexes[instruction.accountsBegin];
                    own(indexes[1], Mint{transaction.keys[indexes[3]]}, Wallet{transaction.keys[indexes[2]]});
                }
                break;
            case NativeProgram::None: break;
        }
    }
}

void TransactionFacts::own(std::uint16_t account, const Mint& mint, const std::optional<Wallet>& owner) {
    auto& known = m_accounts[account];
    if (!known) {
        known = TokenAccount{mint, owner, std::nullopt, std::nullopt};
    } else if (!known->owner) {
        known->owner = owner;
    }
}

void TransactionFacts::token(const TransactionView& transaction, std::uint32_t index,
                             std::span<const std::uint8_t> data) {
    const InstructionView& instruction = transaction.instructions[index];
    const auto key = [&](std::size_t k) { return transaction.accountIndexes[instruction.accountsBegin + k]; };
    const auto has = [&](std::size_t count) { return instruction.accountsCount >= count; };
    const auto mintAt = [&](std::size_t k) { return Mint{transaction.keys[key(k)]}; };
    ByteReader reader{data};
    const auto tag = reader.integer<std::uint8_t>();
    if (reader.failed()) return;
    TokenMove move;
    move.instruction = index;
    switch (tag) {
        case kInitializeMint:
        case kInitializeMint2: {
            const auto decimals = reader.integer<std::uint8_t>();
            if (!reader.failed() && has(1)) m_decimals.emplace(mintAt(0), decimals);
            return;
        }
        case kInitializeAccount:
            if (has(3)) own(key(0), mintAt(1), Wallet{transaction.keys[key(2)]});
            return;
        case kInitializeAccount2:
        case kInitializeAccount3: {
            const auto owner = reader.bytes(Wallet::kSize);
            if (!owner.empty() && has(2)) own(key(0), mintAt(1), Wallet::fromBytes(owner).value());
            return;
        }
        case kTransfer:
            move.amount = reader.integer<std::uint64_t>();
            if (reader.failed() || !has(3)) return;
            move.source = key(0);
            move.destination = key(1);
            move.authority = key(2);
            if (const TokenAccount* from = account(move.source))
                move.mint = from->mint;
            else if (const TokenAccount* to = account(move.destination))
                move.mint = to->mint;
            break;
        case kTransferChecked:
        case kTransferFeeExtension: {
            if (tag == kTransferFeeExtension && reader.integer<std::uint8_t>() != kTransferCheckedWithFee) return;
            move.amount = reader.integer<std::uint64_t>();
            const auto decimals = reader.integer<std::uint8_t>();
            if (tag == kTransferFeeExtension) move.fee = reader.integer<std::uint64_t>();
            if (reader.failed() || !has(4)) return;
            move.source = key(0);
            move.mint = mintAt(1);
            move.destination = key(2);
            move.authority = key(3);
            m_decimals.emplace(*move.mint, decimals);
            break;
        }
        case kMintTo:
        case kMintToChecked:
            move.amount = reader.integer<std::uint64_t>();
            if (reader.failed() || !has(3)) return;
            move.mint = mintAt(0);
            move.destination = key(1);
            move.authority = key(2);
            break;
        case kBurn:
        case kBurnChecked:
            move.amount = reader.integer<std::uint64_t>();
            if (reader.failed() || !has(3)) return;
            move.source = key(0);
            move.mint = mintAt(1);
            move.authority = key(2);
            break;
        case kCloseAccount:
            if (has(3)) m_closed.push_back({index, key(0), key(1), key(2)});
            return;
        case kSetAuthority: {
            const auto kind = reader.integer<std::uint8_t>();
            const bool given = reader.boolean();
            const auto to = given ? reader.bytes(Wallet::kSize) : std::span<const std::uint8_t>{};
            if (reader.failed() || !has(2)) return;
            AuthorityMove changed{index, key(0), key(1), kind, std::nullopt};
            if (!to.empty()) changed.to = Wallet::fromBytes(to).value();
            m_authorities.push_back(changed);
            return;
        }
        default: return;
    }
    // A transfer tells the mint of an account that has no balance entry, such as one opened and closed here.
    if (move.mint) {
        for (const std::uint16_t touched : {move.source, move.destination})
            if (touched != TokenMove::kNowhere) own(touched, *move.mint, std::nullopt);
    }
    m_tokenMoves.push_back(move);
}

void TransactionFacts::system(const TransactionView& transaction, std::uint32_t index,
                              std::span<const std::uint8_t> data) {
    const InstructionView& instruction = transaction.instructions[index];
    const auto key = [&](std::size_t k) { return transaction.accountIndexes[instruction.accountsBegin + k]; };
    ByteReader reader{data};
    SolMove move;
    move.instruction = index;
    const auto tag = reader.integer<std::uint32_t>();
    if (reader.failed()) return;
    std::size_t to = 1;
    switch (tag) {
        case kCreateAccount: move.createsAccount = true; break;
        case kSystemTransfer: break;
        case kCreateWithSeed: {
            move.createsAccount = true;
            reader.bytes(Pubkey::kSize);
            const auto seed = reader.integer<std::uint64_t>();
            if (reader.failed() || seed > reader.remaining()) return;
            reader.bytes(static_cast<std::size_t>(seed));
            break;
        }
        case kTransferWithSeed: to = 2; break;
        default: return;
    }
    move.lamports = reader.integer<std::uint64_t>();
    if (reader.failed() || instruction.accountsCount <= to) return;
    move.from = key(0);
    move.to = key(to);
    m_solMoves.push_back(move);
}

const TokenAccount* TransactionFacts::account(std::uint16_t key) const noexcept {
    if (key >= m_accounts.size() || !m_accounts[key]) return nullptr;
    return &*m_accounts[key];
}

std::optional<std::uint8_t> TransactionFacts::decimals(const Mint& mint) const noexcept {
    if (const QuoteAsset* asset = quoteAsset(mint)) return asset->decimals;
    const auto found = m_decimals.find(mint);
    if (found == m_decimals.end()) return std::nullopt;
    return found->second;
}

}  // namespace core::wire
