package org.stepwise.log.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwise.testkit.Eventually.eventually;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.transaction.TransactionManager;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Ids;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
import org.stepwise.log.Deliveries;
import org.stepwise.log.Projection;
import org.stepwise.log.Reaction;
import org.stepwise.log.event.Fact;
import org.stepwise.log.internal.store.Envelope;
import org.stepwise.log.internal.store.EventStore;
import org.stepwise.log.internal.store.EventStore.Range;
import org.stepwise.log.internal.store.Feed;
import org.stepwise.log.internal.store.Jdbc;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;
import org.stepwise.security.Companies;
import org.stepwise.security.PersonalKeys;
import org.stepwise.testkit.MovableClock;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.Store;
import org.stepwise.testkit.jpa.JvmTransactions;

/** A small shop on the real log: a module {@code shop} with its documents, and one {@code stock} that counts. */
final class Shop implements AutoCloseable {
    static final Id COMPANY = new Id(4711);
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    final Platform platform;
    final MemoryKeys keys;
    final Transactions transactions;
    final Jdbc jdbc;
    final FactLog log;
    final Deliveries deliveries;
    final EventStore events;
    final Sales sales;
    final Stock stock;

    Shop(Store store) {
        this(store, JvmTransactions.manager());
    }

    Shop(Store store, TransactionManager manager) {
        this.keys = new MemoryKeys();
        Caller clerk = new Caller(new Id(1), "clerk", COMPANY, "rest", ZoneOffset.UTC, Locale.ENGLISH, Set.of("*"));
        this.platform = Platform.on(store)
                .at(MovableClock.on(TODAY))
                .with(TransactionManager.class, manager)
                .replace(PersonalKeys.class, keys)
                .replace(Callers.class, new ThreadCallers(clerk))
                .replace(Companies.class, new OneCompany())
                .configured("org.stepwise.log", Map.of("workers", 1))
                .configured("org.stepwise.log.days", Map.of("ticker", false))
                .configured("org.stepwise.log.watch", Map.of("ticker", false))
                .start();
        this.transactions = platform.service(Transactions.class);
        this.jdbc = new Jdbc(platform.service(Sql.class));
        platform.service(Database.class).migrate("shop", Shop.class.getClassLoader());
        this.log = platform.service(FactLog.class);
        this.deliveries = platform.service(Deliveries.class);
        this.events = platform.service(EventStore.class);
        this.sales = new Sales(jdbc);
        this.stock = new Stock(jdbc);
        platform.add(Projection.class, sales);
        platform.add(Reaction.class, stock);
    }

    /** Starts a module as the life cycle does: catch up, then open its verbs. */
    void switchOn(String module) {
        deliveries.start(COMPANY, module);
        caughtUp(module);
        deliveries.open(COMPANY, module);
    }

    void caughtUp(String module) {
        if (!deliveries.await(COMPANY, module, log.last(), 30_000)) {
            throw new AssertionError(module + " does not catch up: " + deliveries.standings(COMPANY));
        }
    }

    void record(Fact... facts) {
        transactions.run(() -> List.of(facts).forEach(fact -> log.record("shop", TODAY, fact)));
    }

    Sold sold(String product, int quantity) {
        return new Sold(platform.service(Ids.class).next(), product, BigDecimal.valueOf(quantity));
    }

    Sold sell(String product, int quantity) {
        Sold sold = sold(product, quantity);
        record(sold);
        return sold;
    }

    /** Everything recorded before the call: what is under way beside it may hold the horizon back for a moment. */
    List<Envelope> all() {
        return all(Feed.all());
    }

    private List<Envelope> all(Feed feed) {
        long last = log.last();
        eventually(() -> assertThat(log.horizon()).isGreaterThanOrEqualTo(last));
        return events.read(COMPANY, feed, new Range(0, last, 1_000_000));
    }

    List<Envelope> all(String type) {
        return all(Feed.of(Set.of(type)));
    }

    long position(Sold sold) {
        return all("shop.sold").stream()
                .filter(event -> new String(event.payload(), UTF_8)
                        .contains(sold.document().toString()))
                .findFirst()
                .orElseThrow()
                .position();
    }

    /** The rows of a table as text, in order. */
    List<String> rows(String table, String columns) {
        return transactions.call(() -> jdbc.list(
                "SELECT " + columns + " FROM shop." + table + " WHERE company = ? ORDER BY " + columns,
                row -> {
                    StringBuilder text = new StringBuilder();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        text.append(row.getString(i)).append(' ');
                    }
                    return text.toString().trim();
                },
                COMPANY));
    }

    long count(String sql) {
        return transactions.call(() -> jdbc.first(sql, row -> row.getLong(1)).orElseThrow());
    }

    @Override
    public void close() {
        platform.close();
    }

    private static final class OneCompany implements Companies {
        private final Company company = new Company(COMPANY, "Corner shop", "EUR", ZoneOffset.UTC);

        @Override
        public List<Company> all() {
            return List.of(company);
        }

        @Override
        public Optional<Company> find(Id id) {
            return all().stream().filter(each -> each.id().equals(id)).findFirst();
        }

        @Override
        public void add(Company another) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String language(Id company) {
            return "en";
        }

        @Override
        public void speak(Id company, String language) {
            throw new UnsupportedOperationException();
        }
    }
}
