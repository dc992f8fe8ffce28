// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/intel/address_book.h"
#include "tests/support/archive.h"
#include "tests/support/market_events.h"
#endif

#include <QTemporaryDir>
#include <QTest>

using core::intel::AddressBook;
using core::intel::HubKind;

class AddressBookTest : public QObject {
    Q_OBJECT
private slots:
    void shipsKnownAddresses() {
        const AddressBook& book = AddressBook::shipped();
        QVERIFY(book.size() >= 100);
        // An exchange's hot wallet, a tip account, a fee recipient of pump.fun.
        const auto kind = [&](const char* address) { return book.kind(core::Wallet::fromBase58(address).value()); };
        QVERIFY(kind("5tzFkiKscXHK5ZXCGbXZxdw7gTjjD1mBwuoFbhUvuAi9") == HubKind::Exchange);
        QVERIFY(kind("96gYZGLnJYVFmbjzopPSU6QiEV5fGqZNyN9nmNhvrZU5") == HubKind::Infrastructure);
        QVERIFY(kind("62qc2CNXwrYqQScmEdiZFFAnJR262PxWEuNQtxfafNgV") == HubKind::Infrastructure);
        QVERIFY(book.kind(test::walletOf(1)) == HubKind::None);
        QVERIFY(book.label(core::Wallet::fromBase58("5tzFkiKscXHK5ZXCGbXZxdw7gTjjD1mBwuoFbhUvuAi9").value()) ==
                "Binance");
    }

    void readsTheUsersListAfterItsOwn() {
        const QTemporaryDir dir;
        const std::string file = dir.filePath("addresses.tsv").toStdString();
        const std::string mine = test::walletOf(7).base58();
        test::writeFile(file, mine + "\tbot\tMy bot\tmyself\n" +
                                  "5tzFkiKscXHK5ZXCGbXZxdw7gTjjD1mBwuoFbhUvuAi9\tnone\t\tI know better\n");
        const auto book = AddressBook::withFile(file);
        QVERIFY(book.has_value());
        QVERIFY((*book)->kind(test::walletOf(7)) == HubKind::Bot);
        QVERIFY((*book)->label(test::walletOf(7)) == "My bot");
        QVERIFY((*book)->kind(*core::Wallet::fromBase58("5tzFkiKscXHK5ZXCGbXZxdw7gTjjD1mBwuoFbhUvuAi9")) ==
                HubKind::None);
        QCOMPARE((*book)->size(), AddressBook::shipped().size() + 1);

        test::writeFile(file, mine + "\tbot\tMy bot\tmyself\n" + mine + "\tbank\n");
        const auto bad = AddressBook::withFile(file);
        QVERIFY(!bad);
        QVERIFY2(bad.error().context.find("addresses.tsv: address list, line 2: unknown kind") != std::string::npos,
                 bad.error().context.c_str());
        QVERIFY(!AddressBook::withFile(dir.filePath("none").toStdString()));
    }

    void laterLinesWinAndNoneTakesOff() {
        AddressBook book;
        const std::string address = test::walletOf(7).base58();
        QVERIFY(
            book.read("# comment\n\n" + address + "\texchange\tFirst\tsource\n" + address + "\tbot\tSecond\t\r\n")
                .has_value());
        QVERIFY(book.kind(test::walletOf(7)) == HubKind::Bot);
        QVERIFY(book.label(test::walletOf(7)) == "Second");
        QVERIFY(book.read(address + "\tnone").has_value());
        QVERIFY(book.kind(test::walletOf(7)) == HubKind::None);
    }

    void namesTheBadLine() {
        AddressBook book;
        const auto noAddress = book.read("# one\nnot base58\tbot\tx\n");
        QVERIFY(!noAddress.has_value());
        QVERIFY(noAddress.error().context.find("line 2") != std::string::npos);
        const auto noKind = book.read(test::walletOf(1).base58() + "\tfriend\tx\n");
        QVERIFY(!noKind.has_value());
        QVERIFY(noKind.error().context.find("line 1") != std::string::npos);
    }

    void labelsCannotCarryControlCharacters() {
        AddressBook book;
        QVERIFY(book.read(test::walletOf(1).base58() + "\tbot\ta\u202Eb\x1b[31m\n").has_value());
        const std::string label{book.label(test::walletOf(1))};
        QVERIFY(label.find('\x1b') == std::string::npos);
        QVERIFY(label.find("\u202E") == std::string::npos);
    }
};

QTEST_APPLESS_MAIN(AddressBookTest)
#include "address_book_test.moc"
