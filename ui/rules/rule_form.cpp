// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/rule_form.h"

#include "core/alert/rule_file.h"
#include "core/alert/toml_text.h"
#include "core/alert/words.h"
#include "core/base/text.h"
#include "ui/rules/rule_words.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <array>

namespace ui {

using core::alert::Rule;
using core::alert::Scope;

namespace {

constexpr std::array kGroups{core::AlertGroup::Defence, core::AlertGroup::Discovery, core::AlertGroup::HighSignal};
constexpr std::array kSeverities{core::Severity::Info, core::Severity::Warning, core::Severity::Critical};
constexpr int kLongestId = 64;

bool isId(const QString& text) {
    return !text.isEmpty() && text.size() <= kLongestId && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_';
    });
}

std::vector<core::Mint> mintsIn(const QString& text, bool& sound) {
    std::vector<core::Mint> out;
    QString words = text;
    words.replace(u',', u' ');
    for (const QString& word : words.split(u' ', Qt::SkipEmptyParts)) {
        const auto mint = core::Mint::fromBase58(word.toStdString());
        if (mint)
            out.push_back(*mint);
        else
            sound = false;
    }
    return out;
}

}  // namespace

RuleForm::RuleForm(QWidget* parent)
    : QWidget(parent),
      m_title(new QLineEdit),
      m_id(new QLineEdit),
      m_group(new QComboBox),
      m_severity(new QComboBox),
      m_coolDown(new QLineEdit),
      m_kind(new QLineEdit),
      m_scope(new QComboBox),
      m_list(new QComboBox),
      m_mints(new QLineEdit),
      m_sound(new QComboBox) {
    setObjectName(QStringLiteral("ruleForm"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 3);
    grid->setColumnStretch(3, 2);
    const auto put = [&](int row, int column, const QString& name, QWidget* field, const QString& id,
                         const QString& meaning = {}) {
        auto* label = new QLabel(name);
        label->setBuddy(field);
        field->setObjectName(id);
        field->setAccessibleName(name);
        field->setToolTip(meaning);
        grid->addWidget(label, row, column);
        grid->addWidget(field, row, column + 1);
    };
    put(0, 0, tr("Title"), m_title, QStringLiteral("ruleTitle"));
    put(0, 2, tr("Id"), m_id, QStringLiteral("ruleId"),
        tr("Stands in every alert: a-z, 0-9, - and _. A rule with the id of a shipped one takes its place."));
    put(1, 0, tr("Group"), m_group, QStringLiteral("ruleGroup"));
    put(1, 2, tr("Severity"), m_severity, QStringLiteral("ruleSeverity"));
    put(2, 0, tr("Coins"), m_scope, QStringLiteral("ruleScope"), tr("Which coins the rule looks at"));
    put(2, 2, tr("Silent for"), m_coolDown, QStringLiteral("ruleCoolDown"),
        tr("After an alert the rule is silent about this coin for so long, such as 10m, unless it gets graver."));
    put(4, 0, tr("Alerts are called"), m_kind, QStringLiteral("ruleKind"),
        tr("A word of a-z, 0-9, - and _. Empty: as the flag behind it, else as the id."));
    m_kind->setPlaceholderText(tr("as the flag or the id"));
    put(4, 2, tr("Sound"), m_sound, QStringLiteral("ruleSound"), tr("Played with its alerts, when sounds are on"));
    m_list->setObjectName(QStringLiteral("ruleScopeList"));
    m_list->setAccessibleName(tr("List of coins"));
    m_mints->setObjectName(QStringLiteral("ruleScopeMints"));
    m_mints->setAccessibleName(tr("Addresses of coins"));
    m_mints->setPlaceholderText(tr("addresses, apart by blanks"));
    grid->addWidget(m_list, 3, 1);
    grid->addWidget(m_mints, 3, 1, 1, 3);
    auto* hear = new QToolButton;
    hear->setObjectName(QStringLiteral("ruleHear"));
    hear->setText(QStringLiteral("▶"));
    hear->setAccessibleName(tr("Play this sound"));
    hear->setToolTip(hear->accessibleName());
    grid->addWidget(hear, 4, 4);
    connect(hear, &QToolButton::clicked, this, [this] { emit soundAsked(m_sound->currentData().toString()); });
    m_title->setMaxLength(static_cast<int>(core::alert::RuleFileLimits::kLongestTitle));
    m_id->setMaxLength(kLongestId);
    for (const auto group : kGroups) m_group->addItem(groupWord(group), static_cast<int>(group));
    m_severity->addItem(tr("From confidence and size"), -1);
    for (const auto severity : kSeverities) m_severity->addItem(severityWord(severity), static_cast<int>(severity));
    m_scope->addItem(tr("All"), static_cast<int>(Scope::What::Any));
    m_scope->addItem(tr("Those I watch"), static_cast<int>(Scope::What::Watched));
    m_scope->addItem(tr("Of a list"), static_cast<int>(Scope::What::List));
    m_scope->addItem(tr("These"), static_cast<int>(Scope::What::Mints));
    setSounds({});
    for (QLineEdit* edit : {m_title, m_id, m_coolDown, m_kind, m_mints})
        connect(edit, &QLineEdit::textEdited, this, &RuleForm::take);
    for (QComboBox* box : {m_group, m_severity, m_list, m_sound}) {
        box->setFocusPolicy(Qt::StrongFocus);
        connect(box, &QComboBox::activated, this, &RuleForm::take);
    }
    m_scope->setFocusPolicy(Qt::StrongFocus);
    connect(m_scope, &QComboBox::activated, this, [this] {
        showScope();
        take();
    });
    showScope();
}

void RuleForm::setLists(const QStringList& lists) {
    const QString was = m_list->currentText();
    m_list->clear();
    m_list->addItems(lists);
    m_list->setCurrentIndex(std::max(0, m_list->findText(was)));
}

void RuleForm::setSounds(const QStringList& sounds) {
    m_sound->clear();
    m_sound->addItem(tr("As the settings say"), QString());
    for (const QString& sound : sounds) m_sound->addItem(sound, sound);
}

void RuleForm::setRule(const Rule& rule) {
    m_filling = true;
    const auto show = [](QLineEdit& edit, const QString& text) {
        // The cursor stays where somebody types.
        if (edit.text() != text) edit.setText(text);
    };
    show(*m_title, QString::fromStdString(rule.title));
    show(*m_id, QString::fromStdString(rule.id));
    m_group->setCurrentIndex(m_group->findData(static_cast<int>(rule.group)));
    m_severity->setCurrentIndex(m_severity->findData(rule.severity ? static_cast<int>(*rule.severity) : -1));
    show(*m_coolDown, QString::fromStdString(core::alert::durationText(rule.coolDownSeconds)));
    show(*m_kind, QString::fromStdString(rule.kind));
    m_scope->setCurrentIndex(m_scope->findData(static_cast<int>(rule.scope.what)));
    if (rule.scope.what == Scope::What::List) {
        const QString list = QString::fromStdString(rule.scope.list);
        if (m_list->findText(list) < 0) m_list->addItem(list);
        m_list->setCurrentText(list);
    }
    QStringList mints;
    for (const core::Mint& mint : rule.scope.mints) mints << QString::fromStdString(mint.base58());
    bool sound = true;
    if (mintsIn(m_mints->text(), sound) != rule.scope.mints) show(*m_mints, mints.join(u' '));
    const QString name = QString::fromStdString(rule.sound);
    if (m_sound->findData(name) < 0) m_sound->addItem(name, name);
    m_sound->setCurrentIndex(m_sound->findData(name));
    showScope();
    m_filling = false;
}

QString RuleForm::trouble() const {
    if (!isId(m_id->text())) return tr("An id has 1 to %1 of the characters a-z, 0-9, - and _.").arg(kLongestId);
    const std::string title = m_title->text().toStdString();
    if (title.empty() || core::sanitizeText(title, core::alert::RuleFileLimits::kLongestTitle) != title)
        return tr("A title has 1 to %1 visible characters.").arg(core::alert::RuleFileLimits::kLongestTitle);
    if (!core::alert::parseDuration(m_coolDown->text().trimmed().toStdString()))
        return tr("The silence after an alert is a whole number with its unit, such as 10m, up to 7d.");
    if (!m_kind->text().isEmpty() && !isId(m_kind->text()))
        return tr("What alerts are called has the characters a-z, 0-9, - and _.");
    bool sound = true;
    const auto mints = mintsIn(m_mints->text(), sound);
    if (m_scope->currentData().toInt() == static_cast<int>(Scope::What::Mints) && (!sound || mints.empty()))
        return tr("Name the coins by their addresses, apart by blanks.");
    if (m_scope->currentData().toInt() == static_cast<int>(Scope::What::List) && m_list->currentText().isEmpty())
        return tr("There is no list yet: give a coin a group in the watchlist first.");
    return {};
}

Rule RuleForm::applied(Rule rule) const {
    rule.title = m_title->text().toStdString();
    rule.id = m_id->text().toStdString();
    rule.group = static_cast<core::AlertGroup>(m_group->currentData().toInt());
    const int severity = m_severity->currentData().toInt();
    rule.severity = severity < 0 ? std::nullopt : std::optional{static_cast<core::Severity>(severity)};
    rule.coolDownSeconds =
        core::alert::parseDuration(m_coolDown->text().trimmed().toStdString()).value_or(rule.coolDownSeconds);
    rule.kind = m_kind->text().toStdString();
    rule.sound = m_sound->currentData().toString().toStdString();
    rule.scope = {};
    rule.scope.what = static_cast<Scope::What>(m_scope->currentData().toInt());
    bool sound = true;
    if (rule.scope.what == Scope::What::Mints) rule.scope.mints = mintsIn(m_mints->text(), sound);
    if (rule.scope.what == Scope::What::List) rule.scope.list = m_list->currentText().toStdString();
    return rule;
}

void RuleForm::showScope() {
    const auto what = static_cast<Scope::What>(m_scope->currentData().toInt());
    m_list->setVisible(what == Scope::What::List);
    m_mints->setVisible(what == Scope::What::Mints);
}

void RuleForm::take() {
    if (!m_filling) emit changed();
}

}  // namespace ui
