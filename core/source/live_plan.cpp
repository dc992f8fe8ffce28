// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/live_plan.h"

#include "core/base/base58.h"
#include "core/source/coverage.h"
#include "core/source/json_text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace core::source {
namespace {

constexpr double kPublicRate = 4.0;
constexpr double kOwnNodeRate = 500.0;  // a node on this machine has no allowance to keep
constexpr std::string_view kSolanaWs = "wss://api.mainnet-beta.solana.com";
constexpr std::string_view kSolanaHttp = "https://api.mainnet-beta.solana.com";
constexpr std::string_view kPumpPortalWs = "wss://pumpportal.fun/api/data";

Result<Endpoint> endpointFor(const std::string& url, std::string_view publicUrl) {
    return parseEndpoint(url.empty() ? publicUrl : std::string_view(url));
}

/// The HTTP side of a websocket endpoint whose HTTP side nobody named: providers serve both at one address.
std::string httpUrlOf(const Endpoint& websocket) {
    Endpoint http = websocket;
    return (http.tls ? "https://" : "http://") + http.hostHeader() + http.target;
}

Result<void> addAddress(LivePlan& plan, const std::string& address) {
    std::array<std::uint8_t, 32> key{};
    if (!base58DecodeExact(address, key)) return fail(ErrorCode::BadValue, "no address: " + address.substr(0, 64));
    if (std::find(plan.addresses.begin(), plan.addresses.end(), address) == plan.addresses.end()) {
        plan.addresses.push_back(address);
    }
    return {};
}

Result<LivePlan> planSolana(const LiveOptions& options) {
    LivePlan plan;
    auto websocket = endpointFor(options.wsUrl, kSolanaWs);
    if (!websocket) return std::move(websocket).error();
    plan.websocket = *std::move(websocket);
    if (options.commitment != "processed" && options.commitment != "confirmed" &&
        options.commitment != "finalized") {
        return fail(ErrorCode::BadValue, "commitment is processed, confirmed or finalized");
    }
    for (const std::string& venue : options.programs) {
        const LogProgram* program = logProgram(venue);
        if (program == nullptr)
            return fail(ErrorCode::BadValue, "logs show pumpfun and pumpswap, not " + venue.substr(0, 64));
        if (auto added = addAddress(plan, std::string(program->id)); !added) return std::move(added).error();
        plan.covers.push_back(venue);
    }
    for (const std::string& address : options.mentions) {
        if (auto added = addAddress(plan, address); !added) return std::move(added).error();
    }
    if (plan.addresses.empty()) return fail(ErrorCode::BadValue, "neither a program nor an address to follow");
    for (std::size_t i = 0; i < plan.addresses.size(); ++i) {
        plan.requests.push_back("{\"jsonrpc\":\"2.0\",\"id\":" + std::to_string(i + 1) +
                                ",\"method\":\"logsSubscribe\",\"params\":[{\"mentions\":[" +
                                jsonQuote(plan.addresses[i]) +
                                "]},{\"commitment\":" + jsonQuote(options.commitment) + "}]}");
    }
    plan.expectsAcks = true;
    plan.silenceIsDeath = !options.programs.empty();

    if (options.backfill) {
        RpcOptions rpc;
        rpc.url = !options.httpUrl.empty() ? options.httpUrl
                  : options.wsUrl.empty()  ? std::string(kSolanaHttp)
                                           : httpUrlOf(plan.websocket);
        // A key belongs to the endpoint that the user named, never to the public one.
        if (!options.wsUrl.empty() || !options.httpUrl.empty()) rpc.apiKey = options.apiKey;
        rpc.stepTimeout = options.connectTimeout;
        rpc.requestsPerSecond = options.httpRequestsPerSecond;
        if (rpc.requestsPerSecond <= 0) {
            const auto endpoint = parseEndpoint(rpc.url);
            rpc.requestsPerSecond = endpoint && endpoint->isLoopback() ? kOwnNodeRate : kPublicRate;
        }
        rpc.backoffFirst = options.backoffFirst;
        rpc.backoffMax = options.backoffMax;
        rpc.jitterSeed = options.jitterSeed;
        plan.rpc = std::move(rpc);
    }
    if (!options.apiKey.empty() && !options.wsUrl.empty()) {
        auto keyed = withSecret(std::move(plan.websocket), "api-key", options.apiKey);
        if (!keyed) return std::move(keyed).error();
        plan.websocket = *std::move(keyed);
    }
    return plan;
}

Result<LivePlan> planPumpPortal(const LiveOptions& options) {
    LivePlan plan;
    auto websocket = endpointFor(options.wsUrl, kPumpPortalWs);
    if (!websocket) return std::move(websocket).error();
    plan.websocket = *std::move(websocket);
    plan.requests = {R"({"method":"subscribeNewToken"})", R"({"method":"subscribeMigration"})"};
    for (const std::string& address : options.mentions) {
        if (auto added = addAddress(plan, address); !added) return std::move(added).error();
    }
    if (!options.apiKey.empty()) {
        auto keyed = withSecret(std::move(plan.websocket), "api-key", options.apiKey);
        if (!keyed) return std::move(keyed).error();
        plan.websocket = *std::move(keyed);
        if (!plan.addresses.empty()) {
            std::string keys;
            for (const std::string& address : plan.addresses)
                keys += (keys.empty() ? "" : ",") + jsonQuote(address);
            plan.requests.push_back("{\"method\":\"subscribeTokenTrade\",\"keys\":[" + keys + "]}");
        }
    }
    plan.covers = {"pumpfun"};
    return plan;
}

}  // namespace

Result<LivePlan> planLive(const LiveOptions& options) {
    Result<LivePlan> plan = fail(ErrorCode::BadValue, "no such feed: " + options.source.substr(0, 64));
    if (options.source == "solana-rpc") plan = planSolana(options);
    if (options.source == "pumpportal") plan = planPumpPortal(options);
    if (!plan) return plan;
    if (plan->rpc) {
        if (auto endpoint = parseEndpoint(plan->rpc->url); !endpoint) return std::move(endpoint).error();
    }
    plan->blindTo = blindSpots(options.source, !options.apiKey.empty());
    return plan;
}

std::optional<RpcOptions> lookupOptions(const LiveOptions& options) {
    LiveOptions asking = options;
    asking.backfill = true;
    // Look-ups are few: they take a share of the allowance, the backfill keeps the rest.
    constexpr double kShare = 0.25;
    auto plan = planLive(asking);
    if (!plan || !plan->rpc) return std::nullopt;
    plan->rpc->requestsPerSecond *= kShare;
    return plan->rpc;
}

}  // namespace core::source
