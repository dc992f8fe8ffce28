// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/evidence_drawer.h"

#include "ui/format/count_text.h"
#include "ui/format/evidence_text.h"
#include "ui/format/number_text.h"
#include "ui/format/people_text.h"
#include "ui/format/time_text.h"
#include "ui/models/evidence_model.h"
#include "ui/phrases/phrases.h"
#include "ui/theme/palette.h"
#include "ui/theme/small_controls.h"
#include "ui/theme/style.h"
#include "ui/views/data_table.h"
#include "ui/views/external_links.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QSaveFile>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int kHeadHeight = 26;
constexpr int kLeastWidth = 390;

QLabel* text(const QString& id, const QFont& font, const QColor& ink) {
    auto* label = new QLabel;
    label->setObjectName(id);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setWordWrap(true);
    label->setFont(font);
    label->setStyleSheet(QStringLiteral("color:") + ink.name());
    return label;
}

QToolButton* linkButton(const QString& id, const QString& label, const QString& toolTip) {
    QToolButton* button = theme::flatButton(id, label, toolTip);
    button->setStyleSheet(QStringLiteral("color:") + theme::palette().link.name());
    return button;
}

QColor confidenceInk(const core::Flag& flag) {
    const auto& colors = theme::palette();
    if (!flag.gravity) return colors.link;
    return *flag.gravity == core::Severity::Critical ? colors.danger : colors.attention;
}

}  // namespace

EvidenceDrawer::EvidenceDrawer(QWidget* parent)
    : QWidget(parent), m_proofs(new ProofModel(this)), m_past(new PastCaseModel(this)) {
    setObjectName(QStringLiteral("evidence"));
    setAccessibleName(tr("Evidence"));
    setMinimumWidth(kLeastWidth);
    const auto& colors = theme::palette();
    m_sentence = text(QStringLiteral("evidenceSentence"), theme::font(12, true), colors.strong);
    m_asOf = text(QStringLiteral("evidenceAsOf"), theme::font(11), colors.dim);
    m_rule = text(QStringLiteral("evidenceRule"), theme::font(11), colors.dim);
    QFont slanted = theme::font(11);
    slanted.setItalic(true);
    m_against = text(QStringLiteral("evidenceAgainst"), slanted, colors.text);
    m_proofNote = text(QStringLiteral("evidenceProofNote"), theme::font(11, true), colors.dim);
    m_pastNote = text(QStringLiteral("evidencePastNote"), theme::font(11), colors.dim);

    m_proofTable = new DataTable(m_proofs, QStringLiteral("proofs"), tr("Transactions"));
    m_proofTable->setEmptyText(tr("This statement keeps no transaction."));
    m_proofTable->fillMenu = [this](QMenu& menu, int row) {
        const auto& seen = m_proofs->row(row).seen;
        if (seen.signature) {
            addLinks(menu, transactionLinks(*seen.signature));
            menu.addAction(tr("Copy signature"), this,
                           [signature = QString::fromStdString(seen.signature->base58())] {
                               QGuiApplication::clipboard()->setText(signature);
                           });
        }
        for (const core::Wallet& wallet : seen.wallets)
            addLinks(*menu.addMenu(format::shortKey(wallet.base58())), walletLinks(wallet));
    };
    connect(m_proofTable, &DataTable::rowChosen, this, [this](int row) {
        const auto& signature = m_proofs->row(row).seen.signature;
        if (signature && m_proofTable->currentIndex().column() == ProofModel::Signature)
            QDesktopServices::openUrl(transactionLinks(*signature).front().url);
    });
    connect(m_proofTable, &DataTable::said, this, &EvidenceDrawer::said);
    m_pastTable = new DataTable(m_past, QStringLiteral("pastCases"), tr("Similar past cases"));
    connect(m_pastTable, &DataTable::said, this, &EvidenceDrawer::said);
    connect(m_pastTable, &DataTable::rowChosen, this, [this](int row) {
        const auto ref = m_past->row(row).ref;
        if (ref.mint) emit tokenChosen(*ref.mint);
        emit flagChosen(ref);
    });

    auto* story = new QVBoxLayout;
    story->setContentsMargins(10, 6, 10, 6);
    story->setSpacing(4);
    for (QLabel* label : {m_sentence, m_asOf, m_rule, m_against}) story->addWidget(label);
    const auto part = [](QLabel* note, DataTable* table) {
        auto* holder = new QWidget;
        auto* column = new QVBoxLayout(holder);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(2);
        note->setContentsMargins(10, 4, 10, 0);
        column->addWidget(note);
        column->addWidget(table, 1);
        return holder;
    };
    auto* split = new QSplitter(Qt::Vertical);
    split->setHandleWidth(1);
    split->setChildrenCollapsible(false);
    split->addWidget(part(m_proofNote, m_proofTable));
    split->addWidget(part(m_pastNote, m_pastTable));
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    m_foot = buildFoot();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    layout->addLayout(story);
    layout->addWidget(split, 1);
    layout->addWidget(m_foot);
}

QWidget* EvidenceDrawer::buildHead() {
    const auto& colors = theme::palette();
    auto* head = new QWidget;
    head->setFixedHeight(kHeadHeight);
    head->setAutoFillBackground(true);
    QPalette fill = head->palette();
    fill.setColor(QPalette::Window, colors.bar);
    head->setPalette(fill);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(8, 0, 4, 0);
    row->setSpacing(8);
    m_kind = new QLabel;
    m_kind->setObjectName(QStringLiteral("evidenceKind"));
    m_kind->setTextFormat(Qt::PlainText);
    m_kind->setFont(theme::font(12, true));
    m_token = linkButton(QStringLiteral("evidenceToken"), {}, tr("Open this token"));
    m_token->setAccessibleName(tr("Open this token"));
    connect(m_token, &QToolButton::clicked, this, [this] {
        if (m_expected && m_expected->mint) emit tokenChosen(*m_expected->mint);
    });
    m_bar = new QProgressBar;
    m_bar->setObjectName(QStringLiteral("evidenceBar"));
    m_bar->setRange(0, 100);
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(70, 6);
    m_bar->setAccessibleName(tr("Confidence"));
    m_confidence = new QLabel;
    m_confidence->setObjectName(QStringLiteral("evidenceConfidence"));
    m_confidence->setFont(theme::font(12, true));
    auto* close = linkButton(QStringLiteral("evidenceClose"), QStringLiteral("×"), tr("Close (Esc)"));
    close->setAccessibleName(tr("Close the evidence"));
    connect(close, &QToolButton::clicked, this, &EvidenceDrawer::closed);
    row->addWidget(m_kind);
    row->addWidget(m_token);
    row->addStretch();
    row->addWidget(m_bar);
    row->addWidget(m_confidence);
    row->addWidget(close);
    return head;
}

QWidget* EvidenceDrawer::buildFoot() {
    auto* foot = new QWidget;
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(4, 2, 4, 2);
    row->setSpacing(2);
    auto* copy =
        linkButton(QStringLiteral("evidenceCopy"), tr("Copy as text"), tr("Puts the whole case on the clipboard"));
    auto* asText =
        linkButton(QStringLiteral("evidenceText"), tr("Export text…"), tr("Writes the whole case as text"));
    auto* asJson =
        linkButton(QStringLiteral("evidenceJson"), tr("Export JSON…"), tr("Writes the whole case as JSON"));
    connect(copy, &QToolButton::clicked, this, &EvidenceDrawer::copyText);
    connect(asText, &QToolButton::clicked, this, [this] { askForFile(false); });
    connect(asJson, &QToolButton::clicked, this, [this] { askForFile(true); });
    for (QToolButton* button : {copy, asText, asJson}) row->addWidget(button);
    row->addStretch();
    return foot;
}

void EvidenceDrawer::expect(const core::pipeline::FlagRef& ref) {
    m_expected = ref;
    m_case.reset();
    m_proofs->drop();
    m_past->drop();
    m_kind->setText(format::flagName(ref.kind));
    m_token->setVisible(ref.mint.has_value());
    if (ref.mint) m_token->setText(format::shortKey(ref.mint->base58()) + QStringLiteral(" ›"));
    m_confidence->clear();
    m_bar->hide();
    m_sentence->setText(tr("Looking the evidence up…"));
    for (QLabel* label : {m_asOf, m_rule, m_against, m_proofNote, m_pastNote}) label->clear();
    m_against->hide();
    m_foot->setEnabled(false);
}

void EvidenceDrawer::show(const std::shared_ptr<const core::pipeline::FlagCase>& shown) {
    if (!shown || !m_expected || shown->ref != *m_expected || shown == m_case) return;
    m_case = shown;
    showSentence();
    m_proofTable->keepPlace([&] { m_proofs->show(shown); });
    m_pastTable->keepPlace([&] { m_past->show(shown); });
    showPast();
    m_foot->setEnabled(true);
}

void EvidenceDrawer::showSentence() {
    const core::Flag& flag = *m_case->last;
    const auto& colors = theme::palette();
    m_kind->setText(format::flagName(flag.kind));
    if (!m_case->symbol.empty()) m_token->setText(QString::fromStdString(m_case->symbol) + QStringLiteral(" ›"));
    m_confidence->setText(QString::number(flag.confidence, 'f', 2));
    const QString sheet =
        QStringLiteral("QProgressBar { background:%1; border:none; } QProgressBar::chunk { background:%2; }")
            .arg(colors.line.name(), confidenceInk(flag).name());
    if (m_bar->styleSheet() != sheet) m_bar->setStyleSheet(sheet);
    m_bar->setValue(static_cast<int>(flag.confidence * 100));
    m_bar->show();
    m_sentence->setText(phrases::inLanguage(flag.rule));
    QStringList asOf;
    if (flag.slot) asOf << tr("as of slot %1").arg(format::grouped(flag.slot->value()));
    if (flag.time) asOf << format::dateTime(flag.time->value());
    if (m_case->statements > 1 && m_case->first->time)
        asOf << tr("first said %1, %2 statements")
                    .arg(format::clockTime(m_case->first->time->value()))
                    .arg(m_case->statements);
    m_asOf->setText(asOf.join(QStringLiteral(" · ")));
    m_rule->setText(m_case->rule.empty()
                        ? tr("This alert tells a fact of the chain; no rule had to judge it.")
                        : tr("Rule %1 v%2: %3\nValue: %4")
                              .arg(QString::fromStdString(flag.kind), QString::fromStdString(m_case->ruleVersion),
                                   phrases::inLanguage(m_case->rule), format::flagValue(flag)));
    m_against->setText(tr("Against: %1").arg(phrases::inLanguage(flag.against)));
    m_against->setVisible(!flag.against.empty());
    const std::size_t proofs = flag.evidence.size();
    m_proofNote->setText(format::counted(format::Noun::Transaction, proofs));
}

void EvidenceDrawer::showPast() {
    if (!m_case->ref.mint) {
        m_pastNote->setText(tr("About a wallet and not a coin: there is no price to follow."));
        m_pastTable->setEmptyText({});
        return;
    }
    QString note = tr("Similar past cases: %1 other coins in this session").arg(m_case->caseCount);
    if (m_case->judged != 0)
        note += tr("; %1 of %2 lost half or more within 5 min, median %3")
                    .arg(m_case->halved)
                    .arg(m_case->judged)
                    .arg(format::change(m_case->median));
    m_pastNote->setText(note);
    m_pastTable->setEmptyText(tr("No other coin was flagged so in this session yet."));
}

void EvidenceDrawer::copyText() {
    if (!m_case) return;
    QGuiApplication::clipboard()->setText(format::evidenceText(*m_case));
    emit said(tr("Copied the evidence as text"));
}

bool EvidenceDrawer::exportTo(const QString& file, bool json) const {
    if (!m_case) return false;
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly)) return false;
    out.write(json ? format::evidenceJson(*m_case) : format::evidenceText(*m_case).toUtf8());
    return out.commit();
}

void EvidenceDrawer::askForFile(bool json) {
    const QString suffix = json ? QStringLiteral("json") : QStringLiteral("txt");
    const QString name = m_expected ? QString::fromStdString(m_expected->kind) : QStringLiteral("evidence");
    auto* dialog = new QFileDialog(this, json ? tr("Export as JSON") : tr("Export as text"), name + u'.' + suffix,
                                   json ? tr("JSON (*.json)") : tr("Text (*.txt)"));
    dialog->setObjectName(QStringLiteral("evidenceDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this, json](const QString& file) {
        emit said(exportTo(file, json) ? tr("Wrote %1").arg(file)
                                       : tr("%1 could not be written; choose another folder").arg(file));
    });
    dialog->open();
}

void EvidenceDrawer::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else
        QWidget::keyPressEvent(event);
}

}  // namespace ui
