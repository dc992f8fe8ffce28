// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labels/label_text.h"
#include "core/labels/label_book.h"
#ifndef Q_MOC_RUN
#include "tests/support/market_events.h"
#endif

#include <QTest>

using namespace core::labels;

namespace {

std::string address(std::uint64_t number) {
    return test::walletOf(number).base58();
}

std::vector<Label> someLabels() {
    LabelBook book;
    std::vector<Label> labels(4);
    labels[0].key = {LabelKind::Wallet, core::Pubkey{test::walletOf(1)}};
    labels[0].name = "=cmd|' /C calc'!A0";
    labels[0].note = "two\nlines, with \"quotes\"";
    labels[0].tags = {"sniper", "night"};
    labels[0].color = 0x00ff7f;
    labels[0].watched = true;
    labels[1].key = {LabelKind::Coin, core::Pubkey{test::mintOf(2)}};
    labels[1].blocked = true;
    labels[2].key = {LabelKind::Crew, core::Pubkey{test::walletOf(3)}};
    labels[2].name = "夜班";
    labels[2].group = "A, B";
    labels[2].wallets = {test::walletOf(3), test::walletOf(4)};
    labels[3].key = {LabelKind::Wallet, core::Pubkey{test::walletOf(5)}};
    labels[3].note = "'quoted";
    (void)book.put(labels, "x");
    std::vector<Label> out;
    for (const auto& [key, label] : book.all()) out.push_back(label);
    return out;
}

// As the book keeps them: in order, cleaned.
std::vector<Label> kept(const std::vector<Label>& labels) {
    LabelBook book;
    (void)book.put(labels, "x");
    std::vector<Label> out;
    for (const auto& [key, label] : book.all()) out.push_back(label);
    return out;
}

}  // namespace

class LabelTextTest : public QObject {
    Q_OBJECT
private slots:
    void whatIsWrittenIsReadBack() {
        const auto labels = someLabels();
        const auto json = readLabels(writeJson(labels));
        QVERIFY(json);
        QVERIFY(kept(json->labels) == labels);
        QCOMPARE(json->skipped, std::size_t{0});
        QCOMPARE(writeJson(labels), writeJson(json->labels));
        const auto csv = readLabels(writeCsv(labels));
        QVERIFY(csv);
        // A cell has no lines in it once it is a note on a screen; all else is the same.
        QVERIFY(kept(csv->labels) == labels);
    }

    void noCellIsAFormula() {
        const std::string csv = writeCsv(someLabels());
        QVERIFY(csv.find("\"'=cmd") != std::string::npos || csv.find(",'=cmd") != std::string::npos);
        QVERIFY(csv.find(",=cmd") == std::string::npos);
    }

    void linesOfAddressAndNameAreTaken() {
        const auto read =
            readLabels("\xEF\xBB\xBF# my list\r\n" + address(1) + ",Big fish\r\n" + address(2) + "\n\n" +
                       address(3) + " small fish \n" + address(4) + "\tTabbed\nnot an address,x\n");
        QVERIFY(read);
        QCOMPARE(read->labels.size(), std::size_t{4});
        QCOMPARE(read->labels[0].name, std::string{"Big fish"});
        QVERIFY(read->labels[1].name.empty());
        QCOMPARE(read->labels[2].name, std::string{"small fish"});
        QCOMPARE(read->labels[3].name, std::string{"Tabbed"});
        for (const Label& label : read->labels) QVERIFY(label.watched && label.key.kind == LabelKind::Wallet);
        QCOMPARE(read->skipped, std::size_t{1});
        QVERIFY(read->firstSkipped.find("line 7") != std::string::npos);
    }

    void arraysOfOtherProgramsAreTaken() {
        const auto read =
            readLabels("[{\"address\":\"" + address(1) + "\",\"name\":\"Whale\",\"emoji\":\"\xF0\x9F\x90\xB3\"}," +
                       "{\"trackedWalletAddress\":\"" + address(2) + "\",\"name\":\"Two\",\"groups\":[\"Main\"]}," +
                       "{\"wallet_address\":\"" + address(3) + "\",\"remark\":\"three\"},\"" + address(4) +
                       "\",7,{\"name\":\"nobody\"}]");
        QVERIFY(read);
        QCOMPARE(read->labels.size(), std::size_t{4});
        QCOMPARE(read->labels[0].name, std::string{"\xF0\x9F\x90\xB3 Whale"});
        QCOMPARE(read->labels[1].tags, std::vector<std::string>{"Main"});
        QCOMPARE(read->labels[2].name, std::string{"three"});
        QCOMPARE(read->skipped, std::size_t{2});
    }

    void listsWithAHeadAreTaken() {
        const auto read = readLabels("name,address\n\"Doe, Jane\"," + address(1) + "\n");
        QVERIFY(read);
        QCOMPARE(read->labels.front().name, std::string{"Doe, Jane"});
        QVERIFY(read->labels.front().watched);
    }

    void garbageIsRefusedWithAReason() {
        for (const std::string& text : {std::string{}, std::string{"hello"}, std::string{"[1,2"}, std::string{"{}"},
                                        std::string{"[]"}, std::string{"{\"labels\":{}}"}, std::string(5'000, '['),
                                        std::string("\0\xff\xfe", 3), std::string(100'000, '1')}) {
            const auto read = readLabels(text);
            QVERIFY(!read);
            QVERIFY(!read.error().context.empty());
        }
        QVERIFY(!readLabels("[" + std::string(40, '[') + "\"" + address(1) + "\"" + std::string(40, ']') + "]"));
    }

    void randomBytesNeverHarm() {
        auto random = test::seeded("label_text");
        const std::string good = writeJson(someLabels());
        const std::string csv = writeCsv(someLabels());
        for (int round = 0; round < 3'000; ++round) {
            std::string text = round % 2 == 0 ? good : csv;
            for (int i = 0; i < 8; ++i)
                text[test::below(random, text.size())] = static_cast<char>(test::below(random, 256));
            text.resize(test::below(random, text.size() + 1));
            const auto read = readLabels(text);
            if (read) (void)kept(read->labels);
        }
    }
};

QTEST_APPLESS_MAIN(LabelTextTest)
#include "label_text_test.moc"
