// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/i18n/text_translator.h"

#include <QFile>
#include <QXmlStreamReader>

#include <optional>

namespace ui::i18n {
namespace {

using Texts = QHash<QByteArray, QString>;

// No sentence holds it, so that no two pairs share a key.
constexpr char kBetween = '\x04';

QByteArray keyOf(QByteArray source, const QByteArray& disambiguation) {
    if (disambiguation.isEmpty()) return source;
    return disambiguation + kBetween + source;
}

class Reader {
public:
    explicit Reader(QIODevice* device) : m_xml(device) {}

    std::optional<Texts> read() {
        if (!m_xml.readNextStartElement())
            m_xml.raiseError(QStringLiteral("no element in it"));
        else if (m_xml.name() != u"TS")
            m_xml.raiseError(QStringLiteral("not a Qt Linguist file"));
        else
            readContexts();
        // What follows the last translation has to be sound too.
        while (!m_xml.atEnd()) m_xml.readNext();
        if (m_xml.hasError()) return std::nullopt;
        return std::move(m_texts);
    }

    QString error() const {
        return QStringLiteral("line %1: %2").arg(QString::number(m_xml.lineNumber()), m_xml.errorString());
    }

private:
    void readContexts() {
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() != u"context") {
                m_xml.skipCurrentElement();
                continue;
            }
            while (m_xml.readNextStartElement()) {
                if (m_xml.name() == u"message")
                    readMessage();
                else
                    m_xml.skipCurrentElement();
            }
        }
    }

    void readMessage() {
        std::optional<QString> source, translation;
        QString disambiguation;
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == u"source")
                source = readText();
            else if (m_xml.name() == u"comment")
                disambiguation = readText();
            else if (m_xml.name() == u"translation")
                translation = readTranslation();
            else
                m_xml.skipCurrentElement();
        }
        if (m_xml.hasError()) return;
        if (!source || source->isEmpty()) {
            m_xml.raiseError(QStringLiteral("a message without a sentence"));
            return;
        }
        if (!translation || translation->isEmpty()) return;
        const QByteArray key = keyOf(source->toUtf8(), disambiguation.toUtf8());
        const auto known = m_texts.constFind(key);
        if (known != m_texts.constEnd() && *known != *translation) {
            m_xml.raiseError(QStringLiteral("“%1” is translated in two ways").arg(*source));
            return;
        }
        m_texts.insert(key, *translation);
    }

    // Nothing where it is not finished.
    std::optional<QString> readTranslation() {
        const bool finished = !m_xml.attributes().hasAttribute(QLatin1String("type"));
        std::optional<QString> form;
        QString text;
        while (m_xml.readNext() != QXmlStreamReader::EndElement && !m_xml.atEnd()) {
            if (m_xml.isCharacters()) {
                text += m_xml.text();
            } else if (m_xml.isStartElement() && m_xml.name() == u"numerusform") {
                if (form) {
                    m_xml.raiseError(QStringLiteral("more than one plural form"));
                    return std::nullopt;
                }
                form = readText();
            } else if (m_xml.isStartElement()) {
                readByte(text);
            }
        }
        if (!finished) return std::nullopt;
        return form ? *form : text;
    }

    QString readText() {
        QString text;
        while (m_xml.readNext() != QXmlStreamReader::EndElement && !m_xml.atEnd()) {
            if (m_xml.isCharacters()) text += m_xml.text();
            if (m_xml.isStartElement()) readByte(text);
        }
        return text;
    }

    // Control characters stand in such files as <byte value="x9"/>.
    void readByte(QString& text) {
        bool sound = m_xml.name() == u"byte";
        QString digits = m_xml.attributes().value(QLatin1String("value")).toString();
        const int base = digits.startsWith(u'x') ? 16 : 10;
        if (base == 16) digits.remove(0, 1);
        const ushort code = digits.toUShort(&sound, base);
        if (m_xml.name() != u"byte" || !sound || code == 0 || code > 0xff) {
            m_xml.raiseError(QStringLiteral("“%1” does not belong into a text").arg(m_xml.name()));
            return;
        }
        text += QChar(code);
        m_xml.skipCurrentElement();
    }

    QXmlStreamReader m_xml;
    Texts m_texts;
};

}  // namespace

bool TextTranslator::read(const QString& file) {
    m_texts.clear();
    m_error.clear();
    QFile device(file);
    if (!device.open(QIODevice::ReadOnly)) {
        m_error = QStringLiteral("%1: %2").arg(file, device.errorString());
        return false;
    }
    if (device.size() > kMostBytes) {
        m_error = QStringLiteral("%1: larger than %2 bytes").arg(file).arg(kMostBytes);
        return false;
    }
    Reader reader(&device);
    std::optional<Texts> texts = reader.read();
    if (texts && texts->isEmpty()) {
        m_error = QStringLiteral("%1: nothing in it is translated").arg(file);
        return false;
    }
    if (!texts) {
        m_error = QStringLiteral("%1: %2").arg(file, reader.error());
        return false;
    }
    m_texts = std::move(*texts);
    return true;
}

bool TextTranslator::readBundled(const QString& language) {
    return read(QStringLiteral(":/i18n/cabalscope_%1.ts").arg(language));
}

QString TextTranslator::translate(const char*, const char* source, const char* disambiguation, int) const {
    if (!source || m_texts.isEmpty()) return {};
    const auto raw = QByteArray::fromRawData(source, static_cast<qsizetype>(qstrlen(source)));
    if (disambiguation && *disambiguation) {
        const auto found = m_texts.constFind(keyOf(raw, QByteArray(disambiguation)));
        if (found != m_texts.constEnd()) return *found;
    }
    return m_texts.value(raw);
}

}  // namespace ui::i18n
