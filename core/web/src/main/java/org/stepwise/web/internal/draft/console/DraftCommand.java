package org.stepwise.web.internal.draft.console;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.stepwise.console.CompanyCommand;
import org.stepwise.data.Id;
import org.stepwise.web.internal.console.RegisterCompleter;

/** A command about a draft of a list. */
abstract class DraftCommand extends CompanyCommand {
    @Argument(index = 0, name = "register", required = true, description = "The list, such as crm.orders")
    @Completion(RegisterCompleter.class)
    String register;

    @Argument(index = 1, name = "draft", required = true, description = "The id of the draft")
    @Completion(DraftCompleter.class)
    String draft;

    final Id id() {
        return Id.parse(draft);
    }
}
