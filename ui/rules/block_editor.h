// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "ui/rules/block.h"
#endif

#include <QStringList>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QBoxLayout;
class QVBoxLayout;

namespace ui {

class LeafEditor;

/// A condition as blocks: groups of "all of" and "any of", each with its conditions, "not" before any of them.
/// Every condition can be shown. Thread: GUI.
class BlockEditor final : public QWidget {
    Q_OBJECT
public:
    explicit BlockEditor(QWidget* parent = nullptr);

    /// Names of lists that can be chosen.
    void setLists(QStringList lists);
    /// Shows a condition; blocks that say it already stay as they are.
    void setCondition(const core::alert::Condition& condition);
    /// What the blocks say; nothing while they hold no condition.
    [[nodiscard]] std::optional<core::alert::Condition> condition() const { return conditionOf(m_root); }
    /// Why a block is not sound yet; empty when all are.
    [[nodiscard]] QString trouble() const;

signals:
    void changed();

private:
    using Path = std::vector<std::size_t>;

    void build(const Path& focus = {});
    [[nodiscard]] QWidget* groupOf(const Path& path);
    [[nodiscard]] QWidget* rowOf(const Path& path);
    void addNot(QBoxLayout& row, const Path& path);
    void addRemove(QBoxLayout& row, const Path& path, const QString& accessible);
    [[nodiscard]] Block& at(const Path& path);
    void edit(const Path& focus, const std::function<void()>& change);

    Block m_root;
    QStringList m_lists;
    QVBoxLayout* m_layout;
    QWidget* m_content = nullptr;
    std::vector<LeafEditor*> m_leaves;
    QWidget* m_toFocus = nullptr;
    Path m_focusPath;
};

}  // namespace ui
