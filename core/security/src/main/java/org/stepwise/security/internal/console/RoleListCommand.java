package org.stepwise.security.internal.console;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.CompanyCommand;
import org.stepwise.console.Listing;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.security.Users;

@Service
@Command(scope = "erp", name = "role-list", description = "Lists the roles and what they permit")
@Parsing(OptionsAnywhere.class)
public final class RoleListCommand extends CompanyCommand {
    @Reference
    Users users;

    @Option(name = "--permissions", description = "Lists instead every permission that a role can be made of")
    boolean permissions;

    @Option(name = "--json", description = "Answers in JSON")
    boolean json;

    @Override
    protected void run() {
        var listing = permissions ? new Listing("permission", "allows") : new Listing("role", "permissions");
        if (permissions) {
            users.permissions().forEach(listing::row);
        } else {
            users.roles().forEach((role, names) -> listing.row(role, String.join(",", names)));
        }
        listing.print(out(), json);
    }
}
