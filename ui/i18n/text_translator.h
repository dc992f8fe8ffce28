// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QTranslator>

namespace ui::i18n {

/// Translates by the English sentence alone, whatever class asked: a name that tr() takes from a base class is not
/// the one lupdate wrote down. Where one sentence means two things the disambiguation tells them apart. Reads
/// Qt Linguist files (.ts) of languages with a single plural form. Thread: GUI.
class TextTranslator final : public QTranslator {
    Q_OBJECT
public:
    using QTranslator::QTranslator;

    /// Takes the finished translations of `file` (a path or a resource) instead of what was read before. False for
    /// a file that is missing, larger than kMostBytes, broken, or says two things of one sentence: then error()
    /// tells why, nothing is translated and English shows.
    bool read(const QString& file);
    /// The translations that come with the program, `language` as "zh_CN"; English has and needs none.
    bool readBundled(const QString& language);

    [[nodiscard]] const QString& error() const { return m_error; }
    [[nodiscard]] qsizetype size() const { return m_texts.size(); }
    [[nodiscard]] bool isEmpty() const override { return m_texts.isEmpty(); }
    /// A null text for what is not known. `count` chooses nothing: there is one form.
    [[nodiscard]] QString translate(const char* context, const char* source, const char* disambiguation = nullptr,
                                    int count = -1) const override;

    static constexpr qint64 kMostBytes = 8 << 20;

private:
    QHash<QByteArray, QString> m_texts;
    QString m_error;
};

}  // namespace ui::i18n
