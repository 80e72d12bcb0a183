package org.stepwise.log.internal;

import java.time.LocalDate;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.stepwise.error.Conflict;
import org.stepwise.error.Rejected;
import org.stepwise.log.Log;
import org.stepwise.log.event.Fact;
import org.stepwise.log.internal.json.EventCodec;
import org.stepwise.log.internal.json.EventKind;
import org.stepwise.module.Homes;
import org.stepwise.module.Verbs;

/**
 * The log as one bundle has it. It takes only facts that have a door in the module of that bundle, from inside a verb
 * of it: which module says "it was me" is not left to whoever calls.
 */
@Component(service = Log.class, scope = ServiceScope.BUNDLE)
public final class BundleLog implements Log {
    private final BundleContext container;
    private final Bundle user;
    private final FactLog facts;
    private final EventCodec codec;
    private final Verbs verbs;
    // The module found to be this bundle's; asked once, for the manifests of all bundles are read for it.
    private volatile String home;

    @Activate
    public BundleLog(
            ComponentContext context, @Reference FactLog facts, @Reference EventCodec codec, @Reference Verbs verbs) {
        // Null on a plain class path: there are no bundles there to tell apart.
        this.container = context.getBundleContext();
        this.user = context.getUsingBundle();
        this.facts = facts;
        this.codec = codec;
        this.verbs = verbs;
    }

    @Override
    public void record(String module, LocalDate on, Fact fact) {
        EventKind kind = codec.kind(fact);
        requireDoor(module, kind);
        requireHome(module);
        if (!verbs.writes(module)) {
            throw new Rejected(
                    "erp.log.no-verb",
                    "%s was to be recorded outside a verb of %s; go through Verbs.write, which asks gate and permission"
                            .formatted(kind.type(), module));
        }
        facts.record(module, on, fact);
    }

    private void requireHome(String module) {
        if (user == null || module.equals(home)) {
            return;
        }
        if (!Homes.isOf(module, user, container.getBundles())) {
            throw new Rejected(
                    "erp.log.foreign-bundle",
                    "the bundle %s is no part of the module %s and records nothing for it; ask a service of %s"
                            .formatted(user.getSymbolicName(), module, module));
        }
        home = module;
    }

    private void requireDoor(String module, EventKind kind) {
        if (kind.owner().equals(module)) {
            return;
        }
        if (!kind.isFrom(module)) {
            throw new Rejected(
                    "erp.log.no-door",
                    "%s has no door in %s; it is recorded by %s".formatted(kind.type(), module, kind.recorders()));
        }
        if (verbs.owns(kind.owner())) {
            throw new Conflict(
                    "erp.log.owner-is-on",
                    "%s is recorded by %s while it is on, and not by %s; do it there"
                            .formatted(kind.type(), kind.owner(), module));
        }
    }

    @Override
    public long last() {
        return facts.last();
    }

    @Override
    public long horizon() {
        return facts.horizon();
    }
}
