// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/people_style.h"

#include "ui/chart/series_colors.h"
#include "ui/theme/palette.h"

#include <QObject>

namespace ui {

QString kindLetter(MarkerKind kind) {
    switch (kind) {
        case MarkerKind::Dev: return QStringLiteral("D");
        case MarkerKind::Cluster: return QString();
        case MarkerKind::Insider: return QStringLiteral("I");
        case MarkerKind::Sniper: return QStringLiteral("S");
        case MarkerKind::Lead: return QStringLiteral("L");
        case MarkerKind::SmartMoney: return QStringLiteral("M");
        case MarkerKind::Tracked: return QStringLiteral("T");
    }
    return {};
}

QString kindName(MarkerKind kind) {
    switch (kind) {
        case MarkerKind::Dev: return QObject::tr("Dev");
        case MarkerKind::Cluster: return QObject::tr("Clusters");
        case MarkerKind::Insider: return QObject::tr("Insiders");
        case MarkerKind::Sniper: return QObject::tr("Snipers");
        case MarkerKind::Lead: return QObject::tr("Lead wallets");
        case MarkerKind::SmartMoney: return QObject::tr("Smart money");
        case MarkerKind::Tracked: return QObject::tr("Tracked");
    }
    return {};
}

QColor kindColor(MarkerKind kind) {
    switch (kind) {
        case MarkerKind::Dev: return seriesColor(5);
        case MarkerKind::Cluster: return seriesColor(2);
        case MarkerKind::Insider: return seriesColor(6);
        case MarkerKind::Sniper: return seriesColor(3);
        case MarkerKind::Lead: return seriesColor(1);
        case MarkerKind::SmartMoney: return seriesColor(4);
        case MarkerKind::Tracked: return seriesColor(7);
    }
    return theme::palette().text;
}

QString laneLetter(LaneKind kind) {
    switch (kind) {
        case LaneKind::Created: return QStringLiteral("C");
        case LaneKind::FirstSell: return QStringLiteral("1");
        case LaneKind::DevMoved: return QStringLiteral("D");
        case LaneKind::Graduated: return QStringLiteral("G");
        case LaneKind::Flag: return QStringLiteral("F");
        case LaneKind::Alert: return QStringLiteral("!");
    }
    return {};
}

QString laneName(LaneKind kind) {
    switch (kind) {
        case LaneKind::Created: return QObject::tr("Created");
        case LaneKind::FirstSell: return QObject::tr("First sell");
        case LaneKind::DevMoved: return QObject::tr("Dev moved");
        case LaneKind::Graduated: return QObject::tr("Graduated");
        case LaneKind::Flag: return QObject::tr("Flag");
        case LaneKind::Alert: return QObject::tr("Alert");
    }
    return {};
}

QColor laneColor(LaneKind kind) {
    const auto& colors = theme::palette();
    switch (kind) {
        case LaneKind::Created: return colors.link;
        case LaneKind::FirstSell:
        case LaneKind::DevMoved: return colors.danger;
        case LaneKind::Graduated: return colors.good;
        case LaneKind::Flag:
        case LaneKind::Alert: return colors.attention;
    }
    return colors.text;
}

QColor clusterColor(std::uint32_t cluster) {
    return theme::entityColor(cluster);
}

}  // namespace ui
