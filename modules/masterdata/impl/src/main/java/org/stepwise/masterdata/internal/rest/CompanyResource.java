package org.stepwise.masterdata.internal.rest;

import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;
import org.stepwise.masterdata.CompanyLanguage;

/** What is set for the company as a whole. */
@Component(service = CompanyResource.class)
@JaxrsResource
@JaxrsApplicationSelect("(osgi.jaxrs.name=stepwise)")
@Path("masterdata/company-language")
@Produces(MediaType.APPLICATION_JSON)
public final class CompanyResource {
    private final CompanyLanguage language;

    @Activate
    public CompanyResource(@Reference CompanyLanguage language) {
        this.language = language;
    }

    /** A language, such as {@code az}. */
    public record Language(String language) {}

    @GET
    public Map<String, String> get() {
        return Map.of("language", language.get());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, String> set(Language wanted) {
        language.set(wanted == null ? null : wanted.language());
        return get();
    }
}
