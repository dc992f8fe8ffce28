// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/appearance_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSignalBlocker>
#include <QSpinBox>

namespace ui {

using format::Folding;
using theme::Appearance;
using theme::Directions;
using theme::Scheme;

namespace {
constexpr int kByLanguage = -1;
}

AppearancePage::AppearancePage(const Appearance& appearance, QWidget* parent)
    : SettingsPage(tr("Appearance"), parent),
      m_scheme(new QComboBox),
      m_directions(new QComboBox),
      m_language(new QComboBox),
      m_folding(new QComboBox),
      m_scale(new QSpinBox),
      m_motion(new QCheckBox(tr("Still: nothing flashes or slides"))) {
    m_scheme->setObjectName(QStringLiteral("settingScheme"));
    m_scheme->addItem(tr("Dark"), static_cast<int>(Scheme::Dark));
    m_scheme->addItem(tr("Light"), static_cast<int>(Scheme::Light));
    m_scheme->addItem(tr("High contrast"), static_cast<int>(Scheme::HighContrast));
    m_directions->setObjectName(QStringLiteral("settingDirections"));
    m_directions->addItem(tr("Green up, red down"), static_cast<int>(Directions::GreenUp));
    m_directions->addItem(tr("Red up, green down"), static_cast<int>(Directions::RedUp));
    m_directions->addItem(tr("Blue up, orange down"), static_cast<int>(Directions::BlueUp));
    m_language->setObjectName(QStringLiteral("settingLanguage"));
    m_language->addItem(tr("As the desktop"), QString());
    // Each language names itself.
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("简体中文"), QStringLiteral("zh_CN"));
    m_folding->setObjectName(QStringLiteral("settingFolding"));
    m_folding->addItem(tr("As the language"), kByLanguage);
    // Signs of numbers, the same in every language.
    m_folding->addItem(QStringLiteral("K M B"), static_cast<int>(Folding::Thousands));
    m_folding->addItem(QStringLiteral("万 亿"), static_cast<int>(Folding::Myriads));
    m_scale->setObjectName(QStringLiteral("settingScale"));
    m_scale->setRange(Appearance::kLeastScale, Appearance::kMostScale);
    m_scale->setSingleStep(10);
    m_scale->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_scale->setSuffix(QStringLiteral(" %"));
    m_motion->setObjectName(QStringLiteral("settingMotion"));
    addRow(tr("Colours"), m_scheme);
    addRow(tr("Candles and sides"), m_directions,
           tr("For prices, buys and sells. Danger stays red whatever is chosen."));
    addRow(tr("Language"), m_language);
    addRow(tr("Large numbers"), m_folding, tr("On the screen; what is copied and exported is written out."));
    addRow(tr("Size of everything"), m_scale, tr("After a restart."));
    addRow(tr("Motion"), m_motion);
    show(appearance);
    for (QComboBox* box : {m_scheme, m_directions, m_language, m_folding})
        connect(box, &QComboBox::activated, this, &AppearancePage::take);
    connect(m_scale, &QSpinBox::valueChanged, this, &AppearancePage::take);
    connect(m_motion, &QCheckBox::toggled, this, &AppearancePage::take);
}

void AppearancePage::show(const Appearance& appearance) {
    m_appearance = appearance;
    const QSignalBlocker scale(m_scale), motion(m_motion);
    m_scheme->setCurrentIndex(m_scheme->findData(static_cast<int>(appearance.scheme)));
    m_directions->setCurrentIndex(m_directions->findData(static_cast<int>(appearance.directions)));
    m_language->setCurrentIndex(m_language->findData(appearance.language));
    m_folding->setCurrentIndex(
        m_folding->findData(appearance.folding ? static_cast<int>(*appearance.folding) : kByLanguage));
    m_scale->setValue(appearance.scalePercent);
    m_motion->setChecked(appearance.reduceMotion);
}

void AppearancePage::take() {
    Appearance next;
    next.scheme = static_cast<Scheme>(m_scheme->currentData().toInt());
    next.directions = static_cast<Directions>(m_directions->currentData().toInt());
    next.language = m_language->currentData().toString();
    const int folding = m_folding->currentData().toInt();
    if (folding != kByLanguage) next.folding = static_cast<Folding>(folding);
    next.scalePercent = m_scale->value();
    next.reduceMotion = m_motion->isChecked();
    if (next == m_appearance) return;
    m_appearance = next;
    emit changed(next);
}

void AppearancePage::reset() {
    show(Appearance{});
    emit changed(m_appearance);
}

}  // namespace ui
