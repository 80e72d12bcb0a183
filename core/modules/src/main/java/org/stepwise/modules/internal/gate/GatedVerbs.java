package org.stepwise.modules.internal.gate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.stepwise.data.Transactions;
import org.stepwise.error.Conflict;
import org.stepwise.module.Claims;
import org.stepwise.module.Verbs;
import org.stepwise.security.Callers;
import org.stepwise.security.Permissions;

/** Gate, permission, transaction; and at the end of the outermost verb the claim of the request's idempotency key. */
@Component
public final class GatedVerbs implements Verbs {
    private final Callers callers;
    private final Permissions permissions;
    private final Transactions transactions;
    private final Gates gates;
    private final Clock clock;
    private final List<Claims> claims = new CopyOnWriteArrayList<>();
    private final Inside inside;

    @Activate
    public GatedVerbs(
            @Reference Callers callers,
            @Reference Permissions permissions,
            @Reference Transactions transactions,
            @Reference Gates gates,
            @Reference Inside inside,
            @Reference Clock clock) {
        this.callers = callers;
        this.permissions = permissions;
        this.transactions = transactions;
        this.gates = gates;
        this.inside = inside;
        this.clock = clock;
    }

    @Reference(
            name = "claims",
            unbind = "removedClaims",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    public void addedClaims(Claims keeper) {
        claims.add(keeper);
    }

    public void removedClaims(Claims keeper) {
        claims.remove(keeper);
    }

    @Override
    public <T> T write(String module, String permission, Supplier<T> verb) {
        return through(module, permission, true, () -> {
            var result = verb.get();
            if (inside.isOutermost()) {
                claims.forEach(keeper -> keeper.claim(result));
            }
            return result;
        });
    }

    @Override
    public <T> T read(String module, String permission, Supplier<T> query) {
        return through(module, permission, false, query);
    }

    private <T> T through(String module, String permission, boolean writing, Supplier<T> work) {
        var key = key(module);
        var gate = gates.forVerb(key);
        boolean nested = inside.isIn(key, writing);
        if (!nested) {
            gate.enter(writing);
        }
        try {
            return inside.call(key, writing, () -> {
                permissions.require(permission);
                return transactions.call(work);
            });
        } finally {
            if (!nested) {
                gate.leave();
            }
        }
    }

    @Override
    public boolean writes(String module) {
        var company = callers.current().company();
        return company != null && inside.isIn(new Key(company, module), true);
    }

    @Override
    public LocalDate today() {
        return LocalDate.now(clock.withZone(callers.current().zone()));
    }

    @Override
    public boolean owns(String module) {
        return gates.forVerb(key(module)).isOwned();
    }

    @Override
    public boolean answers(String module) {
        return gates.forVerb(key(module)).isAnswering();
    }

    private Key key(String module) {
        var company = callers.current().company();
        if (company == null) {
            throw new Conflict("erp.company.none", "there is no company yet; found one first");
        }
        return new Key(company, module);
    }
}
