package org.stepwise.testkit.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Lists;
import org.stepwise.data.Sql;
import org.stepwise.data.TableList;
import org.stepwise.data.Transactions;
import org.stepwise.security.Companies;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.Store;
import org.stepwise.text.Collation;
import org.stepwise.text.Named;
import org.stepwise.web.Column;
import org.stepwise.web.ListQuery;
import org.stepwise.web.ListQuery.Filter;
import org.stepwise.web.ListQuery.Operator;
import org.stepwise.web.ValueType;

/** Lists are sorted and searched as readers of the company's language do it, alike on both databases. */
class TextsByLanguageTest {
    private static final Id COMPANY = new Id(1);
    private static final int MANY = 1_000;
    private static final Named NAME = Named.byLanguage("post.person", "id", "name");
    private static final TableList PEOPLE = new TableList(
            "post.person",
            "id",
            List.of(
                    Column.of("code", ValueType.TEXT, "code"),
                    Column.of("name", ValueType.TEXT, "name").sorted().byLanguage()));
    private static final TableList LETTERS = new TableList(
            "post.letter",
            "id",
            List.of(
                    Column.of("sentOn", ValueType.DATE, "sent_on").sorted(),
                    Column.named("writerName", "writer", NAME)));

    /** The alphabets as they are taught; German by DIN 5007-1, as a dictionary sorts. */
    private static List<String> order(String language) {
        return switch (language) {
            case "az", "tr" -> turkic(language);
            case "ru" -> List.of("Абрамов", "дом", "Егоров", "елка", "ёлка", "Жуков", "Йод", "Щука", "Эхо", "Ямал");
            case "nl" -> List.of("aan", "café", "cafés", "IJburg", "ijs", "Ik", "Jansen", "Müller", "Zwolle");
            default ->
                List.of(
                        "Ähre", "Apfel", "Gothe", "Göthe", "Götz", "Mueller", "Muller", "Müller", "Strasse", "Straße",
                        "Strauß", "Über", "Ufer", "Zürich");
        };
    }

    private static List<String> turkic(String language) {
        var letters = language.equals("az")
                ? "a b c ç d e ə f g ğ h x ı i j k q l m n o ö p r s ş t u ü v y z"
                : "a b c ç d e f g ğ h ı i j k l m n o ö p r s ş t u ü v y z";
        return List.of(letters.split(" "));
    }

    @OnBothDatabases
    void aListIsSortedAsTheAlphabetOfItsLanguageIs(Database.Kind kind) {
        try (var post = new Post(kind)) {
            for (var language : List.of("de", "az", "nl", "ru", "tr", "en")) {
                var right = order(language);
                post.speak(language);
                post.people(shuffled(right));
                assertThat(post.names(7, "name")).as(language).isEqualTo(right);
                var reversed = new ArrayList<>(right);
                Collections.reverse(reversed);
                assertThat(post.names(7, "-name")).as(language).isEqualTo(reversed);
            }
        }
    }

    private static List<String> shuffled(List<String> names) {
        var shuffled = new ArrayList<>(names);
        Collections.shuffle(shuffled, new Random(7));
        return shuffled;
    }

    @OnBothDatabases
    void whatIsSearchedForIsFoundAsTheLanguageHasIt(Database.Kind kind) {
        try (var post = new Post(kind)) {
            post.people(List.of("İstanbul", "ısparta", "Əliyev Şəhriyar", "Müller", "Straße", "Ёлка", "50% Ösüm_!"));
            post.speak("az");
            assertThat(post.found("istanbul")).containsExactly("İstanbul");
            assertThat(post.found("İSTANBUL")).containsExactly("İstanbul");
            assertThat(post.found("ISTANBUL")).as("I is another letter than İ").isEmpty();
            assertThat(post.found("ISPARTA")).containsExactly("ısparta");
            assertThat(post.found("ƏLİYEV")).containsExactly("Əliyev Şəhriyar");
            assertThat(post.found("v şəh")).containsExactly("Əliyev Şəhriyar");
            assertThat(post.found("muller")).as("ü is a letter of its own").isEmpty();
            assertThat(post.found("MÜLLER")).containsExactly("Müller");
            post.speak("de");
            assertThat(post.found("muller")).containsExactly("Müller");
            assertThat(post.found("STRASSE")).containsExactly("Straße");
            assertThat(post.found("istanbul")).containsExactly("İstanbul");
            assertThat(post.found("50% ö")).containsExactly("50% Ösüm_!");
            assertThat(post.found("%ö")).isEmpty();
            post.speak("ru");
            assertThat(post.found("ЕЛКА")).as("ё is found by е").containsExactly("Ёлка");
        }
    }

    @OnBothDatabases
    void whoIsNamedByAnIdIsFoundByLanguageAsWell(Database.Kind kind) {
        try (var post = new Post(kind)) {
            post.speak("az");
            post.people(List.of("Əliyev", "Müller"));
            post.sql()
                    .write("INSERT INTO post.letter (company, id, sent_on, writer) SELECT 1, id, DATE('2026-03-02'), id"
                            + " FROM post.person");
            assertThat(post.writers("ƏLİYEV")).containsExactly("Əliyev");
            assertThat(post.writers("muller")).isEmpty();
            post.speak("de");
            assertThat(post.writers("muller")).containsExactly("Müller");
        }
    }

    @OnBothDatabases
    void aThousandOfTheSameNameArePagedThroughByKey(Database.Kind kind) {
        try (var post = new Post(kind)) {
            post.speak("de");
            var names = new ArrayList<>(Collections.nCopies(MANY, "Müller"));
            names.add("Muller");
            names.add("Zürich");
            post.people(names);
            var sorted = post.names(7, "name");
            assertThat(sorted).hasSize(MANY + 2).startsWith("Muller", "Müller").endsWith("Müller", "Zürich");
            assertThat(post.compared(Operator.LT, "Müller")).containsExactly("Muller");
            assertThat(post.compared(Operator.GT, "Müller")).containsExactly("Zürich");
        }
    }

    /** What was written by another language, or by an older version of the rules, is made anew when it is needed. */
    @OnBothDatabases
    void keysOfAnotherLanguageAreMadeAnewBeforeAListNeedsThem(Database.Kind kind) {
        try (var post = new Post(kind)) {
            post.speak("en");
            post.people(List.of("z", "ə", "e"));
            assertThat(post.names(10, "name")).containsExactly("e", "ə", "z");
            post.platform.service(Transactions.class).run(() -> post.keep(10, "x"));
            post.speak("az");
            assertThat(post.names(10, "name")).containsExactly("e", "ə", "x", "z");
            post.sql().write("UPDATE post.person SET name_key = NULL, name_by = 'az 1.0'");
            assertThat(post.again().names(10, "name")).containsExactly("e", "ə", "x", "z");
        }
    }

    @ParameterizedTest
    @CsvSource({"de", "az", "ru", "nl", "en", "tr"})
    void bothDatabasesCompareKeysByteByByte(String language) {
        var orders = new ArrayList<List<String>>();
        for (var kind : Database.Kind.values()) {
            try (var post = new Post(kind)) {
                post.speak(language);
                post.people(manyTexts());
                orders.add(post.names(500, "name"));
            }
        }
        assertThat(orders).allSatisfy(order -> assertThat(order).isEqualTo(orders.get(0)));
    }

    /** Of many scripts and lengths, some of them longer than a key. */
    private static List<String> manyTexts() {
        var random = new Random(11);
        var letters = "aäAÄbcçdeəğhıiİIßſæœøéèê яёЙжЩ日本 -_.,'0129αΩ".toCharArray();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            var text = new StringBuilder();
            int length = 1 + random.nextInt(i % 10 == 0 ? 190 : 12);
            for (int letter = 0; letter < length; letter++) {
                text.append(letters[random.nextInt(letters.length)]);
            }
            texts.add("x" + text + "x");
        }
        return texts;
    }

    /** A company that writes letters. */
    private static final class Post implements AutoCloseable {
        private final Store store;
        private final Speakers companies = new Speakers();
        private Platform platform;

        Post(Database.Kind kind) {
            store = Store.create(kind);
            platform = Platform.on(store).with(Companies.class, companies).start();
            platform.service(Database.class).migrate("post", TextsByLanguageTest.class.getClassLoader());
        }

        Sql sql() {
            return platform.service(Sql.class);
        }

        /** Another server on the same database: it knows nothing of what the first one has made. */
        Post again() {
            platform.close();
            platform = Platform.on(store).with(Companies.class, companies).start();
            return this;
        }

        void speak(String language) {
            companies.speak(COMPANY, language);
        }

        /** Nobody is there but these, in this order. */
        void people(List<String> names) {
            sql().write("DELETE FROM post.person");
            List<Object[]> rows = new ArrayList<>();
            names.forEach(name -> rows.add(new Object[] {COMPANY, rows.size() + 100L, "P", name}));
            platform.service(Transactions.class).run(() -> {
                sql().batch("INSERT INTO post.person (company, id, code, name) VALUES (?, ?, ?, ?)", rows);
                rows.forEach(row -> platform.service(Collation.class)
                        .keep(NAME, COMPANY, new Id((Long) row[1]), (String) row[3], () -> {}));
            });
        }

        void keep(long id, String name) {
            sql().write("INSERT INTO post.person (company, id, code, name) VALUES (1, ?, 'P', ?)", id, name);
            platform.service(Collation.class).keep(NAME, COMPANY, new Id(id), name, () -> {});
        }

        /** All of them, page by page. */
        List<String> names(int limit, String sort) {
            List<String> names = new ArrayList<>();
            var query = new ListQuery(limit, null, List.of(sort), List.of());
            do {
                var page = platform.service(Lists.class).page(PEOPLE, COMPANY, query);
                page.items().forEach(row -> names.add((String) row.get("name")));
                query = new ListQuery(limit, page.next(), query.sort(), List.of());
            } while (query.after() != null);
            return names;
        }

        List<Object> found(String part) {
            return compared(Operator.CONTAINS, part);
        }

        List<Object> compared(Operator operator, String value) {
            return texts(PEOPLE, "name", operator, value);
        }

        List<Object> writers(String part) {
            return texts(LETTERS, "writerName", Operator.CONTAINS, part);
        }

        private List<Object> texts(TableList list, String column, Operator operator, String value) {
            var query = new ListQuery(100, null, List.of(), List.of(new Filter(column, operator, value)));
            return platform.service(Lists.class).page(list, COMPANY, query).items().stream()
                    .map(row -> row.get(column))
                    .toList();
        }

        @Override
        public void close() {
            platform.close();
            store.close();
        }
    }
}
