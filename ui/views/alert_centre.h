// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"
#include "ui/bridge/session_host.h"
#include "ui/models/alert_book.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

class QButtonGroup;
class QCheckBox;
class QLabel;
class QLineEdit;
class QMenu;
class QSettings;
class QToolButton;

namespace ui {

namespace bridge {
class DeliveryDesk;
}
class AlertTableModel;
class DataTable;

/// Every alert of this session and of those that were stored, with what the price did since and what the user holds
/// of it. A replay shows its own alone. Keys on a row: Enter opens the coin at the alert's candle, E the evidence,
/// T and F judge, U takes a verdict back, M mutes, Ctrl+Z undoes. Thread: GUI.
class AlertCentre final : public QWidget {
    Q_OBJECT
public:
    explicit AlertCentre(QWidget* parent = nullptr);

    /// Where stored alerts come from and verdicts go; null: nowhere. Both must outlive this.
    void setDesk(bridge::AlertDesk* desk) { m_desk = desk; }
    /// What mutes; null: nothing can be muted.
    void setDelivery(bridge::DeliveryDesk* delivery);
    /// Another session: what is listed goes.
    void begin(const bridge::SessionInfo& info);
    void show(const core::pipeline::Snapshot& snapshot);
    using QWidget::show;

    /// Whether somebody looks at what prices say about the confidences.
    void setFallsWanted(bool wanted);
    /// Whether pictures are to be shown here now.
    [[nodiscard]] bool wanted() const { return isVisible() || m_fallsWanted; }
    /// Whether everything that came is listed: many changes share a quarter of a second.
    [[nodiscard]] bool listed() const { return !m_listTimer.isActive(); }
    /// Coins whose last price is wanted, while this is looked at.
    [[nodiscard]] const std::vector<core::Mint>& priced() const { return m_priced; }
    [[nodiscard]] AlertTableModel& model() const { return *m_model; }
    [[nodiscard]] DataTable& table() const { return *m_table; }
    /// Writes the chosen rows, or all that are listed when none is. False when the file could not be written.
    bool exportTo(const QString& file, bool json) const;
    void restoreColumns(const QSettings& settings);
    void saveColumns(QSettings& settings) const;
    void focusSearch();

signals:
    /// The coin is to be opened at the candle of the alert.
    void openAsked(const core::Alert& alert);
    void evidenceAsked(const core::Alert& alert);
    void replayAsked(const core::Alert& alert);
    /// priced() is another list.
    void wishChanged();
    /// What is known about confidences; null for nothing.
    void reportChanged(const std::shared_ptr<const core::review::CalibrationReport>& report);
    void said(const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct Judgement {
        std::string key;
        std::optional<bool> verdict;
        std::string reason;
    };
    using Step = std::vector<Judgement>;

    QWidget* makeFilters();
    QWidget* makeActions();
    void fillMuteMenu(QMenu& menu);
    void fillRowMenu(QMenu& menu);
    void askExport(bool json);
    void ask();
    void takeHistory();
    /// Lists anew, at once or within the quarter of a second that many changes share.
    void changed(bool atOnce);
    void list();
    void tellCounts();
    void takeMutes();
    [[nodiscard]] const AlertRow* current() const;
    [[nodiscard]] std::vector<const AlertRow*> chosen() const;
    void judge(std::optional<bool> verdict, const std::string& reason = {});
    void judgeWithReason();
    /// Carries out a step and returns the one that undoes it.
    Step apply(const Step& step);
    void undo();
    void redo();
    void open();
    void evidence();

    bridge::AlertDesk* m_desk = nullptr;
    bridge::DeliveryDesk* m_delivery = nullptr;
    AlertBook m_book;
    AlertFilter m_filter;
    AlertTableModel* m_model;
    DataTable* m_table;
    QLabel* m_count = nullptr;
    QLabel* m_trouble = nullptr;
    QLineEdit* m_search = nullptr;
    QCheckBox* m_unjudged = nullptr;
    std::array<QToolButton*, 4> m_groups{};  ///< all, then by AlertGroup
    std::vector<QToolButton*> m_rowActions;  ///< enabled while a row is current
    QToolButton* m_mute = nullptr;
    std::vector<core::Mint> m_priced;
    std::vector<Step> m_undo;
    std::vector<Step> m_redo;
    bool m_keeps = false;
    bool m_fallsWanted = false;
    core::pipeline::Mode m_mode = core::pipeline::Mode::Idle;
    QTimer m_listTimer;  ///< many changes are one list
    QTimer m_askTimer;   ///< a search is asked for once typing stops; stored alerts are read anew now and then
    QElapsedTimer m_listed;
};

}  // namespace ui
