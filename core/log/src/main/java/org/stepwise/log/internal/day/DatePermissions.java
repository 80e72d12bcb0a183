package org.stepwise.log.internal.day;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.stepwise.log.guard.BusinessDates;
import org.stepwise.security.PermissionSet;

/** The permissions to record facts of other days than is usual. */
@Component
public final class DatePermissions implements PermissionSet {
    @Override
    public String module() {
        return "erp";
    }

    @Override
    public Map<String, String> permissions() {
        return Map.of(
                BusinessDates.FUTURE,
                "record facts of days to come, up to a year ahead; no role has it unless it names it",
                BusinessDates.PAST,
                "record facts of days more than a year ago, as imports of history do");
    }
}
