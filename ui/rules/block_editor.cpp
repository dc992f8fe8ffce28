// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/block_editor.h"

#include "core/alert/condition_text.h"
#include "ui/rules/leaf_editor.h"
#include "ui/theme/palette.h"

#include <QComboBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace ui {
namespace {

// What a new condition begins with: something that happens, so that the rule can wake.
Block newLeaf() {
    Block out;
    out.kind = Block::Kind::One;
    out.one = std::get<core::alert::Condition>(
        core::alert::parseCondition("dev or linked wallet sells >= 2% of supply within 1m"));
    return out;
}

}  // namespace

BlockEditor::BlockEditor(QWidget* parent) : QWidget(parent), m_layout(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("blocks"));
    setAccessibleName(tr("Condition in blocks"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    build();
}

void BlockEditor::setLists(QStringList lists) {
    if (lists == m_lists) return;
    m_lists = std::move(lists);
    build();
}

void BlockEditor::setCondition(const core::alert::Condition& condition) {
    if (trouble().isEmpty() && conditionOf(m_root) == condition) return;
    m_root = blockOf(condition);
    build();
}

QString BlockEditor::trouble() const {
    for (const LeafEditor* leaf : m_leaves)
        if (!leaf->trouble().isEmpty()) return leaf->trouble();
    return {};
}

Block& BlockEditor::at(const Path& path) {
    Block* out = &m_root;
    for (const std::size_t step : path) out = &out->of[step];
    return *out;
}

void BlockEditor::edit(const Path& focus, const std::function<void()>& change) {
    change();
    build(focus);
    if (m_toFocus != nullptr) m_toFocus->setFocus();
    emit changed();
}

void BlockEditor::build(const Path& focus) {
    // The button that asked for it may be inside.
    if (m_content != nullptr) {
        m_content->hide();
        m_content->deleteLater();
    }
    m_leaves.clear();
    m_toFocus = nullptr;
    m_focusPath = focus;
    m_content = groupOf({});
    m_layout->insertWidget(0, m_content);
    m_content->show();
}

void BlockEditor::addNot(QBoxLayout& row, const Path& path) {
    auto* negated = new QToolButton;
    negated->setObjectName(QStringLiteral("blockNot"));
    const int nots = at(path).nots;
    negated->setText(nots > 1 ? tr("not not") : tr("not"));
    negated->setCheckable(true);
    negated->setChecked(nots > 0);
    negated->setProperty("flat", true);
    negated->setStyleSheet(QStringLiteral("QToolButton:checked{color:%1;border:1px solid %1;border-radius:3px}")
                               .arg(theme::palette().attention.name()));
    negated->setAccessibleName(tr("Not: holds where this is known not to hold"));
    negated->setToolTip(negated->accessibleName());
    row.addWidget(negated, 0, Qt::AlignTop);
    connect(negated, &QToolButton::clicked, this,
            [this, path](bool on) { edit(path, [&] { at(path).nots = on ? 1 : 0; }); });
}

void BlockEditor::addRemove(QBoxLayout& row, const Path& path, const QString& accessible) {
    auto* gone = new QToolButton;
    gone->setObjectName(QStringLiteral("blockRemove"));
    gone->setText(QStringLiteral("×"));
    gone->setProperty("flat", true);
    gone->setAccessibleName(accessible);
    gone->setToolTip(accessible);
    row.addWidget(gone, 0, Qt::AlignTop);
    connect(gone, &QToolButton::clicked, this, [this, path] {
        Path parent = path;
        parent.pop_back();
        edit(parent, [&] {
            auto& of = at(parent).of;
            of.erase(of.begin() + static_cast<std::ptrdiff_t>(path.back()));
        });
    });
}

QWidget* BlockEditor::rowOf(const Path& path) {
    auto* out = new QWidget;
    auto* row = new QHBoxLayout(out);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    addNot(*row, path);
    auto* leaf = new LeafEditor(at(path).one, m_lists);
    leaf->setObjectName(QStringLiteral("leaf"));
    row->addWidget(leaf, 1);
    m_leaves.push_back(leaf);
    if (path == m_focusPath) m_toFocus = leaf->findChild<QComboBox*>();
    connect(leaf, &LeafEditor::changed, this, [this, leaf, path] {
        at(path).one = leaf->condition();
        emit changed();
    });
    addRemove(*row, path, tr("Remove this condition"));
    return out;
}

QWidget* BlockEditor::groupOf(const Path& path) {
    auto* out = new QFrame;
    out->setObjectName(QStringLiteral("blockGroup"));
    const bool any = at(path).kind == Block::Kind::Any;
    const auto& colors = theme::palette();
    // The line at the left says what belongs together, its colour how.
    out->setStyleSheet(QStringLiteral("QFrame#blockGroup{border:0;border-left:2px solid %1}")
                           .arg((any ? colors.attention : colors.link).name()));
    auto* layout = new QVBoxLayout(out);
    layout->setContentsMargins(8, 2, 0, 2);
    layout->setSpacing(4);
    auto* head = new QHBoxLayout;
    head->setSpacing(4);
    addNot(*head, path);
    auto* kind = new QComboBox;
    kind->setObjectName(QStringLiteral("blockKind"));
    kind->setAccessibleName(tr("All or any of the conditions below"));
    kind->addItems({tr("All of"), tr("Any of")});
    kind->setCurrentIndex(any ? 1 : 0);
    kind->setFocusPolicy(Qt::StrongFocus);
    if (path == m_focusPath) m_toFocus = kind;
    head->addWidget(kind);
    head->addStretch();
    connect(kind, &QComboBox::activated, this, [this, path](int chosen) {
        edit(path, [&] { at(path).kind = chosen == 1 ? Block::Kind::Any : Block::Kind::All; });
    });
    const auto adder = [&](const QString& name, const QString& text, const QString& accessible,
                           std::function<Block()> make) {
        auto* button = new QToolButton;
        button->setObjectName(name);
        button->setText(text);
        button->setProperty("flat", true);
        button->setAccessibleName(accessible);
        button->setToolTip(accessible);
        head->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, path, make = std::move(make)] {
            Path added = path;
            added.push_back(at(path).of.size());
            edit(added, [&] { at(path).of.push_back(make()); });
        });
    };
    adder(QStringLiteral("blockAdd"), tr("+ condition"), tr("Add a condition to this group"), newLeaf);
    if (path.size() < 8)
        adder(QStringLiteral("blockAddGroup"), tr("+ group"), tr("Add a group to this group"), [any] {
            Block group;
            group.kind = any ? Block::Kind::All : Block::Kind::Any;
            group.of = {newLeaf()};
            return group;
        });
    if (!path.empty()) addRemove(*head, path, tr("Remove this group"));
    layout->addLayout(head);
    for (std::size_t i = 0; i < at(path).of.size(); ++i) {
        Path child = path;
        child.push_back(i);
        layout->addWidget(at(child).kind == Block::Kind::One ? rowOf(child) : groupOf(child));
    }
    return out;
}

}  // namespace ui
