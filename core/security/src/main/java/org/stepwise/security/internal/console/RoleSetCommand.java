package org.stepwise.security.internal.console;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.CompanyCommand;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.security.Users;

@Service
@Command(scope = "erp", name = "role-set", description = "Makes a role, or replaces what it permits")
@Parsing(OptionsAnywhere.class)
public final class RoleSetCommand extends CompanyCommand {
    @Reference
    Users users;

    @Argument(index = 0, name = "role", required = true, description = "The role's name")
    @Completion(RoleCompleter.class)
    String role;

    @Argument(
            index = 1,
            name = "permissions",
            required = true,
            multiValued = true,
            description = "What the role permits; erp:role-list --permissions lists what there is")
    @Completion(PermissionCompleter.class)
    List<String> permissions;

    @Override
    protected void run() {
        users.setRole(role, permissions);
        say(role + " permits " + String.join(", ", permissions));
    }
}
