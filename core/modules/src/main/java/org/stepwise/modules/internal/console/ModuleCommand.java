package org.stepwise.modules.internal.console;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.stepwise.console.CompanyCommand;
import org.stepwise.module.Modules;
import org.stepwise.security.Callers;

/** A command about one module. */
abstract class ModuleCommand extends CompanyCommand {
    @Reference
    Modules modules;

    @Reference
    Callers callers;

    @Argument(name = "module", required = true, description = "The module's name")
    @Completion(ModuleCompleter.class)
    String module;
}
