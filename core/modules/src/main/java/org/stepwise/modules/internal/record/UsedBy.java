package org.stepwise.modules.internal.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.stepwise.data.Id;
import org.stepwise.error.Refusal;
import org.stepwise.web.Column;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Register;
import org.stepwise.web.ValueType;

/**
 * Where a record is named: in the lists whose columns refer to its register, by its id or its code. The caller is told
 * of what he may read.
 */
@Component(service = UsedBy.class)
public final class UsedBy {
    private static final int SHOWN = 5;

    private final List<Register> registers = new CopyOnWriteArrayList<>();

    @Activate
    public UsedBy() {}

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addRegister(Register register) {
        registers.add(register);
    }

    public void removeRegister(Register register) {
        registers.remove(register);
    }

    /**
     * A list that names it.
     *
     * @param list the register, such as {@code masterdata.products}
     * @param column the column that does
     * @param rows the first of the rows
     * @param more whether there are more
     */
    public record Use(String list, String column, List<Id> rows, boolean more) {}

    List<Use> of(String register, Id id, String code) {
        var uses = new ArrayList<Use>();
        for (var each : registers) {
            for (var column : each.description().columns()) {
                if (register.equals(column.register()) && column.filter()) {
                    use(each, column, column.type() == ValueType.REFERENCE ? id.toString() : code)
                            .ifPresent(uses::add);
                }
            }
        }
        return uses;
    }

    private static Optional<Use> use(Register register, Column column, String value) {
        try {
            var page = register.list(ListQuery.first(SHOWN).where(column.name(), value));
            var rows = page.items().stream()
                    .map(row -> Id.parse(row.get("id").toString()))
                    .toList();
            return rows.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Use(register.description().name(), column.name(), rows, page.next() != null));
        } catch (Refusal unseen) {
            // Its module is off, or the caller may not read it.
            return Optional.empty();
        }
    }
}
