// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_palette.h"

#include "ui/theme/palette.h"
#include "ui/theme/style.h"

#include <QAbstractListModel>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ui {
namespace {

constexpr int kWidth = 620;
constexpr int kTop = 40;
constexpr int kRowHeight = 24;
constexpr int kMostRows = 14;
constexpr std::size_t kMostEntries = 200;
constexpr int kNoteRole = Qt::UserRole;
constexpr int kShortcutRole = Qt::UserRole + 1;

class EntryDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const auto& colors = theme::palette();
        const bool chosen = (option.state & QStyle::State_Selected) != 0;
        painter->fillRect(option.rect, chosen ? colors.selection : colors.pane);
        QRect room = option.rect.adjusted(12, 0, -12, 0);
        painter->setFont(theme::font(11));
        painter->setPen(colors.dim);
        const QString shortcut = index.data(kShortcutRole).toString();
        painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter, shortcut);
        room.adjust(0, 0, -painter->fontMetrics().horizontalAdvance(shortcut) - 12, 0);
        const QString title = index.data().toString();
        painter->setFont(theme::font(12));
        const QFontMetrics metrics = painter->fontMetrics();
        painter->setPen(chosen ? colors.strong : colors.text);
        const QString shown = metrics.elidedText(title, Qt::ElideRight, room.width());
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter, shown);
        room.adjust(metrics.horizontalAdvance(shown) + 10, 0, 0, 0);
        painter->setFont(theme::font(11));
        painter->setPen(colors.dim);
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data(kNoteRole).toString(), Qt::ElideRight,
                                                            std::max(0, room.width())));
    }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {kWidth, kRowHeight}; }
};

}  // namespace

class CommandPalette::Model final : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;
    int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(entries.size());
    }
    QVariant data(const QModelIndex& index, int role) const override {
        const PaletteEntry& entry = entries[static_cast<std::size_t>(index.row())];
        if (role == Qt::DisplayRole) return entry.title;
        if (role == Qt::AccessibleTextRole)
            return entry.shortcut.isEmpty() ? entry.title : entry.title + QStringLiteral(", ") + entry.shortcut;
        if (role == kNoteRole) return entry.note;
        if (role == kShortcutRole) return entry.shortcut;
        return {};
    }
    void set(std::vector<PaletteEntry> next) {
        beginResetModel();
        entries = std::move(next);
        endResetModel();
    }
    std::vector<PaletteEntry> entries;
};

int matchScore(const QString& title, const QString& text) {
    if (text.isEmpty()) return 1;
    const QString in = title.toCaseFolded();
    const QString wanted = text.toCaseFolded();
    constexpr int kWhole = 1000, kBeginning = 800, kWord = 600, kInside = 400, kLetters = 100;
    if (in == wanted) return kWhole;
    if (in.startsWith(wanted)) return kBeginning;
    if (in.contains(u' ' + wanted)) return kWord;
    if (in.contains(wanted)) return kInside;
    // Letters in order; fewer leaps are better.
    int leaps = 0;
    qsizetype at = -1;
    for (const QChar letter : wanted) {
        if (letter.isSpace()) continue;
        const qsizetype next = in.indexOf(letter, at + 1);
        if (next < 0) return 0;
        leaps += next == at + 1 ? 0 : 1;
        at = next;
    }
    return std::max(1, kLetters - leaps * 10);
}

CommandPalette::CommandPalette(QWidget* window)
    : QWidget(window), m_model(new Model(this)), m_text(new QLineEdit), m_list(new QListView) {
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Command palette"));
    m_text->setObjectName(QStringLiteral("paletteText"));
    m_text->setAccessibleName(tr("Find a command, a coin or a wallet"));
    m_text->setPlaceholderText(tr("Find a command, or paste a mint, a wallet or a ticker"));
    m_text->setMaxLength(2048);
    m_text->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("Matches"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new EntryDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(4);
    layout->addWidget(m_text);
    layout->addWidget(m_list);
    connect(m_text, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) {
        m_list->setCurrentIndex(index);
        runCurrent();
    });
    hide();
}

void CommandPalette::open(const QString& text) {
    if (!isVisible()) m_focusBefore = QApplication::focusWidget();
    m_text->setText(text);
    m_text->selectAll();
    fill();
    const int width = std::min(kWidth, parentWidget()->width() - 40);
    setGeometry((parentWidget()->width() - width) / 2, kTop, width, 44 + kMostRows * kRowHeight);
    show();
    raise();
    m_text->setFocus(Qt::ShortcutFocusReason);
}

int CommandPalette::count() const {
    return m_model->rowCount();
}

QString CommandPalette::titleAt(int row) const {
    return m_model->entries.at(static_cast<std::size_t>(row)).title;
}

void CommandPalette::fill() {
    const QString text = m_text->text().trimmed();
    std::vector<PaletteEntry> all;
    for (const Source& source : m_sources) {
        std::vector<std::pair<int, PaletteEntry>> scored;
        for (PaletteEntry& entry : source(text)) {
            const int score = std::max(matchScore(entry.title, text), matchScore(entry.note, text) / 2);
            if (score > 0) scored.emplace_back(score, std::move(entry));
        }
        std::stable_sort(scored.begin(), scored.end(),
                         [](const auto& a, const auto& b) { return a.first > b.first; });
        for (auto& [score, entry] : scored)
            if (all.size() < kMostEntries) all.push_back(std::move(entry));
    }
    m_model->set(std::move(all));
    if (m_model->rowCount() > 0) m_list->setCurrentIndex(m_model->index(0));
}

void CommandPalette::leave() {
    hide();
    if (m_focusBefore) m_focusBefore->setFocus(Qt::OtherFocusReason);
    m_focusBefore = nullptr;
}

void CommandPalette::runCurrent() {
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid()) return;
    // What runs may open the palette again or end the window.
    const auto run = m_model->entries[static_cast<std::size_t>(index.row())].run;
    leave();
    if (run) run();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_text) return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut) {
        // Its own context menu is no leaving.
        if (static_cast<QFocusEvent*>(event)->reason() == Qt::PopupFocusReason) return false;
        m_focusBefore = nullptr;
        hide();
        return false;
    }
    if (event->type() != QEvent::KeyPress) return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    const int row = m_list->currentIndex().row();
    const auto go = [this](int to) {
        if (m_model->rowCount() > 0)
            m_list->setCurrentIndex(m_model->index(std::clamp(to, 0, m_model->rowCount() - 1)));
    };
    switch (key->key()) {
        case Qt::Key_Escape: leave(); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter: runCurrent(); return true;
        case Qt::Key_Down: go(row + 1); return true;
        case Qt::Key_Up: go(row - 1); return true;
        case Qt::Key_PageDown: go(row + kMostRows); return true;
        case Qt::Key_PageUp: go(row - kMostRows); return true;
        default: return false;
    }
}

void CommandPalette::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme::palette().pane);
    painter.setPen(theme::palette().link);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

}  // namespace ui
