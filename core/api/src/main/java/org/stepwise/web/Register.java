package org.stepwise.web;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;
import org.stepwise.data.Id;
import org.stepwise.error.NotFound;
import org.stepwise.error.Quoted;

/** Whiteboard: a list and form of a module. Implementations call the module's services, which check permissions. */
@ConsumerType
public interface Register {
    Description description();

    /** A class of the bundle that has the texts, {@code web/i18n/<language>.json}. */
    default Class<?> texts() {
        return getClass();
    }

    /** Classes of other bundles that have texts for it, such as what the choices are called that they bring. */
    default List<Class<?>> moreTexts() {
        return List.of();
    }

    Page list(ListQuery query);

    /** The document with its lines; refuses with {@code NotFound} when there is none. */
    Found find(Id id);

    /** What a document shows besides its columns and lines, by name: a record, an array, or what JSON has as it is. */
    default Map<String, Type> shown() {
        return Map.of();
    }

    /** Where its rows stand, so that it can be said whether there is one; null where nobody can say. */
    default RowSource source() {
        return null;
    }

    /**
     * All that is wrong with what was entered, by field: what the form says ({@link Form#faults}), and what only the
     * module knows. Asked when something is wrong, so that all of it is told at once.
     *
     * @param row null of something new
     * @param verb null of something new, or changed
     */
    default Map<String, String> faults(Id row, String verb, Form form) {
        return form.faults();
    }

    /** Creates and returns the new id. */
    default Id create(Form form) {
        throw new NotFound(
                "erp.register.no-create",
                "nothing can be created in " + description().name());
    }

    /** Changes; {@code version} is the one the caller saw, from If-Match. */
    default void change(Id id, long version, Form form) {
        throw new NotFound(
                "erp.register.no-change",
                "nothing can be changed in " + description().name());
    }

    /** Does a business act; {@code version} is -1 when the caller gave none. */
    default void act(Id id, String verb, long version, Form form) {
        throw new NotFound("erp.register.no-verb", description().name() + " knows no \"" + Quoted.of(verb) + "\"");
    }
}
