// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/cliff_gauge.h"

#include "ui/format/count_text.h"
#include "ui/format/number_text.h"
#include "ui/format/people_text.h"
#include "ui/format/price_text.h"
#include "ui/format/time_text.h"
#include "ui/format/token_text.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace ui {
namespace {

constexpr int kHeight = 22;
constexpr int kBarWidth = 64;
constexpr int kGap = 6;
constexpr double kDanger = 0.3;  // from here on it is red

}  // namespace

CliffGauge::CliffGauge(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("cliffGauge"));
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    show(nullptr);
}

void CliffGauge::show(const std::shared_ptr<const core::pipeline::TokenPeople>& people) {
    const core::pipeline::ClusterRow* worst = nullptr;
    if (people)
        for (const auto& row : people->clusters)
            if (row.all && (worst == nullptr || row.all->fall > worst->all->fall)) worst = &row;
    m_known = worst != nullptr;
    QString why;
    if (worst != nullptr) {
        m_cluster = worst->tag;
        m_half = worst->half ? worst->half->fall : 0;
        m_all = worst->all->fall;
        m_title = tr("If %1 exits").arg(format::clusterName(worst->tag));
        m_value = format::change(-m_all);
        if (!worst->exits.empty())
            m_value += tr(" · last in %1").arg(format::longAge(worst->exits.front().seconds));
        why = tr("%1 (%2 here) holds %3 of supply. Half of it sold into today's reserves takes the price "
                 "down by "
                 "%4, all of it by %5, fees left out.")
                  .arg(format::clusterName(worst->tag), format::counted(format::Noun::Wallet, worst->here))
                  .arg(format::share(worst->heldShare), format::share(m_half), format::share(m_all));
        if (worst->all->drains) why += tr(" There is not enough in the curve or pool to take all of it.");
        why +=
            worst->exits.empty()
                ? tr(" It was not seen leaving another coin.")
                : tr(" On the coin it left last that took %1.").arg(format::longAge(worst->exits.front().seconds));
        why += tr(" Click for the cluster.");
    } else {
        m_cluster = {};
        m_half = m_all = 0;
        m_title = tr("Cliff");
        m_value = !people || people->clusters.empty() ? tr("no cluster") : format::unknown();
        why = !people ? tr("Not known yet")
              : people->clusters.empty()
                  ? tr("No two wallets with this coin are likely one hand, as far as was seen")
                  : tr("Unknown: no cluster holds coins, or the reserves were not seen");
    }
    setToolTip(format::plainToolTip(why));
    setAccessibleName(text());
    setAccessibleDescription(why);
    setCursor(m_known ? Qt::PointingHandCursor : Qt::ArrowCursor);
    updateGeometry();
    update();
}

QSize CliffGauge::sizeHint() const {
    const QFontMetrics small(theme::font(11));
    const QFontMetrics bold(theme::font(12, true));
    const int words = small.horizontalAdvance(m_title) + kGap + bold.horizontalAdvance(m_value);
    return {words + (m_known ? kGap + kBarWidth : 0) + 4, kHeight};
}

void CliffGauge::paintEvent(QPaintEvent*) {
    const auto& colors = theme::palette();
    QPainter painter(this);
    int x = 2;
    painter.setFont(theme::font(11));
    painter.setPen(m_known ? format::clusterInk(m_cluster) : colors.dim);
    painter.drawText(QRect(x, 0, width(), height()), Qt::AlignVCenter | Qt::AlignLeft, m_title);
    x += painter.fontMetrics().horizontalAdvance(m_title) + kGap;
    if (m_known) {
        const QRect bar(x, (height() - 8) / 2, kBarWidth, 8);
        painter.fillRect(bar, colors.line);
        // What half does stands in front of what all does.
        painter.fillRect(QRect(bar.left(), bar.top(), static_cast<int>(kBarWidth * m_all), bar.height()),
                         m_all >= kDanger ? colors.dangerSoft : colors.attentionSoft);
        painter.fillRect(QRect(bar.left(), bar.top(), static_cast<int>(kBarWidth * m_half), bar.height()),
                         m_all >= kDanger ? colors.danger : colors.attention);
        x += kBarWidth + kGap;
    }
    painter.setFont(theme::font(12, true));
    painter.setPen(!m_known ? colors.dim : m_all >= kDanger ? colors.danger : colors.attention);
    painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::AlignLeft, m_value);
    if (hasFocus()) {
        painter.setPen(colors.link);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void CliffGauge::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && m_cluster) emit clusterChosen(m_cluster.number);
}

void CliffGauge::keyPressEvent(QKeyEvent* event) {
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Space) && m_cluster)
        emit clusterChosen(m_cluster.number);
    else
        QWidget::keyPressEvent(event);
}

}  // namespace ui
