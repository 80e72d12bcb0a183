package org.stepwise.modules.internal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwise.modules.internal.document.RentalHouse.CUSTOMER;
import static org.stepwise.modules.internal.document.RentalHouse.DAY;
import static org.stepwise.modules.internal.document.RentalHouse.DRILL;
import static org.stepwise.modules.internal.document.RentalHouse.FIRST;
import static org.stepwise.modules.internal.document.RentalHouse.refused;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.document.Document;
import org.stepwise.document.DocumentService;
import org.stepwise.document.Series;
import org.stepwise.input.field.Max;
import org.stepwise.input.field.Quantity;
import org.stepwise.input.field.Ref;
import org.stepwise.log.Handlers;
import org.stepwise.log.Recorded;
import org.stepwise.log.event.Consequence;
import org.stepwise.log.event.DocumentNumbered;
import org.stepwise.log.event.Event;
import org.stepwise.log.event.Personal;
import org.stepwise.modules.internal.rental.GivenBack;
import org.stepwise.modules.internal.rental.GoodsGivenBack;
import org.stepwise.modules.internal.rental.GoodsLent;
import org.stepwise.modules.internal.rental.NewRental;
import org.stepwise.modules.internal.rental.Rental;
import org.stepwise.modules.internal.rental.Rental.Status;
import org.stepwise.modules.internal.rental.RentalFacts;
import org.stepwise.record.Stated;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.StatementCount;

/** What the platform asks of the database for a document, and how its tables grow. */
class DocumentTablesTest {
    private static final int MANY = 150;

    @OnBothDatabases
    void aDocumentTakesFewStatementsHoweverLong(Database.Kind kind) {
        var count = new StatementCount();
        try (var house = new RentalHouse(Platform.on(kind).around(Database.class, count::around)).enable()) {
            for (int lines : new int[] {1, 40}) {
                var quantities = new String[lines];
                java.util.Arrays.fill(quantities, "5");
                var rental = new Id[1];
                assertThat(count.during(() -> rental[0] = house.lend(quantities), "rental"))
                        .as("head and lines, and the number")
                        .hasSize(3);
                assertThat(count.during(() -> house.get(rental[0]), "rental"))
                        .as("head and lines")
                        .hasSize(2);
                assertThat(count.during(() -> house.giveBack(rental[0], 1, "1"), "rental"))
                        .as("read under a lock, head and one line written")
                        .hasSize(kind == Database.Kind.DERBY ? 5 : 4);
            }
        }
    }

    @OnBothDatabases
    void whatIsTakenInLateIsWrittenInBatches(Database.Kind kind) {
        var count = new StatementCount();
        try (var house = new RentalHouse(Platform.on(kind).around(Database.class, count::around))) {
            house.inOne(() -> {
                for (int i = 1; i <= MANY; i++) {
                    var lines = List.of(
                            new NewRental.Line(DRILL, BigDecimal.TEN), new NewRental.Line(DRILL, BigDecimal.TEN));
                    house.recordElsewhere(DAY, new GoodsLent(new Id(i), CUSTOMER, null, DAY, null, lines));
                    house.recordElsewhere(DAY, new GoodsGivenBack(new Id(i), 2, BigDecimal.ONE));
                }
                return null;
            });
            var asked = count.during(house::enable, "rental.rental");
            assertThat(asked.stream().filter(sql -> !sql.startsWith("CREATE")))
                    .as("statements for %s events", 3 * MANY)
                    .hasSizeLessThan(MANY / 2);
            assertThat(house.list()).hasSize(MANY).allSatisfy(row -> assertThat(row.get("number"))
                    .isNotNull());
        }
    }

    @OnBothDatabases
    void whoComesSecondDecidesOnWhatTheFirstHasLeft(Database.Kind kind) throws Exception {
        try (var house = RentalHouse.on(kind).enable()) {
            var rental = house.lend("3");
            var first = new CountDownLatch(1);
            var people = Executors.newFixedThreadPool(2);
            try {
                var earlier = people.submit(() -> house.inOne(() -> {
                    house.rentals.giveBack(rental, 0, new GivenBack(1, new BigDecimal("2"), null));
                    first.countDown();
                    return null;
                }));
                first.await();
                var later = people.submit(
                        () -> refused("rental.rental.more-than-lent", () -> house.giveBack(rental, 1, "2")));
                earlier.get();
                later.get();
            } finally {
                people.shutdown();
            }
            assertThat(house.get(rental).now().lines().get(0).out()).isEqualByComparingTo("1");
        }
    }

    /** As {@link Rental} with more: where it is, and on each line what it is worth. */
    @Document("rental.rentals")
    public record LaterRental(
            @Series("RNT") String number,
            @Ref("masterdata.parties") Id customer,
            Status status,
            @Max(40) String place,
            boolean insured,
            List<LaterLine> lines) {}

    public record LaterLine(@Quantity BigDecimal quantity, @Quantity BigDecimal worth) {}

    @Law(20)
    @OnBothDatabases
    void theTablesGrowWithTheDescription(Database.Kind kind) {
        try (var house = RentalHouse.on(kind).enable()) {
            var rental = house.lend("3");
            house.replaceBy(LaterRental.class);
            var later = house.platform.service(DocumentService.class).of(LaterRental.class);
            assertThat(house.as(() -> later.get(rental)).now())
                    .isEqualTo(new LaterRental(
                            "RNT-000001",
                            CUSTOMER,
                            Status.OUT,
                            null,
                            false,
                            List.of(new LaterLine(new BigDecimal("3.000000"), null))));
            var moved = new LaterRental(null, CUSTOMER, Status.OUT, "attic", true, List.of());
            house.inOne(() -> {
                later.fold(FIRST, rental, before -> moved);
                return null;
            });
            var row = house.as(() -> later.get(rental));
            assertThat(row.now().place()).isEqualTo("attic");
            assertThat(row.now().number()).as("no fold takes it away").isEqualTo("RNT-000001");
            assertThat(row.now().lines()).isEmpty();
            assertThat(row.version()).isEqualTo(1);
        }
    }

    @OnBothDatabases
    void aReactionWritesDocumentsToo(Database.Kind kind) {
        try (var house = RentalHouse.on(kind).enable()) {
            var rental = house.get(house.lend("3")).now();
            var planned = new Id(5);
            house.inOne(() -> {
                house.documents().fold(FIRST, planned, before -> before == null ? rental : before);
                assertThat(house.documents().held(FIRST, planned)).isPresent();
                return null;
            });
            assertThat(house.get(planned).now().lines()).isEqualTo(rental.lines());
            house.inOne(() -> {
                house.documents().fold(FIRST, planned, before -> null);
                return null;
            });
            refused("rental.rental.unknown", () -> house.get(planned));
            assertThat(house.list()).hasSize(1);
        }
    }

    @Law(4)
    @OnBothDatabases
    void aNumberThatComesBeforeItsDocumentWaitsForIt(Database.Kind kind) {
        try (var house = RentalHouse.on(kind).enable()) {
            var facts = new Direct();
            new RentalFacts(house.platform.service(DocumentService.class)).define(facts);
            var rental = new Id(9);
            var lent = new GoodsLent(
                    rental, CUSTOMER, null, DAY, null, List.of(new NewRental.Line(DRILL, BigDecimal.ONE)));
            var transactions = house.platform.service(Transactions.class);
            transactions.run(() -> facts.deliver(new DocumentNumbered(rental, "RNT", "RNT-7")));
            transactions.run(() -> facts.deliver(new DocumentNumbered(new Id(10), "INV", "INV-7")));
            transactions.run(() -> facts.deliver(lent));
            assertThat(house.get(rental).now().number()).isEqualTo("RNT-7");
            transactions.run(() -> {
                facts.deliver(new GoodsLent(new Id(11), CUSTOMER, null, DAY, null, List.of()));
                facts.deliver(new DocumentNumbered(new Id(11), "RNT", "RNT-8"));
            });
            assertThat(house.get(new Id(11)).now().number()).isEqualTo("RNT-8");
        }
    }

    /** Delivers to a projection in any order. */
    private static final class Direct implements Handlers {
        private final Map<Class<?>, List<Applies<?>>> handlers = new HashMap<>();

        @SuppressWarnings("unchecked")
        <E extends Event> void deliver(E event) {
            for (var handler : handlers.get(event.getClass())) {
                ((Applies<E>) handler)
                        .apply(new Recorded<>(FIRST, DAY, Instant.EPOCH, new Id(1), "rest", "elsewhere", event));
            }
        }

        @Override
        public <E extends Event> Handlers apply(
                Class<E> type, Function<E, ? extends Collection<?>> keys, Applies<E> handler) {
            handlers.computeIfAbsent(type, first -> new ArrayList<>()).add(handler);
            return this;
        }

        @Override
        public <E extends Event> Handlers react(
                Class<E> type, Function<E, ? extends Collection<?>> keys, Reacts<E> handler) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T extends Record> Handlers applyTo(
                Class<T> described, Function<Stated<T>, ? extends Collection<?>> keys, Applies<Stated<T>> handler) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T extends Record> Handlers reactTo(
                Class<T> described, Function<Stated<T>, ? extends Collection<?>> keys, Reacts<Stated<T>> handler) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <C> Handlers reactToAll(
                Class<C> contract, Function<C, ? extends Collection<?>> keys, ReactsToAll<C> handler) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <E extends Consequence> Handlers reconclude(
                Class<E> type, Function<E, ? extends Collection<?>> keys, Reconcludes<E> handler) {
            throw new UnsupportedOperationException();
        }
    }

    @Document("rental.a")
    record Renamed(List<Line> rows) {}

    @Document("rental.b")
    record Nobody(@Personal String name, LocalDate on) {}

    @Document("rental.c")
    record Twice(@Series("A") String number, @Series("B") String other) {}

    record Line(@Quantity BigDecimal quantity) {}

    @OnBothDatabases
    void aDocumentThatSaysTooLittleIsRefused(Database.Kind kind) {
        assertThatThrownBy(() -> new DocumentLayout<>(Line.class)).hasMessageContaining("@Document");
        assertThatThrownBy(() -> new DocumentLayout<>(Renamed.class)).hasMessageContaining("\"lines\"");
        assertThatThrownBy(() -> new DocumentLayout<>(Nobody.class)).hasMessageContaining("AboutPerson");
        assertThatThrownBy(() -> new DocumentLayout<>(Twice.class)).hasMessageContaining("several numbers");
        assertThatThrownBy(() -> new DocumentLayout<>(Rental.class).named("status"))
                .hasMessageContaining("no reference");
    }
}
