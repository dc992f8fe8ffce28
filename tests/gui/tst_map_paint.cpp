// SPDX-License-Identifier: GPL-3.0-or-later
// The marks of the cluster map, against what Qt's painter makes of the same.
#include "ui/map/map_discs.h"
#include "ui/map/map_style.h"
#include "ui/theme/palette.h"

#include <QPainter>
#include <QTest>

#include <cmath>
#include <functional>
#include <limits>
#include <numbers>
#include <random>

using namespace ui;

namespace {

constexpr int kSide = 96;
const QColor kGround(20, 24, 32);
const QColor kInk(230, 140, 60);

QImage sheet(double ratio = 1) {
    QImage out(kSide, kSide, QImage::Format_RGB32);
    out.setDevicePixelRatio(ratio);
    out.fill(kGround);
    return out;
}

QImage painted(const std::function<void(QPainter&)>& draw, double ratio = 1) {
    QImage out = sheet(ratio);
    QPainter painter(&out);
    painter.setRenderHint(QPainter::Antialiasing);
    draw(painter);
    painter.end();
    return out;
}

/// The largest difference of any channel of any pixel.
int difference(const QImage& a, const QImage& b, const QRect& within = QRect(0, 0, kSide, kSide)) {
    int most = 0;
    for (int y = within.top(); y <= within.bottom(); ++y)
        for (int x = within.left(); x <= within.right(); ++x) {
            const QRgb one = a.pixel(x, y);
            const QRgb two = b.pixel(x, y);
            most = std::max({most, std::abs(qRed(one) - qRed(two)), std::abs(qGreen(one) - qGreen(two)),
                             std::abs(qBlue(one) - qBlue(two))});
        }
    return most;
}

/// How many pixels' worth of ink there is.
double inkIn(const QImage& image) {
    double out = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            out += static_cast<double>(qRed(image.pixel(x, y)) - kGround.red()) / (kInk.red() - kGround.red());
    return out;
}

// Qt rounds places to 1/64 and stretches of a curve to lines: a pixel on the edge may differ by a fifth of the ink.
constexpr int kEdge = 42;

}  // namespace

class TstMapPaint : public QObject {
    Q_OBJECT
private slots:
    void discsLookLikeThePaintersOwn_data() {
        QTest::addColumn<double>("ratio");
        QTest::addColumn<int>("alpha");
        QTest::newRow("opaque") << 1.0 << 255;
        QTest::newRow("shining through") << 1.0 << 209;
        QTest::newRow("two pixels a unit") << 2.0 << 140;
    }
    void discsLookLikeThePaintersOwn() {
        QFETCH(double, ratio);
        QFETCH(int, alpha);
        QColor ink = kInk;
        ink.setAlpha(alpha);
        std::mt19937_64 random(11);
        std::uniform_real_distribution<double> radii(1.5, 20);
        std::uniform_real_distribution<double> places(4, kSide / ratio - 4);
        for (int i = 0; i < 60; ++i) {
            const QPointF at(places(random), places(random));
            const double radius = radii(random);
            QImage own = sheet(ratio);
            MapDiscs(own).fillDisc(at, radius, ink);
            const QImage theirs = painted(
                [&](QPainter& painter) {
                    painter.setPen(Qt::NoPen);
                    painter.setBrush(ink);
                    painter.drawEllipse(at, radius, radius);
                },
                ratio);
            const int off = difference(own, theirs);
            QVERIFY2(
                off <= kEdge,
                qPrintable(QStringLiteral("%1 at %2, %3, radius %4").arg(off).arg(at.x()).arg(at.y()).arg(radius)));
        }
    }

    void aDiscHasItsArea() {
        for (const double radius : {1.0, 2.3, 4.0, 9.7, 30.0}) {
            QImage own = sheet();
            MapDiscs(own).fillDisc({47.3, 48.8}, radius, kInk);
            const double area = std::numbers::pi * radius * radius;
            QVERIFY2(std::abs(inkIn(own) / area - 1) < (radius < 2 ? 0.12 : 0.03),
                     qPrintable(QStringLiteral("%1: %2 of %3").arg(radius).arg(inkIn(own)).arg(area)));
        }
    }

    void ringsAreHollow() {
        for (const double width : {1.2, 1.6, 2.0}) {
            QImage own = sheet();
            MapDiscs(own).drawRing({40.4, 50.1}, 15, width, kInk);
            QCOMPARE(own.pixelColor(40, 50), kGround);
            const QImage theirs = painted([&](QPainter& painter) {
                painter.setPen(QPen(kInk, width));
                painter.setBrush(Qt::NoBrush);
                painter.drawEllipse(QPointF(40.4, 50.1), 15, 15);
            });
            QVERIFY(difference(own, theirs) <= kEdge);
        }
    }

    void squaresHaveSharpEdgesAndTheirGround() {
        const QColor inside(90, 10, 200);
        for (const double off : {0.0, 0.25, 0.7}) {
            const QPointF at(48 + off, 47 - off);
            QImage own = sheet();
            MapDiscs(own).drawSquare(at, 14, 1.2, kInk, inside);
            QCOMPARE(own.pixelColor(48, 47), inside);
            const QImage theirs = painted([&](QPainter& painter) {
                painter.setPen(QPen(kInk, 1.2));
                painter.setBrush(inside);
                painter.drawRect(QRectF(at.x() - 14, at.y() - 14, 28, 28));
            });
            QVERIFY2(difference(own, theirs) <= kEdge, qPrintable(QString::number(difference(own, theirs))));
        }
    }

    void marksOfAnySizeAnywhereStayInTheImage() {
        // Rows and columns around the image belong to somebody else.
        constexpr int kMargin = 32;
        constexpr qsizetype kPixel = 4;
        QImage all(kSide + 2 * kMargin, kSide + 2 * kMargin, QImage::Format_RGB32);
        all.fill(kGround);
        QImage middle(all.scanLine(kMargin) + kMargin * kPixel, kSide, kSide, all.bytesPerLine(),
                      QImage::Format_RGB32);
        MapDiscs discs(middle);
        constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
        for (const double radius : {0.0, 0.2, 1.0, 40.0, 3000.0, 1e9, kNone})
            for (const double x : {-1e12, -3000.0, -0.5, 48.0, 95.9, 4000.0, 1e12, kNone})
                for (const double y : {-1e12, -3000.0, -0.5, 48.0, 95.9, 4000.0, 1e12, kNone}) {
                    discs.fillDisc({x, y}, radius, kInk);
                    discs.drawRing({x, y}, radius, 2, kInk);
                    discs.drawSquare({x, y}, radius, 2, kInk, kGround);
                }
        for (int y = 0; y < all.height(); ++y)
            for (int x = 0; x < all.width(); ++x)
                if (y < kMargin || y >= kMargin + kSide || x < kMargin || x >= kMargin + kSide)
                    QCOMPARE(all.pixelColor(x, y), kGround);
        // One that covers everything does.
        discs.fillDisc({48, 48}, 3000, kInk);
        QCOMPARE(middle.pixelColor(0, 0), kInk);
        QCOMPARE(middle.pixelColor(kSide - 1, kSide - 1), kInk);
    }

    void dashesStandWhereTheyWereWhenALineIsCutToTheScreen() {
        std::mt19937_64 random(5);
        std::uniform_real_distribution<double> far(-3'000, 3'000);
        int seen = 0;
        for (std::size_t style = 0; style < kMapStyles; ++style)
            for (int i = 0; i < 40; ++i) {
                const QPointF inside(20 + i, 70 - i);
                const QPointF one(far(random), far(random));
                const QLineF line(one, i % 2 == 0 ? inside : inside + (inside - one) * 0.8);
                const auto draw = [&](const QLineF& what) {
                    return painted([&](QPainter& painter) {
                        drawMapLines(painter, static_cast<MapStyle>(style), kInk, {what});
                    });
                };
                const auto part = seenPart(static_cast<MapStyle>(style), line, QRectF(-10, -10, 116, 116));
                QVERIFY(part);
                QVERIFY(part->length() < 250);
                const QImage whole = draw(line);
                seen += inkIn(whole) > 5 ? 1 : 0;
                const int off = difference(draw(*part), whole);
                QVERIFY2(off <= kEdge,
                         qPrintable(QStringLiteral("style %1, line %2: %3").arg(style).arg(i).arg(off)));
            }
        QVERIFY(seen > 200);
        const QRectF screen(0, 0, 96, 96);
        QVERIFY(!seenPart(MapStyle::Other, QLineF(-50, 10, -20, 90), screen));
        QVERIFY(!seenPart(MapStyle::Other, QLineF(-50, 10, 20, -90), screen));
        const QLineF within(10, 12, 80, 90);
        QCOMPARE(seenPart(MapStyle::SameSlot, within, screen), std::optional{within});
        const QLineF point(10, 12, 10, 12);
        QCOMPARE(seenPart(MapStyle::SameSlot, point, screen), std::optional{point});
    }
};

QTEST_MAIN(TstMapPaint)
#include "tst_map_paint.moc"
