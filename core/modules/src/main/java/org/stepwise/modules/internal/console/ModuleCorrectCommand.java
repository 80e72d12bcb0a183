package org.stepwise.modules.internal.console;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.module.Replays;
import org.stepwise.modules.internal.replay.ReplayView;

@Service
@Command(
        scope = "erp",
        name = "module-correct",
        description = "Posts as corrections what the module as it is installed now posts differently")
@Parsing(OptionsAnywhere.class)
public final class ModuleCorrectCommand extends ModuleCommand {
    @Option(name = "--reason", required = true, description = "Why; it stands in every journal that corrects")
    String reason;

    @Option(name = "--json", description = "Answers in JSON")
    boolean json;

    @Reference
    Replays replays;

    @Reference
    ReplayView view;

    @Override
    protected void run() {
        var company = callers.current().company();
        replays.correct(company, module, reason);
        var teller = new ReplayTeller(replays, view, company, module);
        var report = teller.ended(out(), json);
        if (json) {
            printJson(view.of(company, report));
        } else {
            teller.tell(out(), report);
        }
    }
}
