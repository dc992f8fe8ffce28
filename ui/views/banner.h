// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/health_text.h"

#include <QFrame>

class QLabel;

namespace ui {

/// One line across the window that says what happened, what still works and what to do. It never blocks.
/// A text that was closed does not come back until another one was shown.
class Banner final : public QFrame {
    Q_OBJECT
public:
    /// `id` names the banner and its label ("trouble" gives "troubleText").
    explicit Banner(const QString& id, QWidget* parent = nullptr);

    /// Shows `text`; an empty one hides the banner. `topic` decides whether it is still the same trouble,
    /// so that a countdown inside the text does not bring a closed banner back.
    void setMessage(const QString& text, Tone tone, const QString& topic);
    [[nodiscard]] QString message() const;

private:
    QLabel* m_text;
    QString m_topic;
    QString m_closedTopic;
};

}  // namespace ui
