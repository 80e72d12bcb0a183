package org.stepwise.log.internal.observe;

import java.util.LinkedList;
import java.util.List;
import java.util.function.Predicate;
import org.stepwise.data.Id;
import org.stepwise.log.Deliveries.Line;
import org.stepwise.log.internal.json.EventCodec;
import org.stepwise.log.internal.store.Envelope;
import org.stepwise.log.internal.store.EventStore;
import org.stepwise.log.internal.store.EventStore.Page;
import org.stepwise.log.internal.store.EventStore.Range;
import org.stepwise.log.internal.store.Feed;

/** The end of the log, for people. */
public final class Tail {
    private static final long FIRST_STRETCH = 1_024;
    private static final int PAGE = 500;

    private final EventStore store;
    private final EventCodec codec;

    public Tail(EventStore store, EventCodec codec) {
        this.store = store;
        this.codec = codec;
    }

    /** Looks at longer and longer stretches before the end: Derby can not read an index backwards. */
    public List<Line> newest(Id company, int lines, Predicate<Line> wanted) {
        LinkedList<Line> found = new LinkedList<>();
        long upTo = store.horizon();
        for (long stretch = FIRST_STRETCH; found.size() < lines && upTo > 0; stretch *= 2) {
            long after = Math.max(0, upTo - stretch);
            found.addAll(0, last(lines - found.size(), stretch(company, after, upTo, wanted)));
            upTo = after;
        }
        return List.copyOf(found);
    }

    private LinkedList<Line> stretch(Id company, long after, long upTo, Predicate<Line> wanted) {
        LinkedList<Line> found = new LinkedList<>();
        long from = after;
        Page page;
        do {
            page = store.page(company, Feed.all(), new Range(from, upTo, PAGE));
            page.events().stream().map(this::line).filter(wanted).forEach(found::add);
            from = page.more() ? page.last() : upTo;
        } while (page.more());
        return found;
    }

    private static List<Line> last(int lines, LinkedList<Line> found) {
        return found.subList(Math.max(0, found.size() - lines), found.size());
    }

    public long count(Id company, long after) {
        return store.count(company, after);
    }

    private Line line(Envelope event) {
        return new Line(
                event.position(),
                event.type(),
                event.on().toString(),
                event.at().toString(),
                event.door(),
                event.module(),
                event.cause(),
                codec.json(event));
    }
}
