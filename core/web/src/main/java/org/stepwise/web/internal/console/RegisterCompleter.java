package org.stepwise.web.internal.console;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.stepwise.security.ConsoleCaller;
import org.stepwise.web.internal.register.Registers;

/** The registers in which something can be created. */
@Service
public final class RegisterCompleter implements Completer {
    @Reference
    Registers registers;

    @Reference
    ConsoleCaller caller;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        var names = caller.run(() -> registers.open().stream()
                .map(register -> register.description())
                .filter(description -> description.create() != null)
                .map(description -> description.name())
                .toList());
        return new StringsCompleter(names).complete(session, line, candidates);
    }
}
