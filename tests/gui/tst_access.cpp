// SPDX-License-Identifier: GPL-3.0-or-later
// What assistive technologies can do with buttons, tables and lists, asked of Qt's own interfaces.
#include "ui/models/live_table_model.h"
#include "ui/theme/small_controls.h"
#include "ui/theme/style.h"
#include "ui/views/data_table.h"

#include <QAccessible>
#include <QCheckBox>
#include <QHeaderView>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using Action = QAccessibleActionInterface;

namespace {

/// Rows of two words each.
class Words final : public ui::LiveTableModel {
public:
    explicit Words(int rows) {
        for (int row = 0; row < rows; ++row) m_words << QStringLiteral("word %1").arg(row);
    }
    void remove(int row) {
        beginRemoveRows({}, row, row);
        m_words.removeAt(row);
        endRemoveRows();
    }
    void putFirst(const QString& word) {
        beginInsertRows({}, 0, 0);
        m_words.prepend(word);
        endInsertRows();
    }

    int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_words.size());
    }
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : 2; }
    QVariant data(const QModelIndex& index, int role) const override {
        if (role == Qt::AccessibleTextRole && index.column() == 1) return QStringLiteral("spoken");
        return role == Qt::DisplayRole ? QVariant(m_words.at(index.row())) : QVariant();
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override {
        if (role != Qt::DisplayRole || orientation != Qt::Horizontal) return {};
        return section == 0 ? QStringLiteral("Word") : QStringLiteral("Sound");
    }
    QString columnId(int column) const override { return QString::number(column); }
    int columnWidth(int) const override { return 80; }
    QString rawText(int row, int) const override { return m_words.at(row); }
    void light(std::uint32_t) override {}

protected:
    void settle() override {}

private:
    QStringList m_words;
};

QAccessibleInterface* accessOf(QObject* object) {
    return QAccessible::queryAccessibleInterface(object);
}
QStringList actionsOf(QAccessibleInterface* access) {
    return access->actionInterface() != nullptr ? access->actionInterface()->actionNames() : QStringList();
}

}  // namespace

class TstAccess : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { ui::theme::applyStyle(*qApp); }

    void aButtonThatIsNamedBeforeItStaysDownIsClicked() {
        const std::unique_ptr<QToolButton> button(
            ui::theme::flatButton(QStringLiteral("star"), QStringLiteral("Watch"), QString()));
        // While something listens, its name alone makes Qt ask for this.
        QCOMPARE(accessOf(button.get())->role(), QAccessible::Button);
        button->setCheckable(true);
        auto* access = accessOf(button.get());
        QCOMPARE(access->role(), QAccessible::CheckBox);
        QVERIFY(access->state().checkable);
        QCOMPARE(access->text(QAccessible::Name), QStringLiteral("Watch"));
        QSignalSpy clicks(button.get(), &QToolButton::clicked);
        access->actionInterface()->doAction(Action::toggleAction());
        QTRY_COMPARE(clicks.size(), 1);
        QVERIFY(access->state().checked);
        access->actionInterface()->doAction(Action::toggleAction());
        QTRY_COMPARE(clicks.size(), 2);
        QVERIFY(!access->state().checked);
    }
    void whatIsDisabledDoesNothing() {
        QCheckBox box(QStringLiteral("&Sound"));
        auto* access = accessOf(&box);
        QCOMPARE(access->text(QAccessible::Name), QStringLiteral("Sound"));
        QVERIFY(actionsOf(access).contains(Action::toggleAction()));
        box.setEnabled(false);
        QVERIFY(!actionsOf(access).contains(Action::toggleAction()));
        QSignalSpy clicks(&box, &QCheckBox::clicked);
        access->actionInterface()->doAction(Action::toggleAction());
        QCoreApplication::processEvents();
        QCOMPARE(clicks.size(), 0);
        QVERIFY(!box.isChecked());
    }
    void theAnswerDoesNotWaitForWhatAButtonOpens() {
        QPushButton button(QStringLiteral("Open"));
        button.show();
        QMenu menu;
        connect(&button, &QPushButton::clicked, &menu, [&menu] { menu.exec(QPoint(10, 10)); });
        menu.addAction(QStringLiteral("one"));
        accessOf(&button)->actionInterface()->doAction(Action::pressAction());
        QVERIFY(!menu.isVisible());
        connect(&menu, &QMenu::aboutToShow, &menu, [&menu] { QTimer::singleShot(0, &menu, &QMenu::close); });
        QSignalSpy closed(&menu, &QMenu::aboutToHide);
        QTRY_COMPARE(closed.size(), 1);
    }
    void aButtonThatIsAllMenuShowsIt() {
        QToolButton button;
        button.setText(QStringLiteral("open in"));
        button.show();
        auto* access = accessOf(&button);
        auto* menu = new QMenu(&button);
        menu->addAction(QStringLiteral("one"));
        button.setMenu(menu);
        button.setPopupMode(QToolButton::InstantPopup);
        QCOMPARE(access->role(), QAccessible::ButtonMenu);
        QVERIFY(access->state().hasPopup);
        QVERIFY(!actionsOf(access).contains(Action::pressAction()));
        QSignalSpy opened(menu, &QMenu::aboutToShow);
        connect(menu, &QMenu::aboutToShow, menu, [menu] { QTimer::singleShot(0, menu, &QMenu::close); });
        access->actionInterface()->doAction(Action::showMenuAction());
        QTRY_COMPARE(opened.size(), 1);
        QTRY_VERIFY(!menu->isVisible());
    }

    void aTableTakesTheFocusAndTellsItsCell() {
        Words model(3);
        ui::DataTable table(&model, QStringLiteral("words"), QStringLiteral("Words"));
        table.show();
        QVERIFY(QTest::qWaitForWindowActive(&table));
        table.clearFocus();
        auto* access = accessOf(&table);
        QCOMPARE(access->role(), QAccessible::Table);
        QCOMPARE(access->text(QAccessible::Name), QStringLiteral("Words"));
        QVERIFY(access->state().focusable);
        QVERIFY(actionsOf(access).contains(Action::setFocusAction()));
        access->actionInterface()->doAction(Action::setFocusAction());
        QVERIFY(table.hasFocus());
        table.setCurrentIndex(model.index(1, 0));
        auto* cell = access->focusChild();
        QVERIFY(cell != nullptr);
        QCOMPARE(cell->text(QAccessible::Name), QStringLiteral("word 1"));
        QVERIFY(cell->state().focused);
        QVERIFY(access->childAt(cell->rect().center().x(), cell->rect().center().y()) == cell);
        QCOMPARE(cell->parent(), access);
    }
    void cellsAreNumberedAsQtNumbersThem() {
        Words model(3);
        ui::DataTable table(&model, QStringLiteral("words"), QStringLiteral("Words"));
        auto* access = accessOf(&table);
        auto* rows = access->tableInterface();
        QVERIFY(rows != nullptr);
        QCOMPARE(rows->rowCount(), 3);
        QCOMPARE(rows->columnCount(), 2);
        QCOMPARE(access->childCount(), 4 * 3);
        for (int number = 0; number < access->childCount(); ++number) {
            QVERIFY(access->child(number) != nullptr);
            QCOMPARE(access->indexOfChild(access->child(number)), number);
        }
        QCOMPARE(access->child(2)->text(QAccessible::Name), QStringLiteral("Sound"));
        QCOMPARE(access->child(3 * 2 + 1)->text(QAccessible::Name), QStringLiteral("word 1"));
        QCOMPARE(rows->cellAt(2, 1)->text(QAccessible::Name), QStringLiteral("spoken"));
        QCOMPARE(rows->cellAt(2, 1)->tableCellInterface()->columnHeaderCells().front(), access->child(2));
        QVERIFY(rows->cellAt(3, 0) == nullptr);
        QVERIFY(rows->cellAt(0, 2) == nullptr);
        QVERIFY(rows->cellAt(-1, 0) == nullptr);
        QVERIFY(access->child(-1) == nullptr);
        QVERIFY(access->child(access->childCount()) == nullptr);
    }
    void aCellIsPressedOpenedAndAskedForItsMenu() {
        Words model(3);
        ui::DataTable table(&model, QStringLiteral("words"), QStringLiteral("Words"));
        table.show();
        auto* cell = accessOf(&table)->tableInterface()->cellAt(1, 1);
        QSignalSpy chosen(&table, &ui::DataTable::rowChosen);
        cell->actionInterface()->doAction(Action::pressAction());
        QTRY_COMPARE(chosen.size(), 1);
        QCOMPARE(chosen.front().front().toInt(), 1);
        QCOMPARE(table.currentIndex(), model.index(1, 1));
        QCOMPARE(table.chosenRows(), QList<int>{1});

        // Nobody listens: there is nothing more behind a row.
        QVERIFY(!actionsOf(cell).contains(QStringLiteral("Open")));
        int opened = -1;
        connect(&table, &ui::DataTable::rowOpened, &table, [&opened](int row) { opened = row; });
        QVERIFY(actionsOf(cell).contains(QStringLiteral("Open")));
        cell->actionInterface()->doAction(QStringLiteral("Open"));
        QTRY_COMPARE(opened, 1);

        int asked = -1;
        table.fillMenu = [&asked](QMenu& menu, int row) {
            asked = row;
            QTimer::singleShot(0, &menu, &QMenu::close);
        };
        accessOf(&table)->tableInterface()->cellAt(2, 0)->actionInterface()->doAction(Action::showMenuAction());
        QTRY_COMPARE(asked, 2);
    }
    void rowsAreSelectedAndHeadsSort() {
        Words model(3);
        ui::DataTable table(&model, QStringLiteral("words"), QStringLiteral("Words"));
        auto* access = accessOf(&table);
        auto* rows = access->tableInterface();
        QVERIFY(rows->selectRow(2));
        QVERIFY(rows->selectRow(0));
        QVERIFY(!rows->selectRow(3));
        QCOMPARE(table.chosenRows(), (QList<int>{0, 2}));
        QVERIFY(rows->isRowSelected(2));
        QCOMPARE(rows->selectedRowCount(), 2);
        QVERIFY(rows->cellAt(2, 1)->state().selected);
        QVERIFY(rows->unselectRow(2));
        QCOMPARE(rows->selectedRows(), QList<int>{0});
        QSignalSpy sorted(table.horizontalHeader(), &QHeaderView::sectionClicked);
        access->child(1)->actionInterface()->doAction(Action::pressAction());
        QTRY_COMPARE(sorted.size(), 1);
        QCOMPARE(sorted.front().front().toInt(), 0);
    }
    void aCellFollowsItsRowAndGoesWithIt() {
        Words model(3);
        ui::DataTable table(&model, QStringLiteral("words"), QStringLiteral("Words"));
        auto* rows = accessOf(&table)->tableInterface();
        auto* cell = rows->cellAt(1, 0);
        const QAccessible::Id id = QAccessible::uniqueId(cell);
        model.putFirst(QStringLiteral("new"));
        QCOMPARE(cell->text(QAccessible::Name), QStringLiteral("word 1"));
        QCOMPARE(rows->cellAt(2, 0), cell);
        QCOMPARE(rows->cellAt(0, 0)->text(QAccessible::Name), QStringLiteral("new"));
        cell->actionInterface()->doAction(Action::pressAction());
        model.remove(2);
        QVERIFY(!cell->isValid());
        // Views tell this themselves where something listens; offscreen nothing does.
        QAccessibleTableModelChangeEvent told(&table, QAccessibleTableModelChangeEvent::RowsRemoved);
        rows->modelChange(&told);
        QVERIFY(QAccessible::accessibleInterface(id) == nullptr);
        // What was asked of it meanwhile is let go.
        QSignalSpy chosen(&table, &ui::DataTable::rowChosen);
        QCoreApplication::processEvents();
        QCOMPARE(chosen.size(), 0);
    }
    void aListIsPressedAndChecked() {
        QStandardItemModel model;
        for (const char* word : {"one", "two"}) model.appendRow(new QStandardItem(QString::fromLatin1(word)));
        model.item(1)->setCheckable(true);
        QListView list;
        list.setModel(&model);
        list.show();
        auto* access = accessOf(&list);
        QCOMPARE(access->role(), QAccessible::List);
        QCOMPARE(access->childCount(), 2);
        QCOMPARE(access->child(1)->role(), QAccessible::ListItem);
        QVERIFY(actionsOf(access).contains(Action::setFocusAction()));
        QSignalSpy clicked(&list, &QListView::clicked);
        access->child(0)->actionInterface()->doAction(Action::pressAction());
        QTRY_COMPARE(clicked.size(), 1);
        access->child(1)->actionInterface()->doAction(Action::toggleAction());
        QTRY_COMPARE(model.item(1)->checkState(), Qt::Checked);
        QVERIFY(access->child(1)->state().checked);
        // One row at most is selected here.
        access->child(0)->actionInterface()->doAction(Action::toggleAction());
        QTRY_VERIFY(!access->child(0)->state().selected);
        access->child(0)->actionInterface()->doAction(Action::toggleAction());
        QTRY_VERIFY(access->child(0)->state().selected);
        list.setSelectionMode(QListView::NoSelection);
        QVERIFY(!actionsOf(access->child(0)).contains(Action::toggleAction()));
        QVERIFY(!access->tableInterface()->selectRow(0));
    }
    void aRowThatGoesAsItBecomesCurrentIsNotPressed() {
        Words model(3);
        ui::DataTable table(&model, QStringLiteral("words"), QStringLiteral("Words"));
        // Once: as the row goes, another becomes current.
        connect(
            table.selectionModel(), &QItemSelectionModel::currentRowChanged, &model,
            [&model](const QModelIndex& now) { model.remove(now.row()); }, Qt::SingleShotConnection);
        QSignalSpy chosen(&table, &ui::DataTable::rowChosen);
        accessOf(&table)->tableInterface()->cellAt(2, 0)->actionInterface()->doAction(Action::pressAction());
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(chosen.size(), 0);
    }
};

QTEST_MAIN(TstAccess)
#include "tst_access.moc"
