// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/backtest_pane.h"

#include "core/base/text.h"
#include "ui/format/count_text.h"
#include "ui/format/number_text.h"
#include "ui/format/people_text.h"
#include "ui/format/time_text.h"
#include "ui/phrases/phrases.h"
#include "ui/rules/backtest_text.h"
#include "ui/theme/palette.h"
#include "ui/views/pane_head.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QSplitter>
#include <QTimeZone>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ui {
namespace {

const QString kRecent = QStringLiteral("bench/recent");
const QString kBundled = QStringLiteral("bundled");
const QString kStored = QStringLiteral("stored");
const QString kChoose = QStringLiteral("choose");
constexpr int kCaseRole = Qt::UserRole;
// Columns of the examples.
constexpr int kRule = 2;
constexpr int kRight = 3;
constexpr int kReturn = 6;
constexpr std::int64_t kHour = 3'600;

std::filesystem::path native(const QString& file) {
    return {file.toStdU16String()};
}

QString namesOf(const QStringList& files) {
    const QString first = QFileInfo(files.front()).fileName();
    return files.size() == 1 ? first : BacktestPane::tr("%1 and %2 more").arg(first).arg(files.size() - 1);
}

void prepare(QTreeWidget& tree, const QString& name, const QString& accessible, const QStringList& columns) {
    tree.setObjectName(name);
    tree.setAccessibleName(accessible);
    tree.setHeaderLabels(columns);
    tree.setRootIsDecorated(false);
    tree.setUniformRowHeights(true);
    tree.setSelectionBehavior(QAbstractItemView::SelectRows);
    tree.setAlternatingRowColors(true);
    tree.setTextElideMode(Qt::ElideRight);
}

}  // namespace

BacktestPane::BacktestPane(const QString& settingsFile, QWidget* parent)
    : QWidget(parent),
      m_settingsFile(settingsFile),
      m_what(new QComboBox),
      m_input(new QComboBox),
      m_times(new QWidget),
      m_from(new QDateTimeEdit),
      m_minutes(new QSpinBox),
      m_delays(new QLineEdit(QStringLiteral("1, 5, 30"))),
      m_truth(new QToolButton),
      m_run(new QPushButton),
      m_progress(new QProgressBar),
      m_state(new QLabel),
      m_figures(new QTreeWidget),
      m_examples(new QTreeWidget),
      m_examplesHead(nullptr) {
    setObjectName(QStringLiteral("backtestPane"));
    setAccessibleName(tr("Back-test"));
    m_what->setObjectName(QStringLiteral("backtestWhat"));
    m_what->setAccessibleName(tr("Which rules are run"));
    m_what->addItems({tr("This rule"), tr("All rules that are on")});
    m_input->setObjectName(QStringLiteral("backtestInput"));
    m_input->setAccessibleName(tr("What they are run over"));
    m_input->setMinimumContentsLength(18);
    m_input->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_from->setObjectName(QStringLiteral("backtestFrom"));
    m_from->setAccessibleName(tr("Begin, UTC"));
    m_from->setTimeSpec(Qt::UTC);
    m_from->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    m_minutes->setObjectName(QStringLiteral("backtestMinutes"));
    m_minutes->setAccessibleName(tr("Length in minutes"));
    m_minutes->setRange(1, 7 * 24 * 60);
    m_minutes->setValue(60);
    m_minutes->setSuffix(tr(" min"));
    m_minutes->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_delays->setObjectName(QStringLiteral("backtestDelays"));
    m_delays->setAccessibleName(tr("Seconds from the alert to the entry"));
    m_delays->setToolTip(
        tr("Seconds from the alert to the entry, apart by commas, up to an hour. The entry is the next "
           "trade that was available."));
    m_truth->setObjectName(QStringLiteral("backtestTruth"));
    m_truth->setText(tr("Truth…"));
    m_truth->setAccessibleName(tr("Choose what is true of the recordings"));
    m_truth->setToolTip(
        tr("A file that says what is true of the recordings, as “simulate --truth” writes it: precision "
           "and recall are measured by it."));
    m_run->setObjectName(QStringLiteral("backtestRun"));
    m_progress->setObjectName(QStringLiteral("backtestProgress"));
    m_progress->setAccessibleName(tr("Progress of the back-test"));
    m_progress->setRange(0, 1'000);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(4);
    m_state->setObjectName(QStringLiteral("backtestState"));
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_state->setStyleSheet(QStringLiteral("color:") + theme::palette().dim.name());
    prepare(*m_figures, QStringLiteral("backtestFigures"), tr("What came of the rules"),
            {tr("Figure"), tr("Result"), tr("95% range")});
    prepare(*m_examples, QStringLiteral("backtestExamples"), tr("Alerts of the back-test"),
            {tr("Time"), tr("Coin"), tr("Rule"), tr("Right"), tr("Fell"), tr("Ahead"), tr("Return")});
    m_examples->setToolTip(tr("Double click or Enter: replay this moment"));
    m_figures->setColumnWidth(0, 190);
    m_figures->setColumnWidth(1, 140);

    auto* timesRow = new QHBoxLayout(m_times);
    timesRow->setContentsMargins(0, 0, 0, 0);
    timesRow->addWidget(m_from, 1);
    timesRow->addWidget(m_minutes);
    auto* entries = new QWidget;
    auto* entriesRow = new QHBoxLayout(entries);
    entriesRow->setContentsMargins(0, 0, 0, 0);
    entriesRow->addWidget(m_delays, 1);
    entriesRow->addWidget(m_truth);
    auto* form = new QFormLayout;
    form->setContentsMargins(8, 6, 8, 2);
    form->setVerticalSpacing(4);
    form->setHorizontalSpacing(10);
    form->addRow(tr("Run"), m_what);
    form->addRow(tr("Over"), m_input);
    form->addRow(tr("From (UTC)"), m_times);
    form->addRow(tr("Entry, s later"), entries);
    auto* head = new PaneHead(tr("Back-test"));
    head->addControl(m_run);
    auto* examplesHead = new PaneHead(tr("Examples"));
    m_examplesHead = examplesHead->addNote(QStringLiteral("backtestExamplesNote"));
    auto* figures = new QWidget;
    auto* figuresColumn = new QVBoxLayout(figures);
    figuresColumn->setContentsMargins(0, 0, 0, 0);
    figuresColumn->setSpacing(0);
    auto* stateRow = new QVBoxLayout;
    stateRow->setContentsMargins(8, 2, 8, 4);
    stateRow->addWidget(m_state);
    figuresColumn->addLayout(stateRow);
    figuresColumn->addWidget(m_figures, 1);
    auto* examples = new QWidget;
    auto* examplesColumn = new QVBoxLayout(examples);
    examplesColumn->setContentsMargins(0, 0, 0, 0);
    examplesColumn->setSpacing(0);
    examplesColumn->addWidget(examplesHead);
    examplesColumn->addWidget(m_examples, 1);
    auto* split = new QSplitter(Qt::Vertical);
    split->addWidget(figures);
    split->addWidget(examples);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    split->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addLayout(form);
    layout->addWidget(m_progress);
    layout->addWidget(split, 1);

    const QSettings settings(m_settingsFile, QSettings::IniFormat);
    for (const QString& files : settings.value(kRecent).toStringList())
        m_recent.push_back(files.split(u'\n', Qt::SkipEmptyParts));
    std::erase_if(m_recent, [](const QStringList& files) {
        return files.isEmpty() || std::any_of(files.begin(), files.end(),
                                              [](const QString& file) { return !QFileInfo::exists(file); });
    });
    connect(m_input, &QComboBox::activated, this, &BacktestPane::showInput);
    connect(m_truth, &QToolButton::clicked, this, &BacktestPane::chooseTruth);
    connect(m_run, &QPushButton::clicked, this, [this] { m_running ? cancel() : run(); });
    connect(m_examples, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) { open(item); });
    connect(m_examples, &QTreeWidget::itemDoubleClicked, this, [this](QTreeWidgetItem* item) {
        // Where a single click activates, the second one would open it again.
        if (style()->styleHint(QStyle::SH_ItemView_ActivateItemOnSingleClick) == 0) return;
        open(item);
    });
    fillInputs();
    showState();
    m_state->setText(tr("Run the rule over a recording to see what it would have told you, and what came of it."));
}

void BacktestPane::setDesk(bridge::BacktestDesk& desk) {
    m_desk = &desk;
    connect(m_desk, &bridge::BacktestDesk::progressed, this, [this](double fraction, quint64 events) {
        m_progress->setValue(static_cast<int>(fraction * 1'000));
        if (m_running) m_state->setText(tr("Running: %1").arg(format::counted(format::Noun::Event, events)));
    });
    connect(m_desk, &bridge::BacktestDesk::finished, this, [this](const bridge::BacktestDesk::Result& result) {
        m_running = false;
        showState();
        show(result);
    });
    connect(m_desk, &bridge::BacktestDesk::failed, this, [this](const QString& why) {
        m_running = false;
        showState();
        m_state->setText(
            why.isEmpty() ? tr("Cancelled. What is shown is of the run before.")
                          : tr("The back-test ended early: %1. Choose another input and run it again.").arg(why));
    });
    fillInputs();
    showState();
}

void BacktestPane::fillInputs() {
    const QString was = m_input->currentData().toString();
    m_input->clear();
    if (m_desk != nullptr && m_desk->bundled())
        m_input->addItem(tr("Recording that comes with the program"), kBundled);
    for (std::size_t i = 0; i < m_recent.size(); ++i) {
        m_input->addItem(namesOf(m_recent[i]), QString::number(i));
        m_input->setItemData(m_input->count() - 1, m_recent[i].join(u'\n'), Qt::ToolTipRole);
    }
    if (m_desk != nullptr) {
        if (const auto span = m_desk->stored()) {
            m_input->addItem(tr("What live sessions stored"), kStored);
            const auto moment = [](std::int64_t time) {
                return QDateTime::fromSecsSinceEpoch(time, QTimeZone::utc());
            };
            m_from->setDateTimeRange(moment(span->from), moment(span->to));
            m_from->setDateTime(moment(std::max(span->from, span->to - kHour)));
        }
    }
    m_input->addItem(tr("Choose recordings…"), kChoose);
    const int at = m_input->findData(was);
    m_input->setCurrentIndex(was != kChoose && at >= 0 ? at : 0);
    m_times->setVisible(m_input->currentData().toString() == kStored);
    if (auto* form = qobject_cast<QFormLayout*>(layout()->itemAt(1)->layout()))
        form->setRowVisible(m_times, m_input->currentData().toString() == kStored);
}

void BacktestPane::showInput() {
    const QString input = m_input->currentData().toString();
    if (auto* form = qobject_cast<QFormLayout*>(layout()->itemAt(1)->layout()))
        form->setRowVisible(m_times, input == kStored);
    if (input == kChoose) chooseFiles();
    showState();
}

void BacktestPane::chooseFiles() {
    auto* dialog = new QFileDialog(this, tr("Recordings to run rules over"), {},
                                   tr("Recordings (*.jsonl *.zst *.gz *.xz);;All files (*)"));
    dialog->setObjectName(QStringLiteral("backtestFiles"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &BacktestPane::addRecordings);
    connect(dialog, &QFileDialog::rejected, this, [this] {
        m_input->setCurrentIndex(0);
        showState();
    });
    dialog->open();
}

void BacktestPane::addRecordings(const QStringList& files) {
    if (files.isEmpty()) return;
    std::erase(m_recent, files);
    m_recent.insert(m_recent.begin(), files);
    if (m_recent.size() > kMostRecent) m_recent.resize(kMostRecent);
    keepRecent();
    fillInputs();
    m_input->setCurrentIndex(m_input->findData(QStringLiteral("0")));
    showInput();
}

void BacktestPane::keepRecent() const {
    QStringList all;
    for (const QStringList& files : m_recent) all << files.join(u'\n');
    QSettings settings(m_settingsFile, QSettings::IniFormat);
    settings.setValue(kRecent, all);
}

void BacktestPane::chooseTruth() {
    if (!m_truthFile.isEmpty()) {
        m_truthFile.clear();
        m_truth->setText(tr("Truth…"));
        return;
    }
    auto* dialog =
        new QFileDialog(this, tr("What is true of the recordings"), {}, tr("Truth (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        m_truthFile = file;
        m_truth->setText(QFileInfo(file).fileName() + QStringLiteral(" ×"));
    });
    dialog->open();
}

std::optional<std::vector<std::int64_t>> BacktestPane::delays() const {
    std::vector<std::int64_t> out;
    for (const QString& word : m_delays->text().split(u',', Qt::SkipEmptyParts)) {
        bool good = false;
        const qlonglong seconds = word.trimmed().toLongLong(&good);
        if (!good || seconds < 0 || seconds > kHour || out.size() >= 8) return std::nullopt;
        out.push_back(seconds);
    }
    return out.empty() ? std::nullopt : std::optional{out};
}

void BacktestPane::run() {
    if (m_desk == nullptr || m_running) return;
    bridge::BacktestOrder order;
    QString why;
    order.rules = m_what->currentIndex() == 0 ? ruleAtHand(why) : armedRules();
    if (order.rules == nullptr) {
        m_state->setText(why);
        return;
    }
    const auto seconds = delays();
    if (!seconds) {
        m_state->setText(tr("Entries are whole seconds from 0 to 3600, apart by commas, eight at most."));
        m_delays->setFocus();
        return;
    }
    order.delays = *seconds;
    order.lists = lists();
    order.truth = native(m_truthFile);
    const QString input = m_input->currentData().toString();
    if (input == kBundled) {
        order.recordings = {*m_desk->bundled()};
    } else if (input == kStored) {
        const std::int64_t from = m_from->dateTime().toSecsSinceEpoch();
        order.stored = core::backtest::Span{from, from + m_minutes->value() * std::int64_t{60}};
    } else if (input == kChoose) {
        chooseFiles();
        return;
    } else {
        for (const QString& file : m_recent[input.toUInt()]) order.recordings.push_back(native(file));
    }
    m_order = order;
    m_running = true;
    m_progress->setValue(0);
    m_state->setText(tr("Running: %1 events").arg(0));
    showState();
    m_desk->start(order);
}

void BacktestPane::cancel() {
    if (m_desk != nullptr && m_running) m_desk->cancel();
}

void BacktestPane::ruleChanged() {
    if (m_result != nullptr && !m_running)
        m_state->setText(tr("What is shown was measured before the last change. Run it again."));
}

void BacktestPane::showState() {
    m_run->setText(m_running ? tr("Cancel") : tr("Run"));
    m_run->setEnabled(m_desk != nullptr);
    m_progress->setVisible(m_running);
}

void BacktestPane::show(const bridge::BacktestDesk::Result& result) {
    m_result = result;
    m_figures->clear();
    m_examples->clear();
    // The return at the delay in the middle, which is shown for all.
    const std::size_t delay = m_order.delays.size() / 2;
    m_examples->headerItem()->setText(kReturn, tr("Return, %1 s").arg(m_order.delays[delay]));
    m_examples->setColumnHidden(kRule, result->rules.size() < 2);
    m_examples->setColumnHidden(kRight, m_order.truth.empty());
    QString state = backtestSummary(*result);
    if (!result->warnings.empty()) {
        const std::string& first = result->warnings.front();
        state += QStringLiteral(". ") + tr("%1, the first: %2")
                                            .arg(format::counted(format::Noun::Warning, result->warnings.size()),
                                                 QString::fromStdString(core::sanitizeText(first, 200)));
    }
    m_state->setText(state);
    for (const auto& rule : result->rules) {
        auto* head = new QTreeWidgetItem(m_figures);
        head->setText(0, tr("%1, version %2").arg(QString::fromStdString(rule.id)).arg(rule.version));
        head->setFirstColumnSpanned(true);
        QFont bold = m_figures->font();
        bold.setBold(true);
        head->setFont(0, bold);
        for (const BacktestLine& line : backtestLines(rule, *result, !m_order.truth.empty())) {
            auto* item = new QTreeWidgetItem(
                m_figures, {line.part ? QStringLiteral("   ") + line.name : line.name, line.value, line.range});
            for (int column = 0; column < 3; ++column) {
                item->setToolTip(column, line.meaning);
                if (line.part) item->setForeground(column, theme::palette().dim);
            }
        }
        emit measured(QString::fromStdString(rule.id), rule.version, rule.perDay);
    }
    const QString unknown = tr("unknown");
    const int count = static_cast<int>(std::min<std::size_t>(result->cases.size(), kMostExamples));
    for (int i = 0; i < count; ++i) {
        const core::backtest::Case& each = result->cases[static_cast<std::size_t>(i)];
        const core::Alert& alert = each.alert;
        const auto yes = [&](const std::optional<bool>& is) { return is ? (*is ? tr("yes") : tr("no")) : unknown; };
        QString change = unknown;
        if (delay < each.outcome.entries.size() &&
            each.outcome.entries[delay].state == core::backtest::Outcome::Entry::State::Measured)
            change = format::change(each.outcome.entries[delay].change);
        const auto time = alert.time ? std::optional<std::int64_t>(alert.time->value()) : std::nullopt;
        auto* item = new QTreeWidgetItem(
            m_examples,
            {format::clockTime(time), QString::fromStdString(alert.coin), QString::fromStdString(alert.rule),
             yes(each.right), yes(each.outcome.fell),
             each.outcome.leadSlots ? format::counted(format::Noun::Slot, *each.outcome.leadSlots) : QString(),
             change});
        item->setData(0, kCaseRole, i);
        item->setToolTip(0, format::dateTime(time));
        item->setToolTip(1, phrases::inLanguage(alert.text));
        item->setData(0, Qt::AccessibleTextRole, phrases::inLanguage(alert.text));
    }
    for (int column = 0; column < m_examples->columnCount(); ++column) m_examples->resizeColumnToContents(column);
    m_examplesHead->setText(result->cases.empty() ? tr("no alert in this input")
                            : result->cases.size() > kMostExamples
                                ? tr("first %1 of %2").arg(kMostExamples).arg(format::grouped(result->cases.size()))
                                : tr("%1, double click replays one").arg(format::grouped(result->cases.size())));
}

void BacktestPane::open(const QTreeWidgetItem* item) {
    if (item == nullptr || m_result == nullptr) return;
    const auto at = static_cast<std::size_t>(item->data(0, kCaseRole).toInt());
    if (at >= m_result->cases.size()) return;
    const core::backtest::Case& each = m_result->cases[at];
    QString recording;
    if (each.input < m_order.recordings.size())
        recording = QString::fromStdU16String(m_order.recordings[each.input].u16string());
    emit replayAsked(recording, each.alert);
}

}  // namespace ui
