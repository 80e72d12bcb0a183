package org.stepwise.web.internal.problem;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;
import org.apache.cxf.jaxrs.impl.MetadataMap;
import org.apache.cxf.jaxrs.model.URITemplate;

/**
 * Which methods an address knows. The runtime would name all those of the class that it looked at, whatever address
 * they are for, the one just refused included.
 */
final class Allowed {
    private Allowed() {}

    /** @param path without a slash before it, as the runtime sees it */
    static SortedSet<String> at(String path, Collection<?> resources) {
        var methods = new TreeSet<String>();
        for (var resource : resources) {
            var root = resource.getClass().getAnnotation(Path.class);
            // What is there for every address only says that there is nothing.
            if (root != null && !root.value().startsWith("{")) {
                Stream.of(resource.getClass().getMethods())
                        .filter(method -> matches(root, method, "/" + path))
                        .forEach(method -> add(method, methods));
            }
        }
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        return methods;
    }

    private static boolean matches(Path root, Method method, String path) {
        var below = method.getAnnotation(Path.class);
        var template = new URITemplate("/" + root.value() + (below == null ? "" : "/" + below.value()));
        var values = new MetadataMap<String, String>();
        return template.match(path, values)
                && values.getFirst(URITemplate.FINAL_MATCH_GROUP).matches("/?");
    }

    private static void add(Method method, SortedSet<String> methods) {
        for (var annotation : method.getAnnotations()) {
            var http = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (http != null) {
                methods.add(http.value());
            }
        }
    }
}
