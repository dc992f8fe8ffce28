// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/decoder.h"

#include "core/base/base64.h"
#include "core/wire/dex/pumpswap.h"
#include "core/wire/dex/registry.h"
#include "core/wire/event_json.h"
#include "core/wire/known_programs.h"
#include "core/wire/native_events.h"
#include "core/wire/program_log.h"
#include "core/wire/pumpportal.h"
#include "core/wire/transaction_json.h"
#include "core/wire/wallet_history_json.h"

#include <simdjson.h>

#include <algorithm>
#include <optional>
#include <set>

namespace core::wire {
namespace {

namespace dom = simdjson::dom;
namespace ondemand = simdjson::ondemand;

static_assert(Decoder::kPadding >= simdjson::SIMDJSON_PADDING);

// Chain time runs from 2020; anything else in an event is a lie or a broken byte.
constexpr std::int64_t kEarliestBlockTime = 1'577'836'800;  // 2020-01-01
constexpr std::int64_t kLatestBlockTime = 4'102'444'800;    // 2100-01-01
constexpr std::size_t kMostPending = 20'000;
constexpr std::size_t kMostWanted = 4'096;
constexpr int kMostNesting = 16;
// A whole block is about 10 MB of JSON; parsing takes up to 20 times a frame's size.
constexpr std::size_t kMostFrameBytes = 64U << 20U;

simdjson::padded_string_view padded(std::string_view json) {
    return simdjson::padded_string_view{json.data(), json.size(), json.size() + Decoder::kPadding};
}

Error jsonError(simdjson::error_code code) {
    const bool deep = code == simdjson::DEPTH_ERROR;
    return fail(deep ? ErrorCode::TooDeep : ErrorCode::BadJson, simdjson::error_message(code));
}

bool hasMember(const dom::element& element, std::string_view name) {
    dom::object object;
    return element.get(object) == simdjson::SUCCESS && object[name].error() == simdjson::SUCCESS;
}

Error remoteError(const dom::element& answer) {
    std::string_view message;
    if (answer["error"]["message"].get(message)) message = "an error without a message";
    return fail(ErrorCode::Remote, sanitizedRemoteText(message));
}

// Calls `each(key, value)` for the members of an object as they come. Not find_field_unordered: when members
// are asked for one by one, simdjson 3.0 searches from the start again and trusts what it walked over before,
// and a frame whose brackets do not pair leads it out of its buffers.
template <class Each>
Result<void> eachMember(ondemand::object object, Each each) {
    for (auto next : object) {
        ondemand::field field;
        std::string_view key;
        if (const auto error = std::move(next).get(field)) return jsonError(error);
        if (const auto error = field.unescaped_key().get(key)) return jsonError(error);
        if (auto done = each(key, field.value()); !done) return done;
    }
    return {};
}

Result<void> asResult(simdjson::error_code error, const char* what) {
    if (error == simdjson::SUCCESS) return {};
    if (error == simdjson::INCORRECT_TYPE || error == simdjson::NUMBER_OUT_OF_RANGE)
        return fail(ErrorCode::BadShape, what);
    return jsonError(error);
}

template <class Each>
Result<void> eachMemberOf(ondemand::value value, const char* what, Each each) {
    ondemand::object object;
    if (const auto error = value.get_object().get(object)) return asResult(error, what);
    return eachMember(object, each);
}

const dom::element& asElement(const void* element) {
    return *static_cast<const dom::element*>(element);
}

}  // namespace

struct Decoder::Json {
    /// What a logsNotification holds; text is a view into the parser's buffers. The lines go to `log`.
    struct LogsFrame {
        bool knownMethod = false;  ///< read params although no method came before them
        bool isLogs = false;
        bool hasParams = false;
        bool hasErr = false;
        bool failed = false;
        bool hasLogs = false;
        std::optional<std::uint64_t> slot;
        std::string_view signature;
    };
    Result<void> readFrame(std::string_view json, LogsFrame& frame);
    Result<void> readLogsValue(ondemand::value value, LogsFrame& frame);

    ondemand::parser onDemand;
    dom::parser domParser;
    ProgramLogReader log;
    TransactionJsonReader transactions;
    TransactionView view;
    TransactionFacts facts;
    std::vector<std::uint8_t> scratch;
};

Result<void> Decoder::Json::readLogsValue(ondemand::value value, LogsFrame& frame) {
    return eachMemberOf(value, "logsNotification: no value", [&](std::string_view key, ondemand::value member) {
        if (key == "signature")
            return asResult(member.get_string().get(frame.signature), "logsNotification: no signature");
        if (key == "err") {
            bool isNull = false;
            const auto error = member.is_null().get(isNull);
            frame.hasErr = true;
            frame.failed = !isNull;
            return asResult(error, "logsNotification: no err");
        }
        // Nine in ten frames failed, and say so before their log.
        if (key != "logs" || frame.failed) return Result<void>{};
        ondemand::array lines;
        if (const auto error = member.get_array().get(lines)) return asResult(error, "logsNotification: no logs");
        frame.hasLogs = true;
        log.clear();
        for (auto line : lines) {
            std::string_view text;
            if (const auto error = line.get_string().get(text))
                return asResult(error, "logsNotification: log line");
            log.line(text);
        }
        return Result<void>{};
    });
}

Result<void> Decoder::Json::readFrame(std::string_view json, LogsFrame& frame) {
    ondemand::document document;
    ondemand::object root;
    if (const auto error = onDemand.iterate(padded(json)).get(document)) return jsonError(error);
    if (const auto error = document.get_object().get(root)) return jsonError(error);
    bool other = false;
    auto done = eachMember(root, [&](std::string_view key, ondemand::value value) -> Result<void> {
        if (key == "method") {
            std::string_view method;
            frame.isLogs = value.get_string().get(method) == simdjson::SUCCESS && method == "logsNotification";
            other = !frame.isLogs;
            // Another kind of frame: no use in walking over the rest of it here.
            if (other) return fail(ErrorCode::Cancelled);
            return {};
        }
        if (key != "params" || !(frame.isLogs || frame.knownMethod)) return {};
        frame.hasParams = true;
        return eachMemberOf(value, "logsNotification without params",
                            [&](std::string_view name, ondemand::value result) -> Result<void> {
                                if (name != "result") return {};
                                return eachMemberOf(
                                    result, "logsNotification: no result",
                                    [&](std::string_view part, ondemand::value inner) -> Result<void> {
                                        if (part == "value") return readLogsValue(inner, frame);
                                        if (part != "context") return {};
                                        return eachMemberOf(
                                            inner, "logsNotification: no slot",
                                            [&](std::string_view which, ondemand::value number) -> Result<void> {
                                                if (which != "slot") return {};
                                                std::uint64_t slot = 0;
                                                if (const auto error = number.get_uint64().get(slot))
                                                    return asResult(error, "logsNotification: no slot");
                                                frame.slot = slot;
                                                return {};
                                            });
                                    });
                            });
    });
    if (other) return {};
    if (done && document.current_location().error() != simdjson::OUT_OF_BOUNDS)
        return fail(ErrorCode::BadJson, "text behind the frame");
    return done;
}

Decoder::Decoder() : m_json(std::make_unique<Json>()) {}
Decoder::~Decoder() = default;

void Decoder::onFields(std::function<void(const FieldsSeen&)> callback) {
    m_onFields = std::move(callback);
}

void Decoder::onOrder(std::function<void(const Signature&, std::uint32_t)> callback) {
    m_onOrder = std::move(callback);
}

void Decoder::onHistory(std::function<void(const WalletHistory&)> callback) {
    m_onHistory = std::move(callback);
}

Result<void> Decoder::count(Result<void> result) {
    if (!result) ++m_stats.undecoded[std::string{errorName(result.error().code)}];
    return result;
}

Result<void> Decoder::websocket(std::string_view json, RecvTime received, std::vector<Event>& out) {
    ++m_stats.frames;
    m_stats.bytes += json.size();
    if (json.size() > kMostFrameBytes) return count(fail(ErrorCode::TooLarge, "websocket frame"));
    const std::size_t before = out.size();
    Json::LogsFrame frame;
    Result<void> done = m_json->readFrame(json, frame);
    if (done && frame.isLogs && !frame.hasParams) {
        frame.knownMethod = true;  // params came before method
        done = m_json->readFrame(json, frame);
    }
    // Whatever else is wrong with a frame of no known method is told by the parser that reads all of it.
    if (!frame.isLogs)
        done = domFrame(json, received, out);
    else if (done)
        done = logsNotification(&frame, received, out);
    if (!done) out.resize(before);
    return count(std::move(done));
}

Result<void> Decoder::logsNotification(const void* framePointer, RecvTime received, std::vector<Event>& out) {
    const auto& frame = *static_cast<const Json::LogsFrame*>(framePointer);
    if (!frame.hasParams) return fail(ErrorCode::BadShape, "logsNotification without params");
    if (!frame.slot) return fail(ErrorCode::BadShape, "logsNotification: no slot");
    if (frame.signature.empty()) return fail(ErrorCode::BadShape, "logsNotification: no signature");
    const auto signature = Signature::fromBase58(frame.signature);
    if (!signature) return signature.error();
    if (!frame.hasErr) return fail(ErrorCode::BadShape, "logsNotification: no err");
    if (!frame.failed && !frame.hasLogs) return fail(ErrorCode::BadShape, "logsNotification: no logs");
    ++m_stats.transactions;
    if (frame.failed) {
        ++m_stats.failedTransactions;
        return {};
    }
    ProgramLogReader& log = m_json->log;
    if (log.undecodable() != 0) m_stats.undecoded["bad_encoding"] += log.undecodable();
    EventHeader at;
    at.signature = *signature;
    at.slot = Slot{*frame.slot};
    at.received = received;
    auto events = log.takeEvents();
    const std::size_t before = out.size();
    const std::size_t wantedBefore = m_wanted.size();
    emit(events, at, nullptr, out);
    finishEvents(before, out);
    wantUnlogged(at);
    for (std::size_t i = wantedBefore; i < m_wanted.size(); ++i)
        for (std::size_t k = before; k < out.size(); ++k) m_wanted[i].mints.push_back(mintOf(out[k].body));
    // What was read before the cut is good; what is behind it is missing and must be told.
    if (const auto stopped = log.stopped()) ++m_stats.undecoded[std::string{errorName(*stopped)}];
    return {};
}

// One entry for each venue of a transaction.
void Decoder::want(const Venue* venue, const EventHeader& at, std::uint32_t events, std::optional<Pubkey> pool) {
    for (auto known = m_wanted.rbegin(); known != m_wanted.rend() && known->signature == at.signature; ++known) {
        if (known->venue != venue) continue;
        known->events += events;
        return;
    }
    if (m_wanted.size() < kMostWanted) m_wanted.push_back({*at.signature, at.slot, venue, events, {}, pool});
}

// What the log in hand shows to have happened without showing what: programs that tell by self-CPI alone, and
// whatever stands behind a cut.
void Decoder::wantUnlogged(const EventHeader& at) {
    const ProgramLogReader& log = m_json->log;
    const Venue* cut = nullptr;
    for (const auto& invocation : log.invocations()) {
        const Venue* venue = venueOf(invocation.program);
        if (venue == nullptr) continue;
        cut = venue;
        if (venue->place == EventPlace::SelfCpiOnly) want(venue, at, 0, std::nullopt);
    }
    if (log.stopped()) want(cut, at, 0, std::nullopt);
}

Result<void> Decoder::domFrame(std::string_view json, RecvTime received, std::vector<Event>& out) {
    dom::element root;
    if (const auto error = m_json->domParser.parse(json.data(), json.size(), false).get(root))
        return jsonError(error);
    EventHeader defaults;
    defaults.received = received;
    std::string_view method;
    if (root["method"].get(method) == simdjson::SUCCESS) {
        dom::element result;
        if (root["params"]["result"].get(result)) return fail(ErrorCode::BadShape, "notification without result");
        if (method == "transactionNotification") {
            std::uint64_t slot = 0;
            if (result["slot"].get(slot) == simdjson::SUCCESS) defaults.slot = Slot{slot};
            std::uint64_t index = 0;
            if (result["transactionIndex"].get(index) == simdjson::SUCCESS) {
                if (const auto narrowed = narrow<std::uint32_t>(index)) defaults.txIndex = *narrowed;
            }
            std::string_view text;
            if (result["signature"].get(text) == simdjson::SUCCESS) {
                auto signature = Signature::fromBase58(text);
                if (!signature) return signature.error();
                defaults.signature = *signature;
            }
            dom::element inner;
            if (result["transaction"].get(inner)) return fail(ErrorCode::BadShape, "no transaction");
            return transaction(&inner, defaults, out);
        }
        if (method == "blockNotification") {
            std::uint64_t slot = 0;
            if (result["value"]["slot"].get(slot) == simdjson::SUCCESS) defaults.slot = Slot{slot};
            dom::element inner;
            if (result["value"]["block"].get(inner) || inner.is_null())
                return fail(ErrorCode::BadShape, "no block");
            // A filtered subscription leaves transactions out, so positions are not those of the block.
            return block(&inner, defaults, false, out);
        }
        ++m_stats.notices;
        return {};
    }
    if (hasMember(root, "error")) {
        return remoteError(root);
    }
    if (hasMember(root, "result")) {
        ++m_stats.notices;
        return {};
    }
    const std::size_t before = out.size();
    auto portal = decodePumpPortal(m_json->onDemand, padded(json), defaults, out);
    if (!portal) return portal.error();
    if (!*portal) ++m_stats.notices;
    finishEvents(before, out);
    return {};
}

Result<void> Decoder::http(std::string_view json, RecvTime received, std::vector<Event>& out) {
    ++m_stats.frames;
    m_stats.bytes += json.size();
    if (json.size() > kMostFrameBytes) return count(fail(ErrorCode::TooLarge, "http record"));
    dom::element root;
    if (const auto error = m_json->domParser.parse(json.data(), json.size(), false).get(root))
        return count(jsonError(error));
    dom::element request;
    dom::element response;
    std::string_view method;
    if (root["request"].get(request) || root["response"].get(response) || request["method"].get(method))
        return count(fail(ErrorCode::BadShape, "http record without request or response"));
    if (hasMember(response, "error")) {
        return count(remoteError(response));
    }
    dom::element result;
    if (response["result"].get(result)) return count(fail(ErrorCode::BadShape, "response without result"));
    EventHeader defaults;
    defaults.received = received;
    const std::size_t before = out.size();
    Result<void> done;
    if (method == "getTransaction") {
        if (result.is_null()) return count(fail(ErrorCode::NotFound, "getTransaction: unknown signature"));
        done = transaction(&result, defaults, out);
    } else if (method == "getBlock") {
        std::uint64_t slot = 0;
        if (request["params"].at(0).get(slot) == simdjson::SUCCESS) defaults.slot = Slot{slot};
        if (result.is_null()) return count(fail(ErrorCode::NotFound, "getBlock: no such block"));
        // With transactionDetails "signatures" there are no transactions, only their order.
        const bool orderOnly = !hasMember(result, "transactions") && hasMember(result, "signatures");
        done = orderOnly ? blockOrder(&result) : block(&result, defaults, true, out);
    } else if (method == "getMultipleAccounts" || method == "getAccountInfo") {
        poolAccounts(&request, &result);
        resolvePending(out);
        finishEvents(before, out);
    } else {
        ++m_stats.notices;
        if (method == "getSignaturesForAddress" && m_onHistory) {
            if (const auto history = readWalletHistory(request, result)) m_onHistory(*history);
        }
    }
    if (!done) out.resize(before);
    return count(std::move(done));
}

void Decoder::poolAccounts(const void* requestPointer, const void* resultPointer) {
    dom::element keys;
    dom::element values;
    if (asElement(requestPointer)["params"].at(0).get(keys) || asElement(resultPointer)["value"].get(values))
        return;
    const auto learn = [&](dom::element key, dom::element account) {
        std::string_view address;
        std::string_view owner;
        std::string_view data;
        if (key.get(address) || account["owner"].get(owner) || account["data"].at(0).get(data)) return;
        if (owner != kPumpSwap.programText) return;
        const auto pool = Pubkey::fromBase58(address);
        const auto bytes = base64Decode(data);
        if (!pool || !bytes) return;
        if (const auto sides = readPumpSwapPoolAccount(*bytes)) m_pools.learn(*pool, *sides);
    };
    dom::array keyList;
    dom::array valueList;
    if (keys.get(keyList) == simdjson::SUCCESS && values.get(valueList) == simdjson::SUCCESS) {
        auto value = valueList.begin();
        for (dom::element key : keyList) {
            if (value == valueList.end()) break;
            learn(key, *value);
            ++value;
        }
    } else {
        learn(keys, values);
    }
}

bool Decoder::isJson(std::string_view json) {
    return m_json->domParser.parse(json.data(), json.size(), false).error() == simdjson::SUCCESS;
}

Result<void> Decoder::document(std::string_view json, std::vector<Event>& out) {
    ++m_stats.frames;
    m_stats.bytes += json.size();
    dom::element root;
    if (const auto error = m_json->domParser.parse(json.data(), json.size(), false).get(root))
        return count(jsonError(error));
    std::uint64_t found = 0;
    auto done = search(&root, 0, found, out);
    if (!done) return done;  // counted where it happened
    if (found == 0) return count(fail(ErrorCode::BadShape, "no transaction in this document"));
    return done;
}

Result<void> Decoder::search(const void* element, int depth, std::uint64_t& found, std::vector<Event>& out) {
    const dom::element& node = asElement(element);
    if (depth > kMostNesting) return {};
    dom::object object;
    dom::array array;
    Result<void> first;
    const auto keep = [&first](Result<void> result) {
        if (!result && first) first = std::move(result);
    };
    const auto guarded = [&](Result<void> result, std::size_t before) {
        if (!result) out.resize(before);
        keep(count(std::move(result)));
    };
    if (node.get(object) == simdjson::SUCCESS) {
        const std::size_t before = out.size();
        if (hasMember(node, "meta") && hasMember(node, "transaction")) {
            ++found;
            guarded(transaction(&node, {}, out), before);
            return first;
        }
        dom::array transactions;
        if (hasMember(node, "blockhash") && node["transactions"].get(transactions) == simdjson::SUCCESS) {
            ++found;
            guarded(block(&node, {}, true, out), before);
            return first;
        }
        for (const auto field : object) {
            const dom::element child = field.value;
            keep(search(&child, depth + 1, found, out));
        }
    } else if (node.get(array) == simdjson::SUCCESS) {
        for (dom::element child : array) keep(search(&child, depth + 1, found, out));
    }
    return first;
}

Result<void> Decoder::block(const void* element, const EventHeader& defaults, bool wholeBlock,
                            std::vector<Event>& out) {
    const dom::element& node = asElement(element);
    dom::array transactions;
    if (node["transactions"].get(transactions)) return fail(ErrorCode::BadShape, "block without transactions");
    EventHeader at = defaults;
    std::int64_t time = 0;
    if (node["blockTime"].get(time) == simdjson::SUCCESS) at.blockTime = BlockTime{time};
    std::uint32_t index = 0;
    for (dom::element child : transactions) {
        if (wholeBlock) at.txIndex = index;
        ++index;
        const std::size_t before = out.size();
        // One broken transaction must not cost the rest of the block.
        if (auto done = transaction(&child, at, out); !done) {
            out.resize(before);
            (void)count(std::move(done));
        }
    }
    return {};
}

Result<void> Decoder::blockOrder(const void* element) {
    dom::array signatures;
    if (asElement(element)["signatures"].get(signatures))
        return fail(ErrorCode::BadShape, "signatures of a block are no array");
    ++m_stats.notices;
    std::uint32_t index = 0;
    for (const dom::element child : signatures) {
        std::string_view text;
        const auto signature = child.get(text) == simdjson::SUCCESS ? Signature::fromBase58(text)
                                                                    : fail(ErrorCode::BadShape, "signature");
        // The others still stand where they stand.
        if (!signature)
            (void)count(signature.error());
        else if (m_onOrder)
            m_onOrder(*signature, index);
        ++index;
    }
    return {};
}

Result<void> Decoder::transaction(const void* element, const EventHeader& defaults, std::vector<Event>& out) {
    TransactionView& view = m_json->view;
    if (auto done = m_json->transactions.read(asElement(element), view); !done) return done;
    ++m_stats.transactions;
    if (view.failed) {
        ++m_stats.failedTransactions;
        return {};
    }
    EventHeader at = defaults;
    if (view.signature) at.signature = view.signature;
    if (view.slot) at.slot = view.slot;
    if (view.blockTime) at.blockTime = view.blockTime;
    if (view.txIndex) at.txIndex = view.txIndex;

    std::uint64_t undecodable = 0;
    std::vector<RawEvent> events = selfCpiEvents(view, undecodable);
    ProgramLogReader& log = m_json->log;
    log.clear();
    for (const std::string_view line : view.logs) log.line(line);
    if (undecodable + log.undecodable() != 0) m_stats.undecoded["bad_encoding"] += undecodable + log.undecodable();
    // The log repeats what the self-CPI says; each copy is matched with one of the same bytes, and only
    // what the instructions do not carry is added (solana-wire section 19 rule 2).
    std::vector<bool> matched(events.size(), false);
    for (RawEvent& fromLog : log.takeEvents()) {
        std::size_t i = 0;
        for (; i < matched.size(); ++i)
            if (!matched[i] && events[i].venue == fromLog.venue && events[i].payload == fromLog.payload) break;
        if (i < matched.size()) {
            matched[i] = true;
        } else {
            const auto emitter = std::find_if(
                view.instructions.begin(), view.instructions.end(), [&fromLog](const InstructionView& instruction) {
                    return instruction.top == fromLog.path.top && instruction.inner == fromLog.emitterInner;
                });
            // The log's count of instructions and the list must agree before accounts are taken from it.
            if (emitter != view.instructions.end() && view.programOf(*emitter) == programOf(*fromLog.venue))
                fromLog.emitter = &*emitter;
            events.push_back(std::move(fromLog));
        }
    }
    if (log.stopped() == ErrorCode::LogStackMismatch) ++m_stats.undecoded["log_stack_mismatch"];
    if (log.stopped() == ErrorCode::LogTruncated && !view.hasInner) ++m_stats.undecoded["log_truncated"];
    m_json->facts.read(view);
    const std::size_t before = out.size();
    emit(events, at, &view, out);
    silentInstructions(events, at, out);
    appendNativeEvents(view, m_json->facts, at, out);
    finishTransaction(before, out);
    return {};
}

void Decoder::silentInstructions(const std::vector<RawEvent>& events, const EventHeader& at,
                                 std::vector<Event>& out) {
    const TransactionView& view = m_json->view;
    for (const InstructionView& instruction : view.instructions) {
        const Venue* venue = venueOf(view.programOf(instruction));
        if (venue == nullptr || venue->decodeInstruction == nullptr) continue;
        const bool told = std::any_of(events.begin(), events.end(), [&instruction](const RawEvent& event) {
            return event.emitter == &instruction;
        });
        if (told) continue;
        VenueContext context = contextFor(at, &view, &instruction);
        context.at.path = EventPath{instruction.top, instruction.inner, 0};
        const std::size_t before = out.size();
        const auto data = instructionData(instruction, m_json->scratch);
        if (auto done = venue->decodeInstruction(data, context, out); !done) {
            out.resize(before);
            (void)count(std::move(done));
            continue;
        }
        // One instruction may have gone through several pools.
        for (std::size_t i = before; i < out.size(); ++i)
            if (out[i].at.path) out[i].at.path->ordinal = static_cast<std::uint16_t>(i - before);
        nameProgram(*venue, before, out);
    }
}

VenueContext Decoder::contextFor(const EventHeader& at, const TransactionView* view,
                                 const InstructionView* emitter) {
    VenueContext context{
        .at = at, .transaction = view, .emitter = emitter, .facts = nullptr, .pools = m_pools, .route = {}};
    if (view != nullptr) context.facts = &m_json->facts;
    if (view != nullptr && emitter != nullptr) {
        // The outermost aggregator or bot on top of the call.
        for (std::size_t i = static_cast<std::size_t>(emitter - view->instructions.data());;) {
            if (const Symbol route = routeOf(view->programOf(view->instructions[i])); !route.empty())
                context.route = route;
            const std::size_t caller = callerOf(*view, i);
            if (caller == i) break;
            i = caller;
        }
    }
    return context;
}

void Decoder::nameProgram(const Venue& venue, std::size_t from, std::vector<Event>& out) {
    for (std::size_t i = from; i < out.size(); ++i)
        if (auto* trade = std::get_if<Trade>(&out[i].body); trade != nullptr && !trade->program)
            trade->program = programOf(venue);
}

void Decoder::finishTransaction(std::size_t from, std::vector<Event>& out) {
    const auto begin = out.begin() + static_cast<std::ptrdiff_t>(from);
    std::stable_sort(begin, out.end(), [](const Event& a, const Event& b) {
        return a.at.path.value_or(EventPath{}).key() < b.at.path.value_or(EventPath{}).key();
    });
    finishEvents(from, out);
}

void Decoder::emit(std::vector<RawEvent>& events, const EventHeader& at, const TransactionView* view,
                   std::vector<Event>& out) {
    std::stable_sort(events.begin(), events.end(),
                     [](const RawEvent& a, const RawEvent& b) { return a.path < b.path; });
    for (std::size_t i = 1; i < events.size(); ++i) {
        const EventPath& last = events[i - 1].path;
        EventPath& path = events[i].path;
        if (path.top == last.top && path.inner == last.inner && path.ordinal <= last.ordinal)
            path.ordinal = static_cast<std::uint16_t>(last.ordinal + 1);
    }
    for (const RawEvent& raw : events) {
        VenueContext context = contextFor(at, view, raw.emitter);
        context.at.path = raw.path;
        if (context.route.empty() && raw.depth > 1) context.route = routeOf(raw.topProgram);
        decodeOne(raw, context, out);
    }
    resolvePending(out);
}

void Decoder::decodeOne(const RawEvent& raw, VenueContext& context, std::vector<Event>& out) {
    if (m_onFields) {
        if (auto fields = raw.venue->describe(raw.payload))
            m_onFields({raw.venue, raw.path, context.at.signature, std::move(*fields)});
    }
    const std::size_t before = out.size();
    auto done = raw.venue->decode(raw.payload, context, out);
    if (done) {
        nameProgram(*raw.venue, before, out);
        return;
    }
    out.resize(before);
    if (done.error().code == ErrorCode::PoolUnknown && context.missingPool && m_pendingCount < kMostPending) {
        m_pendingByPool[*context.missingPool].push_back({context.at, context.route, raw.venue, raw.payload});
        ++m_pendingCount;
    }
    if (done.error().code == ErrorCode::NeedsTransaction && context.transaction == nullptr && context.at.signature)
        want(raw.venue, context.at, 1, context.missingPool);
    (void)count(std::move(done));
}

void Decoder::resolvePending(std::vector<Event>& out) {
    for (const Pubkey& pool : m_pools.takeLearned()) {
        const auto found = m_pendingByPool.find(pool);
        if (found == m_pendingByPool.end()) continue;
        const std::vector<Pending> waiting = std::move(found->second);
        m_pendingByPool.erase(found);
        m_pendingCount -= waiting.size();
        for (const Pending& pending : waiting) {
            VenueContext context{.at = pending.at, .pools = m_pools, .route = pending.route};
            const std::size_t start = out.size();
            if (pending.venue->decode(pending.payload, context, out)) {
                --m_stats.undecoded["pool_unknown"];
                nameProgram(*pending.venue, start, out);
            } else {
                out.resize(start);
            }
        }
    }
}

void Decoder::finishEvents(std::size_t from, std::vector<Event>& out) {
    for (std::size_t i = from; i < out.size();) {
        const auto& time = out[i].at.blockTime;
        if (time && (time->value() < kEarliestBlockTime || time->value() > kLatestBlockTime)) {
            ++m_stats.undecoded["bad_value"];
            out.erase(out.begin() + static_cast<std::ptrdiff_t>(i));
        } else {
            ++i;
        }
    }
    m_stats.events += out.size() - from;
}

Result<void> Decoder::eventLine(std::string_view json, std::vector<Event>& out) {
    ++m_stats.frames;
    m_stats.bytes += json.size();
    if (json.size() > kMostFrameBytes) return count(fail(ErrorCode::TooLarge, "event line"));
    dom::element root;
    if (const auto error = m_json->domParser.parse(json.data(), json.size(), false).get(root))
        return count(jsonError(error));
    auto event = readEventJson(root);
    if (!event) return count(event.error());
    if (!*event) {
        ++m_stats.notices;
        return {};
    }
    const std::size_t before = out.size();
    out.push_back(std::move(**event));
    finishEvents(before, out);
    return {};
}

}  // namespace core::wire
