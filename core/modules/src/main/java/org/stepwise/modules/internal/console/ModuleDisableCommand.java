package org.stepwise.modules.internal.console;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.module.Modules.Loss;

@Service
@Command(scope = "erp", name = "module-disable", description = "Switches a module off; its data stay, events wait")
@Parsing(OptionsAnywhere.class)
public final class ModuleDisableCommand extends ModuleCommand {
    @Override
    protected void run() {
        modules.plan(callers.current().company(), module).losses().stream()
                .filter(Loss::whenOff)
                .forEach(loss -> say("lost: " + loss.text()));
        modules.disable(callers.current().company(), module);
        say(module + " is off");
    }
}
