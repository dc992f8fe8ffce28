// SPDX-License-Identifier: GPL-3.0-or-later
// Decoy: customers of a few exchanges. Hot wallets pay new wallets one after the other, some within seconds of each
// other and for the same coin of the day; some send their money back later. None knows another.
#include "core/sim/schemes/schemes.h"
#include "core/sim/schemes/toolkit.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <deque>

namespace core::sim {
namespace {

enum Kind : std::uint32_t { Withdraw, Buy };

class ExchangeCustomers final : public Scheme {
public:
    void start(World& world) override {
        m_meanMs = world.random().between(3'000, 8'000);
        Action action;
        action.kind = Withdraw;
        action.atNs = inSeconds(world, 1, 4);
        world.schedule(action);
    }

    void act(World& world, const Action& action) override {
        if (m_exits.act(world, action)) return;
        if (action.kind == Withdraw)
            withdraw(world, action);
        else
            buy(world, action);
    }

private:
    struct Customer {
        TraderId trader = 0;
        std::size_t exchange = 0;
        std::int64_t paidNs = 0;
        bool bought = false;
    };

    void withdraw(World& world, const Action& action) {
        Random& random = world.random();
        Action next = action;
        next.atNs = world.now() + static_cast<std::int64_t>(random.waiting(m_meanMs)) * kMillisecond;
        world.schedule(next);
        // Now and then several come at once, for something they all read.
        const std::uint64_t count = random.chance(60) ? random.between(3, 7) : 1;
        const std::size_t exchange = random.below(4);
        const TokenId talked = popularToken(world, 2);
        for (std::uint64_t i = 0; i < count; ++i) {
            Customer customer;
            customer.trader = world.newAgent(0);
            customer.exchange = exchange;
            customer.paidNs = world.now();
            const std::uint64_t lamports = withdrawal(random, random.heavyTail(kSol / 5, 12 * kSol));
            if (!world.pay(world.exchange(exchange), std::array{Payment{customer.trader, lamports}})) continue;
            m_customers.push_back(customer);
            Action first;
            first.kind = Buy;
            first.a = m_customers.size() - 1;
            first.b = random.between(1, 3);  // coins
            first.token = count > 1 ? talked : 0;
            first.atNs = world.now() + static_cast<std::int64_t>(count > 1 ? random.between(3'000, 40'000)
                                                                           : 5'000 + random.waiting(90'000)) *
                                           kMillisecond;
            world.schedule(first);
        }
    }

    void buy(World& world, const Action& action) {
        Random& random = world.random();
        Customer& customer = m_customers[action.a];
        const TokenId token = action.token != 0 ? action.token : popularToken(world, 2);
        const std::uint64_t share = world.balance(customer.trader) / (action.b + 1);
        if (token != 0 && buyAs(world, token, customer.trader, typed(random, around(random, share, 200)),
                                ordinaryStyle(world, true))
                              .done) {
            if (!customer.bought) compare(world, action.a);
            const std::size_t sale = m_exits.open("", "", ~std::uint64_t{0});
            m_exits.plan(
                world, sale, token, customer.trader, random.between(1, 3),
                world.now() + static_cast<std::int64_t>(15'000 + random.waiting(120'000)) * kMillisecond, 25,
                random.chance(150) ? world.exchange(random.chance(700) ? customer.exchange : random.below(4)) : 0);
        }
        if (action.b <= 1) return;
        Action next = action;
        --next.b;
        next.token = 0;
        next.atNs = world.now() + static_cast<std::int64_t>(10'000 + random.waiting(120'000)) * kMillisecond;
        world.schedule(next);
    }

    // Pairs that one hot wallet paid within a minute and that both trade look like one owner's.
    void compare(World& world, std::size_t number) {
        Customer& customer = m_customers[number];
        customer.bought = true;
        const std::size_t from = number > 40 ? number - 40 : 0;
        const std::size_t to = std::min(m_customers.size(), number + 40);
        for (std::size_t i = from; i < to; ++i) {
            const Customer& other = m_customers[i];
            const std::int64_t gap = std::abs(other.paidNs - customer.paidNs);
            if (i != number && other.bought && other.exchange == customer.exchange && gap <= 60 * kSecond)
                m_pairs.add(world, other.trader, customer.trader);
        }
    }

    std::uint64_t m_meanMs = 5'000;
    std::deque<Customer> m_customers;
    UnrelatedPairs m_pairs{400};
    Exits m_exits;
};

}  // namespace

std::unique_ptr<Scheme> makeExchangeCustomers() {
    return std::make_unique<ExchangeCustomers>();
}

}  // namespace core::sim
