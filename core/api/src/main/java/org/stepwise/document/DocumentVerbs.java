package org.stepwise.document;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.stepwise.data.Id;
import org.stepwise.input.Kind;
import org.stepwise.input.Shape;
import org.stepwise.log.event.Fact;
import org.stepwise.log.event.Numbered;
import org.stepwise.module.ModuleVerbs;

/**
 * How verbs of a document go: what was entered is checked, the document is locked, a pure decision refuses or gives the
 * fact, and the fact is recorded on the day that was entered as {@code on}, or today.
 */
public final class DocumentVerbs<D extends Record> {
    private final ModuleVerbs verbs;
    private final Documents<D> documents;

    public DocumentVerbs(ModuleVerbs verbs, Documents<D> documents) {
        this.verbs = verbs;
        this.documents = documents;
    }

    /** Decides on a document that is to be: a method of what was entered. */
    @FunctionalInterface
    public interface Beginning<T> {
        Fact decide(T given, Id id, LocalDate on);
    }

    /** Decides on one that is there: a method of the document; null: there is nothing to record. */
    @FunctionalInterface
    public interface Decision<D extends Record, T> {
        Fact decide(D document, Id id, T given, LocalDate on);
    }

    /** Answers with the id of the new document, once it is numbered where it has a number. */
    public <T extends Record> Id begin(String permission, T wanted, Beginning<T> decision) {
        var id = verbs.next();
        Supplier<Fact> verb = () -> verbs.write(permission, () -> {
            var given = verbs.checked(wanted);
            var on = day(given);
            return recorded(on, decision.decide(given, id, on));
        });
        if (verbs.issue(id, () -> numbered(verb.get()), (issued, number) -> issued) != null) {
            verbs.follow();
        }
        return id;
    }

    /** @param version as of {@link Documents#lock(Id, long)} */
    public <T extends Record> void decide(String permission, Id id, long version, T wanted, Decision<D, T> decision) {
        var issued = numbered(verbs.write(permission, () -> {
            var given = verbs.checked(wanted);
            var on = day(given);
            return recorded(on, decision.decide(documents.lock(id, version).now(), id, given, on));
        }));
        if (issued != null) {
            // Another document than this one, it may be: one that follows from it.
            verbs.numbered(issued.document());
            verbs.follow();
        }
    }

    private LocalDate day(Record given) {
        for (var part : Shape.of(given.getClass()).parts()) {
            if (part.kind() == Kind.DAY && part.name().equals("on")) {
                return verbs.day((LocalDate) part.of(given));
            }
        }
        return verbs.day(null);
    }

    private Fact recorded(LocalDate on, Fact fact) {
        if (fact != null) {
            verbs.record(on, fact);
        }
        return fact;
    }

    private static Numbered numbered(Fact fact) {
        return fact instanceof Numbered numbered ? numbered : null;
    }
}
