package org.stepwise.accounting.internal.chart;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.stepwise.accounting.posting.DeclaresPurposes;
import org.stepwise.accounting.posting.LedgerPurpose;
import org.stepwise.accounting.posting.Purpose;
import org.stepwise.module.DeclaredClasses;

/** The purposes that api bundles declare: those of trade first, then those of others in the order of their names. */
@Component(service = Purposes.class)
public final class Purposes implements DeclaredClasses.Listener {
    private static final String HEADER = "Stepwise-Purposes";

    private final List<Purpose> declared = new CopyOnWriteArrayList<>();
    private final DeclaredClasses source;

    @Activate
    public Purposes() {
        declared.addAll(List.of(LedgerPurpose.values()));
        source = DeclaredClasses.of(HEADER, Purposes.class, this);
    }

    @Deactivate
    public void close() {
        source.close();
    }

    @Override
    public synchronized void found(String module, List<Class<?>> classes) {
        var more = new ArrayList<Purpose>();
        for (var type : classes) {
            if (type != LedgerPurpose.class) {
                for (var constant : type.getEnumConstants()) {
                    more.add((Purpose) constant);
                }
            }
        }
        for (var purpose : more) {
            if (find(purpose.name()).isPresent()) {
                System.getLogger(Purposes.class.getName())
                        .log(Level.ERROR, "the purpose {0} of {1} is another''s name", purpose.name(), module);
            } else {
                declared.add(purpose);
            }
        }
    }

    @Override
    public synchronized void gone(String module, List<Class<?>> classes) {
        declared.removeIf(purpose -> !(purpose instanceof LedgerPurpose) && classes.contains(declaring(purpose)));
    }

    /** Said in the server's log. */
    @Override
    public void broken(String module, Throwable reason) {
        // What is posted by them is parked, and says so.
    }

    private static Class<?> declaring(Purpose purpose) {
        return ((Enum<?>) purpose).getDeclaringClass();
    }

    public Optional<Purpose> find(String name) {
        return declared.stream().filter(purpose -> purpose.name().equals(name)).findFirst();
    }

    public List<Purpose> all() {
        var others = declared.stream()
                .filter(purpose -> !(purpose instanceof LedgerPurpose))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
        var all = new ArrayList<Purpose>(List.of(LedgerPurpose.values()));
        all.addAll(others);
        return all;
    }

    /** The kinds of vouchers that others bring, by name. */
    public List<String> kinds() {
        return classes().stream()
                .flatMap(type ->
                        Stream.of(type.getAnnotation(DeclaresPurposes.class).kinds()))
                .distinct()
                .sorted()
                .toList();
    }

    public List<String> names() {
        return all().stream().map(Purpose::name).toList();
    }

    /** The classes that declare them: their bundles say what they are called. */
    public List<Class<?>> classes() {
        return all().stream().<Class<?>>map(Purposes::declaring).distinct().toList();
    }
}
