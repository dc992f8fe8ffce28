// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/reliability.h"
#include "ui/models/alert_book.h"
#include "ui/models/column_table.h"

#include <memory>
#include <string>

namespace ui {

/// Alerts as a table, newest first. Thread: GUI.
class AlertTableModel final : public ColumnTable<AlertRow, std::uint64_t> {
    Q_OBJECT
public:
    enum Column {
        Time,
        Severity,
        Rule,
        Record,
        Coin,
        Confidence,
        Price,
        Change,
        Verdict,
        Group,
        Reason,
        Why,
        ColumnCount
    };

    explicit AlertTableModel(QObject* parent = nullptr);

    /// What verdicts say about the rules; stands beside them where there are enough. Null for nothing.
    void setReport(std::shared_ptr<const core::review::CalibrationReport> report);
    /// "stated 0.80, happened 0.60 (n = 25)"; empty while too little is known of the rule.
    [[nodiscard]] QString record(const std::string& rule) const;

protected:
    [[nodiscard]] std::uint64_t keyOf(const AlertRow& row) const override { return row.id; }
    [[nodiscard]] bool sameContent(const AlertRow& a, const AlertRow& b) const override { return a == b; }
    [[nodiscard]] QColor rowInk(const AlertRow& row) const override;

private:
    /// Null while too little is known of the rule.
    [[nodiscard]] const core::review::Reliability* knownOf(const std::string& rule) const;

    std::shared_ptr<const core::review::CalibrationReport> m_report;
};

}  // namespace ui
