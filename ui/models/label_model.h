// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/labels/label.h"
#endif
#include "ui/models/column_table.h"

#include <memory>
#include <optional>

namespace ui {

class LabelStore;

struct LabelKeyHash {
    std::size_t operator()(const core::labels::LabelKey& key) const noexcept {
        return std::hash<core::Pubkey>{}(key.address) * 3 + static_cast<std::size_t>(key.kind);
    }
};

/// The user's labels; names, groups, tags, notes and marks are edited in place.
class LabelModel final : public ColumnTable<core::labels::Label, core::labels::LabelKey, LabelKeyHash> {
public:
    enum Column { Name, Address, Kind, Group, Tags, Watched, Alerts, Blocked, Note, ColumnCount };
    /// `labels` must outlive the model.
    explicit LabelModel(LabelStore& labels, QObject* parent = nullptr);
    /// Takes over what the store holds.
    void refresh();
    /// Only labels with this text in name, address, group, tag or note; of this group when one is given.
    void setFilter(const QString& text, const std::optional<QString>& group);

    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

protected:
    [[nodiscard]] core::labels::LabelKey keyOf(const core::labels::Label& row) const override { return row.key; }
    [[nodiscard]] bool sameContent(const core::labels::Label& a, const core::labels::Label& b) const override {
        return a == b;
    }

private:
    [[nodiscard]] bool passes(const core::labels::Label& label) const;

    LabelStore& m_labels;
    QString m_filter;
    std::optional<QString> m_group;
};

}  // namespace ui
