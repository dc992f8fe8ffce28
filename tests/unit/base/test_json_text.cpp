// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/base/json_text.h"
#include "tests/support/seed.h"
#endif

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace {

std::string quoted(std::string_view text) {
    std::string out;
    core::appendJsonString(out, text);
    return out;
}

}  // namespace

class TestJsonText : public QObject {
    Q_OBJECT

private slots:
    void escapes_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray() << QByteArray("\"\"");
        QTest::newRow("plain") << QByteArray("PEPE 2.0/x") << QByteArray("\"PEPE 2.0/x\"");
        QTest::newRow("quote and backslash") << QByteArray("a\"b\\c") << QByteArray("\"a\\\"b\\\\c\"");
        QTest::newRow("controls") << QByteArray("\x01\n\t\x1f\x7f")
                                  << QByteArray("\"\\u0001\\u000a\\u0009\\u001f\\u007f\"");
        QTest::newRow("zero byte") << QByteArray("a\0b", 3) << QByteArray("\"a\\u0000b\"");
        QTest::newRow("UTF-8") << QByteArray("\xf0\x9f\x90\xb8") << QByteArray("\"\xf0\x9f\x90\xb8\"");
        QTest::newRow("invalid UTF-8") << QByteArray("a\xff\xc0\xaf")
                                       << QByteArray("\"a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"");
        QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80")
                                   << QByteArray("\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"");
    }
    void escapes() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, json);
        QCOMPARE(QByteArray::fromStdString(quoted({text.constData(), static_cast<std::size_t>(text.size())})),
                 json);
    }
    void randomBytesBecomeValidJson() {
        std::mt19937_64 random(test::printedSeed(3));
        for (int i = 0; i < 3000; ++i) {
            const auto bytes = test::randomBytes(random, test::below(random, 60));
            const std::string json =
                '[' + quoted({reinterpret_cast<const char*>(bytes.data()), bytes.size()}) + ']';
            QJsonParseError error{};
            const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(json), &error);
            QVERIFY2(error.error == QJsonParseError::NoError, json.c_str());
            QCOMPARE(document.array().size(), qsizetype{1});
        }
    }
    void integersAndKeys() {
        std::string out = "{";
        core::appendJsonKey(out, "a");
        core::appendJsonInteger(out, 0, false);
        core::appendJsonKey(out, "b");
        core::appendJsonInteger(out, 18'446'744'073'709'551'615ULL, true);
        out += '}';
        QCOMPARE(out, std::string("{\"a\":0,\"b\":\"18446744073709551615\"}"));
    }
};

QTEST_APPLESS_MAIN(TestJsonText)
#include "test_json_text.moc"
