package org.stepwise.web.internal.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.Listing;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.console.RowCompleter;

/** One row with its lines. */
@Service
@Command(
        scope = "erp",
        name = "show",
        description = "Shows a row with its lines, such as: erp:show crm.orders SO-000001")
@Parsing(OptionsAnywhere.class)
public final class ShowCommand extends RegisterCommand {
    @Argument(index = 1, name = "row", required = true, description = "Its number or code, column=value, or its id")
    @Completion(RowCompleter.class)
    String row;

    @Override
    protected void run() {
        var shown = desk.show(register, row);
        if (json) {
            say(shown.toPrettyString());
            return;
        }
        var listing = new Listing("field", "value");
        shown.properties().forEach(field -> {
            if (!field.getValue().isArray()) {
                listing.row(field.getKey(), text(field.getValue()));
            }
        });
        listing.print(out());
        shown.properties().forEach(field -> {
            if (field.getValue().isArray() && !field.getValue().isEmpty()) {
                say("");
                say(field.getKey());
                lines(field.getValue());
            }
        });
    }

    private void lines(JsonNode lines) {
        var names = new LinkedHashSet<String>();
        lines.forEach(line -> line.fieldNames().forEachRemaining(names::add));
        if (names.isEmpty()) {
            lines.forEach(line -> say(text(line)));
            return;
        }
        var listing = new Listing(names.toArray(String[]::new));
        for (var line : lines) {
            var values = new ArrayList<String>();
            names.forEach(name -> values.add(text(line.path(name))));
            listing.row(values.toArray());
        }
        listing.print(out());
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.isValueNode() || value.isMissingNode() ? value.asText() : value.toString();
    }
}
