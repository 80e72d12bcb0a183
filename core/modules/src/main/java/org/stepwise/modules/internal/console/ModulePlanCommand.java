package org.stepwise.modules.internal.console;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.Listing;

@Service
@Command(scope = "erp", name = "module-plan", description = "Says what enabling a module would do; changes nothing")
public final class ModulePlanCommand extends ModuleCommand {
    @Option(name = "--json", description = "Answers in JSON")
    boolean json;

    @Override
    void perform() {
        var plan = modules.plan(callers.current().company(), module);
        var listing = new Listing("what", "which");
        plan.features().forEach(feature -> listing.row("feature", feature));
        plan.bundles().forEach(bundle -> listing.row("bundle to " + bundle.action(), bundle.name()));
        plan.migrations().forEach(script -> listing.row("migration", script));
        listing.row("events to read", plan.events());
        listing.row("seconds", plan.seconds());
        plan.settings()
                .forEach(setting -> listing.row(
                        setting.required() && setting.value() == null ? "missing setting" : "setting",
                        setting.name()
                                + (setting.value() == null ? "" : "=" + setting.value())
                                + (setting.choices().isEmpty() ? "" : " of " + String.join(", ", setting.choices()))));
        plan.warnings().forEach(warning -> listing.row("warning", warning));
        plan.losses().forEach(loss -> listing.row(loss.whenOff() ? "lost when off" : "lost when purged", loss.text()));
        listing.print(out(), json);
    }
}
