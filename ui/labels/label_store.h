// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/labels/label_book.h"
#endif

#include <QByteArray>
#include <QColor>
#include <QFileSystemWatcher>
#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <vector>

namespace ui {

/// The user's labels for all screens, kept in a file that the stores of several windows share: what one writes the
/// others read. Thread: GUI.
class LabelStore final : public QObject {
    Q_OBJECT
public:
    /// Reads `file`; an empty name keeps nothing.
    explicit LabelStore(QString file, QObject* parent = nullptr);
    ~LabelStore() override;

    [[nodiscard]] const core::labels::LabelBook& book() const { return m_book; }
    /// The user's name for a wallet, else that of the crew it was put into; empty without one.
    [[nodiscard]] QString nameOf(const core::Wallet& wallet) const;
    /// The user's colour for a wallet or its crew; invalid without one.
    [[nodiscard]] QColor colorOf(const core::Wallet& wallet) const;
    /// A copy to be changed and put back.
    [[nodiscard]] core::labels::Label labelOf(const core::labels::LabelKey& key) const;

    /// One step for undo; says why when it cannot be done.
    void put(const std::vector<core::labels::Label>& labels, const QString& what);
    void remove(const std::vector<core::labels::LabelKey>& keys, const QString& what);
    /// Changes one label.
    void change(const core::labels::LabelKey& key, const QString& what,
                const std::function<void(core::labels::Label&)>& edit);
    /// Names some wallets as a crew.
    void nameCrew(const QString& name, const std::vector<core::Wallet>& wallets);
    void undo();
    void redo();
    /// Reads a list in any form that is known and says what came of it; one step.
    bool importText(const QByteArray& text, const QString& source);
    /// What was wrong with the file when it was read; empty when nothing was.
    [[nodiscard]] QString trouble() const { return m_trouble; }
    /// Writes now what waits to be written.
    void flush();

signals:
    void changed();
    void said(const QString& text);

private:
    void touched();
    void watch();
    void readAgain();

    core::labels::LabelBook m_book;
    QString m_file;
    QString m_trouble;
    QTimer m_save;
    QFileSystemWatcher m_watcher;
    QTimer m_settle;
    QByteArray m_known;  ///< the file as it was last read or written
};

}  // namespace ui
