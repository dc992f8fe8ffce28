// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/token_names.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace core::sim {
namespace {

constexpr std::array<std::string_view, 40> kFirst{
    "Baby",  "Grumpy", "Based",  "Turbo",   "Giga",  "Tiny",  "Sleepy",   "Fat",    "Cosmic", "Angry",
    "Lazy",  "Magic",  "Chad",   "Degen",   "Pixel", "Neon",  "Crypto",   "Moon",   "Golden", "Mystic",
    "Dizzy", "Jelly",  "Honest", "Quantum", "Lucky", "Ninja", "Drunk",    "Silent", "Hyper",  "Smol",
    "Wet",   "Holy",   "Feral",  "Normie",  "Rogue", "Salty", "Unhinged", "Zen",    "Toxic",  "Spicy"};
constexpr std::array<std::string_view, 40> kSecond{
    "Pepe",   "Doge",     "Cat",     "Frog",    "Wif",   "Inu",    "Goat",    "Hamster", "Penguin", "Ape",
    "Duck",   "Capybara", "Otter",   "Raccoon", "Moth",  "Possum", "Shrimp",  "Axolotl", "Bonk",    "Giraffe",
    "Toad",   "Hippo",    "Sloth",   "Badger",  "Crab",  "Pigeon", "Lobster", "Yeti",    "Gnome",   "Wizard",
    "Intern", "Boomer",   "Grandma", "Potato",  "Toast", "Pickle", "Burrito", "Taco",    "Sock",    "Lamp"};
constexpr std::array<std::string_view, 6> kTail{" Coin", " on Sol", " AI", " 2.0", " DAO", " Classic"};

struct Fixed {
    std::string_view name;
    std::string_view symbol;
};
// Right-to-left override, zero-width joiner and space, combining marks, a line break, a tag character.
constexpr std::array<Fixed, 12> kUnusual{{
    {"\u72D7\u72D7\u5E01", "\u72D7"},
    {"\u67F4\u72AC\u30B3\u30A4\u30F3", "SHIBA\u72AC"},
    {"\uBE44\uD2B8\uACE0\uC591\uC774", "\uACE0\uC591\uC774"},
    {"\U0001F438 Frog \U0001F438", "\U0001F438"},
    {"\U0001F680\U0001F680\U0001F680", "MOON\U0001F315"},
    {"USDC\u202Enioc", "US\u202EDC"},
    {"SOL\u200B", "S\u200BOL"},
    {"Pe\u0301pe\u0301", "PE\u0301PE"},
    {"\u2067evil\u2069 safe", "EVIL"},
    {"Line\nbreak", "L\nB"},
    {"\"quoted\" \\ name", "Q\"Q"},
    {"<b>bold</b>", "<b>"},
}};

}  // namespace

TokenName makeTokenName(Random& random) {
    if (random.chance(60)) {
        const Fixed& fixed = random.pick(kUnusual);
        return {std::string{fixed.name}, std::string{fixed.symbol}};
    }
    const std::string_view first = random.pick(kFirst);
    const std::string_view second = random.pick(kSecond);
    TokenName made;
    const bool single = random.chance(250);
    if (!single) made.name = std::string{first} + ' ';
    made.name += second;
    if (random.chance(200)) made.name += random.pick(kTail);
    if (single)
        made.symbol = second;
    else if (random.chance(500))
        made.symbol = std::string{first.substr(0, 3)} + std::string{second};
    else
        made.symbol = second;
    made.symbol.resize(std::min<std::size_t>(made.symbol.size(), 10));
    std::transform(made.symbol.begin(), made.symbol.end(), made.symbol.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return made;
}

}  // namespace core::sim
