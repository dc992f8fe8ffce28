// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/block.h"

#include <iterator>
#include <utility>

namespace ui {

using core::alert::AllOf;
using core::alert::AnyOf;
using core::alert::Condition;
using core::alert::NotThat;

namespace {

Block plain(const Condition& condition) {
    Block out;
    const Condition* inner = &condition;
    while (const auto* negated = std::get_if<NotThat>(&inner->is)) {
        ++out.nots;
        inner = &negated->of.front();
    }
    const auto take = [&](Block::Kind kind, const std::vector<Condition>& of) {
        out.kind = kind;
        for (const Condition& each : of) out.of.push_back(plain(each));
    };
    if (const auto* all = std::get_if<AllOf>(&inner->is)) {
        take(Block::Kind::All, all->of);
    } else if (const auto* any = std::get_if<AnyOf>(&inner->is)) {
        take(Block::Kind::Any, any->of);
    } else {
        out.kind = Block::Kind::One;
        out.one = *inner;
    }
    return out;
}

template <class Group>
Condition grouped(std::vector<Condition> of) {
    Group out;
    for (Condition& each : of) {
        if (auto* same = std::get_if<Group>(&each.is))
            out.of.insert(out.of.end(), std::make_move_iterator(same->of.begin()),
                          std::make_move_iterator(same->of.end()));
        else
            out.of.push_back(std::move(each));
    }
    return Condition{std::move(out)};
}

}  // namespace

Block blockOf(const Condition& condition) {
    Block out = plain(condition);
    if (out.kind != Block::Kind::One && out.nots == 0) return out;
    Block group;
    group.of.push_back(std::move(out));
    return group;
}

std::optional<Condition> conditionOf(const Block& block) {
    std::optional<Condition> out;
    if (block.kind == Block::Kind::One) {
        out = block.one;
    } else {
        std::vector<Condition> of;
        for (const Block& each : block.of)
            if (auto made = conditionOf(each)) of.push_back(std::move(*made));
        if (of.empty()) return std::nullopt;
        if (of.size() == 1)
            out = std::move(of.front());
        else
            out = block.kind == Block::Kind::All ? grouped<AllOf>(std::move(of)) : grouped<AnyOf>(std::move(of));
    }
    for (int i = 0; i < block.nots; ++i) out = Condition{NotThat{{std::move(*out)}}};
    return out;
}

}  // namespace ui
