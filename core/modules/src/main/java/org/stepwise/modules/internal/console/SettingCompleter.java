package org.stepwise.modules.internal.console;

import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.stepwise.module.Modules.Setting;
import org.stepwise.modules.internal.catalogue.Catalogue;

/** Settings of all modules, as {@code name=value}: the module's name may not be typed yet. */
@Service
public final class SettingCompleter implements Completer {
    @Reference
    Catalogue catalogue;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        var offered = catalogue.all().stream()
                .flatMap(module -> module.settings().stream())
                .flatMap(SettingCompleter::values)
                .toList();
        return new StringsCompleter(offered).complete(session, line, candidates);
    }

    static Stream<String> values(Setting setting) {
        return setting.choices().isEmpty()
                ? Stream.of(setting.name() + "=")
                : setting.choices().stream().map(choice -> setting.name() + "=" + choice);
    }
}
