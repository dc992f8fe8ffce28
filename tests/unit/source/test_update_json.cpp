// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/base/base58.h"
#include "core/base/base64.h"
#include "core/source/yellowstone/update_json.h"
#include "geyser.pb.h"

#include <nlohmann/json.hpp>

#include <functional>
#endif

#include <QtTest>

using core::ErrorCode;
using core::source::yellowstone::blockMetaFrame;
using core::source::yellowstone::transactionFrame;
using geyser::SubscribeUpdateTransaction;
using nlohmann::json;

namespace {

std::string fill(std::size_t size, char letter) {
    return std::string(size, letter);
}
std::string base58(const std::string& bytes) {
    return core::base58Encode({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}
std::string base64(const std::string& bytes) {
    return core::base64Encode({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}

/// An update in which every member is set.
SubscribeUpdateTransaction whole() {
    SubscribeUpdateTransaction out;
    out.set_slot(1234);
    auto& info = *out.mutable_transaction();
    info.set_signature(fill(64, 's'));
    info.set_index(77);
    auto& transaction = *info.mutable_transaction();
    transaction.add_signatures(fill(64, 's'));
    transaction.add_signatures(fill(64, 't'));
    auto& message = *transaction.mutable_message();
    message.mutable_header()->set_num_required_signatures(2);
    message.mutable_header()->set_num_readonly_signed_accounts(1);
    message.mutable_header()->set_num_readonly_unsigned_accounts(3);
    for (const char letter : {'a', 'b', 'c'}) message.add_account_keys(fill(32, letter));
    message.set_recent_blockhash(fill(32, 'h'));
    auto& instruction = *message.add_instructions();
    instruction.set_program_id_index(2);
    instruction.set_accounts(std::string("\x00\x01\x03", 3));
    instruction.set_data(fill(200, 'd'));
    message.set_versioned(true);
    auto& lookup = *message.add_address_table_lookups();
    lookup.set_account_key(fill(32, 'l'));
    lookup.set_writable_indexes("\x05");
    lookup.set_readonly_indexes("\x06\x07");
    auto& meta = *info.mutable_meta();
    meta.set_fee(5000);
    meta.add_pre_balances(std::numeric_limits<std::uint64_t>::max());
    meta.add_post_balances(7);
    auto& group = *meta.add_inner_instructions();
    group.set_index(4);
    auto& inner = *group.add_instructions();
    inner.set_program_id_index(300);
    inner.set_accounts("\x02");
    inner.set_data("inner");
    inner.set_stack_height(3);
    group.add_instructions()->set_program_id_index(1);
    meta.add_log_messages("Program log: \"quoted\"\nand \xff no text");
    auto& before = *meta.add_pre_token_balances();
    before.set_account_index(1);
    before.set_mint("Mint111");
    before.mutable_ui_token_amount()->set_amount("18446744073709551615");
    before.mutable_ui_token_amount()->set_decimals(6);
    before.mutable_ui_token_amount()->set_ui_amount_string("18446744073709.551615");
    auto& after = *meta.add_post_token_balances();
    after = before;
    after.set_owner("Owner11");
    after.set_program_id("Token11");
    meta.add_loaded_writable_addresses(fill(32, 'w'));
    meta.add_loaded_readonly_addresses(fill(32, 'r'));
    meta.mutable_return_data()->set_program_id(fill(32, 'p'));
    meta.mutable_return_data()->set_data("back");
    meta.set_compute_units_consumed(99'000);
    return out;
}

}  // namespace

class TestUpdateJson : public QObject {
    Q_OBJECT

private slots:
    void writesEveryMember() {
        const auto frame = transactionFrame(whole(), 1'700'000'000);
        QVERIFY(frame.has_value());
        const json message = json::parse(*frame);
        QCOMPARE(message["method"].get<std::string>(), std::string("transactionNotification"));
        const json& result = message["params"]["result"];
        QCOMPARE(result["signature"].get<std::string>(), base58(fill(64, 's')));
        QCOMPARE(result["slot"].get<int>(), 1234);
        QCOMPARE(result["transactionIndex"].get<int>(), 77);
        const json& transaction = result["transaction"];
        QCOMPARE(transaction["version"].get<int>(), 0);
        QCOMPARE(transaction["blockTime"].get<std::int64_t>(), 1'700'000'000);
        std::string bytes = "\x02" + fill(64, 's') + fill(64, 't');
        bytes +=
            std::string("\x80\x02\x01\x03\x03", 5) + fill(32, 'a') + fill(32, 'b') + fill(32, 'c') + fill(32, 'h');
        bytes += std::string("\x01\x02\x03\x00\x01\x03\xc8\x01", 8) + fill(200, 'd');
        bytes += "\x01" + fill(32, 'l') + std::string("\x01\x05\x02\x06\x07", 5);
        QCOMPARE(transaction["transaction"], json::array({base64(bytes), "base64"}));
        const json& meta = transaction["meta"];
        QVERIFY(meta["err"].is_null());
        QCOMPARE(meta["fee"].get<int>(), 5000);
        QCOMPARE(meta["preBalances"].dump(), std::string("[18446744073709551615]"));
        QCOMPARE(meta["postBalances"].dump(), std::string("[7]"));
        const json inner = {
            {"index", 4},
            {"instructions",
             {{{"programIdIndex", 300}, {"accounts", {2}}, {"data", base58("inner")}, {"stackHeight", 3}},
              {{"programIdIndex", 1}, {"accounts", json::array()}, {"data", ""}, {"stackHeight", nullptr}}}}};
        QCOMPARE(meta["innerInstructions"].dump(), json::array({inner}).dump());
        QCOMPARE(meta["logMessages"].dump(),
                 json::array({"Program log: \"quoted\"\nand \xef\xbf\xbd no text"}).dump());
        const json amount = {
            {"amount", "18446744073709551615"}, {"decimals", 6}, {"uiAmountString", "18446744073709.551615"}};
        const json before = {{"accountIndex", 1}, {"mint", "Mint111"}, {"uiTokenAmount", amount}};
        json after = before;
        after["owner"] = "Owner11";
        after["programId"] = "Token11";
        QCOMPARE(meta["preTokenBalances"].dump(), json::array({before}).dump());
        QCOMPARE(meta["postTokenBalances"].dump(), json::array({after}).dump());
        QCOMPARE(meta["loadedAddresses"]["writable"], json::array({base58(fill(32, 'w'))}));
        QCOMPARE(meta["loadedAddresses"]["readonly"], json::array({base58(fill(32, 'r'))}));
        QCOMPARE(meta["returnData"]["programId"].get<std::string>(), base58(fill(32, 'p')));
        QCOMPARE(meta["returnData"]["data"], json::array({base64("back"), "base64"}));
        QCOMPARE(meta["computeUnitsConsumed"].get<int>(), 99'000);
    }

    void leavesOutWhatIsNotThere() {
        auto update = whole();
        update.mutable_transaction()->mutable_transaction()->mutable_message()->set_versioned(false);
        auto& meta = *update.mutable_transaction()->mutable_meta();
        meta.set_inner_instructions_none(true);
        meta.set_log_messages_none(true);
        meta.set_return_data_none(true);
        meta.clear_compute_units_consumed();
        meta.mutable_err()->set_err("\x08");
        const auto frame = transactionFrame(update, std::nullopt);
        QVERIFY(frame.has_value());
        const json transaction = json::parse(*frame)["params"]["result"]["transaction"];
        QVERIFY(!transaction.contains("blockTime"));
        QCOMPARE(transaction["version"].get<std::string>(), std::string("legacy"));
        const auto bytes = core::base64Decode(transaction["transaction"][0].get<std::string>());
        QCOMPARE(int((*bytes)[129]), 2);  // no version byte before the header
        QCOMPARE(bytes->size(), std::size_t{1 + 128 + 3 + 1 + 96 + 32 + 1 + 1 + 4 + 2 + 200});
        QVERIFY(transaction["meta"]["innerInstructions"].is_null());
        QVERIFY(transaction["meta"]["logMessages"].is_null());
        QVERIFY(!transaction["meta"].contains("returnData"));
        QVERIFY(!transaction["meta"].contains("computeUnitsConsumed"));
        QVERIFY(transaction["meta"]["err"].is_object());
    }

    void refusesWhatIsNoTransaction_data() {
        QTest::addColumn<int>("what");
        const char* const names[] = {"short signature", "no transaction", "no meta",         "short key",
                                     "long blockhash",  "program index",  "header",          "table key",
                                     "loaded address",  "return program", "second signature"};
        for (int i = 0; i < int(std::size(names)); ++i) QTest::newRow(names[i]) << i;
    }
    void refusesWhatIsNoTransaction() {
        QFETCH(int, what);
        auto update = whole();
        auto& info = *update.mutable_transaction();
        auto& message = *info.mutable_transaction()->mutable_message();
        const std::function<void()> spoil[] = {
            [&] { info.set_signature(fill(63, 's')); },
            [&] { info.clear_transaction(); },
            [&] { info.clear_meta(); },
            [&] { message.set_account_keys(1, fill(31, 'b')); },
            [&] { message.set_recent_blockhash(fill(33, 'h')); },
            [&] { message.mutable_instructions(0)->set_program_id_index(256); },
            [&] { message.mutable_header()->set_num_required_signatures(1U << 31U); },
            [&] { message.mutable_address_table_lookups(0)->set_account_key(""); },
            [&] { info.mutable_meta()->set_loaded_writable_addresses(0, fill(64, 'w')); },
            [&] { info.mutable_meta()->mutable_return_data()->set_program_id("x"); },
            [&] { info.mutable_transaction()->set_signatures(1, ""); },
        };
        spoil[what]();
        const auto frame = transactionFrame(update, std::nullopt);
        QVERIFY(!frame);
        QCOMPARE(frame.error().code, ErrorCode::BadShape);
    }

    void refusesWhatIsTooLarge_data() {
        QTest::addColumn<int>("what");
        for (int i = 0; i < 6; ++i) QTest::addRow("%d", i) << i;
    }
    void refusesWhatIsTooLarge() {
        QFETCH(int, what);
        auto update = whole();
        auto& info = *update.mutable_transaction();
        auto& meta = *info.mutable_meta();
        constexpr std::size_t kLarge = 1U << 20U;
        switch (what) {
            case 0:
                info.mutable_transaction()->mutable_message()->mutable_instructions(0)->set_data(fill(kLarge, 'd'));
                break;
            case 1: meta.mutable_inner_instructions(0)->mutable_instructions(0)->set_data(fill(kLarge, 'd')); break;
            case 2:
                for (int i = 0; i < 5000; ++i) meta.mutable_inner_instructions(0)->add_instructions();
                break;
            case 3: meta.add_log_messages(fill(kLarge * 5, 'l')); break;
            case 4:
                for (int i = 0; i < 5000; ++i) meta.add_pre_token_balances();
                break;
            default:
                for (int i = 0; i < 5000; ++i) meta.add_pre_balances(1);
                break;
        }
        const auto frame = transactionFrame(update, std::nullopt);
        QVERIFY(!frame);
        QCOMPARE(frame.error().code, ErrorCode::TooLarge);
    }

    void writesTheTimeOfABlock() {
        geyser::SubscribeUpdateBlockMeta update;
        update.set_slot(5);
        update.set_parent_slot(4);
        update.set_blockhash("Hash\"1");
        json frame = json::parse(blockMetaFrame(update))["params"]["result"];
        QVERIFY(!frame.contains("blockTime") && !frame.contains("blockHeight"));
        update.mutable_block_time()->set_timestamp(-1);
        update.mutable_block_height()->set_block_height(3);
        update.set_executed_transaction_count(8);
        frame = json::parse(blockMetaFrame(update))["params"]["result"];
        QCOMPARE(frame["slot"].get<int>(), 5);
        QCOMPARE(frame["parentSlot"].get<int>(), 4);
        QCOMPARE(frame["blockhash"].get<std::string>(), std::string("Hash\"1"));
        QCOMPARE(frame["blockTime"].get<int>(), -1);
        QCOMPARE(frame["blockHeight"].get<int>(), 3);
        QCOMPARE(frame["executedTransactionCount"].get<int>(), 8);
    }
};

QTEST_APPLESS_MAIN(TestUpdateJson)
#include "test_update_json.moc"
