// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/count_text.h"

#include "ui/format/number_text.h"

#include <QCoreApplication>

#include <array>

namespace ui::format {
namespace {

struct Forms {
    Noun noun;
    const char* one;
    const char* many;
};

// clang-format off
constexpr std::array kForms{
    Forms{Noun::Alert, QT_TRANSLATE_NOOP("counts", "%1 alert"), QT_TRANSLATE_NOOP("counts", "%1 alerts")},
    Forms{Noun::Bar, QT_TRANSLATE_NOOP("counts", "%1 bar"), QT_TRANSLATE_NOOP("counts", "%1 bars")},
    Forms{Noun::Buy, QT_TRANSLATE_NOOP("counts", "%1 buy"), QT_TRANSLATE_NOOP("counts", "%1 buys")},
    Forms{Noun::Buyer, QT_TRANSLATE_NOOP("counts", "%1 buyer"), QT_TRANSLATE_NOOP("counts", "%1 buyers")},
    Forms{Noun::Cluster, QT_TRANSLATE_NOOP("counts", "%1 cluster"), QT_TRANSLATE_NOOP("counts", "%1 clusters")},
    Forms{Noun::Coin, QT_TRANSLATE_NOOP("counts", "%1 coin"), QT_TRANSLATE_NOOP("counts", "%1 coins")},
    Forms{Noun::CoinBought, QT_TRANSLATE_NOOP("counts", "%1 coin bought"), QT_TRANSLATE_NOOP("counts", "%1 coins bought")},
    Forms{Noun::CoinCreated, QT_TRANSLATE_NOOP("counts", "%1 coin created"), QT_TRANSLATE_NOOP("counts", "%1 coins created")},
    Forms{Noun::Entity, QT_TRANSLATE_NOOP("counts", "%1 entity"), QT_TRANSLATE_NOOP("counts", "%1 entities")},
    Forms{Noun::Entry, QT_TRANSLATE_NOOP("counts", "%1 entry"), QT_TRANSLATE_NOOP("counts", "%1 entries")},
    Forms{Noun::Event, QT_TRANSLATE_NOOP("counts", "%1 event"), QT_TRANSLATE_NOOP("counts", "%1 events")},
    Forms{Noun::Filter, QT_TRANSLATE_NOOP("counts", "%1 filter"), QT_TRANSLATE_NOOP("counts", "%1 filters")},
    Forms{Noun::Flag, QT_TRANSLATE_NOOP("counts", "%1 flag"), QT_TRANSLATE_NOOP("counts", "%1 flags")},
    Forms{Noun::Follower, QT_TRANSLATE_NOOP("counts", "%1 follower"), QT_TRANSLATE_NOOP("counts", "%1 followers")},
    Forms{Noun::Gap, QT_TRANSLATE_NOOP("counts", "%1 gap"), QT_TRANSLATE_NOOP("counts", "%1 gaps")},
    Forms{Noun::Group, QT_TRANSLATE_NOOP("counts", "%1 group"), QT_TRANSLATE_NOOP("counts", "%1 groups")},
    Forms{Noun::Label, QT_TRANSLATE_NOOP("counts", "%1 label"), QT_TRANSLATE_NOOP("counts", "%1 labels")},
    Forms{Noun::Launch, QT_TRANSLATE_NOOP("counts", "%1 launch"), QT_TRANSLATE_NOOP("counts", "%1 launches")},
    Forms{Noun::Link, QT_TRANSLATE_NOOP("counts", "%1 link"), QT_TRANSLATE_NOOP("counts", "%1 links")},
    Forms{Noun::Message, QT_TRANSLATE_NOOP("counts", "%1 message"), QT_TRANSLATE_NOOP("counts", "%1 messages")},
    Forms{Noun::Reconnect, QT_TRANSLATE_NOOP("counts", "%1 reconnect"), QT_TRANSLATE_NOOP("counts", "%1 reconnects")},
    Forms{Noun::Rule, QT_TRANSLATE_NOOP("counts", "%1 rule"), QT_TRANSLATE_NOOP("counts", "%1 rules")},
    Forms{Noun::Sale, QT_TRANSLATE_NOOP("counts", "%1 sale"), QT_TRANSLATE_NOOP("counts", "%1 sales")},
    Forms{Noun::Slot, QT_TRANSLATE_NOOP("counts", "%1 slot"), QT_TRANSLATE_NOOP("counts", "%1 slots")},
    Forms{Noun::Trade, QT_TRANSLATE_NOOP("counts", "%1 trade"), QT_TRANSLATE_NOOP("counts", "%1 trades")},
    Forms{Noun::Transaction, QT_TRANSLATE_NOOP("counts", "%1 transaction"), QT_TRANSLATE_NOOP("counts", "%1 transactions")},
    Forms{Noun::Transfer, QT_TRANSLATE_NOOP("counts", "%1 transfer"), QT_TRANSLATE_NOOP("counts", "%1 transfers")},
    Forms{Noun::Verdict, QT_TRANSLATE_NOOP("counts", "%1 verdict"), QT_TRANSLATE_NOOP("counts", "%1 verdicts")},
    Forms{Noun::Wallet, QT_TRANSLATE_NOOP("counts", "%1 wallet"), QT_TRANSLATE_NOOP("counts", "%1 wallets")},
    Forms{Noun::Warning, QT_TRANSLATE_NOOP("counts", "%1 warning"), QT_TRANSLATE_NOOP("counts", "%1 warnings")},
};
// clang-format on
static_assert(kForms.size() == static_cast<std::size_t>(Noun::Count));

}  // namespace

QString counted(Noun noun, std::uint64_t count) {
    const Forms& forms = kForms[static_cast<std::size_t>(noun)];
    Q_ASSERT(forms.noun == noun);
    return QCoreApplication::translate("counts", count == 1 ? forms.one : forms.many).arg(grouped(count));
}

}  // namespace ui::format
