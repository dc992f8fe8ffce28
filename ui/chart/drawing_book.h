// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace ui {

enum class DrawingKind : std::uint8_t { HorizontalLine, VerticalLine, TrendLine, Ray, Rectangle, Note, AlertLine };
inline constexpr std::size_t kDrawingKinds = 7;

/// A place on the chart that means the same on every interval.
struct DrawingPoint {
    double time = 0;   ///< Unix seconds
    double price = 0;  ///< whole quote units
};

struct Drawing {
    std::uint64_t id = 0;
    DrawingKind kind = DrawingKind::TrendLine;
    std::array<DrawingPoint, 2> points{};  ///< the second counts where pointCount() is 2
    QString text;                          ///< of a note
    QString unit;                          ///< of an alert line's price: "SOL" or "USD"; empty: neither

    [[nodiscard]] std::size_t pointCount() const;
};

/// The drawings of one token, with undo. Thread: GUI.
class DrawingBook {
public:
    static constexpr std::size_t kMostDrawings = 500;
    static constexpr std::size_t kMostSteps = 100;  ///< of undo
    static constexpr qsizetype kLongestNote = 200;  ///< characters

    [[nodiscard]] const std::vector<Drawing>& all() const { return m_drawings; }
    [[nodiscard]] const Drawing* find(std::uint64_t id) const;
    /// The id it got; nothing when the book is full.
    std::optional<std::uint64_t> add(Drawing drawing);
    void replace(const Drawing& drawing);
    void remove(std::uint64_t id);
    [[nodiscard]] bool canUndo() const { return !m_undo.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_redo.empty(); }
    void undo();
    void redo();

    [[nodiscard]] QByteArray toJson() const;
    /// Takes drawings from a file, of which anything may be wrong: what cannot be read is left out. Forgets
    /// the steps of undo. False when the text is no list of drawings at all.
    bool fromJson(const QByteArray& json);

private:
    void remember();

    std::vector<Drawing> m_drawings;
    std::vector<std::vector<Drawing>> m_undo;
    std::vector<std::vector<Drawing>> m_redo;
    std::uint64_t m_nextId = 1;
};

}  // namespace ui
