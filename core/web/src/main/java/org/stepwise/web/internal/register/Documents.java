package org.stepwise.web.internal.register;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.stepwise.data.Id;
import org.stepwise.error.Refusal;
import org.stepwise.web.Found;
import org.stepwise.web.Register;
import org.stepwise.web.internal.json.Json;

/** How a document is answered: the same whether it is answered at once or from a remembered key. */
@Component(service = Documents.class)
public final class Documents {
    private final ObjectMapper mapper = Json.mapper();

    @Activate
    public Documents() {}

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addRegister(Register register) {
        // Only its end matters: its views are classes of its bundle.
    }

    public void removeRegister(Register register) {
        Json.forgetClasses(mapper);
    }

    /** An answer with its headers; those absent are null. */
    public record Answer(int status, String location, String tag, Object view) {
        public Response response() {
            var response = Response.status(status).entity(view);
            if (location != null) {
                response.header(HttpHeaders.LOCATION, location);
            }
            if (tag != null) {
                response.header(HttpHeaders.ETAG, tag);
            }
            return response.build();
        }
    }

    public Answer created(Register register, Id id) {
        var description = register.description();
        var location = "/api/" + description.module() + "/" + description.plural() + "/" + id;
        var shown = shown(register, id);
        return new Answer(201, location, shown.tag(), shown.view());
    }

    /** The document after a change; only its id for somebody who may change what he may not see. */
    public Answer shown(Register register, Id id) {
        try {
            var found = register.find(id);
            return new Answer(200, null, Versions.tag(found), view(id, found));
        } catch (Refusal unseen) {
            return new Answer(200, null, null, Map.of("id", id));
        }
    }

    /** What a document shows, without the classes of its module: decimals, days and ids are texts. */
    public Map<String, Object> plain(Found found) {
        return mapper.convertValue(found.view(), new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    /** The view with its id first, even where the module's own view leaves it out. */
    public Object view(Id id, Found found) {
        var tree = mapper.valueToTree(found.view());
        if (!(tree instanceof ObjectNode view)) {
            return found.view();
        }
        var whole = mapper.createObjectNode().put("id", id.toString());
        whole.setAll(view);
        return whole;
    }
}
