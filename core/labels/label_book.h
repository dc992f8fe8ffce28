// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/labels/label.h"

#include <deque>
#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace core::labels {

/// Every label, with undo. Thread: confined.
class LabelBook {
public:
    static constexpr std::size_t kMostLabels = 100'000;
    static constexpr std::size_t kMostSteps = 100;

    /// Null when nothing is said about it.
    [[nodiscard]] const Label* find(const LabelKey& key) const;
    [[nodiscard]] const Label* wallet(const Wallet& wallet) const {
        return find({LabelKind::Wallet, Pubkey{wallet}});
    }
    /// The named crew that a wallet was put into; null when it is in none.
    [[nodiscard]] const Label* crewOf(const Wallet& wallet) const;
    [[nodiscard]] const std::map<LabelKey, Label>& all() const noexcept { return m_labels; }

    /// Takes labels over as one step; an empty one takes away what was said. `what` names the step for undo.
    /// Errors: TooLarge when there would be more than kMostLabels; nothing is changed then.
    Result<void> put(std::span<const Label> labels, std::string what);
    /// Takes labels away as one step.
    void remove(std::span<const LabelKey> keys, std::string what);
    /// Takes over what a file held; no step, undo begins anew.
    void load(std::vector<Label> labels);

    [[nodiscard]] bool canUndo() const noexcept { return !m_done.empty(); }
    [[nodiscard]] bool canRedo() const noexcept { return !m_undone.empty(); }
    /// What undo and redo would take back or do again; empty when there is nothing.
    [[nodiscard]] std::string undoText() const { return m_done.empty() ? std::string{} : m_done.back().what; }
    [[nodiscard]] std::string redoText() const { return m_undone.empty() ? std::string{} : m_undone.back().what; }
    bool undo();
    bool redo();

    /// Wallets that are watched by themselves or as part of a watched crew, ascending.
    [[nodiscard]] std::vector<Wallet> watched() const;
    [[nodiscard]] bool isBlocked(const LabelKey& key) const {
        const Label* label = find(key);
        return label != nullptr && label->blocked;
    }
    /// Every group in use, ascending.
    [[nodiscard]] std::vector<std::string> groups() const;
    /// Changes with every change.
    [[nodiscard]] std::uint64_t version() const noexcept { return m_version; }

private:
    struct Step {
        std::string what;
        std::vector<Label> before;  ///< empty labels: nothing was said
        std::vector<Label> after;
    };

    void apply(const std::vector<Label>& labels);
    void set(const Label& label);
    void note(Step step);

    std::map<LabelKey, Label> m_labels;
    std::unordered_map<Wallet, LabelKey> m_crewOf;
    std::deque<Step> m_done;
    std::vector<Step> m_undone;
    std::uint64_t m_version = 0;
};

}  // namespace core::labels
