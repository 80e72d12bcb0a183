package org.stepwise.modules.internal.console;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.OptionsAnywhere;

@Service
@Command(
        scope = "erp",
        name = "module-purge",
        description = "Exports, then deletes what a module that is off has in the company; enabling rebuilds it")
@Parsing(OptionsAnywhere.class)
public final class ModulePurgeCommand extends ModuleCommand {
    @Option(name = "--confirm", description = "The module's name once more")
    String confirm;

    @Override
    protected void run() {
        modules.purge(callers.current().company(), module, confirm);
        say(module + " is purged; its export is in the folder exports of the home");
    }
}
