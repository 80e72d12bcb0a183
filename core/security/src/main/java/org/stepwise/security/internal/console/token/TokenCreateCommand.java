package org.stepwise.security.internal.console.token;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.CompanyCommand;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.security.Logins;
import org.stepwise.security.internal.console.UserCompleter;

@Service
@Command(scope = "erp", name = "token-create", description = "Makes an API token and prints it, once")
@Parsing(OptionsAnywhere.class)
public final class TokenCreateCommand extends CompanyCommand {
    @Reference
    Logins logins;

    @Option(name = "--user", description = "Whom the token stands for")
    @Completion(UserCompleter.class)
    String user = "admin";

    @Option(name = "--name", description = "What the token is for")
    String name = "console";

    @Override
    protected void run() {
        say(logins.createToken(user, name).secret());
    }
}
