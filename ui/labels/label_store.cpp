// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/labels/label_store.h"

#include "core/labels/label_file.h"
#include "core/labels/label_text.h"
#include "ui/format/count_text.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <filesystem>

namespace ui {

using core::labels::Label;
using core::labels::LabelKey;
using core::labels::LabelKind;

namespace {

constexpr int kSaveAfter = 1'000;  // ms
constexpr int kSettle = 60;        // ms: a file that is being written is read when it is quiet

std::filesystem::path pathOf(const QString& file) {
    return {file.toStdU16String()};
}

QByteArray contentOf(const QString& name) {
    constexpr qint64 kMost = 64'000'000;
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.read(kMost) : QByteArray();
}

}  // namespace

LabelStore::LabelStore(QString file, QObject* parent) : QObject(parent), m_file(std::move(file)) {
    m_save.setSingleShot(true);
    m_save.setInterval(kSaveAfter);
    connect(&m_save, &QTimer::timeout, this, &LabelStore::flush);
    if (m_file.isEmpty()) return;
    auto loaded = core::labels::loadLabels(pathOf(m_file));
    if (!loaded) {
        m_trouble = tr("Labels could not be read: %1").arg(QString::fromStdString(loaded.error().context));
        return;
    }
    m_trouble = QString::fromStdString(loaded->trouble);
    m_book.load(std::move(loaded->labels));
    m_known = contentOf(m_file);
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettle);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_settle, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_settle, qOverload<>(&QTimer::start));
    connect(&m_settle, &QTimer::timeout, this, &LabelStore::readAgain);
    watch();
}

void LabelStore::watch() {
    // A file that is written anew is another one; the folder tells of the first.
    const QString folder = QFileInfo(m_file).absolutePath();
    if (!m_watcher.directories().contains(folder)) m_watcher.addPath(folder);
    if (QFileInfo::exists(m_file) && !m_watcher.files().contains(m_file)) m_watcher.addPath(m_file);
}

void LabelStore::readAgain() {
    watch();
    // What waits to be written here is younger.
    if (m_save.isActive()) return;
    const QByteArray content = contentOf(m_file);
    if (content.isEmpty() || content == m_known) return;
    auto read = core::labels::readLabels({content.constData(), static_cast<std::size_t>(content.size())});
    // One that cannot be read is somebody's unfinished work: it stays where it is, and so does what is known.
    if (!read) return;
    m_known = content;
    m_book.load(std::move(read->labels));
    emit changed();
}

LabelStore::~LabelStore() {
    flush();
}

void LabelStore::flush() {
    if (!m_save.isActive()) return;
    m_save.stop();
    if (m_file.isEmpty()) return;
    std::vector<Label> labels;
    for (const auto& [key, label] : m_book.all()) labels.push_back(label);
    if (const auto saved = core::labels::saveLabels(pathOf(m_file), labels); !saved)
        emit said(tr("Labels could not be written: %1. They are kept until the program ends.")
                      .arg(QString::fromStdString(saved.error().context)));
    m_known = contentOf(m_file);
    watch();
}

void LabelStore::touched() {
    m_save.start();
    emit changed();
}

QString LabelStore::nameOf(const core::Wallet& wallet) const {
    const Label* own = m_book.wallet(wallet);
    if (own != nullptr && !own->name.empty()) return QString::fromStdString(own->name);
    const Label* crew = m_book.crewOf(wallet);
    return crew == nullptr ? QString() : QString::fromStdString(crew->name);
}

QColor LabelStore::colorOf(const core::Wallet& wallet) const {
    for (const Label* label : {m_book.wallet(wallet), m_book.crewOf(wallet)})
        if (label != nullptr && label->color) return QColor::fromRgb(*label->color);
    return {};
}

Label LabelStore::labelOf(const LabelKey& key) const {
    if (const Label* known = m_book.find(key)) return *known;
    Label out;
    out.key = key;
    return out;
}

void LabelStore::put(const std::vector<Label>& labels, const QString& what) {
    const std::uint64_t before = m_book.version();
    if (const auto done = m_book.put(labels, what.toStdString()); !done) {
        emit said(tr("Nothing was changed: %1").arg(QString::fromStdString(done.error().context)));
        return;
    }
    if (m_book.version() != before) touched();
}

void LabelStore::remove(const std::vector<LabelKey>& keys, const QString& what) {
    const std::uint64_t before = m_book.version();
    m_book.remove(keys, what.toStdString());
    if (m_book.version() != before) touched();
}

void LabelStore::change(const LabelKey& key, const QString& what, const std::function<void(Label&)>& edit) {
    Label label = labelOf(key);
    edit(label);
    put({label}, what);
}

void LabelStore::nameCrew(const QString& name, const std::vector<core::Wallet>& wallets) {
    if (wallets.empty()) return;
    Label label;
    label.key = {LabelKind::Crew, core::Pubkey{*std::min_element(wallets.begin(), wallets.end())}};
    if (const Label* known = m_book.find(label.key)) label = *known;
    label.name = name.toStdString();
    label.wallets = wallets;
    put({label}, tr("name crew %1").arg(name));
    emit said(tr("Named %1 “%2”. Ctrl+Z in the watchlist takes it back.")
                  .arg(format::counted(format::Noun::Wallet, wallets.size()), name));
}

void LabelStore::undo() {
    const QString what = QString::fromStdString(m_book.undoText());
    if (!m_book.undo()) {
        emit said(tr("There is nothing to undo"));
        return;
    }
    touched();
    emit said(tr("Undone: %1").arg(what));
}

void LabelStore::redo() {
    const QString what = QString::fromStdString(m_book.redoText());
    if (!m_book.redo()) {
        emit said(tr("There is nothing to do again"));
        return;
    }
    touched();
    emit said(tr("Done again: %1").arg(what));
}

bool LabelStore::importText(const QByteArray& text, const QString& source) {
    auto read = core::labels::readLabels(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    if (!read) {
        emit said(tr("Nothing was imported from %1: %2").arg(source, QString::fromStdString(read.error().context)));
        return false;
    }
    // What a list does not speak of stays as the user has it.
    std::size_t fresh = 0;
    for (Label& label : read->labels) {
        const Label* known = m_book.find(label.key);
        if (known == nullptr) {
            ++fresh;
            continue;
        }
        Label merged = *known;
        if (!label.name.empty()) merged.name = label.name;
        if (label.color) merged.color = label.color;
        if (!label.note.empty()) merged.note = label.note;
        if (!label.group.empty()) merged.group = label.group;
        merged.tags.insert(merged.tags.end(), label.tags.begin(), label.tags.end());
        merged.wallets.insert(merged.wallets.end(), label.wallets.begin(), label.wallets.end());
        merged.watched = merged.watched || label.watched;
        merged.blocked = merged.blocked || label.blocked;
        merged.alerts = merged.alerts || label.alerts;
        label = merged;
    }
    const std::uint64_t before = m_book.version();
    put(read->labels, tr("import of %1").arg(source));
    QString told = tr("Read %1 from %2, %3 of them new")
                       .arg(format::counted(format::Noun::Entry, read->labels.size()), source)
                       .arg(fresh);
    if (read->skipped != 0)
        told += tr("; left out: %1 (%2)").arg(read->skipped).arg(QString::fromStdString(read->firstSkipped));
    if (m_book.version() == before) told += tr("; nothing changed");
    emit said(told);
    return true;
}

}  // namespace ui
