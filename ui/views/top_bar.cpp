// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/top_bar.h"

#include "ui/format/number_text.h"
#include "ui/format/time_text.h"
#include "ui/format/token_text.h"
#include "ui/models/health_text.h"
#include "ui/theme/palette.h"
#include "ui/theme/small_controls.h"
#include "ui/theme/style.h"
#include "ui/views/tone_color.h"

#include <QAction>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace ui {
namespace {

constexpr int kBarHeight = 36;
constexpr int kLongestSearch = 2048;

}  // namespace

TopBar::TopBar(QWidget* parent)
    : QWidget(parent),
      m_search(new QLineEdit),
      m_badge(new QLabel),
      m_session(new QLabel),
      m_menuButton(new QToolButton),
      m_workspaces(new QButtonGroup(this)),
      m_workspaceRow(new QHBoxLayout) {
    setObjectName(QStringLiteral("topBar"));
    setAccessibleName(tr("Tool bar"));
    setFixedHeight(kBarHeight);
    auto* name = new QLabel(QStringLiteral("Cabalscope"));
    name->setFont(theme::font(13, true));
    name->setStyleSheet(QStringLiteral("color:") + theme::palette().strong.name());
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setAccessibleName(tr("Search by mint address or ticker"));
    m_search->setPlaceholderText(tr("Paste a mint address, a link or a ticker  ·  Ctrl+K"));
    m_search->setMaxLength(kLongestSearch);
    m_search->setMaximumWidth(460);
    m_search->setMinimumWidth(160);
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::returnPressed, this,
            [this] { emit searchSubmitted(m_search->text().trimmed()); });
    connect(m_search, &QLineEdit::textEdited, this, [this](const QString& text) {
        // A whole address needs no Enter.
        if (format::findMint(text)) emit searchSubmitted(text.trimmed());
    });

    m_badge->setObjectName(QStringLiteral("modeBadge"));
    m_badge->setTextFormat(Qt::PlainText);
    m_badge->setFont(theme::font(11, true));
    m_session->setObjectName(QStringLiteral("sessionTitle"));
    m_session->setTextFormat(Qt::PlainText);
    m_session->setFont(theme::font(11));
    m_session->setStyleSheet(QStringLiteral("color:") + theme::palette().dim.name());

    m_bell = theme::flatButton(QStringLiteral("alertBell"), tr("Alerts"), tr("Opens the alert centre"));
    connect(m_bell, &QToolButton::clicked, this, &TopBar::alertsAsked);
    m_menuButton->setObjectName(QStringLiteral("sessionMenu"));
    m_menuButton->setAccessibleName(tr("Menu"));
    m_menuButton->setText(QStringLiteral("☰"));
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_menuButton);
    menu->setObjectName(QStringLiteral("sessionMenuItems"));
    m_menuButton->setMenu(menu);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 0, 8, 0);
    layout->setSpacing(12);
    layout->addWidget(name);
    m_workspaceRow->setSpacing(1);
    layout->addLayout(m_workspaceRow);
    connect(m_workspaces, &QButtonGroup::idClicked, this, &TopBar::workspaceChosen);
    layout->addWidget(m_search, 3);
    layout->addWidget(m_badge, 0, Qt::AlignVCenter);
    layout->addWidget(m_session);
    layout->addStretch(2);
    layout->addWidget(m_bell);
    layout->addWidget(m_menuButton);
    clear();
}

void TopBar::setWorkspaces(const QStringList& names, int current) {
    QStringList before;
    for (int i = 0; i < m_workspaces->buttons().size(); ++i) before << m_workspaces->button(i)->text();
    if (before == names) {
        if (QAbstractButton* button = m_workspaces->button(current)) button->setChecked(true);
        return;
    }
    for (QAbstractButton* button : m_workspaces->buttons()) {
        m_workspaces->removeButton(button);
        m_workspaceRow->removeWidget(button);
        button->hide();
        button->deleteLater();
    }
    for (int i = 0; i < names.size(); ++i) {
        auto* button = new QToolButton;
        button->setObjectName(QStringLiteral("workspace%1").arg(i + 1));
        button->setText(names[i]);
        button->setAccessibleName(tr("Workspace %1").arg(names[i]));
        button->setToolTip(i < 9 ? tr("Workspace %1 (Ctrl+%2)").arg(names[i]).arg(i + 1)
                                 : tr("Workspace %1").arg(names[i]));
        button->setCheckable(true);
        button->setChecked(i == current);
        button->setProperty("flat", true);
        m_workspaces->addButton(button, i);
        m_workspaceRow->addWidget(button);
    }
}

void TopBar::setUnread(std::uint64_t alerts) {
    if (alerts == m_unread) return;
    m_unread = alerts;
    const auto& colors = theme::palette();
    m_bell->setText(alerts == 0 ? tr("Alerts") : tr("Alerts") + u' ' + format::grouped(alerts));
    m_bell->setAccessibleName(alerts == 0 ? tr("Alerts") : tr("Alerts, %1 not seen yet").arg(alerts));
    m_bell->setStyleSheet(alerts == 0 ? QString()
                                      : QStringLiteral("color:%1; background:%2; border-radius:3px")
                                            .arg(colors.danger.name(), colors.dangerSoft.name()));
}

void TopBar::addSessionAction(QAction* action) {
    m_menuButton->menu()->addAction(action);
}

QMenu& TopBar::menu() const {
    return *m_menuButton->menu();
}

void TopBar::setSessionTitle(const QString& title) {
    m_session->setText(title);
}

void TopBar::show(const core::pipeline::Snapshot& snapshot) {
    const Badge badge = modeBadge(snapshot.mode, snapshot.health);
    const QString clock =
        snapshot.asOfTime ? u' ' + format::clockTime(snapshot.asOfTime) + QStringLiteral(" UTC") : QString();
    m_clock = badge.text + clock;
    showBadge();
    const QString sheet = QStringLiteral("color:%1; background:%2; padding:3px 8px; border-radius:3px")
                              .arg(toneInk(badge.tone).name(), toneFill(badge.tone).name());
    if (m_badge->styleSheet() != sheet) m_badge->setStyleSheet(sheet);
    m_badge->setToolTip(snapshot.asOfTime
                            ? tr("Time of the newest block seen: %1").arg(format::dateTime(snapshot.asOfTime))
                            : tr("No block time was seen yet"));
}

void TopBar::setReplayState(const QString& state) {
    if (m_replay == state) return;
    m_replay = state;
    showBadge();
}

void TopBar::showBadge() {
    const QString text = m_replay.isEmpty() ? m_clock : m_clock + QStringLiteral(" · ") + m_replay;
    if (m_badge->text() == text) return;
    m_badge->setText(text);
    m_badge->setAccessibleName(text);
}

void TopBar::clear() {
    show(core::pipeline::Snapshot{});
}

void TopBar::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void TopBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme::palette().bar);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme::palette().line);
}

bool TopBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_search && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        m_search->clear();
        emit searchLeft();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace ui
