// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/native_instructions.h"

#include "core/sim/known_addresses.h"
#include "core/sim/payload.h"

#include <array>
#include <initializer_list>
#include <vector>

namespace core::sim {
namespace {

void enter(TransactionBuilder& tx, AccountIndex program, std::initializer_list<AccountIndex> accounts,
           const Payload& data) {
    tx.invoke(program, {accounts.begin(), accounts.size()}, data.view());
}

AccountIndex systemProgram(TransactionBuilder& tx) {
    return tx.account(KnownAddresses::get().system);
}

Payload tagged(std::uint8_t tag) {
    return Payload{}.u8(tag);
}

Payload transferData(std::uint64_t lamports) {
    return Payload{}.u32(2).u64(lamports);
}

}  // namespace

void setComputeBudget(TransactionBuilder& tx, std::uint32_t limit, std::uint64_t price) {
    const AccountIndex program = tx.account(KnownAddresses::get().computeBudget);
    enter(tx, program, {}, tagged(2).u32(limit));
    tx.success(0);
    enter(tx, program, {}, tagged(3).u64(price));
    tx.success(0);
}

void systemTransfer(TransactionBuilder& tx, AccountIndex from, AccountIndex to, std::uint64_t lamports) {
    enter(tx, systemProgram(tx), {from, to}, transferData(lamports));
    tx.moveLamports(from, to, lamports);
    tx.success(0);
}

void systemTransferFailing(TransactionBuilder& tx, AccountIndex from, AccountIndex to, std::uint64_t lamports) {
    enter(tx, systemProgram(tx), {from, to}, transferData(lamports));
    tx.fail(0, 1);
}

void systemCreateAccount(TransactionBuilder& tx, AccountIndex from, AccountIndex created, std::uint64_t lamports,
                         std::uint64_t space, const Address& owner) {
    enter(tx, systemProgram(tx), {from, created}, Payload{}.u32(0).u64(lamports).u64(space).key(owner));
    tx.moveLamports(from, created, lamports);
    tx.success(0);
}

void createAssociatedAccount(TransactionBuilder& tx, const AssociatedAccount& a, bool exists) {
    const auto& known = KnownAddresses::get();
    const AccountIndex program = tx.account(known.associatedToken);
    const AccountIndex system = systemProgram(tx);
    enter(tx, program, {a.payer, a.account, a.owner, a.mint, system, a.tokenProgram}, tagged(1));
    tx.log("CreateIdempotent");
    if (exists) {
        tx.success(4'338);
        return;
    }
    enter(tx, a.tokenProgram, {a.mint}, tagged(21));
    tx.log("Instruction: GetAccountDataSize");
    constexpr std::array<std::uint8_t, 8> kSize{165};
    tx.success(1'569, kSize);
    enter(tx, system, {a.payer, a.account},
          Payload{}.u32(0).u64(kTokenAccountRent).u64(165).key(tx.address(a.tokenProgram)));
    tx.moveLamports(a.payer, a.account, kTokenAccountRent);
    tx.success(0);
    tx.log("Initialize the associated token account");
    enter(tx, a.tokenProgram, {a.account}, tagged(22));
    tx.log("Instruction: InitializeImmutableOwner");
    tx.success(1'405);
    enter(tx, a.tokenProgram, {a.account, a.mint}, tagged(18).key(tx.address(a.owner)));
    tx.log("Instruction: InitializeAccount3");
    tx.openTokenAccount(a.account);
    tx.success(4'188);
    tx.success(12'900);
}

void transferTokens(TransactionBuilder& tx, AccountIndex program, AccountIndex from, AccountIndex mint,
                    AccountIndex to, AccountIndex owner, std::uint64_t amount, std::uint8_t decimals) {
    enter(tx, program, {from, mint, to, owner}, tagged(12).u64(amount).u8(decimals));
    tx.log("Instruction: TransferChecked");
    tx.moveTokens(from, to, amount);
    tx.success(6'238);
}

void syncNative(TransactionBuilder& tx, AccountIndex program, AccountIndex account) {
    enter(tx, program, {account}, tagged(17));
    tx.log("Instruction: SyncNative");
    tx.syncNative(account);
    tx.success(3'045);
}

void closeTokenAccount(TransactionBuilder& tx, AccountIndex program, AccountIndex account, AccountIndex destination,
                       AccountIndex owner) {
    enter(tx, program, {account, destination, owner}, tagged(9));
    tx.log("Instruction: CloseAccount");
    tx.closeTokenAccount(account, destination);
    tx.success(2'915);
}

void initializeMint(TransactionBuilder& tx, AccountIndex program, AccountIndex mint, const Address& authority,
                    std::uint8_t decimals) {
    enter(tx, program, {mint}, tagged(20).u8(decimals).key(authority).u8(0));
    tx.log("Instruction: InitializeMint2");
    tx.success(2'780);
}

void initializeMetadata(TransactionBuilder& tx, AccountIndex program, AccountIndex mint, AccountIndex authority,
                        std::string_view name, std::string_view symbol, std::string_view uri) {
    enter(tx, program, {mint, authority, mint, authority},
          Payload{0xd2e11ea258b84d8d}.text(name).text(symbol).text(uri));
    tx.log("TokenMetadataInstruction: Initialize");
    tx.success(7'520);
}

void mintTo(TransactionBuilder& tx, AccountIndex program, AccountIndex mint, AccountIndex to,
            AccountIndex authority, std::uint64_t amount) {
    enter(tx, program, {mint, to, authority}, tagged(7).u64(amount));
    tx.log("Instruction: MintTo");
    tx.mintTokens(to, amount);
    tx.success(4'492);
}

void renounceMintAuthority(TransactionBuilder& tx, AccountIndex program, AccountIndex mint,
                           AccountIndex authority) {
    enter(tx, program, {mint, authority}, tagged(6).u8(0).u8(0));
    tx.log("Instruction: SetAuthority");
    tx.success(2'911);
}

void burnTokens(TransactionBuilder& tx, AccountIndex program, AccountIndex account, AccountIndex mint,
                AccountIndex owner, std::uint64_t amount) {
    enter(tx, program, {account, mint, owner}, tagged(8).u64(amount));
    tx.log("Instruction: Burn");
    tx.burnTokens(account, amount);
    tx.success(4'753);
}

}  // namespace core::sim
