package org.stepwise.modules.internal.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.stepwise.data.Id;
import org.stepwise.record.RecordName;
import org.stepwise.record.Records.Kept;
import org.stepwise.register.CommandRegister;
import org.stepwise.register.Reader;
import org.stepwise.register.Sheet;
import org.stepwise.web.Found;

/** The list and form of one kind of record. */
final class RecordRegister<T extends Record> extends CommandRegister {
    private final Class<T> type;

    RecordRegister(RecordLayout<T> layout, RecordDesk<T> desk, Reader reader, UsedBy uses) {
        super(sheet(layout, desk, reader, uses));
        this.type = layout.type();
    }

    /** What archiving asks for. */
    record Nothing() {}

    private static <T extends Record> Sheet sheet(
            RecordLayout<T> layout, RecordDesk<T> desk, Reader reader, UsedBy uses) {
        var name = layout.name();
        Function<Id, Found> finding = id -> found(layout, desk.seen(id), uses);
        return Sheet.of(name.register(), name.read())
                .list(reader, layout.list(), layout.key().name())
                .code(layout.key().name())
                .ended("archived")
                .find(finding)
                .shows("usedBy", UsedBy.Use[].class)
                .create(name.record(), layout.type(), desk::record)
                .change(name.record(), layout.type(), id -> desk.seen(id).now(), desk::change)
                .verb(
                        "archive",
                        name.record(),
                        archived(false),
                        Nothing.class,
                        (id, version, nothing) -> desk.archive(id, version))
                .verb(
                        "restore",
                        name.record(),
                        archived(true),
                        Nothing.class,
                        (id, version, nothing) -> desk.restore(id, version));
    }

    private static Map<String, List<String>> archived(boolean is) {
        return Map.of("archived", List.of(String.valueOf(is)));
    }

    private static <T extends Record> Found found(RecordLayout<T> layout, Kept<T> kept, UsedBy uses) {
        RecordName name = layout.name();
        var view = new LinkedHashMap<String, Object>();
        view.put("id", kept.id());
        layout.shape().parts().forEach(part -> view.put(part.name(), part.of(kept.now())));
        view.put("archived", kept.archived());
        view.put("version", kept.version());
        view.put("usedBy", uses.of(name.register(), kept.id(), layout.code(kept.now())));
        return new Found(view, kept.version());
    }

    /** Its texts stand beside the record. */
    @Override
    public Class<?> texts() {
        return type;
    }
}
