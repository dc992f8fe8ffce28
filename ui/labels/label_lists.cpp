// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/labels/label_lists.h"

#include <algorithm>

namespace ui {
namespace {

constexpr std::string_view kBlocked = "blocked";

bool canBeWritten(std::string_view name) {
    // A group that happens to have the name of the switch's list must not switch anything.
    return !name.empty() && name != core::alert::kAlerts && name.size() <= 64 &&
           name.find_first_of("\"'\\") == std::string_view::npos;
}

template <class Key>
void tidy(std::vector<Key>& keys) {
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

}  // namespace

core::alert::Watchlists listsOf(const core::labels::LabelBook& book) {
    using core::labels::LabelKind;
    core::alert::Watchlists out;
    const auto add = [](core::alert::NameList& list, const core::labels::Label& label) {
        if (label.key.kind == LabelKind::Coin) list.mints.push_back(core::Mint{label.key.address});
        if (label.key.kind == LabelKind::Wallet) list.wallets.push_back(core::Wallet{label.key.address});
        list.wallets.insert(list.wallets.end(), label.wallets.begin(), label.wallets.end());
    };
    out[std::string{core::alert::kWatched}];
    for (const auto& [key, label] : book.all()) {
        if (label.watched) add(out[std::string{core::alert::kWatched}], label);
        if (label.blocked) add(out[std::string{kBlocked}], label);
        if (label.alerts && !label.blocked && key.kind != LabelKind::Coin)
            add(out[std::string{core::alert::kAlerts}], label);
        if (canBeWritten(label.group)) add(out[label.group], label);
        if (key.kind == LabelKind::Crew && label.name != label.group && canBeWritten(label.name))
            add(out[label.name], label);
    }
    for (auto& [name, list] : out) {
        tidy(list.wallets);
        tidy(list.mints);
    }
    return out;
}

}  // namespace ui
