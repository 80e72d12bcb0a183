package org.stepwise.northwind.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwise.data.Id;
import org.stepwise.log.Deliveries;
import org.stepwise.module.Modules;
import org.stepwise.module.Readiness;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;
import org.stepwise.security.Companies;

/**
 * Fills a fresh company with Northwind's history when the server is started with {@code stepwise.demo=northwind}: sales
 * and warehouse on, accounting left for the newcomer to switch on. What a kill interrupts goes on at the next start.
 */
@Component(
        service = {NorthwindImport.class, Readiness.class},
        immediate = true)
public final class NorthwindImport implements Readiness {
    private static final Logger LOG = LoggerFactory.getLogger(NorthwindImport.class);
    private static final List<String> MODULES = List.of("masterdata", "crm", "warehouse");

    private final Companies companies;
    private final Callers callers;
    private final Modules modules;
    private final Deliveries deliveries;
    private final NorthwindDesks desks;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> new Thread(task, "northwind"));
    private volatile String doing;

    @Activate
    public NorthwindImport(
            @Reference Companies companies,
            @Reference Callers callers,
            @Reference Modules modules,
            @Reference Deliveries deliveries,
            @Reference NorthwindDesks desks) {
        this.companies = companies;
        this.callers = callers;
        this.modules = modules;
        this.deliveries = deliveries;
        this.desks = desks;
        if (wanted()) {
            doing = "importing Northwind: waiting for the modules";
            worker.submit(this::run);
        }
    }

    @Override
    public String part() {
        return "northwind";
    }

    @Override
    public Optional<String> busy() {
        return Optional.ofNullable(doing);
    }

    @Deactivate
    public void stop() {
        worker.shutdownNow();
    }

    private static boolean wanted() {
        return "northwind".equals(System.getProperty("stepwise.demo")) && !Files.exists(marker());
    }

    private static Path marker() {
        return Path.of(System.getProperty("stepwise.home", "."), "run", "northwind-imported");
    }

    private void run() {
        try {
            var company = firstCompany();
            // From the beginning, so that no day ends while the modules are still on their way.
            callers.as(caller(company), () -> desks.days().importing("northwind", () -> {
                live(company.id());
                return null;
            }));
            Files.createDirectories(marker().getParent());
            Files.writeString(marker(), "Northwind's history is in the company " + company.id() + "\n");
            doing = null;
        } catch (IOException failure) {
            throw new UncheckedIOException("the end of the import cannot be noted in " + marker(), failure);
        } catch (RuntimeException failure) {
            doing = "importing Northwind failed: " + failure.getMessage() + " (the log tells more; restart to go on)";
            LOG.error("importing Northwind failed", failure);
        }
    }

    private Companies.Company firstCompany() {
        desks.await(() -> !companies.all().isEmpty());
        return companies.all().get(0);
    }

    private static Caller caller(Companies.Company company) {
        return new Caller(new Id(0), "northwind", company.id(), "import", company.zone(), Locale.ENGLISH, Set.of("*"));
    }

    private void live(Id company) {
        for (var module : MODULES) {
            switchOn(company, module);
        }
        var data = Northwind.read();
        var opened = !deliveries
                .tail(company, 1, line -> line.type().equals("warehouse.opening-stock-recorded"))
                .isEmpty();
        var history = new History(data, desks.open());
        history.live(
                opened,
                placed -> doing = "importing Northwind: %d of %d orders"
                        .formatted(placed, data.orders().size()));
    }

    private void switchOn(Id company, String module) {
        var state = modules.find(company, module).state();
        if (state != Modules.State.ON && state != Modules.State.ENABLING) {
            modules.enable(company, module, Map.of());
        }
        desks.awaitOn(company, module);
    }
}
