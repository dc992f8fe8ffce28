// SPDX-License-Identifier: GPL-3.0-or-later
// Real pumped coins through the burst meter of the pump detector: events found, false episodes, delay.
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/detect/burst_meter.h"
#include "shared_data.h"
#endif

#include <QDateTime>
#include <QTest>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <sstream>
#include <vector>

using core::detect::BurstMeter;
using core::detect::BurstParams;
using core::detect::BurstPopulation;
using core::detect::BurstTrade;

namespace {

// An alarm this close to the announced time found the pump. Source: README of the data, `date`.
constexpr std::int64_t kBefore = 120'000;
constexpr std::int64_t kAfter = 600'000;

struct Tape {
    std::string name;
    std::int64_t announced = 0;
    std::vector<BurstTrade> trades;
};

std::vector<Tape> tapes() {
    std::vector<Tape> out;
    for (const auto& entry :
         std::filesystem::directory_iterator(conformance::dataFolder().value() / "pump-tapes")) {
        Tape tape;
        tape.name = entry.path().filename().string();
        if (!tape.name.ends_with(".csv.xz")) continue;
        // COIN_2018-09-07_15.30.csv.xz
        const std::string when = tape.name.substr(tape.name.find('_') + 1, 16);
        QDateTime time = QDateTime::fromString(QString::fromStdString(when), "yyyy-MM-dd_hh.mm");
        time.setTimeSpec(Qt::UTC);
        tape.announced = time.toMSecsSinceEpoch();
        bool header = true;
        for (const std::string& line : conformance::readLines("pump-tapes/" + tape.name)) {
            if (std::exchange(header, false)) continue;
            std::istringstream in(line);
            std::string stamp, side, price, amount, volume;
            std::getline(in, stamp, ',');
            std::getline(in, side, ',');
            std::getline(in, price, ',');
            std::getline(in, amount, ',');
            std::getline(in, volume, ',');
            BurstTrade trade;
            trade.time = std::strtoll(stamp.c_str(), nullptr, 10);
            trade.price = std::strtod(price.c_str(), nullptr);
            trade.volume = std::strtod(volume.c_str(), nullptr);
            trade.buy = side == "buy";
            trade.moment = static_cast<std::uint64_t>(trade.time);
            tape.trades.push_back(trade);
        }
        out.push_back(std::move(tape));
    }
    std::sort(out.begin(), out.end(), [](const Tape& a, const Tape& b) { return a.name < b.name; });
    return out;
}

struct Score {
    int found = 0;
    int wrong = 0;
    double days = 0;
    std::vector<double> delays;  // seconds behind the announced time
};

Score play(const std::vector<Tape>& all, const BurstParams& params) {
    Score score;
    for (const Tape& tape : all) {
        BurstMeter meter;
        BurstPopulation population;
        bool found = false;
        for (const BurstTrade& trade : tape.trades) {
            const auto burst = meter.alarm(trade, params, population, true);
            if (!burst) continue;
            const std::int64_t behind = burst->end - tape.announced;
            if (behind >= -kBefore && behind <= kAfter) {
                if (!found) score.delays.push_back(static_cast<double>(behind) / 1'000);
                found = true;
            } else {
                ++score.wrong;
            }
        }
        score.found += found ? 1 : 0;
        score.days += static_cast<double>(tape.trades.back().time - tape.trades.front().time) / 86'400'000;
    }
    std::sort(score.delays.begin(), score.delays.end());
    return score;
}

}  // namespace

class PumpTapesTest : public QObject {
    Q_OBJECT
private slots:
    void findsTheAnnouncedPumps() {
        const auto folder = conformance::dataFolder();
        if (!folder || !std::filesystem::is_directory(*folder / "pump-tapes"))
            QSKIP("the tapes (shared/data/pump-tapes) are not here");
        const std::vector<Tape> all = tapes();
        QVERIFY(!all.empty());
        std::cout << "width  score  return  found  false per coin-day  delays in s behind the announced time\n";
        for (const std::int64_t width : {5'000, 25'000}) {
            for (const double least : {40.0, 42.5, 45.0, 46.5, 47.5}) {
                BurstParams params;
                params.width = width;
                params.score = least;
                params.buyers = false;  // the tapes name none
                const Score score = play(all, params);
                std::cout << width / 1'000 << " s  " << least << "  " << params.leastReturn << "  " << score.found
                          << "/" << all.size() << "  " << score.wrong << "/" << score.days << " = "
                          << score.wrong / score.days << " ";
                for (const double delay : score.delays) std::cout << ' ' << delay;
                std::cout << std::endl;
            }
        }
        // The best bucket of each pump, to see how far the thresholds are from losing one.
        for (const Tape& tape : all) {
            std::cout << tape.name.substr(0, 20) << ": best points";
            for (const std::int64_t width : {5'000, 25'000}) {
                BurstParams params;
                params.width = width;
                params.buyers = false;
                BurstMeter meter;
                BurstPopulation population;
                double best = 0;
                for (const BurstTrade& trade : tape.trades) {
                    const auto burst = meter.add(trade, params, population, true);
                    if (!burst || burst->change < params.leastReturn) continue;
                    if (burst->end < tape.announced - kBefore || burst->end > tape.announced + kAfter) continue;
                    best = std::max(best, burst->score);
                }
                std::cout << "  " << width / 1'000 << " s " << best;
            }
            std::cout << std::endl;
        }
        // The rule as shipped: both widths, one cool-down.
        core::detect::PumpParams shipped;
        shipped.slow.buyers = shipped.fast.buyers = false;  // the tapes name none
        Score score;
        for (const Tape& tape : all) {
            BurstMeter slow, fast;
            BurstPopulation slowOnes, fastOnes;
            bool found = false;
            for (const BurstTrade& trade : tape.trades) {
                const auto bySlow = slow.alarm(trade, shipped.slow, slowOnes, true);
                const auto byFast = fast.alarm(trade, shipped.fast, fastOnes, true);
                if (!bySlow && !byFast) continue;
                const std::int64_t end = bySlow ? bySlow->end : byFast->end;
                slow.quiet(end, shipped.slow);
                fast.quiet(end, shipped.fast);
                const std::int64_t behind = end - tape.announced;
                if (behind >= -kBefore && behind <= kAfter) {
                    if (!found) score.delays.push_back(static_cast<double>(behind) / 1'000);
                    found = true;
                } else {
                    ++score.wrong;
                }
            }
            score.found += found ? 1 : 0;
            score.days += static_cast<double>(tape.trades.back().time - tape.trades.front().time) / 86'400'000;
        }
        std::cout << "as shipped  " << score.found << "/" << all.size() << "  " << score.wrong << "/" << score.days
                  << " = " << score.wrong / score.days << " ";
        for (const double delay : score.delays) std::cout << ' ' << delay;
        std::cout << std::endl;
        QCOMPARE(score.found, static_cast<int>(all.size()));
        QVERIFY(score.wrong / score.days < 0.15);
    }
};

QTEST_APPLESS_MAIN(PumpTapesTest)
#include "test_pump_tapes.moc"
