package org.stepwise.content.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.stepwise.content.Contents;
import org.stepwise.content.Contents.Stored;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
import org.stepwise.error.Refusal;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;
import org.stepwise.security.PersonalKeys;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;

/** Contents are kept once, whole, and only while something names them. */
class ContentStoreTest {
    private static final Id ANNA = new Id(70);
    private static final long LARGEST = 2_000_000;
    private static final String HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    @OnBothDatabases
    void aContentOfManyPiecesComesBackAsItWasAndIsKeptOnce(Database.Kind kind) {
        try (var shelf = new Shelf(kind)) {
            var large = shelf.random(1_700_001);
            var stored = shelf.keep(large, null);
            assertThat(stored.bytes()).isEqualTo(large.length);
            assertThat(stored.beginning()).isEqualTo(Arrays.copyOf(large, 64 * 1024));
            assertThat(shelf.read(stored.address())).isEqualTo(large);
            var pieces = shelf.count("content.piece");
            assertThat(shelf.keep(large, null).address()).isEqualTo(stored.address());
            assertThat(shelf.count("content.piece")).isEqualTo(pieces).isEqualTo(54);
            assertThat(shelf.keep("hello".getBytes(StandardCharsets.UTF_8), null)
                            .address())
                    .isEqualTo(HELLO);
        }
    }

    @OnBothDatabases
    void noCompanySeesTheContentOfAnother(Database.Kind kind) {
        try (var shelf = new Shelf(kind)) {
            var mine = shelf.keep("hello".getBytes(StandardCharsets.UTF_8), null);
            shelf.company = new Id(8);
            refused("erp.content.unknown", () -> shelf.read(mine.address()));
            refused("erp.content.gone", () -> shelf.keep(mine.address()));
        }
    }

    @OnBothDatabases
    void whatWasDamagedIsRefusedAndMendedByWhoBringsItAgain(Database.Kind kind) {
        try (var shelf = new Shelf(kind)) {
            var large = shelf.random(100_000);
            for (var person : new Id[] {null, ANNA}) {
                var stored = shelf.keep(large, person);
                assertThat(shelf.damaged()).isEmpty();
                shelf.damage("UPDATE content.piece SET place = 9 WHERE place = 2", stored);
                refused("erp.content.damaged", () -> shelf.read(stored.address()));
                assertThat(shelf.damaged()).containsExactly(stored.address());
                shelf.keep(large, person);
                assertThat(shelf.read(stored.address())).isEqualTo(large);
                shelf.damage("DELETE FROM content.piece WHERE place = 3", stored);
                refused("erp.content.damaged", () -> shelf.read(stored.address()));
                shelf.keep(large, person);
            }
        }
    }

    @Law(17)
    @OnBothDatabases
    void thatOfAPersonIsSealedAndGoesWithThePerson(Database.Kind kind) {
        try (var shelf = new Shelf(kind)) {
            var hello = "hello".getBytes(StandardCharsets.UTF_8);
            var stored = shelf.keep(hello, ANNA);
            var shared = shelf.keep(hello, null);
            assertThat(stored.address()).isNotEqualTo(HELLO);
            assertThat(shared.address()).isEqualTo(HELLO);
            assertThat(shelf.keep(hello, ANNA).address()).isEqualTo(stored.address());
            var kept = shelf.sql().list(row -> row.getBytes(1), "SELECT body FROM content.piece");
            assertThat(kept).hasSize(2);
            assertThat(kept.stream().filter(body -> Arrays.equals(body, hello))).hasSize(1);
            assertThat(shelf.read(stored.address())).isEqualTo(hello);
            shelf.platform.service(PersonalKeys.class).destroy(shelf.company, ANNA);
            refused("erp.content.unknown", () -> shelf.read(stored.address()));
            refused("erp.person.erased", () -> shelf.keep(hello, ANNA));
            assertThat(shelf.count("content.piece")).isEqualTo(1);
            assertThat(shelf.read(shared.address())).isEqualTo(hello);
        }
    }

    @OnBothDatabases
    void whatNobodyKeepsIsSweptAwayAndWhatIsKeptStays(Database.Kind kind) {
        try (var shelf = new Shelf(kind)) {
            var kept = shelf.keep(shelf.random(40_000), null);
            var left = shelf.store(shelf.random(50_000), null);
            shelf.begunAndKilled();
            shelf.platform.clock().move(Duration.ofHours(1));
            shelf.platform.service(Sweeper.class).sweep();
            assertThat(shelf.count("content.piece")).isEqualTo(5);
            shelf.platform.clock().move(Duration.ofHours(2));
            shelf.platform.service(Sweeper.class).sweep();
            assertThat(shelf.count("content.piece")).isEqualTo(2);
            assertThat(shelf.count("content.upload")).isZero();
            refused("erp.content.gone", () -> shelf.keep(left.address()));
            assertThat(shelf.read(kept.address())).hasSize(40_000);
        }
    }

    @OnBothDatabases
    void whatIsTooBigOrEmptyOrBreaksOffLeavesNothing(Database.Kind kind) {
        try (var shelf = new Shelf(kind)) {
            refused("erp.content.too-big", () -> shelf.store(new byte[(int) LARGEST + 1], null));
            refused("erp.content.empty", () -> shelf.store(new byte[0], null));
            assertThatThrownBy(() -> shelf.store(new BreaksOff(), null)).isInstanceOf(UncheckedIOException.class);
            assertThat(shelf.count("content.piece")).isZero();
            assertThat(shelf.count("content.upload")).isZero();
        }
    }

    private static void refused(String code, Supplier<?> work) {
        assertThatThrownBy(work::get).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    /** A connection that is lost after a while. */
    private static final class BreaksOff extends InputStream {
        private int left = 1_000_000;

        @Override
        public int read() throws IOException {
            if (left-- <= 0) {
                throw new IOException("broken pipe");
            }
            return 1;
        }
    }

    /** A platform with one caller. */
    private static final class Shelf implements AutoCloseable {
        private final Platform platform;
        private final Random random = new Random(7);
        private Id company = new Id(7);

        Shelf(Database.Kind kind) {
            platform = Platform.on(kind).start();
        }

        private <T> T as(Supplier<T> work) {
            var caller = new Caller(new Id(1), "Ada", company, "rest", ZoneOffset.UTC, Locale.ENGLISH, Set.of("*"));
            return platform.service(Callers.class).as(caller, work);
        }

        Contents contents() {
            return platform.service(Contents.class);
        }

        Sql sql() {
            return platform.service(Sql.class);
        }

        byte[] random(int size) {
            var bytes = new byte[size];
            random.nextBytes(bytes);
            return bytes;
        }

        Stored store(byte[] content, Id person) {
            return store(new ByteArrayInputStream(content), person);
        }

        Stored store(InputStream content, Id person) {
            return as(() -> {
                try {
                    return contents().store(content, LARGEST, person);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        }

        Stored keep(byte[] content, Id person) {
            var stored = store(content, person);
            keep(stored.address());
            return stored;
        }

        String keep(String address) {
            as(() -> {
                platform.service(Transactions.class).run(() -> contents().keep(address));
                return null;
            });
            return address;
        }

        byte[] read(String address) {
            return as(() -> {
                var out = new ByteArrayOutputStream();
                try {
                    contents().open(address).to(out);
                } catch (IOException impossible) {
                    throw new UncheckedIOException(impossible);
                }
                return out.toByteArray();
            });
        }

        List<String> damaged() {
            return as(() -> contents().damaged());
        }

        void damage(String statement, Stored content) {
            var upload = "(SELECT upload FROM content.content WHERE address = ?)";
            sql().write(statement + " AND upload = " + upload, content.address());
        }

        /** As if the server had been killed while a content came in. */
        void begunAndKilled() {
            var upload = new ContentTables.Upload(company, new Id(99));
            var tables = platform.service(ContentTables.class);
            tables.begin(upload, platform.clock().instant());
            tables.add(upload, 0, List.of(new byte[3]));
        }

        long count(String table) {
            return sql().first(row -> row.getLong(1), "SELECT COUNT(*) FROM " + table)
                    .orElseThrow();
        }

        @Override
        public void close() {
            platform.close();
        }
    }
}
