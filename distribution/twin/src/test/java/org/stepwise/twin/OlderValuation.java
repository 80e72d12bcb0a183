package org.stepwise.twin;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicBoolean;
import org.stepwise.log.Conclusions;
import org.stepwise.log.Handlers;
import org.stepwise.log.Reaction;
import org.stepwise.log.event.Fact;
import org.stepwise.warehouse.event.DeliveryPosted;
import org.stepwise.warehouse.event.GoodsReturned;
import org.stepwise.warehouse.event.StockValued;
import org.stepwise.warehouse.event.StockValued.ValuedLine;

/**
 * The valuation of an earlier version, until it is replaced: it told a cent too little of what left, and two of what
 * came back.
 */
final class OlderValuation implements Reaction {
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final Reaction newer;
    private final AtomicBoolean replaced;

    private OlderValuation(Reaction newer, AtomicBoolean replaced) {
        this.newer = newer;
        this.replaced = replaced;
    }

    /** Around the valuation, and nothing else. */
    static Reaction around(Reaction reaction, AtomicBoolean replaced) {
        return reaction.name().equals("warehouse.valuation") ? new OlderValuation(reaction, replaced) : reaction;
    }

    @Override
    public String module() {
        return newer.module();
    }

    @Override
    public String name() {
        return newer.name();
    }

    @Override
    public void define(Handlers on) {
        var between = new Handlers[1];
        between[0] = (Handlers) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Handlers.class}, (proxy, method, arguments) -> {
                    if (arguments[0] == DeliveryPosted.class || arguments[0] == GoodsReturned.class) {
                        arguments[2] = older(arguments[2]);
                    }
                    method.invoke(on, arguments);
                    return between[0];
                });
        newer.define(between[0]);
    }

    @SuppressWarnings("unchecked")
    private Handlers.Reacts<Fact> older(Object handler) {
        var reacts = (Handlers.Reacts<Fact>) handler;
        return (entry, conclude) -> reacts.react(entry, replaced.get() ? conclude : tooLittle(conclude));
    }

    private static Conclusions tooLittle(Conclusions conclude) {
        return consequence -> {
            var valued = (StockValued) consequence;
            conclude.append(new StockValued(
                    valued.document(),
                    valued.kind(),
                    valued.order(),
                    valued.currency(),
                    valued.lines().stream().map(OlderValuation::tooLittle).toList()));
        };
    }

    private static ValuedLine tooLittle(ValuedLine line) {
        var cents = line.journalled().signum() < 0 ? CENT : CENT.add(CENT).negate();
        return new ValuedLine(
                line.line(),
                line.product(),
                line.quantity(),
                line.value().add(cents),
                line.journalled().add(cents));
    }
}
