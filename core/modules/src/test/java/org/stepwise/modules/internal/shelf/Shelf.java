package org.stepwise.modules.internal.shelf;

import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.log.Handlers;
import org.stepwise.log.Log;
import org.stepwise.log.Projection;
import org.stepwise.log.internal.FactLog;
import org.stepwise.module.ModuleContext;
import org.stepwise.module.Modules;
import org.stepwise.module.Surroundings;
import org.stepwise.module.Verbs;
import org.stepwise.modules.internal.catalogue.Draft;
import org.stepwise.modules.internal.catalogue.ModuleDescriptor;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;
import org.stepwise.testkit.Platform;

/** A module as small as can be: things on a shelf, and a setting. */
public final class Shelf implements Projection, ModuleContext {
    public static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Modules.Setting LABEL = new Modules.Setting("label", "Label", List.of("A", "B"), false, "A");

    private final Transactions transactions;
    private final Verbs verbs;
    private final Log log;
    private volatile CountDownLatch held = new CountDownLatch(0);
    private volatile String broken;
    private volatile Runnable beforeTables = () -> {};

    private Shelf(Platform platform) {
        transactions = platform.service(Transactions.class);
        verbs = platform.service(Verbs.class);
        log = platform.service(Log.class);
    }

    public static ModuleDescriptor descriptor(boolean alwaysOn) {
        var labels = new Draft("label", "labels", Optional.empty(), null, null, true);
        return new ModuleDescriptor(
                "shelf", "Shelf", null, alwaysOn, List.of(LABEL), Set.of("label.text"), List.of(labels));
    }

    /** Its bundle is installed; before it starts, the test may do something to it. */
    public static Shelf in(Platform platform, Consumer<Shelf> before) {
        var shelf = new Shelf(platform);
        before.accept(shelf);
        platform.add(Projection.class, shelf);
        platform.add(ModuleContext.class, shelf);
        return shelf;
    }

    /** Events are taken in only after the latch is released. */
    public void hold(CountDownLatch latch) {
        held = latch;
    }

    /** A test that fails while a batch is held would never end. */
    public void letGo() {
        held.countDown();
    }

    /** Recording settings fails so; null mends it. */
    public void breakWith(String message) {
        broken = message;
    }

    /** Something happens just before its tables are made. */
    public void beforeTables(Runnable something) {
        beforeTables = something;
    }

    public void store(String thing, long pieces) {
        verbs.write("shelf", "shelf.thing.store", () -> {
            log.record("shelf", DAY, new ThingStored(thing, pieces));
            return null;
        });
    }

    /** A verb that is at work for as long as the other does not return. */
    public void storeAfter(Runnable other) {
        verbs.write("shelf", "shelf.thing.store", () -> {
            other.run();
            log.record("shelf", DAY, new ThingStored("late", 1));
            return null;
        });
    }

    /** A row of another company. */
    public void storeFor(Id company, String thing) {
        transactions.run(() ->
                update("INSERT INTO shelf.thing (pieces, company, name) VALUES (?, ?, ?)", 1L, company.value(), thing));
    }

    public Map<String, Long> things() {
        return verbs.read("shelf", "shelf.thing.see", () -> rows("thing", "name", "pieces"));
    }

    /** As they are in the table, whatever the state of the module. */
    public Map<String, Long> table() {
        return transactions.call(() -> rows("thing", "name", "pieces"));
    }

    private Map<String, Long> rows(String table, String key, String value) {
        try (var connection = transactions.connection();
                var statement = connection.prepareStatement("SELECT " + key + ", " + value + " FROM shelf." + table);
                var rows = statement.executeQuery()) {
            var found = new TreeMap<String, Long>();
            while (rows.next()) {
                found.put(rows.getString(1), rows.getLong(2));
            }
            return found;
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    public String label() {
        return transactions.call(() -> {
            try (var connection = transactions.connection();
                    var statement = connection.prepareStatement("SELECT text FROM shelf.label");
                    var rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            } catch (SQLException failure) {
                throw new AssertionError(failure);
            }
        });
    }

    @Override
    public void define(Handlers on) {
        Function<ThingStored, List<String>> thing = event -> List.of(event.thing());
        on.apply(ThingStored.class, thing, recorded -> {
            await();
            var event = recorded.event();
            if (update(
                            "UPDATE shelf.thing SET pieces = pieces + ? WHERE company = ? AND name = ?",
                            event.pieces(),
                            recorded.company().value(),
                            event.thing())
                    == 0) {
                update(
                        "INSERT INTO shelf.thing (pieces, company, name) VALUES (?, ?, ?)",
                        event.pieces(),
                        recorded.company().value(),
                        event.thing());
            }
        });
        on.apply(LabelSet.class, event -> List.of("label"), recorded -> {
            var day = Date.valueOf(recorded.event().validFrom());
            update(
                    "DELETE FROM shelf.label WHERE company = ? AND valid_from = ?",
                    recorded.company().value(),
                    day);
            update(
                    "INSERT INTO shelf.label (company, valid_from, text) VALUES (?, ?, ?)",
                    recorded.company().value(),
                    day,
                    recorded.event().text());
        });
    }

    private void await() {
        try {
            held.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    private int update(String sql, Object... values) {
        try (var connection = transactions.connection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public String module() {
        return "shelf";
    }

    @Override
    public String name() {
        return "shelf.things";
    }

    @Override
    public String schema() {
        beforeTables.run();
        return "shelf";
    }

    @Override
    public List<LabelSet> first(Map<String, String> settings, Surroundings around) {
        if (broken != null) {
            throw new IllegalStateException(broken);
        }
        return List.of(new LabelSet(settings.get("label"), DAY));
    }

    @Override
    public LocalDate firstDay(Surroundings around) {
        return DAY;
    }

    /** What the shelf wants to know stands in the log and came by no door of the shelf. */
    public static void recordElsewhere(Platform platform, Caller caller, int times) {
        var transactions = platform.service(Transactions.class);
        var log = platform.service(FactLog.class);
        platform.service(Callers.class).as(caller, () -> {
            for (int i = 0; i < times; i++) {
                transactions.run(() -> log.append("elsewhere", DAY, new ThingStored("cup", 2)));
            }
            return null;
        });
    }

    /** Whose things they are. */
    public static final Id COMPANY = new Id(7);
}
