// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/calibration_pane.h"

#include "core/pipeline/evaluation.h"
#include "ui/format/count_text.h"
#include "ui/format/number_text.h"
#include "ui/models/reliability_model.h"
#include "ui/theme/palette.h"
#include "ui/theme/small_controls.h"
#include "ui/theme/style.h"
#include "ui/views/data_table.h"
#include "ui/views/pane_head.h"
#include "ui/views/reliability_plot.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

using core::review::Reliability;

CalibrationPane::CalibrationPane(QWidget* parent) : QWidget(parent), m_model(new ReliabilityModel(this)) {
    setObjectName(QStringLiteral("calibrationPane"));
    setAccessibleName(tr("Calibration"));
    auto* head = new PaneHead(tr("Calibration"));
    m_note = head->addNote(QStringLiteral("calibrationNote"));
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(6, 3, 6, 3);
    row->setSpacing(4);
    const auto choice = [&](QButtonGroup* group, const char* id, const QString& text, const QString& toolTip) {
        QToolButton* button = theme::flatButton(QLatin1String(id), text, toolTip);
        button->setCheckable(true);
        group->addButton(button);
        row->addWidget(button);
        connect(button, &QToolButton::clicked, this, &CalibrationPane::list);
        return button;
    };
    auto* basis = new QButtonGroup(this);
    m_verdicts =
        choice(basis, "calibrationVerdicts", tr("Your verdicts"), tr("Right is what you judged to be true"));
    m_falls = choice(basis, "calibrationFalls", tr("What prices did"),
                     tr("Right is an alert after which the price halved within ten minutes. A rule that speaks of "
                        "something else is not wrong for it."));
    row->addSpacing(12);
    auto* by = new QButtonGroup(this);
    m_rules = choice(by, "calibrationRules", tr("By rule"), tr("A row for each rule"));
    m_kinds = choice(by, "calibrationKinds", tr("By kind"), tr("A row for each kind of flag"));
    m_verdicts->setChecked(true);
    m_rules->setChecked(true);
    row->addStretch();

    m_table = new DataTable(m_model, QStringLiteral("calibrationTable"), tr("Rules and how right they were"));
    connect(m_table, &DataTable::said, this, &CalibrationPane::said);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CalibrationPane::draw);
    m_plot = new ReliabilityPlot;
    m_sentence = theme::plainLabel(QStringLiteral("calibrationSentence"), theme::font(11), theme::palette().text);
    m_sentence->setWordWrap(true);
    m_sentence->setContentsMargins(8, 3, 8, 4);
    auto* right = new QWidget;
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_plot, 1);
    column->addWidget(m_sentence);
    auto* split = new QSplitter(Qt::Horizontal);
    split->setChildrenCollapsible(false);
    split->addWidget(m_table);
    split->addWidget(right);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(bar);
    layout->addWidget(split, 1);
    setMinimumWidth(260);
    list();
}

void CalibrationPane::setKeeps(bool keeps) {
    if (m_keeps == keeps) return;
    m_keeps = keeps;
    draw();
}

void CalibrationPane::show(const std::shared_ptr<const core::review::CalibrationReport>& report) {
    if (report == m_report) return;
    m_report = report;
    list();
}

void CalibrationPane::list() {
    if (!m_report) {
        m_model->drop();
        m_note->clear();
        draw();
        return;
    }
    const auto& table = m_falls->isChecked() ? m_report->falls : m_report->verdicts;
    m_model->show(table.all, m_kinds->isChecked() ? table.kinds : table.rules);
    m_note->setText(
        m_falls->isChecked()
            ? tr("%1 looked at").arg(format::counted(format::Noun::Alert, m_report->looked))
            : format::counted(format::Noun::Verdict, table.all.seen.claims + table.all.withoutConfidence));
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0) m_table->selectRow(0);
    draw();
}

QString CalibrationPane::few(const Reliability& shown) const {
    if (!m_keeps)
        return tr(
            "Calibration speaks of stored alerts, and this session stores none. Connect live: its alerts and your "
            "verdicts on them are kept.");
    if (!m_report) return tr("Reading what is stored…");
    const QString so = tr("%1 of the %2 judged alerts that say something.")
                           .arg(shown.seen.claims)
                           .arg(core::review::kEnoughClaims);
    return m_falls->isChecked() ? so + u' ' +
                                      tr("An alert counts when its price halved, or when this program watched the "
                                         "ten minutes behind it.")
                                : so + u' ' + tr("Judge alerts in the alert centre: T for true, F for false.");
}

void CalibrationPane::draw() {
    static const Reliability kNothing;
    const QModelIndex index = m_table->currentIndex();
    const Reliability& shown = m_report && index.isValid() ? m_model->row(index.row()) : kNothing;
    m_plot->show(shown, few(shown));
    m_sentence->setVisible(shown.enough());
    if (!shown.enough()) return;
    QString text =
        tr("Stated %1, happened %2 (n = %3), 95% between %4 and %5.")
            .arg(QString::number(shown.seen.stated, 'f', 2), QString::number(shown.seen.happened, 'f', 2))
            .arg(shown.seen.claims)
            .arg(QString::number(shown.seen.low, 'f', 2), QString::number(shown.seen.high, 'f', 2));
    if (shown.seen.claims < core::pipeline::kSmallSample) text += u' ' + tr("Few cases: it may be chance.");
    if (shown.withoutConfidence != 0)
        text += u' ' + tr("Without a stated confidence: %1.").arg(shown.withoutConfidence);
    m_sentence->setText(text);
}

void CalibrationPane::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    emit looked(true);
}

void CalibrationPane::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    emit looked(false);
}

}  // namespace ui
