// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ui {

/// The panes around the open coin, by the names that layouts know them under: never renamed.
inline const QString kBoardsPane = QStringLiteral("boards");
inline const QString kEvidencePane = QStringLiteral("evidence");
inline const QString kInquiryPane = QStringLiteral("wallets");
inline const QString kMapPane = QStringLiteral("map");
inline const QString kAlertsPane = QStringLiteral("alerts");
inline const QString kAlertCentrePane = QStringLiteral("alertcentre");
inline const QString kHealthPane = QStringLiteral("health");
inline const QString kCalibrationPane = QStringLiteral("calibration");

}  // namespace ui
