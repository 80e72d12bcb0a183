package org.stepwise.console;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.stepwise.security.ConsoleCaller;
import org.stepwise.web.Description;
import org.stepwise.web.OpenRegisters;

/** The registers of all modules that are on. */
@Service
public final class ListCompleter implements Completer {
    @Reference
    OpenRegisters registers;

    @Reference
    ConsoleCaller caller;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        var names = caller.run(
                () -> registers.descriptions().stream().map(Description::name).toList());
        return new StringsCompleter(names).complete(session, line, candidates);
    }
}
