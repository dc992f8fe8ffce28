// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labels/label_file.h"
#ifndef Q_MOC_RUN
#include "tests/support/market_events.h"
#endif

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace core::labels;

class LabelFileTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    [[nodiscard]] std::filesystem::path file(const char* name) const {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

private slots:
    void noFileHoldsNothing() {
        const auto loaded = loadLabels(file("none.json"));
        QVERIFY(loaded);
        QVERIFY(loaded->labels.empty() && loaded->trouble.empty());
    }

    void labelsSurviveARestart() {
        Label label;
        label.key = {LabelKind::Wallet, core::Pubkey{test::walletOf(1)}};
        label.name = "Whale";
        label.watched = true;
        QVERIFY(saveLabels(file("labels.json"), {label}));
        const auto loaded = loadLabels(file("labels.json"));
        QVERIFY(loaded);
        QVERIFY(loaded->labels == std::vector<Label>{label});
        // Nothing of the writing is left beside it, and nobody else may read it.
        QVERIFY(!std::filesystem::exists(file("labels.json.new")));
        QCOMPARE(std::filesystem::status(file("labels.json")).permissions() & std::filesystem::perms::others_all,
                 std::filesystem::perms::none);
        QVERIFY(saveLabels(file("labels.json"), {}));
        const auto empty = loadLabels(file("labels.json"));
        QVERIFY(empty && empty->labels.empty() && empty->trouble.empty());
    }

    void aBrokenFileIsKeptAside() {
        QFile out(QString::fromStdString(file("broken.json").string()));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write("{\"labels\": [{\"addre");
        out.close();
        const auto loaded = loadLabels(file("broken.json"));
        QVERIFY(loaded);
        QVERIFY(loaded->labels.empty());
        QVERIFY(loaded->trouble.find("broken.json.broken") != std::string::npos);
        QVERIFY(std::filesystem::exists(file("broken.json.broken")));
        QVERIFY(!std::filesystem::exists(file("broken.json")));
    }

    void whatCannotBeWrittenIsAnError() {
        Label label;
        const auto saved = saveLabels(file("no/such/folder/labels.json"), {label});
        QVERIFY(!saved);
        QCOMPARE(saved.error().code, core::ErrorCode::Io);
    }
};

QTEST_APPLESS_MAIN(LabelFileTest)
#include "label_file_test.moc"
