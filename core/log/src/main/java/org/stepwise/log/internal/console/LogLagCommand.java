package org.stepwise.log.internal.console;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.Listing;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.data.Id;
import org.stepwise.log.Deliveries.Standing;

@Service
@Command(scope = "erp", name = "log-lag", description = "Shows how far each subscription is")
@Parsing(OptionsAnywhere.class)
public final class LogLagCommand extends LogCommand {
    @Option(name = "--json", description = "Answers in JSON")
    boolean json;

    @Override
    protected void run(Id of) {
        List<Standing> standings = deliveries.standings(of);
        if (json) {
            printJson(standings);
            return;
        }
        Listing listing = new Listing("module", "subscription", "running", "position", "behind", "parked");
        standings.forEach(standing -> listing.row(
                standing.module(),
                standing.name(),
                standing.running() ? "yes" : "no",
                standing.position(),
                standing.behind(),
                standing.parked()));
        listing.print(out());
    }
}
