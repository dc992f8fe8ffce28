// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/symbol.h"

#include <deque>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <unordered_map>

namespace core {
namespace {

struct Table {
    std::shared_mutex mutex;
    std::deque<std::string> names{std::string{}, std::string{"other"}};  // a deque keeps its strings in place
    std::unordered_map<std::string_view, std::uint16_t> ids{{names[0], 0}, {names[1], 1}};
};

Table& table() {
    static Table instance;
    return instance;
}

constexpr std::size_t kMaxNames = 4096;
constexpr std::size_t kMaxLength = 64;
constexpr std::uint16_t kOther = 1;

}  // namespace

Symbol::Symbol(std::string_view name) {
    Table& names = table();
    {
        const std::shared_lock lock(names.mutex);
        if (const auto found = names.ids.find(name); found != names.ids.end()) {
            m_id = found->second;
            return;
        }
    }
    const std::unique_lock lock(names.mutex);
    if (const auto found = names.ids.find(name); found != names.ids.end()) {
        m_id = found->second;
        return;
    }
    if (names.names.size() >= kMaxNames || name.size() > kMaxLength) {
        m_id = kOther;
        return;
    }
    m_id = static_cast<std::uint16_t>(names.names.size());
    names.names.emplace_back(name);
    names.ids.emplace(names.names.back(), m_id);
}

std::string_view Symbol::name() const {
    Table& names = table();
    const std::shared_lock lock(names.mutex);
    return names.names[m_id];
}

}  // namespace core
