// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/flow_layout.h"

#include <QWidget>

#include <algorithm>

namespace ui {

FlowLayout::FlowLayout(QWidget* parent) : QLayout(parent) {
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() {
    for (QLayoutItem* item : m_items) delete item;
}

QLayoutItem* FlowLayout::itemAt(int at) const {
    return at >= 0 && at < count() ? m_items[static_cast<std::size_t>(at)] : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int at) {
    QLayoutItem* out = itemAt(at);
    if (out != nullptr) m_items.erase(m_items.begin() + at);
    return out;
}

QSize FlowLayout::minimumSize() const {
    QSize out;
    for (const QLayoutItem* item : m_items)
        if (!item->isEmpty()) out = out.expandedTo(item->minimumSize());
    return out;
}

void FlowLayout::setGeometry(const QRect& area) {
    QLayout::setGeometry(area);
    place(area, true);
}

int FlowLayout::place(const QRect& area, bool move) const {
    int x = area.x();
    int y = area.y();
    std::vector<std::pair<QLayoutItem*, QRect>> line;
    int height = 0;
    const auto endLine = [&] {
        if (move)
            for (const auto& [item, rect] : line)
                item->setGeometry(rect.translated(0, (height - rect.height()) / 2));
        line.clear();
    };
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty()) continue;
        const QSize size = item->sizeHint();
        if (x > area.x() && x + size.width() > area.x() + area.width()) {
            endLine();
            x = area.x();
            y += height + kGap;
            height = 0;
        }
        line.emplace_back(item, QRect(QPoint(x, y), size));
        x += size.width() + kGap;
        height = std::max(height, size.height());
    }
    endLine();
    return y + height - area.y();
}

}  // namespace ui
