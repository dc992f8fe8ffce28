// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/rule_bench.h"

#include "core/alert/default_rules.h"
#include "core/alert/rule_edit.h"
#include "ui/phrases/phrases.h"
#include "ui/rules/backtest_pane.h"
#include "ui/rules/block_editor.h"
#include "ui/rules/rule_form.h"
#include "ui/rules/rule_list_model.h"
#include "ui/rules/rule_text_edit.h"
#include "ui/theme/palette.h"
#include "ui/views/pane_head.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollArea>
#include <QSettings>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ui {
namespace {

using bridge::RuleState;
using core::alert::Rule;
using core::alert::RuleSet;

const QString kGeometry = QStringLiteral("bench/geometry");
const QString kSplit = QStringLiteral("bench/split");
const QString kFaces = QStringLiteral("bench/faces");
const QString kDrafts = QStringLiteral("bench/drafts");
// Under what a rule is kept that has no place in a file yet.
const QString kFresh = QStringLiteral("\n");

std::string sliceOf(std::string_view text, const std::string& id) {
    const auto places = core::alert::rulePlaces(text);
    if (!places) return {};
    const auto found = std::find_if(places->begin(), places->end(),
                                    [&](const core::alert::RulePlace& place) { return place.id == id; });
    return found == places->end() ? std::string{} : std::string{text.substr(found->from, found->to - found->from)};
}

// The same rule but for its version and whether it is armed.
bool isSame(Rule a, const Rule& b) {
    a.version = b.version;
    a.armed = b.armed;
    return a == b;
}

QToolButton* headButton(PaneHead& head, const QString& name, const QString& text, const QString& accessible) {
    auto* out = new QToolButton;
    out->setObjectName(name);
    out->setText(text);
    out->setAccessibleName(accessible);
    out->setToolTip(accessible);
    head.addControl(out);
    return out;
}

}  // namespace

RuleBench::RuleBench(bridge::RuleDesk& desk, const QString& settingsFile, QWidget* parent)
    : QWidget(parent, Qt::Window),
      m_desk(desk),
      m_settingsFile(settingsFile),
      m_draft(new RuleDraft(this)),
      m_model(new RuleListModel(this)) {
    setObjectName(QStringLiteral("ruleBench"));
    setWindowTitle(tr("Rule bench"));
    setAccessibleName(tr("Rule bench"));
    resize(1440, 860);
    m_split = new QSplitter;
    m_split->setObjectName(QStringLiteral("benchSplit"));
    m_split->setChildrenCollapsible(false);
    buildList(*m_split);
    buildEditor(*m_split);
    m_backtest = new BacktestPane(settingsFile);
    m_split->addWidget(m_backtest);
    m_split->setSizes({330, 640, 470});
    m_split->setStretchFactor(1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_split);
    buildActions();

    m_backtest->ruleAtHand = [this](QString& why) -> std::shared_ptr<const RuleSet> {
        auto out = std::make_shared<RuleSet>();
        out->lists = core::alert::parseRules(m_desk.text(), m_desk.lists()).set.lists;
        if (m_fileAtHand) {
            *out = core::alert::parseRules(m_draft->text(), m_desk.lists()).set;
            if (m_draft->problems().empty() && !out->rules.empty()) return out;
            why = tr("The file has mistakes or no rule; choose one rule on the left.");
            return nullptr;
        }
        if (!m_draft->rule()) {
            why = m_id.isEmpty() && !m_fresh ? tr("Choose a rule on the left, or begin a new one.")
                                             : tr("The rule has mistakes: mend them below it, then run it.");
            return nullptr;
        }
        Rule rule = *m_draft->rule();
        rule.version = nextVersion(rule);
        rule.armed = true;
        out->rules.push_back(std::move(rule));
        return out;
    };
    m_backtest->armedRules = [this] {
        auto out = std::make_shared<RuleSet>();
        out->lists = core::alert::parseRules(m_desk.text(), m_desk.lists()).set.lists;
        for (const RuleState& state : m_desk.rules()) {
            if (!state.on) continue;
            out->rules.push_back(state.rule);
            out->rules.back().armed = true;
        }
        return out;
    };
    m_backtest->lists = [this] { return m_desk.lists(); };
    connect(m_backtest, &BacktestPane::measured, m_model, &RuleListModel::setPerDay);
    connect(m_draft, &RuleDraft::textChanged, this, &RuleBench::showDraft);
    connect(m_model, &RuleListModel::switched, &m_desk, &bridge::RuleDesk::setOn);
    connect(&m_desk, &bridge::RuleDesk::changed, this, &RuleBench::takeDesk);

    const QSettings settings(m_settingsFile, QSettings::IniFormat);
    restoreGeometry(settings.value(kGeometry).toByteArray());
    m_split->restoreState(settings.value(kSplit).toByteArray());
    // Unfinished changes of before: a window is made anew with other colours or another language.
    const QStringList drafts = settings.value(kDrafts).toStringList();
    for (qsizetype i = 0; i + 1 < drafts.size(); i += 2) m_kept[drafts[i]] = drafts[i + 1].toStdString();
    takeDesk();
    if (m_model->rule(0) != nullptr) openRule(QString::fromStdString(m_model->rule(0)->rule.id));
}

RuleBench::~RuleBench() {
    keepDraft();
    QStringList drafts;
    for (auto at = m_kept.constKeyValueBegin(); at != m_kept.constKeyValueEnd(); ++at)
        drafts << (*at).first << QString::fromStdString((*at).second);
    QSettings settings(m_settingsFile, QSettings::IniFormat);
    settings.setValue(kDrafts, drafts);
    settings.setValue(kGeometry, saveGeometry());
    settings.setValue(kSplit, m_split->saveState());
    settings.setValue(kFaces, static_cast<QSplitter*>(m_faces)->saveState());
}

// ---- how it is put together

void RuleBench::buildList(QSplitter& into) {
    auto* pane = new QWidget;
    auto* layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* head = new PaneHead(tr("Rules"));
    QToolButton* fresh =
        headButton(*head, QStringLiteral("benchNew"), tr("New rule"), tr("Begin a new rule (Ctrl+N)"));
    connect(fresh, &QToolButton::clicked, this, &RuleBench::newRule);
    m_list = new QTableView;
    m_list->setObjectName(QStringLiteral("benchList"));
    m_list->setAccessibleName(tr("Rules: yours, those of the program, lines on charts"));
    m_list->setModel(m_model);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setShowGrid(false);
    m_list->setTabKeyNavigation(false);
    m_list->verticalHeader()->hide();
    m_list->verticalHeader()->setDefaultSectionSize(22);
    m_list->horizontalHeader()->setSectionResizeMode(RuleListModel::Title, QHeaderView::Stretch);
    m_list->horizontalHeader()->setHighlightSections(false);
    m_list->setColumnWidth(RuleListModel::On, 30);
    m_list->setColumnWidth(RuleListModel::Version, 54);
    m_list->setColumnWidth(RuleListModel::PerDay, 54);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& row) {
                if (m_showing || !row.isValid()) return;
                if (const RuleState* state = m_model->rule(row.row()))
                    openRule(QString::fromStdString(state->rule.id));
                else
                    openFile();
            });
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(6, 4, 6, 4);
    foot->setSpacing(4);
    const auto button = [&](const QString& name, const QString& text, const QString& accessible) {
        auto* out = new QToolButton;
        out->setObjectName(name);
        out->setText(text);
        out->setAccessibleName(accessible);
        out->setToolTip(accessible);
        foot->addWidget(out);
        return out;
    };
    m_copy = button(QStringLiteral("benchCopy"), tr("Duplicate"), tr("Begin a new rule from this one"));
    m_remove = button(QStringLiteral("benchRemove"), tr("Remove"), tr("Remove this rule from your file"));
    foot->addStretch();
    auto* import =
        button(QStringLiteral("benchImport"), tr("Import…"), tr("Take the rules of another file, switched off"));
    auto* exported =
        button(QStringLiteral("benchExport"), tr("Export…"), tr("Write your rules into a file of their own"));
    connect(m_copy, &QToolButton::clicked, this, [this] {
        if (!m_draft->lastRule()) return;
        Rule rule = *m_draft->lastRule();
        const std::string stem = rule.id.substr(0, 58);
        for (int number = 2; m_model->rowOf(QString::fromStdString(rule.id)) >= 0; ++number)
            rule.id = stem + "-" + std::to_string(number);
        rule.version = 1;
        keepDraft();
        m_fresh = true;
        begin(QString(), core::alert::printRule(rule), false);
    });
    connect(m_remove, &QToolButton::clicked, this, &RuleBench::remove);
    connect(import, &QToolButton::clicked, this, &RuleBench::importFile);
    connect(exported, &QToolButton::clicked, this, &RuleBench::exportFile);
    layout->addWidget(head);
    layout->addWidget(m_list, 1);
    layout->addLayout(foot);
    pane->setMinimumWidth(240);
    into.addWidget(pane);
}

void RuleBench::buildEditor(QSplitter& into) {
    auto* pane = new QWidget;
    auto* layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* head = new PaneHead(tr("Rule"));
    m_head = head->addNote(QStringLiteral("benchHead"));
    m_form = new RuleForm;
    m_blocks = new BlockEditor;
    m_note = new QLabel;
    m_note->setObjectName(QStringLiteral("benchNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setStyleSheet(QStringLiteral("color:") + theme::palette().attention.name());
    m_note->hide();
    auto* fields = new QWidget;
    auto* fieldsColumn = new QVBoxLayout(fields);
    fieldsColumn->setContentsMargins(8, 8, 8, 8);
    fieldsColumn->setSpacing(8);
    fieldsColumn->addWidget(m_form);
    fieldsColumn->addWidget(m_blocks);
    fieldsColumn->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("benchBlocks"));
    scroll->setAccessibleName(tr("The rule in blocks"));
    scroll->setWidget(fields);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* upper = new QWidget;
    auto* upperColumn = new QVBoxLayout(upper);
    upperColumn->setContentsMargins(0, 0, 0, 0);
    upperColumn->setSpacing(0);
    auto* noteRow = new QVBoxLayout;
    noteRow->setContentsMargins(8, 4, 8, 0);
    noteRow->addWidget(m_note);
    upperColumn->addLayout(noteRow);
    upperColumn->addWidget(scroll, 1);
    m_text = new RuleTextEdit;
    m_problems = new QListWidget;
    m_problems->setObjectName(QStringLiteral("benchProblems"));
    m_problems->setAccessibleName(tr("What is wrong, by line and column"));
    m_problems->setWordWrap(true);
    m_problems->setMaximumHeight(96);
    m_problems->hide();
    auto* lower = new QWidget;
    auto* lowerColumn = new QVBoxLayout(lower);
    lowerColumn->setContentsMargins(0, 0, 0, 0);
    lowerColumn->setSpacing(0);
    lowerColumn->addWidget(new PaneHead(tr("As text")));
    lowerColumn->addWidget(m_text, 1);
    lowerColumn->addWidget(m_problems);
    auto* faces = new QSplitter(Qt::Vertical);
    faces->setObjectName(QStringLiteral("benchFaces"));
    faces->addWidget(upper);
    faces->addWidget(lower);
    faces->setStretchFactor(0, 3);
    faces->setStretchFactor(1, 2);
    faces->setChildrenCollapsible(false);
    faces->restoreState(QSettings(m_settingsFile, QSettings::IniFormat).value(kFaces).toByteArray());
    m_faces = faces;

    m_said = new QLabel;
    m_said->setObjectName(QStringLiteral("benchSaid"));
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    m_arm = new QPushButton(tr("Arm"));
    m_arm->setObjectName(QStringLiteral("benchArm"));
    m_save = new QPushButton(tr("Save, off"));
    m_save->setObjectName(QStringLiteral("benchSave"));
    m_save->setToolTip(tr("Write the rule into your file and leave it off (Ctrl+S)"));
    m_revert = new QPushButton(tr("Revert"));
    m_revert->setObjectName(QStringLiteral("benchRevert"));
    m_revert->setToolTip(tr("Back to what stands in the file; undo brings your changes back"));
    connect(m_arm, &QPushButton::clicked, this, &RuleBench::arm);
    connect(m_save, &QPushButton::clicked, this, &RuleBench::save);
    connect(m_revert, &QPushButton::clicked, this, [this] {
        const RuleState* state = atHand();
        if (m_fileAtHand) m_draft->type(m_desk.text());
        if (state != nullptr) m_draft->type(textOf(*state));
        if (m_fresh) m_draft->type(m_draft->begun());
        m_text->setText(m_draft->text());
        showDraft(false);
    });
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(8, 4, 8, 4);
    foot->setSpacing(6);
    foot->addWidget(m_said, 1);
    foot->addWidget(m_revert);
    foot->addWidget(m_save);
    foot->addWidget(m_arm);
    layout->addWidget(head);
    layout->addWidget(faces, 1);
    layout->addLayout(foot);
    pane->setMinimumWidth(380);
    into.addWidget(pane);

    connect(m_form, &RuleForm::changed, this, &RuleBench::takeBlocks);
    connect(m_form, &RuleForm::soundAsked, this, &RuleBench::soundAsked);
    connect(m_blocks, &BlockEditor::changed, this, &RuleBench::takeBlocks);
    connect(m_text, &RuleTextEdit::typed, this, [this] { m_draft->type(m_text->text()); });
    const auto goTo = [this](const QListWidgetItem* item) {
        const QPoint place = item->data(Qt::UserRole).toPoint();
        m_text->goTo(static_cast<std::size_t>(place.x()), static_cast<std::size_t>(place.y()));
    };
    connect(m_problems, &QListWidget::itemClicked, this, goTo);
    connect(m_problems, &QListWidget::itemActivated, this, goTo);
}

void RuleBench::buildActions() {
    const auto add = [this](const QString& name, const QString& text, const QKeySequence& keys, auto run) {
        auto* action = new QAction(text, this);
        action->setObjectName(name);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, run);
        addAction(action);
        return action;
    };
    m_undo = add(QStringLiteral("benchUndo"), tr("Undo"), QKeySequence::Undo, [this] { m_draft->undo(); });
    m_redo = add(QStringLiteral("benchRedo"), tr("Redo"), QKeySequence::Redo, [this] { m_draft->redo(); });
    add(QStringLiteral("benchNewAction"), tr("New rule"), QKeySequence::New, [this] { newRule(); });
    add(QStringLiteral("benchSaveAction"), tr("Save, off"), QKeySequence::Save, [this] { save(); });
    add(QStringLiteral("benchArmAction"), tr("Arm"), QKeySequence(QStringLiteral("Ctrl+Return")),
        [this] { arm(); });
    add(QStringLiteral("benchRunAction"), tr("Run the back-test"), QKeySequence(QStringLiteral("F5")),
        [this] { m_backtest->run(); });
    add(QStringLiteral("benchCloseAction"), tr("Close"), QKeySequence::Close, [this] { close(); });
}

// ---- what is at hand

const RuleState* RuleBench::atHand() const {
    if (m_fileAtHand || m_fresh) return nullptr;
    return m_model->rule(m_model->rowOf(m_id));
}

std::string RuleBench::textOf(const RuleState& state) const {
    std::string out;
    if (state.origin == RuleState::Origin::Own) out = sliceOf(m_desk.text(), state.rule.id);
    if (state.origin == RuleState::Origin::Shipped) out = sliceOf(core::alert::defaultRulesText(), state.rule.id);
    return out.empty() ? core::alert::printRule(state.rule) : out;
}

void RuleBench::setSounds(const QStringList& sounds) {
    m_form->setSounds(sounds);
    if (m_draft->rule()) m_form->setRule(*m_draft->rule());
}

void RuleBench::takeDesk() {
    m_showing = true;
    const QString id = m_id;
    m_model->show(m_desk.rules(), m_desk.file());
    core::alert::Watchlists lists = m_desk.lists();
    for (const auto& [name, list] : core::alert::parseRules(m_desk.text(), m_desk.lists()).set.lists)
        lists.insert_or_assign(name, list);
    QStringList names;
    for (const auto& [name, list] : lists) names << QString::fromStdString(name);
    m_form->setLists(names);
    m_blocks->setLists(names);
    m_draft->setLists(std::move(lists));
    const int row = m_fileAtHand ? m_model->fileRow() : m_model->rowOf(id);
    if (row >= 0 && !m_fresh) m_list->selectRow(row);
    m_showing = false;
    // What was not touched here follows its file.
    if (m_draft->changed()) {
        if (atHand() == nullptr && !m_fileAtHand) m_fresh = true;
    } else if (m_fileAtHand) {
        if (m_draft->text() != m_desk.text()) begin(QString(), m_desk.text(), false);
    } else if (const RuleState* state = atHand()) {
        if (const std::string text = textOf(*state); text != m_draft->text()) begin(m_id, text, false);
    } else if (!m_fresh && m_model->rule(0) != nullptr && !m_id.isEmpty()) {
        openRule(QString::fromStdString(m_model->rule(0)->rule.id));
    }
    showButtons();
}

void RuleBench::keepDraft() {
    const QString key = m_fileAtHand ? QString() : m_fresh ? kFresh : m_id;
    if (m_draft->changed())
        m_kept[key] = m_draft->text();
    else
        m_kept.remove(key);
    m_model->setChanged(QSet<QString>(m_kept.keyBegin(), m_kept.keyEnd()));
}

void RuleBench::begin(const QString& id, const std::string& text, bool kept) {
    m_id = id;
    m_said->clear();
    m_draft->begin(text, m_fileAtHand);
    if (kept) {
        const QString key = m_fileAtHand ? QString() : id;
        if (const auto found = m_kept.constFind(key); found != m_kept.constEnd()) {
            m_draft->type(*found);
            m_text->setText(m_draft->text());
        }
    }
    m_showing = true;
    const int row = m_fileAtHand ? m_model->fileRow() : m_fresh ? -1 : m_model->rowOf(id);
    if (row >= 0)
        m_list->selectRow(row);
    else
        m_list->clearSelection();
    m_showing = false;
    m_backtest->ruleChanged();
}

void RuleBench::openRule(const QString& id) {
    const int row = m_model->rowOf(id);
    if (row < 0) return;
    keepDraft();
    m_fileAtHand = false;
    m_fresh = false;
    begin(id, textOf(*m_model->rule(row)), true);
}

void RuleBench::openFile() {
    keepDraft();
    m_fileAtHand = true;
    m_fresh = false;
    begin(QString(), m_desk.text(), true);
}

void RuleBench::newRule() {
    keepDraft();
    m_fileAtHand = false;
    m_fresh = true;
    int number = 1;
    while (m_model->rowOf(QStringLiteral("my-rule-%1").arg(number)) >= 0) ++number;
    const std::string id = "my-rule-" + std::to_string(number);
    begin(QString(),
          "[[rule]]\nid = \"" + id + "\"\ntitle = \"" + tr("My rule %1").arg(number).toStdString() +
              "\"\nversion = 1\ngroup = \"defence\"\nseverity = \"auto\"\ncool_down = \"10m\"\n"
              "when = 'dev or linked wallet sells >= 2% of supply within 1m'\n",
          false);
    if (const auto kept = m_kept.constFind(kFresh); kept != m_kept.constEnd()) {
        m_draft->type(*kept);
        m_text->setText(m_draft->text());
        tell(tr("This is the new rule that you had begun. Arm or save it, or revert it to begin anew."));
    }
    if (auto* title = m_form->findChild<QWidget*>(QStringLiteral("ruleTitle"))) title->setFocus();
}

// ---- the two faces

void RuleBench::showDraft(bool typed) {
    if (!typed) m_text->setText(m_draft->text());
    showProblems();
    if (m_draft->rule()) {
        m_showing = true;
        m_form->setRule(*m_draft->rule());
        m_blocks->setCondition(m_draft->rule()->when);
        m_showing = false;
    }
    const RuleState* state = atHand();
    const bool line = state != nullptr && state->isMade();
    m_form->setVisible(!m_fileAtHand);
    m_blocks->setVisible(!m_fileAtHand);
    m_form->setEnabled(m_draft->rule().has_value() && !line);
    m_blocks->setEnabled(m_draft->rule().has_value() && !line);
    m_text->setReadOnly(line);
    QString note;
    if (m_fileAtHand)
        note = tr(
            "Blocks show one rule; choose one on the left. Here stands the whole file, with lists and comments.");
    else if (line)
        note = tr("This rule is a line on a chart: move or remove it there. It can be back-tested here.");
    else if (!m_draft->rule())
        note = tr("The text has mistakes; the blocks show what it said before. Mend it, or undo (Ctrl+Z).");
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_backtest->ruleChanged();
    showButtons();
}

void RuleBench::showProblems() {
    const auto& problems = m_draft->problems();
    m_problems->clear();
    for (const core::alert::Problem& problem : problems) {
        auto* item = new QListWidgetItem(tr("Line %1, column %2: %3")
                                             .arg(problem.line)
                                             .arg(problem.column)
                                             .arg(phrases::inLanguage(problem.text)),
                                         m_problems);
        item->setData(Qt::UserRole, QPoint(static_cast<int>(problem.line), static_cast<int>(problem.column)));
        item->setForeground(theme::palette().danger);
    }
    m_problems->setVisible(!problems.empty());
    m_text->showProblems(problems);
}

void RuleBench::takeBlocks() {
    if (m_showing || !m_draft->rule()) return;
    QString trouble = m_form->trouble();
    if (trouble.isEmpty()) trouble = m_blocks->trouble();
    const auto condition = m_blocks->condition();
    if (trouble.isEmpty() && !condition) trouble = tr("The rule has no condition: add one.");
    if (trouble.isEmpty()) {
        Rule rule = m_form->applied(*m_draft->rule());
        rule.when = *condition;
        trouble = m_draft->setRule(rule);
        if (!trouble.isEmpty()) {
            // Why, in the words of the language: nothing in it wakes the rule, a list is not there, it is too long.
            const auto read = core::alert::parseRules(core::alert::printRule(rule), m_desk.lists());
            if (!read.ok()) trouble = phrases::inLanguage(read.problems.front().text);
        }
    }
    if (!trouble.isEmpty()) {
        m_note->setText(tr("Not taken over yet: %1").arg(trouble));
        m_note->show();
        showButtons();
        return;
    }
    m_note->hide();
}

std::uint32_t RuleBench::nextVersion(const Rule& rule) const {
    const RuleState* base = atHand();
    if (base == nullptr || base->rule.id != rule.id || isSame(rule, base->rule)) return rule.version;
    return std::max(rule.version, base->rule.version + 1);
}

void RuleBench::showButtons() {
    const RuleState* state = atHand();
    const bool line = state != nullptr && state->isMade();
    const bool sound = m_draft->rule() && m_form->trouble().isEmpty() && m_blocks->trouble().isEmpty();
    m_undo->setEnabled(m_draft->canUndo());
    m_redo->setEnabled(m_draft->canRedo());
    m_revert->setEnabled(m_draft->changed());
    if (m_fileAtHand) {
        m_arm->setText(tr("Save and arm"));
        m_arm->setEnabled(m_draft->changed() && m_draft->problems().empty());
        m_save->setVisible(false);
        m_head->setText(m_desk.file());
        m_copy->setEnabled(false);
        m_remove->setEnabled(false);
        return;
    }
    const bool unchanged =
        state != nullptr && m_draft->rule() && isSame(*m_draft->rule(), state->rule) && !m_draft->changed();
    m_save->setVisible(true);
    m_save->setEnabled(sound && !line && (!unchanged || state->on));
    const std::uint32_t version = m_draft->rule() ? nextVersion(*m_draft->rule()) : 0;
    m_arm->setText(unchanged && state->on ? tr("Version %1 is armed").arg(version)
                   : version > 0          ? tr("Arm version %1").arg(version)
                                          : tr("Arm"));
    m_arm->setEnabled(sound && !line && !(unchanged && state->on));
    m_arm->setToolTip(state != nullptr && state->origin == RuleState::Origin::Shipped
                          ? tr("It comes with the program; a changed one goes into your file and takes its place.")
                          : tr("Writes the rule into your file and arms it (Ctrl+Enter)"));
    m_copy->setEnabled(m_draft->lastRule().has_value() && !line);
    m_remove->setEnabled(state != nullptr && state->origin == RuleState::Origin::Own);
    QString head;
    if (m_fresh)
        head = tr("new, in no file yet");
    else if (state != nullptr)
        head = state->on ? tr("version %1, armed").arg(state->rule.version)
                         : tr("version %1, off").arg(state->rule.version);
    if (m_draft->changed() && !m_fresh) head += QStringLiteral(" · ") + tr("changed");
    m_head->setText(head);
    if (!m_fresh && !m_id.isEmpty()) {
        QSet<QString> changed(m_kept.keyBegin(), m_kept.keyEnd());
        changed.remove(m_id);
        if (m_draft->changed()) changed.insert(m_id);
        m_model->setChanged(changed);
    }
}

// ---- files

void RuleBench::arm() {
    if (m_arm->isEnabled()) write(true);
}

void RuleBench::save() {
    if (m_fileAtHand ? m_arm->isEnabled() : m_save->isEnabled()) write(m_fileAtHand);
}

bool RuleBench::write(bool armed) {
    if (m_fileAtHand) {
        const QString error = m_desk.write(m_draft->text());
        if (!error.isEmpty()) {
            tell(error, true);
            return false;
        }
        m_kept.remove(QString());
        begin(QString(), m_desk.text(), false);
        tell(tr("Wrote %1. Its rules are armed as they say.").arg(QFileInfo(m_desk.file()).fileName()));
        return true;
    }
    if (!m_draft->rule()) return false;
    const RuleState* state = atHand();
    Rule rule = *m_draft->rule();
    const QString id = QString::fromStdString(rule.id);
    if (state != nullptr && !m_draft->changed()) {
        m_desk.setOn(id, armed);
        tell(armed ? tr("Armed %1, version %2.").arg(id).arg(rule.version) : tr("%1 is off.").arg(id));
        return true;
    }
    const bool own = state != nullptr && state->origin == RuleState::Origin::Own;
    const int other = m_model->rowOf(id);
    const bool taken = other >= 0 && m_model->rule(other)->origin == RuleState::Origin::Own && (!own || id != m_id);
    if (taken) {
        tell(tr("You have a rule %1 already; give this one another id.").arg(id), true);
        return false;
    }
    rule.version = nextVersion(rule);
    rule.armed = armed;
    QString error = m_draft->setRule(rule);
    if (error.isEmpty()) {
        const auto made =
            core::alert::withRuleText(m_desk.text(), own ? m_id.toStdString() : rule.id, m_draft->text());
        if (!made) {
            error = tr("%1 has a mistake: %2. Open the whole file on the left and mend it first.")
                        .arg(QFileInfo(m_desk.file()).fileName(), QString::fromStdString(made.error().context));
        } else if (const auto read = core::alert::parseRules(*made, m_desk.lists()); !read.ok()) {
            const auto& first = read.problems.front();
            error = tr("%1 would have a mistake in line %2: %3 Open the whole file on the left and mend it first.")
                        .arg(QFileInfo(m_desk.file()).fileName())
                        .arg(first.line)
                        .arg(phrases::inLanguage(first.text));
        } else {
            // The draft follows the file, so that what comes of writing is no change of somebody else.
            const std::string text = m_draft->text();
            m_kept.remove(m_fresh ? kFresh : m_id);
            error = m_desk.write(*made);
            if (error.isEmpty()) {
                m_fresh = false;
                m_draft->begin(text);
                m_desk.setOn(id, armed);
                openRule(id);
            }
        }
    }
    if (!error.isEmpty()) {
        tell(error, true);
        return false;
    }
    tell(armed ? tr("Armed %1, version %2.").arg(id).arg(rule.version)
               : tr("Wrote %1, version %2; it is off.").arg(id).arg(rule.version));
    return true;
}

void RuleBench::remove() {
    const RuleState* state = atHand();
    if (state == nullptr || state->origin != RuleState::Origin::Own) return;
    const QString id = m_id;
    const auto made = core::alert::withoutRule(m_desk.text(), state->rule.id);
    const QString error = made ? m_desk.write(*made) : QString::fromStdString(made.error().context);
    if (!error.isEmpty()) {
        tell(error, true);
        return;
    }
    m_kept.remove(id);
    // The switch was that of the rule that is gone; what comes back in its place is as it came.
    for (const RuleState& one : m_desk.rules()) {
        if (one.replaced || QString::fromStdString(one.rule.id) != id) continue;
        m_desk.setOn(id, one.rule.armed);
        break;
    }
    m_draft->begin(m_draft->text());
    if (m_model->rule(0) != nullptr)
        openRule(m_model->rowOf(id) >= 0 ? id : QString::fromStdString(m_model->rule(0)->rule.id));
    tell(m_model->rowOf(id) >= 0 ? tr("Removed your %1; the one of the program is back.").arg(id)
                                 : tr("Removed %1 from your file.").arg(id));
}

void RuleBench::importFile() {
    auto* dialog = new QFileDialog(this, tr("Take rules from a file"), {}, tr("Rules (*.toml);;All files (*)"));
    dialog->setObjectName(QStringLiteral("benchImportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) { tell(m_desk.take(file)); });
    dialog->open();
}

void RuleBench::exportFile() {
    auto* dialog = new QFileDialog(this, tr("Write your rules into a file"), QStringLiteral("rules.toml"),
                                   tr("Rules (*.toml)"));
    dialog->setObjectName(QStringLiteral("benchExportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("toml"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& name) {
        // Who has none of their own gets those of the program, to be changed.
        const QByteArray text = m_desk.text().empty()
                                    ? QByteArray(core::alert::defaultRulesText().data(),
                                                 static_cast<qsizetype>(core::alert::defaultRulesText().size()))
                                    : QByteArray::fromStdString(m_desk.text());
        QSaveFile file(name);
        const bool written = file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
        tell(written ? tr("Wrote %1").arg(name) : tr("Could not write %1: %2").arg(name, file.errorString()),
             !written);
    });
    dialog->open();
}

void RuleBench::tell(const QString& text, bool bad) {
    m_said->setText(text);
    m_said->setStyleSheet(QStringLiteral("color:") + (bad ? theme::palette().danger : theme::palette().dim).name());
}

}  // namespace ui
