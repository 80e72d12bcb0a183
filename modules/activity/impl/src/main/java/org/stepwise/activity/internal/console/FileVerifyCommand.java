package org.stepwise.activity.internal.console;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.CompanyCommand;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.content.Contents;
import org.stepwise.error.Conflict;

/** Reads all that is kept; fails when some of it is damaged, so that a script sees it. */
@Service
@Command(scope = "activity", name = "file-verify", description = "Reads every file and says which are damaged")
@Parsing(OptionsAnywhere.class)
public final class FileVerifyCommand extends CompanyCommand {
    @Reference
    Contents contents;

    @Override
    protected void run() {
        var damaged = contents.damaged();
        damaged.forEach(this::say);
        if (!damaged.isEmpty()) {
            throw new Conflict(
                    "erp.content.damaged",
                    damaged.size() + " contents are damaged where they are kept; restore them from a backup");
        }
        say("all files are whole");
    }
}
