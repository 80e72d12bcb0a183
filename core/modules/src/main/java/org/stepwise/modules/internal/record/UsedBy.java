package org.stepwise.modules.internal.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.stepwise.data.Id;
import org.stepwise.error.Refusal;
import org.stepwise.web.Description;
import org.stepwise.web.ListQuery;
import org.stepwise.web.OpenRegisters;
import org.stepwise.web.Page;
import org.stepwise.web.Register;
import org.stepwise.web.ValueType;

/**
 * Where a record is named: in the lists whose columns refer to its register, by its id or its code, what others add to
 * them included. The caller is told of what he may read.
 */
@Component(service = UsedBy.class)
public final class UsedBy {
    private static final int SHOWN = 5;

    private final List<Register> registers = new CopyOnWriteArrayList<>();
    private volatile OpenRegisters open;

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
     * Not waited for: registers are made of this. They come with what others add to them, where there is a web door.
     */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void addDoor(OpenRegisters door) {
        open = door;
    }

    public void removeDoor(OpenRegisters door) {
        open = open == door ? null : open;
    }

    private record Listing(Description description, Function<ListQuery, Page> pages) {}

    private List<Listing> lists() {
        var door = open;
        return door == null
                ? registers.stream()
                        .map(register -> new Listing(register.description(), register::list))
                        .toList()
                : door.descriptions().stream()
                        .map(each -> new Listing(each, query -> door.list(each.name(), query)))
                        .toList();
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
        for (var list : lists()) {
            for (var column : list.description().columns()) {
                if (register.equals(column.register()) && column.filter()) {
                    var named = column.type() == ValueType.REFERENCE ? id.toString() : code;
                    use(list, column.name(), named).ifPresent(uses::add);
                }
            }
        }
        return uses;
    }

    private static Optional<Use> use(Listing list, String column, String value) {
        try {
            var page = list.pages().apply(ListQuery.first(SHOWN).where(column, value));
            var rows = page.items().stream()
                    .map(row -> Id.parse(row.get("id").toString()))
                    .toList();
            return rows.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Use(list.description().name(), column, rows, page.next() != null));
        } catch (Refusal unseen) {
            // Its module is off, or the caller may not read it.
            return Optional.empty();
        }
    }
}
