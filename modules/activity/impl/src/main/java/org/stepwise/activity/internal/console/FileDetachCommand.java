package org.stepwise.activity.internal.console;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.activity.Files;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.data.Id;

/** Detaches a file. */
@Service
@Command(scope = "activity", name = "file-detach", description = "Detaches a file from its row")
@Parsing(OptionsAnywhere.class)
public final class FileDetachCommand extends RowCommand {
    @Reference
    Files files;

    @Argument(index = 2, name = "file", required = true, description = "The id of the file")
    @Completion(FileIdCompleter.class)
    String file;

    @Override
    protected void run() {
        files.detach(subject(), Id.parse(file));
        say("detached");
    }
}
