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
@Command(scope = "erp", name = "user-active", description = "Lets a user log in again, or no longer")
@Parsing(OptionsAnywhere.class)
public final class UserActiveCommand extends CompanyCommand {
    @Reference
    Users users;

    @Argument(name = "user", required = true, description = "The user's name")
    @Completion(UserCompleter.class)
    String user;

    @Option(name = "--off", description = "The user can no longer log in, and no token of the user opens anything")
    boolean off;

    @Override
    protected void run() {
        users.setActive(user, !off);
        say(user + (off ? " can no longer log in" : " can log in"));
    }
}
