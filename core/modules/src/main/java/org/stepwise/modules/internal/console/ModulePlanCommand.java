package org.stepwise.modules.internal.console;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.Listing;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.module.Replays;
import org.stepwise.modules.internal.replay.ReplayView;

@Service
@Command(scope = "erp", name = "module-plan", description = "Says what enabling a module would do; changes nothing")
@Parsing(OptionsAnywhere.class)
public final class ModulePlanCommand extends ModuleCommand {
    @Option(name = "--json", description = "Answers in JSON")
    boolean json;

    @Option(
            name = "--replay",
            description = "Takes the whole log in once more and says what the module as it is installed now would post"
                    + " differently; ended with Ctrl-C it leaves nothing behind")
    boolean replay;

    @Reference
    Replays replays;

    @Reference
    ReplayView view;

    @Override
    protected void run() {
        if (replay) {
            replays.start(callers.current().company(), module);
            replay(new ReplayTeller(replays, view, callers.current().company(), module));
        } else {
            plan();
        }
    }

    private void replay(ReplayTeller teller) {
        var report = teller.ended(out(), json);
        if (json) {
            printJson(view.of(teller.company(), report));
        } else {
            teller.tell(out(), report);
        }
    }

    private void plan() {
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
