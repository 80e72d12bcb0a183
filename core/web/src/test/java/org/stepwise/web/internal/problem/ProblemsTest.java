package org.stepwise.web.internal.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwise.error.Conflict;
import org.stepwise.error.NotFound;
import org.stepwise.error.Rejected;
import org.stepwise.error.TooSoon;
import org.stepwise.web.internal.json.Json;

class ProblemsTest {
    @Test
    void eachKindOfRefusalHasItsStatus() {
        assertThat(Problems.of(new Rejected("crm.order.empty", "no lines")).status())
                .isEqualTo(422);
        assertThat(Problems.of(new NotFound("crm.order.unknown", "none")).status())
                .isEqualTo(404);
        assertThat(Problems.of(new Conflict("crm.order.changed", "changed")).status())
                .isEqualTo(409);
        assertThat(Problems.of(new TooSoon("erp.login.too-soon", "wait", 4)).status())
                .isEqualTo(429);
    }

    @ParameterizedTest
    @CsvSource({
        "erp.permission.missing,403",
        "erp.session.none,401",
        "erp.login.failed,401",
        "erp.password.must-change,403",
        "erp.session.csrf,403",
        "erp.request.if-match-missing,428",
        "erp.list.invalid,400",
        "erp.id.malformed,400"
    })
    void refusalsOfThePlatformHaveTheStatusOfTheirCode(String code, int status) {
        assertThat(Problems.of(new Rejected(code, "no")).status()).isEqualTo(status);
    }

    @Test
    void fieldsAtFaultAreTold() {
        var problem = Problems.of(new Rejected("erp.form.invalid", "see fields", Map.of("name", "is required")));

        assertThat(problem.fields()).isEqualTo(Map.of("name", "is required"));
        assertThat(problem.detail()).isEqualTo("see fields");
    }

    @Test
    void aBugIsToldByItsIdOnly() {
        var problem = Problems.of(new IllegalStateException("secret of org.stepwise.Inner"));

        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.id()).isNotBlank();
        assertThat(problem.detail()).contains(problem.id()).doesNotContain("secret");
    }

    @Test
    void aRefusalInsideATechnicalFailureIsStillARefusal() {
        var wrapped = new IllegalStateException(new RuntimeException(new Conflict("erp.data.changed-meanwhile", "x")));

        assertThat(Problems.of(wrapped).status()).isEqualTo(409);
    }

    @Test
    void malformedJsonIsToldByItsPlaceAndNamesNoClass() {
        try {
            Json.mapper().readTree("{\"a\":");
        } catch (JsonProcessingException malformed) {
            var problem = Problems.of(malformed);
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.detail()).contains("line 1").doesNotContain("com.fasterxml");
        }
    }
}
