package org.stepwise.attributes.internal.console;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.attributes.AttributeDefinitions;
import org.stepwise.console.CompanyCommand;

/** Takes back what was said of an attribute, as long as no row has a value by it. */
@Service
@Command(
        scope = "attributes",
        name = "attribute-withdraw",
        description = "Takes back what was said of an attribute from a day on")
public final class WithdrawCommand extends CompanyCommand {
    @Reference
    AttributeDefinitions definitions;

    @Argument(name = "list", required = true, description = "Such as masterdata.parties")
    String register;

    @Argument(index = 1, name = "name", required = true, description = "Such as colour")
    String name;

    @Argument(index = 2, name = "valid-from", required = true, description = "Its first day, such as 2026-12-01")
    String validFrom;

    @Override
    protected void run() {
        definitions.withdraw(register, name, day(validFrom));
        say("withdrawn: " + name + " of " + register + " from " + validFrom);
    }
}
