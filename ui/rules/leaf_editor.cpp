// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/leaf_editor.h"

#include "core/alert/condition_text.h"
#include "core/alert/words.h"
#include "ui/format/people_text.h"
#include "ui/phrases/phrases.h"
#include "ui/rules/flow_layout.h"
#include "ui/rules/rule_words.h"
#include "ui/theme/palette.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>
#include <utility>

namespace ui {

using core::alert::Activity;
using core::alert::Actor;
using core::alert::ClusterCondition;
using core::alert::CoinCrosses;
using core::alert::CoinFact;
using core::alert::CoinValue;
using core::alert::Compare;
using core::alert::Condition;
using core::alert::Field;
using core::alert::FlagCondition;
using core::alert::FlagPhase;
using core::alert::Measure;
using core::alert::Quantity;
using core::alert::Test;
using core::alert::Unit;
using core::alert::VerbWord;
using core::alert::Who;

namespace {

constexpr std::array kWho{Who::Anyone, Who::Dev,    Who::Linked, Who::DevOrLinked,
                          Who::Wallet, Who::Listed, Who::Tagged, Who::Cluster};
constexpr std::array kMoney{Unit::Sol, Unit::Usd};
constexpr std::array kSupply{Unit::PercentOfSupply};
constexpr std::array kAnyAmount{Unit::PercentOfSupply, Unit::Sol, Unit::Usd};
constexpr std::array kFacts{CoinFact::What::Watched, CoinFact::What::Listed, CoinFact::What::Mint,
                            CoinFact::What::Graduated, CoinFact::What::Graduates};

QString text(std::string_view of) {
    return QString::fromUtf8(of.data(), static_cast<qsizetype>(of.size()));
}

std::string chosen(const QComboBox* box) {
    if (box == nullptr) return {};
    // What is typed into an editable box counts, whatever is chosen.
    if (box->isEditable()) return box->currentText().trimmed().toStdString();
    return box->currentData().toString().toStdString();
}

std::string inQuotes(const std::string& name) {
    return "\"" + name + "\"";
}

LeafEditor::Form formOf(const Condition& leaf) {
    using Form = LeafEditor::Form;
    if (const auto* activity = std::get_if<Activity>(&leaf.is))
        return activity->measure == Measure::Sum       ? Form::Amount
               : activity->measure == Measure::Wallets ? Form::Wallets
                                                       : Form::Times;
    if (std::holds_alternative<FlagCondition>(leaf.is)) return Form::Flag;
    if (std::holds_alternative<ClusterCondition>(leaf.is)) return Form::Cluster;
    if (std::holds_alternative<CoinValue>(leaf.is)) return Form::Figure;
    if (std::holds_alternative<CoinCrosses>(leaf.is)) return Form::Crosses;
    return Form::Coin;
}

// What a form begins with.
const char* beginningOf(LeafEditor::Form form) {
    using Form = LeafEditor::Form;
    switch (form) {
        case Form::Amount: return "dev or linked wallet sells >= 2% of supply within 1m";
        case Form::Wallets: return "3 wallets of list \"watched\" buy within 5m";
        case Form::Times: return "20 sells within 10s";
        case Form::Flag: return "flag dev_dump with confidence >= 0.8";
        case Form::Cluster: return "cluster with confidence >= 0.9 holds >= 20% of supply";
        case Form::Figure: return "coin market_cap >= 100000 USD";
        case Form::Crosses: return "coin market_cap crosses above 100000 USD";
        case Form::Coin: return "coin is watched";
    }
    return "";
}

std::span<const Unit> unitsOf(const VerbWord& verb) {
    if (verb.movesCoins && verb.movesQuote) return kAnyAmount;
    if (verb.movesCoins) return kSupply;
    if (verb.movesQuote) return kMoney;
    return {};
}

std::span<const Field> fieldsOf(const Condition& leaf) {
    if (std::holds_alternative<FlagCondition>(leaf.is)) return core::alert::flagFields();
    if (std::holds_alternative<ClusterCondition>(leaf.is)) return core::alert::clusterFields();
    if (const auto* activity = std::get_if<Activity>(&leaf.is); activity && activity->actor.who == Who::Cluster)
        return core::alert::clusterFields();
    return core::alert::walletFields();
}

std::vector<Test>* testsOf(Condition& leaf) {
    if (auto* activity = std::get_if<Activity>(&leaf.is)) return &activity->actor.with;
    if (auto* flag = std::get_if<FlagCondition>(&leaf.is)) return &flag->with;
    if (auto* cluster = std::get_if<ClusterCondition>(&leaf.is)) return &cluster->with;
    return nullptr;
}

Quantity beginningOf(const Field& field) {
    return {core::alert::Number{field.units.front() == Unit::Seconds ? 3'600U : 1U}, field.units.front()};
}

void sizeToWords(QLineEdit& edit, int least) {
    const auto fit = [&edit, least] {
        edit.setFixedWidth(std::max(least, edit.fontMetrics().horizontalAdvance(edit.text()) + 18));
    };
    QObject::connect(&edit, &QLineEdit::textChanged, &edit, fit);
    fit();
}

}  // namespace

LeafEditor::LeafEditor(const Condition& leaf, QStringList lists, QWidget* parent)
    : QWidget(parent), m_leaf(leaf), m_lists(std::move(lists)), m_wrong(new QLabel) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    m_wrong->setObjectName(QStringLiteral("leafWrong"));
    m_wrong->setTextFormat(Qt::PlainText);
    m_wrong->setWordWrap(true);
    m_wrong->setStyleSheet(QStringLiteral("color:") + theme::palette().danger.name());
    m_wrong->hide();
    layout->addWidget(m_wrong);
    build();
}

void LeafEditor::build() {
    m_building = true;
    // A box may be the one that is being used: it goes when its signal is over.
    if (m_row != nullptr) {
        m_row->hide();
        m_row->deleteLater();
    }
    m_forms = m_who = m_name = m_verb = m_has = m_kind = m_phase = m_field = m_compare = nullptr;
    m_count = m_within = nullptr;
    m_amount = {};
    m_tests.clear();
    m_row = new QWidget;
    m_flow = new FlowLayout(m_row);
    static_cast<QVBoxLayout*>(layout())->insertWidget(0, m_row);
    m_form = formOf(m_leaf);
    m_forms = addChoice(tr("Kind of condition"), QStringLiteral("leafForm"));
    const std::array<QString, kForms> forms{tr("Amount"),  tr("Wallets"), tr("How often"), tr("Flag"),
                                            tr("Cluster"), tr("Figure"),  tr("Crossing"),  tr("Coin")};
    const std::array<QString, kForms> meanings{tr("What somebody moves, together within a time or at once"),
                                               tr("How many different wallets do something"),
                                               tr("How often something is done"),
                                               tr("What a detector says"),
                                               tr("What a cluster of linked wallets is or holds"),
                                               tr("A figure of the coin, as it stands"),
                                               tr("A figure of the coin passes a level"),
                                               tr("Which coin it is")};
    for (int i = 0; i < kForms; ++i) {
        m_forms->addItem(forms[static_cast<std::size_t>(i)], i);
        m_forms->setItemData(i, meanings[static_cast<std::size_t>(i)], Qt::ToolTipRole);
    }
    m_forms->setCurrentIndex(static_cast<int>(m_form));
    connect(m_forms, &QComboBox::activated, this, &LeafEditor::changeForm);
    switch (m_form) {
        case Form::Amount:
        case Form::Wallets:
        case Form::Times: buildActivity(); break;
        case Form::Flag: buildFlag(); break;
        case Form::Cluster: buildCluster(); break;
        case Form::Figure:
        case Form::Crosses: buildFigure(); break;
        case Form::Coin: buildCoin(); break;
    }
    m_row->show();
    m_building = false;
}

QLabel* LeafEditor::addWord(const QString& word) {
    auto* label = new QLabel(word);
    label->setTextFormat(Qt::PlainText);
    label->setStyleSheet(QStringLiteral("color:") + theme::palette().dim.name());
    m_flow->addWidget(label);
    return label;
}

QComboBox* LeafEditor::addChoice(const QString& accessible, const QString& name) {
    auto* box = new QComboBox;
    box->setObjectName(name);
    box->setAccessibleName(accessible);
    box->setToolTip(accessible);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    // A wheel over a long form must scroll, not change a rule.
    box->setFocusPolicy(Qt::StrongFocus);
    m_flow->addWidget(box);
    return box;
}

QComboBox* LeafEditor::addCompare(Compare compare, bool leastOnly) {
    QComboBox* box = addChoice(tr("Comparison"), QStringLiteral("leafCompare"));
    const std::array<std::pair<Compare, QString>, 4> all{{{Compare::AtLeast, tr("at least")},
                                                          {Compare::Above, tr("more than")},
                                                          {Compare::AtMost, tr("at most")},
                                                          {Compare::Below, tr("less than")}}};
    for (const auto& [each, word] : all)
        if (!leastOnly || each == Compare::AtLeast || each == Compare::Above)
            box->addItem(word, text(core::alert::compareWord(each)));
    say(box, text(core::alert::compareWord(compare)));
    connect(box, &QComboBox::activated, this, &LeafEditor::take);
    return box;
}

LeafEditor::QuantityField LeafEditor::addQuantity(const std::optional<Quantity>& quantity,
                                                  std::span<const Unit> units) {
    QuantityField out;
    out.number = new QLineEdit;
    out.number->setObjectName(QStringLiteral("leafNumber"));
    const bool time = !units.empty() && units.front() == Unit::Seconds;
    out.number->setAccessibleName(time ? tr("Time, such as 90s, 5m, 2h") : tr("Number"));
    out.number->setToolTip(out.number->accessibleName());
    if (quantity)
        out.number->setText(time ? text(core::alert::durationText(
                                       static_cast<std::int64_t>(quantity->number.scaled(0).value_or(0))))
                                 : QString::fromStdString(quantity->number.text()));
    sizeToWords(*out.number, 52);
    m_flow->addWidget(out.number);
    connect(out.number, &QLineEdit::textEdited, this, &LeafEditor::take);
    if (time) return out;
    if (units.size() == 1) {
        out.only = text(core::alert::unitWord(units.front()));
        if (!out.only.isEmpty()) addWord(unitShown(units.front()));
        return out;
    }
    out.unit = addChoice(tr("Unit"), QStringLiteral("leafUnit"));
    for (const Unit unit : units)
        out.unit->addItem(unit == Unit::None ? tr("plain") : unitShown(unit), text(core::alert::unitWord(unit)));
    if (quantity) say(out.unit, text(core::alert::unitWord(quantity->unit)));
    connect(out.unit, &QComboBox::activated, this, &LeafEditor::take);
    return out;
}

void LeafEditor::addName(const QString& name, const QStringList& known, const QString& accessible) {
    m_name = addChoice(accessible, QStringLiteral("leafName"));
    m_name->setEditable(true);
    m_name->setInsertPolicy(QComboBox::NoInsert);
    m_name->addItems(known);
    m_name->setCurrentText(name);
    m_name->setMinimumContentsLength(12);
    connect(m_name, &QComboBox::editTextChanged, this, &LeafEditor::take);
}

void LeafEditor::addActor(const Actor& actor) {
    const bool counted = m_form == Form::Wallets;
    m_who = addChoice(tr("Who"), QStringLiteral("leafWho"));
    for (const Who who : kWho) {
        // One address and the dev alone cannot be counted.
        if (counted && (who == Who::Dev || who == Who::Wallet)) continue;
        m_who->addItem(whoWord(who, counted), static_cast<int>(who));
    }
    m_who->setCurrentIndex(m_who->findData(static_cast<int>(actor.who)));
    connect(m_who, &QComboBox::activated, this, &LeafEditor::takeAnew);
    const QString name = QString::fromStdString(actor.name);
    if (actor.who == Who::Wallet) addName(name, {}, tr("Address of the wallet"));
    if (actor.who == Who::Listed) addName(name, m_lists, tr("Name of the list"));
    if (actor.who == Who::Tagged) {
        m_kind = addChoice(tr("Kind of flag"), QStringLiteral("leafKind"));
        for (const std::string_view kind : core::alert::flagKinds())
            m_kind->addItem(format::flagName(kind), text(kind));
        say(m_kind, name);
        connect(m_kind, &QComboBox::activated, this, &LeafEditor::take);
    }
}

void LeafEditor::addTests(const std::vector<Test>& tests, std::span<const Field> fields) {
    for (std::size_t i = 0; i < tests.size(); ++i) addTest(tests[i], fields, i);
    auto* more = new QToolButton;
    more->setObjectName(QStringLiteral("leafMore"));
    more->setProperty("flat", true);
    more->setText(tests.empty() ? tr("+ with") : tr("+ and"));
    more->setAccessibleName(tr("Add a test"));
    more->setToolTip(tr("Add a test of age, holding, confidence and the like"));
    more->setEnabled(tests.size() < core::alert::ConditionLimits::kMostTests);
    m_flow->addWidget(more);
    connect(more, &QToolButton::clicked, this, [this, fields] {
        Condition next = m_leaf;
        testsOf(next)->push_back({std::string{fields.front().name}, Compare::AtLeast, beginningOf(fields.front())});
        m_leaf = std::move(next);
        build();
        emit changed();
    });
}

void LeafEditor::addTest(const Test& test, std::span<const Field> fields, std::size_t at) {
    addWord(at == 0 ? tr("with") : QStringLiteral(","));
    TestField made;
    made.field = addChoice(tr("What is tested"), QStringLiteral("leafTest"));
    for (const Field& field : fields) {
        made.field->addItem(fieldWord(field.name), text(field.name));
        made.field->setItemData(made.field->count() - 1, fieldMeaning(field), Qt::ToolTipRole);
    }
    say(made.field, QString::fromStdString(test.field));
    connect(made.field, &QComboBox::activated, this, [this, at, fields](int chosenField) {
        // Another field has other units.
        const Field& field = fields[static_cast<std::size_t>(chosenField)];
        Test& changing = (*testsOf(m_leaf))[at];
        changing = {std::string{field.name}, changing.compare, beginningOf(field)};
        build();
        emit changed();
    });
    made.compare = addCompare(test.compare, false);
    const Field* field = core::alert::findField(fields, test.field);
    made.quantity = addQuantity(test.quantity, field != nullptr ? field->units : std::span<const Unit>{});
    m_tests.push_back(made);
    auto* gone = new QToolButton;
    gone->setObjectName(QStringLiteral("leafLess"));
    gone->setText(QStringLiteral("×"));
    gone->setProperty("flat", true);
    gone->setAccessibleName(tr("Remove this test"));
    gone->setToolTip(gone->accessibleName());
    m_flow->addWidget(gone);
    connect(gone, &QToolButton::clicked, this, [this, at] {
        auto& tests = *testsOf(m_leaf);
        // A cluster without a test has to hold something.
        if (auto* cluster = std::get_if<ClusterCondition>(&m_leaf.is);
            cluster && tests.size() == 1 && !cluster->holds)
            cluster->holds = Quantity{core::alert::Number{1}, Unit::PercentOfSupply};
        tests.erase(tests.begin() + static_cast<std::ptrdiff_t>(at));
        build();
        emit changed();
    });
}

void LeafEditor::addWithin(const std::optional<std::int64_t>& seconds) {
    addWord(tr("within"));
    m_within = new QLineEdit;
    m_within->setObjectName(QStringLiteral("leafWithin"));
    m_within->setAccessibleName(tr("Within what time, such as 90s, 5m, 1h"));
    m_within->setToolTip(
        tr("A time such as 90s, 5m or 1h, up to a day. Empty: an amount counts by itself, a number of "
           "wallets or events within a day."));
    m_within->setPlaceholderText(QStringLiteral("–"));
    if (seconds) m_within->setText(text(core::alert::durationText(*seconds)));
    sizeToWords(*m_within, 46);
    m_flow->addWidget(m_within);
    connect(m_within, &QLineEdit::textEdited, this, &LeafEditor::take);
}

void LeafEditor::buildActivity() {
    const Activity activity = std::get<Activity>(m_leaf.is);
    const VerbWord& verb = core::alert::wordOf(activity.verb);
    if (m_form != Form::Amount) {
        m_count = new QLineEdit(QString::number(activity.count));
        m_count->setObjectName(QStringLiteral("leafCount"));
        m_count->setAccessibleName(m_form == Form::Wallets ? tr("How many wallets") : tr("How often"));
        m_count->setToolTip(m_count->accessibleName());
        sizeToWords(*m_count, 40);
        m_flow->addWidget(m_count);
        connect(m_count, &QLineEdit::textEdited, this, &LeafEditor::take);
        addWord(m_form == Form::Wallets ? tr("or more of") : tr("times or more:"));
    }
    addActor(activity.actor);
    addTests(activity.actor.with, fieldsOf(m_leaf));
    m_verb = addChoice(tr("What is done"), QStringLiteral("leafVerb"));
    for (const VerbWord& each : core::alert::verbs()) {
        if (m_form == Form::Times && each.events.empty()) continue;
        m_verb->addItem(verbWord(each.verb), static_cast<int>(each.verb));
    }
    m_verb->setCurrentIndex(m_verb->findData(static_cast<int>(activity.verb)));
    connect(m_verb, &QComboBox::activated, this, &LeafEditor::takeAnew);
    if (const auto units = unitsOf(verb); !units.empty()) {
        m_has = addChoice(tr("Amount"), QStringLiteral("leafHas"));
        m_has->addItem(tr("any amount"), QString());
        m_has->addItem(tr("at least"), QStringLiteral(">="));
        m_has->addItem(tr("more than"), QStringLiteral(">"));
        if (activity.amount) say(m_has, text(core::alert::compareWord(activity.compare)));
        connect(m_has, &QComboBox::activated, this, &LeafEditor::takeAnew);
        if (activity.amount) {
            m_amount = addQuantity(activity.amount, units);
            if (m_form != Form::Amount) addWord(tr("each"));
        }
    }
    addWithin(activity.withinSeconds);
}

void LeafEditor::buildFlag() {
    const FlagCondition flag = std::get<FlagCondition>(m_leaf.is);
    m_kind = addChoice(tr("Kind of flag"), QStringLiteral("leafKind"));
    for (const std::string_view kind : core::alert::flagKinds())
        m_kind->addItem(format::flagName(kind), text(kind));
    say(m_kind, QString::fromStdString(flag.kind));
    connect(m_kind, &QComboBox::activated, this, &LeafEditor::take);
    m_phase = addChoice(tr("When it counts"), QStringLiteral("leafPhase"));
    for (const FlagPhase phase : {FlagPhase::Stands, FlagPhase::Starts, FlagPhase::Ends})
        m_phase->addItem(phaseWord(phase), static_cast<int>(phase));
    m_phase->setCurrentIndex(static_cast<int>(flag.phase));
    connect(m_phase, &QComboBox::activated, this, &LeafEditor::take);
    addTests(flag.with, core::alert::flagFields());
    addWithin(flag.withinSeconds);
}

void LeafEditor::buildCluster() {
    const ClusterCondition cluster = std::get<ClusterCondition>(m_leaf.is);
    addTests(cluster.with, core::alert::clusterFields());
    m_has = addChoice(tr("What it holds"), QStringLiteral("leafHas"));
    if (!cluster.with.empty()) m_has->addItem(tr("holding any share"), QString());
    const std::array<std::pair<Compare, QString>, 4> all{{{Compare::AtLeast, tr("holds at least")},
                                                          {Compare::Above, tr("holds more than")},
                                                          {Compare::AtMost, tr("holds at most")},
                                                          {Compare::Below, tr("holds less than")}}};
    for (const auto& [each, word] : all) m_has->addItem(word, text(core::alert::compareWord(each)));
    if (cluster.holds) say(m_has, text(core::alert::compareWord(cluster.compare)));
    connect(m_has, &QComboBox::activated, this, &LeafEditor::takeAnew);
    if (cluster.holds) m_amount = addQuantity(cluster.holds, kSupply);
}

void LeafEditor::buildFigure() {
    const bool crosses = m_form == Form::Crosses;
    std::string name;
    Quantity quantity;
    if (crosses) {
        const auto& says = std::get<CoinCrosses>(m_leaf.is);
        name = says.field;
        quantity = says.level;
    } else {
        const auto& says = std::get<CoinValue>(m_leaf.is);
        name = says.test.field;
        quantity = says.test.quantity;
    }
    m_field = addChoice(tr("Figure of the coin"), QStringLiteral("leafField"));
    for (const Field& field : core::alert::coinFields()) {
        if (crosses && !field.crosses) continue;
        m_field->addItem(fieldWord(field.name), text(field.name));
        m_field->setItemData(m_field->count() - 1, fieldMeaning(field), Qt::ToolTipRole);
    }
    say(m_field, QString::fromStdString(name));
    connect(m_field, &QComboBox::activated, this, [this, crosses] {
        const Field* field = core::alert::findField(core::alert::coinFields(), chosen(m_field));
        if (field == nullptr) return;
        if (crosses) {
            auto& says = std::get<CoinCrosses>(m_leaf.is);
            says.field = field->name;
            says.level = beginningOf(*field);
        } else {
            auto& says = std::get<CoinValue>(m_leaf.is);
            says.test.field = field->name;
            says.test.quantity = beginningOf(*field);
        }
        build();
        emit changed();
    });
    if (crosses) {
        m_compare = addChoice(tr("Which way"), QStringLiteral("leafWay"));
        m_compare->addItem(tr("rises over"), QStringLiteral("above"));
        m_compare->addItem(tr("falls under"), QStringLiteral("below"));
        m_compare->setCurrentIndex(std::get<CoinCrosses>(m_leaf.is).upwards ? 0 : 1);
        connect(m_compare, &QComboBox::activated, this, &LeafEditor::take);
    } else {
        m_compare = addCompare(std::get<CoinValue>(m_leaf.is).test.compare, false);
    }
    const Field* field = core::alert::findField(core::alert::coinFields(), name);
    m_amount = addQuantity(quantity, field != nullptr ? field->units : std::span<const Unit>{});
}

void LeafEditor::buildCoin() {
    const CoinFact fact = std::get<CoinFact>(m_leaf.is);
    m_has = addChoice(tr("What the coin is"), QStringLiteral("leafFact"));
    const std::array<QString, kFacts.size()> words{tr("is watched"), tr("is on the list"),
                                                   tr("is the one with the address"), tr("has graduated"),
                                                   tr("graduates")};
    for (std::size_t i = 0; i < kFacts.size(); ++i) m_has->addItem(words[i], static_cast<int>(kFacts[i]));
    m_has->setCurrentIndex(static_cast<int>(fact.what));
    connect(m_has, &QComboBox::activated, this, &LeafEditor::takeAnew);
    const QString name = QString::fromStdString(fact.name);
    if (fact.what == CoinFact::What::Listed) addName(name, m_lists, tr("Name of the list"));
    if (fact.what == CoinFact::What::Mint) addName(name, {}, tr("Address of the coin"));
}

void LeafEditor::say(QComboBox* box, const QString& value) const {
    const int at = box->findData(value);
    if (at >= 0) box->setCurrentIndex(at);
}

// ---- what the fields say

std::string LeafEditor::quantityWords(const QuantityField& field) {
    if (field.number == nullptr) return {};
    std::string out = field.number->text().trimmed().toStdString();
    const std::string unit = field.unit != nullptr ? chosen(field.unit) : field.only.toStdString();
    if (!unit.empty()) out += (unit.front() == '%' ? "" : " ") + unit;
    return out;
}

std::string LeafEditor::withWords() const {
    std::string out;
    for (const TestField& test : m_tests)
        out += (out.empty() ? " with " : ", ") + chosen(test.field) + " " + chosen(test.compare) + " " +
               quantityWords(test.quantity);
    return out;
}

std::string LeafEditor::withinWords() const {
    const std::string time = m_within != nullptr ? m_within->text().trimmed().toStdString() : std::string{};
    return time.empty() ? std::string{} : " within " + time;
}

std::string LeafEditor::actorWords(bool many, bool counted) const {
    const std::string s = many ? "s" : "";
    const std::string name = chosen(m_name);
    switch (static_cast<Who>(m_who->currentData().toInt())) {
        case Who::Anyone: return counted ? "wallet" + s : "anyone";
        case Who::Dev: return "dev";
        case Who::Linked: return "linked wallet" + s;
        case Who::DevOrLinked: return "dev or linked wallet" + s;
        case Who::Wallet: return "wallet " + inQuotes(name);
        case Who::Listed: return "wallet" + s + " of list " + inQuotes(name);
        case Who::Tagged: return "wallet" + s + " tagged " + (m_kind != nullptr ? chosen(m_kind) : "dev");
        case Who::Cluster: return counted ? "member" + s + " of cluster" : "cluster";
    }
    return {};
}

std::string LeafEditor::words() const {
    const auto amount = [this](const std::string& each) {
        const std::string compare = m_has != nullptr ? chosen(m_has) : std::string{};
        return compare.empty() || m_amount.number == nullptr ? std::string{}
                                                             : " " + compare + " " + quantityWords(m_amount) + each;
    };
    switch (m_form) {
        case Form::Amount:
        case Form::Wallets:
        case Form::Times: {
            const VerbWord& verb =
                core::alert::wordOf(static_cast<core::alert::Verb>(m_verb->currentData().toInt()));
            if (m_form == Form::Amount)
                return actorWords(false, false) + withWords() + " " + std::string{verb.one} + amount("") +
                       withinWords();
            const std::string count = m_count->text().trimmed().toStdString();
            if (m_form == Form::Wallets) {
                const bool many = count != "1";
                return count + " " + actorWords(many, true) + withWords() + " " +
                       std::string{many ? verb.many : verb.one} + amount(" each") + withinWords();
            }
            std::string out = count + " " + std::string{verb.events};
            if (static_cast<Who>(m_who->currentData().toInt()) != Who::Anyone || !m_tests.empty())
                out += " by " + actorWords(false, false) + withWords();
            return out + amount(" each") + withinWords();
        }
        case Form::Flag: {
            const auto phase = static_cast<FlagPhase>(m_phase->currentData().toInt());
            return "flag " + chosen(m_kind) +
                   (phase == FlagPhase::Starts ? " starts"
                    : phase == FlagPhase::Ends ? " ends"
                                               : "") +
                   withWords() + withinWords();
        }
        case Form::Cluster: {
            const std::string compare = chosen(m_has);
            std::string out = "cluster" + withWords();
            if (!compare.empty())
                out += " holds " + compare + " " +
                       (m_amount.number != nullptr ? quantityWords(m_amount) : std::string{"20% of supply"});
            return out;
        }
        case Form::Figure:
            return "coin " + chosen(m_field) + " " + chosen(m_compare) + " " + quantityWords(m_amount);
        case Form::Crosses:
            return "coin " + chosen(m_field) + " crosses " + chosen(m_compare) + " " + quantityWords(m_amount);
        case Form::Coin: {
            const std::string name = chosen(m_name);
            switch (static_cast<CoinFact::What>(m_has->currentData().toInt())) {
                case CoinFact::What::Watched: return "coin is watched";
                case CoinFact::What::Listed: return "coin is on list " + inQuotes(name);
                case CoinFact::What::Mint: return "coin is " + inQuotes(name);
                case CoinFact::What::Graduated: return "coin is graduated";
                case CoinFact::What::Graduates: return "coin graduates";
            }
        }
    }
    return {};
}

void LeafEditor::take() {
    if (m_building) return;
    auto read = core::alert::parseCondition(words());
    if (auto* problems = std::get_if<std::vector<core::alert::TextProblem>>(&read)) {
        m_trouble = phrases::inLanguage(problems->front().text);
    } else {
        m_trouble.clear();
        m_leaf = std::get<Condition>(std::move(read));
    }
    m_wrong->setText(m_trouble);
    m_wrong->setVisible(!m_trouble.isEmpty());
    emit changed();
}

// A choice that brings other fields with it.
void LeafEditor::takeAnew() {
    const QString focused = m_row->focusWidget() != nullptr ? m_row->focusWidget()->objectName() : QString();
    if (auto* activity = std::get_if<Activity>(&m_leaf.is)) {
        Activity next = *activity;
        const auto who = static_cast<Who>(m_who->currentData().toInt());
        if (who != next.actor.who) {
            if ((who == Who::Cluster) != (next.actor.who == Who::Cluster)) next.actor.with.clear();
            next.actor.who = who;
            next.actor.name = who == Who::Listed   ? std::string{core::alert::kWatched}
                              : who == Who::Tagged ? std::string{core::alert::flagKinds().front()}
                                                   : std::string{};
        }
        next.verb = static_cast<core::alert::Verb>(m_verb->currentData().toInt());
        const auto units = unitsOf(core::alert::wordOf(next.verb));
        const std::string compare = m_has != nullptr ? chosen(m_has) : std::string{};
        if (compare.empty() || units.empty()) {
            next.amount.reset();
            next.compare = Compare::AtLeast;
        } else {
            next.compare = compare == ">" ? Compare::Above : Compare::AtLeast;
            const bool fits =
                next.amount && std::find(units.begin(), units.end(), next.amount->unit) != units.end();
            if (!fits) next.amount = Quantity{core::alert::Number{1}, units.front()};
        }
        m_leaf = Condition{std::move(next)};
    } else if (auto* cluster = std::get_if<ClusterCondition>(&m_leaf.is)) {
        const std::string compare = chosen(m_has);
        if (compare.empty()) {
            cluster->holds.reset();
            cluster->compare = Compare::AtLeast;
        } else {
            for (const Compare each : {Compare::AtLeast, Compare::Above, Compare::AtMost, Compare::Below})
                if (compare == core::alert::compareWord(each)) cluster->compare = each;
            if (!cluster->holds) cluster->holds = Quantity{core::alert::Number{20}, Unit::PercentOfSupply};
        }
    } else if (auto* fact = std::get_if<CoinFact>(&m_leaf.is)) {
        fact->what = static_cast<CoinFact::What>(m_has->currentData().toInt());
        fact->name = fact->what == CoinFact::What::Listed ? std::string{core::alert::kWatched} : std::string{};
    }
    build();
    // An address that is still to be typed is no mistake, but no condition either.
    take();
    if (!focused.isEmpty())
        if (auto* again = m_row->findChild<QWidget*>(focused)) again->setFocus();
    if (m_name != nullptr && m_name->currentText().isEmpty()) m_name->setFocus();
}

void LeafEditor::changeForm(int form) {
    if (form == static_cast<int>(m_form)) return;
    m_leaf = std::get<Condition>(core::alert::parseCondition(beginningOf(static_cast<Form>(form))));
    m_trouble.clear();
    m_wrong->hide();
    build();
    m_forms->setFocus();
    emit changed();
}

}  // namespace ui
