// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/alert_page.h"

#include "ui/theme/palette.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalBlocker>
#include <QSlider>
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
const QString kSoundName = QStringLiteral("alerts/sound_name");
const QString kVolume = QStringLiteral("alerts/volume");
const QString kSpeak = QStringLiteral("alerts/speak");
const QString kCard = QStringLiteral("alerts/large_card");
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
    out.soundName = settings.value(kSoundName).toString();
    out.volume = std::clamp(settings.value(kVolume, out.volume).toInt(), 0, 100);
    out.speak = static_cast<AlertChoice::Speak>(std::clamp(settings.value(kSpeak, 0).toInt(), 0, 2));
    out.largeCard = settings.value(kCard, false).toBool();
    return out;
}

void keepAlertChoice(QSettings& settings, const AlertChoice& choice) {
    settings.setValue(kOutside, choice.outside);
    settings.setValue(kPerHour, choice.perHour);
    settings.setValue(kFrom, choice.quietFrom.toString(kTime));
    settings.setValue(kTo, choice.quietTo.toString(kTime));
    settings.setValue(kCritical, choice.criticalPasses);
    settings.setValue(kSound, choice.sound);
    settings.setValue(kSoundName, choice.soundName);
    settings.setValue(kVolume, choice.volume);
    settings.setValue(kSpeak, static_cast<int>(choice.speak));
    settings.setValue(kCard, choice.largeCard);
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
      m_sound(new QCheckBox(tr("With a sound; a rule may name one of its own"))),
      m_soundName(new QComboBox),
      m_volume(new QSlider(Qt::Horizontal)),
      m_soundTest(new QPushButton(tr("Play"))),
      m_soundTrouble(new QLabel),
      m_speak(new QComboBox),
      m_speechTest(new QPushButton(tr("Say something"))),
      m_speechTrouble(new QLabel),
      m_card(new QCheckBox(tr("Show critical alerts large in the window"))) {
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
    m_card->setObjectName(QStringLiteral("settingLargeCard"));
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
    addRow(tr("Large card"), m_card,
           tr("It stays until it is opened or put away, and takes no key from what you type."));
    m_soundName->setObjectName(QStringLiteral("settingSoundName"));
    m_soundName->setAccessibleName(tr("Sound of rules that name none"));
    m_volume->setObjectName(QStringLiteral("settingVolume"));
    m_volume->setAccessibleName(tr("Volume"));
    m_volume->setToolTip(tr("Volume"));
    m_volume->setRange(0, 100);
    m_volume->setFixedWidth(110);
    m_soundTest->setObjectName(QStringLiteral("soundTest"));
    auto* soundRow = new QWidget;
    auto* soundColumns = new QHBoxLayout(soundRow);
    soundColumns->setContentsMargins(0, 0, 0, 0);
    soundColumns->addWidget(m_soundName, 1);
    soundColumns->addWidget(m_volume);
    soundColumns->addWidget(m_soundTest);
    addRow(tr("Which sound"), soundRow,
           tr("Files *.wav in the folder “sounds” beside the settings can be chosen too."));
    m_speak->setObjectName(QStringLiteral("settingSpeak"));
    m_speak->setAccessibleName(tr("Speak alerts"));
    m_speak->addItems({tr("Nothing"), tr("Critical alerts"), tr("Every alert that is said")});
    m_speechTest->setObjectName(QStringLiteral("speechTest"));
    auto* speechRow = new QWidget;
    auto* speechColumns = new QHBoxLayout(speechRow);
    speechColumns->setContentsMargins(0, 0, 0, 0);
    speechColumns->addWidget(m_speak, 1);
    speechColumns->addWidget(m_speechTest);
    addRow(tr("Speak"), speechRow, tr("With the voice of this system; the sentences are English."));
    for (QLabel* trouble : {m_soundTrouble, m_speechTrouble}) {
        trouble->setTextFormat(Qt::PlainText);
        trouble->setWordWrap(true);
        trouble->setStyleSheet(QStringLiteral("color:") + theme::palette().attention.name());
        trouble->hide();
        layout()->addWidget(trouble);
    }
    m_soundTrouble->setObjectName(QStringLiteral("soundTrouble"));
    m_speechTrouble->setObjectName(QStringLiteral("speechTrouble"));
    setSounds({});
    show(choice);
    connect(m_test, &QPushButton::clicked, this, &AlertPage::testAsked);
    for (QCheckBox* box : {m_outside, m_critical, m_sound, m_card})
        connect(box, &QCheckBox::toggled, this, &AlertPage::take);
    for (QTimeEdit* edit : {m_from, m_to}) connect(edit, &QTimeEdit::timeChanged, this, &AlertPage::take);
    connect(m_perHour, &QSpinBox::valueChanged, this, &AlertPage::take);
    for (QComboBox* box : {m_soundName, m_speak}) connect(box, &QComboBox::activated, this, &AlertPage::take);
    connect(m_volume, &QSlider::valueChanged, this, &AlertPage::take);
    connect(m_soundTest, &QPushButton::clicked, this, [this] { emit soundTestAsked(m_choice); });
    connect(m_speechTest, &QPushButton::clicked, this, &AlertPage::speechTestAsked);
}

void AlertPage::setSounds(const QStringList& sounds) {
    m_soundName->clear();
    m_soundName->addItem(tr("The desktop's"), QString());
    for (const QString& sound : sounds) m_soundName->addItem(sound, sound);
    const int at = m_soundName->findData(m_choice.soundName);
    m_soundName->setCurrentIndex(std::max(0, at));
}

void AlertPage::setTrouble(const QString& sound, const QString& speech) {
    m_soundTrouble->setText(sound);
    m_soundTrouble->setVisible(!sound.isEmpty());
    m_speechTrouble->setText(speech);
    m_speechTrouble->setVisible(!speech.isEmpty());
}

void AlertPage::setChannel(const QString& channel) {
    m_channel->setText(channel);
}

void AlertPage::show(const AlertChoice& choice) {
    m_choice = choice;
    const QSignalBlocker a(m_outside), b(m_perHour), c(m_from), d(m_to), e(m_critical), f(m_sound), g(m_volume),
        h(m_card);
    m_outside->setChecked(choice.outside);
    m_perHour->setValue(choice.perHour);
    m_from->setTime(choice.quietFrom);
    m_to->setTime(choice.quietTo);
    m_critical->setChecked(choice.criticalPasses);
    m_sound->setChecked(choice.sound);
    m_soundName->setCurrentIndex(std::max(0, m_soundName->findData(choice.soundName)));
    m_volume->setValue(choice.volume);
    m_speak->setCurrentIndex(static_cast<int>(choice.speak));
    m_card->setChecked(choice.largeCard);
}

void AlertPage::take() {
    AlertChoice next;
    next.outside = m_outside->isChecked();
    next.perHour = m_perHour->value();
    next.quietFrom = m_from->time();
    next.quietTo = m_to->time();
    next.criticalPasses = m_critical->isChecked();
    next.sound = m_sound->isChecked();
    next.soundName = m_soundName->currentData().toString();
    next.volume = m_volume->value();
    next.speak = static_cast<AlertChoice::Speak>(m_speak->currentIndex());
    next.largeCard = m_card->isChecked();
    if (next == m_choice) return;
    m_choice = next;
    emit changed(next);
}

void AlertPage::reset() {
    show(AlertChoice{});
    emit changed(m_choice);
}

}  // namespace ui
