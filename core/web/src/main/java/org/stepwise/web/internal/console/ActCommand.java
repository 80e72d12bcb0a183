package org.stepwise.web.internal.console;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.console.RowCompleter;

/** A business act on one row. */
@Service
@Command(
        scope = "erp",
        name = "act",
        description = "Does something with a row, such as: erp:act crm.orders SO-000001 invoice on=2026-01-31")
@Parsing(OptionsAnywhere.class)
public final class ActCommand extends RegisterCommand {
    @Argument(index = 1, name = "row", required = true, description = "Its number or code, column=value, or its id")
    @Completion(RowCompleter.class)
    String row;

    @Argument(
            index = 2,
            name = "verb",
            required = true,
            description = "What to do; erp:describe tells what can be done")
    @Completion(VerbCompleter.class)
    String verb;

    @Argument(index = 3, name = "fields", multiValued = true, description = "field=value")
    @Completion(FieldCompleter.class)
    List<String> fields = List.of();

    @Override
    protected void run() {
        tell(desk.act(register, row, verb, fields));
    }
}
