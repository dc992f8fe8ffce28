// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/board_filter_dialog.h"

#include "core/pipeline/board_figure_names.h"

#include "ui/theme/palette.h"
#include "ui/theme/style.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>
#include <cmath>
#include <optional>

namespace ui {
namespace {

using core::pipeline::BoardCondition;
using core::pipeline::BoardFigure;

// In two columns, what a trader sets first at the top.
constexpr std::array kEdited{BoardFigure::MarketCapDollars,
                             BoardFigure::Top10,
                             BoardFigure::MarketCapQuote,
                             BoardFigure::Sniper,
                             BoardFigure::LiquidityQuote,
                             BoardFigure::Bundler,
                             BoardFigure::Age,
                             BoardFigure::Rat,
                             BoardFigure::Progress,
                             BoardFigure::Fresh,
                             BoardFigure::Volume1m,
                             BoardFigure::Dev,
                             BoardFigure::Volume5m,
                             BoardFigure::Cluster,
                             BoardFigure::Change5m,
                             BoardFigure::DevCreated,
                             BoardFigure::Holders,
                             BoardFigure::DevGraduated,
                             BoardFigure::Buyers,
                             BoardFigure::DevBestPeak,
                             BoardFigure::ChangeSeen,
                             BoardFigure::CopyRank};

// "50k", "1.5M" as traders write; nothing when it is no number.
std::optional<double> numberOf(QString text) {
    text = text.trimmed();
    double factor = 1;
    if (text.endsWith(u'k', Qt::CaseInsensitive)) factor = 1e3;
    if (text.endsWith(u'm', Qt::CaseInsensitive)) factor = 1e6;
    if (factor != 1) text.chop(1);
    bool good = false;
    const double value = text.trimmed().toDouble(&good) * factor;
    return good && std::isfinite(value) ? std::optional{value} : std::nullopt;
}

std::vector<std::string> wordsOf(const QString& text) {
    std::vector<std::string> out;
    for (const QString& word : text.split(u',', Qt::SkipEmptyParts))
        if (!word.trimmed().isEmpty()) out.push_back(word.trimmed().left(40).toStdString());
    return out;
}

QString listed(const std::vector<std::string>& words) {
    QStringList out;
    for (const std::string& word : words) out << QString::fromStdString(word);
    return out.join(QStringLiteral(", "));
}

}  // namespace

BoardFilterDialog::BoardFilterDialog(const BoardPreset& preset, QWidget* parent)
    : QDialog(parent),
      m_name(new QLineEdit(preset.name)),
      m_words(new QLineEdit(listed(preset.filter.words))),
      m_without(new QLineEdit(listed(preset.filter.withoutWords))),
      m_unknown(new QCheckBox(tr("Show coins of which one of these figures is not known"))),
      m_blocked(new QCheckBox(tr("Hide coins that I blocked"))),
      m_wrong(new QLabel) {
    setObjectName(QStringLiteral("boardFilterDialog"));
    setWindowTitle(tr("Filter of the boards"));
    setAttribute(Qt::WA_DeleteOnClose);
    const auto dim = QStringLiteral("color:") + theme::palette().dim.name();

    auto* names = new QGridLayout;
    m_name->setObjectName(QStringLiteral("filterName"));
    m_name->setMaxLength(BoardPresets::kLongestName);
    m_words->setObjectName(QStringLiteral("filterWords"));
    m_words->setPlaceholderText(tr("one of these, apart by commas"));
    m_without->setObjectName(QStringLiteral("filterWithout"));
    m_without->setPlaceholderText(tr("none of these"));
    const std::array<std::pair<QString, QLineEdit*>, 3> lines{{{tr("Name of the filter"), m_name},
                                                               {tr("Words in name or ticker"), m_words},
                                                               {tr("Words that hide a coin"), m_without}}};
    for (int i = 0; i < 3; ++i) {
        auto* label = new QLabel(lines[static_cast<std::size_t>(i)].first);
        QLineEdit* edit = lines[static_cast<std::size_t>(i)].second;
        label->setBuddy(edit);
        edit->setAccessibleName(label->text());
        names->addWidget(label, i, 0);
        names->addWidget(edit, i, 1);
    }

    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    for (int side = 0; side < 2; ++side) {
        auto* least = new QLabel(tr("at least"));
        auto* most = new QLabel(tr("at most"));
        least->setStyleSheet(dim);
        most->setStyleSheet(dim);
        grid->addWidget(least, 0, side * 5 + 1);
        grid->addWidget(most, 0, side * 5 + 2);
        grid->setColumnMinimumWidth(side * 5 + 4, side == 0 ? 16 : 0);
    }
    for (std::size_t i = 0; i < kEdited.size(); ++i)
        addFigure(grid, static_cast<int>(i / 2) + 1, static_cast<int>(i % 2) * 5, kEdited[i]);
    for (const BoardCondition& one : preset.filter.conditions) {
        const auto edits = m_bounds.find(one.figure);
        if (edits == m_bounds.end()) continue;
        const double factor = boardFigureUnit(one.figure).factor;
        if (one.least) edits->second.least->setText(QString::number(*one.least * factor, 'g', 10));
        if (one.most) edits->second.most->setText(QString::number(*one.most * factor, 'g', 10));
    }

    m_unknown->setObjectName(QStringLiteral("filterUnknown"));
    m_unknown->setChecked(preset.filter.unknownPasses);
    m_blocked->setObjectName(QStringLiteral("filterBlocked"));
    m_blocked->setChecked(preset.filter.hideBlocked);
    m_wrong->setObjectName(QStringLiteral("filterWrong"));
    m_wrong->setTextFormat(Qt::PlainText);
    m_wrong->setStyleSheet(QStringLiteral("color:") + theme::palette().danger.name());

    auto* buttons = new QDialogButtonBox;
    if (!preset.fixed) {
        m_save = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
        m_save->setObjectName(QStringLiteral("filterSave"));
        connect(m_save, &QPushButton::clicked, this, [this] { keep(false); });
    }
    m_saveNew = buttons->addButton(tr("Save as new"), QDialogButtonBox::ApplyRole);
    m_saveNew->setObjectName(QStringLiteral("filterSaveNew"));
    buttons->addButton(QDialogButtonBox::Cancel);
    if (preset.fixed) m_name->setText(tr("%1, mine").arg(preset.name));
    connect(m_saveNew, &QPushButton::clicked, this, [this] { keep(true); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* layout = new QVBoxLayout(this);
    layout->addLayout(names);
    layout->addSpacing(8);
    layout->addLayout(grid);
    layout->addSpacing(8);
    layout->addWidget(m_unknown);
    layout->addWidget(m_blocked);
    layout->addWidget(m_wrong);
    layout->addWidget(buttons);
    connect(m_name, &QLineEdit::textChanged, this, [this] { check(); });
    check();
}

void BoardFilterDialog::addFigure(QGridLayout* grid, int row, int column, BoardFigure figure) {
    const QString title = boardFigureTitle(figure);
    const FigureUnit unit = boardFigureUnit(figure);
    const std::string_view id = core::pipeline::boardFigureName(figure);
    const QString name = QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size()));
    const auto edit = [&](const QString& objectName, const QString& spoken) {
        auto* out = new QLineEdit;
        out->setObjectName(objectName);
        out->setAccessibleName(spoken);
        out->setFixedWidth(76);
        out->setAlignment(Qt::AlignRight);
        connect(out, &QLineEdit::textChanged, this, [this] { check(); });
        return out;
    };
    const Bounds bounds{edit(QStringLiteral("least_") + name, tr("%1 at least").arg(title)),
                        edit(QStringLiteral("most_") + name, tr("%1 at most").arg(title))};
    grid->addWidget(new QLabel(title), row, column);
    grid->addWidget(bounds.least, row, column + 1);
    grid->addWidget(bounds.most, row, column + 2);
    grid->addWidget(new QLabel(unit.suffix), row, column + 3);
    m_bounds.emplace(figure, bounds);
}

QString BoardFilterDialog::name() const {
    return m_name->text().trimmed();
}

core::pipeline::BoardFilter BoardFilterDialog::filter() const {
    core::pipeline::BoardFilter out;
    for (const BoardFigure figure : kEdited) {
        const Bounds& bounds = m_bounds.at(figure);
        const double factor = boardFigureUnit(figure).factor;
        BoardCondition condition{figure, numberOf(bounds.least->text()), numberOf(bounds.most->text())};
        if (condition.least) *condition.least /= factor;
        if (condition.most) *condition.most /= factor;
        if (condition.least || condition.most) out.conditions.push_back(condition);
    }
    out.words = wordsOf(m_words->text());
    out.withoutWords = wordsOf(m_without->text());
    out.unknownPasses = m_unknown->isChecked();
    out.hideBlocked = m_blocked->isChecked();
    return out;
}

void BoardFilterDialog::check() {
    QString wrong;
    for (const auto& [figure, bounds] : m_bounds) {
        const auto bad = [](const QLineEdit* edit) {
            return !edit->text().trimmed().isEmpty() && !numberOf(edit->text());
        };
        const auto least = numberOf(bounds.least->text());
        const auto most = numberOf(bounds.most->text());
        if (bad(bounds.least) || bad(bounds.most))
            wrong = tr("%1: a number is wanted, such as 15, 0.5, 50k or 1.5M.").arg(boardFigureTitle(figure));
        else if (least && most && *least > *most)
            wrong = tr("%1: the least is above the most.").arg(boardFigureTitle(figure));
        if (!wrong.isEmpty()) break;
    }
    if (wrong.isEmpty() && name().isEmpty()) wrong = tr("The filter needs a name.");
    m_wrong->setText(wrong);
    if (m_save) m_save->setEnabled(wrong.isEmpty());
    if (m_saveNew) m_saveNew->setEnabled(wrong.isEmpty());
}

void BoardFilterDialog::keep(bool asNew) {
    emit kept(name(), filter(), asNew);
    accept();
}

}  // namespace ui
