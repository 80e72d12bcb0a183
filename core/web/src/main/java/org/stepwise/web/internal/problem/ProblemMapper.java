package org.stepwise.web.internal.problem;

import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import javax.ws.rs.ext.Provider;

/** Whatever leaves a resource becomes a problem. */
@Provider
public class ProblemMapper<E extends Throwable> implements ExceptionMapper<E> {
    @Override
    public Response toResponse(E thrown) {
        var problem = Problems.of(thrown);
        var answer = Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(problem);
        if (thrown instanceof WebApplicationException refused) {
            var allowed = refused.getResponse().getHeaderString(HttpHeaders.ALLOW);
            if (allowed != null) {
                answer.header(HttpHeaders.ALLOW, allowed);
            }
        }
        return answer.build();
    }

    /** For everything. */
    @Provider
    public static final class OfAll extends ProblemMapper<Throwable> {}

    /** The runtime has a mapper of its own for these, which would win over the general one. */
    @Provider
    public static final class OfJaxrs extends ProblemMapper<WebApplicationException> {}
}
