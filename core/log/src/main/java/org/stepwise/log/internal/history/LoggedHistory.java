package org.stepwise.log.internal.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.log.history.History;
import org.stepwise.log.internal.history.SubjectIndex.Head;
import org.stepwise.log.internal.json.EventCodec;
import org.stepwise.log.internal.json.EventKind;
import org.stepwise.log.internal.store.Envelope;
import org.stepwise.log.internal.store.EventStore;
import org.stepwise.security.Callers;

/** Histories by the index of subjects: three statements a page, however long the log is. */
@Component
public final class LoggedHistory implements History {
    private final EventStore store;
    private final EventCodec codec;
    private final SubjectsOfOld old;
    private final Callers callers;
    private final Transactions transactions;
    private final SubjectIndex index;

    @Activate
    public LoggedHistory(
            @Reference EventStore store,
            @Reference EventCodec codec,
            @Reference SubjectsOfOld old,
            @Reference Callers callers,
            @Reference Transactions transactions) {
        this.store = store;
        this.codec = codec;
        this.old = old;
        this.callers = callers;
        this.transactions = transactions;
        this.index = new SubjectIndex(store.jdbc());
    }

    @Override
    public Page of(Id subject, Asked asked) {
        Id company = callers.current().company();
        return transactions.call(() -> page(company, subject, asked));
    }

    private Page page(Id company, Id subject, Asked asked) {
        boolean whole = old.known();
        List<Head> heads = heads(company, subject, asked);
        boolean more = heads.size() > asked.limit();
        List<Head> shown = more ? heads.subList(0, asked.limit()) : heads;
        if (shown.isEmpty()) {
            return new Page(List.of(), null, whole);
        }
        Map<Long, Long> befores = befores(company, subject, shown);
        Map<Long, Envelope> events = new HashMap<>();
        store.at(
                        company,
                        Stream.concat(shown.stream().map(Head::position), befores.values().stream())
                                .distinct()
                                .toList())
                .forEach(event -> events.put(event.position(), event));
        List<Told> told = shown.stream()
                .map(head -> told(events.get(head.position()), events.get(befores.get(head.position()))))
                .toList();
        return new Page(told, more ? shown.get(shown.size() - 1).position() : null, whole);
    }

    /** One more than are shown, where there is one: then there is a next page. */
    private List<Head> heads(Id company, Id subject, Asked asked) {
        int wanted = asked.limit() + 1;
        List<Head> found = new ArrayList<>();
        long before = asked.before();
        List<Head> some;
        do {
            some = index.before(company, subject, before, wanted);
            some.stream()
                    .filter(head -> asked.told().test(kind(head.type(), head.module())))
                    .limit(wanted - found.size())
                    .forEach(found::add);
            before = some.isEmpty() ? before : some.get(some.size() - 1).position();
        } while (some.size() == wanted && found.size() < wanted);
        return found;
    }

    /** Where those that restate are compared with: on the page, or for the oldest of each type before it. */
    private Map<Long, Long> befores(Id company, Id subject, List<Head> shown) {
        Map<Long, Long> befores = new HashMap<>();
        Map<String, Long> oldest = new HashMap<>();
        for (Head head : shown) {
            if (codec.known(head.type()).filter(EventKind::restates).isPresent()) {
                Long newer = oldest.put(head.type(), head.position());
                if (newer != null) {
                    befores.put(newer, head.position());
                }
            }
        }
        if (!oldest.isEmpty()) {
            long last = shown.get(shown.size() - 1).position();
            index.last(company, subject, last, oldest.keySet())
                    .forEach((type, place) -> befores.put(oldest.get(type), place));
        }
        return befores;
    }

    private Kind kind(String type, String module) {
        return new Kind(type, module, codec.known(type).map(EventKind::event).orElse(null));
    }

    private Told told(Envelope event, Envelope before) {
        return new Told(
                event.position(),
                kind(event.type(), event.module()),
                event.on(),
                event.at(),
                event.actor(),
                event.door(),
                event.cause(),
                codec.told(event),
                before == null ? null : codec.told(before));
    }
}
