// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/limit.h"

#include <simdjson.h>
#include <zstd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

namespace bench {
namespace {

namespace dom = simdjson::dom;
namespace ondemand = simdjson::ondemand;

std::uint64_t walk(const dom::element& element) {
    std::uint64_t sum = 1;
    switch (element.type()) {
        case dom::element_type::OBJECT:
            for (const auto& field : dom::object(element)) sum += field.key.size() + walk(field.value);
            break;
        case dom::element_type::ARRAY:
            for (const auto& item : dom::array(element)) sum += walk(item);
            break;
        case dom::element_type::STRING: sum += std::string_view(element).size(); break;
        case dom::element_type::INT64: sum += static_cast<std::uint64_t>(std::int64_t(element)); break;
        case dom::element_type::UINT64: sum += std::uint64_t(element); break;
        default: break;
    }
    return sum;
}

std::uint64_t walk(ondemand::value value) {
    std::uint64_t sum = 1;
    switch (value.type().value_unsafe()) {
        case ondemand::json_type::object:
            for (auto field : value.get_object().value_unsafe()) {
                sum += field.unescaped_key().value_unsafe().size();
                sum += walk(field.value().value_unsafe());
            }
            break;
        case ondemand::json_type::array:
            for (auto item : value.get_array().value_unsafe()) sum += walk(item.value_unsafe());
            break;
        case ondemand::json_type::string: sum += value.get_string().value_unsafe().size(); break;
        case ondemand::json_type::number:
            sum += static_cast<std::uint64_t>(value.get_number().value_unsafe().is_int64());
            break;
        default: sum += value.is_null().value_unsafe() ? 1U : 0U; break;
    }
    return sum;
}

}  // namespace

struct JsonLimit::Impl {
    dom::parser domParser;
    ondemand::parser onDemandParser;
};

JsonLimit::JsonLimit() : m_impl(new Impl) {}
JsonLimit::~JsonLimit() {
    delete m_impl;
}

std::uint64_t JsonLimit::dom(std::string_view json) {
    dom::element root;
    if (m_impl->domParser.parse(json.data(), json.size(), false).get(root) != simdjson::SUCCESS) return 0;
    return walk(root);
}

std::uint64_t JsonLimit::onDemand(std::string_view json) {
    ondemand::document document;
    ondemand::value root;
    if (m_impl->onDemandParser.iterate(json.data(), json.size(), json.size() + simdjson::SIMDJSON_PADDING)
            .get(document) != simdjson::SUCCESS)
        return 0;
    if (document.get_value().get(root) != simdjson::SUCCESS) return 0;
    return walk(root);
}

std::uint64_t JsonLimit::file(const std::filesystem::path& file) {
    constexpr std::size_t kChunk = 1U << 20U;
    std::FILE* in = std::fopen(file.c_str(), "rbe");
    if (in == nullptr) std::abort();
    const bool packed = file.extension() == ".zst";
    ZSTD_DStream* stream = packed ? ZSTD_createDStream() : nullptr;
    std::vector<char> chunk(kChunk);
    std::vector<char> text(8 * kChunk + simdjson::SIMDJSON_PADDING);
    std::size_t held = 0;
    std::uint64_t sum = 0;
    const auto lines = [&] {
        std::size_t begin = 0;
        while (const void* end = std::memchr(text.data() + begin, '\n', held - begin)) {
            const auto size = static_cast<std::size_t>(static_cast<const char*>(end) - text.data()) - begin;
            sum += onDemand({text.data() + begin, size});
            begin += size + 1;
        }
        std::memmove(text.data(), text.data() + begin, held - begin);
        held -= begin;
    };
    const auto room = [&] {
        if (text.size() - held < kChunk + simdjson::SIMDJSON_PADDING) text.resize(2 * text.size());
        return text.size() - held - simdjson::SIMDJSON_PADDING;
    };
    while (const std::size_t count = std::fread(chunk.data(), 1, kChunk, in)) {
        if (!packed) {
            (void)room();
            std::memcpy(text.data() + held, chunk.data(), count);
            held += count;
            lines();
            continue;
        }
        ZSTD_inBuffer from{chunk.data(), count, 0};
        while (from.pos < from.size) {
            const std::size_t free = room();
            ZSTD_outBuffer to{text.data() + held, free, 0};
            if (ZSTD_isError(ZSTD_decompressStream(stream, &to, &from)) != 0U) std::abort();
            held += to.pos;
            lines();
        }
    }
    ZSTD_freeDStream(stream);
    std::fclose(in);
    return sum;
}

}  // namespace bench
