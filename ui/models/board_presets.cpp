// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/board_presets.h"

#include "core/pipeline/board_figure_names.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>

#include <algorithm>
#include <cmath>
#include <optional>

namespace ui {
namespace {

using core::pipeline::BoardCondition;
using core::pipeline::BoardFigure;
using core::pipeline::BoardFilter;

constexpr QLatin1String kSchema("cabalscope.board-filters/1");
constexpr QLatin1String kSettingsKey("board/filters");
constexpr QLatin1String kMine("mine");
constexpr qsizetype kLargestFile = 1 << 20;
constexpr qsizetype kMostWords = 50;
constexpr qsizetype kLongestWord = 40;

std::vector<BoardPreset> shipped() {
    const auto atMost = [](BoardFigure figure, double most) { return BoardCondition{figure, std::nullopt, most}; };
    const auto atLeast = [](BoardFigure figure, double least) {
        return BoardCondition{figure, least, std::nullopt};
    };
    BoardFilter safe;
    safe.unknownPasses = false;
    // What every feed shows once it saw the creation; rats and bundles need whole transactions.
    safe.conditions = {atMost(BoardFigure::Top10, 0.30),  atMost(BoardFigure::Dev, 0.05),
                       atMost(BoardFigure::Sniper, 0.20), atMost(BoardFigure::Cluster, 0.15),
                       atLeast(BoardFigure::Holders, 20), atMost(BoardFigure::CopyRank, 1)};
    BoardFilter smart;
    smart.conditions = {atLeast(BoardFigure::Volume5m, 5), atLeast(BoardFigure::Buyers, 20),
                        atMost(BoardFigure::Top10, 0.40), atMost(BoardFigure::Dev, 0.10),
                        atMost(BoardFigure::Cluster, 0.30)};
    BoardFilter strict = safe;
    strict.conditions = {atMost(BoardFigure::Top10, 0.20),  atMost(BoardFigure::Dev, 0.02),
                         atMost(BoardFigure::Sniper, 0.10), atMost(BoardFigure::Bundler, 0.10),
                         atMost(BoardFigure::Rat, 0.05),    atMost(BoardFigure::Cluster, 0.10),
                         atLeast(BoardFigure::Holders, 50), atMost(BoardFigure::CopyRank, 1)};
    return {{QStringLiteral("all"), BoardPresets::tr("All"), {}, true},
            {QStringLiteral("safe"), BoardPresets::tr("Safe"), safe, true},
            {QStringLiteral("smart"), BoardPresets::tr("Smart"), smart, true},
            {QStringLiteral("strict"), BoardPresets::tr("Strict"), strict, true},
            {kMine, BoardPresets::tr("Mine"), {}, false}};
}

QJsonArray wordsJson(const std::vector<std::string>& words) {
    QJsonArray out;
    for (const std::string& word : words) out.append(QString::fromStdString(word));
    return out;
}

QJsonObject presetJson(const BoardPreset& preset) {
    QJsonArray conditions;
    for (const BoardCondition& one : preset.filter.conditions) {
        const std::string_view figure = core::pipeline::boardFigureName(one.figure);
        QJsonObject object{
            {QStringLiteral("figure"), QString::fromUtf8(figure.data(), static_cast<qsizetype>(figure.size()))}};
        if (one.least) object.insert(QStringLiteral("least"), *one.least);
        if (one.most) object.insert(QStringLiteral("most"), *one.most);
        conditions.append(object);
    }
    return {{QStringLiteral("id"), preset.id},
            {QStringLiteral("name"), preset.name},
            {QStringLiteral("unknown_passes"), preset.filter.unknownPasses},
            {QStringLiteral("hide_blocked"), preset.filter.hideBlocked},
            {QStringLiteral("words"), wordsJson(preset.filter.words)},
            {QStringLiteral("without_words"), wordsJson(preset.filter.withoutWords)},
            {QStringLiteral("conditions"), conditions}};
}

std::optional<std::vector<std::string>> wordsOf(const QJsonValue& value) {
    std::vector<std::string> out;
    if (value.isUndefined()) return out;
    const QJsonArray array = value.toArray();
    if (!value.isArray() || array.size() > kMostWords) return std::nullopt;
    for (const QJsonValue& word : array) {
        const QString text = word.toString().trimmed();
        if (!word.isString() || text.isEmpty() || text.size() > kLongestWord) return std::nullopt;
        out.push_back(text.toStdString());
    }
    return out;
}

std::optional<BoardCondition> conditionOf(const QJsonObject& object) {
    const auto figure =
        core::pipeline::boardFigureOf(object.value(QStringLiteral("figure")).toString().toStdString());
    if (!figure) return std::nullopt;
    BoardCondition out{*figure, std::nullopt, std::nullopt};
    const auto bound = [&](const QString& name, std::optional<double>& into) {
        const QJsonValue value = object.value(name);
        if (value.isUndefined()) return true;
        into = value.toDouble();
        return value.isDouble() && std::isfinite(*into);
    };
    if (!bound(QStringLiteral("least"), out.least) || !bound(QStringLiteral("most"), out.most)) return std::nullopt;
    if ((!out.least && !out.most) || (out.least && out.most && *out.least > *out.most)) return std::nullopt;
    return out;
}

QString cleanName(const QString& given) {
    QString out;
    for (const QChar c : given.simplified())
        if (c.isPrint()) out += c;
    return out.left(BoardPresets::kLongestName).trimmed();
}

// One preset of a file; says what is wrong with it.
std::optional<BoardPreset> presetOf(const QJsonObject& object, QString& error) {
    BoardPreset out;
    out.id = object.value(QStringLiteral("id")).toString();
    out.name = cleanName(object.value(QStringLiteral("name")).toString());
    if (out.name.isEmpty()) {
        error = BoardPresets::tr("a filter has no name");
        return std::nullopt;
    }
    const auto refuse = [&](const QString& why) {
        error = BoardPresets::tr("the filter %1 %2").arg(out.name, why);
        return std::nullopt;
    };
    out.filter.unknownPasses = object.value(QStringLiteral("unknown_passes")).toBool(true);
    out.filter.hideBlocked = object.value(QStringLiteral("hide_blocked")).toBool(true);
    const auto words = wordsOf(object.value(QStringLiteral("words")));
    const auto without = wordsOf(object.value(QStringLiteral("without_words")));
    if (!words || !without) return refuse(BoardPresets::tr("holds words that are none"));
    out.filter.words = *words;
    out.filter.withoutWords = *without;
    const QJsonArray conditions = object.value(QStringLiteral("conditions")).toArray();
    if (conditions.size() > static_cast<qsizetype>(core::pipeline::kBoardFigures) * 2)
        return refuse(BoardPresets::tr("has too many conditions"));
    for (const QJsonValue& value : conditions) {
        const auto condition = conditionOf(value.toObject());
        if (!condition)
            return refuse(BoardPresets::tr("has a condition with an unknown figure or bounds that are none"));
        out.filter.conditions.push_back(*condition);
    }
    return out;
}

}  // namespace

BoardPresets::BoardPresets(QObject* parent) : QObject(parent), m_presets(shipped()) {}

const BoardPreset& BoardPresets::find(const QString& id) const {
    const auto found =
        std::find_if(m_presets.begin(), m_presets.end(), [&](const auto& one) { return one.id == id; });
    return found == m_presets.end() ? m_presets.front() : *found;
}

void BoardPresets::change(const QString& id, const QString& name, const BoardFilter& filter) {
    for (BoardPreset& one : m_presets) {
        if (one.id != id || one.fixed) continue;
        const QString clean = cleanName(name);
        if (!clean.isEmpty()) one.name = clean;
        one.filter = filter;
        emit changed();
    }
}

QString BoardPresets::add(const QString& name, const BoardFilter& filter) {
    const QString clean = cleanName(name);
    if (m_presets.size() >= kMost || clean.isEmpty()) return {};
    int number = 1;
    const auto id = [&] { return QStringLiteral("own%1").arg(number); };
    while (std::any_of(m_presets.begin(), m_presets.end(), [&](const auto& one) { return one.id == id(); }))
        ++number;
    m_presets.push_back({id(), clean, filter, false});
    emit changed();
    return id();
}

void BoardPresets::remove(const QString& id) {
    const auto before = m_presets.size();
    std::erase_if(m_presets, [&](const auto& one) { return one.id == id && !one.fixed && id != kMine; });
    if (m_presets.size() != before) emit changed();
}

QByteArray BoardPresets::toJson() const {
    QJsonArray filters;
    for (const BoardPreset& one : m_presets)
        if (!one.fixed) filters.append(presetJson(one));
    return QJsonDocument(QJsonObject{{QStringLiteral("schema"), kSchema}, {QStringLiteral("filters"), filters}})
        .toJson(QJsonDocument::Indented);
}

int BoardPresets::addJson(const QByteArray& json, QString& error) {
    QJsonParseError wrong;
    if (json.size() > kLargestFile) {
        error = tr("the file is larger than 1 MB");
        return 0;
    }
    const QJsonObject root = QJsonDocument::fromJson(json, &wrong).object();
    if (wrong.error != QJsonParseError::NoError) {
        error = tr("it is no JSON: %1").arg(wrong.errorString());
        return 0;
    }
    if (root.value(QStringLiteral("schema")).toString() != kSchema) {
        error = tr("it is no file of board filters");
        return 0;
    }
    std::vector<BoardPreset> next = m_presets;
    const QJsonArray filters = root.value(QStringLiteral("filters")).toArray();
    int number = 1;
    for (const QJsonValue& value : filters) {
        auto preset = presetOf(value.toObject(), error);
        if (!preset) return 0;
        const auto same = std::find_if(next.begin(), next.end(), [&](const auto& one) {
            return !one.fixed && (one.name == preset->name || (one.id == kMine && preset->id == kMine));
        });
        if (same != next.end()) {
            same->name = preset->name;
            same->filter = preset->filter;
            continue;
        }
        if (next.size() >= kMost) {
            error = tr("there would be more than %1 filters").arg(kMost);
            return 0;
        }
        const auto taken = [&](const QString& id) {
            return std::any_of(next.begin(), next.end(), [&](const auto& one) { return one.id == id; });
        };
        // A file that is read back finds its filters under the ids that the columns know.
        if (!preset->id.startsWith(QStringLiteral("own")) || preset->id.size() > kLongestName ||
            taken(preset->id)) {
            while (taken(QStringLiteral("own%1").arg(number))) ++number;
            preset->id = QStringLiteral("own%1").arg(number);
        }
        next.push_back(*std::move(preset));
    }
    m_presets = std::move(next);
    emit changed();
    return static_cast<int>(filters.size());
}

void BoardPresets::restore(const QSettings& settings) {
    const QByteArray kept = settings.value(kSettingsKey).toByteArray();
    QString error;
    if (!kept.isEmpty()) addJson(kept, error);
}

void BoardPresets::save(QSettings& settings) const {
    settings.setValue(kSettingsKey, toJson());
}

QString boardFigureTitle(BoardFigure figure) {
    switch (figure) {
        case BoardFigure::Age: return BoardPresets::tr("Age");
        case BoardFigure::MarketCapQuote: return BoardPresets::tr("Market cap (SOL)");
        case BoardFigure::MarketCapDollars: return BoardPresets::tr("Market cap ($)");
        case BoardFigure::LiquidityQuote: return BoardPresets::tr("Liquidity (SOL)");
        case BoardFigure::Volume: return BoardPresets::tr("Volume (SOL)");
        case BoardFigure::Volume1m: return BoardPresets::tr("Volume, 1 minute");
        case BoardFigure::Volume5m: return BoardPresets::tr("Volume, 5 minutes");
        case BoardFigure::Change5m: return BoardPresets::tr("Change, 5 minutes");
        case BoardFigure::ChangeSeen: return BoardPresets::tr("Change since seen");
        case BoardFigure::Progress: return BoardPresets::tr("Curve");
        case BoardFigure::GraduatedAt: return BoardPresets::tr("Graduated");
        case BoardFigure::Trades: return BoardPresets::tr("Trades");
        case BoardFigure::Buys: return BoardPresets::tr("Buys");
        case BoardFigure::Sells: return BoardPresets::tr("Sells");
        case BoardFigure::Buyers: return BoardPresets::tr("Buyers");
        case BoardFigure::Holders: return BoardPresets::tr("Holders");
        case BoardFigure::Top10: return BoardPresets::tr("Top 10 hold");
        case BoardFigure::Sniper: return BoardPresets::tr("Snipers hold");
        case BoardFigure::Bundler: return BoardPresets::tr("Bundlers hold");
        case BoardFigure::Rat: return BoardPresets::tr("Insiders (rats) hold");
        case BoardFigure::Fresh: return BoardPresets::tr("Fresh first buyers");
        case BoardFigure::Dev: return BoardPresets::tr("Dev holds");
        case BoardFigure::Cluster: return BoardPresets::tr("Largest cluster holds");
        case BoardFigure::DevCreated: return BoardPresets::tr("Dev launched");
        case BoardFigure::DevGraduated: return BoardPresets::tr("Dev graduated");
        case BoardFigure::DevBestPeak: return BoardPresets::tr("Dev's best peak (SOL)");
        case BoardFigure::CopyRank: return BoardPresets::tr("Place among its name");
    }
    return {};
}

FigureUnit boardFigureUnit(BoardFigure figure) {
    switch (figure) {
        case BoardFigure::Age: return {1.0 / 60, BoardPresets::tr("min")};
        case BoardFigure::Change5m:
        case BoardFigure::ChangeSeen:
        case BoardFigure::Progress:
        case BoardFigure::Top10:
        case BoardFigure::Sniper:
        case BoardFigure::Bundler:
        case BoardFigure::Rat:
        case BoardFigure::Fresh:
        case BoardFigure::Dev:
        case BoardFigure::Cluster:
        case BoardFigure::DevGraduated: return {100, QStringLiteral("%")};
        default: return {};
    }
}

QString filterSentence(const BoardFilter& filter) {
    QStringList parts;
    for (const BoardCondition& one : filter.conditions) {
        const FigureUnit unit = boardFigureUnit(one.figure);
        const auto number = [&](double value) {
            return QString::number(value * unit.factor, 'g', 6) +
                   (unit.suffix == u'%' || unit.suffix.isEmpty() ? unit.suffix : u' ' + unit.suffix);
        };
        const QString title = boardFigureTitle(one.figure);
        if (one.least) parts << QStringLiteral("%1 ≥ %2").arg(title, number(*one.least));
        if (one.most) parts << QStringLiteral("%1 ≤ %2").arg(title, number(*one.most));
    }
    const auto list = [](const std::vector<std::string>& words) {
        QStringList out;
        for (const std::string& word : words) out << QString::fromStdString(word);
        return out.join(QStringLiteral(", "));
    };
    if (!filter.words.empty()) parts << BoardPresets::tr("name has one of: %1").arg(list(filter.words));
    if (!filter.withoutWords.empty())
        parts << BoardPresets::tr("name has none of: %1").arg(list(filter.withoutWords));
    if (parts.isEmpty()) return BoardPresets::tr("Lets every coin through.");
    parts << (filter.unknownPasses ? BoardPresets::tr("coins with an unknown figure pass")
                                   : BoardPresets::tr("coins with an unknown figure are hidden"));
    return parts.join(QStringLiteral("\n"));
}

}  // namespace ui
