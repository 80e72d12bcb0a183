package org.stepwise.warehouse.internal.console;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.stepwise.security.ConsoleCaller;
import org.stepwise.warehouse.internal.register.TypedNames;

/** The numbers of posted deliveries. */
@Service
public final class DeliveryNumberCompleter implements Completer {
    @Reference
    TypedNames names;

    @Reference
    ConsoleCaller console;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        return new StringsCompleter(console.run(names::deliveryNumbers)).complete(session, line, candidates);
    }
}
