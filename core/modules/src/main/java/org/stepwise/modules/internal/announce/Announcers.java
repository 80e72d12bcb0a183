package org.stepwise.modules.internal.announce;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.stepwise.data.Id;
import org.stepwise.module.Modules.Standing;
import org.stepwise.modules.internal.draft.Drafts;

/** All who are told what becomes of modules; there may be none. */
@Component(service = Announcers.class)
public final class Announcers {
    private final List<Announcer> all = new CopyOnWriteArrayList<>();

    @Reference(
            name = "announcers",
            unbind = "removedAnnouncer",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    public void addedAnnouncer(Announcer announcer) {
        all.add(announcer);
    }

    public void removedAnnouncer(Announcer announcer) {
        all.remove(announcer);
    }

    /** Nobody works the standing out where nobody is told. */
    public void changed(Id company, Supplier<Standing> standing) {
        if (!all.isEmpty()) {
            var now = standing.get();
            all.forEach(announcer -> announcer.changed(company, now));
        }
    }

    /** Tells those who made it, as far as they look; {@code module} is its title. */
    public void lost(Id company, String module, Drafts.Lost lost) {
        all.forEach(announcer -> announcer.lost(company, module, lost));
    }
}
