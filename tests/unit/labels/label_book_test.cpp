// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labels/label_book.h"
#ifndef Q_MOC_RUN
#include "tests/support/market_events.h"
#endif

#include <QTest>

using namespace core::labels;

namespace {

Label walletLabel(std::uint64_t number, const std::string& name) {
    Label label;
    label.key = {LabelKind::Wallet, core::Pubkey{test::walletOf(number)}};
    label.name = name;
    return label;
}

Label crew(const std::string& name, std::initializer_list<std::uint64_t> wallets) {
    Label label;
    for (const std::uint64_t number : wallets) label.wallets.push_back(test::walletOf(number));
    label.key = {LabelKind::Crew, core::Pubkey{*std::min_element(label.wallets.begin(), label.wallets.end())}};
    label.name = name;
    return label;
}

}  // namespace

class LabelBookTest : public QObject {
    Q_OBJECT
private slots:
    void everyStepCanBeTakenBackAndDoneAgain() {
        LabelBook book;
        QVERIFY(!book.undo() && !book.redo());
        std::vector<std::map<LabelKey, Label>> states{book.all()};
        std::vector<Label> batch;
        for (std::uint64_t i = 0; i < 5; ++i) batch.push_back(walletLabel(i, "w" + std::to_string(i)));
        QVERIFY(book.put(batch, "import"));
        states.push_back(book.all());
        Label changed = walletLabel(2, "other");
        changed.watched = true;
        QVERIFY(book.put({&changed, 1}, "rename"));
        states.push_back(book.all());
        const LabelKey gone = batch[4].key;
        book.remove({&gone, 1}, "remove");
        states.push_back(book.all());
        QCOMPARE(book.all().size(), std::size_t{4});
        for (std::size_t at = states.size() - 1; at > 0; --at) {
            QVERIFY(book.all() == states[at]);
            QVERIFY(book.undo());
        }
        QVERIFY(book.all() == states[0]);
        QVERIFY(!book.canUndo());
        for (std::size_t at = 1; at < states.size(); ++at) {
            QVERIFY(book.redo());
            QVERIFY(book.all() == states[at]);
        }
        QVERIFY(book.undo());
        QVERIFY(book.put({&changed, 1}, "nothing new"));  // says what stands already: no step
        QVERIFY(book.canRedo());
        Label fresh = walletLabel(9, "fresh");
        QVERIFY(book.put({&fresh, 1}, "fresh"));
        QVERIFY(!book.canRedo());
        QCOMPARE(book.undoText(), std::string{"fresh"});
    }

    void twoWordsAboutOneWalletInOneStepAreTakenBackTogether() {
        LabelBook book;
        const std::vector<Label> twice{walletLabel(1, "first"), walletLabel(1, "second")};
        QVERIFY(book.put(twice, "import"));
        QCOMPARE(book.wallet(test::walletOf(1))->name, std::string{"second"});
        QVERIFY(book.undo());
        QVERIFY(book.all().empty());
    }

    void crewsNameTheirWallets() {
        LabelBook book;
        Label night = crew("Night shift", {1, 2, 3});
        night.watched = true;
        QVERIFY(book.put({&night, 1}, "name"));
        QCOMPARE(book.crewOf(test::walletOf(2))->name, std::string{"Night shift"});
        QVERIFY(book.crewOf(test::walletOf(4)) == nullptr);
        QCOMPARE(book.watched().size(), std::size_t{3});
        Label smaller = night;
        smaller.wallets.pop_back();
        QVERIFY(book.put({&smaller, 1}, "shrink"));
        QCOMPARE(book.watched().size(), std::size_t{2});
        QVERIFY(book.undo());
        QCOMPARE(book.watched().size(), std::size_t{3});
        book.remove({&night.key, 1}, "remove");
        QVERIFY(book.crewOf(test::walletOf(1)) == nullptr);
        QVERIFY(book.watched().empty());
    }

    void whoIsBlockedIsNotWatched() {
        LabelBook book;
        Label both = walletLabel(1, "x");
        both.watched = both.blocked = true;
        QVERIFY(book.put({&both, 1}, "x"));
        QVERIFY(book.watched().empty());
        QVERIFY(book.isBlocked(both.key));
    }

    void textsAreMadeSafeAndCut() {
        LabelBook book;
        Label label = walletLabel(1, "evil\xE2\x80\xAE\x07name" + std::string(500, 'x'));
        label.tags = {"a", "a", "", std::string(200, 'y')};
        for (int i = 0; i < 50; ++i) label.tags.push_back("t" + std::to_string(i));
        label.note = std::string(9'000, 'n');
        label.color = 0xff'12'34'56U;
        QVERIFY(book.put({&label, 1}, "x"));
        const Label& kept = *book.wallet(test::walletOf(1));
        QVERIFY(kept.name.starts_with("evilname"));
        QVERIFY(kept.name.size() < 60);
        QCOMPARE(kept.tags.size(), Label::kMostTags);
        QCOMPARE(kept.tags.front(), std::string{"a"});
        QVERIFY(kept.note.size() <= Label::kMostNote + 4);
        QCOMPARE(*kept.color, 0x123456U);
    }

    void itIsBounded() {
        LabelBook book;
        std::vector<Label> many;
        for (std::uint64_t i = 0; i <= LabelBook::kMostLabels; ++i) many.push_back(walletLabel(i, "w"));
        const auto refused = book.put(many, "too many");
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, core::ErrorCode::TooLarge);
        QVERIFY(book.all().empty() && !book.canUndo());
        for (int i = 0; i < 300; ++i) {
            Label label = walletLabel(1, "n" + std::to_string(i));
            QVERIFY(book.put({&label, 1}, "x"));
        }
        std::size_t steps = 0;
        while (book.undo()) ++steps;
        QCOMPARE(steps, LabelBook::kMostSteps);
    }
};

QTEST_APPLESS_MAIN(LabelBookTest)
#include "label_book_test.moc"
