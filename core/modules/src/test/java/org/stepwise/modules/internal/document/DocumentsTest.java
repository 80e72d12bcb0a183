package org.stepwise.modules.internal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwise.modules.internal.document.RentalHouse.CUSTOMER;
import static org.stepwise.modules.internal.document.RentalHouse.DAY;
import static org.stepwise.modules.internal.document.RentalHouse.DRILL;
import static org.stepwise.modules.internal.document.RentalHouse.FIRST;
import static org.stepwise.modules.internal.document.RentalHouse.SECOND;
import static org.stepwise.modules.internal.document.RentalHouse.refused;
import static org.stepwise.testkit.Eventually.eventually;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.input.Reasoned;
import org.stepwise.log.Deliveries;
import org.stepwise.modules.internal.record.RecordCatalogue;
import org.stepwise.modules.internal.rental.GivenBack;
import org.stepwise.modules.internal.rental.GoodsGivenBack;
import org.stepwise.modules.internal.rental.GoodsLent;
import org.stepwise.modules.internal.rental.NewRental;
import org.stepwise.modules.internal.rental.Prolonged;
import org.stepwise.modules.internal.rental.Rental.Status;
import org.stepwise.modules.internal.rental.RentalEnded;
import org.stepwise.security.PersonalKeys;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.web.Column;
import org.stepwise.web.ListQuery;

/** One Java record is tables, list, view and chain of a document, and its facts are folded into it. */
class DocumentsTest {

    @OnBothDatabases
    void goodsAreLentComeBackAndARentalEnds(Database.Kind kind) {
        try (var house = RentalHouse.on(kind).enable()) {
            var rental = house.lend("3", "2");
            house.giveBack(rental, 1, "2.5");
            refused("rental.rental.more-than-lent", () -> house.giveBack(rental, 1, "0.6"));
            var row = house.get(rental);
            assertThat(row.version()).isEqualTo(1);
            assertThat(row.now().number()).isEqualTo("RNT-000001");
            assertThat(row.now().lines().get(0).back()).isEqualByComparingTo("2.5");
            assertThat(row.now().lines().get(1).back()).isEqualByComparingTo("0");
            refused("rental.rental.came-back", () -> house.run(() -> house.rentals.cancel(rental, 1, why(null))));
            refused("rental.rental.changed-meanwhile", () -> house.run(() -> house.rentals.end(rental, 0, why("no"))));
            house.run(() -> house.rentals.end(rental, 1, why("lost")));
            refused("rental.rental.over", () -> house.giveBack(rental, 2, "1"));
            assertThat(house.get(rental).now().status()).isEqualTo(Status.ENDED);
            assertThat(house.get(rental).now().reason()).isEqualTo("lost");
            refused("rental.rental.unknown", () -> house.get(new Id(1)));
            refused("rental.rental.unknown", () -> house.giveBack(new Id(1), 1, "1"));
            refused("rental.input.invalid", () -> house.giveBack(rental, 0, "-1"));
        }
    }

    private static Reasoned why(String reason) {
        return new Reasoned(reason, null);
    }

    @OnBothDatabases
    void listAndViewComeFromTheComponents(Database.Kind kind) {
        try (var house = RentalHouse.on(kind).enable()) {
            var description = house.register().description();
            assertThat(description.columns())
                    .extracting(column -> column.name() + " " + column.type() + " " + column.sort())
                    .containsExactly(
                            "number TEXT true",
                            "customer REFERENCE false",
                            "contact TEXT false",
                            "status CHOICE false",
                            "lentOn DATE true",
                            "until DATE true",
                            "prolongs REFERENCE false",
                            "prolongedBy REFERENCE false",
                            "reason TEXT false");
            assertThat(description.columns().get(6).link()).isEqualTo(Column.Link.ORIGIN);
            assertThat(description.columns().get(7).link()).isEqualTo(Column.Link.OUTCOME);
            assertThat(description.lines().columns())
                    .extracting(Column::name)
                    .containsExactly("product", "quantity", "back");
            assertThat(description.verbs()).extracting(verb -> verb.name()).contains("give-back", "cancel");
        }
    }

    @OnBothDatabases
    void documentsAreListedSortedAndShown(Database.Kind kind) {
        try (var house = RentalHouse.on(kind).enable()) {
            var first = house.lend("1");
            var second = house.lend("1", "2");
            house.run(() -> house.rentals.cancel(first, -1, why(null)));
            assertThat(house.list(new ListQuery(9, null, List.of("-number"), List.of())))
                    .extracting(row -> row.get("id").toString())
                    .containsExactly(second.toString(), first.toString());
            assertThat(house.list(ListQuery.first(9).where("status", "CANCELLED")))
                    .singleElement()
                    .satisfies(row -> assertThat(row)
                            .containsEntry("number", "RNT-000001")
                            .containsEntry("reason", null));
            var view = (Map<?, ?>) house.as(
                    "rental.rental.read", () -> house.register().find(second).view());
            assertThat(view.get("number")).isEqualTo("RNT-000002");
            assertThat((List<?>) view.get("lines")).hasSize(2).element(1).satisfies(line -> assertThat((Map<?, ?>) line)
                    .extracting("line", "product")
                    .containsExactly(2, DRILL));
            refused(
                    "erp.permission.missing",
                    () -> house.as("rental.rental.end", () -> house.register().find(second)));
        }
    }

    @OnBothDatabases
    void verbsOfTheRegisterAreTheDecisions(Database.Kind kind) {
        try (var house = RentalHouse.on(kind).enable()) {
            var register = house.register();
            var line = new Entered(Map.of("product", DRILL, "quantity", "10"), List.of());
            var wanted =
                    new Entered(Map.of("customer", CUSTOMER, "until", "2026-03-05", "on", "2026-03-02"), List.of(line));
            var rental = house.as(() -> register.create(wanted));
            var back = new Entered(Map.of("line", "1", "quantity", "4"), List.of());
            house.run(() -> register.act(rental, "give-back", 0, back));
            refused(
                    "rental.rental.changed-meanwhile",
                    () -> house.run(() -> register.act(rental, "give-back", 0, back)));
            var why = new Entered(Map.of("reason", "lost"), List.of());
            refused(
                    "erp.permission.missing",
                    () -> house.as("rental.rental.lend", () -> {
                        register.act(rental, "end", 1, why);
                        return null;
                    }));
            house.run(() -> register.act(rental, "end", -1, why));
            assertThat(house.get(rental).now().status()).isEqualTo(Status.ENDED);
            assertThat(house.get(rental).now().lines().get(0).out()).isEqualByComparingTo("6");
        }
    }

    @OnBothDatabases
    void whatFollowsFromADocumentNamesIt(Database.Kind kind) {
        try (var house = RentalHouse.on(kind).enable()) {
            var rental = house.lend("3", "2");
            house.giveBack(rental, 2, "2");
            house.run(() -> house.rentals.prolong(rental, 1, new Prolonged(DAY.plusDays(30), null)));
            var next = house.get(rental).now().prolongedBy();
            eventually(() -> assertThat(house.get(next).now().number()).isEqualTo("RNT-000002"));
            assertThat(house.get(next).now().prolongs()).isEqualTo(rental);
            assertThat(house.get(next).now().lines()).hasSize(1);
            assertThat(house.as(() -> house.documents().naming("prolongs", List.of(rental, new Id(5)))))
                    .singleElement()
                    .isEqualTo(house.get(next));
        }
    }

    @Law(1)
    @OnBothDatabases
    void eachCompanyHasItsOwn(Database.Kind kind) {
        try (var house = RentalHouse.on(kind).enable()) {
            var rental = house.lend("3");
            house.in(SECOND).enable();
            assertThat(house.list()).isEmpty();
            refused("rental.rental.unknown", () -> house.get(rental));
            refused("rental.rental.unknown", () -> house.giveBack(rental, 1, "1"));
            assertThat(house.as(() -> house.documents().naming("customer", List.of(CUSTOMER))))
                    .isEmpty();
            house.lend("4");
            house.in(FIRST).purge();
            assertThat(house.in(SECOND).list()).hasSize(1);
        }
    }

    @Law({2, 5})
    @OnBothDatabases
    void lateIsAsAlways(Database.Kind kind) {
        try (var house = RentalHouse.on(kind)) {
            house.in(SECOND).enable();
            for (var company : List.of(FIRST, SECOND)) {
                house.in(company);
                history(house);
            }
            house.in(FIRST).enable();
            house.in(SECOND);
            // What others record is delivered a moment later.
            eventually(() -> assertThat(house.list(ListQuery.first(9).where("status", "ENDED")))
                    .singleElement()
                    .satisfies(row -> assertThat(row.get("number")).isNotNull()));
            eventually(() -> assertThat(house.list())
                    .allSatisfy(row -> assertThat(row.get("number")).isNotNull()));
            var always = house.shown();
            assertThat(always).hasSize(3);
            assertThat(house.in(FIRST).shown()).isEqualTo(always);
            house.disable();
            house.enable();
            assertThat(house.shown()).isEqualTo(always);
            house.purge();
            house.enable();
            assertThat(house.shown()).isEqualTo(always);
        }
    }

    /** What happens is the same in each company, and by the same ids. */
    private static void history(RentalHouse house) {
        var lines = List.of(new NewRental.Line(DRILL, BigDecimal.TEN), new NewRental.Line(DRILL, BigDecimal.ONE));
        for (int i = 1; i <= 3; i++) {
            var prolongs = i == 3 ? new Id(2) : null;
            house.recordElsewhere(DAY, new GoodsLent(new Id(i), CUSTOMER, "A", DAY.plusDays(i), prolongs, lines));
        }
        house.recordElsewhere(DAY, new GoodsGivenBack(new Id(1), 1, new BigDecimal("2.5")));
        house.recordElsewhere(DAY, new GoodsGivenBack(new Id(3), 2, BigDecimal.ONE));
        house.recordElsewhere(DAY, new GoodsGivenBack(new Id(1), 1, BigDecimal.ONE));
        house.recordElsewhere(DAY, new RentalEnded(new Id(1), false, "over"));
    }

    @Law({2, 5})
    @OnBothDatabases
    void rebuiltDocumentsAreTheDocuments(Database.Kind kind) {
        try (var house = RentalHouse.on(kind).enable()) {
            var rental = house.lend("3", "2");
            house.giveBack(rental, 1, "1");
            house.giveBack(rental, 1, "1");
            house.run(() -> house.rentals.prolong(rental, 2, new Prolonged(DAY.plusDays(30), null)));
            house.run(() -> house.rentals.cancel(house.lend("7"), -1, why("no")));
            var before = house.shown();
            house.purge();
            house.enable();
            assertThat(house.shown()).isEqualTo(before).hasSize(3);
        }
    }

    @Law(17)
    @OnBothDatabases
    void whatIsPersonalIsSealedAndForgotten(Database.Kind kind) {
        try (var house = RentalHouse.on(kind).enable()) {
            var rental = house.lend("3");
            assertThat(house.platform.service(Deliveries.class).tail(FIRST, 9, line -> true))
                    .allSatisfy(line -> assertThat(line.json()).doesNotContain("Frost"));
            assertThat(house.get(rental).now().contact()).isEqualTo("Anne Frost");
            assertThat(house.platform.service(RecordCatalogue.class).personal("rental"))
                    .containsExactly("rental_document.contact_v");
            house.run(() -> house.platform.service(PersonalKeys.class).destroy(FIRST, CUSTOMER));
            assertThat(house.get(rental).now().contact()).isNull();
            var before = house.shown();
            house.purge();
            house.enable();
            assertThat(house.shown()).isEqualTo(before);
        }
    }

    @Law({11, 17})
    @OnBothDatabases
    void whatIsPersonalIsWithheldThoughTheBundlesAreGone(Database.Kind kind, @TempDir Path home) throws IOException {
        System.setProperty("stepwise.home", home.toString());
        try (var house = RentalHouse.on(kind).enable()) {
            house.lend("3");
            house.disable();
            house.takeAwayBundles();
            house.purgeOff();
            try (var folders = Files.list(home.resolve("exports"))) {
                var export = folders.findFirst().orElseThrow();
                assertThat(Files.readString(export.resolve("rental_document.csv")))
                        .contains("RNT-000001")
                        .doesNotContain("Frost");
                assertThat(Files.readString(export.resolve("withheld.txt"))).contains("rental_document.contact_v");
            }
        } finally {
            System.clearProperty("stepwise.home");
        }
    }

    @OnBothDatabases
    void aTransactionFindsWhatItHasChanged(Database.Kind kind) {
        try (var house = RentalHouse.on(kind).enable()) {
            var rental = house.lend("3", "2");
            house.inOne(() -> {
                house.rentals.giveBack(rental, 0, new GivenBack(1, BigDecimal.ONE, null));
                assertThat(house.documents().get(rental).version()).isEqualTo(1);
                house.rentals.giveBack(rental, 1, new GivenBack(1, BigDecimal.ONE, null));
                refused(
                        "rental.rental.more-than-lent",
                        () -> house.rentals.giveBack(rental, 2, new GivenBack(1, new BigDecimal("1.5"), null)));
                return null;
            });
            assertThat(house.get(rental).version()).isEqualTo(2);
            assertThat(house.get(rental).now().lines().get(0).back()).isEqualByComparingTo("2");
        }
    }

    @OnBothDatabases
    void whatIsWrongIsToldAtOnce(Database.Kind kind) {
        try (var house = RentalHouse.on(kind).enable()) {
            var wrong = new NewRental(null, "x".repeat(201), null, null, List.of());
            assertThat(refused("rental.input.invalid", () -> house.as(() -> house.rentals.lend(wrong)))
                            .fields())
                    .containsOnlyKeys("customer", "contact", "until", "lines");
            assertThat(house.list()).isEmpty();
        }
    }
}
