package org.stepwise.modules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwise.testkit.Eventually.eventually;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.error.Refusal;
import org.stepwise.log.Projection;
import org.stepwise.module.ModuleContext;
import org.stepwise.module.Modules;
import org.stepwise.module.Modules.Standing;
import org.stepwise.module.Modules.State;
import org.stepwise.modules.internal.catalogue.ModuleCatalogue;
import org.stepwise.modules.internal.shelf.Shelf;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;
import org.stepwise.security.Companies;
import org.stepwise.state.Watch;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.Store;

/** A platform with one company and the module shelf, and somebody who may do everything. */
final class RunningShelf implements AutoCloseable {
    static final Caller ANNA = caller("*");

    final Platform platform;
    final Shelf shelf;
    private final ModuleCatalogue catalogue;
    private final Callers callers;
    private final Modules modules;

    private RunningShelf(Platform.Builder builder, boolean alwaysOn, Consumer<Shelf> before) {
        catalogue = () -> List.of(Shelf.descriptor(alwaysOn));
        platform = builder.with(ModuleCatalogue.class, catalogue).start();
        callers = platform.service(Callers.class);
        modules = platform.service(Modules.class);
        platform.service(Companies.class)
                .add(new Companies.Company(Shelf.COMPANY, "Northwind", "USD", ZoneId.of("UTC")));
        shelf = Shelf.in(platform, before);
    }

    static RunningShelf on(Database.Kind kind) {
        return on(Platform.on(kind));
    }

    static RunningShelf on(Platform.Builder builder) {
        return new RunningShelf(builder, false, shelf -> {});
    }

    static RunningShelf on(Store store, Consumer<Shelf> before) {
        return new RunningShelf(Platform.on(store), false, before);
    }

    static RunningShelf alwaysOn(Database.Kind kind) {
        return new RunningShelf(Platform.on(kind), true, shelf -> {});
    }

    static Caller caller(String permission) {
        return new Caller(
                new Id(70), "anna", Shelf.COMPANY, "rest", ZoneId.of("UTC"), Locale.ENGLISH, Set.of(permission));
    }

    <T> T as(Caller caller, Supplier<T> work) {
        return callers.as(caller, work);
    }

    void anna(Consumer<Modules> work) {
        as(ANNA, () -> {
            work.accept(modules);
            return null;
        });
    }

    void takeAwayImplementation() {
        platform.remove(shelf);
    }

    void giveBackImplementation() {
        platform.add(Projection.class, shelf);
        platform.add(ModuleContext.class, shelf);
    }

    void takeAwayManifest() {
        platform.remove(catalogue);
    }

    /** What is the matter, as codes and values in their order. */
    List<String> conditions() {
        return platform.services(Watch.class).stream()
                .flatMap(watch -> watch.conditions().stream())
                .map(condition -> condition.code() + " " + new TreeMap<>(condition.values()))
                .toList();
    }

    void store(String thing, long pieces) {
        anna(any -> shelf.store(thing, pieces));
    }

    void recordElsewhere(int times) {
        Shelf.recordElsewhere(platform, ANNA, times);
    }

    void enable() {
        anna(all -> all.enable(Shelf.COMPANY, "shelf", Map.of()));
        awaits(State.ON);
    }

    Standing standing() {
        return as(ANNA, () -> modules.find(Shelf.COMPANY, "shelf"));
    }

    void standingAsCaller() {
        modules.find(Shelf.COMPANY, "shelf");
    }

    void awaits(State state) {
        eventually(() -> assertThat(standing())
                .satisfies(now -> assertThat(now.state()).as(now.reason()).isEqualTo(state)));
    }

    static void refused(String code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOf(Refusal.class)
                .extracting("code")
                .isEqualTo(code);
    }

    @Override
    public void close() {
        shelf.letGo();
        platform.close();
    }
}
