package org.stepwise.modules.internal.rental;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.stepwise.security.PermissionSet;

/** What a role may be allowed to do with rentals. */
@Component(service = PermissionSet.class)
public final class RentalPermissions implements PermissionSet {
    static final String READ = "rental.rental.read";
    static final String LEND = "rental.rental.lend";
    static final String END = "rental.rental.end";

    @Override
    public String module() {
        return "rental";
    }

    @Override
    public Map<String, String> permissions() {
        return Map.of(READ, "See rentals", LEND, "Lend goods", END, "Take goods back and end rentals");
    }
}
