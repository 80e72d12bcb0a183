package org.stepwise.data.internal.watch;

import java.util.Map;
import org.stepwise.error.Unavailable;
import org.stepwise.state.Condition;
import org.stepwise.state.Condition.Gravity;

/** What keeps the database from its work. */
public enum Trouble {
    NO_SPACE(
            "erp.state.disk-full",
            "erp.data.no-space",
            "there is no room left on the disk for it: free some, and it works again by itself; reading goes on"),
    READ_ONLY(
            "erp.state.database-read-only",
            "erp.data.read-only",
            "the database takes no changes: your administrator has to make it writable, and it works again by itself;"
                    + " reading goes on"),
    UNWRITABLE(
            "erp.state.home-unwritable",
            "erp.data.read-only",
            "the folder of the data cannot be written: your administrator has to make it writable, and it works again"
                    + " by itself; reading goes on"),
    AWAY(
            "erp.state.database-away",
            "erp.data.away",
            "the database cannot be reached: when it is back, it works again by itself");

    private final String condition;
    private final String refusal;
    private final String reason;

    Trouble(String condition, String refusal, String reason) {
        this.condition = condition;
        this.refusal = refusal;
        this.reason = reason;
    }

    /** As the server's state tells it. */
    Condition condition(Room room) {
        return new Condition(condition, Gravity.DOWN, null, "nothing is written, because " + reason, values(room));
    }

    /** Before there is trouble. */
    static Condition nearlyFull(Room room) {
        var message = "only " + room.free() / Room.MEGABYTE + " MB are left on the disk of " + room.place()
                + ": free some before it is full";
        return new Condition("erp.state.disk-nearly-full", Gravity.WARNING, null, message, values(room));
    }

    private static Map<String, String> values(Room room) {
        return Map.of(
                "place", room.place().toString(),
                "free", Long.toString(room.free() / Room.MEGABYTE));
    }

    String reason() {
        return reason;
    }

    /** What somebody is told whose work was undone for it. */
    Unavailable refused() {
        return new Unavailable(refusal, "nothing was changed, because " + reason);
    }

    /** What somebody is told whose commit was not answered: it may have been the answer that did not come. */
    Unavailable unknown() {
        return new Unavailable(
                refusal,
                "nobody knows whether it was done, because " + reason
                        + "; look before you do it again, or repeat it with the same idempotency key");
    }
}
