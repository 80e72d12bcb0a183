package org.stepwise.modules.internal.console;

import java.util.Locale;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.CompanyCommand;
import org.stepwise.console.Listing;
import org.stepwise.data.Id;
import org.stepwise.log.Deliveries;
import org.stepwise.module.Modules;
import org.stepwise.module.Modules.Standing;
import org.stepwise.security.Callers;
import org.stepwise.security.Companies;

@Service
@Command(scope = "erp", name = "status", description = "Shows the company, its modules, and how far each is behind")
public final class StatusCommand extends CompanyCommand {
    @Reference
    Modules modules;

    @Reference
    Deliveries deliveries;

    @Reference
    Companies companies;

    @Reference
    Callers callers;

    @Option(name = "--json", description = "Answers in JSON")
    boolean json;

    @Override
    protected void run() {
        var company = callers.current().company();
        var listing = new Listing("company", "module", "state", "reason", "position", "behind", "parked");
        if (company != null) {
            var name = companies.find(company).map(Companies.Company::name).orElse("");
            modules.list(company).forEach(module -> row(listing, company, name, module));
        }
        listing.print(out(), json);
    }

    private void row(Listing listing, Id company, String name, Standing module) {
        var subscriptions = deliveries.standings(company).stream()
                .filter(subscription -> subscription.module().equals(module.name()))
                .toList();
        listing.row(
                name,
                module.name(),
                module.state().name().toLowerCase(Locale.ROOT),
                module.reason(),
                module.position(),
                subscriptions.stream()
                        .mapToLong(Deliveries.Standing::behind)
                        .max()
                        .orElse(0),
                subscriptions.stream().mapToInt(Deliveries.Standing::parked).sum());
    }
}
