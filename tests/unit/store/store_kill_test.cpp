// SPDX-License-Identifier: GPL-3.0-or-later
// A writer killed without warning loses nothing that it has said is committed.
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/store/trade_store.h"
#include "tests/support/market_events.h"
#endif

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <set>

using core::store::Database;
using core::store::TradeStore;

class StoreKillTest : public QObject {
    Q_OBJECT
private slots:
    void everyCommittedBatchIsThere_data() {
        QTest::addColumn<QString>("writer");
        QTest::newRow("one connection") << "direct";
        QTest::newRow("store thread") << "thread";
    }
    void everyCommittedBatchIsThere() {
        QFETCH(QString, writer);
        constexpr int kPatienceMs = 30'000;
        auto random = test::seeded("kills");
        const QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("killed.sqlite"));
        std::uint64_t first = 0;
        // The same file is killed again and again: what a recovery left must survive the next kill.
        for (int round = 0; round < 5; ++round) {
            QProcess child;
            child.start(QStringLiteral(STORE_KILL_CHILD), {file, writer, QString::number(first)});
            QVERIFY(child.waitForStarted(kPatienceMs));
            const std::uint64_t wanted = 1 + test::below(random, 30);
            std::uint64_t committed = first;
            std::uint64_t lines = 0;
            while (lines < wanted) {
                QVERIFY2(child.canReadLine() || child.waitForReadyRead(kPatienceMs), "the writer fell silent");
                while (child.canReadLine()) {
                    committed = child.readLine().trimmed().toULongLong();
                    ++lines;
                }
            }
            child.kill();
            QVERIFY(child.waitForFinished(kPatienceMs));
            QCOMPARE(child.exitStatus(), QProcess::CrashExit);
            while (child.canReadLine()) committed = child.readLine().trimmed().toULongLong();

            auto store = TradeStore::open(file.toStdString(), Database::Access::ReadWrite);
            QVERIFY2(store.has_value(), store ? "" : store.error().context.c_str());
            auto check = *(*store)->database().prepare("PRAGMA integrity_check");
            QVERIFY(*check.step());
            QCOMPARE(check.text(0), std::string("ok"));
            QCOMPARE(*(*store)->database().scalar("SELECT count(*) FROM pragma_foreign_key_check"),
                     std::int64_t{0});
            std::set<core::Signature> kept;
            std::uint64_t next = 0;
            bool inOrder = true;
            QVERIFY((*store)
                        ->eachTrade([&](const core::Event& event) {
                            const auto& trade = std::get<core::Trade>(event.body);
                            // Slots and amounts of the writer are its running number: no hole anywhere.
                            inOrder = inOrder && event.at.slot->value() == next &&
                                      trade.baseAmount.value() == next && kept.insert(*event.at.signature).second;
                            ++next;
                            return true;
                        })
                        .has_value());
            QVERIFY(inOrder);
            QVERIFY2(next >= committed, qPrintable(QString("%1 kept, %2 committed").arg(next).arg(committed)));
            bool all = true;
            for (std::uint64_t i = 0; i < committed; ++i) all = all && kept.contains(test::signatureOf(i));
            QVERIFY(all);
            first = next;
        }
        QVERIFY(first > 0);
    }
};

QTEST_GUILESS_MAIN(StoreKillTest)
#include "store_kill_test.moc"
