// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QPointF>

namespace ui {

/// Draws round and square marks with smooth edges right into the pixels of an image. A map has tens of thousands of
/// them, of as many sizes, and a general painter needs a path for each: this is ten times as fast.
/// It may be used in turns with a QPainter on the same image. Sizes are in units of the image's device pixel ratio;
/// what lies beyond the image is cut off, whatever the size. Thread: one at a time.
class MapDiscs {
public:
    /// The image is 32 bits a pixel and opaque (Format_RGB32), and outlives this.
    explicit MapDiscs(QImage& image);

    void fillDisc(QPointF centre, double radius, const QColor& color);
    /// A circle of a line `width` wide, half of it on either side of `radius`.
    void drawRing(QPointF centre, double radius, double width, const QColor& color);
    /// A square of the same "radius", outlined by a line `width` wide, filled with `ground`.
    void drawSquare(QPointF centre, double radius, double width, const QColor& color, const QColor& ground);

private:
    template <class Coverage>
    void blendRow(int y, double from, double to, const QColor& color, Coverage coverage);

    uchar* m_bits = nullptr;
    qsizetype m_stride = 0;
    int m_width = 0;
    int m_height = 0;
    double m_ratio = 1;
};

}  // namespace ui
