package org.stepwise.web.internal.draft.console;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.CompanyCommand;
import org.stepwise.console.Listing;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.data.Id;
import org.stepwise.web.internal.console.RegisterCompleter;
import org.stepwise.web.internal.draft.DraftPages;

/** The drafts of a list. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "erp", name = "draft-list", description = "Lists the drafts of a list, the newest first")
public final class DraftListCommand extends CompanyCommand {
    @Reference
    DraftPages pages;

    @Argument(name = "register", required = true, description = "The list, such as crm.orders")
    @Completion(RegisterCompleter.class)
    String register;

    @Option(name = "--before", description = "A draft; only older ones are listed")
    String before;

    @Option(name = "--json", description = "Prints JSON")
    boolean json;

    @Override
    protected void run() {
        var listing = new Listing("id", "title", "summary", "madeBy", "changedAt");
        pages.of(register, before == null ? null : Id.parse(before), DraftPages.PAGE)
                .items()
                .forEach(item -> listing.row(
                        item.id().toString(),
                        item.title(),
                        String.join(", ", item.summary().values()),
                        item.madeBy().name() == null
                                ? item.madeBy().id().toString()
                                : item.madeBy().name(),
                        item.changedAt().toString()));
        listing.print(out(), json);
    }
}
