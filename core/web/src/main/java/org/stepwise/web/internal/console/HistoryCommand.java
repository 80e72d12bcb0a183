package org.stepwise.web.internal.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.CompanyCommand;
import org.stepwise.console.ListCompleter;
import org.stepwise.console.Listing;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.console.RowCompleter;
import org.stepwise.web.OpenRegisters;
import org.stepwise.web.internal.history.Asked;
import org.stepwise.web.internal.history.Timeline;
import org.stepwise.web.internal.history.Timeline.Change;

@Service
@Command(scope = "erp", name = "history", description = "Shows what happened to a document or record, the newest first")
@Parsing(OptionsAnywhere.class)
public final class HistoryCommand extends CompanyCommand {
    @Reference
    Timeline timeline;

    @Reference
    OpenRegisters registers;

    @Argument(name = "register", required = true, description = "Where it is, such as crm.orders")
    @Completion(ListCompleter.class)
    String register;

    @Argument(index = 1, name = "row", required = true, description = "Its number or code, column=value, or its id")
    @Completion(RowCompleter.class)
    String row;

    @Option(name = "--lines", description = "How many entries")
    int lines = 50;

    @Option(name = "--json", description = "Answers in JSON")
    boolean json;

    @Override
    protected void run() {
        var page = timeline.of(register, registers.row(register, row), Asked.newest(lines), null);
        var listing = new Listing("at", "on", "what", "by", "door", "changes");
        page.items()
                .forEach(each -> listing.row(
                        each.at().toString(),
                        each.on().toString(),
                        each.title(),
                        each.by(),
                        each.follows() ? "follows" : each.door(),
                        each.fields().stream().map(HistoryCommand::text).collect(Collectors.joining("; "))));
        listing.print(out(), json);
        if (!page.whole() && !json) {
            say("older entries are still being gathered; ask again in some minutes");
        }
    }

    private static String text(Change change) {
        if (change.erased()) {
            return change.title() + ": (erased)";
        }
        if (change.type().equals("lines")) {
            return change.title() + ": " + change.count();
        }
        return change.title() + ": " + (change.before() == null ? "" : text(change.before()) + " -> ")
                + text(change.after());
    }

    private static String text(JsonNode value) {
        return value == null ? "" : value.isValueNode() ? value.asText() : value.toString();
    }
}
