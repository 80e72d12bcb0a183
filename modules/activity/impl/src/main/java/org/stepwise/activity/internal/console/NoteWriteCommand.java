package org.stepwise.activity.internal.console;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.activity.Notes;
import org.stepwise.console.OptionsAnywhere;

/** Writes a note. */
@Service
@Command(scope = "activity", name = "note-write", description = "Writes a note on a row")
@Parsing(OptionsAnywhere.class)
public final class NoteWriteCommand extends RowCommand {
    @Reference
    Notes notes;

    @Argument(index = 2, name = "text", required = true, description = "What it says, in quotes")
    String text;

    @Override
    protected void run() {
        say(notes.write(subject(), text).toString());
    }
}
