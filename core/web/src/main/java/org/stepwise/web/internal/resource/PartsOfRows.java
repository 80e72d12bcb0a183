package org.stepwise.web.internal.resource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.stepwise.module.Homes;
import org.stepwise.row.RowParts;
import org.stepwise.web.internal.register.Registers;

/** What modules answer below the rows of all registers, by the first segment behind the id. */
@Component(service = PartsOfRows.class)
public final class PartsOfRows {
    /** Segments of the shortest path: module, plural, id, name. */
    private static final int SHORTEST = 4;

    private final Map<String, RowParts> byName = new ConcurrentHashMap<>();
    private final Registers registers;

    @Activate
    public PartsOfRows(@Reference Registers registers) {
        this.registers = registers;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addRowParts(RowParts parts, Map<String, Object> service) {
        if (Homes.mayOffer("the parts of rows " + parts.names(), parts.module(), service)) {
            parts.names().forEach(name -> byName.putIfAbsent(name, parts));
        }
    }

    public void removeRowParts(RowParts parts) {
        byName.values().removeIf(parts::equals);
    }

    /**
     * Where the path is answered, as what stands before it; empty when no register is named, or no module adds this.
     */
    Optional<String> answering(List<String> path) {
        return path.size() < SHORTEST || !registers.has(path.get(0), path.get(1))
                ? Optional.empty()
                : Optional.ofNullable(byName.get(path.get(SHORTEST - 1))).map(parts -> "/" + parts.module() + "/rows");
    }
}
