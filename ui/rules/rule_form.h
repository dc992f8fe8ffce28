// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/alert/rule.h"
#endif

#include <QStringList>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace ui {

/// What a rule has beside its condition: title, id, group, severity, cool-down, coins, sound. Thread: GUI.
class RuleForm final : public QWidget {
    Q_OBJECT
public:
    explicit RuleForm(QWidget* parent = nullptr);

    /// Names that can be chosen.
    void setLists(const QStringList& lists);
    void setSounds(const QStringList& sounds);
    void setRule(const core::alert::Rule& rule);
    /// `rule` with what the fields say.
    [[nodiscard]] core::alert::Rule applied(core::alert::Rule rule) const;
    /// Why a field says nothing sound; empty when all do.
    [[nodiscard]] QString trouble() const;

signals:
    void changed();
    /// The sound that is chosen is to be heard.
    void soundAsked(const QString& sound);

private:
    void take();
    void showScope();

    QLineEdit* m_title;
    QLineEdit* m_id;
    QComboBox* m_group;
    QComboBox* m_severity;
    QLineEdit* m_coolDown;
    QLineEdit* m_kind;
    QComboBox* m_scope;
    QComboBox* m_list;
    QLineEdit* m_mints;
    QComboBox* m_sound;
    bool m_filling = false;
};

}  // namespace ui
