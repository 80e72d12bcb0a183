package org.stepwise.log.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwise.testkit.Eventually.eventually;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.stepwise.data.Database;
import org.stepwise.log.Deliveries;
import org.stepwise.log.Handlers;
import org.stepwise.log.Reaction;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;
import org.stepwise.log.internal.catalogue.EventCatalogue;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Store;

/** The scales weigh whatever says what it weighs, in whichever bundle it comes. */
class ContractTest {
    private static final String SHOP = "shop";
    private static final String SCALES = "scales";

    /** The contract. */
    interface Weighed {
        int grams();

        String of();
    }

    /** Says what it weighs. */
    @EventType("shop.crate-packed")
    public record CratePacked(String of, int grams) implements Fact, Weighed {}

    /** So does this. */
    @EventType("shop.barrel-filled")
    public record BarrelFilled(String of, int grams) implements Fact, Weighed {}

    /** Says nothing of the kind. */
    @EventType("shop.door-opened")
    public record DoorOpened(String of) implements Fact {}

    /** Another's name. */
    @EventType("bank.crate-robbed")
    public record CrateRobbed(String of, int grams) implements Fact, Weighed {}

    private static final class Scales implements Reaction {
        final List<String> weighed = Collections.synchronizedList(new ArrayList<>());
        volatile String broken = "";

        @Override
        public String module() {
            return SCALES;
        }

        @Override
        public String name() {
            return "scales.weights";
        }

        @Override
        public void define(Handlers on) {
            on.reactToAll(Weighed.class, said -> List.of(said.of()), (said, entry, conclude) -> {
                if (said.of().equals(broken)) {
                    throw new IllegalStateException("the scales do not take " + said.of());
                }
                assertThat(entry.event()).isSameAs(said);
                weighed.add(said.of() + " " + said.grams());
            });
        }
    }

    @Law(14)
    @OnBothDatabases
    void whateverIsOfAContractIsTakenInWithItsKeys(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            Scales scales = scales(shop, CratePacked.class, BarrelFilled.class, DoorOpened.class, CrateRobbed.class);
            scales.broken = "nails";
            shop.record(new CratePacked("nails", 500), new DoorOpened("nails"), new BarrelFilled("herrings", 9000));
            shop.record(new BarrelFilled("nails", 700));
            shop.switchOn(SCALES);
            assertThat(scales.weighed).containsExactly("herrings 9000");
            assertThat(shop.deliveries.parked(Shop.COMPANY))
                    .extracting(Deliveries.Parked::type)
                    .containsExactly("shop.crate-packed", "shop.barrel-filled");
            scales.broken = "";
            shop.deliveries.retry(
                    Shop.COMPANY,
                    "scales.weights",
                    shop.deliveries.parked(Shop.COMPANY).get(0).position());
            eventually(() -> assertThat(scales.weighed).containsExactly("herrings 9000", "nails 500", "nails 700"));
        }
    }

    @Law(20)
    @OnBothDatabases
    void aTypeThatComesLaterIsTakenInFromThenOnAndWithoutARestart(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            Scales scales = scales(shop, CratePacked.class);
            shop.switchOn(SCALES);
            shop.record(new BarrelFilled("herrings", 1), new CratePacked("nails", 2));
            shop.caughtUp(SCALES);
            assertThat(scales.weighed).containsExactly("nails 2");
            assertThat(shop.deliveries.strange(Shop.COMPANY, SCALES)).containsExactly("shop.barrel-filled");
            catalogue(shop).found(SHOP, List.of(BarrelFilled.class));
            assertThat(shop.deliveries.strange(Shop.COMPANY, SCALES)).isEmpty();
            shop.record(new BarrelFilled("herrings", 3));
            shop.caughtUp(SCALES);
            assertThat(scales.weighed).containsExactly("nails 2", "herrings 3");
        }
    }

    @Law({5, 20})
    @OnBothDatabases
    void whatIsOfATypeWhoseBundleIsGoneIsWaitedFor(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            Scales scales = scales(shop, CratePacked.class, BarrelFilled.class);
            shop.switchOn(SCALES);
            shop.record(new CratePacked("nails", 1));
            shop.caughtUp(SCALES);
            catalogue(shop).gone(SHOP, List.of(CratePacked.class));
            shop.record(new BarrelFilled("herrings", 2));
            shop.caughtUp(SCALES);
            shop.record(new CratePacked("nails", 3), new BarrelFilled("herrings", 4));
            assertThat(shop.deliveries.await(Shop.COMPANY, SCALES, shop.log.last(), 300))
                    .isFalse();
            assertThat(scales.weighed).containsExactly("nails 1", "herrings 2");
            catalogue(shop).found(SHOP, List.of(CratePacked.class));
            shop.caughtUp(SCALES);
            assertThat(scales.weighed).containsExactly("nails 1", "herrings 2", "nails 3", "herrings 4");
            assertThat(shop.deliveries.parked(Shop.COMPANY)).isEmpty();
        }
    }

    private static EventCatalogue catalogue(Shop shop) {
        return shop.platform.service(EventCatalogue.class);
    }

    private static Scales scales(Shop shop, Class<?>... declared) {
        catalogue(shop).found(SHOP, List.of(declared));
        Scales scales = new Scales();
        shop.platform.add(Reaction.class, scales);
        return scales;
    }
}
