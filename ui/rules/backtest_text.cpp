// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/backtest_text.h"

#include "ui/format/count_text.h"
#include "ui/format/number_text.h"

#include <QCoreApplication>

#include <cmath>

namespace ui {
namespace {

using core::backtest::DelayResult;
using core::backtest::Rate;

QString said(const char* text) {
    return QCoreApplication::translate("backtest", text);
}

QString percent(double share) {
    return QString::number(share * 100, 'f', 0) + u'%';
}

QString signedPercent(double share) {
    return (share > 0   ? QStringLiteral("+")
            : share < 0 ? QStringLiteral("−")
                        : QString()) +
           percent(std::abs(share));
}

BacktestLine rateLine(const QString& name, const Rate& rate, const QString& meaning) {
    BacktestLine out{name, said(QT_TRANSLATE_NOOP("backtest", "unknown")),
                     said(QT_TRANSLATE_NOOP("backtest", "none could be judged")), meaning};
    if (const auto value = rate.value()) {
        out.value = said(QT_TRANSLATE_NOOP("backtest", "%1 (%2 of %3)"))
                        .arg(percent(*value), format::grouped(rate.hits), format::grouped(rate.of));
        out.range =
            said(QT_TRANSLATE_NOOP("backtest", "%1 to %2")).arg(percent(*rate.low()), percent(*rate.high()));
    }
    return out;
}

BacktestLine delayLine(const DelayResult& delay) {
    BacktestLine out;
    out.name = said(QT_TRANSLATE_NOOP("backtest", "Return, entered %1 s later")).arg(delay.delay);
    out.value = delay.medianReturn
                    ? said(QT_TRANSLATE_NOOP("backtest", "median %1")).arg(signedPercent(*delay.medianReturn))
                    : said(QT_TRANSLATE_NOOP("backtest", "unknown"));
    out.range = delay.interval
                    ? said(QT_TRANSLATE_NOOP("backtest", "%1 to %2, n=%3"))
                          .arg(signedPercent(delay.interval->low), signedPercent(delay.interval->high))
                          .arg(delay.measured)
                    : said(QT_TRANSLATE_NOOP("backtest", "n=%1, too few for a range")).arg(delay.measured);
    out.meaning =
        said(QT_TRANSLATE_NOOP(
                 "backtest",
                 "Bought at the first trade so long after the alert and in a later slot, sold at the last price "
                 "within 10 minutes. %1 had no trade to enter at, %2 none behind it, %3 end with the "
                 "recording."))
            .arg(delay.none)
            .arg(delay.noExit)
            .arg(delay.open);
    return out;
}

}  // namespace

std::vector<BacktestLine> backtestLines(const core::backtest::RuleResult& rule, const core::backtest::Backtest& all,
                                        bool truth) {
    std::vector<BacktestLine> out;
    BacktestLine alerts;
    alerts.name = said(QT_TRANSLATE_NOOP("backtest", "Alerts"));
    alerts.value = said(QT_TRANSLATE_NOOP("backtest", "%1 on %2"))
                       .arg(format::grouped(rule.alerts), format::counted(format::Noun::Coin, rule.coins));
    alerts.range = said(QT_TRANSLATE_NOOP("backtest", "unknown a day"));
    if (rule.perDay) {
        constexpr double kDay = 86'400;
        alerts.range = all.seconds < kDay ? said(QT_TRANSLATE_NOOP("backtest", "%1 a day at this pace"))
                                          : said(QT_TRANSLATE_NOOP("backtest", "%1 a day"));
        alerts.range = alerts.range.arg(QString::number(*rule.perDay, 'f', *rule.perDay < 10 ? 1 : 0));
    }
    alerts.meaning = said(QT_TRANSLATE_NOOP("backtest", "A day of market time, as the recording has it"));
    out.push_back(std::move(alerts));
    if (truth) {
        out.push_back(
            rateLine(said(QT_TRANSLATE_NOOP("backtest", "Right by the truth")), rule.right,
                     said(QT_TRANSLATE_NOOP("backtest", "Precision: of the alerts that the truth speaks of"))));
        out.push_back(
            rateLine(said(QT_TRANSLATE_NOOP("backtest", "True events found")), rule.found,
                     said(QT_TRANSLATE_NOOP("backtest", "Recall: of the true events of the rule's kinds"))));
    }
    out.push_back(rateLine(said(QT_TRANSLATE_NOOP("backtest", "Fell by half in 10 min")), rule.fell,
                           said(QT_TRANSLATE_NOOP("backtest",
                                                  "Precision by the outcome: a trade at half the alert's price "
                                                  "or less; only where all ten minutes were seen"))));
    out.push_back(rateLine(said(QT_TRANSLATE_NOOP("backtest", "Any moment of any coin")), all.base,
                           said(QT_TRANSLATE_NOOP("backtest", "Base rate: how often coins fall so anyway"))));
    out.back().part = true;
    const auto lead = rule.medianLead();
    out.push_back(
        {said(QT_TRANSLATE_NOOP("backtest", "Lead before the fall")),
         lead ? said(QT_TRANSLATE_NOOP("backtest", "median %1"))
                    .arg(format::counted(format::Noun::Slot, static_cast<std::uint64_t>(std::llround(*lead))))
              : said(QT_TRANSLATE_NOOP("backtest", "unknown")),
         said(QT_TRANSLATE_NOOP("backtest", "n=%1")).arg(rule.leadSlots.size()),
         said(QT_TRANSLATE_NOOP("backtest", "From the alert to the first trade at half its price"))});
    for (const DelayResult& delay : rule.delays) out.push_back(delayLine(delay));
    for (const auto& stretch : rule.stretches) {
        QString name = QString::fromStdString(stretch.name);
        if (stretch.name == "first half") name = said(QT_TRANSLATE_NOOP("backtest", "Earlier half"));
        if (stretch.name == "second half") name = said(QT_TRANSLATE_NOOP("backtest", "Later half"));
        BacktestLine line = rateLine(name, truth ? stretch.right : stretch.fell,
                                     said(QT_TRANSLATE_NOOP("backtest",
                                                            "A rule that was tuned on one part has to hold in "
                                                            "the others")));
        line.name += QStringLiteral(": ") +
                     said(QT_TRANSLATE_NOOP("backtest", "%1 alerts")).arg(format::grouped(stretch.alerts));
        line.value = (truth ? said(QT_TRANSLATE_NOOP("backtest", "right %1"))
                            : said(QT_TRANSLATE_NOOP("backtest", "fell %1")))
                         .arg(line.value);
        line.part = true;
        out.push_back(std::move(line));
    }
    return out;
}

QString backtestSummary(const core::backtest::Backtest& all) {
    return said(QT_TRANSLATE_NOOP("backtest", "%1 trades in %2 h of market time"))
        .arg(format::grouped(all.trades), QString::number(all.seconds / 3'600, 'f', 1));
}

}  // namespace ui
