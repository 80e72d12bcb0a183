package org.stepwise.modules.internal.console;

import java.util.Locale;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.CompanyCommand;
import org.stepwise.console.Listing;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.module.Modules;
import org.stepwise.security.Callers;

@Service
@Command(scope = "erp", name = "module-list", description = "Lists the modules and where each stands")
@Parsing(OptionsAnywhere.class)
public final class ModuleListCommand extends CompanyCommand {
    @Reference
    Modules modules;

    @Reference
    Callers callers;

    @Option(name = "--json", description = "Answers in JSON")
    boolean json;

    @Override
    protected void run() {
        var listing = new Listing("name", "title", "state", "reason", "position", "read", "total", "secondsLeft");
        for (var module : modules.list(callers.current().company())) {
            var reading = module.total() > 0;
            listing.row(
                    module.name(),
                    module.title(),
                    module.state().name().toLowerCase(Locale.ROOT),
                    module.reason(),
                    module.position(),
                    reading ? module.read() : null,
                    reading ? module.total() : null,
                    reading ? module.secondsLeft() : null);
        }
        listing.print(out(), json);
    }
}
