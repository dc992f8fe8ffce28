// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/health_model.h"

#include "ui/views/tone_color.h"

#include <memory>

namespace ui {

bool isTrouble(const HealthLine& line) {
    return line.tone == Tone::Attention || line.tone == Tone::Bad;
}

HealthModel::HealthModel(QObject* parent) : ColumnTable(parent) {
    std::vector<ui::Column<HealthLine>> columns(ColumnCount);
    columns[Part] = {.id = QStringLiteral("part"),
                     .title = tr("Part"),
                     .width = 150,
                     .text = [](const HealthLine& row) { return row.group; },
                     .toolTip = [](const HealthLine& row) { return row.group; },
                     .ink = [](const HealthLine&) { return theme::palette().dim; },
                     .left = true};
    columns[What] = {.id = QStringLiteral("what"),
                     .title = tr("What"),
                     .width = 190,
                     .text = [](const HealthLine& row) { return row.name; },
                     .raw = [](const HealthLine& row) { return row.id; },
                     .toolTip = [](const HealthLine& row) { return row.meaning; },
                     .left = true};
    columns[Value] = {
        .id = QStringLiteral("value"),
        .title = tr("Value"),
        .width = 230,
        .text =
            [](const HealthLine& row) {
                // Colour alone says nothing to everybody.
                return (row.tone == Tone::Bad         ? QStringLiteral("✗ ")
                        : row.tone == Tone::Attention ? QStringLiteral("! ")
                                                      : QString()) +
                       row.value;
            },
        .raw = [](const HealthLine& row) { return row.raw; },
        .toolTip = [](const HealthLine& row) { return row.value; },
        .ink = [](const HealthLine& row) { return row.tone == Tone::Quiet ? QColor() : toneInk(row.tone); },
        .left = true};
    columns[Todo] = {
        .id = QStringLiteral("to_do"),
        .title = tr("What to do"),
        .width = 330,
        .text = [](const HealthLine& row) { return isTrouble(row) ? row.advice : QString(); },
        .raw = [](const HealthLine& row) { return isTrouble(row) ? QStringLiteral("yes") : QString(); },
        .toolTip = [](const HealthLine& row) { return row.advice; },
        .left = true};
    columns[Means] = {.id = QStringLiteral("means"),
                      .title = tr("What it means"),
                      .width = 330,
                      .text = [](const HealthLine& row) { return row.meaning; },
                      .raw = [](const HealthLine&) { return QString(); },
                      .toolTip = [](const HealthLine& row) { return row.meaning; },
                      .ink = [](const HealthLine&) { return theme::palette().dim; },
                      .left = true};
    setColumns(std::move(columns));
}

std::string HealthModel::keyOf(const HealthLine& row) const {
    // A feed is blind to several things.
    const QString name = row.id == QStringLiteral("blind_to") ? row.id + row.value : row.id;
    return (row.group + u'\n' + name).toStdString();
}

void HealthModel::show(const core::pipeline::Health& health, bool troubled) {
    std::vector<RowPtr> rows;
    for (HealthLine& line : healthLines(health))
        if (!troubled || isTrouble(line)) rows.push_back(std::make_shared<const HealthLine>(std::move(line)));
    setContents(std::move(rows));
}

}  // namespace ui
