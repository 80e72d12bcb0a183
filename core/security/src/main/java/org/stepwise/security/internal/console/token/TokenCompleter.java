package org.stepwise.security.internal.console.token;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.stepwise.security.ConsoleCaller;
import org.stepwise.security.Logins;

@Service
public final class TokenCompleter implements Completer {
    @Reference
    ConsoleCaller console;

    @Reference
    Logins logins;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        var known = console.run(() -> logins.tokens().stream()
                .filter(token -> !token.revoked())
                .map(token -> token.id().toString())
                .toList());
        return new StringsCompleter(known).complete(session, line, candidates);
    }
}
