// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/model/ids.h"
#endif

namespace ui {

class DataTable;
class LabelModel;
class LabelStore;

/// The user's wallets, coins and crews: names, groups, tags, notes, what is watched and blocked. Thread: GUI.
class WatchlistView final : public QWidget {
    Q_OBJECT
public:
    /// `labels` must outlive the view.
    explicit WatchlistView(LabelStore& labels, QWidget* parent = nullptr);
    [[nodiscard]] LabelModel& model() const { return *m_model; }
    [[nodiscard]] const std::vector<DataTable*>& tables() const { return m_tables; }
    /// Writes what is shown; the form is told by the file's name. False when it could not be written.
    bool exportTo(const QString& file);
    bool importFrom(const QString& file);

signals:
    void walletOpened(const core::Wallet& wallet);
    void tokenChosen(const core::Mint& mint);
    void crewOpened(const core::Wallet& member);
    void said(const QString& text);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void add();
    void paste();
    void removeChosen();
    void chooseColor();
    void askImport();
    void askExport();
    void refresh();
    void open(int row);

    LabelStore& m_labels;
    LabelModel* m_model;
    DataTable* m_table;
    std::vector<DataTable*> m_tables;
    QLineEdit* m_address;
    QLineEdit* m_filter;
    QComboBox* m_group;
    QLabel* m_note;
    QToolButton* m_undo;
    QToolButton* m_redo;
};

}  // namespace ui
