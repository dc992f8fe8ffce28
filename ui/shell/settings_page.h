// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

class QFormLayout;

namespace ui {

/// One page of the settings: named rows that the search box finds. Thread: GUI.
class SettingsPage : public QWidget {
    Q_OBJECT
public:
    explicit SettingsPage(const QString& title, QWidget* parent = nullptr);

    [[nodiscard]] const QString& title() const { return m_title; }
    /// Hides the rows that `text` does not name; returns how many stay. An empty text shows all.
    virtual int filter(const QString& text);
    /// Everything on this page as it came.
    virtual void reset() = 0;

protected:
    /// Adds a row; `note` says in grey what it does and, where it is so, that it works after a restart.
    void addRow(const QString& label, QWidget* field, const QString& note = {});

private:
    struct Row {
        QString words;
        std::vector<QWidget*> parts;
    };
    QString m_title;
    QFormLayout* m_form;
    std::vector<Row> m_rows;
};

}  // namespace ui
