package org.stepwise.modules.internal.record;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.stepwise.data.Id;
import org.stepwise.data.StatementFailed;
import org.stepwise.error.Conflict;
import org.stepwise.error.NotFound;
import org.stepwise.input.Input;
import org.stepwise.record.RecordName;
import org.stepwise.record.Records;
import org.stepwise.record.Stated;

/** Records the simple things of one kind, changes and archives them. */
final class RecordDesk<T extends Record> implements Records<T> {
    private static final String NOT_UNIQUE = "23";

    private final RecordRows<T> rows;
    private final RecordName name;
    private final Input input;
    private final RecordDesks desks;

    RecordDesk(RecordRows<T> rows, RecordDesks desks) {
        this.rows = rows;
        this.name = rows.layout().name();
        this.input = new Input(name.module());
        this.desks = desks;
    }

    @Override
    public Id record(T wanted, LocalDate on) {
        return desks.verbs().write(name.module(), name.record(), () -> {
            var id = desks.ids().next();
            state(
                    new Stated<>(id, checked(wanted, null), false),
                    on == null ? desks.verbs().today() : on);
            return id;
        });
    }

    @Override
    public void change(Id id, long version, T wanted) {
        again(id, version, known -> new Kept<>(id, checked(wanted, known.now()), known.archived(), version));
    }

    @Override
    public void archive(Id id, long version) {
        again(id, version, known -> new Kept<>(id, known.now(), true, version));
    }

    @Override
    public void restore(Id id, long version) {
        again(id, version, known -> new Kept<>(id, known.now(), false, version));
    }

    /** States what it comes to, where that is anything new. */
    private void again(Id id, long version, UnaryOperator<Kept<T>> change) {
        desks.verbs().write(name.module(), name.record(), () -> {
            var known = rows.lock(company(), id).orElseThrow(() -> unknown(id));
            if (version != -1 && version != known.version()) {
                throw new Conflict(
                        name.refusal("changed-meanwhile"),
                        "the %s %s was changed by somebody else; read it again and repeat your change"
                                .formatted(name.words(), code(known.now())));
            }
            var wanted = change.apply(known);
            if (!wanted.now().equals(known.now()) || wanted.archived() != known.archived()) {
                state(
                        new Stated<>(id, wanted.now(), wanted.archived()),
                        desks.verbs().today());
            }
            return null;
        });
    }

    /** Two people who take the same code at once are told apart by the database. */
    private void state(Stated<T> fact, LocalDate on) {
        var code = code(fact.now());
        rows.byCode(company(), code)
                .filter(other -> !other.id().equals(fact.id()))
                .ifPresent(other -> {
                    throw taken(code);
                });
        desks.log().record(name.module(), on, fact);
        try {
            desks.transactions().flush();
        } catch (StatementFailed failed) {
            if (String.valueOf(failed.state()).startsWith(NOT_UNIQUE)) {
                throw taken(code);
            }
            throw failed;
        }
    }

    private T checked(T wanted, T known) {
        return input.checked(wanted, known, desks.naming());
    }

    @Override
    public Kept<T> get(Id id) {
        return desks.transactions().call(() -> rows.find(company(), id).orElseThrow(() -> unknown(id)));
    }

    /** As its register shows it: to who may see it, where its module is on. */
    Kept<T> seen(Id id) {
        return desks.verbs().read(name.module(), name.read(), () -> get(id));
    }

    @Override
    public Optional<Kept<T>> byCode(String code) {
        return desks.transactions().call(() -> rows.byCode(company(), code));
    }

    @Override
    public boolean begun() {
        return desks.transactions().call(() -> rows.any(company()));
    }

    private Id company() {
        return desks.callers().current().company();
    }

    private String code(T record) {
        return rows.layout().code(record);
    }

    private Conflict taken(String code) {
        return new Conflict(name.refusal("code-taken"), "the code " + code + " is taken; choose another one");
    }

    private NotFound unknown(Id id) {
        return new NotFound(name.refusal("unknown"), "there is no " + name.words() + " " + id + " in this company");
    }
}
