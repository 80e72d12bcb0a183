package org.stepwise.modules.internal.console;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.module.Modules;
import org.stepwise.security.Callers;

@Service
@Command(scope = "erp", name = "module-disable", description = "Switches a module off; its data stay, events wait")
public final class ModuleDisableCommand extends CompanyCommand {
    @Reference
    Modules modules;

    @Reference
    Callers callers;

    @Argument(name = "module", required = true, description = "The module's name")
    @Completion(ModuleCompleter.class)
    String module;

    @Override
    void run() {
        modules.disable(callers.current().company(), module);
        say(module + " is off");
    }
}
