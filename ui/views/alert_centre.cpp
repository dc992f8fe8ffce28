// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/alert_centre.h"

#include "ui/bridge/delivery_desk.h"
#include "ui/format/alert_text.h"
#include "ui/format/count_text.h"
#include "ui/format/number_text.h"
#include "ui/format/time_text.h"
#include "ui/format/token_text.h"
#include "ui/models/alert_export.h"
#include "ui/models/alert_table_model.h"
#include "ui/theme/palette.h"
#include "ui/theme/small_controls.h"
#include "ui/theme/style.h"
#include "ui/views/data_table.h"
#include "ui/views/elided_label.h"
#include "ui/views/pane_head.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QDateTime>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSaveFile>
#include <QSettings>
#include <QShortcut>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <unordered_set>
#include <utility>

namespace ui {
namespace {

constexpr int kListEvery = 250;       // milliseconds
constexpr int kSearchAfter = 250;     // milliseconds without a key
constexpr int kAfterVerdict = 1'500;  // milliseconds
constexpr int kReadEvery = 30'000;    // milliseconds
constexpr std::size_t kMostSteps = 200;
constexpr int kLongestReason = 200;
constexpr QLatin1String kColumnsKey("alerts/centre_columns");

}  // namespace

AlertCentre::AlertCentre(QWidget* parent) : QWidget(parent), m_model(new AlertTableModel(this)) {
    setObjectName(QStringLiteral("alertCentre"));
    setAccessibleName(tr("Alert centre"));
    auto* head = new PaneHead(tr("Alert centre"));
    m_count = head->addNote(QStringLiteral("alertCentreCount"));
    m_trouble = new ElidedLabel;
    m_trouble->setObjectName(QStringLiteral("alertCentreTrouble"));
    m_trouble->setTextFormat(Qt::PlainText);
    m_trouble->setFont(theme::font(11));
    m_trouble->setStyleSheet(QStringLiteral("color:") + theme::palette().attention.name());
    m_trouble->hide();
    head->addControl(m_trouble);
    m_table = new DataTable(m_model, QStringLiteral("alertTable"), tr("Alerts, newest first"));
    constexpr int kFewRows = 88;
    m_table->setMinimumHeight(kFewRows);
    m_table->installEventFilter(this);
    for (const int column : {AlertTableModel::Group, AlertTableModel::Reason})
        m_table->setColumnHidden(column, true);
    connect(m_table, &DataTable::rowOpened, this, &AlertCentre::open);
    connect(m_table, &DataTable::said, this, &AlertCentre::said);
    m_table->fillMenu = [this](QMenu& menu, int row) {
        if (!m_table->selectionModel()->isRowSelected(row, {})) m_table->selectRow(row);
        fillRowMenu(menu);
    };

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(makeFilters());
    layout->addWidget(m_table, 1);
    layout->addWidget(makeActions());
    setMinimumWidth(240);

    const auto enable = [this] {
        const bool any = current() != nullptr;
        for (QToolButton* button : m_rowActions) button->setEnabled(any);
    };
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, enable);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, enable);
    connect(m_model, &QAbstractItemModel::modelReset, this, enable);
    enable();
    auto* find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, this, &AlertCentre::focusSearch);
    m_listTimer.setSingleShot(true);
    connect(&m_listTimer, &QTimer::timeout, this, &AlertCentre::list);
    m_askTimer.setSingleShot(true);
    connect(&m_askTimer, &QTimer::timeout, this, &AlertCentre::ask);
    list();
}

QWidget* AlertCentre::makeFilters() {
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(6, 3, 6, 3);
    row->setSpacing(6);
    auto* group = new QButtonGroup(this);
    const std::array<const char*, 4> ids{"alertsAll", "alertsDiscovery", "alertsDefence", "alertsHighSignal"};
    for (std::size_t i = 0; i < ids.size(); ++i) {
        m_groups[i] = theme::flatButton(QLatin1String(ids[i]), {});
        m_groups[i]->setCheckable(true);
        group->addButton(m_groups[i], static_cast<int>(i));
        row->addWidget(m_groups[i]);
    }
    m_groups[1]->setToolTip(tr("What to look at early"));
    m_groups[2]->setToolTip(tr("What to get out of in time"));
    m_groups[3]->setToolTip(tr("What seldom happens and mostly matters"));
    m_groups[0]->setChecked(true);
    connect(group, &QButtonGroup::idClicked, this, [this](int id) {
        m_filter.group = id == 0 ? std::nullopt : std::optional{static_cast<core::AlertGroup>(id - 1)};
        changed(true);
    });
    m_unjudged = new QCheckBox(tr("Without a verdict"));
    m_unjudged->setObjectName(QStringLiteral("alertsUnjudged"));
    m_unjudged->setAccessibleName(m_unjudged->text());
    m_unjudged->setToolTip(tr("Lists alerts you have not judged yet"));
    connect(m_unjudged, &QCheckBox::toggled, this, [this](bool on) {
        m_filter.unjudged = on;
        changed(true);
    });
    row->addWidget(m_unjudged);
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("alertSearch"));
    m_search->setAccessibleName(tr("Search in alerts"));
    m_search->setPlaceholderText(tr("Search coin, rule or words (Ctrl+F)"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(kLongestReason);
    m_search->setMinimumWidth(80);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter.search(text);
        changed(true);
        m_askTimer.start(kSearchAfter);
    });
    row->addWidget(m_search, 1);
    return bar;
}

QWidget* AlertCentre::makeActions() {
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(6, 2, 6, 2);
    row->setSpacing(4);
    const auto add = [&](const char* id, const QString& text, const QString& toolTip, auto run) {
        QToolButton* button = theme::flatButton(QLatin1String(id), text, toolTip);
        connect(button, &QToolButton::clicked, this, run);
        row->addWidget(button);
        m_rowActions.push_back(button);
        return button;
    };
    add("alertTrue", tr("✓ True"), tr("It was right (T)"), [this] { judge(true); });
    add("alertFalse", tr("✗ False"), tr("It was wrong (F); with a reason: Shift+F"), [this] { judge(false); });
    add("alertUnjudge", tr("No verdict"), tr("Takes the verdict back (U)"), [this] { judge(std::nullopt); });
    add("alertOpen", tr("Open at candle"), tr("Opens the coin at the candle of the alert (Enter)"),
        [this] { open(); });
    add("alertEvidence", tr("Evidence"), tr("Opens what the alert rests on (E)"), [this] { evidence(); });
    m_mute = theme::flatButton(QStringLiteral("alertMute"), tr("Mute ▾"),
                               tr("Goes on listing a coin or a rule and says nothing of it anywhere else (M)"));
    m_mute->setAccessibleName(tr("Mute"));
    m_mute->setPopupMode(QToolButton::InstantPopup);
    auto* mutes = new QMenu(m_mute);
    connect(mutes, &QMenu::aboutToShow, this, [this, mutes] {
        mutes->clear();
        fillMuteMenu(*mutes);
    });
    m_mute->setMenu(mutes);
    m_mute->setStyleSheet(QStringLiteral("QToolButton::menu-indicator{image:none;width:0}"));
    row->addWidget(m_mute);
    row->addStretch();
    auto* out = theme::flatButton(QStringLiteral("alertExport"), tr("Export ▾"),
                                  tr("Writes the selected alerts, or all that are listed"));
    out->setAccessibleName(tr("Export"));
    out->setPopupMode(QToolButton::InstantPopup);
    out->setStyleSheet(QStringLiteral("QToolButton::menu-indicator{image:none;width:0}"));
    auto* formats = new QMenu(out);
    formats->addAction(tr("As CSV…"), this, [this] { askExport(false); });
    formats->addAction(tr("As JSON…"), this, [this] { askExport(true); });
    out->setMenu(formats);
    row->addWidget(out);
    return bar;
}

void AlertCentre::setDelivery(bridge::DeliveryDesk* delivery) {
    m_delivery = delivery;
    m_mute->setEnabled(delivery != nullptr);
    if (delivery == nullptr) return;
    connect(delivery, &bridge::DeliveryDesk::deliveryChanged, this, &AlertCentre::takeMutes);
    takeMutes();
}

void AlertCentre::takeMutes() {
    std::unordered_set<core::Mint> coins;
    std::unordered_set<std::string> rules;
    for (const bridge::Mute& mute : m_delivery->mutes()) {
        if (mute.coin)
            coins.insert(*mute.coin);
        else
            rules.insert(mute.rule);
    }
    m_book.setMuted(std::move(coins), std::move(rules));
    changed(true);
}

void AlertCentre::begin(const bridge::SessionInfo& info) {
    m_keeps = info.keeps;
    m_mode = info.mode;
    m_book.clear();
    m_undo.clear();
    m_redo.clear();
    m_model->drop();
    m_trouble->hide();
    m_model->setReport(nullptr);
    emit reportChanged(nullptr);
    if (isVisible() || m_fallsWanted) ask();
    changed(true);
}

void AlertCentre::show(const core::pipeline::Snapshot& snapshot) {
    m_mode = snapshot.mode;
    const bool fresh = m_book.take(snapshot);
    takeHistory();
    if (fresh) changed(false);
}

void AlertCentre::setFallsWanted(bool wanted) {
    if (std::exchange(m_fallsWanted, wanted) != wanted && wanted) ask();
}

void AlertCentre::ask() {
    if (m_desk == nullptr || !m_keeps) return;
    core::review::AlertWish wish;
    wish.search = m_search->text().trimmed().toStdString();
    // While somebody searches, what is known about the rules stands.
    wish.calibration = wish.search.empty();
    wish.falls = m_fallsWanted;
    m_desk->askAlerts(wish);
    m_askTimer.start(kReadEvery);
}

void AlertCentre::takeHistory() {
    if (m_desk == nullptr || !m_keeps) return;
    const auto history = m_desk->alertHistory();
    if (!m_book.take(history)) return;
    if (history && history->calibration) {
        m_model->setReport(history->calibration);
        emit reportChanged(history->calibration);
    }
    const QString error = history ? QString::fromStdString(history->error) : QString();
    m_trouble->setVisible(!error.isEmpty());
    if (!error.isEmpty()) {
        const QString sentence =
            tr("Stored alerts: %1. Alerts of this session are listed all the same.").arg(error);
        m_trouble->setText(sentence);
        m_trouble->setToolTip(format::plainToolTip(sentence));
    }
    changed(false);
}

void AlertCentre::changed(bool atOnce) {
    const bool due = !m_listed.isValid() || m_listed.hasExpired(kListEvery);
    if (atOnce || due)
        list();
    else if (!m_listTimer.isActive())
        m_listTimer.start(kListEvery);
}

void AlertCentre::list() {
    m_listTimer.stop();
    m_listed.start();
    m_table->keepPlace([this] { m_model->setContents(m_book.rows(m_filter)); });
    tellCounts();
    if (m_book.size() == 0)
        m_table->setEmptyText(m_mode == core::pipeline::Mode::Replay
                                  ? tr("No alert in this replay yet. Its alerts are listed here alone; “next "
                                       "alert” in the replay bar "
                                       "runs to the first one.")
                                  : tr("No alerts yet. Rules report here when a cabal buys in, a dev sells or a "
                                       "pump starts. How they "
                                       "are said is chosen in Settings, Alerts."));
    else
        m_table->setEmptyText(tr("No alert fits. Choose “All”, or clear the search."));
    auto priced =
        isVisible() ? m_book.coins(m_filter, core::pipeline::Interest::kMostPriced) : std::vector<core::Mint>{};
    if (priced == m_priced) return;
    m_priced = std::move(priced);
    emit wishChanged();
}

void AlertCentre::tellCounts() {
    using core::AlertGroup;
    const std::array<std::optional<AlertGroup>, 4> groups{std::nullopt, AlertGroup::Discovery, AlertGroup::Defence,
                                                          AlertGroup::HighSignal};
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const QString name = groups[i] ? format::alertGroupText(*groups[i]) : tr("All");
        const auto count = m_book.count(m_filter, groups[i]);
        m_groups[i]->setText(name + u' ' + format::grouped(count));
        m_groups[i]->setAccessibleName(tr("%1, %2").arg(name, format::counted(format::Noun::Alert, count)));
    }
    const auto history = m_desk != nullptr && m_keeps ? m_desk->alertHistory() : nullptr;
    QString note = m_mode == core::pipeline::Mode::Replay      ? tr("of this replay")
                   : m_mode == core::pipeline::Mode::Simulated ? tr("of a simulated market")
                                                               : QString();
    if (history) {
        note = tr("%1 stored").arg(format::grouped(history->stored));
        if (history->more) note += QStringLiteral(" · ") + tr("the newest are listed, a search looks in all");
    }
    m_count->setText(note);
}

const AlertRow* AlertCentre::current() const {
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? &m_model->row(index.row()) : nullptr;
}

std::vector<const AlertRow*> AlertCentre::chosen() const {
    std::vector<const AlertRow*> out;
    for (const int row : m_table->chosenRows()) out.push_back(&m_model->row(row));
    if (out.empty() && current() != nullptr) out.push_back(current());
    return out;
}

void AlertCentre::judge(std::optional<bool> verdict, const std::string& reason) {
    Step step;
    std::size_t refused = 0;
    for (const AlertRow* row : chosen()) {
        if (!row->judgeable)
            ++refused;
        else if (row->verdict != verdict || row->reason != reason)
            step.push_back({row->key, verdict, reason});
    }
    if (refused != 0) emit said(tr("Alerts stored by an older version cannot be judged."));
    if (step.empty()) return;
    m_undo.push_back(apply(step));
    if (m_undo.size() > kMostSteps) m_undo.erase(m_undo.begin());
    m_redo.clear();
    if (!m_keeps)
        emit said(tr("Verdicts on this session are not stored: they go when it is closed. Ctrl+Z undoes."));
}

void AlertCentre::judgeWithReason() {
    if (current() == nullptr) return;
    auto* dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("verdictReason"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Wrong, because"));
    dialog->setLabelText(tr("Why the alert was wrong; it stays on this machine"));
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this](const QString& text) { judge(false, text.simplified().left(kLongestReason).toStdString()); });
    dialog->open();
}

AlertCentre::Step AlertCentre::apply(const Step& step) {
    Step back;
    for (const Judgement& one : step) {
        AlertBook::Judged before = m_book.verdictOf(one.key);
        back.push_back({one.key, before.verdict, std::move(before.reason)});
        m_book.judge(one.key, one.verdict, one.reason);
        if (m_desk != nullptr && m_keeps) m_desk->judgeAlert(one.key, one.verdict, one.reason);
    }
    changed(true);
    // What is known about the rule follows once the verdict is stored.
    if (m_keeps) m_askTimer.start(kAfterVerdict);
    return back;
}

void AlertCentre::undo() {
    if (m_undo.empty()) {
        emit said(tr("No verdict to undo."));
        return;
    }
    m_redo.push_back(apply(m_undo.back()));
    m_undo.pop_back();
}

void AlertCentre::redo() {
    if (m_redo.empty()) return;
    m_undo.push_back(apply(m_redo.back()));
    m_redo.pop_back();
}

void AlertCentre::open() {
    if (const AlertRow* row = current()) {
        const auto alert = row->alert;
        emit openAsked(*alert);
    }
}

void AlertCentre::evidence() {
    if (const AlertRow* row = current()) {
        const auto alert = row->alert;
        emit evidenceAsked(*alert);
    }
}

void AlertCentre::fillMuteMenu(QMenu& menu) {
    if (m_delivery == nullptr) return;
    const std::int64_t now = QDateTime::currentSecsSinceEpoch();
    const auto offer = [&](const QString& name, const bridge::Mute& what) {
        constexpr std::int64_t kHour = 3'600;
        const auto add = [&](const QString& text, std::int64_t until) {
            menu.addAction(text, this, [this, what, until] {
                bridge::Mute mute = what;
                mute.until = until;
                m_delivery->mute(mute);
            });
        };
        add(tr("Mute %1 for an hour").arg(name), now + kHour);
        add(tr("Mute %1 for eight hours").arg(name), now + 8 * kHour);
        add(tr("Mute %1 until it is lifted").arg(name), bridge::DeliveryDesk::kForEver);
        menu.addSeparator();
    };
    if (const AlertRow* row = current()) {
        const core::Alert& alert = *row->alert;
        if (alert.mint) offer(QString::fromStdString(alert.coin), {alert.mint, {}, 0});
        offer(tr("the rule %1").arg(format::ruleText(alert.rule)), {std::nullopt, alert.rule, 0});
    }
    const auto mutes = m_delivery->mutes();
    for (const bridge::Mute& mute : mutes) {
        const QString name = mute.coin ? format::shortKey(mute.coin->base58()) : format::ruleText(mute.rule);
        const QString text = mute.until >= bridge::DeliveryDesk::kForEver
                                 ? tr("Lift the mute of %1").arg(name)
                                 : tr("Lift the mute of %1 (until %2)").arg(name, format::dateTime(mute.until));
        menu.addAction(text, this, [this, mute] {
            bridge::Mute lifted = mute;
            lifted.until = 0;
            m_delivery->mute(lifted);
        });
    }
    if (menu.isEmpty()) menu.addAction(tr("Choose an alert first"))->setEnabled(false);
}

void AlertCentre::fillRowMenu(QMenu& menu) {
    menu.addAction(tr("Open at its candle"), this, [this] { open(); });
    menu.addAction(tr("Evidence"), this, [this] { evidence(); });
    menu.addAction(tr("Replay from here"), this, [this] {
        if (const AlertRow* row = current()) emit replayAsked(*row->alert);
    });
    menu.addSeparator();
    menu.addAction(tr("True"), this, [this] { judge(true); });
    menu.addAction(tr("False"), this, [this] { judge(false); });
    menu.addAction(tr("False, because…"), this, [this] { judgeWithReason(); });
    menu.addAction(tr("Take the verdict back"), this, [this] { judge(std::nullopt); });
    menu.addSeparator();
    fillMuteMenu(*menu.addMenu(tr("Mute")));
}

void AlertCentre::askExport(bool json) {
    const QString ending = json ? QStringLiteral("json") : QStringLiteral("csv");
    auto* dialog = new QFileDialog(this, tr("Export alerts"), QStringLiteral("alerts.") + ending,
                                   json ? tr("JSON (*.json)") : tr("Comma-separated values (*.csv)"));
    dialog->setObjectName(QStringLiteral("alertExportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    connect(dialog, &QFileDialog::fileSelected, this, [this, json](const QString& file) {
        emit said(exportTo(file, json) ? tr("Wrote %1").arg(file)
                                       : tr("%1 could not be written; choose another folder").arg(file));
    });
    dialog->open();
}

bool AlertCentre::exportTo(const QString& file, bool json) const {
    if (!json) return m_table->exportCsv(file);
    std::vector<std::shared_ptr<const AlertRow>> rows;
    const QList<int> chosenRows = m_table->chosenRows();
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (chosenRows.isEmpty() || chosenRows.contains(row))
            rows.push_back(std::make_shared<const AlertRow>(m_model->row(row)));
    QSaveFile out(file);
    const QByteArray document = alertsJson(rows);
    return out.open(QIODevice::WriteOnly) && out.write(document) == document.size() && out.commit();
}

void AlertCentre::restoreColumns(const QSettings& settings) {
    m_table->restoreColumns(settings.value(kColumnsKey).toByteArray());
}

void AlertCentre::saveColumns(QSettings& settings) const {
    settings.setValue(kColumnsKey, m_table->columnState());
}

void AlertCentre::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool AlertCentre::eventFilter(QObject* watched, QEvent* event) {
    const bool asked = event->type() == QEvent::ShortcutOverride;
    if (!asked && event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (watched == m_search) {
        const bool leaves = key->key() == Qt::Key_Down || key->key() == Qt::Key_Escape;
        if (!leaves || asked) return QWidget::eventFilter(watched, event);
        if (key->key() == Qt::Key_Escape) m_search->clear();
        m_table->setFocus(Qt::ShortcutFocusReason);
        if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0) m_table->selectRow(0);
        return true;
    }
    std::function<void()> run;
    if (key->matches(QKeySequence::Undo)) {
        run = [this] { undo(); };
    } else if (key->matches(QKeySequence::Redo)) {
        run = [this] { redo(); };
    } else if (key->modifiers() == Qt::ShiftModifier && key->key() == Qt::Key_F) {
        run = [this] { judgeWithReason(); };
    } else if (key->modifiers() == Qt::NoModifier) {
        switch (key->key()) {
            case Qt::Key_T: run = [this] { judge(true); }; break;
            case Qt::Key_F: run = [this] { judge(false); }; break;
            case Qt::Key_U: run = [this] { judge(std::nullopt); }; break;
            case Qt::Key_E: run = [this] { evidence(); }; break;
            case Qt::Key_M:
                run = [this] {
                    if (m_mute->isEnabled()) m_mute->showMenu();
                };
                break;
            default: break;
        }
    }
    if (!run) return QWidget::eventFilter(watched, event);
    // Letters mean something else elsewhere in the window.
    event->accept();
    if (!asked) run();
    return true;
}

void AlertCentre::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    ask();
    changed(true);
}

void AlertCentre::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    if (!m_fallsWanted) m_askTimer.stop();
    changed(true);
}

}  // namespace ui
