package org.stepwise.activity.internal.console;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.stepwise.activity.Files;
import org.stepwise.security.ConsoleCaller;
import org.stepwise.web.OpenRegisters;

/** The files on the row that was typed before. */
@Service
public final class FileIdCompleter implements Completer {
    @Reference
    Files files;

    @Reference
    OpenRegisters registers;

    @Reference
    ConsoleCaller caller;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        var ids = caller.run(() -> TypedRow.of(registers, line).stream()
                .flatMap(row -> files.of(row, null).stream())
                .map(file -> file.id().toString())
                .toList());
        return new StringsCompleter(ids).complete(session, line, candidates);
    }
}
