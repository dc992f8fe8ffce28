// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace ui {

/// Where charts keep drawings and settings between starts. Documents are small JSON texts under a name of
/// letters, digits and dashes. Thread: GUI.
class ChartStore {
public:
    ChartStore() = default;
    ChartStore(const ChartStore&) = delete;
    ChartStore& operator=(const ChartStore&) = delete;
    virtual ~ChartStore() = default;

    /// Empty when there is none or it cannot be read.
    [[nodiscard]] virtual QByteArray read(const QString& name) const = 0;
    /// False when it could not be kept.
    virtual bool write(const QString& name, const QByteArray& document) = 0;
};

}  // namespace ui
