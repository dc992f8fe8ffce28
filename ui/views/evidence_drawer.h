// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/pipeline/token_people.h"
#endif

#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QProgressBar;
class QToolButton;

namespace ui {

class DataTable;
class PastCaseModel;
class ProofModel;

/// One flag with everything behind it: the sentence, the rule and its numbers, the transactions, what argues
/// against it, how other coins with such a flag ended; copies and exports all of it. Thread: GUI.
class EvidenceDrawer final : public QWidget {
    Q_OBJECT
public:
    explicit EvidenceDrawer(QWidget* parent = nullptr);

    /// Waits for the case of a flag; what was shown before goes.
    void expect(const core::pipeline::FlagRef& ref);
    /// Shows a case; one of another flag than is expected changes nothing.
    void show(const std::shared_ptr<const core::pipeline::FlagCase>& shown);
    using QWidget::show;
    [[nodiscard]] const std::optional<core::pipeline::FlagRef>& expected() const { return m_expected; }
    [[nodiscard]] const ProofModel& proofs() const { return *m_proofs; }
    [[nodiscard]] const PastCaseModel& past() const { return *m_past; }

    /// Writes the case; false when the file could not be written or there is none.
    bool exportTo(const QString& file, bool json) const;

public slots:
    void copyText();

signals:
    void closed();
    void tokenChosen(const core::Mint& mint);
    void flagChosen(const core::pipeline::FlagRef& flag);
    void said(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* buildHead();
    QWidget* buildFoot();
    void askForFile(bool json);
    void showSentence();
    void showPast();

    std::optional<core::pipeline::FlagRef> m_expected;
    std::shared_ptr<const core::pipeline::FlagCase> m_case;
    ProofModel* m_proofs;
    PastCaseModel* m_past;
    DataTable* m_proofTable;
    DataTable* m_pastTable;
    QLabel* m_kind;
    QLabel* m_confidence;
    QProgressBar* m_bar;
    QToolButton* m_token;
    QLabel* m_sentence;
    QLabel* m_asOf;
    QLabel* m_rule;
    QLabel* m_against;
    QLabel* m_proofNote;
    QLabel* m_pastNote;
    QWidget* m_foot;
};

}  // namespace ui
