package org.stepwise.modules.internal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwise.testkit.Eventually.eventually;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.document.DocumentService;
import org.stepwise.document.DocumentVerbs;
import org.stepwise.document.Documents;
import org.stepwise.document.Documents.Kept;
import org.stepwise.error.Refusal;
import org.stepwise.input.Reasoned;
import org.stepwise.log.Log;
import org.stepwise.log.Projection;
import org.stepwise.log.event.Fact;
import org.stepwise.log.internal.FactLog;
import org.stepwise.module.ModuleContext;
import org.stepwise.module.Modules;
import org.stepwise.module.Modules.State;
import org.stepwise.module.Surroundings;
import org.stepwise.module.Verbs;
import org.stepwise.modules.internal.catalogue.ModuleCatalogue;
import org.stepwise.modules.internal.catalogue.ModuleDescriptor;
import org.stepwise.modules.internal.record.RecordCatalogue;
import org.stepwise.modules.internal.rental.GivenBack;
import org.stepwise.modules.internal.rental.NewRental;
import org.stepwise.modules.internal.rental.Prolonged;
import org.stepwise.modules.internal.rental.Rental;
import org.stepwise.modules.internal.rental.RentalFacts;
import org.stepwise.modules.internal.rental.RentalModule;
import org.stepwise.modules.internal.rental.RentalRegister;
import org.stepwise.modules.internal.rental.RentalVerbs;
import org.stepwise.register.Reader;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;
import org.stepwise.security.Companies;
import org.stepwise.testkit.Platform;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Register;

/** A company or two that lend things. */
final class RentalHouse implements AutoCloseable {
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    static final Id FIRST = new Id(7);
    static final Id SECOND = new Id(8);
    static final Id CUSTOMER = new Id(100);
    static final Id DRILL = new Id(200);
    static final Id SAW = new Id(201);

    final Platform platform;
    final Lending rentals;
    private final ModuleCatalogue modules;
    private final RecordCatalogue catalogue;
    private ModuleContext context = new RentalModule();
    private Id company = FIRST;

    RentalHouse(Platform.Builder builder) {
        modules = () -> List.of(new ModuleDescriptor("rental", "Rental", null, false, List.of(), Set.of(), List.of()));
        platform = builder.with(ModuleCatalogue.class, modules).start();
        for (var id : List.of(FIRST, SECOND)) {
            platform.service(Companies.class).add(new Companies.Company(id, "Company " + id, "EUR", ZoneId.of("UTC")));
        }
        catalogue = platform.service(RecordCatalogue.class);
        catalogue.add(List.of(Rental.class));
        var documents = platform.service(DocumentService.class);
        var verbs = new RentalVerbs(
                platform.service(Verbs.class), platform.service(Surroundings.class), platform.service(Log.class));
        rentals = new Lending(new DocumentVerbs<>(verbs, documents.of(Rental.class)));
        platform.add(Projection.class, new RentalFacts(documents));
        platform.add(Register.class, new RentalRegister(verbs, documents, platform.service(Reader.class)));
        platform.add(ModuleContext.class, context);
    }

    static RentalHouse on(Database.Kind kind) {
        return new RentalHouse(Platform.on(kind));
    }

    /** What a service for other modules would be. */
    record Lending(DocumentVerbs<Rental> verbs) {
        Id lend(NewRental wanted) {
            return verbs.begin("rental.rental.lend", wanted, NewRental::lent);
        }

        void giveBack(Id id, long version, GivenBack wanted) {
            verbs.decide("rental.rental.end", id, version, wanted, Rental::giveBack);
        }

        void end(Id id, long version, Reasoned why) {
            verbs.decide("rental.rental.end", id, version, why, Rental::end);
        }

        void cancel(Id id, long version, Reasoned why) {
            verbs.decide("rental.rental.end", id, version, why, Rental::cancel);
        }

        void prolong(Id id, long version, Prolonged wanted) {
            verbs.decide("rental.rental.lend", id, version, wanted, Rental::prolong);
        }
    }

    /** Its bundles are replaced by others, whose rentals look otherwise. */
    void replaceBy(Class<? extends Record> other) {
        platform.remove(context);
        catalogue.remove(List.of(Rental.class));
        catalogue.add(List.of(other));
        context = new RentalModule();
        platform.add(ModuleContext.class, context);
        await(State.ON);
        // It is on in the database all the time: what tells is that its tables are as the others want them.
        var documents = platform.service(DocumentService.class).of(other);
        eventually(
                () -> assertThatCode(() -> as(() -> documents.find(new Id(1)))).doesNotThrowAnyException());
    }

    /** Neither api nor implementation is installed any more. */
    void takeAwayBundles() {
        platform.remove(context);
        platform.remove(modules);
        catalogue.remove(List.of(Rental.class));
    }

    RentalHouse in(Id other) {
        company = other;
        return this;
    }

    Caller caller(String permission) {
        return new Caller(new Id(70), "Anna", company, "rest", ZoneId.of("UTC"), Locale.ENGLISH, Set.of(permission));
    }

    <T> T as(String permission, Supplier<T> work) {
        return platform.service(Callers.class).as(caller(permission), work);
    }

    <T> T as(Supplier<T> work) {
        return as("*", work);
    }

    void run(Runnable work) {
        as(() -> {
            work.run();
            return null;
        });
    }

    <T> T inOne(Supplier<T> work) {
        return as(() -> platform.service(Transactions.class).call(work));
    }

    Documents<Rental> documents() {
        return platform.service(DocumentService.class).of(Rental.class);
    }

    /** A fact of another place, such as a log that was there before the module. */
    void recordElsewhere(LocalDate on, Fact fact) {
        inOne(() -> {
            platform.service(FactLog.class).append("elsewhere", on, fact);
            return null;
        });
    }

    Id lend(String... quantities) {
        var lines = List.of(quantities).stream()
                .map(quantity -> new NewRental.Line(DRILL, new BigDecimal(quantity)))
                .toList();
        return as(() -> rentals.lend(new NewRental(CUSTOMER, "Anne Frost", DAY.plusDays(9), null, lines)));
    }

    void giveBack(Id rental, int line, String quantity) {
        run(() -> rentals.giveBack(rental, -1, new GivenBack(line, new BigDecimal(quantity), null)));
    }

    Kept<Rental> get(Id rental) {
        return as(() -> documents().get(rental));
    }

    Register register() {
        return platform.services(Register.class).stream()
                .filter(each -> each.description().name().equals("rental.rentals"))
                .findFirst()
                .orElseThrow();
    }

    List<Map<String, Object>> list(ListQuery query) {
        return as(() -> register().list(query).items());
    }

    List<Map<String, Object>> list() {
        return list(ListQuery.first(500));
    }

    /** All there is to see, in the order of the ids. */
    List<Object> shown() {
        return list().stream()
                .map(row -> Id.parse(row.get("id").toString()))
                .sorted()
                .map(id -> as(() -> register().find(id).view()))
                .toList();
    }

    RentalHouse enable() {
        run(() -> platform.service(Modules.class).enable(company, "rental", Map.of()));
        await(State.ON);
        return this;
    }

    void disable() {
        run(() -> platform.service(Modules.class).disable(company, "rental"));
        await(State.OFF);
    }

    void purge() {
        disable();
        purgeOff();
    }

    void purgeOff() {
        run(() -> platform.service(Modules.class).purge(company, "rental", "rental"));
    }

    void await(State state) {
        eventually(() -> assertThat(as(() -> platform.service(Modules.class).find(company, "rental")))
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
