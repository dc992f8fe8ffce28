// SPDX-License-Identifier: GPL-3.0-or-later
// Decodes files of getTransaction answers over and over and prints, per venue, the transactions per second
// from JSON text to events: our side of the comparison in compare.sh.
#include "core/wire/decoder.h"

#include <simdjson.h>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

struct Transaction {
    std::string json;
    std::set<std::string> venues;
};

/// A transaction that several files hold counts once, as in peer.mjs.
void collect(simdjson::dom::element node, std::set<std::string>& seen, std::vector<Transaction>& out) {
    simdjson::dom::object object;
    simdjson::dom::array array;
    simdjson::dom::element unused;
    if (node.get(object) == simdjson::SUCCESS) {
        if (object["meta"].get(unused) == simdjson::SUCCESS &&
            object["transaction"].get(unused) == simdjson::SUCCESS) {
            std::string_view signature;
            if (object["transaction"]["signatures"].at(0).get(signature) == simdjson::SUCCESS &&
                !seen.emplace(signature).second)
                return;
            std::string text = simdjson::minify(node);
            text.reserve(text.size() + core::wire::Decoder::kPadding);
            out.push_back({std::move(text), {}});
            return;
        }
        for (const auto field : object) collect(field.value, seen, out);
    } else if (node.get(array) == simdjson::SUCCESS) {
        for (const auto child : array) collect(child, seen, out);
    }
}

}  // namespace

int main(int argc, char** argv) {
    constexpr double kSeconds = 1.0;
    constexpr int kRounds = 5;
    std::vector<Transaction> all;
    std::set<std::string> seen;
    simdjson::dom::parser parser;
    for (int i = 1; i < argc; ++i) {
        simdjson::dom::element root;
        if (parser.load(argv[i]).get(root) == simdjson::SUCCESS) collect(root, seen, all);
    }
    core::wire::Decoder decoder;
    std::vector<core::Event> events;
    std::map<std::string, std::vector<const Transaction*>> byVenue;
    std::size_t trades = 0;
    for (Transaction& transaction : all) {
        events.clear();
        (void)decoder.document(transaction.json, events);
        for (const core::Event& event : events) {
            const auto* trade = std::get_if<core::Trade>(&event.body);
            if (trade == nullptr) continue;
            transaction.venues.insert(std::string{trade->venue.name()});
            ++trades;
        }
        for (const std::string& venue : transaction.venues) byVenue[venue].push_back(&transaction);
        byVenue["all"].push_back(&transaction);
    }
    std::printf("{\"trades\":%zu", trades);
    for (const auto& [venue, transactions] : byVenue) {
        double best = 0;
        for (int round = 0; round < kRounds; ++round) {
            const auto begin = std::chrono::steady_clock::now();
            std::size_t count = 0;
            double elapsed = 0;
            while (elapsed < kSeconds / kRounds) {
                for (const Transaction* transaction : transactions) {
                    events.clear();
                    (void)decoder.document(transaction->json, events);
                    ++count;
                }
                elapsed = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
            }
            best = std::max(best, static_cast<double>(count) / elapsed);
        }
        std::printf(",\"%s\":{\"transactions\":%zu,\"per_second\":%.0f}", venue.c_str(), transactions.size(), best);
    }
    std::printf("}\n");
    return 0;
}
