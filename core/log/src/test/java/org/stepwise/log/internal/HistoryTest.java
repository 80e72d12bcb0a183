package org.stepwise.log.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.log.Handlers;
import org.stepwise.log.Projection;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;
import org.stepwise.log.history.History;
import org.stepwise.log.history.History.Asked;
import org.stepwise.log.history.History.Page;
import org.stepwise.log.history.Subject;
import org.stepwise.log.internal.history.SubjectsOfOld;
import org.stepwise.log.internal.json.EventCodec;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Store;

/** What happened to one row: told from the log, whoever wrote it and however long ago. */
class HistoryTest {
    private static final Id ROW = new Id(5_001);

    /** What is known of an article, anew each time. */
    @EventType(value = "shop.described", restates = true)
    record Described(Id article, String colour, BigDecimal weight) implements Fact {}

    /** An offer of one shop for goods of another: it is about the goods. */
    @EventType("shop.offered")
    record Offered(Id offer, @Subject Id article) implements Fact {}

    /** A tax of a day: its row has no id of its own. */
    @EventType("shop.taxed")
    record Taxed(String code, LocalDate from) implements Fact {
        @Subject
        public Id row() {
            return Id.named(code, from);
        }
    }

    /** Two subjects are none. */
    @EventType("shop.torn")
    record Torn(@Subject Id one, @Subject Id other) implements Fact {}

    @OnBothDatabases
    void theHistoryOfARowIsWhatTheLogSaysOfItTheNewestFirst(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            Taxed taxed = new Taxed("S", Shop.TODAY);
            shop.record(described("red"), new Offered(new Id(6_001), ROW), taxed);
            shop.record(new Offered(new Id(6_002), new Id(7)), described("blue"));

            assertThat(told(shop, ROW)).containsExactly("shop.described", "shop.offered", "shop.described");
            assertThat(told(shop, taxed.row())).containsExactly("shop.taxed");
            assertThat(told(shop, new Id(6_001))).isEmpty();
            assertThat(history(shop).of(ROW, newest(1)).items()).singleElement().satisfies(entry -> {
                assertThat(entry.actor()).isEqualTo(new Id(1));
                assertThat(entry.door()).isEqualTo("rest");
                assertThat(entry.on()).isEqualTo(Shop.TODAY);
                assertThat(entry.cause()).isNull();
                assertThat(entry.now().path("colour").asText()).isEqualTo("blue");
            });
        }
    }

    @OnBothDatabases
    void whatRestatesIsToldWithWhatItsRowWasBeforeOnAnEarlierPageToo(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            shop.record(described("red"), new Offered(new Id(6_001), ROW), described("blue"));
            shop.record(described("green"));

            Page first = history(shop).of(ROW, newest(1));
            assertThat(first.items().get(0).before().path("colour").asText()).isEqualTo("blue");
            Page second = history(shop).of(ROW, new Asked(first.next(), 2, each -> true));
            assertThat(second.items().get(0).before().path("colour").asText()).isEqualTo("red");
            assertThat(second.items().get(1).before())
                    .as("an offer restates nothing")
                    .isNull();
            Page last = history(shop).of(ROW, new Asked(second.next(), 2, each -> true));
            assertThat(last.items()).singleElement().satisfies(entry -> assertThat(entry.before())
                    .isNull());
            assertThat(last.next()).isNull();
        }
    }

    @OnBothDatabases
    void whatMayNotBeToldTakesNoPlaceOnAPage(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            shop.record(described("red"), new Offered(new Id(1), ROW), new Offered(new Id(2), ROW), described("blue"));
            Page page = history(shop).of(ROW, new Asked(Long.MAX_VALUE, 2, each -> each.event() == Described.class));
            assertThat(page.items()).extracting(each -> each.kind().type()).containsOnly("shop.described");
            assertThat(page.items()).hasSize(2);
            assertThat(page.next()).isNull();
        }
    }

    @Law(1)
    @OnBothDatabases
    void anotherCompanyHasAHistoryOfItsOwn(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            shop.record(described("red"));
            shop.transactions.run(() -> shop.jdbc.update("UPDATE eventlog.event SET company = 12"));
            shop.record(described("blue"));
            assertThat(history(shop).of(ROW, newest(9)).items()).hasSize(1);
        }
    }

    @Law(17)
    @OnBothDatabases
    void whatIsErasedIsMarkedAndNotTold(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            shop.record(new Registered(ROW, "Anne Frost", "Delft", List.of()));
            assertThat(history(shop)
                            .of(ROW, newest(1))
                            .items()
                            .get(0)
                            .now()
                            .path("name")
                            .asText())
                    .isEqualTo("Anne Frost");
            shop.keys.destroy(Shop.COMPANY, ROW);
            assertThat(history(shop).of(ROW, newest(1)).items()).singleElement().satisfies(entry -> {
                assertThat(entry.now().path("name").path(History.ERASED).asBoolean())
                        .isTrue();
                assertThat(entry.now().path("town").asText()).isEqualTo("Delft");
            });
        }
    }

    @OnBothDatabases
    void aLogOfAnEarlierVersionGetsItsHistoriesWhileTheServerWorks(Database.Kind kind) {
        try (Store store = Store.create(kind)) {
            Id sold;
            try (Shop shop = new Shop(store)) {
                sold = shop.sell("tea", 1).document();
                for (int i = 0; i < 250; i++) {
                    shop.record(described("shade " + i));
                }
                shop.record(new Registered(new Id(99), "Anne Frost", "Delft", List.of()));
                asOfOld(shop);
            }
            try (Shop shop = new Shop(store)) {
                assertThat(history(shop).of(sold, newest(9)).whole()).isFalse();
                fill(shop);
                assertThat(told(shop, sold)).containsExactly("shop.sold");
                assertThat(history(shop).of(sold, newest(9)).whole()).isTrue();
                assertThat(told(shop, ROW)).as("nobody knows its type yet").isEmpty();

                shop.platform.add(Projection.class, new Describing());
                fill(shop);
                assertThat(told(shop, ROW)).hasSize(250);
                assertThat(gaps(shop)).as("the people are left").isEqualTo(1);
            }
            try (Shop shop = new Shop(store)) {
                shop.platform.service(EventCodec.class).kind(Registered.class);
                fill(shop);
                assertThat(told(shop, new Id(99))).containsExactly("shop.registered");
                assertThat(gaps(shop)).isZero();
            }
        }
    }

    @OnBothDatabases
    void anEventIsAboutOneRow(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            assertThatThrownBy(() -> shop.record(new Torn(ROW, ROW))).hasMessageContaining("@Subject");
        }
    }

    /** What an upgrade finds. */
    private static void asOfOld(Shop shop) {
        shop.transactions.run(() -> {
            shop.jdbc.update("UPDATE eventlog.event SET subject = NULL");
            shop.jdbc.update("INSERT INTO eventlog.subject_gap (type, done, up_to) SELECT '*', 0, position"
                    + " FROM eventlog.event WHERE position = (SELECT MAX(position) FROM eventlog.event)");
        });
    }

    private static void fill(Shop shop) {
        SubjectsOfOld old = shop.platform.service(SubjectsOfOld.class);
        boolean more = true;
        while (more) {
            more = old.step();
        }
    }

    private static long gaps(Shop shop) {
        return shop.count("SELECT COUNT(*) FROM eventlog.subject_gap");
    }

    private static History history(Shop shop) {
        return shop.platform.service(History.class);
    }

    private static List<String> told(Shop shop, Id row) {
        return history(shop).of(row, newest(500)).items().stream()
                .map(each -> each.kind().type())
                .toList();
    }

    private static Asked newest(int limit) {
        return new Asked(Long.MAX_VALUE, limit, each -> true);
    }

    private static Described described(String colour) {
        return new Described(ROW, colour, BigDecimal.TEN);
    }

    /** A module that came later. */
    private static final class Describing implements Projection {
        @Override
        public String module() {
            return "shelf";
        }

        @Override
        public String name() {
            return "shelf.descriptions";
        }

        @Override
        public void define(Handlers handlers) {
            handlers.apply(Described.class, fact -> List.of(fact.article()), fact -> {});
        }
    }
}
