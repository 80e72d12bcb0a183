package org.stepwise.web.internal.console;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.console.RowCompleter;

/** Changes what a row says. */
@Service
@Command(
        scope = "erp",
        name = "change",
        description = "Changes a row; what is not named stays: erp:change masterdata.parties ALFKI city=Berlin")
@Parsing(OptionsAnywhere.class)
public final class ChangeCommand extends RegisterCommand {
    @Argument(index = 1, name = "row", required = true, description = "Its number or code, column=value, or its id")
    @Completion(RowCompleter.class)
    String row;

    @Argument(
            index = 2,
            name = "fields",
            multiValued = true,
            description = "field=value, field= for none; lines are replaced as a whole")
    @Completion(FieldCompleter.class)
    List<String> fields = List.of();

    @Override
    protected void run() {
        tell(desk.change(register, row, fields));
    }
}
