package org.stepwise.log.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.log.Handlers;
import org.stepwise.log.Reaction;
import org.stepwise.log.internal.json.EventCodec;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Store;

/** An event is as long as its document: recorded, read by whoever comes late, concluded from, noted and parked. */
class LongEventTest {
    private static final int LINES = 5_000;

    @Law(5)
    @OnBothDatabases
    void whoComesLateReadsAllOfIt(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            Listed listed = list(shop, LINES);
            shop.sell("nails", 3);
            Listed longest = list(shop, 20_000);
            Copies copies = new Copies();
            shop.platform.add(Reaction.class, copies);
            shop.switchOn("copies");
            assertThat(copies.read).containsExactly(listed, longest);
            EventCodec codec = shop.platform.service(EventCodec.class);
            assertThat(shop.all("copies.copied"))
                    .extracting(event -> codec.read(event, Copied.class).lines())
                    .containsExactly(listed.lines(), longest.lines());
            assertThat(parts(shop)).isGreaterThan(10);
        }
    }

    @Law(4)
    @OnBothDatabases
    void concludedAgainItHasNoEffectAndConcludedOtherwiseItIsNoted(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            list(shop, LINES);
            Copies copies = new Copies();
            shop.platform.add(Reaction.class, copies);
            shop.switchOn("copies");
            long parts = parts(shop);
            again(shop);
            assertThat(shop.count("SELECT COUNT(*) FROM eventlog.conflict")).isZero();
            assertThat(parts(shop)).isEqualTo(parts);
            copies.line = line -> "not " + line;
            again(shop);
            long withConflict = parts(shop);
            again(shop);
            assertThat(shop.count("SELECT COUNT(*) FROM eventlog.conflict")).isEqualTo(1);
            assertThat(parts(shop)).isEqualTo(withConflict).isGreaterThan(parts);
            assertThat(shop.all("copies.copied")).hasSize(1);
        }
    }

    private static void again(Shop shop) {
        shop.caughtUp("copies");
        shop.deliveries.stop(Shop.COMPANY, "copies");
        shop.deliveries.forget(Shop.COMPANY, "copies");
        shop.switchOn("copies");
    }

    private static long parts(Shop shop) {
        return shop.count("SELECT COUNT(*) FROM eventlog.event_part");
    }

    @Law(14)
    @OnBothDatabases
    void parkedItHoldsBackWhateverSharesOneOfItsThousandsOfKeys(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            Listed listed = list(shop, LINES);
            Copies copies = new Copies();
            copies.line = line -> {
                throw new IllegalStateException("no copy");
            };
            shop.platform.add(Reaction.class, copies);
            shop.switchOn("copies");
            shop.record(new Listed(new Id(2), List.of(listed.lines().get(LINES - 1))));
            shop.caughtUp("copies");
            var parked = shop.deliveries.parked(Shop.COMPANY);
            assertThat(parked).hasSize(2);
            assertThat(parked.get(0).keys()).hasSize(LINES).containsAll(listed.lines());
            copies.line = line -> line;
            shop.deliveries.retry(Shop.COMPANY, "copies.lists", parked.get(0).position());
            assertThat(shop.deliveries.parked(Shop.COMPANY)).isEmpty();
            assertThat(shop.all("copies.copied")).hasSize(2);
        }
    }

    /** Of lines that nothing can be saved of. */
    private static Listed list(Shop shop, int lines) {
        Random random = new Random(lines);
        Listed listed = new Listed(
                new Id(lines),
                Stream.generate(() -> Long.toHexString(random.nextLong()))
                        .distinct()
                        .limit(lines)
                        .toList());
        shop.record(listed);
        return listed;
    }

    /** Concludes as much as it reads. */
    private static final class Copies implements Reaction {
        private final List<Listed> read = Collections.synchronizedList(new ArrayList<>());
        private volatile UnaryOperator<String> line = one -> one;

        @Override
        public String module() {
            return "copies";
        }

        @Override
        public String name() {
            return "copies.lists";
        }

        @Override
        public void define(Handlers on) {
            on.react(Listed.class, Listed::lines, (entry, conclude) -> {
                read.add(entry.event());
                conclude.append(new Copied(
                        entry.event().document(),
                        entry.event().lines().stream().map(line).toList()));
            });
        }
    }
}
