package org.stepwise.web.internal.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * What went wrong, as RFC 9457 has it.
 *
 * @param code stable, for programs
 * @param detail what was refused, why, and what to do
 * @param fields the fields at fault and what is wrong with each
 * @param id under which a failure of the server stands in its log; null for a refusal
 */
public record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        Map<String, String> fields,
        @JsonInclude(JsonInclude.Include.NON_NULL) String id) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(int status, String code, String detail) {
        return of(status, code, detail, Map.of());
    }

    public static Problem of(int status, String code, String detail, Map<String, String> fields) {
        return new Problem("about:blank", Titles.of(status), status, code, detail, fields, null);
    }
}
