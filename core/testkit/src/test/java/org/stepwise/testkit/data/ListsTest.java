package org.stepwise.testkit.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Lists;
import org.stepwise.data.Sql;
import org.stepwise.data.TableList;
import org.stepwise.data.TableList.Base;
import org.stepwise.data.Transactions;
import org.stepwise.error.Rejected;
import org.stepwise.security.Companies;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;
import org.stepwise.web.Column;
import org.stepwise.web.ListQuery;
import org.stepwise.web.ListQuery.Filter;
import org.stepwise.web.ListQuery.Operator;
import org.stepwise.web.ValueType;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListsTest {
    private static final Id COMPANY = new Id(1);
    private static final Id LARGE_COMPANY = new Id(3);
    private static final int PARCELS_OF_LARGE_COMPANY = 2_600;
    private static final TableList PARCELS = new TableList(
            "sample.parcel",
            "id",
            List.of(
                    Column.of("label", ValueType.TEXT, "label").sorted(),
                    Column.choice("kind", "kind", "BOX", "BAG").sorted(),
                    Column.of("weight", ValueType.QUANTITY, "weight").sorted(),
                    Column.of("price", ValueType.AMOUNT, "price").sorted(),
                    Column.of("sentDate", ValueType.DATE, "sent_date").sorted(),
                    Column.of("sentAt", ValueType.MOMENT, "sent_at").sorted(),
                    Column.of("fragile", ValueType.FLAG, "fragile"),
                    Column.of("insured", ValueType.FLAG, "insured"),
                    Column.reference("recipient", "recipient", "sample.people").sorted()));

    private static final TableList OVERVIEW = new TableList(
            "sample.parcel_overview",
            "id",
            List.of(
                    Column.choice("kind", "kind", "BOX", "BAG").sorted(),
                    Column.of("sentDate", ValueType.DATE, "sent_date").sorted(),
                    Column.of("wrapping", ValueType.TEXT, "wrapping").sorted(),
                    Column.reference("recipient", "recipient", "sample.people")));

    private static final Base PARCEL_TABLE = new Base("sample.parcel", "id", Map.of(), false);
    private static final Base BOXES_OF_TABLE = new Base("sample.parcel", "id", Map.of("kind", "BOX"), true);

    private final Map<Database.Kind, Platform> platforms = new java.util.EnumMap<>(Database.Kind.class);

    @BeforeAll
    void fill() {
        for (var kind : Database.Kind.values()) {
            var platform =
                    Platform.on(kind).with(Companies.class, new Speakers()).start();
            platforms.put(kind, platform);
            platform.service(Database.class).migrate("sample", ListsTest.class.getClassLoader());
            insert(platform);
            insertMany(platform);
        }
    }

    @AfterAll
    void end() {
        platforms.values().forEach(Platform::close);
    }

    /** Thirty parcels; every third lacks what can be lacking; one belongs to another company. */
    private static void insert(Platform platform) {
        var transactions = platform.service(Transactions.class);
        transactions.run(() -> {
            try (var connection = transactions.connection();
                    var insert = connection.prepareStatement(
                            "INSERT INTO sample.parcel (company, id, label, kind, weight, price, sent_date, sent_at,"
                                    + " fragile, insured, recipient, version) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)")) {
                for (int i = 1; i <= 31; i++) {
                    var lacking = i % 3 == 0;
                    insert.setLong(1, i == 31 ? 2 : 1);
                    insert.setLong(2, i);
                    insert.setString(3, i == 7 ? "100% Silk_Scarf!" : "Parcel " + i % 5);
                    insert.setString(4, lacking ? null : i % 2 == 0 ? "BOX" : "BAG");
                    insert.setBigDecimal(5, lacking ? null : new BigDecimal(i % 4 + ".250000"));
                    insert.setBigDecimal(6, new BigDecimal("10.5000"));
                    insert.setDate(7, lacking ? null : Date.valueOf("2026-01-" + (10 + i % 10)));
                    insert.setTimestamp(8, lacking ? null : Timestamp.valueOf("2026-01-10 10:00:00.00000" + i % 10));
                    insert.setBoolean(9, i % 2 == 0);
                    insert.setInt(10, i % 2);
                    insert.setObject(11, lacking ? null : Long.valueOf(1000 + i % 2), java.sql.Types.BIGINT);
                    insert.setLong(12, 4);
                    insert.executeUpdate();
                }
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    /** Ten parcels a day; the oldest are bags, all others are boxes; every hundredth is for somebody else. */
    private static void insertMany(Platform platform) {
        var transactions = platform.service(Transactions.class);
        transactions.run(() -> {
            try (var connection = transactions.connection();
                    var insert = connection.prepareStatement("INSERT INTO sample.parcel"
                            + " (company, id, kind, sent_date, recipient, version) VALUES (?,?,?,?,?,1)")) {
                for (int i = 1; i <= PARCELS_OF_LARGE_COMPANY; i++) {
                    insert.setLong(1, LARGE_COMPANY.value());
                    insert.setLong(2, i);
                    insert.setString(3, i <= 60 ? "BAG" : "BOX");
                    insert.setDate(4, Date.valueOf(LocalDate.of(2026, 1, 1).plusDays(i / 10)));
                    insert.setLong(5, i % 100 == 0 ? 1001 : 1000);
                    insert.addBatch();
                }
                insert.executeBatch();
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    private List<Map<String, Object>> all(Database.Kind kind, int limit, String... sort) {
        return all(kind, PARCELS, COMPANY, new ListQuery(limit, null, List.of(sort), List.of()));
    }

    /** From the first page of the query to the last. */
    private List<Map<String, Object>> all(Database.Kind kind, TableList list, Id company, ListQuery first) {
        var lists = platforms.get(kind).service(Lists.class);
        List<Map<String, Object>> rows = new ArrayList<>();
        var query = first;
        do {
            var page = lists.page(list, company, query);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(query.limit());
            rows.addAll(page.items());
            query = new ListQuery(query.limit(), page.next(), query.sort(), query.filters());
        } while (query.after() != null);
        return rows;
    }

    private long count(Database.Kind kind, String column, Operator operator, String value) {
        var query = new ListQuery(500, null, List.of(), List.of(new Filter(column, operator, value)));
        return platforms
                .get(kind)
                .service(Lists.class)
                .page(PARCELS, COMPANY, query)
                .items()
                .size();
    }

    @Law(1)
    @OnBothDatabases
    void listShowsItsCompanyOnly(Database.Kind kind) {
        assertThat(all(kind, 500)).hasSize(30);
    }

    @OnBothDatabases
    void pagesOfEverySizeMakeTheSameListInEveryOrder(Database.Kind kind) {
        for (var sort : List.of("label", "-label", "weight", "-weight", "sentDate", "-sentAt", "recipient", "-id")) {
            var whole = all(kind, 500, sort, "kind");
            assertThat(whole).hasSize(30);
            assertThat(all(kind, 1, sort, "kind")).as(sort).isEqualTo(whole);
            assertThat(all(kind, 7, sort, "kind")).as(sort).isEqualTo(whole);
            assertThat(all(kind, 10, sort, "kind")).as(sort).isEqualTo(whole);
        }
    }

    /** What is rare in a large company stands far down its order, what is common at once. */
    @OnBothDatabases
    void aFilterLeavesTheRowsOfTheWholeListThatFulfilIt(Database.Kind kind) {
        var somebodyElse = new Id(1001).toString();
        for (var sort : List.of(List.of("-sentDate"), List.of("sentDate"), List.of("-id"))) {
            var whole = all(kind, PARCELS, LARGE_COMPANY, new ListQuery(500, null, sort, List.of()));
            assertThat(whole).hasSize(PARCELS_OF_LARGE_COMPANY);
            var bags =
                    whole.stream().filter(row -> "BAG".equals(row.get("kind"))).toList();
            var boxes =
                    whole.stream().filter(row -> "BOX".equals(row.get("kind"))).toList();
            var theirBoxes = boxes.stream()
                    .filter(row -> somebodyElse.equals(row.get("recipient")))
                    .toList();
            var bag = new Filter("kind", Operator.EQ, "BAG");
            var box = new Filter("kind", Operator.EQ, "BOX");
            var theirs = new Filter("recipient", Operator.IN, somebodyElse);
            for (int limit : List.of(7, 60, 500)) {
                assertThat(all(kind, PARCELS, LARGE_COMPANY, new ListQuery(limit, null, sort, List.of(bag))))
                        .isEqualTo(bags);
                assertThat(all(kind, PARCELS, LARGE_COMPANY, new ListQuery(limit, null, sort, List.of(box))))
                        .isEqualTo(boxes);
                assertThat(all(kind, PARCELS, LARGE_COMPANY, new ListQuery(limit, null, sort, List.of(theirs, box))))
                        .isEqualTo(theirBoxes);
            }
        }
    }

    /** Whatever is looked up in the table behind it. */
    @OnBothDatabases
    void aViewIsTheSameListWithTheTableBehindItAndWithout(Database.Kind kind) {
        var boxes = new TableList("sample.box_overview", "id", OVERVIEW.columns());
        for (var sort : List.of("-sentDate", "-wrapping")) {
            for (var filters : List.of(
                    List.<Filter>of(),
                    List.of(new Filter("kind", Operator.EQ, "BAG")),
                    List.of(new Filter("wrapping", Operator.EQ, "SOFT")),
                    List.of(new Filter("wrapping", Operator.CONTAINS, "ar")),
                    List.of(new Filter("recipient", Operator.EQ, new Id(1001).toString())))) {
                var query = new ListQuery(400, null, List.of(sort), filters);
                assertThat(all(kind, OVERVIEW.over(PARCEL_TABLE), LARGE_COMPANY, query))
                        .isEqualTo(all(kind, OVERVIEW, LARGE_COMPANY, query));
                assertThat(all(kind, boxes.over(BOXES_OF_TABLE), LARGE_COMPANY, query))
                        .isEqualTo(all(kind, boxes, LARGE_COMPANY, query));
            }
        }
    }

    @OnBothDatabases
    void absentValuesSortAsTheGreatest(Database.Kind kind) {
        assertThat(all(kind, 7, "weight").get(29).get("weight")).isNull();
        assertThat(all(kind, 7, "-weight").get(0).get("weight")).isNull();
    }

    @OnBothDatabases
    void lastFullPageHasNoNext(Database.Kind kind) {
        var lists = platforms.get(kind).service(Lists.class);
        assertThat(lists.page(PARCELS, COMPANY, ListQuery.first(30)).next()).isNull();
        assertThat(lists.page(PARCELS, COMPANY, ListQuery.first(29)).next()).isNotNull();
    }

    @OnBothDatabases
    void valuesAreTextsAsTheirTypesSay(Database.Kind kind) {
        assertThat(all(kind, 500, "id").get(0))
                .containsEntry("id", new Id(1).toString())
                .containsEntry("version", 4L)
                .containsEntry("label", "Parcel 1")
                .containsEntry("kind", "BAG")
                .containsEntry("weight", "1.25")
                .containsEntry("price", "10.5")
                .containsEntry("sentDate", "2026-01-11")
                .containsEntry("sentAt", "2026-01-10T10:00:00.000001Z")
                .containsEntry("fragile", false)
                .containsEntry("insured", true)
                .containsEntry("recipient", new Id(1001).toString());
        assertThat(all(kind, 500, "id").get(2)).containsEntry("kind", null).containsEntry("weight", null);
    }

    @OnBothDatabases
    void filtersCompareByTheColumnsType(Database.Kind kind) {
        assertThat(count(kind, "label", Operator.EQ, "Parcel 1")).isEqualTo(6);
        assertThat(count(kind, "label", Operator.NE, "Parcel 1")).isEqualTo(24);
        assertThat(count(kind, "kind", Operator.EQ, "BOX")).isEqualTo(10);
        assertThat(count(kind, "kind", Operator.NE, "BOX")).isEqualTo(20);
        assertThat(count(kind, "kind", Operator.IN, "BOX,BAG")).isEqualTo(20);
        assertThat(count(kind, "kind", Operator.EQ, "")).isEqualTo(10);
        assertThat(count(kind, "kind", Operator.NE, "")).isEqualTo(20);
        assertThat(count(kind, "weight", Operator.LE, "1.25")).isEqualTo(11);
        assertThat(count(kind, "weight", Operator.LT, "1.25")).isEqualTo(5);
        assertThat(count(kind, "price", Operator.EQ, "10.50")).isEqualTo(30);
        assertThat(count(kind, "sentDate", Operator.GT, "2026-01-18")).isEqualTo(2);
        assertThat(count(kind, "sentAt", Operator.GE, "2026-01-10T10:00:00.000009Z"))
                .isEqualTo(2);
        assertThat(count(kind, "fragile", Operator.EQ, "true")).isEqualTo(15);
        assertThat(count(kind, "insured", Operator.EQ, "true")).isEqualTo(15);
        assertThat(count(kind, "recipient", Operator.EQ, new Id(1001).toString()))
                .isEqualTo(10);
        assertThat(count(kind, "id", Operator.IN, new Id(3) + "," + new Id(31))).isEqualTo(1);
    }

    @OnBothDatabases
    void containsTakesItsSignsLiterallyAndIgnoresCase(Database.Kind kind) {
        assertThat(count(kind, "label", Operator.CONTAINS, "PARCEL")).isEqualTo(29);
        assertThat(count(kind, "label", Operator.CONTAINS, "0% silk_s")).isEqualTo(1);
        assertThat(count(kind, "label", Operator.CONTAINS, "f!")).isEqualTo(1);
        assertThat(count(kind, "label", Operator.CONTAINS, "%")).isEqualTo(1);
        assertThat(count(kind, "label", Operator.CONTAINS, "' OR 1 = 1 --")).isZero();
    }

    @OnBothDatabases
    void whatTheListDoesNotKnowIsRejectedWithItsField(Database.Kind kind) {
        assertRejected(
                kind, "erp.list.unknown-column", "colour", ListQuery.first(10).where("colour", "red"));
        assertRejected(
                kind, "erp.list.unknown-column", "colour", new ListQuery(10, null, List.of("colour"), List.of()));
        assertRejected(
                kind, "erp.list.not-sortable", "fragile", new ListQuery(10, null, List.of("fragile"), List.of()));
        assertRejected(kind, "erp.list.bad-value", "weight", ListQuery.first(10).where("weight", "heavy"));
        assertRejected(kind, "erp.list.bad-value", "kind", ListQuery.first(10).where("kind", "CRATE"));
        assertRejected(
                kind, "erp.list.bad-value", "recipient", ListQuery.first(10).where("recipient", "me"));
        assertRejected(
                kind,
                "erp.list.operator-unfit",
                "weight",
                new ListQuery(10, null, List.of(), List.of(new Filter("weight", Operator.CONTAINS, "1"))));
        assertRejected(kind, "erp.list.limit", "limit", ListQuery.first(0));
        assertRejected(kind, "erp.list.limit", "limit", ListQuery.first(501));
        assertRejected(kind, "erp.list.after-unusable", "after", new ListQuery(10, "x!", List.of(), List.of()));
        assertRejected(kind, "erp.list.after-unusable", "after", new ListQuery(10, "abcd", List.of(), List.of()));
        var next = platforms
                .get(kind)
                .service(Lists.class)
                .page(PARCELS, COMPANY, ListQuery.first(10))
                .next();
        assertRejected(kind, "erp.list.after-unusable", "after", new ListQuery(10, next, List.of("label"), List.of()));
    }

    /** Derby would sort all rows for the first page, however many there are. */
    @Test
    void aPageInTheOrderOfAnIndexIsNotSortedOnDerby() {
        var platform = platforms.get(Database.Kind.DERBY);
        var newest = new ListQuery(10, null, List.of("-sentDate"), List.of());
        var boxes = newest.where("kind", "BOX");
        var theirs = newest.where("recipient", new Id(1001).toString());
        assertThat(plan(platform, ListQuery.first(10))).doesNotContain("Sort ResultSet");
        assertThat(plan(platform, newest)).doesNotContain("Sort ResultSet").contains("index PARCEL_BY_NEWEST");
        assertThat(plan(platform, boxes))
                .as("boxes are many: they are met on the way")
                .contains("index PARCEL_BY_NEWEST")
                .contains("Rows input = 2000");
        assertThat(plan(platform, newest.where("kind", "BAG")))
                .as("bags are not met soon, and no index leaves few rows")
                .doesNotContain("optimizer overrides");
        assertThat(plan(platform, theirs)).doesNotContain("Sort ResultSet").contains("index PARCEL_BY_RECIPIENT");
        assertThat(plan(platform, theirs.where("kind", "BAG")))
                .as("they have few, whatever these are")
                .contains("index PARCEL_BY_RECIPIENT");
        assertThat(plan(platform, OVERVIEW, newest)).as("all of the view").contains("Sort ResultSet");
        assertThat(plan(platform, OVERVIEW.over(Base.of("sample.parcel", "id")), newest))
                .as("row by row")
                .doesNotContain("Sort ResultSet");
        platform.service(Transactions.class)
                .run(() -> platform.service(Sql.class).write("DROP INDEX sample.parcel_by_newest"));
        assertThat(plan(platform, newest)).as("the index has gone").contains("Sort ResultSet");
    }

    private static String plan(Platform platform, ListQuery query) {
        return plan(platform, PARCELS, query);
    }

    private static String plan(Platform platform, TableList list, ListQuery query) {
        var sql = platform.service(Sql.class);
        return platform.service(Transactions.class).call(() -> {
            sql.write("CALL SYSCS_UTIL.SYSCS_SET_RUNTIMESTATISTICS(1)");
            platform.service(Lists.class).page(list, LARGE_COMPANY, query);
            return sql.first(row -> row.getString(1), "VALUES SYSCS_UTIL.SYSCS_GET_RUNTIMESTATISTICS()")
                    .orElseThrow();
        });
    }

    private void assertRejected(Database.Kind kind, String code, String field, ListQuery query) {
        var lists = platforms.get(kind).service(Lists.class);
        assertThatThrownBy(() -> lists.page(PARCELS, COMPANY, query))
                .isInstanceOfSatisfying(Rejected.class, rejected -> {
                    assertThat(rejected.code()).isEqualTo(code);
                    assertThat(rejected.fields()).containsOnlyKeys(field);
                });
    }
}
