// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/toast_stack.h"

#include "ui/theme/palette.h"
#include "ui/theme/style.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

constexpr int kWidth = 340;
constexpr int kMargin = 12;

}  // namespace

/// One notice.
class Toast final : public QWidget {
    Q_OBJECT
public:
    explicit Toast(QWidget* parent) : QWidget(parent), m_title(new QLabel), m_body(new QLabel) {
        setObjectName(QStringLiteral("toast"));
        setFixedWidth(kWidth);
        m_title->setObjectName(QStringLiteral("toastTitle"));
        m_title->setTextFormat(Qt::PlainText);
        m_title->setFont(theme::font(12, true));
        m_body->setObjectName(QStringLiteral("toastBody"));
        m_body->setTextFormat(Qt::PlainText);
        m_body->setWordWrap(true);
        auto* close = new QToolButton;
        close->setObjectName(QStringLiteral("toastClose"));
        close->setText(QStringLiteral("×"));
        close->setAccessibleName(tr("Close this notice"));
        close->setProperty("flat", true);
        connect(close, &QToolButton::clicked, this, &Toast::over);
        auto* head = new QHBoxLayout;
        head->addWidget(m_title, 1);
        head->addWidget(close);
        auto* foot = new QHBoxLayout;
        for (const auto& [action, text] :
             {std::pair{"open", tr("Open")}, std::pair{"mute", tr("Mute 1 h")}, std::pair{"copy", tr("Copy CA")}}) {
            auto* button = new QToolButton;
            button->setObjectName(QStringLiteral("toast_") + QLatin1String(action));
            button->setText(text);
            connect(button, &QToolButton::clicked, this, [this, name = QString::fromLatin1(action)] {
                emit acted(m_key, name);
                emit over();
            });
            foot->addWidget(button);
        }
        foot->addStretch();
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(14, 6, 6, 8);
        layout->setSpacing(4);
        layout->addLayout(head);
        layout->addWidget(m_body);
        layout->addLayout(foot);
        m_timer.setSingleShot(true);
        m_timer.setInterval(ToastStack::kSeconds * 1000);
        connect(&m_timer, &QTimer::timeout, this, &Toast::over);
    }
    void set(const bridge::Notice& notice) {
        m_key = notice.key;
        m_urgency = notice.urgency;
        m_title->setText(notice.title);
        m_body->setText(notice.body);
        setAccessibleName(notice.title);
        setAccessibleDescription(notice.body);
        m_timer.start();
        update();
        // Screen readers hear of it although nothing took the focus.
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
    [[nodiscard]] const QString& key() const { return m_key; }
    [[nodiscard]] bool waits() const { return !m_timer.isActive(); }

signals:
    void acted(const QString& key, const QString& action);
    void over();

protected:
    void enterEvent(QEnterEvent*) override { m_timer.stop(); }
    void leaveEvent(QEvent*) override { m_timer.start(); }
    void paintEvent(QPaintEvent*) override {
        const auto& colors = theme::palette();
        QPainter painter(this);
        painter.fillRect(rect(), colors.pane);
        painter.setPen(colors.line);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
        painter.fillRect(QRect(0, 0, 3, height()), m_urgency == bridge::Notice::Urgency::Critical ? colors.danger
                                                   : m_urgency == bridge::Notice::Urgency::Normal ? colors.attention
                                                                                                  : colors.link);
    }

private:
    QString m_key;
    bridge::Notice::Urgency m_urgency = bridge::Notice::Urgency::Normal;
    QLabel* m_title;
    QLabel* m_body;
    QTimer m_timer;
};

ToastStack::ToastStack(QWidget* window) : QWidget(window), m_layout(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("toasts"));
    setAccessibleName(tr("Notices"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(6);
    // Texts wrap: how high a notice is shows once it is laid out.
    m_layout->setSizeConstraint(QLayout::SetFixedSize);
    window->installEventFilter(this);
    hide();
}

void ToastStack::show(const bridge::Notice& notice) {
    const auto same =
        std::find_if(m_toasts.begin(), m_toasts.end(), [&](const Toast* one) { return one->key() == notice.key; });
    Toast* toast = same == m_toasts.end() ? nullptr : *same;
    if (toast == nullptr) {
        if (m_toasts.size() >= kMost) remove(m_toasts.front());
        toast = new Toast(this);
        connect(toast, &Toast::acted, this, &ToastStack::acted);
        connect(toast, &Toast::over, this, [this, toast] { remove(toast); });
        m_toasts.push_back(toast);
        m_layout->addWidget(toast);
    }
    toast->set(notice);
    QWidget::show();
    place();
}

void ToastStack::remove(Toast* toast) {
    std::erase(m_toasts, toast);
    m_layout->removeWidget(toast);
    toast->hide();
    toast->deleteLater();
    setVisible(!m_toasts.empty());
    place();
}

void ToastStack::closeAll() {
    while (!m_toasts.empty()) remove(m_toasts.back());
}

void ToastStack::place() {
    m_layout->activate();
    // Above the status bar, at the side where alerts are listed.
    constexpr int kStatusBar = 24;
    move(parentWidget()->width() - width() - kMargin, parentWidget()->height() - height() - kMargin - kStatusBar);
    raise();
}

void ToastStack::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    place();
}

bool ToastStack::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && isVisible()) place();
    return QWidget::eventFilter(watched, event);
}

}  // namespace ui

#include "toast_stack.moc"
