package org.stepwise.testkit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import javax.transaction.TransactionManager;
import javax.transaction.TransactionSynchronizationRegistry;
import javax.transaction.UserTransaction;
import org.ops4j.pax.transx.tm.impl.geronimo.TransactionManagerWrapper;
import org.stepwise.data.Database;
import org.stepwise.data.Transactions;
import org.stepwise.log.Log;
import org.stepwise.module.Verbs;
import org.stepwise.testkit.container.Components;
import org.stepwise.testkit.jpa.JvmTransactions;
import org.stepwise.testkit.jpa.PersistenceUnits;

/**
 * The platform and all modules on the class path, wired as in the distribution but in this JVM: the components are the
 * same, the database, the transaction manager and JPA are real.
 */
public final class Platform implements AutoCloseable {
    /** It tells of each statement that it closes. Held, because a logger that nobody holds forgets its level. */
    private static final Logger STATEMENTS = Logger.getLogger("org.ops4j.pax.transx.jdbc");

    static {
        STATEMENTS.setLevel(Level.WARNING);
    }

    /** A password that is kept well takes a third of a second: much for a test that logs in a dozen times. */
    private static final Map<String, Object> FEW_ROUNDS = Map.of("rounds", 1_000);

    private final Components components;
    private final Store store;
    private final boolean ownsStore;
    private final MovableClock clock;
    private final Elsewhere elsewhere = new Elsewhere();

    private Platform(Builder builder) {
        this.store = builder.store == null ? Store.create(builder.kind) : builder.store;
        this.ownsStore = builder.store == null;
        this.clock = builder.clock;
        Map<String, Map<String, Object>> configurations = new HashMap<>(builder.configurations);
        Map<String, Object> data = new HashMap<>(store.configuration());
        data.putAll(configurations.getOrDefault("org.stepwise.data", Map.of()));
        configurations.put("org.stepwise.data", data);
        configurations.putIfAbsent("org.stepwise.security.passwords", FEW_ROUNDS);
        this.components = new Components(Platform.class.getClassLoader(), configurations);
        try {
            builder.services.forEach(given -> given.offerTo(components));
            components.around(Verbs.class.getName(), elsewhere::around);
            builder.around.forEach(components::around);
            start(builder);
        } catch (RuntimeException | Error failure) {
            closeAfter(failure);
            throw failure;
        }
    }

    private void closeAfter(Throwable failure) {
        try {
            close();
        } catch (RuntimeException second) {
            failure.addSuppressed(second);
        }
    }

    private void start(Builder builder) {
        var manager = JvmTransactions.manager();
        unlessGiven(builder, TransactionManager.class, manager);
        unlessGiven(builder, UserTransaction.class, manager);
        unlessGiven(builder, TransactionSynchronizationRegistry.class, manager);
        unlessGiven(builder, org.ops4j.pax.transx.tm.TransactionManager.class, new TransactionManagerWrapper(manager));
        new Given(Clock.class, clock, Map.of("stepwise.replaces", true)).offerTo(components);
        components.whenAsked(EntityManagerFactory.class.getName(), this::offerPersistenceUnits);
        components.start(name -> builder.without.stream().noneMatch(name::startsWith));
    }

    private void unlessGiven(Builder builder, Class<?> type, Object service) {
        if (builder.services.stream().noneMatch(given -> given.type() == type)) {
            new Given(type, service, Map.of()).offerTo(components);
        }
    }

    private void offerPersistenceUnits() {
        var source = service(DataSource.class);
        new PersistenceUnits(Platform.class.getClassLoader()).open(source).forEach((name, unit) -> {
            new Given(EntityManagerFactory.class, unit, Map.of("osgi.unit.name", name)).offerTo(components);
            components.atEnd(unit::close);
        });
    }

    /** On a fresh database that is deleted at the end. */
    public static Builder on(Database.Kind kind) {
        return new Builder(kind, null);
    }

    /** On a database that stays when the platform ends: for restarts and copies. */
    public static Builder on(Store store) {
        return new Builder(store.kind(), store);
    }

    public static Platform start(Database.Kind kind, MovableClock clock) {
        return on(kind).at(clock).start();
    }

    /** The only service of its kind, or the first; says which components did not start when there is none. */
    public <T> T service(Class<T> type) {
        return service(type, null);
    }

    /** As {@link #service(Class)}, by a filter such as {@code (osgi.unit.name=crm)}. */
    public <T> T service(Class<T> type, String filter) {
        return services(type, filter).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type.getName() + (filter == null ? "" : " " + filter)
                        + " is there; not started: " + unsatisfied()));
    }

    public <T> List<T> services(Class<T> type) {
        return services(type, null);
    }

    private <T> List<T> services(Class<T> type, String filter) {
        return components.find(type.getName(), filter).stream().map(type::cast).toList();
    }

    /** The entities of a module. */
    public EntityManagerFactory unit(String name) {
        return service(EntityManagerFactory.class, "(osgi.unit.name=" + name + ")");
    }

    /** In one transaction, as verbs of a module would that is not here itself. */
    public void recordElsewhere(String module, Consumer<Log> recording) {
        elsewhere.run(module, () -> service(Transactions.class).run(() -> recording.accept(service(Log.class))));
    }

    /** Makes a service known to all components that wait for its kind. */
    public <T> void add(Class<T> type, T service) {
        new Given(type, service, Map.of()).offerTo(components);
    }

    /** Takes back what {@link #add} made known. */
    public void remove(Object service) {
        components.withdraw(service);
    }

    /** Starts components left out before, as when a feature is installed late. */
    public void install(String namePrefix) {
        components.start(name -> name.startsWith(namePrefix));
    }

    public MovableClock clock() {
        return clock;
    }

    public Store store() {
        return store;
    }

    /** The components that did not start, and why. */
    public Map<String, String> unsatisfied() {
        return components.unsatisfied();
    }

    @Override
    public void close() {
        try {
            components.close();
        } finally {
            if (ownsStore) {
                store.close();
            }
        }
    }

    private record Given(Class<?> type, Object service, Map<String, Object> properties) {
        void offerTo(Components components) {
            components.offer(Set.of(type.getName()), service, properties);
        }
    }

    /** What differs from the distribution. */
    public static final class Builder {
        private final Database.Kind kind;
        private final Store store;
        private final Map<String, Map<String, Object>> configurations = new HashMap<>();
        private final List<Given> services = new ArrayList<>();
        private final Map<String, UnaryOperator<Object>> around = new HashMap<>();
        private final List<String> without = new ArrayList<>();
        private MovableClock clock = MovableClock.on(LocalDate.of(2026, 3, 2));

        private Builder(Database.Kind kind, Store store) {
            this.kind = kind;
            this.store = store;
        }

        public Builder at(MovableClock movable) {
            clock = movable;
            return this;
        }

        /** One more service of its kind. */
        public <T> Builder with(Class<T> type, T service) {
            services.add(new Given(type, service, Map.of()));
            return this;
        }

        /** This service instead of every component that provides its kind. */
        public <T> Builder replace(Class<T> type, T service) {
            services.add(new Given(type, service, Map.of("stepwise.replaces", true)));
            return this;
        }

        /** Puts something around every service of a kind that a component provides: to look on, not to change. */
        public <T> Builder around(Class<T> type, UnaryOperator<T> wrapping) {
            around.put(type.getName(), service -> wrapping.apply(type.cast(service)));
            return this;
        }

        /** Leaves out the components whose names (their classes) start so. */
        public Builder without(String namePrefix) {
            without.add(namePrefix);
            return this;
        }

        /** What {@code etc/<pid>.cfg} would say. */
        public Builder configured(String pid, Map<String, Object> values) {
            configurations.computeIfAbsent(pid, any -> new HashMap<>()).putAll(values);
            return this;
        }

        public Platform start() {
            return new Platform(this);
        }
    }
}
