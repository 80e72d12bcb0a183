package org.stepwise.testkit.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Lists;
import org.stepwise.data.Sql;
import org.stepwise.data.TableList;
import org.stepwise.data.TableList.Base;
import org.stepwise.security.Companies;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;
import org.stepwise.text.Named;
import org.stepwise.web.Column;
import org.stepwise.web.ListQuery;
import org.stepwise.web.ListQuery.Filter;
import org.stepwise.web.ListQuery.Operator;
import org.stepwise.web.ValueType;

/** Letters name their writers by id; what these are called is looked up for the page, and searched for before it. */
class NamedColumnsTest {
    private static final Id COMPANY = new Id(1);
    private static final Id OTHER = new Id(2);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final int MANY = 600;
    private static final Named NAME = Named.plain("post.person", "id", "name");
    private static final Named CODE = Named.plain("post.person", "id", "code");
    private static final TableList LETTERS = new TableList(
            "post.letter",
            "id",
            List.of(
                    Column.of("sentOn", ValueType.DATE, "sent_on").sorted(),
                    Column.named("writerName", "writer", NAME),
                    Column.named("writerCode", "writer", CODE)));
    private static final TableList OVERVIEW = new TableList(
                    "post.letter_overview",
                    "id",
                    List.of(
                            Column.of("sentOn", ValueType.DATE, "sent_on").sorted(),
                            Column.of("way", ValueType.TEXT, "way"),
                            Column.reference("writer", "writer", "post.people"),
                            Column.named("writerName", "writer", NAME)))
            .over(Base.of("post.letter", "id"));

    @OnBothDatabases
    void namesAreShownAsTheyAreNowAndSearchedFor(Database.Kind kind) {
        try (var platform = post(kind)) {
            assertThat(names(platform, LETTERS)).containsExactly("Ada", "Bob", "Ada", null, null);
            assertThat(names(platform, OVERVIEW)).containsExactly("Ada", "Bob", "Ada", null, null);
            assertThat(rows(platform, LETTERS, null).get(0))
                    .as("what leads to the name alone is not shown")
                    .containsOnlyKeys("id", "sentOn", "writerName", "writerCode")
                    .containsEntry("writerCode", "P1");
            for (var list : List.of(LETTERS, OVERVIEW)) {
                assertThat(found(platform, list, Operator.CONTAINS, "AD")).containsExactly(1L, 3L);
                assertThat(found(platform, list, Operator.EQ, "Bob")).containsExactly(2L);
                assertThat(found(platform, list, Operator.IN, "Ada,Bob")).containsExactly(1L, 2L, 3L);
                assertThat(found(platform, list, Operator.NE, "Ada")).containsExactly(2L, 4L, 5L);
                assertThat(found(platform, list, Operator.EQ, "")).containsExactly(4L, 5L);
                assertThat(found(platform, list, Operator.NE, "")).containsExactly(1L, 2L, 3L);
                assertThat(found(platform, list, Operator.EQ, "Nobody")).isEmpty();
                assertThat(found(platform, list, Operator.CONTAINS, "")).hasSize(5);
            }
            platform.service(Sql.class).write("UPDATE post.person SET name = 'Ann' WHERE company = 1 AND id = 1");
            assertThat(names(platform, LETTERS)).containsExactly("Ann", "Bob", "Ann", null, null);
        }
    }

    @OnBothDatabases
    void aNameThatManyHaveIsFoundAsWell(Database.Kind kind) {
        try (var platform = post(kind)) {
            List<Object[]> people = new ArrayList<>();
            List<Object[]> letters = new ArrayList<>();
            for (long id = 100; id < 100 + MANY; id++) {
                people.add(new Object[] {COMPANY, id, "M" + id, "Many " + id});
                letters.add(new Object[] {COMPANY, id, Date.valueOf(DAY), id});
            }
            insert(platform, people, letters);
            for (var list : List.of(LETTERS, OVERVIEW)) {
                assertThat(found(platform, list, Operator.CONTAINS, "many")).hasSize(500);
                assertThat(found(platform, list, Operator.CONTAINS, "many 699")).containsExactly(699L);
            }
        }
    }

    /** Three letters of two people, one of somebody erased, and one of nobody. */
    private static Platform post(Database.Kind kind) {
        var platform = Platform.on(kind).with(Companies.class, new Speakers()).start();
        platform.service(Database.class).migrate("post", NamedColumnsTest.class.getClassLoader());
        insert(
                platform,
                List.of(
                        new Object[] {COMPANY, 1L, "P1", "Ada"},
                        new Object[] {COMPANY, 2L, "P2", "Bob"},
                        new Object[] {COMPANY, 3L, "P3", null},
                        new Object[] {OTHER, 1L, "Q1", "Ada of another company"}),
                List.of(
                        new Object[] {COMPANY, 1L, Date.valueOf(DAY), 1L},
                        new Object[] {COMPANY, 2L, Date.valueOf(DAY), 2L},
                        new Object[] {COMPANY, 3L, Date.valueOf(DAY), 1L},
                        new Object[] {COMPANY, 4L, Date.valueOf(DAY), 3L}));
        platform.service(Sql.class)
                .write("INSERT INTO post.letter (company, id, sent_on) VALUES (1, 5, ?)", Date.valueOf(DAY));
        return platform;
    }

    private static void insert(Platform platform, List<Object[]> people, List<Object[]> letters) {
        var sql = platform.service(Sql.class);
        people.forEach(person -> {
            if (person[3] == null) {
                sql.write(
                        "INSERT INTO post.person (company, id, code) VALUES (?, ?, ?)",
                        person[0],
                        person[1],
                        person[2]);
            } else {
                sql.write("INSERT INTO post.person (company, id, code, name) VALUES (?, ?, ?, ?)", person);
            }
        });
        sql.batch("INSERT INTO post.letter (company, id, sent_on, writer) VALUES (?, ?, ?, ?)", letters);
    }

    private static List<Map<String, Object>> rows(Platform platform, TableList list, Filter filter) {
        var query = new ListQuery(500, null, List.of("sentOn"), filter == null ? List.of() : List.of(filter));
        return platform.service(Lists.class).page(list, COMPANY, query).items();
    }

    private static List<Object> names(Platform platform, TableList list) {
        return rows(platform, list, null).stream()
                .map(row -> row.get("writerName"))
                .toList();
    }

    private static List<Long> found(Platform platform, TableList list, Operator operator, String value) {
        return rows(platform, list, new Filter("writerName", operator, value)).stream()
                .map(row -> Id.parse(row.get("id").toString()).value())
                .toList();
    }
}
