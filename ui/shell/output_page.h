// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alert.h"
#include "ui/shell/feed_page.h"
#include "ui/shell/settings_page.h"

#include <QTimer>

#include <array>
#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSettings;

namespace ui {

/// Where alerts can be sent over the network.
enum class OutputKind : std::uint8_t { Webhook, Telegram, Discord };
inline constexpr std::size_t kOutputKinds = 3;

/// One network output, as chosen. A key is no part of it: it stands for `{secret}` in the address.
struct OutputChoice {
    bool on = false;
    QString url;        ///< empty: the service's own
    QString recipient;  ///< Telegram: the chat
    QString text;       ///< template; empty: the service's own
    core::Severity from = core::Severity::Warning;
    KeyPlace keyPlace = KeyPlace::Keyring;

    friend bool operator==(const OutputChoice&, const OutputChoice&) = default;
};
using OutputChoices = std::array<OutputChoice, kOutputKinds>;  ///< by OutputKind
[[nodiscard]] OutputChoices readOutputChoices(const QSettings& settings);
void keepOutputChoice(QSettings& settings, OutputKind kind, const OutputChoice& choice);

/// Whether a text is empty, or an address with a host and nothing in it that looks like a key but `{secret}`.
[[nodiscard]] bool isOutputAddress(const QString& text);

/// What would be sent of an example, or why nothing can be.
struct OutputPreview {
    QString text;
    QString error;
};

/// The settings of the network outputs of alerts. Nothing is sent anywhere before one is switched on. Thread: GUI.
class OutputPage final : public SettingsPage {
    Q_OBJECT
public:
    using Preview = std::function<OutputPreview(OutputKind, const OutputChoice&)>;
    OutputPage(const OutputChoices& choices, Preview preview, QWidget* parent = nullptr);

    /// What became of what was sent: counts and the last error.
    void setState(OutputKind kind, const QString& text, bool trouble);
    /// Where the key is kept, or why not. Never the key.
    void setKeyState(OutputKind kind, const QString& text);
    void setTestResult(OutputKind kind, const QString& text, bool good);
    void reset() override;

signals:
    /// A choice that can be used, or one that is switched off.
    void changed(ui::OutputKind kind, const ui::OutputChoice& choice);
    void keyEntered(ui::OutputKind kind, const QString& key, ui::KeyPlace place);
    void testAsked(ui::OutputKind kind);

private:
    struct Fields {
        QCheckBox* on = nullptr;
        QLineEdit* url = nullptr;
        QLineEdit* recipient = nullptr;
        QLineEdit* key = nullptr;
        QComboBox* place = nullptr;
        QComboBox* from = nullptr;
        QPlainTextEdit* text = nullptr;
        QLabel* preview = nullptr;
        QLabel* error = nullptr;
        QLabel* keyState = nullptr;
        QLabel* state = nullptr;
        QLabel* result = nullptr;
        QPushButton* test = nullptr;
    };

    void build(OutputKind kind);
    void show(OutputKind kind, const OutputChoice& choice);
    [[nodiscard]] OutputChoice read(OutputKind kind) const;
    void look(OutputKind kind);
    void take(OutputKind kind);
    [[nodiscard]] Fields& of(OutputKind kind) { return m_fields[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] const Fields& of(OutputKind kind) const { return m_fields[static_cast<std::size_t>(kind)]; }

    OutputChoices m_choices;
    Preview m_preview;
    QTimer m_typing;  ///< what is typed is taken when nothing more comes for a while
    OutputKind m_typed = OutputKind::Webhook;
    std::array<Fields, kOutputKinds> m_fields;
};

}  // namespace ui
