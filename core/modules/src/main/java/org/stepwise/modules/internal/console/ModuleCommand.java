package org.stepwise.modules.internal.console;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.stepwise.console.CompanyCommand;
import org.stepwise.error.Rejected;
import org.stepwise.module.Modules;
import org.stepwise.security.Callers;

/** A command about one module. */
abstract class ModuleCommand extends CompanyCommand {
    @Reference
    Modules modules;

    @Reference
    Callers callers;

    @Argument(name = "module", required = true, description = "The module's name; options stand before it")
    @Completion(ModuleCompleter.class)
    String module;

    // Karaf takes what follows the first argument for more arguments, and would only say that there are too many.
    @Argument(index = 1, name = "nothing", multiValued = true, description = "Nothing follows the module's name")
    List<String> behind;

    @Override
    protected final void run() {
        if (behind != null) {
            var name = getClass().getAnnotation(Command.class).name();
            throw new Rejected(
                    "erp.console.options-first",
                    "options stand before the module's name: erp:%s %s %s"
                            .formatted(name, String.join(" ", behind), module));
        }
        perform();
    }

    abstract void perform();
}
