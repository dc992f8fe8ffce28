// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/store/cold_file.h"
#include "tests/support/archive.h"
#include "tests/support/market_events.h"
#endif

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <map>

using core::Mint;
using core::store::ColdFile;

class ColdFileTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;

    std::filesystem::path path(const char* name) const {
        return std::filesystem::path(m_dir.path().toStdString()) / name;
    }

private slots:
    void givesBackWhatWasPut() {
        auto random = test::seeded("cold file");
        auto file = ColdFile::create(path("a.cold"));
        QVERIFY(file);
        std::map<Mint, std::vector<std::uint8_t>> kept;
        for (int i = 0; i < 3'000; ++i) {
            const Mint mint = test::mintOf(test::below(random, 100));
            const auto found = kept.find(mint);
            if (found != kept.end() && test::below(random, 2) == 0) {
                const auto back = (*file)->take(mint);
                QVERIFY(back);
                QVERIFY(*back == found->second);
                kept.erase(found);
                const auto again = (*file)->take(mint);
                QVERIFY(!again && again.error().code == core::ErrorCode::NotFound);
                continue;
            }
            // Also none, and more than a page.
            std::vector<std::uint8_t> blob(test::below(random, 8) == 0 ? 0 : test::below(random, 20'000));
            for (auto& byte : blob) byte = static_cast<std::uint8_t>(random());
            QVERIFY((*file)->put(mint, blob));
            kept[mint] = std::move(blob);
        }
        for (const auto& [mint, blob] : kept) QVERIFY(*(*file)->take(mint) == blob);
    }

    void pagesAreReadInParts() {
        auto random = test::seeded("cold pages");
        auto file = ColdFile::create(path("pages.cold"));
        QVERIFY(file);
        std::vector<std::vector<std::uint8_t>> pages;
        for (int i = 0; i < 40; ++i) {
            std::vector<std::uint8_t> page(1 + test::below(random, 80'000));
            for (auto& byte : page) byte = static_cast<std::uint8_t>(random());
            const auto number = (*file)->addPage(page);
            QVERIFY(number);
            QCOMPARE(*number, std::uint64_t(i));
            pages.push_back(std::move(page));
        }
        for (int i = 0; i < 500; ++i) {
            const auto number = test::below(random, pages.size());
            const auto& page = pages[number];
            const auto offset = test::below(random, page.size());
            const auto length = 1 + test::below(random, page.size() - offset);
            const auto part =
                (*file)->readPage(number, static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(length));
            QVERIFY(part);
            const auto from = page.begin() + static_cast<std::ptrdiff_t>(offset);
            QVERIFY(*part == std::vector<std::uint8_t>(from, from + static_cast<std::ptrdiff_t>(length)));
        }
        const auto beyond = (*file)->readPage(0, static_cast<std::uint32_t>(pages[0].size()), 1);
        QVERIFY(!beyond && beyond.error().code == core::ErrorCode::NotFound);
        QVERIFY(!(*file)->readPage(99, 0, 1));
    }

    // What was taken makes room: a day of coming and going does not grow the file.
    void roomIsUsedAgain() {
        auto file = ColdFile::create(path("b.cold"));
        QVERIFY(file);
        const std::vector<std::uint8_t> blob(50'000, 7);
        for (std::uint64_t i = 0; i < 400; ++i) {
            QVERIFY((*file)->put(test::mintOf(i), blob));
            if (i >= 4) QVERIFY((*file)->take(test::mintOf(i - 4)));
        }
        QVERIFY(std::filesystem::file_size(path("b.cold")) < 20 * blob.size());
    }

    void theFileIsOfThisRunAlone() {
        {
            auto first = ColdFile::create(path("c.cold"));
            QVERIFY(first);
            QVERIFY((*first)->put(test::mintOf(1), std::vector<std::uint8_t>{1, 2, 3}));
            QVERIFY(std::filesystem::exists(path("c.cold")));
        }
        QVERIFY(!std::filesystem::exists(path("c.cold")));
        // Left there by a crash, whatever is in it.
        test::writeFile(path("c.cold"), std::string(9'000, 'x'));
        auto next = ColdFile::create(path("c.cold"));
        QVERIFY(next);
        QVERIFY(!(*next)->take(test::mintOf(1)));
        QVERIFY((*next)->put(test::mintOf(1), std::vector<std::uint8_t>{4}));
        QVERIFY(*(*next)->take(test::mintOf(1)) == std::vector<std::uint8_t>{4});
    }

    void refusesWhatIsNoFile() {
        std::filesystem::create_directory(path("d.cold"));
        test::writeFile(path("d.cold") / "kept", "kept");
        const auto directory = ColdFile::create(path("d.cold"));
        QVERIFY(!directory && directory.error().code == core::ErrorCode::Io);
        QVERIFY(std::filesystem::exists(path("d.cold") / "kept"));
        test::writeFile(path("precious"), "precious");
        std::filesystem::create_symlink(path("precious"), path("e.cold"));
        QVERIFY(!ColdFile::create(path("e.cold")));
        QCOMPARE(std::filesystem::file_size(path("precious")), std::uintmax_t{8});
        const auto nowhere = ColdFile::create(path("missing") / "f.cold");
        QVERIFY(!nowhere && nowhere.error().code == core::ErrorCode::Database);
    }
};

QTEST_APPLESS_MAIN(ColdFileTest)
#include "cold_file_test.moc"
