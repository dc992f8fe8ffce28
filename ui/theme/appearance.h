// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/format/number_text.h"
#include "ui/theme/palette.h"

#include <QString>

#include <optional>

class QSettings;

namespace ui::theme {

/// What every sentence of the program is written in.
inline constexpr QLatin1String kSourceLanguage("en");

/// How the program looks and speaks, as the user chose it.
struct Appearance {
    Scheme scheme = Scheme::Dark;
    Directions directions = Directions::GreenUp;
    QString language;        ///< "en", "zh_CN"; empty: as the desktop is
    int scalePercent = 100;  ///< of everything, kLeastScale to kMostScale; after a restart
    bool reduceMotion = false;
    std::optional<format::Folding> folding{};  ///< of large numbers; empty: as the language does

    static constexpr int kLeastScale = 80;
    static constexpr int kMostScale = 200;

    friend bool operator==(const Appearance&, const Appearance&) = default;
};

/// Reads what was kept; what is not understood is as if it were not there.
[[nodiscard]] Appearance readAppearance(const QSettings& settings);
void keepAppearance(QSettings& settings, const Appearance& appearance);

/// The language to use: the chosen one, else the desktop's where it is one of ours, else English.
[[nodiscard]] QString languageOf(const Appearance& appearance, const QString& desktopLanguage);

/// How large numbers are folded: as chosen, else in Chinese by ten thousands and else by thousands.
[[nodiscard]] format::Folding foldingOf(const Appearance& appearance, const QString& language);

/// Whether things may move on the screen that say nothing by moving. Thread: GUI.
[[nodiscard]] bool motionReduced();
void setMotionReduced(bool reduced);

}  // namespace ui::theme
