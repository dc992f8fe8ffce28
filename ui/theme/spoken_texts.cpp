// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/spoken_texts.h"

#include "ui/format/token_text.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QVariant>

namespace ui::theme {
namespace {

constexpr const char* kFromToolTip = "describedByToolTip";

void describe(QWidget& widget) {
    const QString said = format::plainTextOf(widget.toolTip());
    // Qt takes the tooltip itself where there is no description; its markup would be read out.
    if (said == widget.toolTip()) return;
    if (widget.accessibleDescription() != widget.property(kFromToolTip).toString()) return;
    widget.setProperty(kFromToolTip, said);
    widget.setAccessibleDescription(said);
}

void nameChoices(QComboBox& box) {
    const QString name = box.accessibleName();
    if (name.isEmpty()) return;
    // On Linux Qt names a combo box by what is chosen in it.
    if (box.accessibleDescription().isEmpty() && box.toolTip().isEmpty()) box.setAccessibleDescription(name);
    if (box.view()->accessibleName().isEmpty()) box.view()->setAccessibleName(name);
}

}  // namespace

bool SpokenTexts::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ToolTipChange && watched->isWidgetType())
        describe(*static_cast<QWidget*>(watched));
    else if (event->type() == QEvent::Polish)
        if (auto* box = qobject_cast<QComboBox*>(watched)) nameChoices(*box);
    return QObject::eventFilter(watched, event);
}

}  // namespace ui::theme
