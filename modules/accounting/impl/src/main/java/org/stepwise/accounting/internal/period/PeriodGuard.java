package org.stepwise.accounting.internal.period;

import java.time.LocalDate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.posting.Posted;
import org.stepwise.log.event.Fact;
import org.stepwise.log.guard.Guard;

/**
 * Refuses documents dated in a closed month, at whichever door. Movements of goods pass: what came and went did so, and
 * is posted on the first open day.
 */
@Component
public final class PeriodGuard implements Guard {
    private final PeriodLock lock;

    @Activate
    public PeriodGuard(@Reference PeriodLock lock) {
        this.lock = lock;
    }

    @Override
    public void check(Fact fact, LocalDate on) {
        if (fact instanceof Posted) {
            lock.enter(on);
        }
    }
}
