package org.stepwise.masterdata.internal.console;

import java.util.Arrays;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.stepwise.console.CompanyCommand;
import org.stepwise.error.Rejected;
import org.stepwise.masterdata.CompanyRules;
import org.stepwise.masterdata.CompanyRules.NewRounding;
import org.stepwise.masterdata.Rounding;

/** Sets where documents are rounded. */
@Service
@Command(scope = "masterdata", name = "rounding-set", description = "Sets where the amounts of documents are rounded")
public final class RoundingSetCommand extends CompanyCommand {
    @Reference
    CompanyRules rules;

    @Argument(name = "method", required = true, description = "LINE or DOCUMENT")
    @Completion(
            value = StringsCompleter.class,
            values = {"LINE", "DOCUMENT"})
    String method;

    @Option(name = "--from", description = "The first day, such as 2026-12-01; today when left out")
    String from;

    @Override
    protected void run() {
        var wanted = Arrays.stream(Rounding.values())
                .filter(known -> known.name().equalsIgnoreCase(method))
                .findFirst()
                .orElseThrow(() ->
                        new Rejected("masterdata.input.invalid", "method is neither LINE nor DOCUMENT, but " + method));
        rules.setRounding(new NewRounding(wanted, day(from)));
        say("documents are rounded by " + wanted + " from " + (from == null ? "today" : from));
    }
}
