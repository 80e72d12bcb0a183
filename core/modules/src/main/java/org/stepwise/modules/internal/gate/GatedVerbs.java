package org.stepwise.modules.internal.gate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
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
    // The gates this thread is inside of: a verb inside a verb is not stopped half-way by a gate that is closing.
    private final ThreadLocal<Deque<Passed>> inside = ThreadLocal.withInitial(ArrayDeque::new);

    @Activate
    public GatedVerbs(
            @Reference Callers callers,
            @Reference Permissions permissions,
            @Reference Transactions transactions,
            @Reference Gates gates,
            @Reference Clock clock) {
        this.callers = callers;
        this.permissions = permissions;
        this.transactions = transactions;
        this.gates = gates;
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
            if (inside.get().size() == 1) {
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
        var passed = inside.get();
        var gate = gates.forVerb(key(module));
        boolean nested = passed.stream().anyMatch(outer -> outer.gate == gate && (outer.writing || !writing));
        if (!nested) {
            gate.enter(writing);
        }
        passed.push(new Passed(gate, writing));
        try {
            permissions.require(permission);
            return transactions.call(work);
        } finally {
            passed.pop();
            if (!nested) {
                gate.leave();
            }
            if (passed.isEmpty()) {
                inside.remove();
            }
        }
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

    private record Passed(Gate gate, boolean writing) {}
}
