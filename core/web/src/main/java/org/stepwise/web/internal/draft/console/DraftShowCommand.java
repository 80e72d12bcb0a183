package org.stepwise.web.internal.draft.console;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.web.internal.draft.DraftPages;

/** What a draft says, and what is wrong with it. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "erp",
        name = "draft-show",
        description = "Shows what a draft says, as JSON, and what is wrong with it")
public final class DraftShowCommand extends DraftCommand {
    @Reference
    DraftPages pages;

    @Override
    protected void run() {
        var found = pages.find(register, id());
        say(found.values().toPrettyString());
        found.complaints().forEach((field, reason) -> say(field + ": " + reason));
    }
}
