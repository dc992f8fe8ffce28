// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/alert/rule.h"
#endif

#include <QStringList>
#include <QWidget>

#include <optional>
#include <span>
#include <string>
#include <vector>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;

namespace core::alert {
struct Field;
}

namespace ui {

class FlowLayout;

/// One condition in fields and menus. What they say is put into words and read by the parser of the language, so
/// that an editor cannot say what a file could not. Thread: GUI.
class LeafEditor final : public QWidget {
    Q_OBJECT
public:
    /// The forms a condition can take.
    enum class Form { Amount, Wallets, Times, Flag, Cluster, Figure, Crosses, Coin };
    static constexpr int kForms = 8;

    /// `lists`: names that may be chosen.
    LeafEditor(const core::alert::Condition& leaf, QStringList lists, QWidget* parent = nullptr);

    /// What the fields say; the last that they said while they say nothing sound.
    [[nodiscard]] const core::alert::Condition& condition() const { return m_leaf; }
    /// Why the fields say nothing sound; empty when they do.
    [[nodiscard]] QString trouble() const { return m_trouble; }
    /// The fields in words.
    [[nodiscard]] std::string words() const;

signals:
    /// What the fields say is another, or is sound no more.
    void changed();

private:
    struct QuantityField {
        QLineEdit* number = nullptr;
        QComboBox* unit = nullptr;  ///< null: there is but one, or none is written
        QString only;               ///< what is written behind the number then
    };
    struct TestField {
        QComboBox* field = nullptr;
        QComboBox* compare = nullptr;
        QuantityField quantity;
    };

    void build();
    void buildActivity();
    void buildFlag();
    void buildCluster();
    void buildFigure();
    void buildCoin();
    void addActor(const core::alert::Actor& actor);
    void addTests(const std::vector<core::alert::Test>& tests, std::span<const core::alert::Field> fields);
    void addTest(const core::alert::Test& test, std::span<const core::alert::Field> fields, std::size_t at);
    void addWithin(const std::optional<std::int64_t>& seconds);
    void addName(const QString& name, const QStringList& known, const QString& accessible);
    QLabel* addWord(const QString& word);
    QComboBox* addChoice(const QString& accessible, const QString& name);
    QComboBox* addCompare(core::alert::Compare compare, bool leastOnly);
    QuantityField addQuantity(const std::optional<core::alert::Quantity>& quantity,
                              std::span<const core::alert::Unit> units);
    void say(QComboBox* box, const QString& value) const;
    void take();
    void takeAnew();
    void changeForm(int form);
    [[nodiscard]] std::string actorWords(bool many, bool counted) const;
    [[nodiscard]] std::string withWords() const;
    [[nodiscard]] std::string withinWords() const;
    [[nodiscard]] static std::string quantityWords(const QuantityField& field);

    core::alert::Condition m_leaf;
    QStringList m_lists;
    QString m_trouble;
    Form m_form = Form::Amount;
    FlowLayout* m_flow;
    QWidget* m_row = nullptr;
    QLabel* m_wrong;
    // Of the row as it is built; null where the form has none.
    QComboBox* m_forms = nullptr;
    QComboBox* m_who = nullptr;
    QComboBox* m_name = nullptr;
    QComboBox* m_verb = nullptr;
    QLineEdit* m_count = nullptr;
    QComboBox* m_has = nullptr;  ///< whether an amount is asked for, and how it is held
    QuantityField m_amount;
    QComboBox* m_kind = nullptr;
    QComboBox* m_phase = nullptr;
    QComboBox* m_field = nullptr;
    QComboBox* m_compare = nullptr;
    QLineEdit* m_within = nullptr;
    std::vector<TestField> m_tests;
    bool m_building = false;
};

}  // namespace ui
