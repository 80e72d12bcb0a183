package org.stepwise.activity.internal.console;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.activity.Notes;
import org.stepwise.console.Listing;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.data.Id;

/** The notes on a row. */
@Service
@Command(scope = "activity", name = "note-list", description = "Lists the notes on a row, the newest first")
@Parsing(OptionsAnywhere.class)
public final class NoteListCommand extends RowCommand {
    @Reference
    Notes notes;

    @Option(name = "--before", description = "A note; only older ones are listed")
    String before;

    @Option(name = "--json", description = "Prints JSON")
    boolean json;

    @Override
    protected void run() {
        var listing = new Listing("id", "writtenAt", "by", "text");
        notes.of(subject(), before == null ? null : Id.parse(before))
                .forEach(note -> listing.row(
                        note.id(),
                        note.writtenAt(),
                        note.writtenBy().name() == null
                                ? note.writtenBy().id()
                                : note.writtenBy().name(),
                        note.text()));
        listing.print(out(), json);
    }
}
