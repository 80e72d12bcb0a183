package org.stepwise.web.internal.draft.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.CompanyCommand;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.data.Id;
import org.stepwise.error.Rejected;
import org.stepwise.web.internal.console.RegisterCompleter;
import org.stepwise.web.internal.draft.DraftPages;
import org.stepwise.web.internal.draft.Drafts;
import org.stepwise.web.internal.draft.Entered;
import org.stepwise.web.internal.json.Json;

/** Keeps a draft, or changes one. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "erp",
        name = "draft-save",
        description = "Keeps what is entered so far, and says what is wrong with it")
public final class DraftSaveCommand extends CompanyCommand {
    @Reference
    Drafts drafts;

    @Reference
    DraftPages pages;

    @Argument(index = 0, name = "register", required = true, description = "The list, such as crm.orders")
    @Completion(RegisterCompleter.class)
    String register;

    @Argument(index = 1, name = "values", required = true, description = "JSON with fields of the form, in quotes")
    String values;

    @Option(name = "--draft", description = "The draft that is changed; otherwise a new one is kept")
    @Completion(DraftCompleter.class)
    String draft;

    @Option(name = "--title", description = "By which it is found again")
    String title;

    @Override
    protected void run() {
        var kept = draft == null ? drafts.keep(register, entered(title)) : changed(Id.parse(draft));
        say(kept.id().toString());
        pages.find(register, kept).complaints().forEach((field, reason) -> say(field + ": " + reason));
    }

    /** The title stays where no other is given. */
    private Drafts.Kept changed(Id id) {
        var known = pages.find(register, id);
        return drafts.change(register, id, known.version(), entered(title == null ? known.title() : title));
    }

    private Entered entered(String named) {
        var mapper = Json.mapper();
        try {
            JsonNode read = mapper.readTree(values);
            var body = mapper.createObjectNode().put("title", named);
            body.set("values", read);
            return Entered.parse(body);
        } catch (JsonProcessingException malformed) {
            throw new Rejected("erp.request.malformed", "the values are to be a JSON object in quotes");
        }
    }
}
