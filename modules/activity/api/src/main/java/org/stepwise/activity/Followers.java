package org.stepwise.activity;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Who follows a row hears what happened to it since it was looked at. Following needs {@code activity.row.follow}. */
@ProviderType
public interface Followers {
    /** Who follows a row, for whoever may read it. */
    List<Author> of(Subject subject);

    /** The caller follows the row from now on, and has just looked at it; once more changes nothing. */
    void follow(Subject subject);

    /** The caller does not follow it any more; nothing happens when that was so already. */
    void unfollow(Subject subject);

    /** The caller has seen the row as it is now; nothing happens when the caller does not follow it. */
    void look(Subject subject);

    /** What the caller follows and may still see, the last followed first, at most fifty. */
    List<Followed> following();

    /**
     * A row that is followed.
     *
     * @param title its number, code or name
     * @param since when it was looked at
     * @param changed whether the row is another than it was then
     * @param notes written since by others
     * @param files attached since by others
     */
    record Followed(Subject subject, String title, Instant since, boolean changed, long notes, long files) {}
}
