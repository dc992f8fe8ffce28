// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/indicator_text.h"

#include <QByteArray>
#include <QCoreApplication>

#include <array>

namespace ui {
namespace {

// What the registry of indicators says in English words; the others are the same in every language (EMA, RSI).
[[maybe_unused]] constexpr std::array kWords{QT_TRANSLATE_NOOP("indicator", "Cumulative delta"),
                                             QT_TRANSLATE_NOOP("indicator", "Buy/sell delta"),
                                             QT_TRANSLATE_NOOP("indicator", "Holders"),
                                             QT_TRANSLATE_NOOP("indicator", "Top 10 by entity"),
                                             QT_TRANSLATE_NOOP("indicator", "Volume MA"),
                                             QT_TRANSLATE_NOOP("indicator", "VWAP from"),
                                             QT_TRANSLATE_NOOP("indicator", "anchor"),
                                             QT_TRANSLATE_NOOP("indicator", "deviations"),
                                             QT_TRANSLATE_NOOP("indicator", "fast"),
                                             QT_TRANSLATE_NOOP("indicator", "period"),
                                             QT_TRANSLATE_NOOP("indicator", "signal"),
                                             QT_TRANSLATE_NOOP("indicator", "slow")};

}  // namespace

QString indicatorText(std::string_view name) {
    const QByteArray text(name.data(), static_cast<qsizetype>(name.size()));
    return QCoreApplication::translate("indicator", text.constData());
}

}  // namespace ui
