// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/alert_page.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTimeEdit>

#include <algorithm>

namespace ui {
namespace {

const QString kOutside = QStringLiteral("alerts/outside");
const QString kPerHour = QStringLiteral("alerts/per_hour");
const QString kFrom = QStringLiteral("alerts/quiet_from");
const QString kTo = QStringLiteral("alerts/quiet_to");
const QString kCritical = QStringLiteral("alerts/critical_passes");
const QString kSound = QStringLiteral("alerts/sound");
const QString kTime = QStringLiteral("HH:mm");

QTime timeAt(const QSettings& settings, const QString& key) {
    const QTime time = QTime::fromString(settings.value(key).toString(), kTime);
    return time.isValid() ? time : QTime(0, 0);
}

}  // namespace

AlertChoice readAlertChoice(const QSettings& settings) {
    AlertChoice out;
    out.outside = settings.value(kOutside, true).toBool();
    out.perHour = std::clamp(settings.value(kPerHour, out.perHour).toInt(), 1, AlertChoice::kMostPerHour);
    out.quietFrom = timeAt(settings, kFrom);
    out.quietTo = timeAt(settings, kTo);
    out.criticalPasses = settings.value(kCritical, true).toBool();
    out.sound = settings.value(kSound, false).toBool();
    return out;
}

void keepAlertChoice(QSettings& settings, const AlertChoice& choice) {
    settings.setValue(kOutside, choice.outside);
    settings.setValue(kPerHour, choice.perHour);
    settings.setValue(kFrom, choice.quietFrom.toString(kTime));
    settings.setValue(kTo, choice.quietTo.toString(kTime));
    settings.setValue(kCritical, choice.criticalPasses);
    settings.setValue(kSound, choice.sound);
}

AlertPage::AlertPage(const AlertChoice& choice, QWidget* parent)
    : SettingsPage(tr("Alerts"), parent),
      m_outside(new QCheckBox(tr("Say alerts outside of the window"))),
      m_channel(new QLabel),
      m_test(new QPushButton(tr("Send a test"))),
      m_perHour(new QSpinBox),
      m_from(new QTimeEdit),
      m_to(new QTimeEdit),
      m_critical(new QCheckBox(tr("Critical alerts come through"))),
      m_sound(new QCheckBox(tr("With the desktop's sound"))) {
    m_outside->setObjectName(QStringLiteral("settingOutside"));
    m_channel->setObjectName(QStringLiteral("alertChannel"));
    m_channel->setTextFormat(Qt::PlainText);
    m_test->setObjectName(QStringLiteral("alertTest"));
    m_perHour->setObjectName(QStringLiteral("settingPerHour"));
    m_perHour->setRange(1, AlertChoice::kMostPerHour);
    m_perHour->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_from->setObjectName(QStringLiteral("settingQuietFrom"));
    m_to->setObjectName(QStringLiteral("settingQuietTo"));
    for (QTimeEdit* edit : {m_from, m_to}) {
        edit->setDisplayFormat(kTime);
        edit->setButtonSymbols(QAbstractSpinBox::NoButtons);
    }
    m_from->setAccessibleName(tr("Quiet from"));
    m_to->setAccessibleName(tr("Quiet until"));
    m_critical->setObjectName(QStringLiteral("settingCriticalPasses"));
    m_sound->setObjectName(QStringLiteral("settingSound"));
    auto* where = new QWidget;
    auto* whereRow = new QHBoxLayout(where);
    whereRow->setContentsMargins(0, 0, 0, 0);
    whereRow->addWidget(m_channel, 1);
    whereRow->addWidget(m_test);
    auto* hours = new QWidget;
    auto* hoursRow = new QHBoxLayout(hours);
    hoursRow->setContentsMargins(0, 0, 0, 0);
    hoursRow->addWidget(m_from);
    hoursRow->addWidget(new QLabel(tr("to")));
    hoursRow->addWidget(m_to);
    hoursRow->addStretch();
    addRow(tr("Notifications"), m_outside, tr("Of live feeds alone; recordings never raise any."));
    addRow(tr("They go to"), where);
    addRow(tr("At most an hour"), m_perHour,
           tr("What is more is folded into one notice. The list has every alert."));
    addRow(tr("Quiet hours"), hours, tr("By the clock of this computer; two equal times mean never."));
    addRow(tr("In quiet hours"), m_critical);
    addRow(tr("Sound"), m_sound);
    show(choice);
    connect(m_test, &QPushButton::clicked, this, &AlertPage::testAsked);
    for (QCheckBox* box : {m_outside, m_critical, m_sound})
        connect(box, &QCheckBox::toggled, this, &AlertPage::take);
    for (QTimeEdit* edit : {m_from, m_to}) connect(edit, &QTimeEdit::timeChanged, this, &AlertPage::take);
    connect(m_perHour, &QSpinBox::valueChanged, this, &AlertPage::take);
}

void AlertPage::setChannel(const QString& channel) {
    m_channel->setText(channel);
}

void AlertPage::show(const AlertChoice& choice) {
    m_choice = choice;
    const QSignalBlocker a(m_outside), b(m_perHour), c(m_from), d(m_to), e(m_critical), f(m_sound);
    m_outside->setChecked(choice.outside);
    m_perHour->setValue(choice.perHour);
    m_from->setTime(choice.quietFrom);
    m_to->setTime(choice.quietTo);
    m_critical->setChecked(choice.criticalPasses);
    m_sound->setChecked(choice.sound);
}

void AlertPage::take() {
    AlertChoice next;
    next.outside = m_outside->isChecked();
    next.perHour = m_perHour->value();
    next.quietFrom = m_from->time();
    next.quietTo = m_to->time();
    next.criticalPasses = m_critical->isChecked();
    next.sound = m_sound->isChecked();
    if (next == m_choice) return;
    m_choice = next;
    emit changed(next);
}

void AlertPage::reset() {
    show(AlertChoice{});
    emit changed(m_choice);
}

}  // namespace ui
