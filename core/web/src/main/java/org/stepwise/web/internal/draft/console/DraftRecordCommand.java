package org.stepwise.web.internal.draft.console;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.web.internal.draft.Drafts;

/** Makes the real thing of a draft. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "erp", name = "draft-record", description = "Creates what a draft says, and deletes the draft")
public final class DraftRecordCommand extends DraftCommand {
    @Reference
    Drafts drafts;

    @Override
    protected void run() {
        say(drafts.record(register, id(), -1).toString());
    }
}
