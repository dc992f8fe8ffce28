// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/history.h"

#include <zstd.h>
#include <algorithm>

#include <stdexcept>
#include <utility>

namespace core::sim {
namespace {

constexpr std::size_t kGroup = 32;
constexpr int kLevel = 1;

std::string compress(std::string_view text) {
    std::string out(ZSTD_compressBound(text.size()), '\0');
    const std::size_t size = ZSTD_compress(out.data(), out.size(), text.data(), text.size(), kLevel);
    if (ZSTD_isError(size) != 0) throw std::logic_error("zstd refuses to compress");
    out.resize(size);
    out.shrink_to_fit();
    return out;
}

std::string expand(std::string_view frame) {
    std::string out(ZSTD_getFrameContentSize(frame.data(), frame.size()), '\0');
    if (ZSTD_decompress(out.data(), out.size(), frame.data(), frame.size()) != out.size())
        throw std::logic_error("zstd refuses what it wrote");
    return out;
}

// {"signature":"…","err":E,"logs":[…]}: the text of E.
std::string_view errorOf(std::string_view logsValue) {
    constexpr std::string_view kBefore = "\"err\":";
    const std::size_t begin = logsValue.find(kBefore) + kBefore.size();
    return logsValue.substr(begin, logsValue.find(",\"logs\":", begin) - begin);
}

}  // namespace

History::History(std::unique_ptr<Market> market, std::int64_t startNs)
    : m_market(std::move(market)), m_startNs(startNs), m_pending(m_market->next()) {}

Result<std::unique_ptr<History>> History::create(const MarketOptions& options) {
    auto market = Market::create(options);
    if (!market) return market.error();
    return std::unique_ptr<History>{new History(std::move(*market), options.startTime * 1'000'000'000)};
}

std::optional<std::int64_t> History::nextDue() const {
    if (!m_pending) return std::nullopt;
    return m_pending->timeNs - m_startNs;
}

std::optional<SimTransaction> History::takeDue(std::int64_t relativeNs) {
    const auto due = nextDue();
    if (!due || *due > relativeNs) return std::nullopt;
    remember(*m_pending);
    return std::exchange(m_pending, m_market->next());
}

void History::remember(const SimTransaction& transaction) {
    const auto index = static_cast<std::uint32_t>(m_entries.size());
    const auto signature = Signature::fromBase58(transaction.signature);
    m_entries.push_back({*signature, transaction.slot, transaction.blockTime,
                         static_cast<std::uint32_t>(transaction.transactionJson.size()), transaction.txIndex,
                         transaction.failed});
    m_bySignature.emplace(*signature, index);
    for (const std::string& account : transaction.mentions)
        m_byAccount[*Pubkey::fromBase58(account)].push_back(index);
    if (transaction.failed)
        m_errors.emplace(index, errorOf(transaction.logsNotificationValue));
    else
        ++m_transactions;
    m_trades += transaction.trades;
    m_open += transaction.transactionJson;
    if (m_entries.size() % kGroup == 0) closeGroup();
}

void History::closeGroup() {
    m_groups.push_back(compress(m_open));
    m_open.clear();
}

std::optional<std::uint32_t> History::find(const Signature& signature) const {
    const auto found = m_bySignature.find(signature);
    if (found == m_bySignature.end()) return std::nullopt;
    return found->second;
}

std::span<const std::uint32_t> History::mentioning(const Pubkey& account) const {
    const auto found = m_byAccount.find(account);
    if (found == m_byAccount.end()) return {};
    return found->second;
}

std::vector<std::uint32_t> History::ofSlot(std::uint64_t slot) const {
    const auto before = [](const Entry& entry, std::uint64_t bound) { return entry.slot < bound; };
    const auto first = std::lower_bound(m_entries.begin(), m_entries.end(), slot, before);
    std::vector<std::uint32_t> out;
    for (auto entry = first; entry != m_entries.end() && entry->slot == slot; ++entry)
        out.push_back(static_cast<std::uint32_t>(entry - m_entries.begin()));
    std::sort(out.begin(), out.end(),
              [this](std::uint32_t a, std::uint32_t b) { return m_entries[a].txIndex < m_entries[b].txIndex; });
    return out;
}

std::string History::transactionJson(std::uint32_t index) const {
    const std::size_t group = index / kGroup;
    std::size_t offset = 0;
    for (std::size_t i = group * kGroup; i < index; ++i) offset += m_entries[i].size;
    if (group == m_groups.size()) return m_open.substr(offset, m_entries[index].size);
    return expand(m_groups[group]).substr(offset, m_entries[index].size);
}

std::string_view History::errorJson(std::uint32_t index) const {
    const auto found = m_errors.find(index);
    return found == m_errors.end() ? std::string_view{"null"} : std::string_view{found->second};
}

}  // namespace core::sim
