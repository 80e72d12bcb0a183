package org.stepwise.activity.internal.follow;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.activity.Subject;
import org.stepwise.activity.event.Followed;
import org.stepwise.activity.event.Unfollowed;
import org.stepwise.activity.internal.ActivityModule;
import org.stepwise.activity.internal.follow.FollowRows.Follower;
import org.stepwise.log.Handlers;
import org.stepwise.log.Projection;

/** Writes followers from their facts. */
@Component(service = Projection.class)
public final class FollowFacts implements Projection {
    private final FollowRows rows;

    @Activate
    public FollowFacts(@Reference FollowRows rows) {
        this.rows = rows;
    }

    @Override
    public String module() {
        return ActivityModule.NAME;
    }

    @Override
    public String name() {
        return "activity.followers";
    }

    @Override
    public void define(Handlers on) {
        on.apply(Followed.class, fact -> List.of(fact.row()), recorded -> {
            var fact = recorded.event();
            var subject = new Subject(fact.register(), fact.row());
            rows.add(new Follower(recorded.company(), subject, fact.follower()), recorded.at());
        });
        on.apply(Unfollowed.class, fact -> List.of(fact.row()), recorded -> {
            var fact = recorded.event();
            var subject = new Subject(fact.register(), fact.row());
            rows.remove(new Follower(recorded.company(), subject, fact.follower()));
        });
    }
}
