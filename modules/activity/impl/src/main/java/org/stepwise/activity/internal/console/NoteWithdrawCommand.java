package org.stepwise.activity.internal.console;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.activity.Notes;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.data.Id;

/** Withdraws a note. */
@Service
@Command(scope = "activity", name = "note-withdraw", description = "Withdraws a note")
@Parsing(OptionsAnywhere.class)
public final class NoteWithdrawCommand extends RowCommand {
    @Reference
    Notes notes;

    @Argument(index = 2, name = "note", required = true, description = "The id of the note")
    @Completion(NoteCompleter.class)
    String note;

    @Override
    protected void run() {
        notes.withdraw(subject(), Id.parse(note));
        say("withdrawn");
    }
}
