package org.stepwise.modules.internal.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.stepwise.data.Database;
import org.stepwise.module.DeclaredClasses;

/**
 * The described records whose api bundles are there. Those found first are known before anybody is told of this, so
 * that no module is started without its tables.
 */
@Component(service = RecordCatalogue.class)
public final class RecordCatalogue implements DeclaredClasses.Listener {
    private static final String HEADER = "Stepwise-Records";

    private final List<RecordLayout<?>> known = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, String> broken = new ConcurrentHashMap<>();
    private final DeclaredClasses source;

    @Activate
    public RecordCatalogue() {
        source = DeclaredClasses.of(HEADER, RecordCatalogue.class, this);
    }

    @Deactivate
    public void close() {
        source.close();
    }

    @Override
    public void found(String module, List<Class<?>> classes) {
        add(records(classes));
        broken.remove(module);
    }

    @Override
    public void gone(String module, List<Class<?>> classes) {
        remove(records(classes));
    }

    /** The records that a bundle names cannot be used: its module does not start, and says why. */
    @Override
    public void broken(String module, Throwable reason) {
        broken.put(module, "the records of " + module + " cannot be used: " + reason.getMessage());
    }

    private static List<? extends Class<? extends Record>> records(List<Class<?>> classes) {
        return classes.stream().map(each -> each.asSubclass(Record.class)).toList();
    }

    /** The bundle of a module has come with these. */
    public void add(List<? extends Class<? extends Record>> described) {
        var layouts = new ArrayList<RecordLayout<?>>();
        described.forEach(type -> layouts.add(new RecordLayout<>(type)));
        known.addAll(layouts);
        tell(layouts);
    }

    /** The bundle goes, or is replaced. */
    public void remove(List<? extends Class<? extends Record>> described) {
        var gone = known.stream()
                .filter(layout -> described.contains(layout.type()))
                .toList();
        known.removeAll(gone);
        tell(gone);
    }

    private void tell(List<RecordLayout<?>> changed) {
        changed.stream()
                .map(layout -> layout.name().module())
                .distinct()
                .forEach(module -> listeners.forEach(listener -> listener.accept(module)));
    }

    /** Tells of modules whose records come and go, those that are there first. */
    void listen(Consumer<String> listener) {
        listeners.add(listener);
        known.stream().map(layout -> layout.name().module()).distinct().forEach(listener);
    }

    void unlisten(Consumer<String> listener) {
        listeners.remove(listener);
    }

    public List<RecordLayout<?>> of(String module) {
        return known.stream()
                .filter(layout -> layout.name().module().equals(module))
                .toList();
    }

    List<RecordLayout<?>> all() {
        return List.copyOf(known);
    }

    public List<Database.Table> tables(String module) {
        if (broken.containsKey(module)) {
            throw new IllegalStateException(broken.get(module));
        }
        return of(module).stream().<Database.Table>map(RecordLayout::table).toList();
    }

    /** The columns that tell of people, as {@code table.column}. */
    public Set<String> personal(String module) {
        var columns = new HashSet<String>();
        of(module).forEach(layout -> columns.addAll(layout.personal()));
        return columns;
    }
}
