package org.stepwise.activity.internal.console;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.stepwise.security.ConsoleCaller;
import org.stepwise.web.ListQuery;
import org.stepwise.web.OpenRegisters;

/** The first rows of the register that was typed before. */
@Service
public final class RowCompleter implements Completer {
    private static final int ROWS = 50;

    @Reference
    OpenRegisters registers;

    @Reference
    ConsoleCaller caller;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        var typed = List.of(line.getArguments());
        var ids = caller.run(() -> registers.descriptions().stream()
                .map(description -> description.name())
                .filter(typed::contains)
                .findFirst()
                .map(register -> registers.list(register, ListQuery.first(ROWS)).items().stream()
                        .map(row -> String.valueOf(row.get("id")))
                        .toList())
                .orElse(List.of()));
        return new StringsCompleter(ids).complete(session, line, candidates);
    }
}
