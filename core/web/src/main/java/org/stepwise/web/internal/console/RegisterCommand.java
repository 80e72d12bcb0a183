package org.stepwise.web.internal.console;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.stepwise.console.CompanyCommand;
import org.stepwise.console.ListCompleter;
import org.stepwise.web.internal.typed.RegisterDesk;

/** A command on a register. */
abstract class RegisterCommand extends CompanyCommand {
    @Reference
    RegisterDesk desk;

    @Argument(name = "register", required = true, description = "The list, such as crm.orders")
    @Completion(ListCompleter.class)
    String register;

    @Option(name = "--json", description = "Answers in JSON")
    boolean json;

    /** One line that a script can cut, beginning with the id, or all of it as JSON. */
    final void tell(JsonNode row) {
        if (json) {
            say(row.toPrettyString());
        } else {
            say(RegisterDesk.line(desk.register(register).description(), row));
        }
    }
}
