// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/token_people.h"
#include "ui/models/column_table.h"

#include <optional>

namespace ui {

/// One transaction that a flag rests on.
struct ProofRow {
    std::size_t number = 0;  ///< its place in the flag
    core::Evidence seen;
    std::optional<std::int64_t> time;  ///< Unix seconds
};

/// The transactions of a flag, in its own order.
class ProofModel final : public ColumnTable<ProofRow, std::size_t> {
public:
    enum Column { What, Slot, Time, Signature, Wallets, Amount, ColumnCount };
    explicit ProofModel(QObject* parent = nullptr);
    /// Null empties the table.
    void show(const std::shared_ptr<const core::pipeline::FlagCase>& shown);

protected:
    [[nodiscard]] std::size_t keyOf(const ProofRow& row) const override { return row.number; }
    [[nodiscard]] bool sameContent(const ProofRow& a, const ProofRow& b) const override;

private:
    int m_baseDecimals = 6;
};

/// What became of other coins with the same kind of flag, newest first.
class PastCaseModel final : public ColumnTable<core::pipeline::PastCase, core::Mint> {
public:
    enum Column { Coin, FiveMinutes, Lowest, Now, When, Confidence, Same, ColumnCount };
    explicit PastCaseModel(QObject* parent = nullptr);
    void show(const std::shared_ptr<const core::pipeline::FlagCase>& shown);

protected:
    [[nodiscard]] core::Mint keyOf(const core::pipeline::PastCase& row) const override {
        return row.ref.mint.value_or(core::Mint{});
    }
    [[nodiscard]] bool sameContent(const core::pipeline::PastCase& a,
                                   const core::pipeline::PastCase& b) const override {
        return a == b;
    }
};

}  // namespace ui
