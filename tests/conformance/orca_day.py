#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns the Whirlpool transactions of a day, as orca-so/whirlpool-tx-replayer keeps them, back into what
getTransaction answers.

Upstream keeps each Whirlpool instruction taken apart: its arguments, its accounts by name, and the amounts of
the token transfers that it made. Here the instruction's bytes are written again, each transfer becomes an inner
instruction of the Token program, and the balances that upstream keeps of the pools' vaults become token
balances, whose mint and owner come from the pools' accounts at the end of the day. Upstream does not say by
which program an instruction was called, so each stands at the top. Transfers of position tokens and accounts
that were opened or closed are not in the data and are left out.

Before anything is written, each vault's change of balance is held against the sum of its transfers.

usage: orca_day.py DATA_FOLDER OUT_FOLDER
writes OUT_FOLDER/transactions.jsonl and OUT_FOLDER/liquidity.csv (what its instructions added and removed)
"""
import base64
import collections
import gzip
import hashlib
import json
import pathlib
import struct
import sys

ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
WHIRLPOOL = "whirLbMiicVdio4qvUfM5KAg6Ct8VwpYzGff3uctyCc"
TOKEN = "TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA"
TOKEN_TRANSFER = 3

# Accounts of each instruction in the order of the program's interface.
ACCOUNTS = {
    "swap": "TokenProgram TokenAuthority Whirlpool TokenOwnerAccountA VaultA TokenOwnerAccountB VaultB "
            "TickArray0 TickArray1 TickArray2 Oracle",
    "increaseLiquidity": "Whirlpool TokenProgram PositionAuthority Position PositionTokenAccount "
                         "TokenOwnerAccountA TokenOwnerAccountB TokenVaultA TokenVaultB TickArrayLower TickArrayUpper",
    "collectFees": "Whirlpool PositionAuthority Position PositionTokenAccount TokenOwnerAccountA TokenVaultA "
                   "TokenOwnerAccountB TokenVaultB TokenProgram",
    "collectReward": "Whirlpool PositionAuthority Position PositionTokenAccount RewardOwnerAccount RewardVault "
                     "TokenProgram",
    "updateFeesAndRewards": "Whirlpool Position TickArrayLower TickArrayUpper",
    "closePosition": "PositionAuthority Receiver Position PositionMint PositionTokenAccount TokenProgram",
    "openPositionWithMetadata": "Funder Owner Position PositionMint PositionMetadataAccount PositionTokenAccount "
                                "Whirlpool TokenProgram SystemProgram Rent AssociatedTokenProgram MetadataProgram "
                                "MetadataUpdateAuth",
    "initializeTickArray": "Whirlpool Funder TickArray SystemProgram",
    "initializePool": "WhirlpoolsConfig TokenMintA TokenMintB Funder Whirlpool TokenVaultA TokenVaultB FeeTier "
                      "TokenProgram SystemProgram Rent",
    "initializeReward": "RewardAuthority Funder Whirlpool RewardMint RewardVault TokenProgram SystemProgram Rent",
}
ACCOUNTS["decreaseLiquidity"] = ACCOUNTS["increaseLiquidity"]

# Arguments behind the discriminator: field and width in bytes; a negative width is signed. A bump that upstream
# leaves out is 0.
ARGUMENTS = {
    "swap": "Amount:8 OtherAmountThreshold:8 SqrtPriceLimit:16 AmountSpecifiedIsInput:1 AToB:1",
    "increaseLiquidity": "LiquidityAmount:16 TokenAmountMaxA:8 TokenAmountMaxB:8",
    "decreaseLiquidity": "LiquidityAmount:16 TokenAmountMinA:8 TokenAmountMinB:8",
    "collectReward": "RewardIndex:1",
    "openPositionWithMetadata": "PositionBump:1 MetadataBump:1 TickLowerIndex:-4 TickUpperIndex:-4",
    "initializeTickArray": "StartTickIndex:-4",
    "initializePool": "WhirlpoolBump:1 TickSpacing:2 InitialSqrtPrice:16",
    "initializeReward": "RewardIndex:1",
}

# The data says no decimals; these are the mints of the day.
DECIMALS = {
    "So11111111111111111111111111111111111111112": 9,
    "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v": 6,
    "Es9vMFrzaCERmJfrF4H2FYD4KCoNkY11McCe8BenwNYB": 6,
    "mSoLzYCxHdYgdzU16g5QSh3i5K3z3KZK7ytfqcJm7So": 9,
    "orcaEKTdK7LKz57vaAYr9QeNsVEPfiu6QeMU1kektZE": 6,
    "9vMJfxuKxXBoEa7rM12mYLMwTacLMLDJqHozw96WQL8i": 6,
    "MNDEFzGvMt87ueuHvVU9VcTqsAP5b3fTGPsHuuPA5ey": 9,
}


def base58(data):
    number = int.from_bytes(data, "big")
    text = ""
    while number:
        number, digit = divmod(number, 58)
        text = ALPHABET[digit] + text
    return "1" * (len(data) - len(data.lstrip(b"\0"))) + text


def discriminator(name):
    snake = "".join("_" + c.lower() if c.isupper() else c for c in name)
    return hashlib.sha256(b"global:" + snake.encode()).digest()[:8]


def instruction_data(name, payload):
    data = discriminator(name)
    for argument in ARGUMENTS.get(name, "").split():
        field, width = argument.split(":")
        value = int(payload.get("data" + field, 0))
        data += value.to_bytes(abs(int(width)), "little", signed=int(width) < 0)
    return data


def transfers(name, payload):
    """The token transfers of an instruction: source, destination, authority, amount, vault, into the vault."""
    amounts = [int(payload[key]) for key in ("transferAmount0", "transferAmount1") if key in payload]
    pool = payload.get("keyWhirlpool")
    if name == "swap":
        sides = ("A", "B") if payload["dataAToB"] else ("B", "A")
        moves = [("Vault" + sides[0], "in"), ("Vault" + sides[1], "out")]
        owners = {"VaultA": "TokenOwnerAccountA", "VaultB": "TokenOwnerAccountB"}
        authority = payload["keyTokenAuthority"]
    elif name in ("increaseLiquidity", "decreaseLiquidity", "collectFees"):
        way = "in" if name == "increaseLiquidity" else "out"
        moves = [("TokenVaultA", way), ("TokenVaultB", way)]
        owners = {"TokenVaultA": "TokenOwnerAccountA", "TokenVaultB": "TokenOwnerAccountB"}
        authority = payload["keyPositionAuthority"]
    elif name == "collectReward":
        moves = [("RewardVault", "out")]
        owners = {"RewardVault": "RewardOwnerAccount"}
        authority = payload["keyPositionAuthority"]
    else:
        moves, owners, authority = [], {}, None
    if len(moves) != len(amounts):
        sys.exit(f"{name}: {len(amounts)} transfers where {len(moves)} are expected")
    for (vault, way), amount in zip(moves, amounts):
        inside, outside = payload["key" + vault], payload["key" + owners[vault]]
        if way == "in":
            yield outside, inside, authority, amount, inside, True
        else:
            yield inside, outside, pool, amount, inside, False


def read_vaults(state):
    """Mint and owner of every vault, from the pools' accounts."""
    vaults = {}
    for account in state["accounts"]:
        data = base64.b64decode(account["data"])
        if data[:8] != hashlib.sha256(b"account:Whirlpool").digest()[:8]:
            continue
        places = [(101, 133), (181, 213)] + [(269 + 128 * k, 301 + 128 * k) for k in range(3)]
        for mint, vault in places:
            vaults[base58(data[vault:vault + 32])] = (base58(data[mint:mint + 32]), account["pubkey"])
    return vaults


class Keys:
    def __init__(self, payer):
        self.list = [payer]
        self.index = {payer: 0}

    def of(self, key):
        if key not in self.index:
            self.index[key] = len(self.list)
            self.list.append(key)
        return self.index[key]


def transaction(slot, entry, vaults, liquidity):
    keys = Keys(entry["payer"])
    tops, groups = [], []
    change = collections.Counter()
    for top, instruction in enumerate(entry["instructions"]):
        name, payload = instruction["name"], instruction["payload"]
        accounts = [keys.of(payload["key" + part]) for part in ACCOUNTS[name].split()]
        tops.append({"programIdIndex": keys.of(WHIRLPOOL), "accounts": accounts,
                     "data": base58(instruction_data(name, payload)), "stackHeight": None})
        inner = []
        moved = []
        for source, destination, authority, amount, vault, into in transfers(name, payload):
            change[vault] += amount if into else -amount
            moved.append(amount)
            inner.append({"programIdIndex": keys.of(TOKEN),
                          "accounts": [keys.of(source), keys.of(destination), keys.of(authority)],
                          "data": base58(bytes([TOKEN_TRANSFER]) + struct.pack("<Q", amount)), "stackHeight": 2})
        if inner:
            groups.append({"index": top, "instructions": inner})
        if name in ("increaseLiquidity", "decreaseLiquidity"):
            mint_a, mint_b = vaults[payload["keyTokenVaultA"]][0], vaults[payload["keyTokenVaultB"]][0]
            liquidity.append([slot["slot"], entry["index"], top, entry["signature"], payload["keyWhirlpool"],
                              payload["keyPositionAuthority"], "in" if name[0] == "i" else "out", mint_a, mint_b,
                              moved[0], moved[1]])
    before, after = [], []
    for balance in entry["balances"]:
        mint, owner = vaults[balance["account"]]
        if int(balance["post"]) - int(balance["pre"]) != change.pop(balance["account"], 0):
            sys.exit(f"{entry['signature']}: the transfers of {balance['account']} are not its change")
        for out, amount in ((before, balance["pre"]), (after, balance["post"])):
            out.append({"accountIndex": keys.of(balance["account"]), "mint": mint, "owner": owner,
                        "uiTokenAmount": {"amount": str(amount), "decimals": DECIMALS[mint]}})
    if any(change.values()):
        sys.exit(f"{entry['signature']}: a vault that moved has no balance")
    return {
        "slot": slot["slot"], "blockTime": slot["blockTime"], "transactionIndex": entry["index"],
        "transaction": {"signatures": [entry["signature"]],
                        "message": {"header": {"numRequiredSignatures": 1}, "accountKeys": keys.list,
                                    "instructions": tops}},
        "meta": {"err": None, "innerInstructions": groups, "preTokenBalances": before, "postTokenBalances": after,
                 "loadedAddresses": {"writable": [], "readonly": []}},
    }


def main():
    source, target = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    with gzip.open(source / "whirlpool-state-20220406.json.gz", "rt") as file:
        vaults = read_vaults(json.load(file))
    liquidity = []
    with gzip.open(source / "whirlpool-transaction-20220406.jsonl.gz", "rt") as lines, \
            open(target / "transactions.jsonl", "w") as out:
        for line in lines:
            slot = json.loads(line)
            for entry in slot["transactions"]:
                out.write(json.dumps(transaction(slot, entry, vaults, liquidity), separators=(",", ":")) + "\n")
    with open(target / "liquidity.csv", "w") as out:
        out.write("slot,tx_index,ix_index,signature,pool,authority,way,mint_a,mint_b,amount_a,amount_b\n")
        for row in liquidity:
            out.write(",".join(str(value) for value in row) + "\n")


if __name__ == "__main__":
    main()
