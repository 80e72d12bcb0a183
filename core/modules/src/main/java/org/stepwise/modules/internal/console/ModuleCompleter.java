package org.stepwise.modules.internal.console;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.stepwise.modules.internal.catalogue.Catalogue;
import org.stepwise.modules.internal.catalogue.ModuleDescriptor;

@Service
public final class ModuleCompleter implements Completer {
    @Reference
    Catalogue catalogue;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        var names = catalogue.all().stream().map(ModuleDescriptor::name).toList();
        return new StringsCompleter(names).complete(session, line, candidates);
    }
}
