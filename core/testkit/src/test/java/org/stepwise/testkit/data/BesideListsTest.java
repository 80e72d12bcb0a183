package org.stepwise.testkit.data;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsLast;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Lists;
import org.stepwise.data.Sql;
import org.stepwise.data.TableList;
import org.stepwise.data.TableList.Base;
import org.stepwise.error.Rejected;
import org.stepwise.security.Companies;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;
import org.stepwise.web.Beside;
import org.stepwise.web.Column;
import org.stepwise.web.ListQuery;
import org.stepwise.web.ListQuery.Filter;
import org.stepwise.web.ListQuery.Operator;
import org.stepwise.web.ValueType;

/** A list is filtered and sorted by what stands beside it as if it stood in it, whichever table leads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BesideListsTest {
    private static final Id COMPANY = new Id(1);
    private static final int BOOKS = 4_600;
    private static final List<Column> COLUMNS = List.of(
            Column.of("title", ValueType.TEXT, "title").sorted(),
            Column.choice("kind", "kind", "NOVEL", "ATLAS").sorted());
    private static final TableList TABLE = new TableList("shelf.book", "id", COLUMNS);
    private static final TableList VIEW = new TableList(
                    "shelf.book_overview",
                    "id",
                    List.of(
                            COLUMNS.get(0),
                            COLUMNS.get(1),
                            Column.choice("shelf", "shelf", "FICTION", "FACTS").sorted()))
            .over(Base.of("shelf.book", "id"));
    private static final Beside LABEL = new Beside(
            "shelf.label",
            "book",
            Map.of("of_list", "books"),
            List.of(
                    Column.of("colour", ValueType.TEXT, "colour").sorted(),
                    Column.of("score", ValueType.NUMBER, "score").sorted()));
    private static final Beside LOAN = new Beside(
            "shelf.loan",
            "book",
            Map.of(),
            List.of(
                    Column.of("since", ValueType.DATE, "since").sorted(),
                    Column.of("shown", ValueType.DATE, "since").shown()));

    private final Map<Database.Kind, Platform> platforms = new EnumMap<>(Database.Kind.class);
    private final List<Book> books =
            IntStream.rangeClosed(1, BOOKS).mapToObj(Book::of).toList();

    /** Two thirds have a label, a part of these no score; one in four is on loan. */
    private record Book(long id, String title, String kind, String colour, BigDecimal score, LocalDate since) {
        static Book of(int i) {
            var labelled = i % 3 != 0;
            return new Book(
                    i,
                    "Title %05d".formatted((i * 7_919L) % 5_003),
                    i % 10 == 0 ? "ATLAS" : "NOVEL",
                    labelled ? i > BOOKS - 40 ? "rare" : i % 4 == 1 ? "blue" : "red" : null,
                    labelled && i % 5 != 0 ? BigDecimal.valueOf(i % 700) : null,
                    i % 4 == 0 ? LocalDate.of(2026, 1, 1).plusDays(i % 300) : null);
        }
    }

    @BeforeAll
    void fill() {
        for (var kind : Database.Kind.values()) {
            var platform =
                    Platform.on(kind).with(Companies.class, new Speakers()).start();
            platforms.put(kind, platform);
            platform.service(Database.class).migrate("shelf", BesideListsTest.class.getClassLoader());
            var sql = platform.service(Sql.class);
            insert(sql, "INSERT INTO shelf.book (company, id, title, kind) VALUES (?, ?, ?, ?)", book -> true, book ->
                    new Object[] {COMPANY, book.id, book.title, book.kind});
            insert(
                    sql,
                    "INSERT INTO shelf.label (company, of_list, book, colour, score) VALUES (?, ?, ?, ?, ?)",
                    book -> book.colour != null,
                    book -> new Object[] {COMPANY, "books", book.id, book.colour, book.score});
            insert(
                    sql,
                    "INSERT INTO shelf.loan (company, book, since) VALUES (?, ?, ?)",
                    book -> book.since != null,
                    book -> new Object[] {COMPANY, book.id, book.since});
            // Of another list, and of another company: not to be seen.
            sql.write("INSERT INTO shelf.label VALUES (1, 'others', 3, 'red', 5)");
            sql.write("INSERT INTO shelf.label VALUES (2, 'books', 3, 'red', 5)");
            platform.service(Database.class).measure("shelf");
        }
    }

    private void insert(Sql sql, String statement, Predicate<Book> which, Function<Book, Object[]> values) {
        sql.batch(statement, books.stream().filter(which).map(values).toList());
    }

    @AfterAll
    void end() {
        platforms.values().forEach(Platform::close);
    }

    private List<String> found(Database.Kind kind, TableList list, int limit, List<String> sort, Filter... filters) {
        var lists = platforms.get(kind).service(Lists.class);
        List<String> ids = new ArrayList<>();
        var query = new ListQuery(limit, null, sort, List.of(filters), List.of(LABEL, LOAN));
        while (true) {
            var page = lists.page(list, COMPANY, query);
            page.items().forEach(row -> ids.add(row.get("id").toString()));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            if (page.next() == null) {
                return ids;
            }
            query = query.after(page.next());
        }
    }

    private List<String> wanted(Comparator<Book> order, Predicate<Book> which) {
        return books.stream()
                .filter(which)
                .sorted(order)
                .map(book -> new Id(book.id).toString())
                .toList();
    }

    private static <T extends Comparable<T>> Comparator<Book> up(Function<Book, T> value) {
        return comparing(value, nullsLast(Comparator.naturalOrder())).thenComparing(Book::id);
    }

    /** Down, and yet with those at the end that have no value. */
    private static <T extends Comparable<T>> Comparator<Book> down(Function<Book, T> value) {
        return comparing(value, nullsLast(Comparator.reverseOrder()))
                .thenComparing(comparing(Book::id).reversed());
    }

    @OnBothDatabases
    void aListIsSortedByWhatStandsBesideItAndRowsWithoutItComeLast(Database.Kind kind) {
        for (var list : List.of(TABLE, VIEW)) {
            for (int limit : List.of(90, 500)) {
                assertThat(found(kind, list, limit, List.of("score"))).isEqualTo(wanted(up(Book::score), book -> true));
                assertThat(found(kind, list, limit, List.of("-score")))
                        .isEqualTo(wanted(down(Book::score), book -> true));
            }
            assertThat(found(kind, list, 500, List.of("since"))).isEqualTo(wanted(up(Book::since), book -> true));
            assertThat(found(kind, list, 500, List.of("colour", "title")))
                    .isEqualTo(wanted(
                            comparing(Book::colour, nullsLast(Comparator.naturalOrder()))
                                    .thenComparing(Book::title)
                                    .thenComparing(Book::id),
                            book -> true));
        }
    }

    @OnBothDatabases
    void itIsFilteredByWhatStandsBesideItWhicheverTableLeads(Database.Kind kind) {
        var red = new Filter("colour", Operator.EQ, "red");
        var rare = new Filter("colour", Operator.EQ, "rare");
        var novel = new Filter("kind", Operator.EQ, "NOVEL");
        var high = new Filter("score", Operator.GT, "650");
        var old = new Filter("since", Operator.LE, "2026-03-01");
        for (var list : List.of(TABLE, VIEW)) {
            for (int limit : List.of(90, 500)) {
                assertThat(found(kind, list, limit, List.of("title"), red))
                        .isEqualTo(wanted(up(Book::title), book -> "red".equals(book.colour)));
                assertThat(found(kind, list, limit, List.of("title"), rare, novel))
                        .isEqualTo(wanted(
                                up(Book::title), book -> "rare".equals(book.colour) && book.kind.equals("NOVEL")));
                assertThat(found(kind, list, limit, List.of("-score"), red, novel))
                        .isEqualTo(wanted(
                                down(Book::score), book -> "red".equals(book.colour) && book.kind.equals("NOVEL")));
                assertThat(found(kind, list, limit, List.of("title"), high, old))
                        .isEqualTo(wanted(
                                up(Book::title),
                                book -> book.score != null
                                        && book.score.intValue() > 650
                                        && book.since != null
                                        && !book.since.isAfter(LocalDate.of(2026, 3, 1))));
            }
        }
    }

    @OnBothDatabases
    void rowsThatHaveNoneAreThoseWithoutAValue(Database.Kind kind) {
        var none = new Filter("score", Operator.EQ, "");
        var some = new Filter("score", Operator.NE, "");
        var notRed = new Filter("colour", Operator.NE, "red");
        for (var list : List.of(TABLE, VIEW)) {
            assertThat(found(kind, list, 400, List.of("title"), none))
                    .isEqualTo(wanted(up(Book::title), book -> book.score == null));
            assertThat(found(kind, list, 400, List.of("title"), some))
                    .isEqualTo(wanted(up(Book::title), book -> book.score != null));
            assertThat(found(kind, list, 400, List.of("score"), notRed))
                    .isEqualTo(wanted(up(Book::score), book -> !"red".equals(book.colour)));
            assertThat(found(kind, list, 400, List.of("since"), none))
                    .isEqualTo(wanted(up(Book::since), book -> book.score == null));
        }
    }

    @OnBothDatabases
    void whatTheListItselfHasInAViewCanStandBesideIt(Database.Kind kind) {
        var fiction = new Filter("shelf", Operator.EQ, "FICTION");
        var red = new Filter("colour", Operator.EQ, "red");
        assertThat(found(kind, VIEW, 500, List.of("title"), fiction, red))
                .isEqualTo(wanted(up(Book::title), book -> "red".equals(book.colour) && book.kind.equals("NOVEL")));
    }

    @OnBothDatabases
    void onlyWhatMayBeNamedCanBe(Database.Kind kind) {
        var shown = new Filter("shown", Operator.EQ, "2026-01-01");
        assertThatThrownBy(() -> found(kind, TABLE, 10, List.of(), shown))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("cannot be filtered");
        assertThatThrownBy(() -> found(kind, TABLE, 10, List.of("shown")))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("cannot be sorted");
        assertThatThrownBy(() -> found(kind, TABLE, 10, List.of("height")))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("no column");
    }
}
