package org.stepwise.activity.internal.console;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.stepwise.activity.Subject;
import org.stepwise.console.CompanyCommand;
import org.stepwise.data.Id;

/** A command about a row of a register. */
abstract class RowCommand extends CompanyCommand {
    @Argument(index = 0, name = "register", required = true, description = "The list, such as crm.orders")
    @Completion(ListCompleter.class)
    String register;

    @Argument(index = 1, name = "id", required = true, description = "The id of the row")
    @Completion(RowCompleter.class)
    String id;

    final Subject subject() {
        return new Subject(register, Id.parse(id));
    }
}
