package org.stepwise.web.internal.screen;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.stepwise.error.NotFound;
import org.stepwise.web.internal.http.Answering;
import org.stepwise.web.internal.http.Entrance;
import org.stepwise.web.internal.json.Json;
import org.stepwise.web.internal.problem.Problem;

/** The one page: the shell finds out in the browser what to show for its address. It holds no data. */
@Component(service = Servlet.class, reference = @Reference(name = "entrance", service = Entrance.class))
@HttpWhiteboardServletName("stepwise-page")
@HttpWhiteboardServletPattern("/*")
public final class PageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int NONCE_BYTES = 18;
    // While the server starts, the servlets of these paths may come later than this one.
    private static final Pattern SERVED_ELSEWHERE = Pattern.compile("^/(api|ui|health|metrics)(/|$)");

    private final transient ObjectMapper mapper = Json.mapper();
    private final transient Shell shell = new Shell(mapper);
    private final transient SecureRandom random = new SecureRandom();

    @Activate
    public PageServlet() {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getRequestURI();
        if (SERVED_ELSEWHERE.matcher(path).find()) {
            response.setHeader("Retry-After", "1");
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            var starting = Problem.of(503, "erp.server.starting", "the server is starting; try again in a moment");
            Answering.json(mapper, response, Problem.MEDIA_TYPE, starting);
            return;
        }
        if (path.substring(path.lastIndexOf('/')).contains(".")) {
            Answering.problem(
                    mapper, response, new NotFound("erp.request.unknown-path", "there is nothing at this address"));
            return;
        }
        var bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        var nonce = Base64.getEncoder().encodeToString(bytes);
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'self'; script-src 'self' 'nonce-" + nonce + "'; style-src 'self'; "
                        + "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; object-src 'none'; "
                        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/html; charset=utf-8");
        response.getOutputStream().write(shell.page(nonce).getBytes(StandardCharsets.UTF_8));
    }
}
