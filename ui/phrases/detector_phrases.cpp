// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences of core/detect, by the file that says them, and those of core/pipeline about a coin's life.
#include "ui/phrases/phrase.h"

#include <QtGlobal>

namespace ui::phrases {
namespace {

using enum Part;

// clang-format off
constexpr Phrase kPhrases[]{
    // Counts: one of each kind for the singular, so that the sentences need not be there twice.
    {Wallets, QT_TRANSLATE_NOOP("phrases", "%1 wallets"), {Number}},
    {Wallets, QT_TRANSLATE_NOOP("phrases", "%1 wallet"), {Number}},
    {OtherWallets, QT_TRANSLATE_NOOP("phrases", "%1 other wallets"), {Number}},
    {OtherWallets, QT_TRANSLATE_NOOP("phrases", "%1 other wallet"), {Number}},
    {Slots, QT_TRANSLATE_NOOP("phrases", "%1 slots"), {Number}},
    {Slots, QT_TRANSLATE_NOOP("phrases", "%1 slot"), {Number}},
    {Signatures, QT_TRANSLATE_NOOP("phrases", "%1 signatures"), {Number}},
    {Signatures, QT_TRANSLATE_NOOP("phrases", "%1 signature"), {Number}},
    {Trades, QT_TRANSLATE_NOOP("phrases", "%1 trades"), {Number}},
    {Trades, QT_TRANSLATE_NOOP("phrases", "%1 trade"), {Number}},
    {Buyers, QT_TRANSLATE_NOOP("phrases", "%1 buyers"), {Number}},
    {Buyers, QT_TRANSLATE_NOOP("phrases", "%1 buyer"), {Number}},
    {Money, QT_TRANSLATE_NOOP("phrases", "%1 SOL"), {Number}},
    {Money, QT_TRANSLATE_NOOP("phrases", "%1 quote units"), {Number}},
    {Sells, QT_TRANSLATE_NOOP("phrases", "one trade")},
    {Sells, QT_TRANSLATE_NOOP("phrases", "%1 trades within %2 s"), {Number, Number}},

    // flag_book
    {Sentence, QT_TRANSLATE_NOOP("phrases", "What was stated could not be read back from the disk.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "what was kept of a flag came back damaged")},

    // bundler
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1: %2 bought %3% of supply for %4 SOL in slot %5, %6%7."),
     {Coin, Wallets, Number, Number, Number, Place, TicketTail}},
    {Place, QT_TRANSLATE_NOOP("phrases", "right behind the creation")},
    {Place, QT_TRANSLATE_NOOP("phrases", "side by side in the block")},
    {TicketTail, QT_TRANSLATE_NOOP("phrases", ", tickets within %1%"), {Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "transaction %1 of the block, %2 SOL"), {Number, Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1 bought in the same slot."), {OtherWallets}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "The tickets differ by %1%."), {Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "A leader may pack unrelated buys side by side.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "At least 3 signers bought in one slot, side by side in the block, with like tickets or 10% of supply.")},

    // cabal
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1: %2 likely linked wallets of a cluster of %3 bought or hold the coin, %4% of supply now; linked by %5."),
     {Coin, Number, Number, Number, LinkKinds}},
    {LinkKinds, QT_TRANSLATE_NOOP("phrases", "funded by same")},
    {LinkKinds, QT_TRANSLATE_NOOP("phrases", "transfer")},
    {LinkKinds, QT_TRANSLATE_NOOP("phrases", "same transaction")},
    {LinkKinds, QT_TRANSLATE_NOOP("phrases", "same bundle")},
    {LinkKinds, QT_TRANSLATE_NOOP("phrases", "same slot buy")},
    {LinkKinds, QT_TRANSLATE_NOOP("phrases", "co trading")},
    {LinkKinds, QT_TRANSLATE_NOOP("phrases", "exit synchrony")},
    {LinkKinds, QT_TRANSLATE_NOOP("phrases", "same amount")},
    {LinkKinds, QT_TRANSLATE_NOOP("phrases", "same cashout")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "link of %1"), {Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Withdrawn: the links between these wallets do not count any more.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "They may belong together all the same.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Users of one service can act alike; look at the transactions.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "A cluster of at least 2 linked wallets bought or holds the coin.")},

    // cluster_dump
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1: %2 of %3 likely linked wallets sold %4% of their peak bag (%5% of supply) in %6%7; %8."),
     {Coin, Number, Number, Number, Number, Sells, SoonTail, Rest}},
    {SoonTail, QT_TRANSLATE_NOOP("phrases", ", two of them within 5 slots")},
    {Rest, QT_TRANSLATE_NOOP("phrases", "nothing is left")},
    {Rest, QT_TRANSLATE_NOOP("phrases", "%1 and would take the price down by %2%"), {Left, Number}},
    {Rest, QT_TRANSLATE_NOOP("phrases", "%1, with reserves unknown"), {Left}},
    {Left, QT_TRANSLATE_NOOP("phrases", "%1% of supply is left"), {Number}},
    {Left, QT_TRANSLATE_NOOP("phrases", "a rest is left")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "sell of %1% of supply by a member of the cluster"), {Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "sell by a member of the cluster")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "The wallets may belong to different people who act alike.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "A cluster of linked wallets sold at least 50% of its peak bag or 2% of supply within 60 s (fast) or 30 min (slow).")},

    // concentration
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1: %2 %3% of supply, %4 than %5% (%6 to %7% as only links of 97% or all of 50% count); by wallet it is %8%; HHI %9, Gini %10, %11 of %12 entities hold half of what is held%13%14%15."),
     {Coin, Holders, Number, MoreOrLess, Number, Number, Number, Number, Number, Number, Number, Number, ExchangeTail, ServiceTail, BurnedTail}},
    {Holders, QT_TRANSLATE_NOOP("phrases", "the %1 largest entities (%2) hold"), {Number, Wallets}},
    {Holders, QT_TRANSLATE_NOOP("phrases", "the largest entity (%1) holds"), {Wallets}},
    {MoreOrLess, QT_TRANSLATE_NOOP3("phrases", "more", "than a share")},
    {MoreOrLess, QT_TRANSLATE_NOOP("phrases", "less")},
    {ExchangeTail, QT_TRANSLATE_NOOP("phrases", "; %1% on exchanges"), {Number}},
    {ServiceTail, QT_TRANSLATE_NOOP("phrases", "; %1% in listed services"), {Number}},
    {BurnedTail, QT_TRANSLATE_NOOP("phrases", "; %1% burned"), {Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "the event after which it was seen; the largest entity holds %1% with %2"), {Number, Wallets}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "A vesting or locker program, or an exchange that is on no list, counts as a holder.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "The ten largest holders by entity came to hold more, or less, than 20% or 50% of supply.")},

    // copycat
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1: number %2 of the coins seen with this %3; the first, %4 (%5), is %6 older%7."),
     {Coin, Number, Copied, Coin, Key, Age, SameDevTail}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1: number %2 of the coins seen with this %3; the first, %4 (%5), is %6 older and worth %7%8."),
     {Coin, Number, Copied, Coin, Key, Age, Money, SameDevTail}},
    {Copied, QT_TRANSLATE_NOOP("phrases", "name, symbol and metadata URI")},
    {Copied, QT_TRANSLATE_NOOP("phrases", "name and symbol")},
    {Copied, QT_TRANSLATE_NOOP("phrases", "metadata URI")},
    {Age, QT_TRANSLATE_NOOP("phrases", "some time")},
    {Age, QT_TRANSLATE_NOOP("phrases", "%1 s"), {Number}},
    {Age, QT_TRANSLATE_NOOP("phrases", "%1 min"), {Number}},
    {Age, QT_TRANSLATE_NOOP("phrases", "%1 h"), {Number}},
    {Age, QT_TRANSLATE_NOOP("phrases", "%1 days"), {Number}},
    {SameDevTail, QT_TRANSLATE_NOOP("phrases", ", by the same wallet")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "creation of the first coin of this %1"), {Copied}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "creation of this coin")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Common words and news make many coins of one name.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Both were created by the same wallet.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Coins created before the feed began are not known.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "The name and symbol look like those of an earlier coin, or the metadata URI is the same.")},

    // dev
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1: created by this wallet, its coin number %2 in sight."), {Coin, Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "signed the creation")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Signed and paid for the creation of the coin.")},

    // dev_dump
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1: %2 sold %3% of the peak bag (%4% of supply) in %5."), {Coin, Seller, Number, Number, Sells}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1: %2 %3 coins out, %4% of supply net over %5 min."), {Coin, Seller, Drips, Number, Number}},
    {Seller, QT_TRANSLATE_NOOP("phrases", "the dev")},
    {Seller, QT_TRANSLATE_NOOP("phrases", "the dev and %1 linked wallets"), {Number}},
    {Seller, QT_TRANSLATE_NOOP("phrases", "the dev and %1 linked wallet"), {Number}},
    {Seller, QT_TRANSLATE_NOOP("phrases", "%1 linked wallets"), {Number}},
    {Seller, QT_TRANSLATE_NOOP("phrases", "%1 linked wallet"), {Number}},
    {Drips, QT_TRANSLATE_NOOP("phrases", "drips")},
    {Drips, QT_TRANSLATE_NOOP("phrases", "drip")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "sell by the address that created the coin")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "sell by a wallet linked to the creator with P = %1"), {Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "The linked wallets may belong to somebody else.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Steady small sells may be profit taking.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "The dev and linked wallets sold at least 50% of the peak bag or 2% of supply within 60 s (fast) or 30 min (slow), or dripped out 3% of supply beyond 0.1% a minute.")},

    // fresh_wallet
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1: %2 of %3 early buyers whose beginning is known were fresh wallets, another %4 younger than 10 days; they bought %5% of supply. About 15% are fresh on any coin; by chance as many are on one coin in %6."),
     {Coin, Number, Number, Number, Number, OneIn}},
    {OneIn, QT_TRANSLATE_NOOP("phrases", "more than %1"), {Number}},
    {OneIn, QT_TRANSLATE_NOOP("phrases", "%1"), {Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "first buy %1 min after the wallet's first signature, %2 before it"), {Number, Signatures}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "New users, and traders who take a new wallet for each coin, look the same.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "A node that keeps only recent history makes old wallets look new.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "The beginning of %1 of the first %2 buyers is unknown."), {Number, Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "More of the first 70 buyers than chance explains (p < 0.001 against 15%) are wallets younger than 24 h with fewer than 10 signatures.")},

    // hubs
    {Sentence, QT_TRANSLATE_NOOP("phrases", "On the address list as %1."), {Listed}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "On the address list as %1."), {Anything}},
    {Listed, QT_TRANSLATE_NOOP("phrases", "exchange")},
    {Listed, QT_TRANSLATE_NOOP("phrases", "infrastructure")},
    {Listed, QT_TRANSLATE_NOOP("phrases", "bot")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Traded %1 times within ten minutes."), {Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Bought %1 of %2 coins seen."), {Number, Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Bought and sold around somebody else's trade within one slot, %1 times."), {Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1 had their first SOL from it, as customers of an exchange have."), {Wallets}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Moved SOL or coins with at least %1."), {Wallets}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "the event that told")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "A dev with many wallets has many counterparties too.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "A wallet on the list of exchanges, infrastructure and bots, or one that behaves like them.")},

    // insider_holdings
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1: %2 %3% of supply that came from the dev or the creation slot without a purchase or was bought by wallets linked to the dev (%4%); %5% at most, wallets in all: %6; buyers of that slot still hold %7%."),
     {Coin, WalletsHold, Number, Number, Number, Number, Number}},
    {WalletsHold, QT_TRANSLATE_NOOP("phrases", "%1 wallets hold"), {Number}},
    {WalletsHold, QT_TRANSLATE_NOOP("phrases", "%1 wallet holds"), {Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1: withdrawn; what was held back is paid out in equal sums by a wallet that never traded, as vesting plans and airdrops are."), {Coin}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "bought; linked to the dev with %1%"), {Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1% of supply moved on"), {Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1% of supply moved on %2 s after the creation"), {Number, Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "A dev may pay its own wallets in equal sums too.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "A vesting or locker program holds coins for others in the same way.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Wallets hold at least 5% of supply, or at least 3 wallets 0.1% each, that came from the dev or the creation slot without a purchase, or that a wallet linked to the dev bought, or one that the dev had paid.")},

    // lead_wallet
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1 bought behind %2 on %3% of its %4 coins, %5 slots later in the median, where their own activity explains %6% (q %7)%8; the crowd behind its buys is %9 standard deviations."),
     {Wallets, Key, Number, Number, Number, Number, Number, BotsTail, Number}},
    {BotsTail, QT_TRANSLATE_NOOP("phrases", ", %1 of them copy-bots of it"), {Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "bought %1"), {Key}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "bought %1 %2 later, %3 expected"), {Key, Slots, Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "All of them may watch one trigger that is not on the chain.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "A copy-bot follows whom its owner chose, not who is worth it.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Unlinked wallets bought at least 5 coins within 25 slots behind this one's first buy, beyond chance (q <= 0.01), and again on its next 5 coins (p < 0.05).")},

    // liquidity_removal
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1: %2 took %3 out of pool %4, %5% of its quote reserve%6."), {Coin, Hand, Money, Key, Number, DevTail}},
    {Hand, QT_TRANSLATE_NOOP("phrases", "%1 likely linked wallets"), {Number}},
    {Hand, QT_TRANSLATE_NOOP("phrases", "%1"), {Key}},
    {DevTail, QT_TRANSLATE_NOOP("phrases", "; it is the wallet that created the coin")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1: the reserves of pool %2 fell by %3% of the liquidity, %4 left; no removal was seen."), {Coin, Key, Number, Money}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1: what was taken out of pool %2 came back, %3% of its quote reserve is missing."), {Coin, Key, Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1 taken out of pool %2"), {Money, Key}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "the trade that showed the reserves, %1% of the liquidity less than %2 s before"), {Number, Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "liquidity put back")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Liquidity may have moved to another pool or to another price range.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "No removal was decoded: a venue that changed its layout looks the same.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Liquidity that came back can be taken again.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "One hand took at least 50% of a pool's quote reserve out within 10 min.")},

    // pump
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1: %2 by about %3 in %4 s, %5 quote units against a usual %6, price %7% in 25 s; %8 of %9 points above the coin's own past."),
     {Coin, Trades, Buyers, Number, Number, Number, Number, Number, Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1: the pump is over, the price fell by %2% from its peak within %3 s of the alarm."), {Coin, Number, Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "price %1% below its peak"), {Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "among the first buyers of the burst")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "among the first buyers of the burst, of the cluster %1"), {Key}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "the trade that ended the bucket")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "News, a listing or a raid by a real community looks the same from here.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Volume, trades, rushes, buyers and return of 5 s (97% of all points) or 25 s (88%) far above the coin's own past, and the price up by 1.5% or more.")},

    // rug_risk
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1: %2% (give or take %3) that it falls by 90% from its peak within the hour and stays there, %4 s after its first trade; of the launches on %5 %6% do (%7)."),
     {Coin, Number, Number, Number, Venue, Number, Seen}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1: %2% (give or take %3) that it falls by 90% from its peak within the hour and stays there, %4 s after its first trade; of the launches on %5 %6% do (%7). Mostly since %8."),
     {Coin, Number, Number, Number, Venue, Number, Seen, RugSigns}},
    {Seen, QT_TRANSLATE_NOOP("phrases", "assumed")},
    {Seen, QT_TRANSLATE_NOOP("phrases", "%1 seen"), {Number}},
    {RugSigns, QT_TRANSLATE_NOOP("phrases", "%1"), {RugSign}},
    {RugSign, QT_TRANSLATE_NOOP("phrases", "insiders hold a bag they did not buy")},
    {RugSign, QT_TRANSLATE_NOOP("phrases", "the dev or a linked wallet sold")},
    {RugSign, QT_TRANSLATE_NOOP("phrases", "a cluster sold")},
    {RugSign, QT_TRANSLATE_NOOP("phrases", "liquidity was removed")},
    {RugSign, QT_TRANSLATE_NOOP("phrases", "a cabal holds a part")},
    {RugSign, QT_TRANSLATE_NOOP("phrases", "a block of buys stands in the creation slot")},
    {RugSign, QT_TRANSLATE_NOOP("phrases", "volume is washed")},
    {RugSign, QT_TRANSLATE_NOOP("phrases", "ten entities hold half of what is not in the pool")},
    {RugSign, QT_TRANSLATE_NOOP("phrases", "name or metadata copy an earlier coin")},
    {RugSign, QT_TRANSLATE_NOOP("phrases", "the dev holds 5% of supply or more")},
    {RugSign, QT_TRANSLATE_NOOP("phrases", "the dev sold half of its coins")},
    {RugSign, QT_TRANSLATE_NOOP("phrases", "an earlier launch of this dev ended that way")},
    {RugSign, QT_TRANSLATE_NOOP("phrases", "fewer than 10 wallets bought")},
    {RugSign, QT_TRANSLATE_NOOP("phrases", "more sells than buys")},
    {RugSign, QT_TRANSLATE_NOOP("phrases", "the price is at half of its peak")},
    {RugSign, QT_TRANSLATE_NOOP("phrases", "the price is at a fifth of its peak")},
    {RugSign, QT_TRANSLATE_NOOP("phrases", "it graduated")},
    {RugSign, QT_TRANSLATE_NOOP("phrases", "its curve has a floor above a tenth of this peak")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1 (odds times %2)"), {RugSign, Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "nothing seen that most launches of this kind do not show")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Only %1: the odds rest on assumptions more than on measurements."), {LaunchesWere}},
    {LaunchesWere, QT_TRANSLATE_NOOP("phrases", "%1 launches were watched to their end"), {Number}},
    {LaunchesWere, QT_TRANSLATE_NOOP("phrases", "%1 launch was watched to its end"), {Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Measured on %1 launches that were watched to their end."), {Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "For it speaks that %1 (odds times %2)."), {RugSign, Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "The odds that a launch falls by 90% within its first hour and stays there are 60% or more.")},

    // smart_money
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Closed %1 positions with a mean return of %2% after shrinkage (%3% at the lower 5% bound; all wallets %4%), %5% of them won%6."),
     {Number, Number, Number, Number, Number, NoLongerTail}},
    {NoLongerTail, QT_TRANSLATE_NOOP("phrases", ": no longer credibly above the others")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1% on %2 in %3 s"), {Number, Key, Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Trades with itself, and coins from a hand not yet linked, look like skill.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Past returns of few positions say little about the next.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "The wallet closed at least 10 coins in 30 days, held for at least 60 s in the median, with a return that is above zero and above all wallets' with 95% probability after shrinkage.")},

    // sniper
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1: %2 bought %3% of supply %4."), {Coin, Wallets, Number, When}},
    {When, QT_TRANSLATE_NOOP("phrases", "in the creation slot")},
    {When, QT_TRANSLATE_NOOP("phrases", "%1 behind the creation"), {Slots}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1 behind"), {Number}},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "first buy")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "A fast hand or a copy-trading service may buy this soon as well.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Bought in the creation slot (slot 0) or within the 3 slots behind it.")},

    // wash_trading
    {Sentence, QT_TRANSLATE_NOOP("phrases", "%1: %2 made %3% of the last %4's volume with %5 legs that left its position as it was (%6)%7; organic volume %8 of %9."),
     {Coin, Trader, Number, Window, Number, WashForms, BumpTail, Number, Number}},
    {Trader, QT_TRANSLATE_NOOP("phrases", "a wallet")},
    {Trader, QT_TRANSLATE_NOOP("phrases", "a cluster of %1 wallets"), {Number}},
    {Trader, QT_TRANSLATE_NOOP("phrases", "%1 wallets that nothing else links"), {Number}},
    {Window, QT_TRANSLATE_NOOP("phrases", "minute")},
    {Window, QT_TRANSLATE_NOOP("phrases", "hour")},
    {Window, QT_TRANSLATE_NOOP("phrases", "day")},
    {WashForms, QT_TRANSLATE_NOOP("phrases", "%1 flat within one slot"), {Number}},
    {WashForms, QT_TRANSLATE_NOOP("phrases", "%1 round trips for the fees alone"), {Number}},
    {WashForms, QT_TRANSLATE_NOOP("phrases", "%1 matched inside the cluster"), {Number}},
    {WashForms, QT_TRANSLATE_NOOP("phrases", "%1 answered by one another"), {Number}},
    {BumpTail, QT_TRANSLATE_NOOP("phrases", ", the small tickets of a bump bot")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "leg of a position that ended as it began")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "A bot that fails to sell higher gets out in the same slot too.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "A scalper on a still market ends flat near its fees too.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "Two market makers on one coin answer each other too.")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "At least 20% of a coin's volume of the last minute, hour or day was traded by wallets or clusters that ended as they began, within 1% of coins and twice the fees.")},

    // core/pipeline/coin_flags: the lane of a coin's life
    {Sentence, QT_TRANSLATE_NOOP("phrases", "created")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "the creator's first sell")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "the creator moved coins to another wallet")},
    {Sentence, QT_TRANSLATE_NOOP("phrases", "left the curve")},
};
// clang-format on

}  // namespace

std::span<const Phrase> detectorPhrases() noexcept {
    return kPhrases;
}

}  // namespace ui::phrases
