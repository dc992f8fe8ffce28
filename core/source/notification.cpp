// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/notification.h"

#include "core/base/base58.h"
#include "core/base/base64.h"

#include <simdjson.h>

#include <span>
#include <string_view>
#include <utility>

namespace core::source {
namespace {

namespace ondemand = simdjson::ondemand;

/// Calls `each(key, value)` for every field; false as soon as something is not as it should be.
template <class Each>
bool forFields(ondemand::object object, Each each) {
    for (auto next : object) {
        ondemand::field field;
        std::string_view key;
        if (std::move(next).get(field) != simdjson::SUCCESS) return false;
        if (field.unescaped_key().get(key) != simdjson::SUCCESS) return false;
        if (!each(key, field.value())) return false;
    }
    return true;
}

template <class Each>
bool forFieldsOf(ondemand::value value, Each each) {
    ondemand::object object;
    return value.get_object().get(object) == simdjson::SUCCESS && forFields(object, each);
}

bool readNumber(ondemand::value value, std::uint64_t& out) {
    return value.get_uint64().get(out) == simdjson::SUCCESS;
}

bool readText(ondemand::value value, std::string& out) {
    std::string_view text;
    if (value.get_string().get(text) != simdjson::SUCCESS) return false;
    out = std::string(text);
    return true;
}

/// The name of a transaction out of its base64 text: one byte that counts signatures, then the first of them.
std::string signatureOf(std::string_view base64) {
    constexpr std::size_t kLetters = 88;  // of 66 bytes, one more than needed
    constexpr std::size_t kSignature = 64;
    std::vector<std::uint8_t> bytes;
    if (base64.size() < kLetters || !base64DecodeInto(base64.substr(0, kLetters), bytes)) return {};
    // More than 127 signatures do not fit into a transaction.
    if (bytes.size() < kSignature + 1 || bytes[0] == 0 || bytes[0] > 127) return {};
    return base58Encode(std::span(bytes).subspan(1, kSignature));
}

bool readBlockTransaction(ondemand::value value, Notification& out) {
    return forFieldsOf(value, [&](std::string_view key, ondemand::value field) {
        if (key != "transaction") return true;
        ondemand::json_type type{};
        if (field.type().get(type) != simdjson::SUCCESS) return false;
        std::string signature;
        std::string_view text;
        if (type == ondemand::json_type::array) {
            ondemand::array pair;
            if (field.get_array().get(pair) != simdjson::SUCCESS) return false;
            for (auto part : pair) {
                if (part.get_string().get(text) != simdjson::SUCCESS) return false;
                if (signature.empty()) signature = signatureOf(text);
            }
        } else if (type == ondemand::json_type::object) {
            const bool sound = forFieldsOf(field, [&](std::string_view name, ondemand::value part) {
                if (name != "signatures") return true;
                ondemand::array list;
                if (part.get_array().get(list) != simdjson::SUCCESS) return false;
                for (auto each : list) {
                    if (each.get_string().get(text) != simdjson::SUCCESS) return false;
                    if (signature.empty()) signature = std::string(text);
                }
                return true;
            });
            if (!sound) return false;
        }
        if (!signature.empty()) out.signatures.push_back(std::move(signature));
        return true;
    });
}

bool readBlock(ondemand::value value, Notification& out) {
    ondemand::json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS) return false;
    if (type != ondemand::json_type::object) return true;
    return forFieldsOf(value, [&](std::string_view key, ondemand::value field) {
        if (key != "transactions") return true;
        ondemand::array list;
        if (field.get_array().get(list) != simdjson::SUCCESS) return false;
        for (auto each : list) {
            ondemand::value transaction;
            if (std::move(each).get(transaction) != simdjson::SUCCESS || !readBlockTransaction(transaction, out))
                return false;
        }
        return true;
    });
}

/// `value` of a log or of a block notification.
bool readValue(ondemand::value value, Notification& out) {
    return forFieldsOf(value, [&](std::string_view key, ondemand::value field) {
        if (key == "signature") return readText(field, out.signature);
        if (key == "block") return readBlock(field, out);
        if (key == "err") {
            ondemand::json_type type{};
            if (field.type().get(type) != simdjson::SUCCESS) return false;
            out.failed = type != ondemand::json_type::null;
        }
        return true;
    });
}

bool readParams(ondemand::value value, Notification& out) {
    return forFieldsOf(value, [&](std::string_view key, ondemand::value field) {
        if (key == "subscription") return readNumber(field, out.subscription);
        if (key != "result") return true;
        return forFieldsOf(field, [&](std::string_view inner, ondemand::value part) {
            if (inner == "value") return readValue(part, out);
            if (inner == "signature") return readText(part, out.signature);
            if (inner == "slot") return readNumber(part, out.slot);
            if (inner != "context") return true;
            return forFieldsOf(part, [&](std::string_view name, ondemand::value slot) {
                return name != "slot" || readNumber(slot, out.slot);
            });
        });
    });
}

bool readFrame(ondemand::object object, Notification& out) {
    bool hasId = false;
    bool hasResult = false;
    std::string method;
    const bool sound = forFields(object, [&](std::string_view key, ondemand::value field) {
        ondemand::json_type type{};
        if (field.type().get(type) != simdjson::SUCCESS) return false;
        if (key == "id" && type == ondemand::json_type::number) return hasId = readNumber(field, out.requestId);
        if (key == "result" && type == ondemand::json_type::number)
            return hasResult = readNumber(field, out.subscription);
        if (key == "error" && type == ondemand::json_type::object) {
            out.kind = Notification::Kind::Refusal;
            return forFieldsOf(field, [&](std::string_view name, ondemand::value text) {
                return name != "message" || readText(text, out.text);
            });
        }
        if (key == "params" && type == ondemand::json_type::object) return readParams(field, out);
        if (key == "method" && type == ondemand::json_type::string) return readText(field, method);
        return true;
    });
    if (!sound) return false;
    if (out.kind == Notification::Kind::Refusal) return true;
    if (hasId && hasResult) out.kind = Notification::Kind::Ack;
    if (method == "logsNotification" && !out.signature.empty()) out.kind = Notification::Kind::Logs;
    if (method == "transactionNotification" && !out.signature.empty()) out.kind = Notification::Kind::Transaction;
    if (method == "blockNotification" && out.slot != 0) out.kind = Notification::Kind::Block;
    return true;
}

}  // namespace

Notification readNotification(const std::string& frame) {
    thread_local ondemand::parser parser;
    Notification out;
    ondemand::document document;
    ondemand::object object;
    const simdjson::padded_string_view padded(frame.data(), frame.size(), frame.capacity());
    simdjson::padded_string copy;
    const bool roomy = frame.capacity() - frame.size() >= simdjson::SIMDJSON_PADDING;
    if (!roomy) copy = simdjson::padded_string(frame);
    const auto error = roomy ? parser.iterate(padded).get(document) : parser.iterate(copy).get(document);
    if (error != simdjson::SUCCESS || document.get_object().get(object) != simdjson::SUCCESS) return {};
    if (!readFrame(object, out)) return {};
    return out;
}

}  // namespace core::source
