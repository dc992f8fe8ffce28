// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/time_text.h"

#include "ui/format/price_text.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace ui::format {
namespace {

constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kHour = 3600;
constexpr std::int64_t kDay = 86400;
constexpr std::int64_t kClockSkew = 5;

/// Blocks may be stamped a little ahead of the clock they are compared with.
std::optional<std::int64_t> usable(std::optional<std::int64_t> seconds) {
    if (!seconds || *seconds < -kClockSkew) return std::nullopt;
    return std::max<std::int64_t>(*seconds, 0);
}

QString two(std::int64_t high, QChar highUnit, std::int64_t low, QChar lowUnit) {
    return QStringLiteral("%1%2 %3%4").arg(high).arg(highUnit).arg(low).arg(lowUnit);
}

}  // namespace

QString shortAge(std::optional<std::int64_t> seconds) {
    const auto age = usable(seconds);
    if (!age) return unknown();
    if (*age < kMinute) return QString::number(*age) + u's';
    if (*age < kHour) return QString::number(*age / kMinute) + u'm';
    if (*age < kDay) return QString::number(*age / kHour) + u'h';
    return QString::number(*age / kDay) + u'd';
}

QString longAge(std::optional<std::int64_t> seconds) {
    const auto age = usable(seconds);
    if (!age) return unknown();
    if (*age < kMinute) return QString::number(*age) + u's';
    if (*age < kHour) return two(*age / kMinute, u'm', *age % kMinute, u's');
    if (*age < kDay) return two(*age / kHour, u'h', *age % kHour / kMinute, u'm');
    return two(*age / kDay, u'd', *age % kDay / kHour, u'h');
}

QString clockTime(std::optional<std::int64_t> unixSeconds) {
    if (!unixSeconds) return unknown();
    return QDateTime::fromSecsSinceEpoch(*unixSeconds, Qt::UTC).toString(QStringLiteral("HH:mm:ss"));
}

QString dateTime(std::optional<std::int64_t> unixSeconds) {
    if (!unixSeconds) return unknown();
    return QDateTime::fromSecsSinceEpoch(*unixSeconds, Qt::UTC).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) +
           QStringLiteral(" UTC");
}

QString lag(std::optional<double> milliseconds) {
    if (!milliseconds || !std::isfinite(*milliseconds)) return unknown();
    if (*milliseconds < 1000) return QString::number(std::lround(*milliseconds)) + QStringLiteral(" ms");
    if (*milliseconds < 60'000) return QString::number(*milliseconds / 1000, 'f', 1) + QStringLiteral(" s");
    return longAge(static_cast<std::int64_t>(*milliseconds / 1000));
}

}  // namespace ui::format
