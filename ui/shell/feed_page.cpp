// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/feed_page.h"

#include "ui/theme/palette.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <array>

namespace ui {
namespace {

const QString kSource = QStringLiteral("feed/source");
const QString kWs = QStringLiteral("feed/ws_url");
const QString kHttp = QStringLiteral("feed/http_url");
const QString kLookups = QStringLiteral("feed/lookups_per_hour");
const QString kPlace = QStringLiteral("feed/key_place");
constexpr std::array kSources{"solana-rpc", "helius", "yellowstone", "pumpportal"};
constexpr std::array kPlaces{"keyring", "file", "session"};
constexpr int kMostLookups = 1'000'000;

const QStringList kWsSchemes{QStringLiteral("ws"), QStringLiteral("wss"), QStringLiteral("http"),
                             QStringLiteral("https")};
const QStringList kHttpSchemes{QStringLiteral("http"), QStringLiteral("https")};

}  // namespace

bool isEndpoint(const QString& text, const QStringList& schemes) {
    if (text.isEmpty()) return true;
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && schemes.contains(url.scheme()) && !url.host().isEmpty() && url.userInfo().isEmpty() &&
           !url.hasQuery();
}

FeedChoice readFeedChoice(const QSettings& settings) {
    FeedChoice out;
    const QString source = settings.value(kSource).toString();
    if (std::find(kSources.begin(), kSources.end(), source) != kSources.end()) out.source = source;
    const QString ws = settings.value(kWs).toString();
    if (isEndpoint(ws, kWsSchemes)) out.wsUrl = ws;
    const QString http = settings.value(kHttp).toString();
    if (isEndpoint(http, kHttpSchemes)) out.httpUrl = http;
    out.lookupsPerHour = std::clamp(settings.value(kLookups, out.lookupsPerHour).toInt(), 0, kMostLookups);
    const auto place = std::find(kPlaces.begin(), kPlaces.end(), settings.value(kPlace).toString());
    if (place != kPlaces.end()) out.keyPlace = static_cast<KeyPlace>(place - kPlaces.begin());
    return out;
}

void keepFeedChoice(QSettings& settings, const FeedChoice& choice) {
    settings.setValue(kSource, choice.source);
    settings.setValue(kWs, choice.wsUrl);
    settings.setValue(kHttp, choice.httpUrl);
    settings.setValue(kLookups, choice.lookupsPerHour);
    settings.setValue(kPlace, QString::fromLatin1(kPlaces[static_cast<std::size_t>(choice.keyPlace)]));
}

FeedPage::FeedPage(const FeedChoice& choice, QWidget* parent)
    : SettingsPage(tr("Live feed"), parent),
      m_source(new QComboBox),
      m_ws(new QLineEdit),
      m_http(new QLineEdit),
      m_lookups(new QSpinBox),
      m_key(new QLineEdit),
      m_place(new QComboBox),
      m_keep(new QPushButton(tr("Keep"))),
      m_keyState(new QLabel),
      m_answer(new QLabel),
      m_test(new QPushButton),
      m_steps(new QListWidget) {
    m_source->setObjectName(QStringLiteral("settingSource"));
    m_source->addItem(tr("Solana RPC (public node, no key)"), QStringLiteral("solana-rpc"));
    m_source->addItem(tr("Helius (whole transactions, with a key)"), QStringLiteral("helius"));
    m_source->addItem(tr("Yellowstone gRPC"), QStringLiteral("yellowstone"));
    m_source->addItem(tr("PumpPortal"), QStringLiteral("pumpportal"));
    m_ws->setObjectName(QStringLiteral("settingWsUrl"));
    m_http->setObjectName(QStringLiteral("settingHttpUrl"));
    for (QLineEdit* edit : {m_ws, m_http}) {
        edit->setMaxLength(500);
        edit->setPlaceholderText(tr("the source's public endpoint"));
    }
    m_lookups->setObjectName(QStringLiteral("settingLookups"));
    m_lookups->setRange(0, kMostLookups);
    m_lookups->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_lookups->setSpecialValueText(tr("none"));
    m_key->setObjectName(QStringLiteral("settingKey"));
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setMaxLength(500);
    m_key->setPlaceholderText(tr("not shown, not written to any log"));
    m_place->setObjectName(QStringLiteral("settingKeyPlace"));
    m_place->addItem(tr("In the desktop's keyring"));
    m_place->addItem(tr("In a file that only I can read"));
    m_place->addItem(tr("For this session only"));
    m_keep->setObjectName(QStringLiteral("settingKeyKeep"));
    m_keyState->setObjectName(QStringLiteral("keyState"));
    m_keyState->setTextFormat(Qt::PlainText);
    m_keyState->setWordWrap(true);
    m_answer->setObjectName(QStringLiteral("feedAnswer"));
    m_answer->setWordWrap(true);
    m_answer->setStyleSheet(QStringLiteral("color:") + theme::palette().danger.name());
    auto* keyRow = new QWidget;
    auto* layout = new QHBoxLayout(keyRow);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_key, 1);
    layout->addWidget(m_keep);
    addRow(tr("Source"), m_source, tr("Works with the next connection."));
    addRow(tr("Websocket or gRPC address"), m_ws);
    addRow(tr("HTTP address"), m_http, tr("For what a feed leaves out: outages, single transactions, wallets."));
    addRow(tr("Wallet look-ups an hour"), m_lookups, tr("Who paid for early buyers, what a dev launched before."));
    addRow(tr("Key"), keyRow,
           tr("Keys never stand in an address or an argument. CABALSCOPE_API_KEY in the environment goes before "
              "this."));
    addRow(tr("Keep it"), m_place);
    addRow(tr("Key now"), m_keyState);
    addRow(QString(), m_answer);
    buildTest();
    show(choice);
    connect(m_source, &QComboBox::activated, this, &FeedPage::take);
    connect(m_place, &QComboBox::activated, this, &FeedPage::take);
    for (QLineEdit* edit : {m_ws, m_http}) connect(edit, &QLineEdit::editingFinished, this, &FeedPage::take);
    connect(m_lookups, &QSpinBox::editingFinished, this, &FeedPage::take);
    connect(m_keep, &QPushButton::clicked, this, &FeedPage::takeKey);
    connect(m_key, &QLineEdit::returnPressed, this, &FeedPage::takeKey);
}

void FeedPage::setKeyState(const QString& text) {
    m_keyState->setText(text);
}

void FeedPage::show(const FeedChoice& choice) {
    m_choice = choice;
    const QSignalBlocker blocker(m_lookups);
    m_source->setCurrentIndex(m_source->findData(choice.source));
    m_ws->setText(choice.wsUrl);
    m_http->setText(choice.httpUrl);
    m_lookups->setValue(choice.lookupsPerHour);
    m_place->setCurrentIndex(static_cast<int>(choice.keyPlace));
    m_answer->clear();
}

void FeedPage::take() {
    FeedChoice next;
    next.source = m_source->currentData().toString();
    next.wsUrl = m_ws->text().trimmed();
    next.httpUrl = m_http->text().trimmed();
    next.lookupsPerHour = m_lookups->value();
    next.keyPlace = static_cast<KeyPlace>(m_place->currentIndex());
    if (!isEndpoint(next.wsUrl, kWsSchemes)) {
        m_answer->setText(
            tr("The websocket address must begin with wss:// (or https:// for gRPC), name a host, and "
               "carry no key. It was not taken."));
        return;
    }
    if (!isEndpoint(next.httpUrl, kHttpSchemes)) {
        m_answer->setText(
            tr("The HTTP address must begin with https://, name a host, and carry no key. It was not "
               "taken."));
        return;
    }
    m_answer->clear();
    if (next == m_choice) return;
    m_choice = next;
    emit changed(next);
}

void FeedPage::takeKey() {
    const QString key = m_key->text().trimmed();
    m_key->clear();
    emit keyEntered(key, static_cast<KeyPlace>(m_place->currentIndex()));
}

void FeedPage::reset() {
    show(FeedChoice{});
    emit changed(m_choice);
}

}  // namespace ui
