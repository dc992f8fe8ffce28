// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_store.h"

#include "ui/chart/shared_drawings.h"

namespace ui {

std::shared_ptr<SharedDrawings> ChartStore::drawings(const QString& name) {
    if (auto open = m_open.value(name).lock()) return open;
    auto out = std::make_shared<SharedDrawings>();
    out->readable = out->book.fromJson(read(name));
    m_open.removeIf([](const auto& entry) { return entry.value().expired(); });
    m_open.insert(name, out);
    return out;
}

}  // namespace ui
