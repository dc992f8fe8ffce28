// SPDX-License-Identifier: GPL-3.0-or-later
// Single event byte strings with the field values that a third party's test suite asserts
// (pinax substreams-solana-idls), and payloads of newer generations found in the wild (misc-event-strings).
#ifndef Q_MOC_RUN
#include "shared_data.h"

#include "core/base/base64.h"
#include "core/wire/dex/registry.h"
#endif

#include <QTest>

#include <iostream>
#include <map>

using nlohmann::json;

namespace {

std::vector<std::uint8_t> bytesOf(const json& vector) {
    const std::string text = vector["data"];
    if (vector["enc"] == "base64") return core::base64Decode(text).value();
    std::vector<std::uint8_t> out;
    for (std::size_t i = 0; i + 1 < text.size(); i += 2)
        out.push_back(static_cast<std::uint8_t>(std::stoi(text.substr(i, 2), nullptr, 16)));
    return out;
}

// Which program a vector belongs to, by the file of the suite it stands in.
const std::map<std::string, std::string> kVenueOfSuite{
    {"tests/pumpfun/pumpfun.rs", "pumpfun"},
    {"tests/pumpfun/pumpfun_amm.rs", "pumpswap"},
    {"tests/raydium/raydium_amm_v4.rs", "raydium_amm_v4"},
    {"tests/raydium/raydium_clmm.rs", "raydium_clmm"},
    {"tests/raydium/raydium_cpmm.rs", "raydium_cpmm"},
    {"tests/raydium/raydium_launchpad.rs", "raydium_launchlab"},
    {"tests/meteora/meteora_dlmm.rs", "meteora_dlmm"},
    {"tests/meteora/meteora_daam.rs", "meteora_damm_v2"},
    {"tests/meteora/meteora_damm_v2.rs", "meteora_damm_v2"},
    {"tests/orca/whirlpool.rs", "orca_whirlpool"},
};

// Names that the other suite spells in another way than the tables.
std::string fieldName(std::string name) {
    if (name == "log_type") return {};  // the first byte, which names the event here
    return name;
}

bool isEvent(const std::string& test) {
    return test.find("instruction") == std::string::npos && test.find("::unpack_swap_v") == std::string::npos;
}

}  // namespace

class TestEventVectors : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        if (!conformance::dataFolder()) QSKIP("no event strings beside the project: nothing compared");
    }

    void thirdPartyVectors() {
        constexpr std::size_t kTag = 8;
        const std::vector<std::uint8_t> tag{0xe4, 0x45, 0xa5, 0x2e, 0x51, 0xcb, 0x9a, 0x1d};
        int values = 0;
        int vectors = 0;
        for (const auto& vector : conformance::readJson("pinax-substreams-solana-idls/event-vectors.json")) {
            const std::string test = vector["test"];
            const auto suite = kVenueOfSuite.find(test.substr(0, test.find("::")));
            if (suite == kVenueOfSuite.end() || !isEvent(test)) continue;
            const core::wire::Venue* venue = core::wire::venueById(suite->second);
            if (venue == nullptr) continue;
            auto bytes = bytesOf(vector);
            if (bytes.size() > kTag && std::equal(tag.begin(), tag.end(), bytes.begin()))
                bytes.erase(bytes.begin(), bytes.begin() + kTag);
            const auto fields = venue->describe(bytes);
            QVERIFY2(fields, test.c_str());
            std::map<std::string, std::string> seen;
            for (const auto& [name, value] : fields->fields) seen[name] = value;
            for (const auto& [name, value] : vector["expected"].items()) {
                const std::string key = fieldName(name);
                if (key.empty()) continue;
                const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
                QVERIFY2(seen.contains(key), (test + ' ' + key).c_str());
                QVERIFY2(seen[key] == text, (test + ' ' + key + " is " + seen[key] + ", not " + text).c_str());
                ++values;
            }
            ++vectors;
        }
        std::cout << vectors << " third-party event vectors, " << values << " values equal\n";
        QVERIFY(values > 60);
    }

    void newerGenerations() {
        int strings = 0;
        for (const auto& entry : conformance::readJson("misc-event-strings/events.json")) {
            const core::wire::Venue* venue =
                core::wire::venueOf(std::string_view{entry["program"].get<std::string>()});
            if (venue == nullptr) continue;
            const auto bytes = core::base64Decode(entry["data_base64"].get<std::string>()).value();
            const auto fields = venue->describe(bytes);
            QVERIFY2(fields, entry.dump().c_str());
            QCOMPARE(std::string{fields->event}, entry["event"].get<std::string>());
            QCOMPARE(fields->trailingBytes, entry["trailing"].get<std::size_t>());
            std::map<std::string, std::string> seen;
            for (const auto& [name, value] : fields->fields) seen[name] = value;
            const json& expected = entry["our_decode"];
            QVERIFY(!expected.empty());
            for (const auto& [name, value] : expected.items()) {
                const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
                QVERIFY2(seen[name] == text, (name + " is " + seen[name] + ", not " + text).c_str());
            }
            ++strings;
        }
        QVERIFY(strings >= 2);
        std::cout << strings << " payloads of newer generations equal\n";
    }
};

QTEST_GUILESS_MAIN(TestEventVectors)
#include "test_event_vectors.moc"
