package org.stepwise.accounting.internal;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicBoolean;
import org.stepwise.crm.event.InvoiceIssued;
import org.stepwise.log.Handlers;
import org.stepwise.log.Reaction;

/**
 * The reactions of an earlier version, as long as they are not replaced: one took the tax of an invoice for rounding,
 * the other forgot that it is owed.
 */
final class OlderPosting implements Reaction {
    private final Reaction newer;
    private final AtomicBoolean replaced;

    private OlderPosting(Reaction newer, AtomicBoolean replaced) {
        this.newer = newer;
        this.replaced = replaced;
    }

    /** Around the two, and nothing else. */
    static Reaction around(Reaction reaction, AtomicBoolean replaced) {
        return reaction.module().equals("accounting") ? new OlderPosting(reaction, replaced) : reaction;
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
                    if (method.getName().equals("reactToAll")) {
                        arguments[2] = older(arguments[2]);
                    }
                    method.invoke(on, arguments);
                    return between[0];
                });
        newer.define(between[0]);
    }

    @SuppressWarnings("unchecked")
    private Handlers.ReactsToAll<Object> older(Object handler) {
        var reacts = (Handlers.ReactsToAll<Object>) handler;
        return (said, entry, conclude) -> reacts.react(
                said instanceof InvoiceIssued fact && !replaced.get() ? older(fact) : said, entry, conclude);
    }

    private InvoiceIssued older(InvoiceIssued fact) {
        var total = name().equals("accounting.open-items") ? fact.total().subtract(fact.tax()) : fact.total();
        return new InvoiceIssued(
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
                total,
                fact.leftOut(),
                fact.rounding());
    }
}
