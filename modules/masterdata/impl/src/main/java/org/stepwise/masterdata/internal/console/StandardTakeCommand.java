package org.stepwise.masterdata.internal.console;

import java.util.Arrays;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.stepwise.console.CompanyCommand;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.error.Rejected;
import org.stepwise.masterdata.StandardLists;
import org.stepwise.masterdata.StandardLists.Standard;

/** Takes over a list of the world. */
@Service
@Command(
        scope = "masterdata",
        name = "standard-take",
        description = "Takes over the countries of ISO 3166 or the currencies of ISO 4217")
@Parsing(OptionsAnywhere.class)
public final class StandardTakeCommand extends CompanyCommand {
    @Reference
    StandardLists lists;

    @Argument(name = "list", required = true, description = "countries or currencies")
    @Completion(
            value = StringsCompleter.class,
            values = {"countries", "currencies"})
    String list;

    @Override
    protected void run() {
        var wanted = Arrays.stream(Standard.values())
                .filter(known -> known.name().equalsIgnoreCase(list))
                .findFirst()
                .orElseThrow(() -> new Rejected(
                        "masterdata.input.invalid", "list is neither countries nor currencies, but " + list));
        say(lists.take(wanted) + " taken over");
    }
}
