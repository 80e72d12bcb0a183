package org.stepwise.activity.internal.console;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.stepwise.activity.Files;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.error.Rejected;

/** Attaches a file that lies on the server. */
@Service
@Command(scope = "activity", name = "file-attach", description = "Attaches a file on the server to a row")
@Parsing(OptionsAnywhere.class)
public final class FileAttachCommand extends RowCommand {
    @Reference
    Files files;

    @Argument(index = 2, name = "file", required = true, description = "Where it lies on the server")
    @Completion(FileCompleter.class)
    String file;

    @Override
    protected void run() {
        var path = Path.of(file);
        try (var content = java.nio.file.Files.newInputStream(path)) {
            say(files.attach(subject(), path.getFileName().toString(), content).toString());
        } catch (IOException unreadable) {
            throw new Rejected("activity.file.unreadable", file + " cannot be read; say where a file lies");
        }
    }
}
