package org.stepwise.web.internal.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.stepwise.module.Modules;
import org.stepwise.web.Register;
import org.stepwise.web.ValueType;
import org.stepwise.web.internal.problem.Problem;
import org.stepwise.web.internal.register.Texts;

/** An OpenAPI 3.0 document in the making: registers from their descriptions, resources from their annotations. */
public final class OpenApi {
    private final ObjectNode document = Schemas.object().put("openapi", "3.0.3");
    private final ObjectNode paths;

    public OpenApi() {
        document.putObject("info")
                .put("title", "Stepwise")
                .put("version", "1")
                .put("description", "Amounts, quantities, numbers and ids are texts; days and moments are ISO 8601.");
        document.putArray("servers").addObject().put("url", "/api");
        var security = document.putArray("security");
        security.addObject().putArray("token");
        security.addObject().putArray("session");
        var components = document.putObject("components");
        components.putObject("schemas").set("Problem", Schemas.of(Problem.class));
        var schemes = components.putObject("securitySchemes");
        schemes.putObject("token").put("type", "http").put("scheme", "bearer");
        schemes.putObject("session").put("type", "apiKey").put("in", "cookie").put("name", "stepwise-session");
        this.paths = document.putObject("paths");
    }

    public void add(Register register, Texts.Speaker texts) {
        new RegisterPaths(register, texts).writeTo(paths);
    }

    /** A resource; those for every register are described by the registers. */
    public void add(Class<?> resource) {
        if (ResourcePaths.isDescribable(resource)) {
            new ResourcePaths(resource).writeTo(paths);
        }
    }

    /** What can be given while a module is enabled; {@code settings} are those that count now, by module. */
    public void add(Map<String, List<Modules.Setting>> settings) {
        var body = paths.at("/~1modules~1{name}~1enable/post/requestBody/content/application~1json/schema");
        if (body instanceof ObjectNode schema) {
            var given = schema.withObject("/properties/settings");
            given.removeAll();
            given.put("type", "object").put("additionalProperties", false);
            var properties = given.putObject("properties");
            settings.forEach(
                    (module, all) -> all.forEach(setting -> properties.set(setting.name(), of(module, setting))));
        }
    }

    private static ObjectNode of(String module, Modules.Setting setting) {
        var schema = Schemas.value(ValueType.TEXT, List.of());
        if (!setting.choices().isEmpty()) {
            schema = Schemas.value(ValueType.CHOICE, setting.choices());
        }
        if (setting.value() != null) {
            schema.put("default", setting.value());
        }
        return schema.put("description", "Of the module " + module + ": " + setting.title());
    }

    public ObjectNode document() {
        return document;
    }
}
