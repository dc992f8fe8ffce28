// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/transaction_builder.h"

#include "core/base/base64.h"
#include "core/sim/known_addresses.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>

namespace core::sim {
namespace {

constexpr std::uint64_t kLamportsPerSignature = 5'000;
constexpr std::uint64_t kProgramLamports = 1'141'440;  ///< what a program account of 36 bytes holds
constexpr std::uint64_t kTokenRent = 2'039'280;

void append(std::string& out, std::uint64_t value) {
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    out.append(digits.data(), end);
}

// Decimal text of raw units, trailing zeros dropped: what nodes call uiAmountString.
std::string uiAmount(std::uint64_t amount, unsigned decimals) {
    std::string digits = std::to_string(amount);
    if (decimals == 0) return digits;
    if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
    digits.insert(digits.size() - decimals, 1, '.');
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') digits.pop_back();
    return digits;
}

std::string hexCode(std::uint32_t code) {
    std::array<char, 8> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), code, 16).ptr;
    return "0x" + std::string(digits.data(), end);
}

void spend(std::uint64_t& from, std::uint64_t amount) {
    if (from < amount) throw std::logic_error("simulated account overdrawn");
    from -= amount;
}

}  // namespace

void TransactionBuilder::begin(const Address& payer, std::uint64_t* lamports, std::uint32_t computeLimit,
                               std::uint64_t price) {
    m_accounts.clear();
    m_tokens.clear();
    m_steps.clear();
    m_stepAccounts.clear();
    m_stepData.clear();
    m_frames.clear();
    m_order.clear();
    m_logs.clear();
    m_unitsLeft = computeLimit;
    m_unitsLimit = computeLimit;
    m_price = price;
    m_topCount = 0;
    m_error.reset();
    account(payer, true, true, lamports);
}

AccountIndex TransactionBuilder::account(const Address& address, bool writable, bool signer,
                                         std::uint64_t* lamports) {
    const auto found = std::find_if(m_accounts.begin(), m_accounts.end(),
                                    [&](const Account& known) { return known.address == address; });
    if (found != m_accounts.end()) {
        found->writable = found->writable || writable;
        found->signer = found->signer || signer;
        return static_cast<AccountIndex>(found - m_accounts.begin());
    }
    const std::uint64_t balance = lamports != nullptr ? *lamports : kProgramLamports;
    m_accounts.push_back({address, balance, balance, lamports, writable, signer, 0});
    return static_cast<AccountIndex>(m_accounts.size() - 1);
}

AccountIndex TransactionBuilder::tokenAccount(const Address& address, TokenCell* cell,
                                              const TokenIdentity& identity) {
    const std::size_t before = m_accounts.size();
    const AccountIndex index = account(address, true, false, &cell->lamports);
    if (m_accounts.size() != before) {
        const bool exists = cell->lamports != 0;
        m_tokens.push_back({index, cell, identity, cell->amount, cell->amount, exists, exists});
    }
    return index;
}

void TransactionBuilder::beginLine() {
    if (!m_logs.empty()) m_logs += ',';
    m_logs += '"';
}

void TransactionBuilder::invoke(AccountIndex program, std::span<const AccountIndex> accounts,
                                std::span<const std::uint8_t> data) {
    const bool top = m_frames.empty();
    if (top) ++m_topCount;
    Step step;
    step.program = program;
    step.height = static_cast<std::uint8_t>(m_frames.size() + 1);
    step.top = static_cast<std::uint8_t>(m_topCount - 1);
    step.accountsBegin = m_stepAccounts.size();
    step.accountsCount = accounts.size();
    step.dataBegin = m_stepData.size();
    step.dataCount = data.size();
    m_stepAccounts.insert(m_stepAccounts.end(), accounts.begin(), accounts.end());
    m_stepData.insert(m_stepData.end(), data.begin(), data.end());
    m_steps.push_back(step);
    if (m_error) return;
    m_frames.push_back({program, m_unitsLeft});
    beginLine();
    m_logs += "Program ";
    m_logs += m_accounts[program].address.text();
    m_logs += " invoke [";
    append(m_logs, m_frames.size());
    m_logs += "]\"";
}

void TransactionBuilder::log(std::string_view text) {
    if (m_error) return;
    beginLine();
    m_logs += "Program log: ";
    for (const char c : text) {
        if (c == '"' || c == '\\') m_logs += '\\';
        if (c == '\n')
            m_logs += "\\n";
        else
            m_logs += c;
    }
    m_logs += '"';
}

void TransactionBuilder::data(std::span<const std::uint8_t> payload) {
    if (m_error) return;
    beginLine();
    m_logs += "Program data: ";
    m_logs += base64Encode(payload);
    m_logs += '"';
}

void TransactionBuilder::consumedLine(const Frame& frame) {
    beginLine();
    m_logs += "Program ";
    m_logs += m_accounts[frame.program].address.text();
    m_logs += " consumed ";
    append(m_logs, frame.unitsLeft - m_unitsLeft);
    m_logs += " of ";
    append(m_logs, frame.unitsLeft);
    m_logs += " compute units\"";
}

void TransactionBuilder::success(std::uint32_t units, std::span<const std::uint8_t> returned) {
    if (m_error) return;
    constexpr std::uint32_t kNativeUnits = 150;
    const Frame frame = m_frames.back();
    m_frames.pop_back();
    spend(m_unitsLeft, units == 0 ? kNativeUnits : units);
    if (units != 0) consumedLine(frame);
    if (!returned.empty()) {
        beginLine();
        m_logs += "Program return: ";
        m_logs += m_accounts[frame.program].address.text();
        m_logs += ' ';
        m_logs += base64Encode(returned);
        m_logs += '"';
    }
    beginLine();
    m_logs += "Program ";
    m_logs += m_accounts[frame.program].address.text();
    m_logs += " success\"";
}

void TransactionBuilder::fail(std::uint32_t units, std::uint32_t customCode) {
    spend(m_unitsLeft, units);
    bool reports = units != 0;
    for (; !m_frames.empty(); m_frames.pop_back(), reports = true) {
        if (reports) consumedLine(m_frames.back());
        beginLine();
        m_logs += "Program ";
        m_logs += m_accounts[m_frames.back().program].address.text();
        m_logs += " failed: custom program error: " + hexCode(customCode) + "\"";
    }
    m_error = Failure{static_cast<std::uint8_t>(m_topCount - 1), customCode};
}

void TransactionBuilder::moveLamports(AccountIndex from, AccountIndex to, std::uint64_t amount) {
    if (m_error) return;
    spend(m_accounts[from].post, amount);
    m_accounts[to].post += amount;
}

TransactionBuilder::TokenEntry& TransactionBuilder::entryOf(AccountIndex account) {
    const auto found = std::find_if(m_tokens.begin(), m_tokens.end(),
                                    [&](const TokenEntry& entry) { return entry.account == account; });
    if (found == m_tokens.end()) throw std::logic_error("not a token account of this transaction");
    return *found;
}

void TransactionBuilder::moveTokens(AccountIndex from, AccountIndex to, std::uint64_t amount) {
    if (m_error) return;
    TokenEntry& source = entryOf(from);
    spend(source.post, amount);
    entryOf(to).post += amount;
    if (*source.identity.mint == KnownAddresses::get().wsolMint) moveLamports(from, to, amount);
}

void TransactionBuilder::mintTokens(AccountIndex to, std::uint64_t amount) {
    if (!m_error) entryOf(to).post += amount;
}

void TransactionBuilder::burnTokens(AccountIndex from, std::uint64_t amount) {
    if (!m_error) spend(entryOf(from).post, amount);
}

void TransactionBuilder::openTokenAccount(AccountIndex account) {
    if (!m_error) entryOf(account).postExists = true;
}

void TransactionBuilder::closeTokenAccount(AccountIndex account, AccountIndex destination) {
    if (m_error) return;
    TokenEntry& entry = entryOf(account);
    entry.post = 0;
    entry.postExists = false;
    moveLamports(account, destination, m_accounts[account].post);
}

void TransactionBuilder::syncNative(AccountIndex account) {
    if (!m_error) entryOf(account).post = m_accounts[account].post - kTokenRent;
}

std::uint64_t TransactionBuilder::lamports(AccountIndex account) const noexcept {
    return m_accounts[account].post;
}

std::size_t TransactionBuilder::signers() const noexcept {
    return static_cast<std::size_t>(
        std::count_if(m_accounts.begin(), m_accounts.end(), [](const Account& a) { return a.signer; }));
}

void TransactionBuilder::orderAccounts() {
    const auto take = [&](bool signer, bool writable) {
        for (std::size_t i = 0; i < m_accounts.size(); ++i) {
            if (m_accounts[i].signer != signer || m_accounts[i].writable != writable) continue;
            m_accounts[i].position = static_cast<std::uint8_t>(m_order.size());
            m_order.push_back(static_cast<AccountIndex>(i));
        }
    };
    take(true, true);
    take(true, false);
    take(false, true);
    take(false, false);
}

std::string TransactionBuilder::errorJson() const {
    if (!m_error) return "null";
    return "{\"InstructionError\":[" + std::to_string(m_error->top) +
           ",{\"Custom\":" + std::to_string(m_error->code) + "}]}";
}

void TransactionBuilder::writeStep(std::string& out, const Step& step, bool inner) const {
    out += "{\"programIdIndex\":";
    append(out, m_accounts[step.program].position);
    out += ",\"accounts\":[";
    for (std::size_t i = 0; i < step.accountsCount; ++i) {
        if (i != 0) out += ',';
        append(out, m_accounts[m_stepAccounts[step.accountsBegin + i]].position);
    }
    out += "],\"data\":\"";
    out += base58Encode(std::span{m_stepData}.subspan(step.dataBegin, step.dataCount));
    out += "\",\"stackHeight\":";
    if (inner)
        append(out, step.height);
    else
        out += "null";
    out += '}';
}

void TransactionBuilder::writeTokenBalances(std::string& out, bool after) {
    bool first = true;
    for (const TokenEntry& entry : m_tokens) {
        if (!(after ? entry.postExists : entry.preExists)) continue;
        const std::uint64_t amount = after ? entry.post : entry.pre;
        const std::string ui = uiAmount(amount, entry.identity.decimals);
        if (!first) out += ',';
        first = false;
        out += "{\"accountIndex\":";
        append(out, m_accounts[entry.account].position);
        out += ",\"mint\":\"";
        out += entry.identity.mint->text();
        out += "\",\"owner\":\"";
        out += entry.identity.owner->text();
        out += "\",\"programId\":\"";
        out += entry.identity.program->text();
        out += "\",\"uiTokenAmount\":{\"amount\":\"";
        append(out, amount);
        out += "\",\"decimals\":";
        append(out, entry.identity.decimals);
        out += ",\"uiAmount\":";
        out += amount == 0 ? "null" : ui;
        out += ",\"uiAmountString\":\"";
        out += ui;
        out += "\"}}";
    }
}

BuiltTransaction TransactionBuilder::finish(const Landing& landing) {
    const std::size_t signerCount = signers();
    const std::uint64_t fee = kLamportsPerSignature * signerCount + (m_price * m_unitsLimit + 999'999) / 1'000'000;
    if (m_error) {
        for (Account& entry : m_accounts) entry.post = entry.pre;
        for (TokenEntry& entry : m_tokens) {
            entry.post = entry.pre;
            entry.postExists = entry.preExists;
        }
    }
    spend(m_accounts.front().post, fee);
    for (const Account& entry : m_accounts)
        if (entry.store != nullptr) *entry.store = entry.post;
    for (const TokenEntry& entry : m_tokens) entry.cell->amount = entry.post;
    orderAccounts();
    std::sort(m_tokens.begin(), m_tokens.end(), [&](const TokenEntry& a, const TokenEntry& b) {
        return m_accounts[a.account].position < m_accounts[b.account].position;
    });

    BuiltTransaction built;
    built.failed = m_error.has_value();
    built.signature = landing.signatures.front().base58();
    const std::string error = errorJson();

    std::string& logs = built.logsValue;
    logs.reserve(m_logs.size() + 200);
    logs += "{\"signature\":\"";
    logs += built.signature;
    logs += "\",\"err\":";
    logs += error;
    logs += ",\"logs\":[";
    logs += m_logs;
    logs += "]}";

    std::string& out = built.transactionJson;
    out.reserve(m_logs.size() + 8192);
    out += "{\"blockTime\":" + std::to_string(landing.blockTime) + ",\"meta\":{\"computeUnitsConsumed\":";
    append(out, m_unitsLimit - m_unitsLeft);
    out += ",\"err\":";
    out += error;
    out += ",\"fee\":";
    append(out, fee);
    out += ",\"innerInstructions\":[";
    bool firstGroup = true;
    for (std::size_t i = 0; i < m_steps.size();) {
        const std::uint8_t top = m_steps[i].top;
        std::size_t end = i + 1;
        while (end < m_steps.size() && m_steps[end].top == top) ++end;
        if (end > i + 1) {
            out += firstGroup ? "{\"index\":" : ",{\"index\":";
            firstGroup = false;
            append(out, top);
            out += ",\"instructions\":[";
            for (std::size_t inner = i + 1; inner < end; ++inner) {
                if (inner != i + 1) out += ',';
                writeStep(out, m_steps[inner], true);
            }
            out += "]}";
        }
        i = end;
    }
    out += "],\"loadedAddresses\":{\"readonly\":[],\"writable\":[]},\"logMessages\":[";
    out += m_logs;
    const auto balances = [&](const char* name, bool after) {
        out += name;
        for (std::size_t i = 0; i < m_order.size(); ++i) {
            if (i != 0) out += ',';
            append(out, after ? m_accounts[m_order[i]].post : m_accounts[m_order[i]].pre);
        }
    };
    balances("],\"postBalances\":[", true);
    out += "],\"postTokenBalances\":[";
    writeTokenBalances(out, true);
    balances("],\"preBalances\":[", false);
    out += "],\"preTokenBalances\":[";
    writeTokenBalances(out, false);
    out += "],\"rewards\":[],\"status\":{";
    out += m_error ? "\"Err\":" : "\"Ok\":";
    out += error;
    out += "}},\"slot\":";
    append(out, landing.slot);
    out += ",\"transaction\":{\"message\":{\"accountKeys\":[";
    built.mentions.reserve(m_order.size());
    for (const AccountIndex index : m_order) {
        const std::string_view text = m_accounts[index].address.text();
        out += built.mentions.empty() ? "\"" : ",\"";
        out += text;
        out += '"';
        built.mentions.emplace_back(text);
    }
    const auto countWith = [&](bool signer) {
        return static_cast<std::uint64_t>(
            std::count_if(m_accounts.begin(), m_accounts.end(),
                          [&](const Account& a) { return a.signer == signer && !a.writable; }));
    };
    out += "],\"header\":{\"numReadonlySignedAccounts\":";
    append(out, countWith(true));
    out += ",\"numReadonlyUnsignedAccounts\":";
    append(out, countWith(false));
    out += ",\"numRequiredSignatures\":";
    append(out, signerCount);
    out += "},\"instructions\":[";
    bool first = true;
    for (const Step& step : m_steps) {
        if (step.height != 1) continue;
        if (!first) out += ',';
        first = false;
        writeStep(out, step, false);
    }
    out += "],\"recentBlockhash\":\"";
    out += landing.blockhash->text();
    out += "\"},\"signatures\":[";
    for (std::size_t i = 0; i < signerCount; ++i) {
        out += i == 0 ? "\"" : ",\"";
        out += i == 0 ? built.signature : landing.signatures[i].base58();
        out += '"';
    }
    out += "]},\"version\":\"legacy\"}";
    return built;
}

}  // namespace core::sim
