// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the chart, to file and clipboard.
#include "ui/chart/candle_chart.h"

#include "ui/format/token_text.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QFileDialog>
#include <QPainter>

namespace ui {
namespace {

constexpr int kFooter = 26;  // pixels below the picture

}  // namespace

QImage CandleChart::screenshot() {
    const double ratio = devicePixelRatioF();
    QImage out(QSize(width(), height() + kFooter) * ratio, QImage::Format_RGB32);
    out.setDevicePixelRatio(ratio);
    out.fill(theme::palette().bar);
    {
        QCPPainter plot(&out);
        paintPlot(plot);
    }
    QPainter painter(&out);
    // Without what the pointer shows at the moment.
    OverlayState still = m_overlayState;
    still.cursor.reset();
    still.readBar.reset();
    still.people.clear();
    still.help = false;
    ChartOverlay(*m_panes, m_scene, still, m_tracks).draw(painter, rect());
    painter.setFont(theme::font(12, true));
    painter.setPen(theme::palette().strong);
    QRect line(10, height(), width() - 20, kFooter);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     m_overlayState.title + QStringLiteral("  ") + format::shortKey(m_mintText.toStdString()));
    painter.setFont(theme::font(11));
    painter.setPen(theme::palette().dim);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter,
                     QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) +
                         QStringLiteral(" UTC · Cabalscope " CABALSCOPE_VERSION));
    return out;
}

void CandleChart::saveScreenshot() {
    const QImage picture = screenshot();
    const QString name =
        QStringLiteral("%1-%2.png")
            .arg(m_mintText.left(8), QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss")));
    auto* dialog = new QFileDialog(this, tr("Save picture"), name, tr("PNG (*.png)"));
    dialog->setObjectName(QStringLiteral("screenshotDialog"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this, picture](const QString& file) {
        emit said(picture.save(file, "PNG") ? tr("Picture saved: %1").arg(file) : tr("Cannot write %1").arg(file));
    });
    dialog->open();
}

void CandleChart::copyScreenshot() {
    QApplication::clipboard()->setImage(screenshot());
    emit said(tr("Picture copied"));
}

}  // namespace ui
