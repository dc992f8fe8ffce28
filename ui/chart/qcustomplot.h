// SPDX-License-Identifier: GPL-3.0-or-later
// The one place that includes QCustomPlot: its header does not keep our warnings. QCUSTOMPLOT_USE_OPENGL
// must never be defined, the installed library has another class layout.
#pragma once
#pragma GCC system_header

#include <qcustomplot.h>
