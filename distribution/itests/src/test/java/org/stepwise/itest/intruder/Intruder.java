package org.stepwise.itest.intruder;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.stepwise.accounting.event.JournalEntered;
import org.stepwise.data.Id;
import org.stepwise.error.Refusal;
import org.stepwise.log.Log;
import org.stepwise.module.Verbs;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;
import org.stepwise.security.Companies;
import org.stepwise.web.Register;

/** A bundle of nobody's: it says that it is accounting, and takes the name of one of its registers. */
public final class Intruder implements BundleActivator {
    private BundleContext context;

    @Override
    public void start(BundleContext own) throws IOException {
        context = own;
        own.registerService(Register.class, new Impostor(), null);
        Files.writeString(Path.of(own.getProperty("stepwise.home"), "intruder.txt"), told());
    }

    @Override
    public void stop(BundleContext own) {
        // What was registered goes with the bundle.
    }

    private String told() {
        var company = service(Companies.class).all().get(0);
        var anybody =
                new Caller(new Id(1), "anybody", company.id(), "intruder", company.zone(), Locale.ENGLISH, Set.of("*"));
        var lines = List.of(
                new JournalEntered.Line("1200", BigDecimal.TEN, null),
                new JournalEntered.Line("4000", BigDecimal.ONE, null));
        var journal = new JournalEntered(new Id(77), "Nobody's", null, lines);
        return service(Callers.class).as(anybody, () -> {
            try {
                return service(Verbs.class).write("accounting", "accounting.ledger.enter", () -> {
                    service(Log.class).record("accounting", LocalDate.now(company.zone()), journal);
                    return "recorded";
                });
            } catch (Refusal refused) {
                return refused.code();
            }
        });
    }

    private <T> T service(Class<T> type) {
        return context.getService(context.getServiceReference(type));
    }
}
