// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/dev.h"

#include <fmt/format.h>

namespace core::detect {
namespace {

class Dev final : public Detector {
public:
    void onEvent(const Scene& scene, Findings& out) override {
        const auto* created = std::get_if<TokenCreated>(&scene.event.body);
        if (created == nullptr || !created->creator) return;
        Flag flag = flagOf("dev", scene);
        flag.wallets = {*created->creator};
        flag.confidence = 1;
        const intel::WalletId id = scene.who.find(*created->creator);
        flag.value = id == intel::kNoWallet ? 1 : scene.who.wallets()[id].mintsCreated;
        flag.unit = "coins created";
        flag.rule = fmt::format("{}: created by this wallet, its coin number {:.0f} in sight.",
                                coinName(*scene.coin), flag.value);
        flag.evidence.push_back(
            evidenceOf("creation", scene.event.at, {*created->creator}, created->supply, "signed the creation"));
        out.flags.push_back(std::move(flag));
    }
};

}  // namespace

std::unique_ptr<Detector> makeDev() {
    return std::make_unique<Dev>();
}

}  // namespace core::detect
