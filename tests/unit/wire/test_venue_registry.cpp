// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/wire/dex/registry.h"
#include "core/wire/known_programs.h"
#include "tests/support/pump_events.h"
#include "tests/support/seed.h"
#include "tests/support/venue_run.h"
#endif

#include <QTest>

#include <map>
#include <set>

using namespace core;
using namespace core::wire;
using test::Bytes;

namespace {

// Valid payloads by venue id, newest generation. A venue that is not here is still tested with bytes that are
// no event; its own test has its payloads.
std::map<std::string_view, std::vector<Bytes>> samplePayloads() {
    std::map<std::string_view, std::vector<Bytes>> out;
    out["pumpfun"] = {test::PumpTrade{}.bytes(), test::PumpCreate{}.bytes(), test::PumpMigration{}.bytes()};
    for (auto& [name, payload] : test::pumpSilentEvents()) out["pumpfun"].push_back(payload);
    out["pumpswap"] = {test::SwapTrade{}.buy(), test::SwapTrade{}.sell(), test::SwapPool{}.bytes(),
                       test::SwapLiquidity{}.bytes(true), test::SwapLiquidity{}.bytes(false)};
    return out;
}

PoolDirectory knownPools() {
    PoolDirectory pools;
    pools.learn(test::keyOf<Pubkey>(7),
                {test::keyOf<Mint>(1), test::keyOf<Mint>(2), std::uint8_t{6}, std::uint8_t{9}});
    return pools;
}

// Runs every way into a venue and checks what must hold whatever the bytes are.
void mustHold(const Venue& venue, const Bytes& payload) {
    PoolDirectory pools = knownPools();
    const auto run = test::decodePayload(venue, payload, pools);
    const QByteArray hex(reinterpret_cast<const char*>(payload.data()), qsizetype(payload.size()));
    if (!run.result) QVERIFY2(run.events.empty(), hex.toHex().constData());
    for (const Event& event : run.events) {
        // Whatever was decoded can be written, under this venue's name.
        QVERIFY(!test::textOf(event).empty());
        if (const auto* trade = std::get_if<Trade>(&event.body)) QCOMPARE(trade->venue.name(), venue.id);
        if (const auto* created = std::get_if<TokenCreated>(&event.body)) QCOMPARE(created->venue.name(), venue.id);
        if (const auto* change = std::get_if<LiquidityChange>(&event.body))
            QCOMPARE(change->venue.name(), venue.id);
    }
    if (const auto fields = venue.describe(payload)) QVERIFY(fields->trailingBytes <= payload.size());
}

}  // namespace

class TestVenueRegistry : public QObject {
    Q_OBJECT

private:
    void everyVenue() {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < venues().size(); ++i) QTest::newRow(venues()[i]->id.data()) << int(i);
    }

private slots:
    void everyVenueIsNamedOnce() {
        QVERIFY(!venues().empty());
        std::set<std::string_view> ids;
        std::set<std::string_view> programs;
        for (const Venue* venue : venues()) {
            QVERIFY(venue != nullptr);
            QVERIFY(!venue->id.empty());
            QVERIFY(venue->id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos);
            QVERIFY2(ids.insert(venue->id).second, venue->id.data());
            QVERIFY2(programs.insert(venue->programText).second, venue->id.data());
            QVERIFY(venue->decode != nullptr);
            QVERIFY(venue->describe != nullptr);
        }
    }
    void keysBelongToTheVenue_data() { everyVenue(); }
    void keysBelongToTheVenue() {
        QFETCH(int, index);
        const Venue& venue = *venues()[std::size_t(index)];
        const auto program = Pubkey::fromBase58(venue.programText);
        QVERIFY(program);
        QCOMPARE(program->base58(), std::string(venue.programText));
        QVERIFY(programOf(venue) == *program);
        QVERIFY(venueOf(*program) == &venue);
        QVERIFY(venueOf(venue.programText) == &venue);
        QVERIFY(venueById(venue.id) == &venue);
        QVERIFY(!isPrecompile(*program));
        // A venue that only logs has no authority to check.
        if (venue.eventAuthority.empty()) {
            QVERIFY(venue.place != EventPlace::LogAndSelfCpi);
            QVERIFY(venue.place != EventPlace::SelfCpiOnly);
            return;
        }
        const auto authority = Pubkey::fromBase58(venue.eventAuthority);
        QVERIFY(authority);
        QVERIFY(eventAuthorityOf(venue) == *authority);
        QVERIFY(*authority != *program);
        QVERIFY(!authority->isZero());
    }
    void nothingElseIsAVenue() {
        QVERIFY(venueOf(Pubkey{}) == nullptr);
        QVERIFY(venueOf("") == nullptr);
        QVERIFY(venueById("") == nullptr);
        QVERIFY(venueById("pumpfu") == nullptr);
        for (const Venue* venue : venues()) {
            auto bytes = programOf(*venue).bytes();
            bytes[31] ^= 1U;
            QVERIFY(venueOf(Pubkey{bytes}) == nullptr);
            QVERIFY(venueOf(venue->programText.substr(1)) == nullptr);
        }
    }
    void emptyAndShortPayloadsAreErrors_data() { everyVenue(); }
    void emptyAndShortPayloadsAreErrors() {
        QFETCH(int, index);
        const Venue& venue = *venues()[std::size_t(index)];
        PoolDirectory pools;
        for (const std::uint8_t fill : {std::uint8_t{0}, std::uint8_t{0xff}})
            for (std::size_t size = 0; size < 8; ++size) {
                const auto run = test::decodePayload(venue, Bytes(size, fill), pools);
                QVERIFY(!run.result);
                QVERIFY(run.events.empty());
                QVERIFY(!venue.describe(Bytes(size, fill)));
            }
        QCOMPARE(pools.size(), std::size_t{0});
    }
    void cutPayloadsAreErrorsOrWhole_data() { everyVenue(); }
    void cutPayloadsAreErrorsOrWhole() {
        QFETCH(int, index);
        const Venue& venue = *venues()[std::size_t(index)];
        const auto samples = samplePayloads();
        const auto found = samples.find(venue.id);
        if (found == samples.end()) return;
        for (const Bytes& whole : found->second) {
            QVERIFY2(venue.decode != nullptr, venue.id.data());
            PoolDirectory pools = knownPools();
            QVERIFY2(test::decodePayload(venue, whole, pools).result, venue.id.data());
            for (std::size_t size = 0; size < whole.size(); ++size)
                mustHold(venue, Bytes(whole.begin(), whole.begin() + std::ptrdiff_t(size)));
        }
    }
    void foreignEventsAreNotTaken_data() { everyVenue(); }
    void foreignEventsAreNotTaken() {
        QFETCH(int, index);
        const Venue& venue = *venues()[std::size_t(index)];
        // Programs share discriminators, so a foreign payload may decode; it must not break anything.
        for (const auto& [id, payloads] : samplePayloads())
            for (const Bytes& payload : payloads) mustHold(venue, payload);
    }
    void randomBytes_data() { everyVenue(); }
    void randomBytes() {
        QFETCH(int, index);
        const Venue& venue = *venues()[std::size_t(index)];
        std::mt19937_64 random(test::printedSeed(11));
        const auto samples = samplePayloads();
        const auto found = samples.find(venue.id);
        for (int i = 0; i < 3000; ++i) {
            Bytes payload = test::randomBytes(random, test::below(random, 600));
            // Half of them behind a discriminator that the venue knows, or one that several programs share.
            if (i % 2 == 0 && payload.size() >= 8) {
                static const std::vector<const char*> kShared{
                    "bddb7fd34ee661ee", "1b72a94ddeeb6376", "40c6cde8260871e2", "516ce3becdd00ac4",
                    "1b3c15d58aaabb93", "bd4233a826507599", "67f4521f2cf57777", "e1ca49af932ba096"};
                const Bytes front = found != samples.end() && i % 4 == 0
                                        ? found->second[test::below(random, found->second.size())]
                                        : test::BorshWriter(kShared[test::below(random, kShared.size())]).bytes();
                std::copy_n(front.begin(), 8, payload.begin());
            }
            mustHold(venue, payload);
            if (QTest::currentTestFailed()) return;
        }
    }
};

QTEST_APPLESS_MAIN(TestVenueRegistry)
#include "test_venue_registry.moc"
