// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/capture_out.h"

#include "core/base/text.h"
#include "core/sim/known_addresses.h"
#include "core/sim/serialized.h"

#include <algorithm>

namespace core::sim {

std::string logsNotification(const SimTransaction& transaction, std::uint64_t subscription) {
    std::string text = R"({"jsonrpc":"2.0","method":"logsNotification","params":{"result":{"context":{"slot":)";
    text += std::to_string(transaction.slot);
    text += "},\"value\":";
    text += transaction.logsNotificationValue;
    text += "},\"subscription\":";
    text += std::to_string(subscription);
    text += "}}";
    return text;
}

std::string transactionNotification(const SimTransaction& transaction, std::uint64_t subscription, bool base64) {
    std::string text = R"({"jsonrpc":"2.0","method":"transactionNotification","params":{"result":{"signature":")";
    text += transaction.signature;
    text += "\",\"slot\":" + std::to_string(transaction.slot);
    text += ",\"transaction\":";
    text += base64 ? inBase64(transaction.transactionJson).dump() : transaction.transactionJson;
    text += ",\"transactionIndex\":" + std::to_string(transaction.txIndex);
    text += "},\"subscription\":" + std::to_string(subscription) + "}}";
    return text;
}

Result<CaptureCounts> writeCapture(Market& market, const MarketOptions& options, const LineSink& sink,
                                   CaptureFeed feed) {
    // The scenario name was checked when the market was made, so it needs no escaping.
    const std::string header =
        "{\"cabalscope_capture\":1,\"created\":\"" + rfc3339(options.startTime) +
        "\",\"source\":\"simulated\",\"endpoint\":\"simulated\",\"note\":\"SIMULATED scenario " + options.scenario +
        ", seed " + std::to_string(options.seed) + "\"}";
    if (auto written = sink(header); !written) return written.error();
    const auto& known = KnownAddresses::get();
    const std::string_view subscribed[] = {known.pump.text(), known.pumpSwap.text()};
    CaptureCounts counts;
    const auto write = [&](std::int64_t timeNs, const std::string& message) -> Result<void> {
        ++counts.notifications;
        return sink("{\"t\":" + std::to_string(timeNs) + ",\"ch\":\"ws\",\"msg\":" + message + "}");
    };
    while (const auto transaction = market.next()) {
        ++counts.transactions;
        counts.failed += transaction->failed ? 1 : 0;
        counts.trades += transaction->trades;
        if (feed == CaptureFeed::Transactions) {
            const std::string message = transactionNotification(*transaction, 1, false);
            if (auto written = write(transaction->timeNs, message); !written) return written.error();
            continue;
        }
        std::uint64_t subscription = 0;
        for (const std::string_view program : subscribed) {
            ++subscription;
            const auto& mentions = transaction->mentions;
            if (std::find(mentions.begin(), mentions.end(), program) == mentions.end()) continue;
            const std::string message = logsNotification(*transaction, subscription);
            if (auto written = write(transaction->timeNs, message); !written) return written.error();
        }
    }
    return counts;
}

}  // namespace core::sim
