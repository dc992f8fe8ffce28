// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/base/result.h"
#endif

#include <QTest>

#include <set>

using core::ErrorCode;
using core::errorName;
using core::fail;
using core::Result;

class TestResult : public QObject {
    Q_OBJECT

private slots:
    void everyCodeHasAStableName() {
        std::set<std::string_view> names;
        for (auto code = std::uint16_t(ErrorCode::Truncated); code <= std::uint16_t(ErrorCode::Untrusted); ++code) {
            const auto name = errorName(static_cast<ErrorCode>(code));
            QVERIFY(name != "unknown");
            QVERIFY(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos);
            QVERIFY2(names.insert(name).second, std::string{name}.c_str());
        }
        QCOMPARE(errorName(ErrorCode::BadDiscriminator), std::string_view("bad_discriminator"));
        QCOMPARE(errorName(ErrorCode::PoolUnknown), std::string_view("pool_unknown"));
        QCOMPARE(errorName(static_cast<ErrorCode>(60'000)), std::string_view("unknown"));
    }
    void carriesAValueOrAnError() {
        const Result<int> good = 5;
        QVERIFY(good);
        QCOMPARE(*good, 5);
        const Result<int> bad = fail(ErrorCode::Truncated, "at byte 97");
        QVERIFY(!bad);
        QCOMPARE(bad.error().message(), std::string("truncated: at byte 97"));
        QCOMPARE(fail(ErrorCode::Io).message(), std::string("io"));
        const Result<void> done;
        QVERIFY(done);
    }
    void takingAValueThatIsNotThereThrows() {
        const Result<int> bad = fail(ErrorCode::NotFound, "x");
        QVERIFY_EXCEPTION_THROWN((void)bad.value(), std::logic_error);
    }
};

QTEST_APPLESS_MAIN(TestResult)
#include "test_result.moc"
