// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/chart_store.h"

#include <QString>

#include <functional>

namespace app {

/// Keeps each document of the charts in a file of its own. A file is replaced as a whole; one that is no JSON
/// is set aside as NAME.broken and reads as empty. Thread: GUI.
class ChartFileStore final : public ui::ChartStore {
public:
    static constexpr qint64 kLargestDocument = 1'000'000;  ///< bytes

    /// `folder` exists.
    explicit ChartFileStore(QString folder) : m_folder(std::move(folder)) {}

    [[nodiscard]] QByteArray read(const QString& name) const override;
    bool write(const QString& name, const QByteArray& document) override;

    /// Called with every document that was kept.
    std::function<void(const QString& name, const QByteArray& document)> onKept;

private:
    /// Empty for a name that is no plain file name.
    [[nodiscard]] QString fileOf(const QString& name) const;

    QString m_folder;
};

}  // namespace app
