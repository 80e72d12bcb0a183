package org.stepwise.security.internal.console;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.CompanyCommand;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.security.Users;

@Service
@Command(scope = "erp", name = "user-role", description = "Gives a user a role in the company, or takes it away")
@Parsing(OptionsAnywhere.class)
public final class UserRoleCommand extends CompanyCommand {
    @Reference
    Users users;

    @Argument(index = 0, name = "user", required = true, description = "The user's name")
    @Completion(UserCompleter.class)
    String user;

    @Argument(index = 1, name = "role", required = true, description = "The role's name")
    @Completion(RoleCompleter.class)
    String role;

    @Option(name = "--remove", description = "Takes the role away")
    boolean remove;

    @Override
    protected void run() {
        if (remove) {
            users.withdraw(user, role);
            say(user + " no longer has the role " + role);
        } else {
            users.grant(user, role);
            say(user + " has the role " + role);
        }
    }
}
