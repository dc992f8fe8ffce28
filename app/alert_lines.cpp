// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alert_lines.h"

#include "app/chart_file_store.h"
#include "ui/chart/drawing_book.h"

#include <fmt/format.h>

#include <QDir>

#include <algorithm>
#include <optional>
#include <utility>

namespace app {
namespace {

using core::alert::CoinCrosses;
using core::alert::Condition;
using core::alert::Number;
using core::alert::Rule;
using core::alert::Unit;

const QString kPrefix = QStringLiteral("drawings-");
constexpr std::int64_t kCoolDown = 60;

// A level is a pixel's: nine digits are more than anybody can point at.
std::optional<Number> levelOf(double price) {
    for (int digits = 9; digits > 0; --digits)
        if (const auto number = Number::parse(fmt::format("{:.{}g}", price, digits)); number && number->value() > 0)
            return *number;
    return std::nullopt;
}

std::optional<Unit> unitOf(const QString& unit) {
    if (unit == QStringLiteral("SOL")) return Unit::Sol;
    if (unit == QStringLiteral("USD")) return Unit::Usd;
    return std::nullopt;
}

// One level of a coin is one rule, whatever number its drawing has: drawings are numbered anew with each reading.
std::string idOf(const core::Mint& mint, const Number& level, Unit unit) {
    std::string out = "line_";
    for (std::size_t i = 0; i < 6; ++i) out += fmt::format("{:02x}", mint.bytes()[i]);
    std::string text = level.text();
    std::replace(text.begin(), text.end(), '.', '-');
    return out + "_" + text + (unit == Unit::Usd ? "usd" : "");
}

std::optional<Rule> ruleOf(const core::Mint& mint, const ui::Drawing& line) {
    const auto level = levelOf(line.points[0].price);
    const auto unit = unitOf(line.unit);
    if (!level || !unit) return std::nullopt;
    Rule out;
    out.id = idOf(mint, *level, *unit);
    out.title = fmt::format("Price line at {} {}", level->text(), *unit == Unit::Usd ? "USD" : "SOL");
    out.kind = "price_line";
    out.group = core::AlertGroup::HighSignal;
    out.severity = core::Severity::Warning;
    out.coolDownSeconds = kCoolDown;
    out.scope = {core::alert::Scope::What::Mints, {mint}, {}};
    core::alert::AnyOf either;
    for (const bool upwards : {true, false})
        either.of.push_back(Condition{CoinCrosses{"price", upwards, {*level, *unit}}});
    out.when = Condition{std::move(either)};
    return out;
}

}  // namespace

void AlertLines::readFolder(const QString& folder) {
    const ChartFileStore store(folder);
    QStringList names = QDir(folder).entryList({kPrefix + QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    if (names.size() > kMostCoins) names = names.mid(0, kMostCoins);
    for (const QString& name : names) {
        const QString document = name.chopped(5);
        take(document, store.read(document));
    }
}

bool AlertLines::take(const QString& name, const QByteArray& document) {
    if (!name.startsWith(kPrefix)) return false;
    const auto mint = core::Mint::fromBase58(name.mid(kPrefix.size()).toStdString());
    if (!mint) return false;
    ui::DrawingBook book;
    book.fromJson(document);
    OfCoin now;
    for (const ui::Drawing& drawing : book.all()) {
        if (drawing.kind != ui::DrawingKind::AlertLine) continue;
        auto rule = ruleOf(*mint, drawing);
        const bool known = rule && std::any_of(now.rules.begin(), now.rules.end(),
                                               [&](const Rule& each) { return each.id == rule->id; });
        if (!rule)
            ++now.unarmed;
        else if (!known)
            now.rules.push_back(std::move(*rule));
    }
    const auto was = m_coins.find(*mint);
    const bool same = was == m_coins.end() ? now.rules.empty() : was->second.rules == now.rules;
    if (now.rules.empty() && now.unarmed == 0)
        m_coins.erase(*mint);
    else
        m_coins.insert_or_assign(*mint, std::move(now));
    return !same;
}

std::vector<Rule> AlertLines::rules() const {
    std::vector<Rule> out;
    for (const auto& [mint, coin] : m_coins)
        for (const Rule& rule : coin.rules)
            if (out.size() < kMostLines) out.push_back(rule);
    return out;
}

std::size_t AlertLines::unarmed() const {
    std::size_t lines = 0;
    std::size_t out = 0;
    for (const auto& [mint, coin] : m_coins) {
        lines += coin.rules.size();
        out += coin.unarmed;
    }
    return out + (lines > kMostLines ? lines - kMostLines : 0);
}

}  // namespace app
