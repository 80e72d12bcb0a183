package org.stepwise.crm.internal.console;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.stepwise.crm.internal.order.OrderRegister;
import org.stepwise.security.ConsoleCaller;
import org.stepwise.web.ListQuery;

/** The ids of the orders that something can still be done with. */
@Service
public final class OrderCompleter implements Completer {
    private static final int MOST = 100;

    @Reference
    OrderRegister register;

    @Reference
    ConsoleCaller console;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> ids = console.run(
                () -> register.list(new ListQuery(MOST, null, List.of("-orderedOn"), List.of())).items().stream()
                        .map(row -> String.valueOf(row.get("id")))
                        .toList());
        return new StringsCompleter(ids).complete(session, line, candidates);
    }
}
