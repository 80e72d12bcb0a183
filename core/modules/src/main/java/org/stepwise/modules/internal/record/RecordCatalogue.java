package org.stepwise.modules.internal.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.stepwise.data.Database;
import org.stepwise.document.Document;
import org.stepwise.module.DeclaredClasses;
import org.stepwise.modules.internal.document.DocumentLayout;
import org.stepwise.modules.internal.kept.KeptLayout;

/**
 * The described records and documents whose api bundles are there. Those found first are known before anybody is told
 * of this, so that no module is started without its tables.
 */
@Component(service = RecordCatalogue.class)
public final class RecordCatalogue {
    private static final List<String> HEADERS = List.of("Stepwise-Records", "Stepwise-Documents");

    private final List<KeptLayout> known = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, Map<String, String>> broken = new ConcurrentHashMap<>();
    private final List<DeclaredClasses> sources;

    @Activate
    public RecordCatalogue() {
        sources = HEADERS.stream()
                .map(header -> DeclaredClasses.of(header, RecordCatalogue.class, new Declared(header)))
                .toList();
    }

    @Deactivate
    public void close() {
        sources.forEach(DeclaredClasses::close);
    }

    /** What api bundles declare by one header. What cannot be used keeps its module from starting, and says why. */
    private final class Declared implements DeclaredClasses.Listener {
        private final String header;

        Declared(String header) {
            this.header = header;
        }

        @Override
        public void found(String module, List<Class<?>> classes) {
            add(records(classes));
            mended(module);
        }

        @Override
        public void gone(String module, List<Class<?>> classes) {
            remove(records(classes));
            mended(module);
        }

        @Override
        public void broken(String module, Throwable reason) {
            broken.computeIfAbsent(module, first -> new ConcurrentHashMap<>())
                    .put(
                            header,
                            "what " + module + " declares by " + header + " cannot be used: " + reason.getMessage());
        }

        private void mended(String module) {
            broken.computeIfPresent(module, (of, reasons) -> {
                reasons.remove(header);
                return reasons;
            });
        }

        private static List<? extends Class<? extends Record>> records(List<Class<?>> classes) {
            return classes.stream().map(each -> each.asSubclass(Record.class)).toList();
        }
    }

    /** The bundle of a module has come with these. */
    public void add(List<? extends Class<? extends Record>> described) {
        var layouts = new ArrayList<KeptLayout>();
        described.forEach(type -> layouts.add(layout(type)));
        known.addAll(layouts);
        tell(layouts);
    }

    private static KeptLayout layout(Class<? extends Record> type) {
        return type.isAnnotationPresent(Document.class) ? new DocumentLayout<>(type) : new RecordLayout<>(type);
    }

    /** The bundle goes, or is replaced. */
    public void remove(List<? extends Class<? extends Record>> described) {
        var gone = known.stream()
                .filter(layout -> described.contains(layout.type()))
                .toList();
        known.removeAll(gone);
        tell(gone);
    }

    private void tell(List<KeptLayout> changed) {
        changed.stream()
                .map(KeptLayout::module)
                .distinct()
                .forEach(module -> listeners.forEach(listener -> listener.accept(module)));
    }

    /** Tells of modules whose records come and go, those that are there first. */
    void listen(Consumer<String> listener) {
        listeners.add(listener);
        known.stream().map(KeptLayout::module).distinct().forEach(listener);
    }

    void unlisten(Consumer<String> listener) {
        listeners.remove(listener);
    }

    /** The records of a module; its documents are offered by itself. */
    public List<RecordLayout<?>> of(String module) {
        return records().filter(layout -> layout.module().equals(module)).toList();
    }

    List<RecordLayout<?>> all() {
        return records().toList();
    }

    private Stream<RecordLayout<?>> records() {
        return known.stream().filter(RecordLayout.class::isInstance).map(layout -> (RecordLayout<?>) layout);
    }

    /** Records and documents of all modules. */
    List<KeptLayout> kept() {
        return List.copyOf(known);
    }

    private Stream<KeptLayout> kept(String module) {
        return known.stream().filter(layout -> layout.module().equals(module));
    }

    public List<Database.Table> tables(String module) {
        broken.getOrDefault(module, Map.of()).values().stream().findFirst().ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        return kept(module).flatMap(layout -> layout.tables().stream()).toList();
    }

    /** The columns that tell of people, as {@code table.column}. */
    public Set<String> personal(String module) {
        var columns = new HashSet<String>();
        kept(module).forEach(layout -> layout.personal()
                .forEach((table, personal) ->
                        personal.forEach(column -> columns.add(table.substring(module.length() + 1) + "." + column))));
        return columns;
    }
}
