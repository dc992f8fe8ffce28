// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "ui/bridge/rule_desk.h"
#include "ui/rules/rule_draft.h"
#endif

#include <QHash>
#include <QString>
#include <QWidget>

#include <optional>

class QLabel;
class QListWidget;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;
class QToolButton;
class QAction;

namespace ui {

class BacktestPane;
class BlockEditor;
class RuleForm;
class RuleListModel;
class RuleTextEdit;

/// The rule bench: all rules, the one at hand in blocks and as text, and a back-test beside it. Rules are armed and
/// written from here alone. A window of its own. Thread: GUI.
class RuleBench final : public QWidget {
    Q_OBJECT
public:
    /// `desk` must outlive the bench; layout and recent recordings are kept in `settingsFile`.
    RuleBench(bridge::RuleDesk& desk, const QString& settingsFile, QWidget* parent = nullptr);
    ~RuleBench() override;

    [[nodiscard]] BacktestPane& backtest() const { return *m_backtest; }
    [[nodiscard]] const RuleDraft& draft() const { return *m_draft; }
    /// Names of sounds that can be chosen.
    void setSounds(const QStringList& sounds);
    void openRule(const QString& id);
    void openFile();
    /// Begins a rule that is not there yet.
    void newRule();
    /// Arms the rule at hand, and writes it when it is another than in its file.
    void arm();
    /// Writes it and leaves it off.
    void save();
    void remove();

signals:
    void soundAsked(const QString& sound);

private:
    void buildList(QSplitter& into);
    void buildEditor(QSplitter& into);
    void buildActions();
    void takeDesk();
    void keepDraft();
    void begin(const QString& id, const std::string& text, bool kept);
    void showDraft(bool typed);
    void showProblems();
    void showButtons();
    void takeBlocks();
    bool write(bool armed);
    [[nodiscard]] const bridge::RuleState* atHand() const;
    [[nodiscard]] std::string textOf(const bridge::RuleState& state) const;
    [[nodiscard]] std::uint32_t nextVersion(const core::alert::Rule& rule) const;
    void importFile();
    void exportFile();
    void tell(const QString& text, bool bad = false);

    bridge::RuleDesk& m_desk;
    QString m_settingsFile;
    RuleDraft* m_draft;
    RuleListModel* m_model;
    BacktestPane* m_backtest = nullptr;
    QString m_id;                        ///< of the rule at hand, as it stands in its file
    bool m_fileAtHand = false;           ///< the file as a whole
    bool m_fresh = false;                ///< the rule is in no file yet
    QHash<QString, std::string> m_kept;  ///< changed texts that were left, by id; the file's under an empty one
    QSplitter* m_split = nullptr;
    QTableView* m_list = nullptr;
    QLabel* m_head = nullptr;
    QLabel* m_note = nullptr;
    QWidget* m_faces = nullptr;
    RuleForm* m_form = nullptr;
    BlockEditor* m_blocks = nullptr;
    RuleTextEdit* m_text = nullptr;
    QListWidget* m_problems = nullptr;
    QLabel* m_said = nullptr;
    QPushButton* m_arm = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_revert = nullptr;
    QToolButton* m_remove = nullptr;
    QToolButton* m_copy = nullptr;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    bool m_showing = false;
};

}  // namespace ui
