// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/transaction_builder.h"

#include <cstdint>
#include <string_view>

/// Instructions of the native and token programs, at whatever depth the builder is. Each writes its record,
/// its log lines and its effect. Source: solana-wire sections 15.1 to 15.3.
namespace core::sim {

inline constexpr std::uint64_t kTokenAccountRent = 2'039'280;  ///< lamports of a 165-byte account

/// The two ComputeBudget instructions that open a transaction.
void setComputeBudget(TransactionBuilder& tx, std::uint32_t limit, std::uint64_t price);
void systemTransfer(TransactionBuilder& tx, AccountIndex from, AccountIndex to, std::uint64_t lamports);
/// A transfer the payer cannot afford: fails the transaction with the System program's error 1.
void systemTransferFailing(TransactionBuilder& tx, AccountIndex from, AccountIndex to, std::uint64_t lamports);
void systemCreateAccount(TransactionBuilder& tx, AccountIndex from, AccountIndex created, std::uint64_t lamports,
                         std::uint64_t space, const Address& owner);

/// The accounts an associated token account is made from.
struct AssociatedAccount {
    AccountIndex payer = 0;
    AccountIndex account = 0;
    AccountIndex owner = 0;
    AccountIndex mint = 0;
    AccountIndex tokenProgram = 0;
};
/// CreateIdempotent; `exists` leaves out everything but the log line.
void createAssociatedAccount(TransactionBuilder& tx, const AssociatedAccount& accounts, bool exists);

/// TransferChecked of raw units.
void transferTokens(TransactionBuilder& tx, AccountIndex program, AccountIndex from, AccountIndex mint,
                    AccountIndex to, AccountIndex owner, std::uint64_t amount, std::uint8_t decimals);
void syncNative(TransactionBuilder& tx, AccountIndex program, AccountIndex account);
void closeTokenAccount(TransactionBuilder& tx, AccountIndex program, AccountIndex account, AccountIndex destination,
                       AccountIndex owner);
void initializeMint(TransactionBuilder& tx, AccountIndex program, AccountIndex mint, const Address& authority,
                    std::uint8_t decimals);
/// Token-2022's metadata interface.
void initializeMetadata(TransactionBuilder& tx, AccountIndex program, AccountIndex mint, AccountIndex authority,
                        std::string_view name, std::string_view symbol, std::string_view uri);
void mintTo(TransactionBuilder& tx, AccountIndex program, AccountIndex mint, AccountIndex to,
            AccountIndex authority, std::uint64_t amount);
/// Gives up the mint authority.
void renounceMintAuthority(TransactionBuilder& tx, AccountIndex program, AccountIndex mint, AccountIndex authority);
void burnTokens(TransactionBuilder& tx, AccountIndex program, AccountIndex account, AccountIndex mint,
                AccountIndex owner, std::uint64_t amount);

}  // namespace core::sim
