package org.stepwise.security.internal.console;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.stepwise.security.ConsoleCaller;
import org.stepwise.security.Users;

@Service
public final class UserCompleter implements Completer {
    @Reference
    ConsoleCaller console;

    @Reference
    Users users;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        var known = console.run(() -> users.all().stream().map(Users.User::name).toList());
        return new StringsCompleter(known).complete(session, line, candidates);
    }
}
