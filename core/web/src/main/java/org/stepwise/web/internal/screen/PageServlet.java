package org.stepwise.web.internal.screen;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.stepwise.error.NotFound;
import org.stepwise.web.internal.http.Answering;
import org.stepwise.web.internal.http.FrontServlet;
import org.stepwise.web.internal.http.PathServlet;
import org.stepwise.web.internal.json.Json;

/** The one page: the shell finds out in the browser what to show for its address. It holds no data. */
@Component(service = PathServlet.class)
public final class PageServlet extends PathServlet {
    private static final long serialVersionUID = 1L;
    private static final int NONCE_BYTES = 18;

    private final transient ObjectMapper mapper = Json.mapper();
    private final transient Shell shell = new Shell(mapper);
    private final transient SecureRandom random = new SecureRandom();

    @Activate
    public PageServlet() {
        super(FrontServlet.EVERYTHING);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getRequestURI();
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
