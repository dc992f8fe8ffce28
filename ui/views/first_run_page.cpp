// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/first_run_page.h"

#include "ui/theme/palette.h"
#include "ui/theme/style.h"
#include "ui/views/first_steps.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

namespace ui {
namespace {

constexpr int kPageWidth = 620;
constexpr std::array<double, 5> kSpeeds{1, 5, 10, 60, 0};

QLabel* text(const QString& content, const QFont& font, const QColor& color) {
    auto* label = new QLabel(content);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(font);
    label->setStyleSheet(QStringLiteral("color:") + color.name());
    return label;
}

QPushButton* choice(const QString& id, const QString& name, const QString& shortcut) {
    auto* button = new QPushButton(name);
    button->setObjectName(id);
    button->setAccessibleName(name);
    button->setFont(theme::font(14, true));
    button->setMinimumHeight(44);
    button->setCursor(Qt::PointingHandCursor);
    button->setStyleSheet(QStringLiteral("QPushButton { text-align:left; padding-left:14px; }"));
    button->setToolTip(shortcut);
    return button;
}

}  // namespace

FirstRunPage::FirstRunPage(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("firstRun"));
    setAccessibleName(tr("Start"));
    const auto& colors = theme::palette();
    m_bundled = choice(QStringLiteral("startBundled"), tr("Watch the bundled recording"), {});
    auto* live = choice(QStringLiteral("startLive"), tr("Connect live"), {});
    auto* open = choice(QStringLiteral("startOpen"), tr("Open a recording…"), tr("Ctrl+Shift+O"));
    connect(m_bundled, &QPushButton::clicked, this, &FirstRunPage::bundledRequested);
    connect(live, &QPushButton::clicked, this, &FirstRunPage::liveRequested);
    connect(open, &QPushButton::clicked, this, &FirstRunPage::recordingRequested);

    m_speed = new QComboBox;
    m_speed->setObjectName(QStringLiteral("replaySpeed"));
    m_speed->setAccessibleName(tr("Speed of recordings"));
    for (const double speed : kSpeeds)
        m_speed->addItem(speed == 0 ? tr("as fast as possible") : tr("%1× speed").arg(speed), speed);
    setSpeed(10);
    setFocusProxy(m_bundled);

    auto* column = new QVBoxLayout;
    column->setSpacing(6);
    column->addStretch(2);
    column->addWidget(text(QStringLiteral("Cabalscope"), theme::font(28, true), colors.strong));
    column->addWidget(text(tr("Watches meme-coin launches on Solana for cabals, pumps and dumps. It reads public "
                              "data, needs no key and holds no wallet."),
                           theme::font(13), colors.dim));
    column->addSpacing(18);
    column->addWidget(m_bundled);
    column->addWidget(text(tr("Twelve minutes of a simulated market with cabals and dumps in it. Works without a "
                              "network, marked SIMULATED."),
                           theme::font(11), colors.dim));
    column->addSpacing(8);
    column->addWidget(live);
    column->addWidget(text(tr("Launches and trades as they happen, over a public endpoint. Trades are kept in a "
                              "database on this machine."),
                           theme::font(11), colors.dim));
    column->addSpacing(8);
    column->addWidget(open);
    column->addWidget(
        text(tr("A capture or an event file (.jsonl, .zst, .gz, .xz). You can also drop it on the window."),
             theme::font(11), colors.dim));
    column->addSpacing(14);
    auto* speedRow = new QHBoxLayout;
    auto* caption = text(tr("Recordings play at"), theme::font(12), colors.text);
    caption->setWordWrap(false);
    speedRow->addWidget(caption);
    speedRow->addWidget(m_speed);
    speedRow->addStretch();
    column->addLayout(speedRow);
    column->addSpacing(16);
    m_steps = new FirstSteps;
    column->addWidget(m_steps);
    column->addStretch(3);

    auto* holder = new QWidget;
    holder->setLayout(column);
    holder->setMaximumWidth(kPageWidth);
    auto* layout = new QHBoxLayout(this);
    layout->addStretch();
    layout->addWidget(holder, 10);
    layout->addStretch();
}

void FirstRunPage::setBundledAvailable(bool available) {
    m_bundled->setEnabled(available);
    m_bundled->setToolTip(available ? QString() : tr("The recording is not installed"));
}

double FirstRunPage::speed() const {
    return m_speed->currentData().toDouble();
}

void FirstRunPage::setSpeed(double speed) {
    const int at = m_speed->findData(speed);
    if (at >= 0) m_speed->setCurrentIndex(at);
}

}  // namespace ui
