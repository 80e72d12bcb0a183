package org.stepwise.web.internal.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.ws.rs.WebApplicationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwise.error.Conflict;
import org.stepwise.error.NotFound;
import org.stepwise.error.Quoted;
import org.stepwise.error.Refusal;
import org.stepwise.error.TooSoon;
import org.stepwise.error.Unavailable;

/** Makes a problem of whatever was thrown. A refusal is told as it is; a bug is logged once and told by its id only. */
public final class Problems {
    public static final String METHOD = "erp.request.method";

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    /** Refusals whose code says more about the status than their kind does. */
    private static final Map<String, Integer> STATUS_OF_CODE = Map.ofEntries(
            Map.entry("erp.session.none", 401),
            Map.entry("erp.login.failed", 401),
            Map.entry("erp.password.used", 403),
            Map.entry("erp.password.must-change", 403),
            Map.entry("erp.permission.missing", 403),
            Map.entry("erp.session.csrf", 403),
            Map.entry("erp.module.not-on", 409),
            Map.entry("erp.module.catching-up", 409),
            Map.entry("erp.id.malformed", 400),
            Map.entry("erp.list.invalid", 400),
            Map.entry("erp.list.after-unusable", 400),
            Map.entry("erp.request.malformed", 400),
            Map.entry("erp.request.too-big", 413),
            Map.entry("erp.request.too-slow", 408),
            Map.entry("erp.request.too-many", 429),
            Map.entry("erp.data.no-space", 507),
            Map.entry(METHOD, 405),
            Map.entry("erp.request.media-type", 415),
            Map.entry("erp.request.if-match-missing", 428));

    private Problems() {}

    public static Problem of(Throwable thrown) {
        if (thrown instanceof Refusal refusal) {
            return Problem.of(statusOf(refusal), refusal.code(), refusal.getMessage(), refusal.fields());
        }
        if (thrown instanceof WebApplicationException refused
                && refused.getResponse().getStatus() < 500) {
            return ofJaxrs(refused);
        }
        if (thrown instanceof JsonProcessingException malformed) {
            return ofJson(malformed);
        }
        return ofBug(thrown);
    }

    private static int statusOf(Refusal refusal) {
        var byCode = STATUS_OF_CODE.get(refusal.code());
        if (byCode != null) {
            return byCode;
        }
        if (refusal instanceof NotFound) {
            return 404;
        }
        if (refusal instanceof TooSoon) {
            return 429;
        }
        if (refusal instanceof Unavailable) {
            return 503;
        }
        return refusal instanceof Conflict ? 409 : 422;
    }

    private static Problem ofJaxrs(WebApplicationException refused) {
        if (refused.getCause() instanceof Refusal refusal) {
            return of(refusal);
        }
        var status = refused.getResponse().getStatus();
        return switch (status) {
            case 404 -> Problem.of(404, "erp.request.unknown-path", "there is nothing at this address");
            case 405 -> Problem.of(405, METHOD, "this address does not know this method");
            case 406 -> Problem.of(406, "erp.request.not-acceptable", "this cannot be answered in the type asked for");
            case 415 -> Problem.of(415, "erp.request.media-type", "the body has a type that is not understood here");
            default -> Problem.of(status, "erp.request.malformed", "the request could not be understood");
        };
    }

    /** Jackson's own message names classes of ours; people get the place and the field. */
    private static Problem ofJson(JsonProcessingException malformed) {
        var cause = causeIn(malformed);
        if (cause != null) {
            return Problem.of(400, cause.code(), cause.getMessage(), cause.fields());
        }
        var at = malformed.getLocation();
        var place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        if (malformed instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            var field = mapping.getPath().stream()
                    .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                    .map(Quoted::of)
                    .collect(Collectors.joining("."));
            var detail = "the body has a value that is not expected" + place + ": " + field;
            return Problem.of(400, "erp.request.malformed", detail, Map.of(field, "not expected, or of another type"));
        }
        return Problem.of(400, "erp.request.malformed", "the body is not well-formed JSON" + place);
    }

    private static Refusal causeIn(Throwable thrown) {
        for (var each = thrown; each != null; each = each.getCause()) {
            if (each instanceof Refusal refusal) {
                return refusal;
            }
        }
        return null;
    }

    private static Problem ofBug(Throwable bug) {
        var refusal = causeIn(bug);
        if (refusal != null) {
            return of(refusal);
        }
        var id = UUID.randomUUID().toString();
        LOG.error("Request failed, id {}", id, bug);
        var detail = "this is a fault of the server, not yours; look whether it was done before you try again. "
                + "Quote id " + id + " to your administrator, who finds the reason under it in the log";
        return new Problem("about:blank", Titles.of(500), 500, "erp.server.failed", detail, Map.of(), id);
    }
}
