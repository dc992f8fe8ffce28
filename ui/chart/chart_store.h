// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <memory>

namespace ui {

class SharedDrawings;

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

    /// The drawings of that name: one and the same for all who have them open, read from what was kept by the
    /// first. Whoever changes them writes them.
    [[nodiscard]] std::shared_ptr<SharedDrawings> drawings(const QString& name);

private:
    QHash<QString, std::weak_ptr<SharedDrawings>> m_open;
};

}  // namespace ui
