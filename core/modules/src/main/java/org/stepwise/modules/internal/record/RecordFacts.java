package org.stepwise.modules.internal.record;

import java.util.List;
import org.stepwise.log.Handlers;
import org.stepwise.log.Projection;

/** Writes the described records of one module from their facts. */
final class RecordFacts implements Projection {
    private final String module;
    private final List<RecordRows<?>> kinds;

    RecordFacts(String module, List<RecordRows<?>> kinds) {
        this.module = module;
        this.kinds = kinds;
    }

    @Override
    public String module() {
        return module;
    }

    @Override
    public String name() {
        return module + ".records";
    }

    @Override
    public void define(Handlers on) {
        kinds.forEach(rows -> define(on, rows));
    }

    private static <T extends Record> void define(Handlers on, RecordRows<T> rows) {
        on.applyTo(
                rows.layout().type(),
                fact -> List.of(fact.id()),
                recorded -> rows.apply(recorded.company(), recorded.event()));
    }
}
