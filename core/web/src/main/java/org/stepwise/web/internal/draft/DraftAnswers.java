package org.stepwise.web.internal.draft;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.web.Found;
import org.stepwise.web.internal.draft.Drafts.Kept;
import org.stepwise.web.internal.register.Documents;
import org.stepwise.web.internal.register.Documents.Answer;
import org.stepwise.web.internal.register.Registers;
import org.stepwise.web.internal.register.Versions;

/** How drafts are answered: the same whether at once or when the request is repeated. */
@Component(service = DraftAnswers.class)
public final class DraftAnswers {
    private final DraftPages pages;
    private final Registers registers;
    private final Documents documents;

    @Activate
    public DraftAnswers(@Reference DraftPages pages, @Reference Registers registers, @Reference Documents documents) {
        this.pages = pages;
        this.registers = registers;
        this.documents = documents;
    }

    public Answer shown(String register, Kept kept) {
        var draft = pages.find(register, kept);
        return new Answer(200, null, Versions.tag(new Found(draft, draft.version())), draft);
    }

    public Answer kept(String register, Kept kept) {
        var shown = shown(register, kept);
        var location = "/api/" + register.replaceFirst("\\.", "/") + "/drafts/" + kept.id();
        return new Answer(201, location, shown.tag(), shown.view());
    }

    /** As the creation of it is answered. */
    public Answer recorded(String register, Id made) {
        var path = register.split("\\.", 2);
        return documents.created(registers.find(path[0], path[1]), made);
    }
}
