package org.stepwise.row;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard: what a module answers below every row of every register, such as {@code notes}. A request for {@code
 * /api/crm/orders/{id}/notes} goes to the resource that the module has at {@code
 * <module>/rows/{module}/{plural}/{id}/notes}; what lies below it goes there too. Verbs of the register come first.
 */
@ConsumerType
public interface RowParts {
    /** The module that answers. */
    String module();

    /** The first segment behind the id of the row. */
    Set<String> names();
}
