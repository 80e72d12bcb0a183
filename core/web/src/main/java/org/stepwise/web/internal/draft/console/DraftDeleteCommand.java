package org.stepwise.web.internal.draft.console;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.web.internal.draft.Drafts;

/** Deletes a draft. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "erp", name = "draft-delete", description = "Deletes a draft")
public final class DraftDeleteCommand extends DraftCommand {
    @Reference
    Drafts drafts;

    @Override
    protected void run() {
        drafts.delete(register, id(), -1);
        say("deleted");
    }
}
