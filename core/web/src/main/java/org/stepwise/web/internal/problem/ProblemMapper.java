package org.stepwise.web.internal.problem;

import java.util.Collection;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.PathSegment;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.Response.ResponseBuilder;
import javax.ws.rs.core.UriInfo;
import javax.ws.rs.ext.ExceptionMapper;
import javax.ws.rs.ext.Provider;
import org.stepwise.error.TooSoon;
import org.stepwise.web.internal.register.Registers;

/** Whatever leaves a resource becomes a problem. */
@Provider
public class ProblemMapper<E extends Throwable> implements ExceptionMapper<E> {
    private static final String INNER = "registers";

    @Override
    public Response toResponse(E thrown) {
        return answer(thrown).build();
    }

    private static ResponseBuilder answer(Throwable thrown) {
        var problem = Problems.of(thrown);
        var answer = Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(problem);
        if (thrown instanceof TooSoon again) {
            answer.header(HttpHeaders.RETRY_AFTER, again.seconds());
        }
        return answer;
    }

    /** For everything. */
    @Provider
    public static final class OfAll extends ProblemMapper<Throwable> {}

    /**
     * The runtime has a mapper of its own for these, which would win over the general one. What is not found may be
     * there in a moment: of a module that comes or goes, one resource is there before the other.
     */
    @Provider
    public static final class OfJaxrs extends ProblemMapper<WebApplicationException> {
        private final Registers registers;
        private final Collection<?> resources;

        @Context
        private UriInfo address;

        public OfJaxrs(Registers registers, Collection<?> resources) {
            this.registers = registers;
            this.resources = resources;
        }

        @Override
        public Response toResponse(WebApplicationException thrown) {
            var path =
                    address.getPathSegments().stream().map(PathSegment::getPath).toList();
            var nothing = thrown.getResponse().getStatus() == Response.Status.NOT_FOUND.getStatusCode()
                    && thrown.getCause() == null
                    && path.size() > 1
                    && !path.get(0).equals(INNER);
            var answer = answer(nothing ? registers.missing(path) : thrown);
            if (thrown.getResponse().getStatus() == Response.Status.METHOD_NOT_ALLOWED.getStatusCode()) {
                answer.header(HttpHeaders.ALLOW, String.join(", ", Allowed.at(address.getPath(false), resources)));
            }
            return answer.build();
        }
    }
}
