// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/output_page.h"

#include "ui/theme/palette.h"
#include "ui/theme/style.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalBlocker>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <utility>

namespace ui {
namespace {

constexpr int kLongestAddress = 500;
constexpr int kLongestText = 4'000;
constexpr std::array kIds{"webhook", "telegram", "discord"};
constexpr std::array kPlaces{"keyring", "file", "session"};
constexpr std::array kSeverities{"info", "warning", "critical"};
const QString kSecret = QStringLiteral("{secret}");
const QString kStandsIn = QStringLiteral("secret");

// What stands in an address goes to the settings file, which others may read.
bool looksLikeKey(const QString& part) {
    static const QRegularExpression kLong(QStringLiteral("^[A-Za-z0-9_:-]{24,}$"));
    return kLong.match(part).hasMatch();
}

QString idOf(OutputKind kind) {
    return QString::fromLatin1(kIds[static_cast<std::size_t>(kind)]);
}

QString settingOf(OutputKind kind, const char* name) {
    return QStringLiteral("outputs/%1_%2").arg(idOf(kind), QLatin1String(name));
}

template <std::size_t N>
std::size_t placeOf(const std::array<const char*, N>& names, const QString& name, std::size_t otherwise) {
    for (std::size_t i = 0; i < N; ++i)
        if (name == QLatin1String(names[i])) return i;
    return otherwise;
}

QString nameOf(OutputKind kind) {
    switch (kind) {
        case OutputKind::Webhook: return OutputPage::tr("Webhook");
        case OutputKind::Telegram: return QStringLiteral("Telegram");
        case OutputKind::Discord: return QStringLiteral("Discord");
    }
    return {};
}

QLabel* words(const QString& id, const QColor& ink) {
    auto* label = new QLabel;
    label->setObjectName(id);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setStyleSheet(QStringLiteral("color:") + ink.name());
    return label;
}

}  // namespace

bool isOutputAddress(const QString& text) {
    if (text.isEmpty() || text == kSecret) return true;
    QString plain = text;
    const QUrl url(plain.replace(kSecret, kStandsIn), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty()) return false;
    if (url.scheme() != QStringLiteral("https") && url.scheme() != QStringLiteral("http")) return false;
    const QStringList parts = url.path().split(u'/');
    if (std::any_of(parts.begin(), parts.end(), looksLikeKey)) return false;
    static const QRegularExpression kKeyName(QStringLiteral("key|token|secret|auth|sig|pass"),
                                             QRegularExpression::CaseInsensitiveOption);
    const auto items = QUrlQuery(url).queryItems();
    return std::none_of(items.begin(), items.end(), [](const auto& item) {
        return looksLikeKey(item.second) || (kKeyName.match(item.first).hasMatch() && item.second != kStandsIn);
    });
}

OutputChoices readOutputChoices(const QSettings& settings) {
    OutputChoices out;
    for (std::size_t i = 0; i < kOutputKinds; ++i) {
        const auto kind = static_cast<OutputKind>(i);
        OutputChoice& one = out[i];
        one.on = settings.value(settingOf(kind, "on"), false).toBool();
        one.url = settings.value(settingOf(kind, "url")).toString().left(kLongestAddress);
        one.recipient = settings.value(settingOf(kind, "recipient")).toString().left(kLongestAddress);
        one.text = settings.value(settingOf(kind, "text")).toString().left(kLongestText);
        one.from = static_cast<core::Severity>(
            placeOf(kSeverities, settings.value(settingOf(kind, "from")).toString(), 1));
        one.keyPlace =
            static_cast<KeyPlace>(placeOf(kPlaces, settings.value(settingOf(kind, "key_place")).toString(), 0));
    }
    return out;
}

void keepOutputChoice(QSettings& settings, OutputKind kind, const OutputChoice& choice) {
    settings.setValue(settingOf(kind, "on"), choice.on);
    settings.setValue(settingOf(kind, "url"), choice.url);
    settings.setValue(settingOf(kind, "recipient"), choice.recipient);
    settings.setValue(settingOf(kind, "text"), choice.text);
    settings.setValue(settingOf(kind, "from"),
                      QString::fromLatin1(kSeverities[static_cast<std::size_t>(choice.from)]));
    settings.setValue(settingOf(kind, "key_place"),
                      QString::fromLatin1(kPlaces[static_cast<std::size_t>(choice.keyPlace)]));
}

OutputPage::OutputPage(const OutputChoices& choices, Preview preview, QWidget* parent)
    : SettingsPage(tr("Alert outputs"), parent), m_choices(choices), m_preview(std::move(preview)) {
    constexpr int kTypingEnds = 600;  // milliseconds
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingEnds);
    connect(&m_typing, &QTimer::timeout, this, [this] { take(m_typed); });
    for (std::size_t i = 0; i < kOutputKinds; ++i) {
        const auto kind = static_cast<OutputKind>(i);
        build(kind);
        show(kind, choices[i]);
    }
}

void OutputPage::build(OutputKind kind) {
    Fields& f = of(kind);
    const QString id = idOf(kind);
    const QString name = nameOf(kind);
    const auto& colors = theme::palette();
    f.on = new QCheckBox(tr("Send alerts to %1").arg(name));
    f.on->setObjectName(id + QStringLiteral("On"));
    f.on->setAccessibleName(f.on->text());
    f.url = new QLineEdit;
    f.url->setObjectName(id + QStringLiteral("Url"));
    f.url->setAccessibleName(tr("Address of %1").arg(name));
    f.url->setMaxLength(kLongestAddress);
    f.url->setPlaceholderText(kind == OutputKind::Webhook ? QStringLiteral("https://example.org/hook?key={secret}")
                              : kind == OutputKind::Telegram ? tr("Telegram's own")
                                                             : tr("the key is the whole address"));
    f.recipient = new QLineEdit;
    f.recipient->setObjectName(id + QStringLiteral("Recipient"));
    f.recipient->setAccessibleName(tr("Chat of %1").arg(name));
    f.recipient->setMaxLength(kLongestAddress);
    f.key = new QLineEdit;
    f.key->setObjectName(id + QStringLiteral("Key"));
    f.key->setAccessibleName(tr("Key of %1").arg(name));
    f.key->setEchoMode(QLineEdit::Password);
    f.key->setMaxLength(kLongestAddress);
    f.key->setPlaceholderText(tr("not shown, not written to any log"));
    f.place = new QComboBox;
    f.place->setObjectName(id + QStringLiteral("KeyPlace"));
    f.place->setAccessibleName(tr("Where the key of %1 is kept").arg(name));
    f.place->addItem(tr("In the desktop's keyring"));
    f.place->addItem(tr("In a file that only I can read"));
    f.place->addItem(tr("For this session only"));
    auto* keep = new QPushButton(tr("Keep"));
    keep->setObjectName(id + QStringLiteral("KeyKeep"));
    keep->setAccessibleName(tr("Keep the key of %1").arg(name));
    f.from = new QComboBox;
    f.from->setObjectName(id + QStringLiteral("From"));
    f.from->setAccessibleName(tr("Gravest alerts sent to %1").arg(name));
    f.from->addItem(tr("all alerts"));
    f.from->addItem(tr("warnings and critical ones"));
    f.from->addItem(tr("critical ones alone"));
    f.text = new QPlainTextEdit;
    f.text->setObjectName(id + QStringLiteral("Text"));
    f.text->setAccessibleName(tr("Message for %1").arg(name));
    f.text->setPlaceholderText(
        tr("the service's own; names: {coin} {text} {rule} {severity} {confidence} {mint} {time} {price}"));
    f.text->setTabChangesFocus(true);
    f.text->setFixedHeight(52);
    f.text->setStyleSheet(QStringLiteral("QPlainTextEdit { border:1px solid %1; }").arg(colors.line.name()));
    f.preview = words(id + QStringLiteral("Preview"), colors.dim);
    f.preview->setFont(theme::monospace(11));
    f.error = words(id + QStringLiteral("Error"), colors.danger);
    f.keyState = words(id + QStringLiteral("KeyState"), colors.dim);
    f.state = words(id + QStringLiteral("State"), colors.dim);
    f.result = words(id + QStringLiteral("Result"), colors.dim);
    f.test = new QPushButton(tr("Send a test"));
    f.test->setObjectName(id + QStringLiteral("Test"));
    f.test->setAccessibleName(tr("Send a test to %1").arg(name));

    auto* keyRow = new QWidget;
    auto* keyLine = new QHBoxLayout(keyRow);
    keyLine->setContentsMargins(0, 0, 0, 0);
    keyLine->addWidget(f.key, 1);
    keyLine->addWidget(f.place);
    keyLine->addWidget(keep);
    auto* testRow = new QWidget;
    auto* testLine = new QHBoxLayout(testRow);
    testLine->setContentsMargins(0, 0, 0, 0);
    testLine->addWidget(f.test);
    testLine->addWidget(f.result, 1);
    addRow(name, f.on,
           kind == OutputKind::Webhook
               ? tr("Of live feeds alone. What mutes, quiet hours and the allowance hold back is not sent either.")
               : QString());
    addRow(tr("Address"), f.url,
           kind == OutputKind::Webhook ? tr("https alone, but for this machine. {secret} stands for the key.")
                                       : QString());
    if (kind == OutputKind::Telegram)
        addRow(tr("Chat"), f.recipient, tr("Its number, or @name of a channel the bot may write to."));
    addRow(tr("Key"), keyRow,
           kind == OutputKind::Discord ? tr("The address that Discord gives for the channel.") : QString());
    addRow(QString(), f.keyState);
    addRow(tr("Sends"), f.from);
    addRow(tr("Message"), f.text);
    addRow(tr("Preview"), f.preview);
    addRow(QString(), f.error);
    addRow(tr("State"), f.state);
    addRow(QString(), testRow);

    connect(f.on, &QCheckBox::toggled, this, [this, kind] { take(kind); });
    for (QLineEdit* edit : {f.url, f.recipient}) {
        connect(edit, &QLineEdit::textChanged, this, [this, kind] { look(kind); });
        connect(edit, &QLineEdit::editingFinished, this, [this, kind] { take(kind); });
    }
    connect(f.text, &QPlainTextEdit::textChanged, this, [this, kind] {
        look(kind);
        if (m_typing.isActive() && m_typed != kind) take(m_typed);
        m_typed = kind;
        m_typing.start();
    });
    connect(f.from, &QComboBox::activated, this, [this, kind] { take(kind); });
    const auto keepKey = [this, kind] {
        Fields& fields = of(kind);
        const QString key = fields.key->text().trimmed();
        fields.key->clear();
        emit keyEntered(kind, key, static_cast<KeyPlace>(fields.place->currentIndex()));
    };
    connect(f.place, &QComboBox::activated, this, [this, kind] { take(kind); });
    connect(keep, &QPushButton::clicked, this, keepKey);
    connect(f.key, &QLineEdit::returnPressed, this, keepKey);
    connect(f.test, &QPushButton::clicked, this, [this, kind] {
        take(kind);
        setTestResult(kind, tr("sending…"), true);
        emit testAsked(kind);
    });
}

void OutputPage::show(OutputKind kind, const OutputChoice& choice) {
    Fields& f = of(kind);
    const QSignalBlocker a(f.on), b(f.url), c(f.recipient), d(f.text), e(f.from), g(f.place);
    f.on->setChecked(choice.on);
    f.url->setText(choice.url);
    f.recipient->setText(choice.recipient);
    f.text->setPlainText(choice.text);
    f.from->setCurrentIndex(static_cast<int>(choice.from));
    f.place->setCurrentIndex(static_cast<int>(choice.keyPlace));
    look(kind);
}

OutputChoice OutputPage::read(OutputKind kind) const {
    const Fields& f = of(kind);
    OutputChoice out;
    out.on = f.on->isChecked();
    out.url = f.url->text().trimmed();
    out.recipient = f.recipient->text().trimmed();
    out.text = f.text->toPlainText().left(kLongestText);
    out.from = static_cast<core::Severity>(f.from->currentIndex());
    out.keyPlace = static_cast<KeyPlace>(f.place->currentIndex());
    return out;
}

void OutputPage::look(OutputKind kind) {
    Fields& f = of(kind);
    const OutputChoice choice = read(kind);
    OutputPreview seen;
    if (!isOutputAddress(choice.url))
        seen.error =
            tr("The address must begin with https://, name a host, and carry no key: write {secret} where the key "
               "belongs, or {secret} alone when the whole address is the key.");
    else if (m_preview)
        seen = m_preview(kind, choice);
    f.preview->setText(seen.error.isEmpty() ? seen.text : QString());
    f.error->setText(seen.error);
    f.error->setVisible(!seen.error.isEmpty() && (choice.on || !choice.url.isEmpty() || !choice.text.isEmpty()));
    f.test->setEnabled(seen.error.isEmpty());
}

void OutputPage::take(OutputKind kind) {
    look(kind);
    OutputChoice next = read(kind);
    // What cannot be used is not switched on; the rest of it is kept once it can.
    if (!of(kind).test->isEnabled()) {
        if (!next.on) {
            OutputChoice off = m_choices[static_cast<std::size_t>(kind)];
            off.on = false;
            next = off;
        } else {
            return;
        }
    }
    OutputChoice& before = m_choices[static_cast<std::size_t>(kind)];
    if (next == before) return;
    before = next;
    emit changed(kind, next);
}

void OutputPage::setState(OutputKind kind, const QString& text, bool trouble) {
    QLabel* label = of(kind).state;
    label->setText(text);
    label->setStyleSheet(QStringLiteral("color:") +
                         (trouble ? theme::palette().attention : theme::palette().dim).name());
}

void OutputPage::setKeyState(OutputKind kind, const QString& text) {
    of(kind).keyState->setText(text);
}

void OutputPage::setTestResult(OutputKind kind, const QString& text, bool good) {
    QLabel* label = of(kind).result;
    label->setText(text);
    label->setStyleSheet(QStringLiteral("color:") +
                         (good ? theme::palette().good : theme::palette().danger).name());
}

void OutputPage::reset() {
    for (std::size_t i = 0; i < kOutputKinds; ++i) {
        const auto kind = static_cast<OutputKind>(i);
        m_choices[i] = OutputChoice{};
        show(kind, m_choices[i]);
        emit changed(kind, m_choices[i]);
    }
}

}  // namespace ui
