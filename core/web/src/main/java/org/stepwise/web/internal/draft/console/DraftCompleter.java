package org.stepwise.web.internal.draft.console;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.stepwise.security.ConsoleCaller;
import org.stepwise.web.OpenRegisters;
import org.stepwise.web.internal.draft.DraftPages;

/** The drafts of the list that was typed before. */
@Service
public final class DraftCompleter implements Completer {
    @Reference
    OpenRegisters registers;

    @Reference
    DraftPages pages;

    @Reference
    ConsoleCaller caller;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        var typed = List.of(line.getArguments());
        var ids = caller.run(() -> registers.descriptions().stream()
                .filter(each -> each.create() != null && typed.contains(each.name()))
                .flatMap(each -> pages.of(each.name(), null, DraftPages.PAGE).items().stream())
                .map(item -> item.id().toString())
                .toList());
        return new StringsCompleter(ids).complete(session, line, candidates);
    }
}
