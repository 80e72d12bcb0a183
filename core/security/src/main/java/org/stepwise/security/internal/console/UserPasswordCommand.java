package org.stepwise.security.internal.console;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.CompanyCommand;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.security.Users;
import org.stepwise.security.internal.login.Secrets;

@Service
@Command(
        scope = "erp",
        name = "user-password",
        description = "Gives a user a new random one-time password, prints it, and closes the user's sessions")
@Parsing(OptionsAnywhere.class)
public final class UserPasswordCommand extends CompanyCommand {
    @Reference
    Users users;

    @Argument(name = "user", required = true, description = "The user's name")
    @Completion(UserCompleter.class)
    String user;

    @Override
    protected void run() {
        var password = new Secrets().readable();
        users.setPassword(user, password);
        say(password);
    }
}
