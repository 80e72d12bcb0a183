package org.stepwise.web.internal.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.error.NotFound;
import org.stepwise.error.Quoted;
import org.stepwise.log.event.EventType;
import org.stepwise.log.history.History;
import org.stepwise.log.history.History.Kind;
import org.stepwise.log.history.History.Told;
import org.stepwise.record.Described;
import org.stepwise.record.RecordName;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;
import org.stepwise.web.Description;
import org.stepwise.web.internal.register.DescriptionView.Choice;
import org.stepwise.web.internal.register.DescriptionView.ColumnView;
import org.stepwise.web.internal.register.Registers;
import org.stepwise.web.internal.register.Texts;

/** What happened to a row, as its reader may know it: who did what when, through which door, before and after. */
@Component(service = Timeline.class)
public final class Timeline {
    /** What the platform itself records; it tells nothing that the row does not show. */
    private static final String PLATFORM = "erp";

    private final Registers registers;
    private final History history;
    private final Actors actors;
    private final Texts texts;
    private final Callers callers;

    @Activate
    public Timeline(
            @Reference Registers registers,
            @Reference History history,
            @Reference Actors actors,
            @Reference Texts texts,
            @Reference Callers callers) {
        this.registers = registers;
        this.history = history;
        this.actors = actors;
        this.texts = texts;
        this.callers = callers;
    }

    /**
     * A page, the newest first.
     *
     * @param next for {@code after}; null on the last page
     * @param whole false while events of an earlier version of the server are still looked through: some may be missing
     */
    public record Page(List<Entry> items, String next, boolean whole) {}

    /**
     * One event.
     *
     * @param door {@code browser}, {@code rest}, {@code console}, {@code import} or {@code system}
     * @param by who did it, or what it follows from; null for the server itself, and for who may not know
     * @param follows whether it followed from something that somebody did
     */
    public record Entry(
            String position,
            String type,
            String title,
            LocalDate on,
            Instant at,
            String door,
            String by,
            boolean follows,
            List<Change> fields) {}

    /**
     * What an event says in one field: of one that restates, what is different now.
     *
     * @param type as of columns, or {@code list} of values, or {@code lines}: objects by {@code columns}
     * @param list what a reference refers to, or null
     * @param before null where nothing is known of before
     * @param erased whether it told something about a person who is erased
     * @param count how many lines there are; no more than the first 100 are told
     */
    public record Change(
            String name,
            String title,
            String type,
            String list,
            List<Choice> choices,
            List<ColumnView> columns,
            JsonNode before,
            JsonNode after,
            boolean erased,
            int count) {}

    /** Refuses as the register does, if the caller may not read the row or there is none. */
    public Page of(String register, Id row, Asked asked, String accepted) {
        registers.find(register, row);
        var caller = callers.current();
        var description = registers
                .describe(register)
                .orElseThrow(() -> new NotFound("erp.register.unknown", "there is no list " + Quoted.of(register)));
        var told = history.of(
                row, new History.Asked(asked.before(), asked.limit(), kind -> isTold(kind, caller, description)));
        var language = Texts.choose(accepted, caller.language().getLanguage());
        var names = actors.names(told.items().stream().map(Told::actor).toList());
        var references = new References(description, registers.descriptions());
        var entries = told.items().stream()
                .map(each -> entry(
                        each, names.get(each.actor()), new Fields(references, row, each, speaker(each, language))))
                .toList();
        return new Page(entries, told.next() == null ? null : told.next().toString(), told.whole());
    }

    /** Of another module's events whoever may know what happens in it, as open screens are told. */
    private boolean isTold(Kind kind, Caller caller, Description description) {
        var declared = kind.event() == null ? null : kind.event().getAnnotation(EventType.class);
        if (declared != null && !declared.needs().isEmpty() && !caller.may(declared.needs())) {
            return false;
        }
        return kind.owner().equals(PLATFORM)
                || kind.owner().equals(description.module())
                || kind.module().equals(description.module())
                || registers.mayKnowOf(caller, kind.owner());
    }

    private Texts.Speaker speaker(Told told, String language) {
        var event = told.kind().event();
        if (event == null) {
            return Texts.silent();
        }
        if (event.isAnnotationPresent(Described.class)) {
            var name = RecordName.of(event.asSubclass(Record.class));
            return texts.of(registers.find(name.module(), name.plural()), language);
        }
        return texts.ofEvent(event, language);
    }

    private static Entry entry(Told told, String by, Fields fields) {
        return new Entry(
                Long.toString(told.position()),
                told.kind().type(),
                fields.title(),
                told.on(),
                told.at(),
                told.door(),
                by,
                told.cause() != null,
                fields.changes());
    }
}
