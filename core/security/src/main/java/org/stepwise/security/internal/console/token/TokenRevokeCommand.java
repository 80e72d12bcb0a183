package org.stepwise.security.internal.console.token;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.CompanyCommand;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.data.Id;
import org.stepwise.security.Logins;

@Service
@Command(scope = "erp", name = "token-revoke", description = "From now on the API token opens nothing")
@Parsing(OptionsAnywhere.class)
public final class TokenRevokeCommand extends CompanyCommand {
    @Reference
    Logins logins;

    @Argument(name = "token", required = true, description = "The token's id")
    @Completion(TokenCompleter.class)
    String token;

    @Override
    protected void run() {
        logins.revokeToken(Id.parse(token));
        say(token + " is revoked");
    }
}
