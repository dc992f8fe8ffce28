// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/watchlist_view.h"

#include "core/labels/label_text.h"
#include "ui/format/count_text.h"
#include "ui/format/number_text.h"
#include "ui/format/token_text.h"
#include "ui/labels/label_store.h"
#include "ui/models/label_model.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"
#include "ui/views/data_table.h"
#include "ui/views/external_links.h"

#include <QClipboard>
#include <QColorDialog>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSaveFile>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

using core::labels::Label;
using core::labels::LabelKey;
using core::labels::LabelKind;

namespace {

constexpr qint64 kLargestFile = 32'000'000;

}  // namespace

WatchlistView::WatchlistView(LabelStore& labels, QWidget* parent)
    : QWidget(parent),
      m_labels(labels),
      m_model(new LabelModel(labels, this)),
      m_table(new DataTable(m_model, QStringLiteral("labels"), tr("Watchlist"))) {
    setObjectName(QStringLiteral("watchlistView"));
    setAccessibleName(tr("Watchlist"));
    m_tables = {m_table};
    m_table->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::SelectedClicked);
    m_table->setEmptyText(
        tr("Nobody is watched yet. Paste addresses below, one a line, or a list exported from "
           "another program; or press Watch on a wallet's page."));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(8, 3, 8, 3);
    line->setSpacing(6);
    m_filter = new QLineEdit;
    m_filter->setObjectName(QStringLiteral("labelFilter"));
    m_filter->setAccessibleName(tr("Find in the watchlist"));
    m_filter->setPlaceholderText(tr("Find"));
    m_filter->setClearButtonEnabled(true);
    m_group = new QComboBox;
    m_group->setObjectName(QStringLiteral("labelGroup"));
    m_group->setAccessibleName(tr("Group shown"));
    line->addWidget(m_filter, 1);
    line->addWidget(m_group);
    all->addLayout(line);
    // A pane at the side is too narrow for all of it in one line.
    line = new QHBoxLayout;
    line->setContentsMargins(8, 0, 8, 3);
    line->setSpacing(6);
    const auto button = [&](const QString& id, const QString& text, const QString& toolTip, auto slot) {
        auto* out = new QToolButton;
        out->setObjectName(id);
        out->setText(text);
        out->setAccessibleName(text);
        out->setToolTip(toolTip);
        out->setProperty("flat", true);
        out->setFont(theme::font(11));
        connect(out, &QToolButton::clicked, this, slot);
        line->addWidget(out);
        return out;
    };
    m_undo = button(QStringLiteral("labelUndo"), tr("Undo"), tr("Takes the last change back (Ctrl+Z)"),
                    [this] { m_labels.undo(); });
    m_redo = button(QStringLiteral("labelRedo"), tr("Redo"), tr("Does it again (Ctrl+Shift+Z)"),
                    [this] { m_labels.redo(); });
    button(QStringLiteral("labelColor"), tr("Colour…"), tr("Colour of the selected rows on map and tables"),
           [this] { chooseColor(); });
    button(QStringLiteral("labelRemove"), tr("Remove"),
           tr("Removes the selected rows (Del); undo brings them back"), [this] { removeChosen(); });
    button(QStringLiteral("labelImport"), tr("Import…"),
           tr("Reads CSV, JSON, or lines of address and name, as other programs export them"),
           [this] { askImport(); });
    button(QStringLiteral("labelExport"), tr("Export…"), tr("Writes all labels as CSV or JSON"),
           [this] { askExport(); });
    line->addStretch(1);
    all->addLayout(line);
    all->addWidget(m_table, 1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(8, 3, 8, 3);
    m_address = new QLineEdit;
    m_address->setObjectName(QStringLiteral("labelAddress"));
    m_address->setAccessibleName(tr("Address to watch"));
    m_address->setPlaceholderText(tr("Address, or address and name"));
    auto* addButton = new QToolButton;
    addButton->setObjectName(QStringLiteral("labelAdd"));
    addButton->setText(tr("Watch"));
    addButton->setAccessibleName(tr("Watch this address"));
    addButton->setFont(theme::font(11));
    m_note = new QLabel;
    m_note->setObjectName(QStringLiteral("labelNote"));
    m_note->setFont(theme::font(11));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setStyleSheet(QStringLiteral("color:") + theme::palette().dim.name());
    foot->addWidget(m_address, 1);
    foot->addWidget(addButton);
    foot->addWidget(m_note);
    all->addLayout(foot);
    connect(m_address, &QLineEdit::returnPressed, this, &WatchlistView::add);
    connect(addButton, &QToolButton::clicked, this, &WatchlistView::add);
    const auto filter = [this] {
        m_model->setFilter(m_filter->text(),
                           m_group->currentIndex() <= 0 ? std::nullopt : std::optional{m_group->currentText()});
    };
    connect(m_filter, &QLineEdit::textChanged, this, filter);
    connect(m_group, &QComboBox::currentIndexChanged, this, filter);
    connect(m_table, &DataTable::said, this, &WatchlistView::said);
    connect(m_table, &DataTable::rowOpened, this, &WatchlistView::open);
    m_table->fillMenu = [this](QMenu& menu, int row) {
        const Label& label = m_model->row(row);
        const QString address = QString::fromStdString(label.key.address.base58());
        menu.addAction(tr("Open"), this, [this, row] { open(row); });
        menu.addAction(tr("Copy address"), this, [this, address] {
            QGuiApplication::clipboard()->setText(address);
            emit said(tr("Copied %1").arg(address));
        });
        if (label.key.kind == LabelKind::Wallet) addLinks(menu, walletLinks(core::Wallet{label.key.address}));
    };
    connect(&m_labels, &LabelStore::changed, this, &WatchlistView::refresh);
    refresh();
}

void WatchlistView::refresh() {
    const QString chosen = m_group->currentIndex() > 0 ? m_group->currentText() : QString();
    QStringList groups{tr("All groups")};
    for (const std::string& group : m_labels.book().groups()) groups << QString::fromStdString(group);
    QStringList present;
    for (int i = 0; i < m_group->count(); ++i) present << m_group->itemText(i);
    if (present != groups) {
        const QSignalBlocker quiet(m_group);
        m_group->clear();
        m_group->addItems(groups);
        m_group->setCurrentIndex(std::max(0, static_cast<int>(groups.indexOf(chosen))));
    }
    m_table->keepPlace([this] { m_model->refresh(); });
    m_undo->setEnabled(m_labels.book().canUndo());
    m_redo->setEnabled(m_labels.book().canRedo());
    std::size_t watched = 0;
    std::size_t blocked = 0;
    for (const auto& [key, label] : m_labels.book().all()) {
        watched += label.watched ? 1 : 0;
        blocked += label.blocked ? 1 : 0;
    }
    m_note->setText(tr("%1 · %2 watched · %3 blocked")
                        .arg(format::counted(format::Noun::Label, m_labels.book().all().size()))
                        .arg(watched)
                        .arg(blocked));
}

void WatchlistView::open(int row) {
    const Label& label = m_model->row(row);
    switch (label.key.kind) {
        case LabelKind::Wallet: emit walletOpened(core::Wallet{label.key.address}); break;
        case LabelKind::Coin: emit tokenChosen(core::Mint{label.key.address}); break;
        case LabelKind::Crew: emit crewOpened(core::Wallet{label.key.address}); break;
    }
}

void WatchlistView::add() {
    const QString text = m_address->text().trimmed();
    if (text.isEmpty()) return;
    if (m_labels.importText(text.toUtf8(), tr("what you typed"))) m_address->clear();
}

void WatchlistView::paste() {
    const QString text = QGuiApplication::clipboard()->text();
    if (!text.trimmed().isEmpty()) (void)m_labels.importText(text.toUtf8(), tr("the clipboard"));
}

void WatchlistView::removeChosen() {
    std::vector<LabelKey> keys;
    for (const int row : m_table->chosenRows()) keys.push_back(m_model->row(row).key);
    if (keys.empty()) {
        emit said(tr("Nothing is selected: click a row first"));
        return;
    }
    m_labels.remove(keys, tr("remove %1").arg(format::counted(format::Noun::Label, keys.size())));
    emit said(
        tr("Removed %1; Ctrl+Z brings back what was there").arg(format::counted(format::Noun::Label, keys.size())));
}

void WatchlistView::chooseColor() {
    std::vector<Label> labels;
    for (const int row : m_table->chosenRows()) labels.push_back(m_model->row(row));
    if (labels.empty()) {
        emit said(tr("Nothing is selected: click a row first"));
        return;
    }
    auto* dialog = new QColorDialog(this);
    dialog->setObjectName(QStringLiteral("labelColorDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (labels.front().color) dialog->setCurrentColor(QColor::fromRgb(*labels.front().color));
    connect(dialog, &QColorDialog::colorSelected, this, [this, labels](const QColor& color) mutable {
        for (Label& label : labels) label.color = color.rgb() & 0xffffffU;
        m_labels.put(labels, tr("colour of %1").arg(format::counted(format::Noun::Label, labels.size())));
    });
    dialog->open();
}

bool WatchlistView::importFrom(const QString& file) {
    QFile in(file);
    const QString name = QFileInfo(file).fileName();
    if (!in.open(QIODevice::ReadOnly)) {
        emit said(tr("%1 could not be read").arg(name));
        return false;
    }
    if (in.size() > kLargestFile) {
        emit said(tr("%1 is larger than 32 MB: no list of wallets").arg(name));
        return false;
    }
    return m_labels.importText(in.readAll(), name);
}

bool WatchlistView::exportTo(const QString& file) {
    std::vector<Label> labels;
    for (const auto& [key, label] : m_labels.book().all()) labels.push_back(label);
    const std::string text = file.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive)
                                 ? core::labels::writeJson(labels)
                                 : core::labels::writeCsv(labels);
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly)) return false;
    out.write(text.data(), static_cast<qint64>(text.size()));
    return out.commit();
}

void WatchlistView::askImport() {
    auto* dialog = new QFileDialog(this, tr("Import labels"), {}, tr("Lists (*.csv *.json *.txt);;All files (*)"));
    dialog->setObjectName(QStringLiteral("labelImportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) { (void)importFrom(file); });
    dialog->open();
}

void WatchlistView::askExport() {
    auto* dialog = new QFileDialog(this, tr("Export labels"), QStringLiteral("labels.json"),
                                   tr("JSON (*.json);;Comma-separated values (*.csv)"));
    dialog->setObjectName(QStringLiteral("labelExportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        emit said(exportTo(file) ? tr("Wrote %1").arg(file)
                                 : tr("%1 could not be written; choose another folder").arg(file));
    });
    dialog->open();
}

bool WatchlistView::event(QEvent* event) {
    // Here these keys speak of the list, not of the window.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Paste) || key->matches(QKeySequence::Undo) ||
            key->matches(QKeySequence::Redo)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void WatchlistView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Undo)) {
        m_labels.undo();
        return;
    }
    if (event->matches(QKeySequence::Redo)) {
        m_labels.redo();
        return;
    }
    if (event->matches(QKeySequence::Paste)) {
        paste();
        return;
    }
    if (event->key() == Qt::Key_Delete) {
        removeChosen();
        return;
    }
    QWidget::keyPressEvent(event);
}

}  // namespace ui
