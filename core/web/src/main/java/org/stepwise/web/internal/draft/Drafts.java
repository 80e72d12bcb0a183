package org.stepwise.web.internal.draft;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.error.Conflict;
import org.stepwise.error.Rejected;
import org.stepwise.security.Callers;
import org.stepwise.web.internal.answer.KeyedRequests;
import org.stepwise.web.internal.draft.DraftAccess.Access;
import org.stepwise.web.internal.form.FormReader;

/**
 * What people have typed into forms and not recorded yet, for every list in which something can be created. Nothing of
 * it is a fact: it is in no log, and stays where a module is off or purged.
 */
@Component(service = Drafts.class)
public final class Drafts {
    private final DraftAccess access;
    private final DraftTable table;
    private final DraftStore store;
    private final DraftRecording recording;
    private final NamedParties parties;
    private final KeyedRequests requests;
    private final Callers callers;
    private final Transactions transactions;

    @Activate
    public Drafts(
            @Reference DraftAccess access,
            @Reference DraftTable table,
            @Reference DraftStore store,
            @Reference DraftRecording recording,
            @Reference NamedParties parties,
            @Reference KeyedRequests requests,
            @Reference Callers callers,
            @Reference Transactions transactions) {
        this.access = access;
        this.table = table;
        this.store = store;
        this.recording = recording;
        this.parties = parties;
        this.requests = requests;
        this.callers = callers;
        this.transactions = transactions;
    }

    /**
     * A draft after it was saved.
     *
     * @param notKept what was sent and is no field of the form, by place and why
     */
    public record Kept(Id id, Map<String, String> notKept) {}

    /** Keeps what was entered, however little or wrong; refuses only what is too much. */
    public Kept keep(String register, Entered entered) {
        var open = access.to(register);
        var sent = Content.of(entered.title(), entered.values()).fitted(open.form());
        var content = new Content(sent.title(), sent.values(), JsonNodeFactory.instance.objectNode());
        var named = parties.in(open.form(), content.values());
        var id = transactions.call(() -> {
            var made = store.insert(open.company(), open.caller().user(), open.form(), content, named);
            requests.claim(made);
            return made;
        });
        return new Kept(id, notKept(open, sent.left()));
    }

    /** Instead of what it said before. What the form has no field for any more stays until it is left out by name. */
    public Kept change(String register, Id draft, long version, Entered entered) {
        var open = access.to(register);
        var sent = Content.of(entered.title(), entered.values()).fitted(open.form());
        var named = parties.in(open.form(), sent.values());
        transactions.run(() -> {
            var known = access.row(open, draft);
            requireSeen(known, version);
            var left = store.read(open.company(), known).fitted(open.form()).left();
            if (entered.left() != null) {
                left.retain(names(entered.left()));
            }
            var content = new Content(sent.title(), sent.values(), left);
            if (!store.update(known, open.company(), open.caller().user(), open.form(), content)) {
                throw changed(draft);
            }
            store.rewrite(known, open.company(), content, named);
        });
        return new Kept(draft, notKept(open, sent.left()));
    }

    /** {@code version} is -1 when the caller gave none. */
    public void delete(String register, Id draft, long version) {
        var open = access.to(register);
        transactions.run(() -> {
            requireSeen(access.row(open, draft), version);
            if (!table.delete(open.company(), draft, version)) {
                throw changed(draft);
            }
        });
    }

    /** One of the caller's own, of whichever list: of one whose module is off, or that he may not create in, too. */
    public void deleteOwn(Id draft) {
        var caller = callers.current();
        transactions.run(() -> table.find(caller.company(), draft)
                .filter(row -> row.madeBy().equals(caller.user()))
                .map(row -> table.delete(caller.company(), draft, row.version()))
                .orElseThrow(() -> DraftAccess.unknown(draft)));
    }

    /** Makes the real thing, as its register makes it, and takes the draft away; a refusal leaves the draft. */
    public Id record(String register, Id draft, long version) {
        var open = access.to(register);
        var known = transactions.call(() -> access.row(open, draft));
        requireSeen(known, version);
        var content = transactions.call(() -> store.read(open.company(), known)).fitted(open.form());
        requireNothingLeft(content.left());
        var form = FormReader.create(open.form(), content.values());
        return recording.recorded(open.company(), known, () -> open.register().create(form));
    }

    private static void requireNothingLeft(ObjectNode left) {
        if (!left.isEmpty()) {
            var fields = new LinkedHashMap<String, String>();
            names(left).forEach(name -> fields.put(name, "is no field of this form any more"));
            throw new Rejected(
                    "erp.draft.left",
                    "the form has changed since and has no field for "
                            + left.fieldNames().next()
                            + (left.size() > 1 ? " (and " + (left.size() - 1) + " more)" : "")
                            + "; enter that elsewhere or leave it out, then record",
                    fields);
        }
    }

    private static void requireSeen(DraftTable.Row known, long version) {
        if (version != -1 && known.version() != version) {
            throw changed(known.id());
        }
    }

    static Conflict changed(Id draft) {
        return new Conflict(
                "erp.data.changed-meanwhile",
                "the draft " + draft + " was changed by somebody else; read it again and repeat your change");
    }

    private static Set<String> names(ObjectNode node) {
        var names = new LinkedHashSet<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Map<String, String> notKept(Access open, ObjectNode rest) {
        var told = new LinkedHashMap<String, String>();
        names(rest)
                .forEach(place -> told.put(
                        place,
                        open.form().fields().stream()
                                        .anyMatch(field -> field.name().equals(place))
                                ? "is not kept: one value is expected here"
                                : "is not kept: it is not a field of this form"));
        return told;
    }
}
