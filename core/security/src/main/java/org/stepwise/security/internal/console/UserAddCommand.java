package org.stepwise.security.internal.console;

import java.util.List;
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
import org.stepwise.security.internal.login.Secrets;

@Service
@Command(scope = "erp", name = "user-add", description = "Adds a user and prints a random one-time password")
@Parsing(OptionsAnywhere.class)
public final class UserAddCommand extends CompanyCommand {
    @Reference
    Users users;

    @Argument(name = "user", required = true, description = "The name to log in with")
    String user;

    @Option(name = "--display-name", description = "The name shown to people")
    String displayName;

    @Option(name = "--language", description = "Language of the screens, such as en or de")
    String language = "en";

    @Option(name = "--role", multiValued = true, description = "A role in the company; can be repeated")
    @Completion(RoleCompleter.class)
    List<String> roles;

    @Override
    protected void run() {
        var password = new Secrets().readable();
        users.add(user, displayName, password, language);
        if (roles != null) {
            roles.forEach(role -> users.grant(user, role));
        }
        say(password);
    }
}
