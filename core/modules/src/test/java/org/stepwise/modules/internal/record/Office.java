package org.stepwise.modules.internal.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwise.testkit.Eventually.eventually;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.error.Refusal;
import org.stepwise.module.ModuleContext;
import org.stepwise.module.Modules;
import org.stepwise.module.Modules.State;
import org.stepwise.modules.internal.catalogue.ModuleCatalogue;
import org.stepwise.modules.internal.catalogue.ModuleDescriptor;
import org.stepwise.record.RecordService;
import org.stepwise.record.Records;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;
import org.stepwise.security.Companies;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.Store;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Register;

/** A module that is nothing but described records, in a company or two. */
final class Office implements AutoCloseable {
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    static final Id FIRST = new Id(7);
    static final Id SECOND = new Id(8);

    final Platform platform;
    private final RecordCatalogue catalogue;
    private List<Class<? extends Record>> described;
    private ModuleContext context;
    private Id company = FIRST;

    private Office(Platform.Builder builder, List<Class<? extends Record>> described) {
        ModuleCatalogue modules = () -> List.of(descriptor("office"), descriptor("gazette"));
        platform = builder.with(ModuleCatalogue.class, modules).start();
        var companies = platform.service(Companies.class);
        if (companies.all().isEmpty()) {
            for (var id : List.of(FIRST, SECOND)) {
                companies.add(new Companies.Company(id, "Company " + id, "EUR", ZoneId.of("UTC")));
            }
        }
        catalogue = platform.service(RecordCatalogue.class);
        platform.service(RecordOffers.class);
        arrive(described);
    }

    private static ModuleDescriptor descriptor(String name) {
        return new ModuleDescriptor(name, name, null, false, List.of(), Set.of(), List.of());
    }

    static Office on(Database.Kind kind) {
        return new Office(Platform.on(kind), List.of(Reason.class, Room.class));
    }

    static Office on(Platform.Builder builder) {
        return new Office(builder, List.of(Reason.class, Room.class));
    }

    static Office on(Store store, List<Class<? extends Record>> described) {
        return new Office(Platform.on(store), described);
    }

    /** Its bundles are installed. */
    private void arrive(List<Class<? extends Record>> records) {
        described = records;
        catalogue.add(described);
        context = new Implementation();
        platform.add(ModuleContext.class, context);
    }

    /** Its bundles are replaced by others, which describe these. */
    void replaceBy(List<Class<? extends Record>> records) {
        platform.remove(context);
        catalogue.remove(described);
        arrive(records);
        await("office", State.ON);
    }

    /** What the implementation of the module tells of it: that it has no tables of its own. */
    private static final class Implementation implements ModuleContext {
        @Override
        public String module() {
            return "office";
        }

        @Override
        public String schema() {
            return "office";
        }
    }

    Office in(Id other) {
        company = other;
        return this;
    }

    <T> T as(String permission, Supplier<T> work) {
        var caller =
                new Caller(new Id(70), "Anna", company, "rest", ZoneId.of("UTC"), Locale.ENGLISH, Set.of(permission));
        return platform.service(Callers.class).as(caller, work);
    }

    <T> T as(Supplier<T> work) {
        return as("*", work);
    }

    <T extends Record> Records<T> records(Class<T> type) {
        return platform.service(RecordService.class).of(type);
    }

    Id record(Reason reason) {
        return as(() -> records(Reason.class).record(reason));
    }

    Id record(Room room) {
        return as(() -> records(Room.class).record(room));
    }

    void change(Id id, Reason to) {
        run(() -> records(Reason.class).change(id, -1, to));
    }

    void run(Runnable work) {
        as(() -> {
            work.run();
            return null;
        });
    }

    Register register(String plural) {
        return platform.services(Register.class).stream()
                .filter(each -> each.description().plural().equals(plural))
                .findFirst()
                .orElseThrow();
    }

    List<Map<String, Object>> list(String plural, ListQuery query) {
        return as(() -> register(plural).list(query).items());
    }

    List<Map<String, Object>> list(String plural) {
        return list(plural, ListQuery.first(500));
    }

    Office enable(String module) {
        run(() -> platform.service(Modules.class).enable(company, module, Map.of()));
        await(module, State.ON);
        return this;
    }

    void disable(String module) {
        run(() -> platform.service(Modules.class).disable(company, module));
    }

    void purge(String module) {
        disable(module);
        run(() -> platform.service(Modules.class).purge(company, module, module));
    }

    void await(String module, State state) {
        eventually(() -> assertThat(as(() -> platform.service(Modules.class).find(company, module)))
                .satisfies(now -> assertThat(now.state()).as(now.reason()).isEqualTo(state)));
    }

    static Refusal refused(String code, Runnable work) {
        var refusal = new Refusal[1];
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refusal.class, thrown -> {
            assertThat(thrown.code()).isEqualTo(code);
            refusal[0] = thrown;
        });
        return refusal[0];
    }

    @Override
    public void close() {
        platform.close();
    }
}
