package org.stepwise.masterdata.internal.console;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.masterdata.internal.party.PartyRegister;
import org.stepwise.web.Register;

/** Customers, suppliers and employees. */
@Service
@Command(scope = "masterdata", name = "party-list", description = "Lists customers, suppliers and employees")
public final class PartyListCommand extends ListCommand {
    @Reference
    PartyRegister parties;

    @Override
    Register register() {
        return parties;
    }

    @Override
    List<String> columns() {
        return List.of("id", "code", "name", "customer", "supplier", "employee", "city", "country");
    }
}
