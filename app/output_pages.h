// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ui {
class OutputPage;
}

namespace app {

class AlertOutputs;

/// The settings page of the outputs, which follows them; the caller owns it. `outputs` must outlive it.
[[nodiscard]] ui::OutputPage* makeOutputPage(AlertOutputs& outputs);

}  // namespace app
