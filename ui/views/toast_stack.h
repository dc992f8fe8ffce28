// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/notifier.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace ui {

class Toast;

/// Notices in a corner of the window, for when the desktop has nobody to say them. The same key replaces; at most
/// kMost stand there, and their time stops under the pointer. Everything in them is in the list of alerts too.
/// Thread: GUI.
class ToastStack final : public QWidget {
    Q_OBJECT
public:
    static constexpr std::size_t kMost = 3;
    static constexpr int kSeconds = 8;

    explicit ToastStack(QWidget* window);

    void show(const bridge::Notice& notice);
    using QWidget::show;
    [[nodiscard]] std::size_t count() const { return m_toasts.size(); }
    void closeAll();

signals:
    /// "open", "mute" or "copy".
    void acted(const QString& key, const QString& action);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void remove(Toast* toast);
    void place();

    QVBoxLayout* m_layout;
    std::vector<Toast*> m_toasts;  ///< oldest first
};

}  // namespace ui
