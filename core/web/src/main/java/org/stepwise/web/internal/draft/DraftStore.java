package org.stepwise.web.internal.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Ids;
import org.stepwise.error.NotFound;
import org.stepwise.security.PersonalKeys;
import org.stepwise.web.Description;
import org.stepwise.web.internal.json.Json;

/**
 * Keeps drafts, each sealed whole with the key of who made it: what is personal in it stands nowhere in plain text. In
 * the running transaction.
 */
@Component(service = DraftStore.class)
public final class DraftStore {
    private static final int SUMMED_UP = 4;
    private static final int LONGEST_SUMMARY = 80;

    private final DraftTable table;
    private final DraftLimits limits;
    private final PersonalKeys keys;
    private final Clock clock;
    private final Ids ids;
    private final ObjectMapper mapper = Json.mapper();

    @Activate
    public DraftStore(
            @Reference DraftTable table,
            @Reference DraftLimits limits,
            @Reference PersonalKeys keys,
            @Reference Clock clock,
            @Reference Ids ids) {
        this.table = table;
        this.limits = limits;
        this.keys = keys;
        this.clock = clock;
        this.ids = ids;
    }

    /** What tells a draft from others in a list: its title, and what stands in the first fields that are filled. */
    record Head(String title, Map<String, String> summary) {}

    /** The new draft's id. */
    Id insert(Id company, Id maker, Description form, Content content, NamedParties.Named named) {
        limits.requireRoom(company, maker);
        var now = clock.instant();
        var id = ids.next();
        var seal = new Seal(keys.keyOf(company, maker), company, id);
        var head = seal.close(bytes(head(form, content)));
        table.insert(company, new DraftTable.Row(id, form.name(), maker, now, maker, now, 1, head));
        write(company, id, seal, content, named);
        return id;
    }

    /** False when somebody else changed it since this version was read. */
    boolean update(DraftTable.Row known, Id company, Id changer, Description form, Content content) {
        var seal = new Seal(keys.keyOf(company, known.madeBy()), company, known.id());
        return table.update(
                company,
                new DraftTable.Row(
                        known.id(),
                        known.register(),
                        known.madeBy(),
                        known.madeAt(),
                        changer,
                        clock.instant(),
                        known.version() + 1,
                        seal.close(bytes(head(form, content)))));
    }

    /** After {@link #update}. */
    void rewrite(DraftTable.Row known, Id company, Content content, NamedParties.Named named) {
        var seal = new Seal(keys.keyOf(company, known.madeBy()), company, known.id());
        var about = new LinkedHashSet<>(named.all());
        if (!content.left().isEmpty()) {
            // Whom it named in what is left cannot be told by the form any more.
            about.addAll(table.about(company, known.id()));
        }
        write(company, known.id(), seal, content, new NamedParties.Named(about, named.people()));
    }

    /** Who erases one of the people meanwhile waits, and then finds the draft; refuses for one who is erased. */
    private void write(Id company, Id draft, Seal seal, Content content, NamedParties.Named named) {
        named.people().forEach(person -> keys.keyOf(company, person));
        var body = bytes(content);
        limits.requireFit(body);
        table.write(company, draft, seal.close(body), named.all());
    }

    /** Refuses where the draft was changed or taken away while it was being read. */
    Content read(Id company, DraftTable.Row row) {
        var body = table.body(company, row.id());
        var now = table.find(company, row.id()).orElseThrow(() -> DraftAccess.unknown(row.id()));
        if (now.version() != row.version()) {
            throw Drafts.changed(row.id());
        }
        return parse(seal(company, row).open(body), Content.class);
    }

    Head head(Id company, DraftTable.Row row) {
        return parse(seal(company, row).open(row.head()), Head.class);
    }

    private Seal seal(Id company, DraftTable.Row row) {
        var key = keys.find(company, row.madeBy())
                .orElseThrow(() -> new NotFound(
                        "erp.draft.unknown", "the draft " + row.id() + " went with the person who made it"));
        return new Seal(key, company, row.id());
    }

    private static Head head(Description form, Content content) {
        var summary = new LinkedHashMap<String, String>();
        for (var field : Content.fields(form.fields())) {
            var value = content.values().path(field.name());
            if (value.isTextual() && !value.asText().isBlank() && summary.size() < SUMMED_UP) {
                var text = value.asText();
                summary.put(field.name(), text.substring(0, Math.min(text.length(), LONGEST_SUMMARY)));
            }
        }
        return new Head(content.title(), summary);
    }

    private byte[] bytes(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private <T> T parse(byte[] json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
