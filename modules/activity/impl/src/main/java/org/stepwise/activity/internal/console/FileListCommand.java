package org.stepwise.activity.internal.console;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.activity.Files;
import org.stepwise.console.Listing;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.data.Id;

/** The files on a row. */
@Service
@Command(scope = "activity", name = "file-list", description = "Lists the files on a row, the newest first")
@Parsing(OptionsAnywhere.class)
public final class FileListCommand extends RowCommand {
    @Reference
    Files files;

    @Option(name = "--before", description = "A file; only older ones are listed")
    String before;

    @Option(name = "--json", description = "Prints JSON")
    boolean json;

    @Override
    protected void run() {
        var listing = new Listing("id", "name", "kind", "bytes", "attachedAt");
        files.of(subject(), before == null ? null : Id.parse(before))
                .forEach(file -> listing.row(file.id(), file.name(), file.kind(), file.bytes(), file.attachedAt()));
        listing.print(out(), json);
    }
}
