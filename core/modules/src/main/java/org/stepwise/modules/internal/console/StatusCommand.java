package org.stepwise.modules.internal.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.CompanyCommand;
import org.stepwise.console.Listing;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.data.Id;
import org.stepwise.log.Deliveries;
import org.stepwise.module.Modules;
import org.stepwise.module.Modules.Standing;
import org.stepwise.security.Callers;
import org.stepwise.security.Companies;
import org.stepwise.state.Condition;
import org.stepwise.state.Condition.Gravity;
import org.stepwise.state.Conditions;

/**
 * What is the matter, and how far the modules are; fails while something is down or parked, so that a script notices.
 */
@Service
@Command(
        scope = "erp",
        name = "status",
        description = "Shows what is the matter, the company's modules, and how far each is behind")
@Parsing(OptionsAnywhere.class)
public final class StatusCommand extends CompanyCommand {
    @Reference
    Conditions conditions;

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
        var matters = conditions.now().stream()
                .filter(condition -> condition.concerns(company))
                .toList();
        var subscriptions = company == null ? List.<Deliveries.Standing>of() : deliveries.standings(company);
        var listing = listing(company, subscriptions);
        if (json) {
            var answer = new LinkedHashMap<String, Object>();
            answer.put("conditions", matters.stream().map(StatusCommand::view).toList());
            answer.put("modules", listing.rows());
            printJson(answer);
        } else {
            tell(matters);
            listing.print(out());
        }
        failIfNeeded(matters, subscriptions);
    }

    private void tell(List<Condition> matters) {
        if (matters.isEmpty()) {
            say("All is well.");
        }
        matters.forEach(each -> say("%s  %s: %s".formatted(each.gravity(), each.code(), each.message())));
        say("");
    }

    private static Map<String, Object> view(Condition condition) {
        var view = new LinkedHashMap<String, Object>();
        view.put("code", condition.code());
        view.put("gravity", condition.gravity().name().toLowerCase(Locale.ROOT));
        view.put("message", condition.message());
        view.put("values", new TreeMap<>(condition.values()));
        return view;
    }

    private static void failIfNeeded(List<Condition> matters, List<Deliveries.Standing> subscriptions) {
        if (matters.stream().anyMatch(condition -> condition.gravity() == Gravity.DOWN)) {
            throw new IllegalStateException("the server cannot do its work");
        }
        if (subscriptions.stream().anyMatch(subscription -> subscription.parked() > 0)) {
            throw new IllegalStateException("events are parked");
        }
    }

    private Listing listing(Id company, List<Deliveries.Standing> subscriptions) {
        var listing = new Listing("company", "module", "state", "reason", "position", "behind", "parked");
        if (company != null) {
            var name = companies.find(company).map(Companies.Company::name).orElse("");
            modules.list(company).forEach(module -> row(listing, name, module, subscriptions));
        }
        return listing;
    }

    private static void row(Listing listing, String company, Standing module, List<Deliveries.Standing> subscriptions) {
        var own = subscriptions.stream()
                .filter(subscription -> subscription.module().equals(module.name()))
                .toList();
        listing.row(
                company,
                module.name(),
                module.state().name().toLowerCase(Locale.ROOT),
                module.reason(),
                module.position(),
                own.stream().mapToLong(Deliveries.Standing::behind).max().orElse(0),
                own.stream().mapToInt(Deliveries.Standing::parked).sum());
    }
}
