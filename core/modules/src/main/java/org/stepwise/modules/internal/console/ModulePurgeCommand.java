package org.stepwise.modules.internal.console;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.module.Modules;
import org.stepwise.security.Callers;

@Service
@Command(
        scope = "erp",
        name = "module-purge",
        description = "Exports, then deletes what a module that is off has in the company; enabling rebuilds it")
public final class ModulePurgeCommand extends CompanyCommand {
    @Reference
    Modules modules;

    @Reference
    Callers callers;

    @Argument(name = "module", required = true, description = "The module's name")
    @Completion(ModuleCompleter.class)
    String module;

    @Option(name = "--confirm", description = "The module's name once more")
    String confirm;

    @Override
    void run() {
        modules.purge(callers.current().company(), module, confirm);
        say(module + " is purged; its export is in the folder exports of the home");
    }
}
