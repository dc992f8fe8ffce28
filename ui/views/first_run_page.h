// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QPushButton;

namespace ui {

class FirstSteps;

/// What one sees without a session: three ways to begin, none needs a key.
class FirstRunPage final : public QWidget {
    Q_OBJECT
public:
    explicit FirstRunPage(QWidget* parent = nullptr);

    void setBundledAvailable(bool available);
    /// Replay speed the user chose: 1 = original pace, 0 = as fast as possible.
    [[nodiscard]] double speed() const;
    void setSpeed(double speed);
    [[nodiscard]] FirstSteps& steps() const { return *m_steps; }

signals:
    void bundledRequested();
    void liveRequested();
    void recordingRequested();

private:
    QPushButton* m_bundled;
    QComboBox* m_speed;
    FirstSteps* m_steps;
};

}  // namespace ui
