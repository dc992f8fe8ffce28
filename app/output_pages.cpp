// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/output_pages.h"

#include "app/alert_outputs.h"
#include "ui/shell/output_page.h"

namespace app {

ui::OutputPage* makeOutputPage(AlertOutputs& outputs) {
    auto* page = new ui::OutputPage(outputs.choices(), &AlertOutputs::preview);
    const auto tell = [page, &outputs](ui::OutputKind kind) {
        page->setState(kind, outputs.stateText(kind), outputs.troubled(kind));
        page->setKeyState(kind, outputs.keyState(kind));
    };
    for (std::size_t i = 0; i < ui::kOutputKinds; ++i) tell(static_cast<ui::OutputKind>(i));
    QObject::connect(page, &ui::OutputPage::changed, &outputs, &AlertOutputs::choose);
    QObject::connect(page, &ui::OutputPage::keyEntered, &outputs, &AlertOutputs::keepKey);
    QObject::connect(page, &ui::OutputPage::testAsked, &outputs, &AlertOutputs::test);
    QObject::connect(&outputs, &AlertOutputs::stateChanged, page, tell);
    QObject::connect(&outputs, &AlertOutputs::keyChanged, page, tell);
    QObject::connect(&outputs, &AlertOutputs::tested, page, &ui::OutputPage::setTestResult);
    return page;
}

}  // namespace app
