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
@Command(scope = "erp", name = "user-list", description = "Lists who may log in, with the roles in the company")
@Parsing(OptionsAnywhere.class)
public final class UserListCommand extends CompanyCommand {
    @Reference
    Users users;

    @Option(name = "--json", description = "Answers in JSON")
    boolean json;

    @Override
    protected void run() {
        var listing = new Listing("name", "displayName", "language", "active", "roles");
        users.all()
                .forEach(user -> listing.row(
                        user.name(),
                        user.displayName(),
                        user.language(),
                        user.active(),
                        String.join(",", user.roles())));
        listing.print(out(), json);
    }
}
