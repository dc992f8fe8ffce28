// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/yellowstone/update_json.h"

#include "core/base/base58.h"
#include "core/base/base64.h"
#include "core/source/json_text.h"

#include "geyser.pb.h"

#include <span>
#include <string_view>
#include <vector>

namespace core::source::yellowstone {
namespace {

namespace stored = solana::storage::ConfirmedBlock;
using Bytes = std::vector<std::uint8_t>;

constexpr std::size_t kSignature = 64;
constexpr std::size_t kKey = 32;
constexpr std::size_t kMostBytes = 65'536;        // 1,232 on the chain of today
constexpr std::size_t kMostInnerData = 10'240;    // what one program may hand to another
constexpr int kMostItems = 4'096;                 // inner instructions, balances
constexpr std::size_t kMostLogBytes = 4U << 20U;  // 10 kB on the chain of today
constexpr std::size_t kPadding = 64;              // simdjson reads so far behind a text

std::span<const std::uint8_t> bytesOf(const std::string& text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

/// Writes the parts of a transaction back into the bytes they were. Source: solana-wire section 1.
class Serializer {
public:
    void byte(std::uint32_t value) {
        if (value > 0xff) m_sound = false;
        m_out.push_back(static_cast<std::uint8_t>(value));
    }
    void count(std::size_t value) {
        if (value > 0xffff) m_sound = false;
        for (; value > 0x7f; value >>= 7U) m_out.push_back(static_cast<std::uint8_t>((value & 0x7fU) | 0x80U));
        m_out.push_back(static_cast<std::uint8_t>(value));
    }
    void raw(const std::string& text) {
        if (m_out.size() + text.size() > kMostBytes) {
            m_tooLarge = true;
            return;
        }
        m_out.insert(m_out.end(), text.begin(), text.end());
    }
    void exactly(const std::string& text, std::size_t size) {
        if (text.size() != size) m_sound = false;
        raw(text);
    }
    void counted(const std::string& text) {
        count(text.size());
        raw(text);
    }
    [[nodiscard]] Result<Bytes> take() {
        if (m_tooLarge) return fail(ErrorCode::TooLarge, "transaction update");
        if (!m_sound) return fail(ErrorCode::BadShape, "transaction update");
        return std::move(m_out);
    }

private:
    Bytes m_out;
    bool m_sound = true;
    bool m_tooLarge = false;
};

Result<Bytes> serialize(const stored::Transaction& transaction) {
    Serializer out;
    out.count(static_cast<std::size_t>(transaction.signatures_size()));
    for (const std::string& signature : transaction.signatures()) out.exactly(signature, kSignature);
    const stored::Message& message = transaction.message();
    // The version: only 0 exists besides the old form, which has none.
    if (message.versioned()) out.byte(0x80);
    out.byte(message.header().num_required_signatures());
    out.byte(message.header().num_readonly_signed_accounts());
    out.byte(message.header().num_readonly_unsigned_accounts());
    out.count(static_cast<std::size_t>(message.account_keys_size()));
    for (const std::string& key : message.account_keys()) out.exactly(key, kKey);
    out.exactly(message.recent_blockhash(), kKey);
    out.count(static_cast<std::size_t>(message.instructions_size()));
    for (const stored::CompiledInstruction& instruction : message.instructions()) {
        out.byte(instruction.program_id_index());
        out.counted(instruction.accounts());
        out.counted(instruction.data());
    }
    if (message.versioned()) {
        out.count(static_cast<std::size_t>(message.address_table_lookups_size()));
        for (const stored::MessageAddressTableLookup& lookup : message.address_table_lookups()) {
            out.exactly(lookup.account_key(), kKey);
            out.counted(lookup.writable_indexes());
            out.counted(lookup.readonly_indexes());
        }
    }
    return out.take();
}

/// Items of a list, with commas between them.
template <class List, class Write>
void writeList(std::string& out, const List& list, Write write) {
    out += '[';
    bool first = true;
    for (const auto& item : list) {
        if (!first) out += ',';
        first = false;
        write(item);
    }
    out += ']';
}

void writeIndexes(std::string& out, const std::string& indexes) {
    writeList(out, bytesOf(indexes), [&out](std::uint8_t index) { out += std::to_string(index); });
}

Result<void> writeInner(std::string& out, const stored::TransactionStatusMeta& meta) {
    out += ",\"innerInstructions\":";
    if (meta.inner_instructions_none()) {
        out += "null";
        return {};
    }
    Result<void> done;
    int count = 0;
    writeList(out, meta.inner_instructions(), [&](const stored::InnerInstructions& group) {
        out += "{\"index\":" + std::to_string(group.index()) + ",\"instructions\":";
        writeList(out, group.instructions(), [&](const stored::InnerInstruction& instruction) {
            // Base58 takes quadratic time: what no program can send is not worth it.
            if (++count > kMostItems || instruction.data().size() > kMostInnerData ||
                instruction.accounts().size() > kMostInnerData) {
                done = fail(ErrorCode::TooLarge, "inner instructions");
                return;
            }
            out += "{\"programIdIndex\":" + std::to_string(instruction.program_id_index()) + ",\"accounts\":";
            writeIndexes(out, instruction.accounts());
            out += ",\"data\":\"" + base58Encode(bytesOf(instruction.data())) + "\",\"stackHeight\":";
            out += instruction.has_stack_height() ? std::to_string(instruction.stack_height()) : "null";
            out += '}';
        });
        out += '}';
    });
    return done;
}

Result<void> writeLogs(std::string& out, const stored::TransactionStatusMeta& meta) {
    out += ",\"logMessages\":";
    if (meta.log_messages_none()) {
        out += "null";
        return {};
    }
    std::size_t size = 0;
    for (const std::string& line : meta.log_messages()) size += line.size() + 1;
    if (size > kMostLogBytes) return fail(ErrorCode::TooLarge, "log");
    writeList(out, meta.log_messages(), [&out](const std::string& line) { out += jsonQuote(line); });
    return {};
}

template <class Balances>
Result<void> writeBalances(std::string& out, const char* name, const Balances& balances) {
    if (balances.size() > kMostItems) return fail(ErrorCode::TooLarge, "token balances");
    out += name;
    writeList(out, balances, [&out](const stored::TokenBalance& balance) {
        const stored::UiTokenAmount& amount = balance.ui_token_amount();
        out += "{\"accountIndex\":" + std::to_string(balance.account_index()) +
               ",\"mint\":" + jsonQuote(balance.mint());
        if (!balance.owner().empty()) out += ",\"owner\":" + jsonQuote(balance.owner());
        if (!balance.program_id().empty()) out += ",\"programId\":" + jsonQuote(balance.program_id());
        out += ",\"uiTokenAmount\":{\"amount\":" + jsonQuote(amount.amount()) +
               ",\"decimals\":" + std::to_string(amount.decimals()) +
               ",\"uiAmountString\":" + jsonQuote(amount.ui_amount_string()) + "}}";
    });
    return {};
}

template <class Addresses>
Result<void> writeAddresses(std::string& out, const char* name, const Addresses& addresses) {
    out += name;
    bool sound = addresses.size() <= kMostItems;
    for (const std::string& address : addresses) sound = sound && address.size() == kKey;
    if (!sound) return fail(ErrorCode::BadShape, "loaded addresses");
    writeList(out, addresses,
              [&out](const std::string& address) { out += '"' + base58Encode(bytesOf(address)) + '"'; });
    return {};
}

Result<void> writeMeta(std::string& out, const stored::TransactionStatusMeta& meta) {
    if (meta.pre_balances_size() > kMostItems || meta.post_balances_size() > kMostItems)
        return fail(ErrorCode::TooLarge, "balances");
    // The error itself is in a format of the validator's own; that there is one is what counts.
    out += "{\"err\":";
    out += meta.has_err() ? "{\"bincode\":\"" + base64Encode(bytesOf(meta.err().err())) + "\"}" : "null";
    out += ",\"fee\":" + std::to_string(meta.fee());
    const auto lamports = [&out](std::uint64_t balance) { out += std::to_string(balance); };
    out += ",\"preBalances\":";
    writeList(out, meta.pre_balances(), lamports);
    out += ",\"postBalances\":";
    writeList(out, meta.post_balances(), lamports);
    Result<void> done = writeInner(out, meta);
    if (done) done = writeLogs(out, meta);
    if (done) done = writeBalances(out, ",\"preTokenBalances\":", meta.pre_token_balances());
    if (done) done = writeBalances(out, ",\"postTokenBalances\":", meta.post_token_balances());
    if (done) done = writeAddresses(out, ",\"loadedAddresses\":{\"writable\":", meta.loaded_writable_addresses());
    if (done) done = writeAddresses(out, ",\"readonly\":", meta.loaded_readonly_addresses());
    if (!done) return done;
    out += '}';
    if (!meta.return_data_none() && meta.has_return_data()) {
        const stored::ReturnData& data = meta.return_data();
        if (data.program_id().size() != kKey || data.data().size() > kMostInnerData)
            return fail(ErrorCode::BadShape, "return data");
        out += ",\"returnData\":{\"programId\":\"" + base58Encode(bytesOf(data.program_id())) + "\",\"data\":[\"" +
               base64Encode(bytesOf(data.data())) + "\",\"base64\"]}";
    }
    if (meta.has_compute_units_consumed())
        out += ",\"computeUnitsConsumed\":" + std::to_string(meta.compute_units_consumed());
    out += '}';
    return {};
}

}  // namespace

Result<std::string> transactionFrame(const geyser::SubscribeUpdateTransaction& update,
                                     std::optional<std::int64_t> blockTime) {
    const geyser::SubscribeUpdateTransactionInfo& info = update.transaction();
    if (info.signature().size() != kSignature) return fail(ErrorCode::BadShape, "no signature");
    if (!info.has_transaction() || !info.has_meta()) return fail(ErrorCode::BadShape, "no transaction or no meta");
    const auto bytes = serialize(info.transaction());
    if (!bytes) return bytes.error();
    std::string out =
        R"({"jsonrpc":"2.0","method":"transactionNotification","params":{"subscription":0,"result":{)";
    out += "\"signature\":\"" + base58Encode(bytesOf(info.signature())) +
           "\",\"slot\":" + std::to_string(update.slot()) +
           ",\"transactionIndex\":" + std::to_string(info.index()) + ",\"transaction\":{\"transaction\":[\"" +
           base64Encode(*bytes) + "\",\"base64\"],\"meta\":";
    if (auto written = writeMeta(out, info.meta()); !written) return written.error();
    out += info.transaction().message().versioned() ? ",\"version\":0" : ",\"version\":\"legacy\"";
    if (blockTime) out += ",\"blockTime\":" + std::to_string(*blockTime);
    out += "}}}}";
    out.reserve(out.size() + kPadding);
    return out;
}

std::string blockMetaFrame(const geyser::SubscribeUpdateBlockMeta& update) {
    std::string out = R"({"jsonrpc":"2.0","method":"blockMetaNotification","params":{"subscription":0,"result":{)";
    out += "\"slot\":" + std::to_string(update.slot()) + ",\"parentSlot\":" + std::to_string(update.parent_slot()) +
           ",\"blockhash\":" + jsonQuote(update.blockhash());
    if (update.has_block_time()) out += ",\"blockTime\":" + std::to_string(update.block_time().timestamp());
    if (update.has_block_height())
        out += ",\"blockHeight\":" + std::to_string(update.block_height().block_height());
    out += ",\"executedTransactionCount\":" + std::to_string(update.executed_transaction_count()) + "}}}";
    out.reserve(out.size() + kPadding);
    return out;
}

}  // namespace core::source::yellowstone
