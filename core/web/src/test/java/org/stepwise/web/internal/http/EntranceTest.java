package org.stepwise.web.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.servlet.Filter;
import javax.servlet.ServletException;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** With a whiteboard that loses what is registered too early, as Pax Web does. */
class EntranceTest {
    private static final long MILLISECONDS = 5;
    private static final int LOST = 2;

    private final List<String> seen = new ArrayList<>();
    private final Entrance entrance = new Entrance(answering(BundleContext.class, this::register), MILLISECONDS);
    private int filters;

    private Object register(Object context, Method method, Object[] arguments) throws ServletException {
        var name = ((Class<?>) arguments[0]).getSimpleName();
        seen.add("+" + name);
        if (arguments[1] instanceof Filter filter && ++filters > LOST) {
            filter.init(null);
        }
        return answering(ServiceRegistration.class, (registration, unregister, none) -> seen.add("-" + name));
    }

    @Test
    void theFilterIsRegisteredUntilItIsTakenInAndOnlyThenServletsMayCome() throws InterruptedException {
        entrance.open();
        assertThat(seen).containsExactly("+Filter", "-Filter", "+Filter", "-Filter", "+Filter", "+Entrance");
        seen.clear();
        entrance.close();
        assertThat(seen).containsExactly("-Entrance", "-Filter");
    }

    @Test
    void oneServletIsRegisteredAndWaitsForTheEntrance() throws IOException {
        try (var descriptors = Files.list(Path.of("target/classes/OSGI-INF"))) {
            var servlets = descriptors
                    .map(EntranceTest::text)
                    .filter(text -> text.contains("osgi.http.whiteboard."))
                    .toList();
            assertThat(servlets).singleElement().asString().contains(Entrance.class.getName());
        }
    }

    private static String text(Path descriptor) {
        try {
            return Files.readString(descriptor);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static <T> T answering(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
