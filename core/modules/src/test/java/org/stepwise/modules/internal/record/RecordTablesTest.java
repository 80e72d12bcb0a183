package org.stepwise.modules.internal.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwise.testkit.Eventually.eventually;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import org.stepwise.data.Database;
import org.stepwise.data.Transactions;
import org.stepwise.input.Ruled;
import org.stepwise.input.field.Count;
import org.stepwise.input.field.Key;
import org.stepwise.input.field.Max;
import org.stepwise.input.field.Must;
import org.stepwise.log.Handlers;
import org.stepwise.log.Projection;
import org.stepwise.module.ModuleContext;
import org.stepwise.module.Modules.State;
import org.stepwise.record.Described;
import org.stepwise.record.RecordName;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.web.ListQuery;

/** The platform makes the tables of what is described, and they grow with it. */
class RecordTablesTest {
    private static final Reason OURS = new Reason("A", "First", null, null, 3, true, Office.DAY, null, null, null);

    @Law(20)
    @OnBothDatabases
    void aLaterVersionOfARecordGoesOnWithTheRowsAndFactsOfTheEarlier(Database.Kind kind) {
        try (var office = Office.on(kind).enable("office")) {
            var id = office.record(OURS);
            office.record(Reason.of("B", "Second"));
            office.list("reasons");

            office.replaceBy(List.of(LaterReason.class, Room.class));
            assertThat(office.list("reasons", ListQuery.first(9).where("hidden", "false")))
                    .hasSize(2);
            var later = office.records(LaterReason.class);
            assertThat(office.as(() -> later.get(id)).now().days()).isEqualTo(3);
            office.as(() -> later.record(
                    new LaterReason("longer than it was", "Third", null, null, null, false, null, null, true, "hüte")));
            assertThat(office.list("reasons", new ListQuery(9, null, List.of("note"), List.of())))
                    .hasSize(3);
            var row = office.as(() -> later.get(id));
            office.run(() -> later.change(id, row.version(), row.now()));
            assertThat(office.as(() -> later.get(id)).version())
                    .as("nothing new is stated")
                    .isEqualTo(row.version());

            office.purge("office");
            office.enable("office");
            assertThat(office.list("reasons", ListQuery.first(9).where("hidden", "false")))
                    .hasSize(2);
            assertThat(office.as(() -> later.get(id)).now())
                    .isEqualTo(new LaterReason("A", "First", null, null, 3, true, null, null, false, null));
        }
    }

    @OnBothDatabases
    void aCompanyThatComesLaterWaitsForNobodyAtWork(Database.Kind kind) throws Exception {
        try (var office = Office.on(kind).enable("office")) {
            var id = office.record(OURS);
            var begun = new CountDownLatch(1);
            var end = new CountDownLatch(1);
            var clerk = Executors.newSingleThreadExecutor();
            try {
                var work = clerk.submit(() -> office.as(
                        () -> office.platform.service(Transactions.class).call(() -> {
                            office.records(Reason.class).change(id, -1, OURS.named("Changed"));
                            begun.countDown();
                            return wait(end);
                        })));
                begun.await();
                office.in(Office.SECOND).enable("office");
                office.record(Reason.of("A", "Of the second"));
                end.countDown();
                work.get();
            } finally {
                end.countDown();
                clerk.shutdown();
            }
            assertThat(office.in(Office.FIRST).list("reasons"))
                    .extracting(row -> row.get("name"))
                    .containsExactly("Changed");
        }
    }

    private static boolean wait(CountDownLatch end) {
        try {
            end.await();
            return true;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Codes are short now, and there is a rule. */
    @Described("office.reasons")
    public record Strict(@Key @Max(1) String code, @Must @Max(5) String name, @Count Integer days) implements Ruled {
        @Override
        public void check(BiConsumer<String, String> wrong) {
            if (days != null && days > 2) {
                wrong.accept("days", "are too many");
            }
        }
    }

    @OnBothDatabases
    void aLaterRuleIsAskedOfWhatIsEnteredOnly(Database.Kind kind) {
        try (var office = Office.on(kind).enable("office")) {
            var id = office.record(new Reason("OLD", "Old one", null, null, 3, true, null, null, null, null));
            office.replaceBy(List.of(Strict.class));
            var strict = office.records(Strict.class);
            office.run(() -> strict.change(id, -1, new Strict("OLD", "New", 3)));
            assertThat(office.as(() -> strict.get(id)).now().name()).isEqualTo("New");
            Office.refused(
                    "office.input.invalid", () -> office.run(() -> strict.change(id, -1, new Strict("NEW", "New", 3))));
            Office.refused("office.input.invalid", () -> office.as(() -> strict.record(new Strict("B", "New", 3))));
        }
    }

    /** Its days are texts now. */
    @Described("office.reasons")
    public record Changed(@Key @Max(10) String code, String days) {}

    /** It is known by something else now. */
    @Described("office.reasons")
    public record Rekeyed(String code, @Key String number) {}

    @OnBothDatabases
    void whatCannotBeTheSameAnyMoreIsSaidAndNothingIsDone(Database.Kind kind) {
        try (var office = Office.on(kind).enable("office")) {
            office.record(OURS);
            assertThatThrownBy(() -> tables(office, Changed.class)).hasMessageContaining("days_v held something else");
            assertThatThrownBy(() -> tables(office, Rekeyed.class)).hasMessageContaining("number_v");
            assertThat(office.list("reasons")).hasSize(1);
        }
    }

    private static <T extends Record> void tables(Office office, Class<T> described) {
        office.platform
                .service(Database.class)
                .migrate("office", RecordTablesTest.class.getClassLoader(), new RecordLayout<>(described).tables());
    }

    /** It has no key. */
    @Described("office.vague")
    public record Vague(String name) {}

    @OnBothDatabases
    void aRecordThatSaysTooLittleIsRefused(Database.Kind kind) {
        assertThatThrownBy(() -> new RecordLayout<>(Vague.class)).hasMessageContaining("@Key");
        assertThatThrownBy(() -> RecordName.of(String.class)).hasMessageContaining("@Described");
    }

    @Law(5)
    @OnBothDatabases
    void anotherModuleThatComesLateReadsWhatWasStated(Database.Kind kind) {
        try (var office = Office.on(kind).enable("office")) {
            var id = office.record(OURS);
            office.change(id, OURS.named("Renamed"));
            var gazette = new Gazette();
            office.platform.add(Projection.class, gazette);
            office.platform.add(ModuleContext.class, new Gazette.Context());
            office.enable("gazette");
            office.record(Reason.of("B", "Second"));
            eventually(() -> assertThat(gazette.heard).containsExactly("First", "Renamed", "Second"));
            office.await("gazette", State.ON);
        }
    }

    /** Another module, which wants to know of the reasons. */
    private static final class Gazette implements Projection {
        /** A schema without tables. */
        private record Context() implements ModuleContext {
            @Override
            public String module() {
                return "gazette";
            }

            @Override
            public String schema() {
                return "gazette";
            }
        }

        private final List<String> heard = new CopyOnWriteArrayList<>();

        @Override
        public String module() {
            return "gazette";
        }

        @Override
        public String name() {
            return "gazette.news";
        }

        @Override
        public void define(Handlers on) {
            on.applyTo(
                    Reason.class,
                    fact -> List.of(fact.id()),
                    recorded -> heard.add(recorded.event().now().name()));
        }
    }
}
