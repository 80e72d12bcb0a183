package org.stepwise.web.internal.console;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.OptionsAnywhere;

/** Something new in a list. */
@Service
@Command(
        scope = "erp",
        name = "create",
        description = "Creates a row, such as: erp:create warehouse.receipts party=ACME"
                + " line=\"product=CHAI quantity=5 unitCost=11.10\"")
@Parsing(OptionsAnywhere.class)
public final class CreateCommand extends RegisterCommand {
    @Argument(
            index = 1,
            name = "fields",
            multiValued = true,
            description = "field=value, and line=\"field=value field=value\" for each line; erp:describe tells which")
    @Completion(FieldCompleter.class)
    List<String> fields = List.of();

    @Override
    protected void run() {
        tell(desk.create(register, fields));
    }
}
