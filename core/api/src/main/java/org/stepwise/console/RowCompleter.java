package org.stepwise.console;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.stepwise.security.ConsoleCaller;
import org.stepwise.web.OpenRegisters;

/** What the first rows of the register are called that was typed before, or those with the letters typed so far. */
@Service
public final class RowCompleter implements Completer {
    @Reference
    OpenRegisters registers;

    @Reference
    ConsoleCaller caller;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        var names = caller.run(() -> TypedLine.register(registers, line)
                .map(register -> registers.names(register.name(), TypedLine.begun(line)))
                .orElse(TypedLine.taken(line)));
        return new StringsCompleter(names).complete(session, line, candidates);
    }
}
