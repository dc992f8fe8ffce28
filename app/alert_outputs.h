// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/deliver/outlet.h"
#include "core/deliver/webhook.h"
#endif
#include "app/kept_key.h"
#include "ui/shell/output_page.h"

#include <QObject>
#include <QTimer>

#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace app {

/// Sends alerts over the network where the user switched that on, each output on a thread of its own: a slow or
/// dead one holds up nobody. Thread: GUI.
class AlertOutputs final : public QObject {
    Q_OBJECT
public:
    /// How outputs are fed but for their name; tests make them fast.
    explicit AlertOutputs(ui::bridge::SecretStore& secrets, QString settingsFile,
                          core::deliver::OutletOptions options = {}, QObject* parent = nullptr);
    ~AlertOutputs() override;

    /// Reads the keys and starts what is switched on.
    void begin();
    /// Queues an alert for every output that takes it. Never waits.
    void offer(const core::Alert& alert);
    [[nodiscard]] const ui::OutputChoices& choices() const { return m_choices; }
    void choose(ui::OutputKind kind, const ui::OutputChoice& choice);
    void keepKey(ui::OutputKind kind, const QString& key, ui::KeyPlace place);
    [[nodiscard]] const QString& keyState(ui::OutputKind kind) const;
    /// Sends one alert that says it is a test, whether the output is on or not; tested() follows.
    void test(ui::OutputKind kind);
    [[nodiscard]] static ui::OutputPreview preview(ui::OutputKind kind, const ui::OutputChoice& choice);

    /// Nothing while the output is off.
    [[nodiscard]] std::optional<core::deliver::OutletStats> stats(ui::OutputKind kind) const;
    /// "sent 12, failed 1, …" in words, and whether something is wrong now.
    [[nodiscard]] QString stateText(ui::OutputKind kind) const;
    [[nodiscard]] bool troubled(ui::OutputKind kind) const;

signals:
    void stateChanged(ui::OutputKind kind);
    void keyChanged(ui::OutputKind kind);
    void tested(ui::OutputKind kind, const QString& text, bool good);

private:
    struct Line {
        std::unique_ptr<KeptKey> key;
        std::unique_ptr<core::deliver::Outlet> outlet;
        std::unique_ptr<core::deliver::Outlet> trial;  ///< a test under way
        QString told;                                  ///< state that was told last
        QString error;                                 ///< why it could not be started
    };

    [[nodiscard]] Line& line(ui::OutputKind kind) { return m_lines[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] const Line& line(ui::OutputKind kind) const { return m_lines[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] core::Result<std::unique_ptr<core::deliver::Outlet>> make(
        ui::OutputKind kind, const core::deliver::OutletOptions& options) const;
    void restart(ui::OutputKind kind);
    void look();
    /// Ends an outlet somewhere else: it may hang in a try.
    void retire(std::unique_ptr<core::deliver::Outlet> outlet);

    /// Keys for the threads of the outputs.
    struct Vault {
        std::mutex mutex;
        std::array<std::string, ui::kOutputKinds> keys;
    };

    const QString m_settingsFile;
    const core::deliver::OutletOptions m_options;
    ui::OutputChoices m_choices;
    std::shared_ptr<Vault> m_vault = std::make_shared<Vault>();
    std::array<Line, ui::kOutputKinds> m_lines;
    QTimer m_timer;
    struct Retired {
        std::shared_ptr<std::atomic<bool>> over;
        std::jthread thread;
    };
    std::vector<Retired> m_retired;
};

/// The settings of core for a choice of the user's.
[[nodiscard]] core::deliver::WebhookSettings webhookOf(ui::OutputKind kind, const ui::OutputChoice& choice);

}  // namespace app
