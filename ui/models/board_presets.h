// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/board_query.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <vector>

class QSettings;

namespace ui {

/// A filter under a name.
struct BoardPreset {
    QString id;    ///< stable
    QString name;  ///< what is read in menus
    core::pipeline::BoardFilter filter;
    bool fixed = false;  ///< comes with the program and is not changed

    friend bool operator==(const BoardPreset&, const BoardPreset&) = default;
};

/// The filters of the boards: those that come with the program, the user's "Mine", and further ones that he named.
/// Thread: GUI.
class BoardPresets final : public QObject {
    Q_OBJECT
public:
    static constexpr int kMost = 64;
    static constexpr int kLongestName = 40;

    explicit BoardPresets(QObject* parent = nullptr);

    [[nodiscard]] const std::vector<BoardPreset>& all() const { return m_presets; }
    /// The one with this id; "all" when there is none.
    [[nodiscard]] const BoardPreset& find(const QString& id) const;
    /// Changes a preset that is not fixed.
    void change(const QString& id, const QString& name, const core::pipeline::BoardFilter& filter);
    /// Adds one and gives its id; empty when there are too many.
    QString add(const QString& name, const core::pipeline::BoardFilter& filter);
    void remove(const QString& id);

    /// The user's own, schema cabalscope.board-filters/1.
    [[nodiscard]] QByteArray toJson() const;
    /// Adds what a file holds; those of a name that is there already take its place. On refusal nothing is changed
    /// and `error` says why in one sentence. Returns how many came.
    int addJson(const QByteArray& json, QString& error);

    void restore(const QSettings& settings);
    void save(QSettings& settings) const;

signals:
    void changed();

private:
    std::vector<BoardPreset> m_presets;
};

/// How a figure is shown and typed: 0.15 as 15 of a share, 90 s as 1.5 of an age in minutes.
struct FigureUnit {
    double factor = 1;  ///< typed = raw × factor
    QString suffix;
};
[[nodiscard]] QString boardFigureTitle(core::pipeline::BoardFigure figure);
[[nodiscard]] FigureUnit boardFigureUnit(core::pipeline::BoardFigure figure);
/// A filter in one line: "top 10 ≤ 30%, age ≥ 2 min"; says when it lets everything through.
[[nodiscard]] QString filterSentence(const core::pipeline::BoardFilter& filter);

}  // namespace ui
