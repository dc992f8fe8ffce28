// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_settings.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace ui {
namespace {

constexpr std::array kStyles{"candles", "hollow", "heikin-ashi", "bars", "line", "area", "steps"};
constexpr std::array kScales{"linear", "log", "percent"};
constexpr std::array kAnchors{"auto", "cursor", "last"};
constexpr std::array<const char*, kMarkerKinds> kMarkers{"dev",  "cluster", "insider", "sniper",
                                                         "lead", "smart",   "tracked"};
constexpr qsizetype kMostIndicators = 24;

template <class Enum, std::size_t N>
void readEnum(const QJsonObject& from, const char* key, const std::array<const char*, N>& names, Enum& out) {
    const QByteArray text = from.value(QLatin1StringView(key)).toString().toLatin1();
    const auto at = std::find(names.begin(), names.end(), text);
    if (at != names.end()) out = static_cast<Enum>(at - names.begin());
}
template <class Enum, std::size_t N>
QString nameOf(const std::array<const char*, N>& names, Enum value) {
    return QString::fromLatin1(names[static_cast<std::size_t>(value)]);
}
void readFlag(const QJsonObject& from, const char* key, bool& out) {
    out = from.value(QLatin1StringView(key)).toBool(out);
}

}  // namespace

QByteArray ChartSettings::toJson() const {
    QJsonArray list;
    for (const IndicatorSetting& one : indicators) {
        QJsonArray numbers;
        for (const double number : one.parameters) numbers.append(number);
        list.append(QJsonObject{{QStringLiteral("kind"), one.kind},
                                {QStringLiteral("parameters"), numbers},
                                {QStringLiteral("visible"), one.visible}});
    }
    QJsonArray hidden;
    for (std::size_t i = 0; i < kMarkerKinds; ++i)
        if (!markers.shown[i]) hidden.append(QString::fromLatin1(kMarkers[i]));
    const QJsonObject root{{QStringLiteral("style"), nameOf(kStyles, style)},
                           {QStringLiteral("scale"), nameOf(kScales, scale)},
                           {QStringLiteral("anchor"), nameOf(kAnchors, anchor)},
                           {QStringLiteral("marketCap"), marketCap},
                           {QStringLiteral("dollars"), dollars},
                           {QStringLiteral("fillGaps"), fillGaps},
                           {QStringLiteral("joined"), joined},
                           {QStringLiteral("magnet"), magnet},
                           {QStringLiteral("volume"), volume},
                           {QStringLiteral("people"), people},
                           {QStringLiteral("lane"), lane},
                           {QStringLiteral("drawings"), drawings},
                           {QStringLiteral("hiddenMarkers"), hidden},
                           {QStringLiteral("indicators"), list},
                           {QStringLiteral("weights"), weights}};
    return QJsonDocument(root).toJson(QJsonDocument::Compact);
}

ChartSettings ChartSettings::fromJson(const QByteArray& json) {
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    ChartSettings out;
    readEnum(root, "style", kStyles, out.style);
    readEnum(root, "scale", kScales, out.scale);
    readEnum(root, "anchor", kAnchors, out.anchor);
    readFlag(root, "marketCap", out.marketCap);
    readFlag(root, "dollars", out.dollars);
    readFlag(root, "fillGaps", out.fillGaps);
    readFlag(root, "joined", out.joined);
    readFlag(root, "magnet", out.magnet);
    readFlag(root, "volume", out.volume);
    readFlag(root, "people", out.people);
    readFlag(root, "lane", out.lane);
    readFlag(root, "drawings", out.drawings);
    for (const QJsonValue& name : root.value(QStringLiteral("hiddenMarkers")).toArray()) {
        const auto at = std::find(kMarkers.begin(), kMarkers.end(), name.toString().toLatin1());
        if (at != kMarkers.end()) out.markers.shown[static_cast<std::size_t>(at - kMarkers.begin())] = false;
    }
    const QJsonArray list = root.value(QStringLiteral("indicators")).toArray();
    for (qsizetype i = 0; i < std::min(list.size(), kMostIndicators); ++i) {
        const QJsonObject one = list[i].toObject();
        IndicatorSetting setting;
        setting.kind = one.value(QStringLiteral("kind")).toString();
        setting.visible = one.value(QStringLiteral("visible")).toBool(true);
        for (const QJsonValue& number : one.value(QStringLiteral("parameters")).toArray())
            setting.parameters.push_back(number.toDouble());
        out.indicators.push_back(std::move(setting));
    }
    out.weights = root.value(QStringLiteral("weights")).toObject();
    return out;
}

}  // namespace ui
