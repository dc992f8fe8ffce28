// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/pipeline/token_people.h"
#endif

#include <QWidget>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QHBoxLayout;
class QToolButton;

namespace ui {

/// The flags of the open token in a few words each: "Dev 3%", "Sniper 12%", "C17 31%". A click opens the evidence.
class FlagChips final : public QWidget {
    Q_OBJECT
public:
    explicit FlagChips(QWidget* parent = nullptr);
    void show(const std::shared_ptr<const core::pipeline::TokenPeople>& people);
    using QWidget::show;

signals:
    void flagChosen(const core::pipeline::FlagRef& flag);
    /// A chip of a role without a flag of its own.
    void roleChosen(core::pipeline::Role role);
    void clusterChosen(std::uint32_t cluster);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    enum class Tone : std::uint8_t { Quiet, Attention, Danger };
    struct Chip {
        QString id;
        QString text;
        QString toolTip;
        Tone tone = Tone::Quiet;
        QColor ink = {};     ///< of a cluster
        bool leads = false;  ///< stands first, whatever it says
        std::function<void()> act;
    };
    /// The lower, the more to the front.
    [[nodiscard]] static int rank(const Chip& chip);
    [[nodiscard]] std::vector<Chip> chips(const core::pipeline::TokenPeople& people);
    void addRoles(const core::pipeline::TokenPeople& people, std::vector<Chip>& out);
    void addFlags(const core::pipeline::TokenPeople& people, std::vector<Chip>& out);
    void hideWhatDoesNotFit();

    QHBoxLayout* m_layout;
    std::vector<QToolButton*> m_buttons;
    std::vector<Chip> m_chips;
    std::uint64_t m_version = 0;
    core::Mint m_mint;
};

}  // namespace ui
