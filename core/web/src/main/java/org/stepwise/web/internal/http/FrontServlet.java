package org.stepwise.web.internal.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.stepwise.error.Rejected;
import org.stepwise.web.internal.json.Json;
import org.stepwise.web.internal.problem.Problem;
import org.stepwise.web.internal.problem.Problems;

/**
 * The only servlet that is registered; it passes each request on. Jetty keeps for each path what answered it: a request
 * that was under way to the servlet of {@code /*} while that of {@code /health} was registered put it there for good.
 */
@Component(service = FrontServlet.class)
public final class FrontServlet extends HttpServlet {
    /** The pattern of what answers wherever nobody else does; behind a path, of that and what is below. */
    public static final String EVERYTHING = "/*";

    private static final long serialVersionUID = 1L;
    // While the server starts, what answers there may come later than the page, which would answer anywhere.
    private static final Pattern NOT_THE_PAGE = Pattern.compile("^/(api|ui|health|metrics)(/|$)");

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final transient Map<String, PathServlet> servlets = new ConcurrentHashMap<>();
    private final transient ObjectMapper mapper = Json.mapper();

    @Activate
    public FrontServlet() {}

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public synchronized void addServlet(PathServlet servlet) throws ServletException {
        if (getServletConfig() != null) {
            servlet.init(getServletConfig());
        }
        servlets.put(servlet.pattern(), servlet);
    }

    public void removeServlet(PathServlet servlet) {
        servlets.remove(servlet.pattern(), servlet);
    }

    @Override
    public synchronized void init() throws ServletException {
        for (var servlet : servlets.values()) {
            servlet.init(getServletConfig());
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        if (!METHODS.contains(request.getMethod())) {
            Answering.problem(mapper, response, new Rejected(Problems.METHOD, "this method is not known here"));
            return;
        }
        var exact = servlets.get(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
        if (exact != null) {
            exact.service(new PathRequest(request, path, null), response);
            return;
        }
        for (var end = path.length(); end >= 0; end = path.lastIndexOf('/', end - 1)) {
            var servlet = servlets.get(path.substring(0, end) + EVERYTHING);
            if (servlet != null && (end > 0 || !NOT_THE_PAGE.matcher(path).find())) {
                var rest = end == path.length() ? null : path.substring(end);
                servlet.service(new PathRequest(request, path.substring(0, end), rest), response);
                return;
            }
        }
        starting(response);
    }

    private void starting(HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", "1");
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        var problem = Problem.of(503, "erp.server.starting", "the server is starting; try again in a moment");
        Answering.json(mapper, response, Problem.MEDIA_TYPE, problem);
    }
}
