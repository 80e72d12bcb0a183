package org.stepwise.log.internal.console;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.stepwise.log.Deliveries;
import org.stepwise.security.Callers;
import org.stepwise.security.ConsoleCaller;

/** The places of parked events. */
@Service
public final class ParkedCompleter implements Completer {
    @Reference
    Deliveries deliveries;

    @Reference
    Callers callers;

    @Reference
    ConsoleCaller console;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> positions =
                console.run(() -> deliveries.parked(callers.current().company()).stream()
                        .map(parked -> Long.toString(parked.position()))
                        .distinct()
                        .toList());
        return new StringsCompleter(positions).complete(session, line, candidates);
    }
}
