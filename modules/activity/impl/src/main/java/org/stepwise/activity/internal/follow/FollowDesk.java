package org.stepwise.activity.internal.follow;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.activity.Author;
import org.stepwise.activity.Followers;
import org.stepwise.activity.Subject;
import org.stepwise.activity.event.Unfollowed;
import org.stepwise.activity.internal.ActivityModule;
import org.stepwise.activity.internal.ActivityPermissions;
import org.stepwise.activity.internal.Subjects;
import org.stepwise.activity.internal.follow.FollowRows.Follower;
import org.stepwise.activity.internal.follow.FollowRows.Look;
import org.stepwise.error.Refusal;
import org.stepwise.log.Log;
import org.stepwise.module.Verbs;
import org.stepwise.security.Callers;

/** Notes who follows what, and tells what is new. */
@Component
public final class FollowDesk implements Followers {
    private final Subjects subjects;
    private final FollowRows rows;
    private final Callers callers;
    private final Verbs verbs;
    private final Log log;
    private final Clock clock;

    @Activate
    public FollowDesk(
            @Reference Subjects subjects,
            @Reference FollowRows rows,
            @Reference Callers callers,
            @Reference Verbs verbs,
            @Reference Log log,
            @Reference Clock clock) {
        this.subjects = subjects;
        this.rows = rows;
        this.callers = callers;
        this.verbs = verbs;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public List<Author> of(Subject subject) {
        return verbs.read(ActivityModule.NAME, subjects.permission(subject), () -> {
            var found = rows.of(callers.current().company(), subject);
            var names = subjects.names(found);
            return found.stream().map(id -> new Author(id, names.get(id))).toList();
        });
    }

    @Override
    public void follow(Subject subject) {
        write(() -> {
            var version = subjects.seen(subject).version();
            var me = me(subject);
            if (!rows.isFollowing(me)) {
                log.record(
                        ActivityModule.NAME,
                        verbs.today(),
                        new org.stepwise.activity.event.Followed(subject.row(), subject.register(), me.user()));
            }
            rows.look(me, version, clock.instant());
        });
    }

    /** Also where the row cannot be seen any more: nobody is held. */
    @Override
    public void unfollow(Subject subject) {
        write(() -> {
            var me = me(subject);
            if (rows.isFollowing(me)) {
                log.record(
                        ActivityModule.NAME,
                        verbs.today(),
                        new Unfollowed(subject.row(), subject.register(), me.user()));
                rows.forgetLook(me);
            }
        });
    }

    @Override
    public void look(Subject subject) {
        write(() -> {
            var version = subjects.seen(subject).version();
            var me = me(subject);
            if (rows.isFollowing(me)) {
                rows.look(me, version, clock.instant());
            }
        });
    }

    private void write(Runnable verb) {
        verbs.write(ActivityModule.NAME, ActivityPermissions.ROW_FOLLOW, () -> {
            verb.run();
            return null;
        });
    }

    private Follower me(Subject subject) {
        var caller = callers.current();
        return new Follower(caller.company(), subject, caller.user());
    }

    @Override
    public List<Followed> following() {
        return verbs.read(ActivityModule.NAME, ActivityPermissions.ROW_FOLLOW, () -> {
            var caller = callers.current();
            return rows.looks(caller.company(), caller.user()).stream()
                    .map(this::followed)
                    .flatMap(Optional::stream)
                    .toList();
        });
    }

    /** Empty for what the caller may not see any more, or what is gone. */
    private Optional<Followed> followed(Look look) {
        try {
            var subject = look.subject();
            var me = me(subject);
            var seen = subjects.seen(subject);
            return Optional.of(new Followed(
                    subject,
                    seen.title(),
                    look.since(),
                    look.version() != null && look.version() != seen.version(),
                    rows.notes(me, look.since()),
                    rows.files(me, look.since())));
        } catch (Refusal unseen) {
            return Optional.empty();
        }
    }
}
