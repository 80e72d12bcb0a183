package org.stepwise.warehouse.internal.stock;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.stepwise.data.Id;
import org.stepwise.error.Refusal;
import org.stepwise.warehouse.StockHolds;
import org.stepwise.warehouse.internal.verb.WarehousePermissions;
import org.stepwise.warehouse.internal.verb.WarehouseVerbs;

/** Holds stock for orders while they are typed, until they are reserved or the hold expires. */
@Component
@Designate(ocd = HeldStock.Config.class)
public final class HeldStock implements StockHolds {

    @ObjectClassDefinition(name = "Stock holds")
    public @interface Config {
        @AttributeDefinition(description = "How long stock is held for an order that is not confirmed")
        int minutes() default 30;
    }

    private final WarehouseVerbs verbs;
    private final StockGuard guard;
    private final HoldRows rows;
    private final Clock clock;
    private final Duration time;

    @Activate
    public HeldStock(
            @Reference WarehouseVerbs verbs,
            @Reference StockGuard guard,
            @Reference HoldRows rows,
            @Reference Clock clock,
            Config config) {
        this.verbs = verbs;
        this.guard = guard;
        this.rows = rows;
        this.clock = clock;
        this.time = Duration.ofMinutes(config.minutes());
    }

    @Override
    public void hold(Id order, Map<Id, BigDecimal> wanted) {
        verbs.write(WarehousePermissions.STOCK_HOLD, () -> {
            var positive = new TreeMap<>(wanted);
            positive.values().removeIf(quantity -> quantity.signum() <= 0);
            guard.requireFree(verbs.company(), order, positive);
            rows.replace(verbs.caller(), order, positive, clock.instant().plus(time));
            return null;
        });
    }

    @Override
    public boolean holds(Id order) {
        return verbs.answer() && rows.holds(verbs.company(), order, clock.instant());
    }

    /** Refuses nothing where the verbs are closed: whoever changes an order must not fail for that; holds expire. */
    @Override
    public void release(Id order) {
        try {
            verbs.write(WarehousePermissions.STOCK_HOLD, () -> {
                rows.delete(verbs.company(), order);
                return null;
            });
        } catch (Refusal closed) {
            return;
        }
    }

    @Override
    public Map<Id, BigDecimal> available(Collection<Id> products) {
        return verbs.read(WarehousePermissions.STOCK_READ, () -> {
            var available = new HashMap<Id, BigDecimal>();
            guard.levels(verbs.company(), products)
                    .forEach((product, level) -> available.put(product, level.available()));
            return available;
        });
    }
}
