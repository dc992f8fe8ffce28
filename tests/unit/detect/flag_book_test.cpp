// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/flag_book.h"
#include "tests/support/cold_shelf.h"
#include "tests/support/seed.h"

#include <QTest>

#include <limits>
#include <random>

using core::Evidence;
using core::Flag;
using core::Mint;
using core::Wallet;
using core::detect::FlagBook;

namespace {

template <class Key>
Key key(std::uint64_t number) {
    std::array<std::uint8_t, Key::kSize> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(number >> (8 * (i % 8)));
    return Key{bytes};
}

// The members, since no operator compares flags.
bool same(const Evidence& a, const Evidence& b) {
    return a.kind == b.kind && a.signature == b.signature && a.slot == b.slot && a.wallets == b.wallets &&
           a.amount == b.amount && a.text == b.text;
}
bool same(const Flag& a, const Flag& b) {
    return a.kind == b.kind && a.mint == b.mint && a.otherMint == b.otherMint && a.subject == b.subject &&
           a.confidence == b.confidence && a.slot == b.slot && a.time == b.time && a.value == b.value &&
           a.unit == b.unit && a.rule == b.rule && a.wallets == b.wallets && a.against == b.against &&
           a.withdrawn == b.withdrawn && a.gravity == b.gravity &&
           std::equal(a.evidence.begin(), a.evidence.end(), b.evidence.begin(), b.evidence.end(),
                      [](const Evidence& x, const Evidence& y) { return same(x, y); });
}

constexpr auto kMost = std::numeric_limits<std::uint64_t>::max();

Flag anyFlag(std::mt19937_64& random) {
    const auto maybe = [&] { return random() % 2 == 0; };
    const auto edge = [&] {
        constexpr std::uint64_t kEdges[] = {0, 1, 127, 128, kMost, kMost - 1, std::uint64_t{1} << 63U};
        return maybe() ? kEdges[random() % std::size(kEdges)] : random();
    };
    Flag flag;
    flag.kind = "kind" + std::to_string(random() % 5);
    if (maybe()) flag.mint = key<Mint>(random() % 7);
    if (random() % 4 == 0) flag.otherMint = key<Mint>(random());
    switch (random() % 4) {
        case 0: flag.subject = key<Wallet>(random() % 9).base58(); break;
        case 1: flag.subject = "episode " + std::to_string(random() % 3); break;
        case 2: flag.subject = "1" + key<Wallet>(random() % 9).base58(); break;  // almost an address
        default: break;
    }
    flag.confidence = static_cast<double>(random()) / 1e19;
    flag.value = static_cast<double>(random()) - 1e19;
    if (maybe()) flag.slot = core::Slot{edge()};
    if (maybe()) flag.time = core::BlockTime{static_cast<std::int64_t>(edge())};
    flag.unit = maybe() ? "share of supply" : "";
    flag.rule = std::string(random() % 400, static_cast<char>('a' + random() % 26));
    for (std::uint64_t i = random() % 5; i > 0; --i) flag.wallets.push_back(key<Wallet>(random() % 50));
    for (std::uint64_t i = random() % 4; i > 0; --i)
        flag.against.push_back(maybe() ? "It may be so." : std::string(random() % 600, 'x'));
    for (std::uint64_t i = random() % 20; i > 0; --i) {
        Evidence seen;
        seen.kind = maybe() ? "buy" : "";
        if (maybe()) seen.signature = key<core::Signature>(random());
        if (maybe()) seen.slot = core::Slot{edge()};
        if (maybe()) seen.amount = core::TokenAmount{edge()};
        for (std::uint64_t w = random() % 3; w > 0; --w) seen.wallets.push_back(key<Wallet>(random() % 50));
        seen.text = maybe() ? "leg of a position" : "leg " + std::to_string(random() % 100);
        flag.evidence.push_back(std::move(seen));
    }
    flag.withdrawn = random() % 5 == 0;
    if (maybe()) flag.gravity = static_cast<core::Severity>(random() % 3);
    return flag;
}

}  // namespace

class FlagBookTest : public QObject {
    Q_OBJECT

private slots:
    void everyStatementComesOutAsItWentIn() {
        std::mt19937_64 random{test::printedSeed(1)};
        FlagBook book;
        std::vector<Flag> said;
        for (int i = 0; i < 2'000; ++i) {
            said.push_back(anyFlag(random));
            book.add(said.back());
        }
        QCOMPARE(book.size(), said.size());
        std::uint32_t place = 0;
        for (const Flag& flag : book.history()) {
            QVERIFY2(same(flag, said[place]), qPrintable(QString::number(place)));
            QCOMPARE(book.kind(place), std::string_view{said[place].kind});
            QCOMPARE(book.withdrawn(place), said[place].withdrawn);
            const Flag& before = said[place / 2];
            QCOMPARE(book.same(place, place / 2),
                     flag.kind == before.kind && flag.mint == before.mint && flag.subject == before.subject);
            ++place;
        }
        QCOMPARE(place, static_cast<std::uint32_t>(said.size()));
    }

    // With room for a page or two nearly all of them come from the store, and say the same.
    void whatWasPutAwaySaysTheSame() {
        std::mt19937_64 random{test::printedSeed(1)};
        const auto shelf = std::make_shared<test::ColdShelf>();
        FlagBook book;
        book.putAway(shelf, 100'000);
        std::vector<Flag> said;
        for (int i = 0; i < 2'000; ++i) {
            said.push_back(anyFlag(random));
            // Longer than a page.
            if (i == 700) said.back().rule.assign(200'000, 'r');
            book.add(said.back());
        }
        QVERIFY(book.cold().statements > 1'000 && book.cold().statements < said.size());
        QVERIFY(book.bytes() - book.cold().bytes < 200'000);
        for (std::uint32_t place = 0; place < said.size(); ++place)
            QVERIFY2(same(book.at(place), said[place]), qPrintable(QString::number(place)));
        QCOMPARE(book.cold().lost, std::uint64_t{0});
        QVERIFY(book.cold().error.empty());
    }

    // A store that refuses keeps the statements here, and is asked again later.
    void aFullDiskLosesNothing() {
        std::mt19937_64 random{test::printedSeed(1)};
        const auto shelf = std::make_shared<test::ColdShelf>();
        shelf->full = true;
        FlagBook book;
        book.putAway(shelf, 0);
        std::vector<Flag> said;
        const auto say = [&](int count) {
            for (int i = 0; i < count; ++i) {
                said.push_back(anyFlag(random));
                book.add(said.back());
            }
        };
        say(2'000);
        QCOMPARE(book.cold().statements, std::uint64_t{0});
        QVERIFY(book.cold().refused > 0);
        QVERIFY(book.cold().error.find("disk is full") != std::string::npos);
        shelf->full = false;
        say(8'000);
        QVERIFY(book.cold().statements > 2'000);
        for (std::uint32_t place = 0; place < said.size(); ++place) QVERIFY(same(book.at(place), said[place]));
    }

    // A damaged statement stands, says that its proof is lost, and leaves the others alone.
    void aDamagedStatementStandsWithoutItsProof() {
        std::mt19937_64 random{test::printedSeed(1)};
        const auto shelf = std::make_shared<test::ColdShelf>();
        FlagBook book;
        book.putAway(shelf, 0);
        std::vector<Flag> said;
        for (int i = 0; i < 2'000; ++i) {
            said.push_back(anyFlag(random));
            book.add(said.back());
        }
        QVERIFY(shelf->pages.size() > 3);
        for (std::size_t at = 0; at < shelf->pages[1].size(); at += 4'000) ++shelf->pages[1][at];
        shelf->pages[2].clear();
        std::size_t lost = 0;
        for (std::uint32_t place = 0; place < said.size(); ++place) {
            const Flag flag = book.at(place);
            QVERIFY(flag.kind == said[place].kind && flag.mint == said[place].mint &&
                    flag.subject == said[place].subject && flag.withdrawn == said[place].withdrawn);
            if (flag.rule == FlagBook::kLost && flag.evidence.empty() && flag.wallets.empty())
                ++lost;
            else
                QVERIFY2(same(flag, said[place]), qPrintable(QString::number(place)));
        }
        QVERIFY(lost > 10 && lost < said.size() / 2);
        QCOMPARE(book.cold().lost, std::uint64_t{lost});
    }

    // What stands is the last word on each kind and subject, in their order; a coin nobody spoke of has none.
    void theLastWordStands() {
        std::mt19937_64 random{test::printedSeed(1)};
        FlagBook book;
        std::vector<Flag> said;
        for (int i = 0; i < 500; ++i) {
            said.push_back(anyFlag(random));
            book.add(said.back());
        }
        std::vector<std::optional<Mint>> coins{std::nullopt};
        for (std::uint64_t i = 0; i < 8; ++i) coins.emplace_back(key<Mint>(i));
        std::size_t standing = 0;
        for (const auto& mint : coins) {
            std::map<std::pair<std::string, std::string>, std::pair<std::uint32_t, std::uint32_t>> expected;
            for (std::uint32_t place = 0; place < said.size(); ++place)
                if (said[place].mint == mint)
                    expected.try_emplace({said[place].kind, said[place].subject}, place, place)
                        .first->second.second = place;
            std::erase_if(expected, [&](const auto& entry) { return said[entry.second.second].withdrawn; });
            const auto got = book.of(mint);
            QCOMPARE(got.size(), expected.size());
            auto want = expected.begin();
            for (const FlagBook::Entry& entry : got) {
                QCOMPARE(entry.first, want->second.first);
                QCOMPARE(entry.last, want->second.second);
                ++want;
            }
            standing += got.size();
        }
        QVERIFY(standing > 20);
        QVERIFY(book.of(key<Mint>(7'777)).empty());
    }

    // Numbers of wallets and sentences that come again are what makes it small.
    void takesAFractionOfTheFlagsThemselves() {
        FlagBook book;
        Flag flag;
        flag.kind = "wash_trading";
        flag.mint = key<Mint>(1);
        flag.rule = std::string(250, 'r');
        flag.unit = "share of volume";
        flag.slot = core::Slot{400'000'000};
        for (std::uint64_t i = 0; i < 16; ++i) {
            Evidence leg;
            leg.kind = "buy";
            leg.signature = key<core::Signature>(i);
            leg.slot = core::Slot{399'999'900 + i};
            leg.wallets = {key<Wallet>(i % 3)};
            leg.amount = core::TokenAmount{1'000'000 + i};
            leg.text = "leg of a position that ended as it began";
            flag.evidence.push_back(std::move(leg));
        }
        for (int i = 0; i < 100; ++i) book.add(flag);
        // 64 bytes of each proof are its signature.
        QVERIFY2(book.bytes() < 100 * (16 * 80 + 400), qPrintable(QString::number(book.bytes())));
    }

    // A name from the chain in a sentence must not fill the table of sentences.
    void manySentencesAreKeptWithoutTheTable() {
        FlagBook book;
        for (int i = 0; i < 10'000; ++i) {
            Flag flag;
            flag.kind = "copycat";
            flag.unit = "unit " + std::to_string(i);
            flag.against = {"against " + std::to_string(i)};
            book.add(flag);
        }
        for (const std::uint32_t place : {0U, 4'095U, 4'096U, 9'999U}) {
            QCOMPARE(book.at(place).unit, "unit " + std::to_string(place));
            QCOMPARE(book.at(place).against.front(), "against " + std::to_string(place));
        }
    }
};

QTEST_APPLESS_MAIN(FlagBookTest)
#include "flag_book_test.moc"
