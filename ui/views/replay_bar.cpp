// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/replay_bar.h"

#include "ui/format/count_text.h"
#include "ui/format/number_text.h"
#include "ui/format/price_text.h"
#include "ui/format/time_text.h"
#include "ui/shell/action_book.h"
#include "ui/theme/palette.h"
#include "ui/theme/small_controls.h"
#include "ui/theme/style.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QProgressBar>
#include <QSignalBlocker>
#include <QSlider>
#include <QTimeZone>
#include <QToolButton>

#include <array>
#include <cmath>

namespace ui {
namespace {

using core::pipeline::ReplayRun;
using core::pipeline::ReplayTarget;

constexpr int kHeight = 30;
constexpr int kPositions = 1'000;
constexpr int kManySlots = 10;
constexpr std::array kSpeeds{0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 25.0, 100.0, 0.0};

QString speedText(double speed) {
    return speed == 0 ? ReplayBar::tr("max") : QString::number(speed, 'g', 4) + QStringLiteral("×");
}

QToolButton* button(const QString& id, const QString& text, const QString& spoken, const QString& tip) {
    auto* out = new QToolButton;
    out->setObjectName(id);
    out->setText(text);
    out->setAccessibleName(spoken);
    out->setToolTip(tip);
    out->setProperty("flat", true);
    out->setFocusPolicy(Qt::TabFocus);
    return out;
}

}  // namespace

std::optional<std::int64_t> typedTime(const QString& text, std::int64_t near) {
    const QString typed = text.trimmed();
    const QDateTime day = QDateTime::fromSecsSinceEpoch(near, QTimeZone::utc());
    for (const QString& form :
         {QStringLiteral("HH:mm:ss"), QStringLiteral("H:mm:ss"), QStringLiteral("HH:mm"), QStringLiteral("H:mm")}) {
        const QTime time = QTime::fromString(typed, form);
        if (!time.isValid()) continue;
        // A recording over midnight: the moment that is nearer.
        std::int64_t best = QDateTime(day.date(), time, QTimeZone::utc()).toSecsSinceEpoch();
        for (const int days : {-1, 1}) {
            const std::int64_t other = best + days * 86'400;
            if (std::abs(other - near) < std::abs(best - near)) best = other;
        }
        return best;
    }
    for (const QString& form : {QStringLiteral("yyyy-MM-dd HH:mm:ss"), QStringLiteral("yyyy-MM-dd HH:mm")}) {
        QDateTime moment = QDateTime::fromString(typed, form);
        if (!moment.isValid()) continue;
        moment.setTimeZone(QTimeZone::utc());
        return moment.toSecsSinceEpoch();
    }
    return std::nullopt;
}

ReplayBar::ReplayBar(bridge::ReplayDesk* desk, const QString& bookmarkFile, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_bookmarks(bookmarkFile) {
    setObjectName(QStringLiteral("replayBar"));
    setAccessibleName(tr("Replay"));
    setFixedHeight(kHeight);
    buildWidgets();
    refresh();
}

void ReplayBar::buildWidgets() {
    m_back = button(QStringLiteral("replayBack"), QStringLiteral("⏮"), tr("Back one slot"),
                    tr("Back one slot (←, with Shift ten; in the chart these keys are the chart's): the recording "
                       "is begun anew and runs to there"));
    m_play = button(QStringLiteral("replayPlay"), {}, tr("Go on"), {});
    m_forward = button(QStringLiteral("replayStep"), QStringLiteral("⏭"), tr("On by one slot"),
                       tr("On by one slot and stand there (→, with Shift ten; in the chart these keys are the "
                          "chart's)"));
    m_flag = button(QStringLiteral("replayFlag"), tr("Next flag"), tr("Run to the next flag"),
                    tr("As fast as possible to the next thing a detector states, and stand there (Ctrl+→)"));
    m_alert = button(QStringLiteral("replayAlert"), tr("Next alert"), tr("Run to the next alert"),
                     tr("As fast as possible to the next alert, and stand there (Ctrl+Shift+→)"));
    connect(m_back, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_play, &QToolButton::clicked, this, &ReplayBar::togglePause);
    connect(m_forward, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_flag, &QToolButton::clicked, this, [this] { m_desk->runToFlag(); });
    connect(m_alert, &QToolButton::clicked, this, [this] { m_desk->runToAlert(); });

    m_speed = new QComboBox;
    m_speed->setObjectName(QStringLiteral("transportSpeed"));
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("How fast it plays; max is as fast as this machine can"));
    for (const double speed : kSpeeds) m_speed->addItem(speedText(speed), speed);
    connect(m_speed, &QComboBox::activated, this,
            [this](int index) { m_desk->setSpeed(m_speed->itemData(index).toDouble()); });

    m_position = new QSlider(Qt::Horizontal);
    m_position->setObjectName(QStringLiteral("replayPosition"));
    m_position->setAccessibleName(tr("Place in the recording"));
    m_position->setToolTip(tr("Drag to another place of the recording"));
    m_position->setRange(0, kPositions);
    m_position->setFocusPolicy(Qt::TabFocus);
    connect(m_position, &QSlider::sliderReleased, this, [this] {
        ReplayTarget target;
        target.progress = static_cast<double>(m_position->value()) / kPositions;
        m_desk->jump(target);
    });

    m_progress = new QProgressBar;
    m_progress->setObjectName(QStringLiteral("replayProgress"));
    m_progress->setAccessibleName(tr("On the way"));
    m_progress->setFixedHeight(14);
    m_cancel = button(QStringLiteral("replayCancel"), tr("Cancel"), tr("Stop the run here"),
                      tr("Stop the run and stand where it is"));
    connect(m_cancel, &QToolButton::clicked, this, [this] { m_desk->cancelRun(); });

    m_where = new QLabel;
    m_where->setObjectName(QStringLiteral("replayWhere"));
    m_where->setTextFormat(Qt::PlainText);
    m_where->setFont(theme::font(11));

    m_time = new QLineEdit;
    m_time->setObjectName(QStringLiteral("replayTime"));
    m_time->setAccessibleName(tr("Jump to a time"));
    m_time->setPlaceholderText(tr("to 14:22:07"));
    m_time->setToolTip(tr("Time of the chain, UTC, with or without a date; Enter jumps there"));
    m_time->setFixedWidth(96);
    connect(m_time, &QLineEdit::returnPressed, this, &ReplayBar::jumpToTyped);

    m_marks = button(QStringLiteral("replayBookmarks"), tr("Bookmarks ▾"), tr("Bookmarks"),
                     tr("Named moments of this recording"));
    m_marks->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_marks);
    menu->setObjectName(QStringLiteral("replayBookmarkMenu"));
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        fillBookmarkMenu(*menu);
    });
    m_marks->setMenu(menu);

    m_endText = theme::plainLabel(QStringLiteral("replayEnd"), theme::font(11), theme::palette().text);
    m_endText->setText(tr("The recording has ended; everything stays on the screen."));
    m_again = button(QStringLiteral("replayAgain"), tr("Play again"), tr("Play again from the start"),
                     tr("Begins the recording anew (Space)"));
    m_live = button(QStringLiteral("replayLive"), tr("Connect live"), tr("Connect live"),
                    tr("Leaves the recording and shows what happens now"));
    connect(m_again, &QToolButton::clicked, this, &ReplayBar::togglePause);
    connect(m_live, &QToolButton::clicked, this, &ReplayBar::liveAsked);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 2, 8, 3);
    layout->setSpacing(4);
    for (QWidget* one : {static_cast<QWidget*>(m_back), static_cast<QWidget*>(m_play),
                         static_cast<QWidget*>(m_forward), static_cast<QWidget*>(m_speed)})
        layout->addWidget(one);
    layout->addSpacing(4);
    layout->addWidget(m_position, 1);
    layout->addWidget(m_progress, 1);
    layout->addWidget(m_cancel);
    layout->addSpacing(4);
    layout->addWidget(m_where);
    layout->addSpacing(4);
    layout->addWidget(m_time);
    layout->addWidget(m_flag);
    layout->addWidget(m_alert);
    layout->addWidget(m_endText);
    layout->addWidget(m_again);
    layout->addWidget(m_live);
    layout->addWidget(m_marks);
}

void ReplayBar::addActions(ActionBook& book) {
    const auto add = [&](const char* id, const QString& text, const QKeySequence& keys, auto act) {
        m_actions.push_back(book.add(QLatin1String(id), tr("Replay"), text, keys, act));
    };
    add("actionReplayPause", tr("Replay: pause or go on"), Qt::Key_Space, [this] {
        // The key that presses a button goes on pressing the one that has the focus.
        QWidget* focused = QApplication::focusWidget();
        if (auto* pressed = qobject_cast<QAbstractButton*>(focused))
            pressed->click();
        else if (auto* box = qobject_cast<QComboBox*>(focused))
            box->showPopup();
        else
            togglePause();
    });
    add("actionReplayStep", tr("Replay: on by one slot"), Qt::Key_Right, [this] { step(1); });
    add("actionReplayBack", tr("Replay: back one slot"), Qt::Key_Left, [this] { step(-1); });
    add("actionReplayStepMany", tr("Replay: on by ten slots"), Qt::SHIFT | Qt::Key_Right,
        [this] { step(kManySlots); });
    add("actionReplayBackMany", tr("Replay: back ten slots"), Qt::SHIFT | Qt::Key_Left,
        [this] { step(-kManySlots); });
    add("actionReplayFlag", tr("Replay: run to the next flag"), Qt::CTRL | Qt::Key_Right,
        [this] { m_desk->runToFlag(); });
    add("actionReplayAlert", tr("Replay: run to the next alert"), Qt::CTRL | Qt::SHIFT | Qt::Key_Right,
        [this] { m_desk->runToAlert(); });
    add("actionReplayCancel", tr("Replay: stop the run here"), {}, [this] { m_desk->cancelRun(); });
    add("actionReplayBookmark", tr("Replay: bookmark this moment…"), Qt::CTRL | Qt::Key_B,
        [this] { addBookmark(); });
    refresh();
}

void ReplayBar::refresh() {
    const auto state = m_desk == nullptr ? std::nullopt : m_desk->replayState();
    setVisible(state.has_value());
    // Keys that move a replay are those of the chart where none is.
    for (QAction* action : m_actions) action->setEnabled(state.has_value());
    if (state) showState(*state);
    m_state = state;
}

QString ReplayBar::stateText() const {
    if (!m_state) return {};
    switch (m_state->run) {
        case ReplayRun::ToFlag: return tr("running to the next flag");
        case ReplayRun::ToAlert: return tr("running to the next alert");
        case ReplayRun::ToTarget: return tr("running");
        case ReplayRun::Step: return tr("stepping");
        case ReplayRun::Play: break;
    }
    if (m_state->ended) return tr("recording ended");
    return m_state->paused ? tr("paused") : QString();
}

bool ReplayBar::running() const {
    return m_state && m_state->run != ReplayRun::Play && m_state->run != ReplayRun::Step;
}

void ReplayBar::showState(const core::pipeline::ReplayState& state) {
    const bool playing = !state.paused && !state.ended;
    const QString play = playing ? QStringLiteral("⏸") : state.ended ? QStringLiteral("↺") : QStringLiteral("▶");
    if (m_play->text() != play) {
        m_play->setText(play);
        const QString name = playing ? tr("Pause") : state.ended ? tr("Play again from the start") : tr("Go on");
        m_play->setAccessibleName(name);
        m_play->setToolTip(name + tr(" (Space)"));
    }
    const bool runs = state.run != ReplayRun::Play && state.run != ReplayRun::Step;
    m_position->setVisible(!runs);
    m_progress->setVisible(runs);
    m_cancel->setVisible(runs);
    if (runs) {
        m_progress->setRange(0, state.runProgress ? kPositions : 0);
        if (state.runProgress) m_progress->setValue(static_cast<int>(std::lround(*state.runProgress * kPositions)));
    } else if (!m_position->isSliderDown()) {
        m_position->setValue(static_cast<int>(std::lround(state.progress * kPositions)));
    }
    if (!m_state || m_state->speed != state.speed) {
        int index = m_speed->findData(state.speed);
        if (index < 0) {
            m_speed->addItem(speedText(state.speed), state.speed);
            index = m_speed->count() - 1;
        }
        m_speed->setCurrentIndex(index);
    }
    const QString where =
        tr("%1 · slot %2 · %3%")
            .arg(format::clockTime(state.time), state.slot ? format::grouped(*state.slot) : format::unknown())
            .arg(static_cast<int>(std::floor(state.progress * 100)));
    if (m_where->text() != where) m_where->setText(where);
    m_where->setToolTip(state.time ? tr("%1; %2, %3 and %4 so far")
                                         .arg(format::dateTime(state.time),
                                              format::counted(format::Noun::Message, state.frames),
                                              format::counted(format::Noun::Flag, state.flags),
                                              format::counted(format::Noun::Alert, state.alerts))
                                   : QString());
    showEnd(state.ended);
    m_back->setEnabled(state.slot.has_value());
}

// Where nothing is left to run to, what can be done next takes the room.
void ReplayBar::showEnd(bool ended) {
    m_forward->setEnabled(!ended);
    for (QToolButton* one : {m_flag, m_alert}) one->setVisible(!ended);
    m_endText->setVisible(ended);
    m_again->setVisible(ended);
    m_live->setVisible(ended && m_liveOffered);
}

void ReplayBar::togglePause() {
    if (!m_desk) return;
    const auto state = m_desk->replayState();
    if (!state) return;
    if (state->paused || state->ended)
        m_desk->resume();
    else
        m_desk->pause();
    refresh();
}

void ReplayBar::step(int count) {
    if (!m_desk || !m_desk->replayState()) return;
    m_desk->step(count);
    refresh();
}

void ReplayBar::jumpToTyped() {
    const auto state = m_desk->replayState();
    if (!state) return;
    const auto time = typedTime(m_time->text(), state->time.value_or(QDateTime::currentSecsSinceEpoch()));
    if (!time) {
        emit said(tr("%1 is no time. Type one like 14:22:07 or 2026-11-23 14:22:07, UTC.").arg(m_time->text()));
        return;
    }
    ReplayTarget target;
    target.time = *time;
    m_desk->jump(target);
    m_time->clear();
    m_time->clearFocus();
}

QString ReplayBar::recording() const {
    return m_desk ? QString::fromStdString(m_desk->replayName()) : QString();
}

void ReplayBar::addBookmark() {
    const auto state = m_desk->replayState();
    if (!state || (!state->slot && !state->time)) {
        emit said(tr("Nothing was played yet: a bookmark needs a moment."));
        return;
    }
    ReplayBookmark mark;
    if (state->slot)
        mark.target.slot = state->slot;
    else
        mark.target.time = state->time;
    auto* dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("bookmarkDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Bookmark"));
    dialog->setLabelText(tr("Name of this moment"));
    dialog->setTextValue(format::clockTime(state->time));
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, mark, recording = recording()](const QString& name) mutable {
                mark.name = name;
                if (!m_bookmarks.add(recording, mark))
                    emit said(
                        tr("The bookmark was not kept: it needs a name, and the folder of the settings must be "
                           "writable."));
            });
    dialog->open();
}

void ReplayBar::fillBookmarkMenu(QMenu& menu) {
    menu.addAction(tr("Bookmark this moment…"), this, &ReplayBar::addBookmark)->setShortcut(Qt::CTRL | Qt::Key_B);
    const auto& marks = m_bookmarks.of(recording());
    if (marks.empty()) return;
    menu.addSeparator();
    for (const ReplayBookmark& mark : marks)
        menu.addAction(mark.name, this, [this, target = mark.target] { m_desk->jump(target); });
    menu.addSeparator();
    QMenu* remove = menu.addMenu(tr("Delete"));
    for (const ReplayBookmark& mark : marks)
        remove->addAction(mark.name, this,
                          [this, name = mark.name] { (void)m_bookmarks.remove(recording(), name); });
}

void ReplayBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme::palette().bar);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme::palette().line);
}

}  // namespace ui
