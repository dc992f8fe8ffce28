// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;
class QStackedWidget;

namespace ui {

class SettingsPage;

/// The settings: a page of each kind, found by a word on it. Everything works at once or says when. Thread: GUI.
class SettingsDialog final : public QDialog {
    Q_OBJECT
public:
    explicit SettingsDialog(QWidget* parent = nullptr);
    void addPage(SettingsPage* page);
    void openPage(const QString& title);

private:
    void search(const QString& text);

    QLineEdit* m_search;
    QListWidget* m_names;
    QStackedWidget* m_stack;
    QLabel* m_nothing;
    std::vector<SettingsPage*> m_pages;
};

}  // namespace ui
