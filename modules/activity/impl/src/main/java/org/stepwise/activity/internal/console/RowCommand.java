package org.stepwise.activity.internal.console;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.stepwise.activity.Subject;
import org.stepwise.console.CompanyCommand;
import org.stepwise.console.ListCompleter;
import org.stepwise.console.RowCompleter;
import org.stepwise.web.OpenRegisters;

/** A command about a row of a register. */
abstract class RowCommand extends CompanyCommand {
    @Reference
    OpenRegisters registers;

    @Argument(index = 0, name = "register", required = true, description = "The list, such as crm.orders")
    @Completion(ListCompleter.class)
    String register;

    @Argument(index = 1, name = "row", required = true, description = "Its number or code, column=value, or its id")
    @Completion(RowCompleter.class)
    String row;

    final Subject subject() {
        return new Subject(register, registers.row(register, row));
    }
}
