// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labels/label_book.h"

#include "core/base/text.h"

#include <algorithm>
#include <set>

namespace core::labels {
namespace {

Label cleaned(Label label) {
    label.name = sanitizeText(label.name, Label::kMostName);
    label.note = sanitizeText(label.note, Label::kMostNote);
    label.group = sanitizeText(label.group, Label::kMostName);
    std::vector<std::string> tags;
    for (const std::string& tag : label.tags) {
        std::string clean = sanitizeText(tag, Label::kMostTag);
        if (!clean.empty() && tags.size() < Label::kMostTags &&
            std::find(tags.begin(), tags.end(), clean) == tags.end())
            tags.push_back(std::move(clean));
    }
    label.tags = std::move(tags);
    if (label.color) label.color = *label.color & 0xffffffU;
    std::sort(label.wallets.begin(), label.wallets.end());
    label.wallets.erase(std::unique(label.wallets.begin(), label.wallets.end()), label.wallets.end());
    if (label.wallets.size() > Label::kMostWallets) label.wallets.resize(Label::kMostWallets);
    if (label.key.kind != LabelKind::Crew) label.wallets.clear();
    return label;
}

}  // namespace

std::string_view kindName(LabelKind kind) noexcept {
    switch (kind) {
        case LabelKind::Wallet: return "wallet";
        case LabelKind::Coin: return "coin";
        case LabelKind::Crew: return "crew";
    }
    return {};
}

const Label* LabelBook::find(const LabelKey& key) const {
    const auto found = m_labels.find(key);
    return found == m_labels.end() ? nullptr : &found->second;
}

const Label* LabelBook::crewOf(const Wallet& wallet) const {
    const auto found = m_crewOf.find(wallet);
    return found == m_crewOf.end() ? nullptr : find(found->second);
}

void LabelBook::set(const Label& label) {
    if (const auto old = m_labels.find(label.key); old != m_labels.end()) {
        for (const Wallet& wallet : old->second.wallets)
            if (const auto crew = m_crewOf.find(wallet); crew != m_crewOf.end() && crew->second == label.key)
                m_crewOf.erase(crew);
        m_labels.erase(old);
    }
    if (label.isEmpty()) return;
    for (const Wallet& wallet : label.wallets) m_crewOf[wallet] = label.key;
    m_labels.emplace(label.key, label);
}

void LabelBook::apply(const std::vector<Label>& labels) {
    for (const Label& label : labels) set(label);
    ++m_version;
}

void LabelBook::note(Step step) {
    m_undone.clear();
    m_done.push_back(std::move(step));
    if (m_done.size() > kMostSteps) m_done.pop_front();
}

Result<void> LabelBook::put(std::span<const Label> labels, std::string what) {
    Step step;
    step.what = std::move(what);
    std::set<LabelKey> fresh;
    for (const Label& label : labels) {
        Label clean = cleaned(label);
        const Label* old = find(clean.key);
        if (old == nullptr && clean.isEmpty()) continue;
        if (old != nullptr && *old == clean) continue;
        if (old == nullptr) fresh.insert(clean.key);
        Label before;
        before.key = clean.key;
        step.before.push_back(old == nullptr ? before : *old);
        step.after.push_back(std::move(clean));
    }
    if (m_labels.size() + fresh.size() > kMostLabels)
        return fail(ErrorCode::TooLarge, "no more than " + std::to_string(kMostLabels) + " labels are kept");
    if (step.after.empty()) return {};
    apply(step.after);
    note(std::move(step));
    return {};
}

void LabelBook::remove(std::span<const LabelKey> keys, std::string what) {
    std::vector<Label> empty;
    for (const LabelKey& key : keys) {
        Label label;
        label.key = key;
        empty.push_back(std::move(label));
    }
    (void)put(empty, std::move(what));
}

void LabelBook::load(std::vector<Label> labels) {
    m_labels.clear();
    m_crewOf.clear();
    m_done.clear();
    m_undone.clear();
    for (const Label& label : labels)
        if (m_labels.size() < kMostLabels) set(cleaned(label));
    ++m_version;
}

bool LabelBook::undo() {
    if (m_done.empty()) return false;
    Step step = std::move(m_done.back());
    m_done.pop_back();
    // Backwards: one step may have said two things about one wallet.
    std::vector<Label> before(step.before.rbegin(), step.before.rend());
    apply(before);
    m_undone.push_back(std::move(step));
    return true;
}

bool LabelBook::redo() {
    if (m_undone.empty()) return false;
    Step step = std::move(m_undone.back());
    m_undone.pop_back();
    apply(step.after);
    m_done.push_back(std::move(step));
    return true;
}

std::vector<Wallet> LabelBook::watched() const {
    std::set<Wallet> out;
    for (const auto& [key, label] : m_labels) {
        if (!label.watched || label.blocked) continue;
        if (key.kind == LabelKind::Wallet) out.insert(Wallet{key.address});
        if (key.kind == LabelKind::Crew) out.insert(label.wallets.begin(), label.wallets.end());
    }
    return {out.begin(), out.end()};
}

std::vector<std::string> LabelBook::groups() const {
    std::set<std::string> out;
    for (const auto& [key, label] : m_labels)
        if (!label.group.empty()) out.insert(label.group);
    return {out.begin(), out.end()};
}

}  // namespace core::labels
