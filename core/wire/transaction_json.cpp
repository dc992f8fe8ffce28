// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/transaction_json.h"

#include "core/base/base64.h"
#include "core/base/checked_math.h"
#include "core/wire/known_programs.h"
#include "core/wire/transaction_bytes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>

namespace core::wire {
namespace {

namespace dom = simdjson::dom;

constexpr std::size_t kMostKeys = 256;  // account indexes are one byte
constexpr std::size_t kMostInstructions = 4096;
constexpr std::size_t kMostLogs = 65'536;

bool member(dom::object object, std::string_view name, dom::element& out) {
    return object[name].get(out) == simdjson::SUCCESS && !out.is_null();
}
bool member(dom::object object, std::string_view name, dom::object& out) {
    return object[name].get(out) == simdjson::SUCCESS;
}
bool member(dom::object object, std::string_view name, dom::array& out) {
    return object[name].get(out) == simdjson::SUCCESS;
}
bool member(dom::object object, std::string_view name, std::string_view& out) {
    return object[name].get(out) == simdjson::SUCCESS;
}
bool member(dom::object object, std::string_view name, std::uint64_t& out) {
    return object[name].get(out) == simdjson::SUCCESS;
}
bool member(dom::object object, std::string_view name, std::int64_t& out) {
    return object[name].get(out) == simdjson::SUCCESS;
}

Error shape(std::string_view what) {
    return fail(ErrorCode::BadShape, "transaction: " + std::string{what});
}

// Whether the member is there. Nodes leave some out or null; one of another type is damage, and reading on
// without it could lose an event in silence or name the wrong trader.
template <class T>
Result<bool> optionalMember(dom::object object, std::string_view name, T& out) {
    dom::element element;
    if (!member(object, name, element)) return false;
    if (element.get(out) != simdjson::SUCCESS) return shape(std::string{name} + " of a wrong type");
    return true;
}

Result<void> appendKey(std::string_view text, TransactionView& out) {
    auto key = Pubkey::fromBase58(text);
    if (!key) return key.error();
    if (out.keys.size() >= kMostKeys) return fail(ErrorCode::TooLarge, "account keys");
    out.keys.push_back(*key);
    return {};
}

// Index of a key that jsonParsed names by text.
Result<std::uint16_t> indexOf(std::string_view text, const TransactionView& out) {
    const auto key = Pubkey::fromBase58(text);
    if (!key) return key.error();
    const auto found = std::find(out.keys.begin(), out.keys.end(), *key);
    if (found == out.keys.end()) return shape("an account that is not among the keys");
    return static_cast<std::uint16_t>(found - out.keys.begin());
}

}  // namespace

Result<void> TransactionJsonReader::read(dom::element element, TransactionView& out) {
    out.clear();
    m_topLevel.clear();
    m_haveTopLevelJson = false;
    m_keysComplete = false;
    dom::object object;
    if (element.get(object) != simdjson::SUCCESS) return shape("not an object");
    std::uint64_t number = 0;
    if (member(object, "slot", number)) out.slot = Slot{number};
    std::int64_t time = 0;
    if (member(object, "blockTime", time)) out.blockTime = BlockTime{time};
    if (member(object, "transactionIndex", number) || member(object, "index", number)) {
        if (const auto index = narrow<std::uint32_t>(number)) out.txIndex = *index;
    }
    dom::object meta;
    if (!member(object, "meta", meta)) return shape("no meta");
    dom::element transaction;
    if (!member(object, "transaction", transaction)) return shape("no transaction");

    dom::object fields;
    dom::array pair;
    std::string_view text;
    if (transaction.get(fields) == simdjson::SUCCESS) {
        dom::array signatures;
        if (member(fields, "signatures", signatures) && signatures.size() > 0 &&
            signatures.at(0).get(text) == simdjson::SUCCESS) {
            auto signature = Signature::fromBase58(text);
            if (!signature) return signature.error();
            out.signature = *signature;
        }
        dom::object message;
        if (!member(fields, "message", message)) return shape("no message");
        if (auto done = readMessage(message, out); !done) return done;
    } else if (transaction.get(pair) == simdjson::SUCCESS) {
        std::string_view encoding;
        if (pair.at(0).get(text) != simdjson::SUCCESS || pair.at(1).get(encoding) != simdjson::SUCCESS)
            return shape("encoded transaction");
        if (auto done = readSerialized(text, encoding, out); !done) return done;
    } else if (transaction.get(text) == simdjson::SUCCESS) {
        if (auto done = readSerialized(text, "base58", out); !done) return done;
    } else {
        return shape("no transaction");
    }
    // The fee payer always signs; without knowing who signed, a router's address would pass for the trader.
    if (out.signers == 0) return shape("no signers");
    if (!m_keysComplete) {
        if (auto done = readLoaded(meta, out); !done) return done;
    }
    if (auto done = readInstructions(meta, out); !done) return done;
    return readMeta(meta, out);
}

Result<void> TransactionJsonReader::readMessage(dom::object message, TransactionView& out) {
    dom::array keys;
    if (!member(message, "accountKeys", keys)) return shape("no accountKeys");
    for (dom::element key : keys) {
        std::string_view text;
        dom::object parsed;
        if (key.get(text) == simdjson::SUCCESS) {
            if (auto done = appendKey(text, out); !done) return done;
        } else if (key.get(parsed) == simdjson::SUCCESS && member(parsed, "pubkey", text)) {
            m_keysComplete = true;
            if (auto done = appendKey(text, out); !done) return done;
            bool signer = false;
            if (auto has = optionalMember(parsed, "signer", signer); !has) return has.error();
            if (signer && out.signers + 1 == out.keys.size()) ++out.signers;
        } else {
            return shape("account key");
        }
    }
    dom::object header;
    std::uint64_t signers = 0;
    const auto hasHeader = optionalMember(message, "header", header);
    if (!hasHeader) return hasHeader.error();
    if (*hasHeader) {
        const auto has = optionalMember(header, "numRequiredSignatures", signers);
        if (!has) return has.error();
        if (signers > out.keys.size()) return shape("more signers than keys");
        if (*has) out.signers = static_cast<std::size_t>(signers);
    }
    m_haveTopLevelJson = member(message, "instructions", m_topLevelJson);
    if (!m_haveTopLevelJson) return shape("no instructions");
    return {};
}

Result<void> TransactionJsonReader::readSerialized(std::string_view text, std::string_view encoding,
                                                   TransactionView& out) {
    if (encoding == "base64") {
        if (auto done = base64DecodeInto(text, m_bytes); !done) return done;
    } else if (encoding == "base58") {
        auto bytes = base58Decode(text);
        if (!bytes) return bytes.error();
        m_bytes = std::move(*bytes);
    } else {
        return shape("unknown encoding");
    }
    const auto raw = readTransactionBytes(m_bytes);
    if (!raw) return raw.error();
    out.signature = raw->signature;
    out.signers = raw->signers;
    out.keys = raw->staticKeys;
    std::uint16_t top = 0;
    // Keys are complete only after meta's loaded addresses; indexes are checked in readInstructions.
    for (const RawInstruction& instruction : raw->instructions) {
        InstructionView view;
        view.program = instruction.program;
        view.accountsBegin = static_cast<std::uint32_t>(out.accountIndexes.size());
        view.accountsCount = static_cast<std::uint32_t>(instruction.accounts.size());
        view.data = instruction.data;
        view.top = top++;
        out.accountIndexes.insert(out.accountIndexes.end(), instruction.accounts.begin(),
                                  instruction.accounts.end());
        m_topLevel.push_back(view);
    }
    return {};
}

Result<void> TransactionJsonReader::readLoaded(dom::object meta, TransactionView& out) {
    dom::object loaded;
    const auto hasLoaded = optionalMember(meta, "loadedAddresses", loaded);
    if (!hasLoaded) return hasLoaded.error();
    if (!*hasLoaded) return {};
    for (const std::string_view side : {"writable", "readonly"}) {
        dom::array keys;
        // One side missing would move every key of the other to a wrong index.
        if (!member(loaded, side, keys)) return shape("loadedAddresses without " + std::string{side});
        for (dom::element key : keys) {
            std::string_view text;
            if (key.get(text) != simdjson::SUCCESS) return shape("loaded address");
            if (auto done = appendKey(text, out); !done) return done;
        }
    }
    return {};
}

// Takes an instruction that the node took apart (jsonParsed) back to the bytes and accounts it had, as far as
// anyone here reads them. Others stay without data. Source: solana-wire sections 2, 15.1 and 15.2.
Result<void> TransactionJsonReader::appendParsed(dom::object parsed, InstructionView& view, TransactionView& out) {
    struct Form {
        std::string_view type;
        std::initializer_list<std::string_view> accounts;
        std::uint8_t tag;
        std::size_t tagBytes;
        std::string_view amount;
    };
    static const std::array kForms{
        Form{"transferChecked", {"source", "mint", "destination", "authority"}, 12, 1, "tokenAmount"},
        Form{"mintTo", {"mint", "account", "mintAuthority"}, 7, 1, "amount"},
        Form{"mintToChecked", {"mint", "account", "mintAuthority"}, 14, 1, "tokenAmount"},
        Form{"burn", {"account", "mint", "authority"}, 8, 1, "amount"},
        Form{"burnChecked", {"account", "mint", "authority"}, 15, 1, "tokenAmount"},
        Form{"closeAccount", {"account", "destination", "owner"}, 9, 1, {}},
        Form{"initializeAccount", {"account", "mint", "owner"}, 1, 1, {}},
        Form{"createAccount", {"source", "newAccount"}, 0, 4, "lamports"},
        Form{"create", {"source", "account", "wallet", "mint"}, 0, 1, {}},
        Form{"createIdempotent", {"source", "account", "wallet", "mint"}, 1, 1, {}},
        // Two programs have a transfer: of tokens with an authority, of lamports without one.
        Form{"transfer", {"source", "destination", "authority"}, 3, 1, "amount"},
        Form{"transfer", {"source", "destination"}, 2, 4, "lamports"},
        // The owner stands in the data of these two, but it is an account for a reader all the same.
        Form{"initializeAccount2", {"account", "mint", "owner"}, 1, 1, {}},
        Form{"initializeAccount3", {"account", "mint", "owner"}, 1, 1, {}},
    };
    std::string_view type;
    dom::object info;
    if (!member(parsed, "type", type) || !member(parsed, "info", info)) return {};
    for (const Form& form : kForms) {
        dom::element amount;
        if (form.type != type || (!form.amount.empty() && !member(info, form.amount, amount))) continue;
        std::vector<std::uint16_t> accounts;
        for (const std::string_view name : form.accounts) {
            std::string_view text;
            // The owner of a multisig has another name; who signed for it is no trader.
            if (!member(info, name, text) && !(name == "authority" && member(info, "multisigAuthority", text)) &&
                !(name == "mintAuthority" && member(info, "multisigMintAuthority", text)))
                break;
            const auto index = indexOf(text, out);
            if (!index) break;
            accounts.push_back(*index);
        }
        if (accounts.size() != form.accounts.size()) continue;
        std::vector<std::uint8_t> data(form.tagBytes, 0);
        data.front() = form.tag;
        if (!form.amount.empty()) {
            std::uint64_t units = 0;
            std::uint64_t decimals = 0;
            dom::object checked;
            std::string_view text;
            const bool isChecked = amount.get(checked) == simdjson::SUCCESS;
            if (isChecked) {
                if (!member(checked, "amount", text) || !member(checked, "decimals", decimals) || decimals > 255)
                    return shape("parsed token amount");
            } else if (amount.get(text) != simdjson::SUCCESS && amount.get(units) != simdjson::SUCCESS) {
                return shape("parsed amount");
            }
            if (!text.empty()) {
                const auto read = std::from_chars(text.data(), text.data() + text.size(), units);
                if (read.ec != std::errc{} || read.ptr != text.data() + text.size())
                    return fail(ErrorCode::Overflow, "parsed amount");
            }
            for (unsigned shift = 0; shift < 64; shift += 8)
                data.push_back(static_cast<std::uint8_t>(units >> shift));
            if (isChecked) data.push_back(static_cast<std::uint8_t>(decimals));
        }
        view.accountsBegin = static_cast<std::uint32_t>(out.accountIndexes.size());
        view.accountsCount = static_cast<std::uint32_t>(accounts.size());
        out.accountIndexes.insert(out.accountIndexes.end(), accounts.begin(), accounts.end());
        view.data = out.owned.emplace_back(std::move(data));
        return {};
    }
    return {};
}

Result<void> TransactionJsonReader::appendInstruction(dom::element element, std::uint16_t top, std::uint16_t inner,
                                                      TransactionView& out) {
    dom::object json;
    if (element.get(json) != simdjson::SUCCESS) return shape("instruction");
    if (out.instructions.size() >= kMostInstructions) return fail(ErrorCode::TooLarge, "instructions");
    InstructionView view;
    view.top = top;
    view.inner = inner;
    view.height = inner == EventPath::kNoInner ? 1 : 2;
    std::uint64_t number = 0;
    const auto hasHeight = optionalMember(json, "stackHeight", number);
    if (!hasHeight) return hasHeight.error();
    if (inner != EventPath::kNoInner && *hasHeight && number >= 1 && number < 255)
        view.height = static_cast<std::uint8_t>(number);
    std::string_view text;
    if (member(json, "programIdIndex", number)) {
        if (number >= out.keys.size()) return shape("program index past the keys");
        view.program = static_cast<std::uint16_t>(number);
    } else if (member(json, "programId", text)) {
        const auto index = indexOf(text, out);
        if (!index) return index.error();
        view.program = *index;
    } else {
        return shape("instruction without a program");
    }
    view.accountsBegin = static_cast<std::uint32_t>(out.accountIndexes.size());
    dom::array accounts;
    const auto hasAccounts = optionalMember(json, "accounts", accounts);
    if (!hasAccounts) return hasAccounts.error();
    if (*hasAccounts) {
        for (dom::element account : accounts) {
            if (account.get(number) == simdjson::SUCCESS) {
                if (number >= out.keys.size()) return shape("account index past the keys");
                out.accountIndexes.push_back(static_cast<std::uint16_t>(number));
            } else if (account.get(text) == simdjson::SUCCESS) {
                const auto index = indexOf(text, out);
                if (!index) return index.error();
                out.accountIndexes.push_back(*index);
            } else {
                return shape("instruction account");
            }
        }
    }
    view.accountsCount = static_cast<std::uint32_t>(out.accountIndexes.size()) - view.accountsBegin;
    const auto hasData = optionalMember(json, "data", view.dataBase58);
    if (!hasData) return hasData.error();
    dom::object parsed;
    if (!*hasData && member(json, "parsed", parsed)) {
        if (auto done = appendParsed(parsed, view, out); !done) return done;
    }
    out.instructions.push_back(view);
    return {};
}

Result<void> TransactionJsonReader::readInstructions(dom::object meta, TransactionView& out) {
    // Inner instructions by the raw index of their top-level instruction.
    std::vector<std::pair<std::uint64_t, dom::array>> groups;
    dom::array innerGroups;
    const auto hasInner = optionalMember(meta, "innerInstructions", innerGroups);
    if (!hasInner) return hasInner.error();
    if (*hasInner) {
        out.hasInner = true;
        for (dom::element element : innerGroups) {
            dom::object group;
            std::uint64_t index = 0;
            dom::array list;
            if (element.get(group) != simdjson::SUCCESS || !member(group, "index", index) ||
                !member(group, "instructions", list))
                return shape("inner instruction group");
            groups.emplace_back(index, list);
        }
    }
    std::uint16_t ordinal = 0;
    const auto appendGroup = [&](std::uint64_t rawTop, std::uint16_t top) -> Result<void> {
        std::uint16_t inner = 0;
        for (const auto& [index, list] : groups) {
            if (index != rawTop) continue;
            for (dom::element element : list) {
                if (auto done = appendInstruction(element, top, inner, out); !done) return done;
                ++inner;
            }
        }
        return {};
    };
    // Precompiles have no log line; counting without them gives the same paths as a log feed.
    std::uint64_t rawTop = 0;
    if (m_haveTopLevelJson) {
        for (dom::element element : m_topLevelJson) {
            const std::size_t at = out.instructions.size();
            if (auto done = appendInstruction(element, ordinal, EventPath::kNoInner, out); !done) return done;
            const bool silent = isPrecompile(out.programOf(out.instructions[at]));
            if (auto done = appendGroup(rawTop, ordinal); !done) return done;
            if (!silent) ++ordinal;
            ++rawTop;
        }
        return {};
    }
    for (InstructionView view : m_topLevel) {
        if (view.program >= out.keys.size()) return shape("program index past the keys");
        for (std::uint32_t i = 0; i < view.accountsCount; ++i)
            if (out.accountIndexes[view.accountsBegin + i] >= out.keys.size())
                return shape("account index past the keys");
        view.top = ordinal;
        out.instructions.push_back(view);
        const bool silent = isPrecompile(out.programOf(view));
        if (auto done = appendGroup(rawTop, ordinal); !done) return done;
        if (!silent) ++ordinal;
        ++rawTop;
    }
    return {};
}

Result<void> TransactionJsonReader::readMeta(dom::object meta, TransactionView& out) {
    dom::element err;
    out.failed = member(meta, "err", err);
    dom::array logs;
    const auto hasLogs = optionalMember(meta, "logMessages", logs);
    if (!hasLogs) return hasLogs.error();
    if (*hasLogs) {
        out.hasLogs = true;
        for (dom::element line : logs) {
            std::string_view text;
            if (line.get(text) != simdjson::SUCCESS) return shape("log line");
            if (out.logs.size() >= kMostLogs) return fail(ErrorCode::TooLarge, "log lines");
            out.logs.push_back(text);
        }
    }
    readLamports(meta, "preBalances", out.keys.size(), out.preLamports);
    readLamports(meta, "postBalances", out.keys.size(), out.postLamports);
    if (auto done = readBalances(meta, "preTokenBalances", out, out.preTokens); !done) return done;
    return readBalances(meta, "postTokenBalances", out, out.postTokens);
}

// A list that is not one number for each key says nothing about any of them.
void TransactionJsonReader::readLamports(dom::object meta, std::string_view name, std::size_t keys,
                                         std::vector<std::uint64_t>& into) {
    dom::array balances;
    if (!member(meta, name, balances)) return;
    for (dom::element element : balances) {
        std::uint64_t lamports = 0;
        if (element.get(lamports) != simdjson::SUCCESS) break;
        into.push_back(lamports);
    }
    if (into.size() != keys) into.clear();
}

Result<void> TransactionJsonReader::readBalances(dom::object meta, std::string_view name, TransactionView& out,
                                                 std::vector<TokenBalance>& into) {
    dom::array balances;
    const auto hasBalances = optionalMember(meta, name, balances);
    if (!hasBalances) return hasBalances.error();
    if (!*hasBalances) return {};
    for (dom::element element : balances) {
        dom::object json;
        dom::object amount;
        std::uint64_t account = 0;
        std::uint64_t decimals = 0;
        std::string_view mint;
        std::string_view text;
        if (element.get(json) != simdjson::SUCCESS || !member(json, "accountIndex", account) ||
            !member(json, "mint", mint) || !member(json, "uiTokenAmount", amount) ||
            !member(amount, "amount", text) || !member(amount, "decimals", decimals))
            return shape("token balance");
        if (account >= out.keys.size() || decimals > 255) return shape("token balance out of range");
        TokenBalance balance;
        balance.account = static_cast<std::uint16_t>(account);
        balance.decimals = static_cast<std::uint8_t>(decimals);
        const auto parsed = std::from_chars(text.data(), text.data() + text.size(), balance.amount);
        if (parsed.ec != std::errc{} || parsed.ptr != text.data() + text.size())
            return fail(ErrorCode::Overflow, "token balance");
        auto key = Mint::fromBase58(mint);
        if (!key) return key.error();
        balance.mint = *key;
        std::string_view owner;
        if (member(json, "owner", owner) && !owner.empty()) {
            auto wallet = Wallet::fromBase58(owner);
            if (!wallet) return wallet.error();
            balance.owner = *wallet;
        }
        into.push_back(balance);
    }
    return {};
}

}  // namespace core::wire
