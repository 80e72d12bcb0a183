package org.stepwise.web.internal.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import javax.servlet.http.HttpServletResponse;
import org.stepwise.error.Rejected;
import org.stepwise.error.TooSoon;
import org.stepwise.web.internal.problem.Problem;
import org.stepwise.web.internal.problem.Problems;

/** Answers that come from a servlet itself. */
public final class Answering {
    private Answering() {}

    /** As a problem; nothing when an answer is on its way already. */
    public static void problem(ObjectMapper mapper, HttpServletResponse response, Throwable thrown) throws IOException {
        var problem = Problems.of(thrown);
        if (!response.isCommitted()) {
            response.resetBuffer();
            response.setStatus(problem.status());
            if (problem.status() == HttpServletResponse.SC_UNAUTHORIZED) {
                response.setHeader("WWW-Authenticate", "Bearer realm=\"stepwise\"");
            }
            if (thrown instanceof TooSoon again) {
                response.setHeader("Retry-After", Integer.toString(again.seconds()));
            } else if (problem.status() == 429 || problem.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
                response.setHeader("Retry-After", "2");
            }
            json(mapper, response, Problem.MEDIA_TYPE, problem);
        }
    }

    public static void json(ObjectMapper mapper, HttpServletResponse response, String type, Object body)
            throws IOException {
        var bytes = mapper.writeValueAsBytes(body);
        response.setContentType(type);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** The refusal of whoever is not logged in. */
    public static Rejected nobody() {
        return new Rejected(
                "erp.session.none", "nobody is logged in here; log in, or send an API token as Authorization: Bearer");
    }
}
