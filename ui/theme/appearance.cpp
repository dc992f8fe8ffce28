// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/appearance.h"

#include <QSettings>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace ui::theme {
namespace {

constexpr QLatin1String kScheme("appearance/scheme");
constexpr QLatin1String kDirections("appearance/directions");
constexpr QLatin1String kLanguage("appearance/language");
constexpr QLatin1String kScale("appearance/scale");
constexpr QLatin1String kFolding("appearance/large_numbers");
constexpr QLatin1String kMotion("appearance/reduce_motion");

constexpr std::array<std::pair<Scheme, const char*>, 3> kSchemes{
    {{Scheme::Dark, "dark"}, {Scheme::Light, "light"}, {Scheme::HighContrast, "high_contrast"}}};
constexpr std::array<std::pair<Directions, const char*>, 3> kPairs{
    {{Directions::GreenUp, "green_up"}, {Directions::RedUp, "red_up"}, {Directions::BlueUp, "blue_up"}}};
constexpr std::array<std::pair<format::Folding, const char*>, 2> kFoldings{
    {{format::Folding::Thousands, "thousands"}, {format::Folding::Myriads, "myriads"}}};
constexpr std::array kLanguages{"en", "zh_CN"};

template <class Value, std::size_t N>
std::optional<Value> named(const std::array<std::pair<Value, const char*>, N>& table, const QString& name) {
    for (const auto& [value, text] : table)
        if (name == QLatin1String(text)) return value;
    return std::nullopt;
}
template <class Value, std::size_t N>
QString nameOf(const std::array<std::pair<Value, const char*>, N>& table, Value wanted) {
    for (const auto& [value, text] : table)
        if (value == wanted) return QString::fromLatin1(text);
    return {};
}

bool& reduced() {
    static bool state = false;
    return state;
}

}  // namespace

Appearance readAppearance(const QSettings& settings) {
    Appearance out;
    out.scheme = named(kSchemes, settings.value(kScheme).toString()).value_or(Scheme::Dark);
    out.directions = named(kPairs, settings.value(kDirections).toString()).value_or(Directions::GreenUp);
    const QString language = settings.value(kLanguage).toString();
    if (std::find(kLanguages.begin(), kLanguages.end(), language) != kLanguages.end()) out.language = language;
    bool number = false;
    const int scale = settings.value(kScale).toInt(&number);
    if (number) out.scalePercent = std::clamp(scale, Appearance::kLeastScale, Appearance::kMostScale);
    out.folding = named(kFoldings, settings.value(kFolding).toString());
    out.reduceMotion = settings.value(kMotion).toBool();
    return out;
}

void keepAppearance(QSettings& settings, const Appearance& appearance) {
    settings.setValue(kScheme, nameOf(kSchemes, appearance.scheme));
    settings.setValue(kDirections, nameOf(kPairs, appearance.directions));
    settings.setValue(kLanguage, appearance.language);
    settings.setValue(kScale, appearance.scalePercent);
    settings.setValue(kFolding, appearance.folding ? nameOf(kFoldings, *appearance.folding) : QString());
    settings.setValue(kMotion, appearance.reduceMotion);
}

QString languageOf(const Appearance& appearance, const QString& desktopLanguage) {
    if (!appearance.language.isEmpty()) return appearance.language;
    return desktopLanguage.startsWith(QLatin1String("zh")) ? QStringLiteral("zh_CN") : QString(kSourceLanguage);
}

format::Folding foldingOf(const Appearance& appearance, const QString& language) {
    return appearance.folding.value_or(language.startsWith(QLatin1String("zh")) ? format::Folding::Myriads
                                                                                : format::Folding::Thousands);
}

bool motionReduced() {
    return reduced();
}

void setMotionReduced(bool value) {
    reduced() = value;
}

}  // namespace ui::theme
