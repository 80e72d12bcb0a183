package org.stepwise.web.internal.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.junit.jupiter.api.Test;
import org.stepwise.module.Modules.Setting;

/** Programs learn from the description what can be given while a module is enabled. */
class OpenApiTest {

    /** As the modules have it. */
    @Path("modules")
    public static final class Life {
        @POST
        @Path("{name}/enable")
        public Map<String, Object> enable(@PathParam("name") String name, Wanted wanted) {
            return Map.of();
        }
    }

    /** Settings by name. */
    public record Wanted(Map<String, String> settings) {}

    @Test
    void theSettingsOfModulesAreDescribed() {
        var api = new OpenApi();
        api.add(Life.class);
        var valuation = new Setting("valuation", "How stock is valued", List.of("FIFO", "AVERAGE"), false, "FIFO");
        api.add(Map.of("warehouse", List.of(valuation), "crm", List.of()));

        var settings = api.document()
                .at("/paths/~1modules~1{name}~1enable/post/requestBody/content/application~1json/schema")
                .at("/properties/settings");
        assertThat(settings.at("/properties/valuation/enum").toString()).isEqualTo("[\"FIFO\",\"AVERAGE\"]");
        assertThat(settings.at("/properties/valuation/default").asText()).isEqualTo("FIFO");
        assertThat(settings.at("/properties/valuation/description").asText())
                .isEqualTo("Of the module warehouse: How stock is valued");
    }
}
