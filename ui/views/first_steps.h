// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <array>

class QLabel;
class QToolButton;

namespace ui {

/// What a new user does once: connect, watch somebody, make a rule, see an alert on the desktop. Each row says
/// whether it is done and leads to where it is done.
class FirstSteps final : public QWidget {
    Q_OBJECT
public:
    enum Step : std::uint8_t { Connect, Watch, Rule, Notification };
    static constexpr std::size_t kSteps = 4;

    explicit FirstSteps(QWidget* parent = nullptr);

    void setDone(Step step, bool done);
    [[nodiscard]] bool done(Step step) const { return m_done[step]; }
    [[nodiscard]] bool allDone() const;

signals:
    void stepAsked(ui::FirstSteps::Step step);

private:
    struct Row {
        QLabel* mark = nullptr;
        QToolButton* go = nullptr;
    };
    void show(std::size_t step);

    std::array<Row, kSteps> m_rows;
    std::array<bool, kSteps> m_done{};
    QLabel* m_head;
};

}  // namespace ui
