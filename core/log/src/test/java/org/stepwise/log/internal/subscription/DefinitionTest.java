package org.stepwise.log.internal.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepwise.data.Id;
import org.stepwise.log.Entry;
import org.stepwise.log.Handlers;
import org.stepwise.log.Projection;
import org.stepwise.log.Reaction;
import org.stepwise.log.Recorded;
import org.stepwise.log.internal.Sold;
import org.stepwise.log.internal.json.EventCodec;

/** What a subscription may say of the events that it takes. */
class DefinitionTest {
    private static final Sold SOLD = new Sold(new Id(2), "cup", BigDecimal.ONE);

    // Nothing in what is sold is personal: no key is asked for.
    private final EventCodec codec = new EventCodec(null);
    private final List<String> applied = new ArrayList<>();

    /** A projection that keeps two documents of a sale. */
    private final class Both implements Projection {
        @Override
        public String module() {
            return "shop";
        }

        @Override
        public String name() {
            return "shop.both";
        }

        @Override
        public void define(Handlers on) {
            on.apply(Sold.class, sold -> List.of(sold.document()), recorded -> applied.add("first"));
            on.apply(Sold.class, sold -> List.of(sold.product()), recorded -> applied.add("second"));
        }
    }

    @Test
    void aProjectionAppliesAnEventToEachOfItsDocumentsInTurn() {
        var recorded = new Recorded<>(
                new Id(1), LocalDate.of(2026, 3, 2), Instant.EPOCH, new Id(3), "rest", "elsewhere", SOLD);
        var definition = new Definition(new Both(), codec);
        definition.apply("shop.sold", recorded);
        assertThat(applied).containsExactly("first", "second");
        @SuppressWarnings("unchecked")
        var handler = (Handler<Sold>) definition.handler("shop.sold").orElseThrow();
        assertThat(new Handler.Read<>(handler, new Entry<>(1, 1, recorded)).keys())
                .as("what shares a key with either waits")
                .containsExactlyInAnyOrder(new Id(2).toString(), "cup");
    }

    /** A reaction whose consequences nobody could count. */
    private static final class Torn implements Reaction {
        @Override
        public String module() {
            return "shop";
        }

        @Override
        public String name() {
            return "shop.torn";
        }

        @Override
        public void define(Handlers on) {
            on.react(Sold.class, sold -> List.of(), (entry, conclude) -> {});
            on.react(Sold.class, sold -> List.of(), (entry, conclude) -> {});
        }
    }

    @Test
    void aReactionTakesAnEventOnce() {
        assertThatThrownBy(() -> new Definition(new Torn(), codec)).hasMessageContaining("takes Sold twice");
    }
}
