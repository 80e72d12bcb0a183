package org.stepwise.document;

import java.util.List;
import java.util.Map;
import org.stepwise.document.DocumentVerbs.Beginning;
import org.stepwise.document.DocumentVerbs.Decision;
import org.stepwise.module.ModuleVerbs;
import org.stepwise.register.Reader;
import org.stepwise.register.Sheet;

/** The register of a document whose verbs are decisions: each is named once, with all that there is to say of it. */
public final class DocumentSheet<D extends Record> {
    private final DocumentVerbs<D> verbs;
    private final Sheet sheet;

    public DocumentSheet(ModuleVerbs verbs, Documents<D> documents, Reader reader) {
        this.verbs = new DocumentVerbs<>(verbs, documents);
        this.sheet = documents.sheet(reader);
    }

    public <T extends Record> DocumentSheet<D> begin(String permission, Class<T> wanted, Beginning<T> decision) {
        sheet.create(permission, wanted, given -> verbs.begin(permission, given, decision));
        return this;
    }

    /** @param when column to the values in which it can be done, such as {@link Sheet#status} */
    public <T extends Record> DocumentSheet<D> verb(
            String name, String permission, Map<String, List<String>> when, Class<T> wanted, Decision<D, T> decision) {
        sheet.verb(
                name,
                permission,
                when,
                wanted,
                (id, version, given) -> verbs.decide(permission, id, version, given, decision));
        return this;
    }

    /** For a {@link org.stepwise.register.CommandRegister}, which may add verbs that are more than a decision. */
    public Sheet sheet() {
        return sheet;
    }
}
