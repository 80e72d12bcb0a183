package org.stepwise.log.internal.json;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stepwise.data.Id;
import org.stepwise.log.event.Event;
import org.stepwise.log.history.Subject;

/** Finds the row that events of one class are about. */
record SubjectOf(Method marked) {

    /** Refuses two that are marked, and what is no id: the history of a row would lack events. */
    static SubjectOf events(Class<?> event) {
        List<Method> all = Arrays.stream(event.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Subject.class))
                .toList();
        if (all.size() > 1 || all.stream().anyMatch(method -> !isId(method))) {
            throw new IllegalArgumentException(event.getName() + " must mark one id with @Subject, or none");
        }
        Optional<Method> found = Stream.concat(all.stream(), ids(event)).findFirst();
        found.ifPresent(method -> method.setAccessible(true));
        return new SubjectOf(found.orElse(null));
    }

    private static boolean isId(Method method) {
        return method.getReturnType() == Id.class && method.getParameterCount() == 0;
    }

    private static Stream<Method> ids(Class<?> event) {
        return Arrays.stream(event.getRecordComponents())
                .filter(component -> component.getType() == Id.class)
                .map(RecordComponent::getAccessor);
    }

    Id find(Event event) {
        try {
            return marked == null ? null : (Id) marked.invoke(event);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException("it is not known what " + event + " is about", failure);
        }
    }
}
