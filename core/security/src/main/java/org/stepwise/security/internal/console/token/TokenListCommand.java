package org.stepwise.security.internal.console.token;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.CompanyCommand;
import org.stepwise.console.Listing;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.security.Logins;

@Service
@Command(scope = "erp", name = "token-list", description = "Lists the API tokens; their secrets are not kept")
@Parsing(OptionsAnywhere.class)
public final class TokenListCommand extends CompanyCommand {
    @Reference
    Logins logins;

    @Option(name = "--json", description = "Answers in JSON")
    boolean json;

    @Override
    protected void run() {
        var listing = new Listing("id", "name", "user", "created", "lastUsed", "revoked");
        logins.tokens()
                .forEach(token -> listing.row(
                        token.id().toString(),
                        token.name(),
                        token.user(),
                        token.created().toString(),
                        token.lastUsed() == null ? "never" : token.lastUsed().toString(),
                        token.revoked()));
        listing.print(out(), json);
    }
}
