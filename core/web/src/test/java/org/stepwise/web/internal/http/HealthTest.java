package org.stepwise.web.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stepwise.data.Id;
import org.stepwise.state.Condition;
import org.stepwise.state.Condition.Gravity;
import org.stepwise.state.Watch;

/** What anybody may know of the server's state. */
@ExtendWith(SharedDoor.class)
class HealthTest {
    private final Door door;
    private final List<Watch> watches = new ArrayList<>();

    HealthTest(Door door) {
        this.door = door;
    }

    @AfterEach
    void takeAway() {
        watches.forEach(door.platform()::remove);
    }

    @Test
    void whatOnlyNeedsALookLeavesTheServerReady() {
        watch("erp.state.test-a", Gravity.WARNING);

        var health = health();

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body())
                .contains("\"status\":\"ready\"", "{\"code\":\"erp.state.test-a\",\"gravity\":\"warning\"}");
    }

    @Test
    void aServerThatCannotDoItsWorkIsNotReady() {
        watch("erp.state.test-a", Gravity.DOWN);

        var health = health();

        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.body())
                .contains("\"status\":\"failing\"", "{\"code\":\"erp.state.test-a\",\"gravity\":\"down\"}");
    }

    @Test
    void strangersAreToldCodesAndNothingOfCompanies() {
        watch("erp.state.test-a", Gravity.DOWN, Gravity.WARNING, Gravity.WARNING);

        var health = health();

        assertThat(door.read(health).path("conditions")).hasSize(1);
        assertThat(health.body()).doesNotContain("4711", "private", "told");
    }

    @Test
    void aWatchThatFailsDoesNotSilenceTheServer() {
        add(() -> {
            throw new IllegalStateException("private");
        });

        var health = health();

        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.body()).contains("erp.state.watch-failed").doesNotContain("private");
    }

    @Test
    void whoMaySeeTheStateIsToldWhatConcernsTheCompany() {
        add(() -> List.of(
                condition("erp.state.test-a", door.company()),
                condition("erp.state.test-b", new Id(4711)),
                condition("erp.state.test-c", null)));

        var state = door.send(door.request("/api/state"));

        assertThat(state.statusCode()).as(state.body()).isEqualTo(200);
        var items = door.read(state).path("items");
        assertThat(items.findValuesAsText("code")).containsExactly("erp.state.test-a", "erp.state.test-c");
        assertThat(items.path(0).path("values").path("what").asText()).isEqualTo("told");
        assertThat(items.path(0).path("message").asText()).isEqualTo("private");
        assertThat(items.path(0).path("wholeServer").asBoolean()).isFalse();
        assertThat(items.path(1).path("wholeServer").asBoolean()).isTrue();
        assertThat(door.send(door.request("/metrics")).body())
                .contains("stepwise_state_conditions{code=\"erp.state.test-b\",gravity=\"warning\"} 1");
    }

    @Test
    void theStateIsNotForEverybody() {
        assertThat(door.send(door.anonymous("/api/state")).statusCode()).isEqualTo(401);
        var guest = door.send(door.anonymous("/api/state").header("Cookie", door.guest()));
        assertThat(guest.statusCode()).isEqualTo(403);
    }

    private static Condition condition(String code, Id company) {
        return new Condition(code, Gravity.WARNING, company, "private", Map.of("what", "told"));
    }

    private void watch(String code, Gravity... gravities) {
        add(() -> List.of(gravities).stream()
                .map(gravity -> new Condition(code, gravity, new Id(4711), "private", Map.of("what", "told")))
                .toList());
    }

    private void add(Watch watch) {
        watches.add(watch);
        door.platform().add(Watch.class, watch);
    }

    private HttpResponse<String> health() {
        return door.send(door.anonymous("/health"));
    }
}
