package org.stepwise.web.internal.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.stepwise.web.internal.json.Json;
import org.stepwise.web.internal.problem.Problem;

/** What Jetty refuses by itself, told like everything else: a problem as JSON, with the headers of all answers. */
final class PlainErrors extends ErrorHandler {
    private static final ObjectMapper JSON = Json.mapper();

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        SecurityHeaders.put(response.getHeaders());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, ByteBuffer.wrap(body(response.getStatus())), callback);
        return true;
    }

    /** The same for what a servlet leaves to its container. */
    static final class OfServlets extends org.eclipse.jetty.ee8.nested.ErrorHandler {
        @Override
        public void handle(
                String target,
                org.eclipse.jetty.ee8.nested.Request base,
                HttpServletRequest request,
                HttpServletResponse response)
                throws IOException {
            base.setHandled(true);
            response.setContentType(Problem.MEDIA_TYPE);
            response.setHeader("Cache-Control", "no-store");
            response.getOutputStream().write(body(response.getStatus()));
        }
    }

    private static byte[] body(int status) {
        try {
            return JSON.writeValueAsBytes(problem(status));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private static Problem problem(int status) {
        if (status >= 500) {
            return Problem.of(
                    status, "erp.server.failed", "this is a fault of the server; its log tells what happened");
        }
        return Problem.of(
                status,
                "erp.request.malformed",
                "the request breaks a rule of HTTP and was not looked at further; mend the program that sent it");
    }
}
