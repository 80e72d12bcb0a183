package org.stepwise.log.internal.console;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.Listing;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.data.Id;
import org.stepwise.log.Deliveries.Line;

@Service
@Command(scope = "erp", name = "log-tail", description = "Shows the newest events, oldest first")
@Parsing(OptionsAnywhere.class)
public final class LogTailCommand extends LogCommand {
    @Option(name = "--lines", description = "How many events")
    int lines = 20;

    @Option(name = "--type", description = "Only types that start so, such as crm. or crm.order-confirmed")
    String type = "";

    @Option(name = "--content", description = "With the content of each event; personal fields stay encrypted")
    boolean content;

    @Option(name = "--json", description = "Answers in JSON")
    boolean json;

    @Override
    protected void run(Id of) {
        List<Line> found = deliveries.tail(of, lines, line -> line.type().startsWith(type));
        if (json) {
            printJson(found);
        } else if (content) {
            found.forEach(line -> say(line.position() + "  " + line.on() + "  " + line.type() + "  " + line.json()));
        } else {
            Listing listing = new Listing("position", "on", "at", "type", "door", "cause");
            found.forEach(
                    line -> listing.row(line.position(), line.on(), line.at(), line.type(), line.door(), line.cause()));
            listing.print(out());
        }
    }
}
