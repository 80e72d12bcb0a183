package org.stepwise.modules.internal.console;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.error.Conflict;
import org.stepwise.error.Rejected;
import org.stepwise.module.Modules.Standing;
import org.stepwise.module.Modules.State;
import org.stepwise.modules.internal.gate.Key;
import org.stepwise.modules.internal.life.LifeCycle;

@Service
@Command(scope = "erp", name = "module-enable", description = "Switches a module on; it reads the log from its start")
@Parsing(OptionsAnywhere.class)
public final class ModuleEnableCommand extends ModuleCommand {
    private static final long LOOK_EVERY_SECONDS = 1;

    @Reference
    LifeCycle life;

    @Option(
            name = "-s",
            aliases = "--set",
            multiValued = true,
            description = "A business setting, as name=value; can be repeated; erp:module-plan lists them")
    @Completion(SettingCompleter.class)
    List<String> settings;

    @Option(name = "--wait", description = "Returns when the module is on, and fails when it does not come up")
    boolean waits;

    @Override
    protected void run() {
        var key = new Key(callers.current().company(), module);
        modules.enable(key.company(), module, given());
        if (waits) {
            report(key);
        } else {
            say(module + " is being enabled; erp:module-list tells how far it is");
        }
    }

    private void report(Key key) {
        var said = "";
        while (!life.settled(key, LOOK_EVERY_SECONDS)) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            var now = line(modules.find(key.company(), module));
            if (!now.equals(said)) {
                say(now);
                said = now;
            }
        }
        var standing = modules.find(key.company(), module);
        if (standing.state() != State.ON) {
            throw new Conflict("erp.module.failed", module + " did not come up: " + standing.reason());
        }
        say(module + " is on");
    }

    private static String line(Standing standing) {
        return standing.total() == 0
                ? standing.name() + ": " + standing.reason()
                : "%s: %s, %d of %d events, about %d seconds left"
                        .formatted(
                                standing.name(),
                                standing.reason(),
                                standing.read(),
                                standing.total(),
                                standing.secondsLeft());
    }

    private Map<String, String> given() {
        var given = new TreeMap<String, String>();
        for (var setting : settings == null ? List.<String>of() : settings) {
            var equals = setting.indexOf('=');
            if (equals < 1) {
                throw new Rejected("erp.module.settings", "\"" + setting + "\" is not of the form name=value");
            }
            given.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return given;
    }
}
