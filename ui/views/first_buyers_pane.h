// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/token_pane.h"

namespace ui {

class FirstBuyerModel;

/// A square for each of the first buyers: its colour is what it did since, its edge the cluster it belongs to.
class FirstBuyersGrid final : public QWidget {
    Q_OBJECT
public:
    explicit FirstBuyersGrid(QWidget* parent = nullptr);
    void show(std::shared_ptr<const core::pipeline::TokenPeople> people);
    using QWidget::show;
    /// The buyer at a point; -1 for none.
    [[nodiscard]] int buyerAt(const QPoint& at) const;
    [[nodiscard]] QRect squareOf(int buyer) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

signals:
    /// A square was clicked: the place in the list, from 0.
    void buyerChosen(int buyer);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] int columnsIn(int width) const;

    std::shared_ptr<const core::pipeline::TokenPeople> m_people;
};

/// The first 70 buyers of the open token and what they hold now.
class FirstBuyersPane final : public TokenPane {
    Q_OBJECT
public:
    explicit FirstBuyersPane(QWidget* parent = nullptr);
    void show(const Detail& detail, std::optional<double> solDollars) override;
    [[nodiscard]] QString title(const Detail& detail) const override;
    [[nodiscard]] const FirstBuyerModel& buyers() const { return *m_model; }

private:
    FirstBuyerModel* m_model;
    DataTable* m_table;
    FirstBuyersGrid* m_grid;
    QLabel* m_note;
    std::shared_ptr<const core::pipeline::TokenPeople> m_people;
};

}  // namespace ui
