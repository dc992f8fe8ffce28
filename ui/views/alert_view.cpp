// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/alert_view.h"

#include "ui/format/number_text.h"
#include "ui/format/people_text.h"
#include "ui/format/time_text.h"
#include "ui/models/alert_model.h"
#include "ui/phrases/phrases.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"
#include "ui/views/pane_head.h"

#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTextLayout>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int kRowHeight = 74;
constexpr int kTextLines = 3;

QColor severityColor(core::Severity severity) {
    const auto& colors = theme::palette();
    switch (severity) {
        case core::Severity::Info: return colors.link;
        case core::Severity::Warning: return colors.attention;
        case core::Severity::Critical: return colors.danger;
    }
    return colors.link;
}

/// Draws at most `kTextLines` lines of plain text, the last one elided.
void drawWrapped(QPainter* painter, const QRect& area, const QString& text) {
    QTextLayout layout(text, painter->font());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    const int height = painter->fontMetrics().height();
    for (int i = 0; i < kTextLines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid()) break;
        line.setLineWidth(area.width());
        const QRect at(area.left(), area.top() + i * height, area.width(), height);
        const bool last = i + 1 == kTextLines;
        const QString part = last ? text.mid(line.textStart()) : text.mid(line.textStart(), line.textLength());
        painter->drawText(at, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(part.trimmed(), Qt::ElideRight, area.width() + 2));
    }
    layout.endLayout();
}

class AlertDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {160, kRowHeight}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const auto* model = qobject_cast<const AlertModel*>(index.model());
        if (!model) return;
        const core::Alert& alert = model->alert(index.row());
        const auto& colors = theme::palette();
        painter->save();
        if (option.state & (QStyle::State_MouseOver | QStyle::State_Selected))
            painter->fillRect(option.rect, colors.hover);
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), colors.line);
        painter->fillRect(QRect(option.rect.left(), option.rect.top() + 6, 2, option.rect.height() - 12),
                          severityColor(alert.severity));
        const QRect inner = option.rect.adjusted(10, 4, -8, -4);
        const QRect head(inner.left(), inner.top(), inner.width(), 17);
        painter->setFont(theme::font(11));
        painter->setPen(colors.dim);
        const QString time =
            format::clockTime(alert.time ? std::optional<std::int64_t>(alert.time->value()) : std::nullopt);
        painter->drawText(head, Qt::AlignLeft | Qt::AlignVCenter, time);
        painter->setPen(severityColor(alert.severity));
        painter->drawText(head, Qt::AlignRight | Qt::AlignVCenter, QString::number(alert.confidence, 'f', 2));
        painter->setFont(theme::font(11, true));
        painter->setPen(colors.strong);
        painter->drawText(
            head.adjusted(62, 0, -40, 0), Qt::AlignLeft | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(format::flagName(alert.kind), Qt::ElideRight, head.width() - 102));
        painter->setFont(theme::font(11));
        painter->setPen(colors.text);
        drawWrapped(painter, inner.adjusted(0, 18, 0, 0), phrases::inLanguage(alert.text));
        painter->restore();
    }
};

}  // namespace

AlertView::AlertView(QWidget* parent) : QWidget(parent), m_model(new AlertModel(this)), m_list(new QListView) {
    setObjectName(QStringLiteral("alerts"));
    setAccessibleName(tr("Alerts"));
    auto* head = new PaneHead(tr("Alerts"));
    m_count = head->addNote(QStringLiteral("alertCount"));
    m_list->setObjectName(QStringLiteral("alertList"));
    m_list->setAccessibleName(tr("Alerts, newest first"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new AlertDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto choose = [this](const QModelIndex& index) {
        if (!index.isValid()) return;
        // The list may move while a token opens.
        const core::Alert alert = m_model->alert(index.row());
        if (alert.mint) emit tokenChosen(*alert.mint);
        emit alertChosen(alert);
    };
    connect(m_list, &QListView::clicked, this, choose);
    connect(m_list, &QListView::activated, this, choose);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_list, &QListView::customContextMenuRequested, this, [this, choose](const QPoint& at) {
        const QModelIndex index = m_list->indexAt(at);
        if (!index.isValid()) return;
        const core::Alert alert = m_model->alert(index.row());
        QMenu menu(this);
        menu.addAction(tr("Open with its evidence"), this, [choose, index] { choose(index); });
        menu.addAction(tr("Open its rule in the bench"), this,
                       [this, alert] { emit ruleAsked(QString::fromStdString(alert.rule)); });
        menu.addAction(tr("Replay from here"), this, [this, alert] { emit replayAsked(alert); })
            ->setEnabled(alert.slot.has_value() || alert.time.has_value());
        menu.exec(m_list->viewport()->mapToGlobal(at));
    });

    m_hint = new QLabel(tr("No alerts yet. Rules report here when a cabal buys in, a dev sells or a pump starts."));
    m_hint->setObjectName(QStringLiteral("alertHint"));
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_hint->setStyleSheet(QStringLiteral("color:%1; padding:16px 10px").arg(theme::palette().dim.name()));
    auto* over = new QVBoxLayout(m_list);
    over->setContentsMargins(0, 0, 0, 0);
    over->addWidget(m_hint);
    over->addStretch();

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(m_list, 1);
    setMinimumWidth(180);
}

void AlertView::show(const std::shared_ptr<const core::pipeline::Snapshot>& snapshot) {
    m_model->show(snapshot);
    m_count->setText(format::grouped(snapshot->alertCount));
    m_hint->setVisible(m_model->rowCount() == 0);
}

void AlertView::clear() {
    m_model->clear();
    m_count->clear();
    m_hint->show();
}

}  // namespace ui
