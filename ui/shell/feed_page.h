// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/source/probe.h"
#endif
#include "ui/shell/settings_page.h"

#include <cstdint>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSettings;
class QSpinBox;

namespace ui {

/// Where the key of the live feed is kept.
enum class KeyPlace : std::uint8_t { Keyring, File, Session };

/// What "Connect live" connects to. A key is no part of it.
struct FeedChoice {
    QString source = QStringLiteral("solana-rpc");
    QString wsUrl;    ///< empty: the source's public endpoint
    QString httpUrl;  ///< likewise
    int lookupsPerHour = 1'800;
    KeyPlace keyPlace = KeyPlace::Keyring;

    friend bool operator==(const FeedChoice&, const FeedChoice&) = default;
};
[[nodiscard]] FeedChoice readFeedChoice(const QSettings& settings);
void keepFeedChoice(QSettings& settings, const FeedChoice& choice);

/// Whether a text is empty or an address of one of the schemes with a host and no user, password or key in it.
[[nodiscard]] bool isEndpoint(const QString& text, const QStringList& schemes);

/// The settings of the live feed. Thread: GUI.
class FeedPage final : public SettingsPage {
    Q_OBJECT
public:
    explicit FeedPage(const FeedChoice& choice, QWidget* parent = nullptr);
    /// What became of the key: where it is kept, or why not. Never the key.
    void setKeyState(const QString& text);
    void reset() override;

    /// A test of the feed begins; `host` is what its address names.
    void beginTest(const QString& host);
    void showTestBegun(core::source::ProbeStage stage);
    void showTestStep(const core::source::ProbeStep& step);
    void finishTest();

signals:
    /// A choice that can be connected to.
    void changed(const ui::FeedChoice& choice);
    /// A key was typed and is to be kept; an empty one is to be forgotten.
    void keyEntered(const QString& key, ui::KeyPlace place);
    /// What is chosen is to be tried step by step; see beginTest().
    void testAsked();
    /// Nobody waits for the test any more.
    void testEnded();

private:
    void show(const FeedChoice& choice);
    void take();
    void takeKey();
    void buildTest();

    FeedChoice m_choice;
    QComboBox* m_source;
    QLineEdit* m_ws;
    QLineEdit* m_http;
    QSpinBox* m_lookups;
    QLineEdit* m_key;
    QComboBox* m_place;
    QPushButton* m_keep;
    QLabel* m_keyState;
    QLabel* m_answer;
    QPushButton* m_test;
    QListWidget* m_steps;
    QString m_host;     ///< of the test
    qint64 m_took = 0;  ///< milliseconds, of its steps so far
    bool m_testing = false;
    bool m_failed = false;
};

}  // namespace ui
