package org.stepwise.twin.random;

import java.time.LocalDate;
import java.util.Map;
import org.stepwise.data.Database;
import org.stepwise.testkit.MovableClock;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.Store;
import org.stepwise.testkit.TestCompany;

/** A platform for one company after another, because starting one takes longer than living a history. */
final class Host implements AutoCloseable {
    /** Companies that are done with still cost a little; after so many a fresh platform is cheaper. */
    private static final int COMPANIES = 50;

    private static final LocalDate NOW = LocalDate.of(2032, 1, 1);

    private final Database.Kind kind;
    private final String without;
    private Store store;
    private Platform platform;
    private int founded;

    /** @param without components that are left out */
    Host(Database.Kind kind, String without) {
        this.kind = kind;
        this.without = without;
    }

    /** A company that has nothing but master data on. */
    TestCompany found() {
        if (platform == null || founded == COMPANIES) {
            close();
            start();
        }
        return TestCompany.founded(platform, "Company " + ++founded, "rest");
    }

    private void start() {
        System.setProperty("stepwise.company.founded", Life.FOUNDED.toString());
        store = Store.create(kind);
        platform = Platform.on(store)
                .at(MovableClock.on(NOW))
                .configured("org.stepwise.log.days", Map.of("ticker", false))
                .without("org.stepwise.northwind")
                .without(without)
                .start();
        new TestCompany(platform, "rest");
        founded = 0;
    }

    @Override
    public void close() {
        if (platform != null) {
            platform.close();
            store.close();
            platform = null;
        }
    }
}
