package org.stepwise.log.internal.console;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.Listing;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.data.Id;
import org.stepwise.log.Deliveries.Parked;

@Service
@Command(scope = "erp", name = "log-parked", description = "Lists events that could not be taken in, and what waits")
@Parsing(OptionsAnywhere.class)
public final class LogParkedCommand extends LogCommand {
    @Option(name = "--json", description = "Answers in JSON")
    boolean json;

    @Override
    protected void run(Id of) {
        List<Parked> parked = deliveries.parked(of);
        if (json) {
            printJson(parked);
            return;
        }
        Listing listing = new Listing("subscription", "position", "type", "keys", "reason");
        parked.forEach(event -> listing.row(
                event.subscription(), event.position(), event.type(), String.join(" ", event.keys()), event.reason()));
        listing.print(out());
    }
}
