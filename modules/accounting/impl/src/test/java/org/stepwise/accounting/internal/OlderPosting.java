package org.stepwise.accounting.internal;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicBoolean;
import org.stepwise.crm.event.InvoiceIssued;
import org.stepwise.log.Entry;
import org.stepwise.log.Handlers;
import org.stepwise.log.Reaction;
import org.stepwise.log.Recorded;

/** The posting of an earlier version, as long as it is not replaced: it took the tax of an invoice for rounding. */
final class OlderPosting implements Reaction {
    private final Reaction newer;
    private final AtomicBoolean replaced;

    private OlderPosting(Reaction newer, AtomicBoolean replaced) {
        this.newer = newer;
        this.replaced = replaced;
    }

    /** Around the posting, and nothing else. */
    static Reaction around(Reaction reaction, AtomicBoolean replaced) {
        return reaction.name().equals("accounting.posting") ? new OlderPosting(reaction, replaced) : reaction;
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
                    if (arguments[0] == InvoiceIssued.class) {
                        arguments[2] = older(arguments[2]);
                    }
                    method.invoke(on, arguments);
                    return between[0];
                });
        newer.define(between[0]);
    }

    @SuppressWarnings("unchecked")
    private Handlers.Reacts<InvoiceIssued> older(Object handler) {
        var reacts = (Handlers.Reacts<InvoiceIssued>) handler;
        return (entry, conclude) -> reacts.react(replaced.get() ? entry : withoutTax(entry), conclude);
    }

    private static Entry<InvoiceIssued> withoutTax(Entry<InvoiceIssued> entry) {
        var fact = entry.event();
        var recorded = entry.recorded();
        return new Entry<>(
                entry.position(),
                entry.cause(),
                new Recorded<>(
                        recorded.company(),
                        recorded.on(),
                        recorded.at(),
                        recorded.actor(),
                        recorded.door(),
                        recorded.module(),
                        new InvoiceIssued(
                                fact.invoice(),
                                fact.order(),
                                fact.customer(),
                                fact.deliveries(),
                                fact.issuedOn(),
                                fact.dueOn(),
                                fact.currency(),
                                fact.lines(),
                                fact.net(),
                                BigDecimal.ZERO,
                                fact.total(),
                                fact.leftOut(),
                                fact.rounding())));
    }
}
