package org.stepwise.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Ids;
import org.stepwise.error.NotFound;
import org.stepwise.error.Refusal;
import org.stepwise.security.Callers;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.TestCompany;
import org.stepwise.web.Description;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Register;

/** Two companies in one server: each is what it would be alone, even with the other's codes and ids. */
class TwoCompaniesTest {

    @Law(1)
    @OnBothDatabases
    void companiesThatShareEveryIdAreAsTheyWouldBeAlone(Database.Kind kind) {
        String firstAlone = alone(kind, "10");
        String secondAlone = alone(kind, "7");
        try (var platform = start(kind)) {
            var first = new TradingDay(founded(platform, "First"), new BigDecimal("10"));
            var second = new TradingDay(founded(platform, "Second"), new BigDecimal("7"));
            for (int step = 0; step < TradingDay.STEPS; step++) {
                first.step(step);
                second.step(step);
            }
            assertThat(ids(first.company())).as("the same ids in both").isEqualTo(ids(second.company()));
            assertThat(first.told()).isEqualTo(firstAlone);
            assertThat(second.told()).isEqualTo(secondAlone);
            rebuilt(first);
            assertThat(first.told()).isEqualTo(firstAlone);
            assertThat(second.told()).isEqualTo(secondAlone);
        }
    }

    @Law(1)
    @OnBothDatabases
    void whatIsOfAnotherCompanyIsUnknownToEveryVerb(Database.Kind kind) {
        try (var platform = Platform.on(kind).without("org.stepwise.northwind").start()) {
            var lived = new TradingDay(founded(platform, "First"), new BigDecimal("10"));
            for (int step = 0; step < TradingDay.STEPS; step++) {
                lived.step(step);
            }
            var stranger = founded(platform, "Second");
            enabled(stranger);
            String before = lived.told();
            var asked = 0;
            for (var register : registers(stranger)) {
                for (var id : ids(lived.company(), register)) {
                    if (ids(stranger, register).contains(id)) {
                        continue;
                    }
                    asked++;
                    isUnknown(stranger, register, Id.parse(id));
                }
            }
            assertThat(asked).as("documents asked for").isGreaterThan(15);
            lived.triedIn(stranger).forEach((name, trial) -> assertThatThrownBy(() -> stranger.as(trial))
                    .as(name)
                    .isInstanceOf(Refusal.class));
            assertThat(lived.told()).isEqualTo(before);
        }
    }

    private static void isUnknown(TestCompany stranger, Register register, Id id) {
        var name = register.description().name() + " " + id;
        assertThatThrownBy(() -> stranger.as(() -> register.find(id)))
                .as("find " + name)
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> stranger.as(() -> {
                    register.change(id, -1, new Entered(Map.of("name", "Theirs", "code", "X")));
                    return null;
                }))
                .as("change " + name)
                .isInstanceOf(Refusal.class);
        for (Description.Verb verb : register.description().verbs()) {
            assertThatThrownBy(() -> stranger.as(() -> {
                        register.act(id, verb.name(), -1, new Entered(Map.of("reason", "why", "amount", "1")));
                        return null;
                    }))
                    .as(verb.name() + " " + name)
                    .isInstanceOf(Refusal.class);
        }
    }

    private static String alone(Database.Kind kind, String figure) {
        try (var platform = start(kind)) {
            var day = new TradingDay(founded(platform, "Alone"), new BigDecimal(figure));
            for (int step = 0; step < TradingDay.STEPS; step++) {
                day.step(step);
            }
            return day.told();
        }
    }

    private static void rebuilt(TradingDay day) {
        for (var module : List.of("accounting", "warehouse", "crm")) {
            day.company().disable(module);
            day.company().purge(module);
        }
        enabled(day.company());
        day.company().settle();
    }

    private static TestCompany founded(Platform platform, String name) {
        return TestCompany.founded(platform, name, "rest");
    }

    static void enabled(TestCompany company) {
        List.of("crm", "warehouse", "accounting").forEach(company::enable);
    }

    private static List<Register> registers(TestCompany company) {
        return company.services(Register.class);
    }

    private static Map<String, List<String>> ids(TestCompany company) {
        var all = new LinkedHashMap<String, List<String>>();
        registers(company).forEach(register -> all.put(register.description().name(), ids(company, register)));
        // Known by their place in the log, which is one for all companies.
        all.remove("warehouse.movements");
        return all;
    }

    private static List<String> ids(TestCompany company, Register register) {
        return company.as(() -> register.list(new ListQuery(500, null, List.of(), List.of())).items().stream()
                .map(row -> row.get("id").toString())
                .sorted()
                .toList());
    }

    private static Platform start(Database.Kind kind) {
        var ids = new IdsOfEachCompany();
        var platform = Platform.on(kind)
                .replace(Ids.class, ids)
                .configured("org.stepwise.log.days", Map.of("ticker", false))
                .without("org.stepwise.northwind")
                .start();
        ids.callers = platform.service(Callers.class);
        return platform;
    }

    /** The first document of each company has the same id, and so on. */
    private static final class IdsOfEachCompany implements Ids {
        private final Map<Id, AtomicLong> last = new ConcurrentHashMap<>();
        private final AtomicLong ofNone = new AtomicLong(1_000_000);
        private volatile Callers callers;

        @Override
        public Id next() {
            var company = callers == null
                    ? null
                    : callers.find().map(caller -> caller.company()).orElse(null);
            var counter = company == null ? ofNone : last.computeIfAbsent(company, any -> new AtomicLong(5_000));
            return new Id(counter.incrementAndGet());
        }
    }
}
