// SPDX-License-Identifier: GPL-3.0-or-later
// Every event of our venues in every real transaction and log frame, field by field, against a decode that
// was made from the published tables alone (expected/reference-events).
#ifndef Q_MOC_RUN
#include "shared_data.h"

#include "core/wire/dex/registry.h"
#endif

#include <QTest>

#include <algorithm>
#include <iostream>
#include <map>

using conformance::readFile;
using core::wire::Decoder;
using nlohmann::json;

namespace {

// One event as text, the same from both sides: program, name, trailing bytes, fields by name.
std::string flat(const std::string& program, const std::string& event, std::uint64_t trailing,
                 const std::map<std::string, std::string>& fields) {
    std::string out = program + ' ' + event + " trailing=" + std::to_string(trailing);
    for (const auto& [name, value] : fields) out += ' ' + name + '=' + value;
    return out;
}

std::string valueText(const json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_boolean()) return value.get<bool>() ? "true" : "false";
    if (value.is_array()) {
        std::string out = "[";
        for (const auto& entry : value) {
            if (out.size() > 1) out += ',';
            out += entry.is_string() ? '"' + entry.get<std::string>() + '"' : entry.dump();
        }
        return out + ']';
    }
    return value.dump();
}

std::string expectedText(const json& event) {
    std::map<std::string, std::string> fields;
    for (const auto& [name, value] : event["fields"].items()) fields[name] = valueText(value);
    return flat(event["program"], event["event"], event["trailing"].get<std::uint64_t>(), fields);
}

std::string seenText(const Decoder::FieldsSeen& seen) {
    std::map<std::string, std::string> fields;
    for (const auto& [name, value] : seen.fields.fields) fields[name] = value;
    return flat(std::string{seen.venue->programText}, std::string{seen.fields.event}, seen.fields.trailingBytes,
                fields);
}

}  // namespace

class TestReferenceEvents : public QObject {
    Q_OBJECT
    std::map<std::string, std::vector<std::string>> m_seen;  // by signature

    void decodeEverything() {
        Decoder decoder;
        decoder.onFields([this](const Decoder::FieldsSeen& seen) {
            m_seen[seen.signature ? seen.signature->base58() : std::string{}].push_back(seenText(seen));
        });
        std::map<std::string, bool> files;
        for (const std::string& line : conformance::readLines("expected/reference-events.jsonl.zst"))
            files[json::parse(line)["file"]] = true;
        std::vector<core::Event> events;
        for (const auto& [file, unused] : files) {
            if (file.ends_with(".jsonl")) {
                for (const std::string& line : conformance::readLines(file)) {
                    const std::string raw = conformance::padded(json::parse(line)["raw"].get<std::string>());
                    QVERIFY2(decoder.websocket(raw, core::RecvTime{1}, events), line.substr(0, 200).c_str());
                }
            } else {
                (void)conformance::decodeDocument(decoder, readFile(file));
            }
        }
    }

private slots:
    void initTestCase() {
        if (!conformance::dataFolder()) QSKIP("no real transactions beside the project: nothing compared");
        decodeEverything();
    }

    void everyEventIsThereOnceWithEveryField() {
        std::map<std::string, std::pair<int, int>> perEvent;  // equal, different
        std::vector<std::string> differences;
        for (const std::string& line : conformance::readLines("expected/reference-events.jsonl.zst")) {
            const json row = json::parse(line);
            // The log and the self-CPI tell the same event: once each side is what must come out, and a
            // failed transaction must give nothing.
            std::vector<std::string> expected;
            for (const auto& event : row["self_cpi_events"]) expected.push_back(expectedText(event));
            auto rest = expected;
            for (const auto& event : row["log_events"]) {
                const std::string text = expectedText(event);
                const auto twin = std::find(rest.begin(), rest.end(), text);
                if (twin == rest.end()) {
                    expected.push_back(text);
                } else {
                    rest.erase(twin);
                }
            }
            std::erase_if(expected, [](const std::string& text) {
                return core::wire::venueOf(std::string_view{text}.substr(0, text.find(' '))) == nullptr;
            });
            if (!row["err"].is_null()) expected.clear();
            auto seen = m_seen[row["signature"]];
            for (const std::string& text : expected) {
                const std::size_t nameEnd = text.find(" trailing=");
                auto& [equal, different] = perEvent[text.substr(0, nameEnd)];
                const auto found = std::find(seen.begin(), seen.end(), text);
                if (found == seen.end()) {
                    ++different;
                    differences.push_back(row["file"].get<std::string>() + " expected " + text);
                } else {
                    ++equal;
                    seen.erase(found);
                }
            }
            for (const std::string& text : seen)
                differences.push_back(row["file"].get<std::string>() + " not expected " + text);
        }
        int total = 0;
        for (const auto& [name, counts] : perEvent) {
            std::cout << name << ": " << counts.first << " equal, " << counts.second << " different\n";
            total += counts.first;
        }
        std::cout << total << " events equal in every field\n";
        for (const auto& text : differences) std::cerr << text << '\n';
        QVERIFY(total > 100);
        QCOMPARE(differences.size(), std::size_t{0});
    }
};

QTEST_GUILESS_MAIN(TestReferenceEvents)
#include "test_reference_events.moc"
