// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/live_plan.h"

#include "core/base/base58.h"
#include "core/source/coverage.h"
#include "core/source/json_text.h"
#include "core/source/token_bucket.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

namespace core::source {
namespace {

constexpr double kPublicRate = 4.0;
constexpr double kOwnNodeRate = 500.0;  // a node on this machine has no allowance to keep
constexpr std::string_view kSolanaWs = "wss://api.mainnet-beta.solana.com";
constexpr std::string_view kSolanaHttp = "https://api.mainnet-beta.solana.com";
constexpr std::string_view kHeliusWs = "wss://mainnet.helius-rpc.com/";
constexpr std::string_view kHeliusHttp = "https://mainnet.helius-rpc.com/";
constexpr std::string_view kPumpPortalWs = "wss://pumpportal.fun/api/data";

Result<Endpoint> endpointFor(const std::string& url, std::string_view publicUrl) {
    return parseEndpoint(url.empty() ? publicUrl : std::string_view(url));
}

/// The HTTP side of a websocket endpoint whose HTTP side nobody named: providers serve both at one address.
std::string httpUrlOf(const Endpoint& websocket) {
    Endpoint http = websocket;
    return (http.tls ? "https://" : "http://") + http.hostHeader() + http.target;
}

Result<void> addAddress(std::vector<std::string>& addresses, const std::string& address) {
    std::array<std::uint8_t, 32> key{};
    if (!base58DecodeExact(address, key)) return fail(ErrorCode::BadValue, "no address: " + address.substr(0, 64));
    if (std::find(addresses.begin(), addresses.end(), address) == addresses.end()) addresses.push_back(address);
    return {};
}

Result<FeedKind> kindOf(const LiveOptions& options) {
    const bool whole = options.source == "helius" || options.source == "yellowstone";
    if (options.feed.empty()) return whole ? FeedKind::Transactions : FeedKind::Logs;
    if (options.feed == "logs" && options.source != "yellowstone") return FeedKind::Logs;
    if (options.feed == "transactions" && whole) return FeedKind::Transactions;
    if (options.feed == "blocks" && !whole) return FeedKind::Blocks;
    return fail(ErrorCode::BadValue, options.source + " has no feed named " + options.feed.substr(0, 64));
}

/// The venues to follow, "all" and "usual" spelled out.
Result<std::vector<const VenueProgram*>> followedVenues(const LiveOptions& options, FeedKind kind) {
    std::vector<const VenueProgram*> out;
    const auto add = [&out](const VenueProgram* program) {
        if (std::find(out.begin(), out.end(), program) == out.end()) out.push_back(program);
    };
    for (const std::string& name : options.programs) {
        if (name == "usual" && kind == FeedKind::Logs) {
            for (const std::string_view venue : {"pumpfun", "pumpswap"}) add(venueProgram(venue));
        } else if (name == "all" || name == "usual") {
            for (const VenueProgram& program : venuePrograms()) add(&program);
        } else if (const VenueProgram* program = venueProgram(name)) {
            add(program);
        } else {
            return fail(ErrorCode::BadValue, "no venue named " + name.substr(0, 64));
        }
    }
    return out;
}

std::string quotedList(const std::vector<std::string>& texts) {
    std::string out = "[";
    for (const std::string& text : texts) out += (out.size() > 1 ? "," : "") + jsonQuote(text);
    return out + "]";
}

/// Adds the subscriptions that follow `addresses`. Source: solana-wire sections 3 and 4.1.
void addSubscriptions(LivePlan& plan, const std::vector<std::string>& addresses, const std::string& commitment) {
    constexpr std::string_view kWhole =
        R"(,"encoding":"base64","transactionDetails":"full","showRewards":false,"maxSupportedTransactionVersion":0})";
    const auto add = [&plan](std::string_view method, const std::string& params, std::vector<std::string> follows) {
        plan.follows.push_back(std::move(follows));
        plan.requests.push_back("{\"jsonrpc\":\"2.0\",\"id\":" + std::to_string(plan.follows.size()) +
                                ",\"method\":" + jsonQuote(method) + ",\"params\":[" + params + "]}");
    };
    const std::string options = "{\"commitment\":" + jsonQuote(commitment);
    if (plan.kind == FeedKind::Transactions) {
        add("transactionSubscribe",
            "{\"accountInclude\":" + quotedList(addresses) + ",\"vote\":false,\"failed\":false}," + options +
                std::string(kWhole),
            addresses);
        return;
    }
    for (const std::string& address : addresses) {
        if (plan.kind == FeedKind::Blocks) {
            add("blockSubscribe",
                "{\"mentionsAccountOrProgram\":" + jsonQuote(address) + "}," + options + std::string(kWhole),
                {address});
        } else {
            add("logsSubscribe", "{\"mentions\":[" + jsonQuote(address) + "]}," + options + "}", {address});
        }
    }
}

Result<LivePlan> planSolana(const LiveOptions& options) {
    const bool helius = options.source == "helius";
    const bool yellowstone = options.source == "yellowstone";
    LivePlan plan;
    auto kind = kindOf(options);
    if (!kind) return std::move(kind).error();
    plan.kind = *kind;
    if (yellowstone && options.wsUrl.empty())
        return fail(ErrorCode::BadValue, "yellowstone needs an endpoint: --ws-url https://host:port");
    auto websocket = endpointFor(options.wsUrl, helius ? kHeliusWs : kSolanaWs);
    if (!websocket) return std::move(websocket).error();
    plan.websocket = *std::move(websocket);
    if (helius && options.wsUrl.empty() && options.apiKey.empty())
        return fail(ErrorCode::Unauthorized, "helius needs a key: set CABALSCOPE_API_KEY");
    if (options.commitment != "processed" && options.commitment != "confirmed" &&
        options.commitment != "finalized") {
        return fail(ErrorCode::BadValue, "commitment is processed, confirmed or finalized");
    }
    if (plan.kind == FeedKind::Blocks && options.commitment == "processed")
        return fail(ErrorCode::BadValue, "blocks come confirmed or finalized, not processed");
    std::vector<std::string> addresses;
    const auto venues = followedVenues(options, plan.kind);
    if (!venues) return venues.error();
    for (const VenueProgram* venue : *venues) {
        if (auto added = addAddress(addresses, std::string(venue->id)); !added) return std::move(added).error();
        (shows(plan.kind, *venue) ? plan.covers : plan.announces).emplace_back(venue->venue);
    }
    for (const std::string& address : options.mentions) {
        if (auto added = addAddress(addresses, address); !added) return std::move(added).error();
    }
    if (addresses.empty()) return fail(ErrorCode::BadValue, "neither a program nor an address to follow");
    if (yellowstone) {
        // The stream is no websocket: its requests are its own, it replays by itself, and the key is a header.
        if (!options.apiKey.empty()) {
            if (auto safe = withSecret(plan.websocket, "x-token", options.apiKey); !safe)
                return std::move(safe).error();
        }
        plan.follows.push_back(std::move(addresses));
        return plan;
    }
    addSubscriptions(plan, addresses, options.commitment);
    plan.expectsAcks = true;
    plan.silenceIsDeath = !venues->empty();

    if (options.backfill) {
        RpcOptions rpc;
        rpc.url = !options.httpUrl.empty() ? options.httpUrl
                  : !options.wsUrl.empty() ? httpUrlOf(plan.websocket)
                                           : std::string(helius ? kHeliusHttp : kSolanaHttp);
        // A key belongs to the endpoint that the user named or to its provider, never to the public one.
        if (helius || !options.wsUrl.empty() || !options.httpUrl.empty()) rpc.apiKey = options.apiKey;
        rpc.stepTimeout = options.connectTimeout;
        rpc.requestsPerSecond = options.httpRequestsPerSecond;
        if (rpc.requestsPerSecond <= 0) {
            const auto endpoint = parseEndpoint(rpc.url);
            rpc.requestsPerSecond = endpoint && endpoint->isLoopback() ? kOwnNodeRate : kPublicRate;
        }
        rpc.budget = options.httpBudget;
        rpc.backoffFirst = options.backoffFirst;
        rpc.backoffMax = options.backoffMax;
        rpc.jitterSeed = options.jitterSeed;
        plan.rpc = std::move(rpc);
    }
    if (!options.apiKey.empty() && (helius || !options.wsUrl.empty())) {
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
    plan.kind = FeedKind::Messages;
    std::vector<std::string> addresses;
    for (const std::string& address : options.mentions) {
        if (auto added = addAddress(addresses, address); !added) return std::move(added).error();
    }
    if (!options.apiKey.empty()) {
        auto keyed = withSecret(std::move(plan.websocket), "api-key", options.apiKey);
        if (!keyed) return std::move(keyed).error();
        plan.websocket = *std::move(keyed);
        if (!addresses.empty())
            plan.requests.push_back("{\"method\":\"subscribeTokenTrade\",\"keys\":" + quotedList(addresses) + "}");
    }
    plan.covers = {"pumpfun"};
    return plan;
}

}  // namespace

Result<LivePlan> planLive(const LiveOptions& options) {
    Result<LivePlan> plan = fail(ErrorCode::BadValue, "no such feed: " + options.source.substr(0, 64));
    if (options.source == "solana-rpc" || options.source == "helius" || options.source == "yellowstone")
        plan = planSolana(options);
    if (options.source == "pumpportal") plan = planPumpPortal(options);
    if (!plan) return plan;
    if (plan->rpc) {
        if (auto endpoint = parseEndpoint(plan->rpc->url); !endpoint) return std::move(endpoint).error();
    }
    plan->blindTo = blindSpots(plan->kind, !options.apiKey.empty());
    return plan;
}

void readKeys(LiveOptions& options) {
    if (const char* key = std::getenv("CABALSCOPE_API_KEY"); key != nullptr) options.apiKey = key;
    options.alsoApiKeys.clear();
    for (std::size_t i = 0; i < options.alsoWsUrls.size(); ++i) {
        const std::string name = "CABALSCOPE_API_KEY_" + std::to_string(i + 2);
        const char* key = std::getenv(name.c_str());
        options.alsoApiKeys.emplace_back(key != nullptr ? key : "");
    }
}

std::vector<LiveOptions> perEndpoint(const LiveOptions& options) {
    LiveOptions first = options;
    first.alsoWsUrls.clear();
    first.alsoApiKeys.clear();
    std::vector<LiveOptions> out{first};
    for (std::size_t i = 0; i < options.alsoWsUrls.size(); ++i) {
        LiveOptions next = first;
        next.wsUrl = options.alsoWsUrls[i];
        next.apiKey = i < options.alsoApiKeys.size() ? options.alsoApiKeys[i] : std::string();
        // The HTTP side that was named, and its allowance, are the first endpoint's.
        next.httpUrl.clear();
        next.httpBudget.reset();
        out.push_back(std::move(next));
    }
    return out;
}

void shareBudget(LiveOptions& options, const Clock& clock) {
    LiveOptions asking = options;
    asking.backfill = true;
    const auto plan = planLive(asking);
    if (!plan || !plan->rpc) return;
    options.httpBudget = std::make_shared<RequestBudget>(plan->rpc->requestsPerSecond, clock.steady());
}

std::optional<std::vector<std::string>> venuesToFetch(const LiveOptions& options) {
    LiveOptions asking = options;
    asking.backfill = true;
    const auto plan = planLive(asking);
    if (!plan || !plan->rpc || plan->kind != FeedKind::Logs) return std::nullopt;
    std::vector<std::string> out;
    // A coin or wallet that is followed by its address may trade anywhere.
    if (!options.mentions.empty()) return out;
    out = plan->covers;
    out.insert(out.end(), plan->announces.begin(), plan->announces.end());
    return out;
}

std::optional<RpcOptions> lookupOptions(const LiveOptions& options) {
    LiveOptions asking = options;
    asking.backfill = true;
    // Without a common allowance look-ups take a share of their own, as they are few.
    constexpr double kShare = 0.25;
    auto plan = planLive(asking);
    if (!plan || !plan->rpc) return std::nullopt;
    if (!options.httpBudget) plan->rpc->requestsPerSecond *= kShare;
    return plan->rpc;
}

}  // namespace core::source
