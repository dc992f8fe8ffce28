// SPDX-License-Identifier: GPL-3.0-or-later
// A stranger's recording of a stream: updates with their length before them, without transactions.
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/source/yellowstone/update_json.h"
#include "geyser.pb.h"
#include "shared_data.h"
#endif

#include <QTest>

class TestYellowstoneRecording : public QObject {
    Q_OBJECT

private slots:
    void readsEveryUpdate() {
        if (!conformance::dataFolder()) QSKIP("no shared data here (CABALSCOPE_SHARED_DATA)");
        const std::string recording = conformance::readFile("yellowstone-vixen/sample.bin.zst");
        std::size_t at = 0;
        std::size_t updates = 0;
        std::size_t blocks = 0;
        std::size_t entries = 0;
        std::size_t others = 0;
        std::uint64_t lastSlot = 0;
        while (at < recording.size()) {
            QVERIFY(recording.size() - at >= 4);
            std::size_t size = 0;
            for (std::size_t i = 0; i < 4; ++i) size = size << 8U | static_cast<unsigned char>(recording[at + i]);
            at += 4;
            QVERIFY(size <= recording.size() - at);
            geyser::SubscribeUpdate update;
            QVERIFY(update.ParseFromArray(recording.data() + at, static_cast<int>(size)));
            at += size;
            ++updates;
            switch (update.update_oneof_case()) {
                case geyser::SubscribeUpdate::kBlockMeta: {
                    ++blocks;
                    const auto frame =
                        nlohmann::json::parse(core::source::yellowstone::blockMetaFrame(update.block_meta()));
                    const auto& result = frame["params"]["result"];
                    QCOMPARE(result["blockhash"].get<std::string>().size() / 10,
                             std::size_t{4});  // 43 or 44 letters
                    QVERIFY(result["blockTime"].get<std::int64_t>() > 1'577'836'800);
                    QVERIFY(result["slot"].get<std::uint64_t>() > result["parentSlot"].get<std::uint64_t>());
                    lastSlot = std::max(lastSlot, result["slot"].get<std::uint64_t>());
                    break;
                }
                case geyser::SubscribeUpdate::kEntry:
                    ++entries;
                    QVERIFY(update.entry().slot() > 0);
                    break;
                case geyser::SubscribeUpdate::kTransaction: QFAIL("the recording has no transactions");
                default: ++others; break;
            }
        }
        qInfo("%zu updates: %zu blocks, %zu entries, %zu others", updates, blocks, entries, others);
        QVERIFY(updates > 1000 && blocks > 0 && entries > 0);
        QVERIFY(lastSlot > 0);
    }
};

QTEST_APPLESS_MAIN(TestYellowstoneRecording)
#include "test_yellowstone_recording.moc"
