package org.stepwise.web.internal.rest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;
import org.stepwise.data.Id;
import org.stepwise.error.Rejected;
import org.stepwise.module.Homes;
import org.stepwise.security.Caller;
import org.stepwise.security.Companies;
import org.stepwise.security.Logins;
import org.stepwise.security.PermissionSet;
import org.stepwise.web.internal.http.SessionCookie;
import org.stepwise.web.internal.http.Visit;

/** Logs people in and out, and tells who is logged in. */
@Component(service = SessionResource.class)
@JaxrsResource
@JaxrsApplicationSelect("(osgi.jaxrs.name=stepwise)")
@Path("session")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SessionResource {
    private final List<PermissionSet> permissionSets = new CopyOnWriteArrayList<>();
    private final Logins logins;
    private final Companies companies;

    @Activate
    public SessionResource(@Reference Logins logins, @Reference Companies companies) {
        this.logins = logins;
        this.companies = companies;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addPermissions(PermissionSet permissions, Map<String, Object> service) {
        if (Homes.mayOffer("the permissions of " + permissions.module(), permissions.module(), service)) {
            permissionSets.add(permissions);
        }
    }

    public void removePermissions(PermissionSet permissions) {
        permissionSets.remove(permissions);
    }

    /** What a person logs in with. */
    public record Login(String user, String password) {}

    /** A new password, with the one it replaces. */
    public record NewPassword(String current, String next) {}

    /** Who is logged in; {@code csrf} is null for a program. Who must change the password can do nothing else. */
    public record View(
            String user,
            String displayName,
            CompanyView company,
            String language,
            Set<String> permissions,
            String csrf,
            boolean mustChangePassword) {}

    /** The company worked for. */
    public record CompanyView(Id id, String name, String currency, String zone) {}

    @POST
    public Response login(Login login, @Context HttpServletRequest request) {
        if (login.user() == null || login.password() == null) {
            throw new Rejected("erp.request.malformed", "a login needs \"user\" and \"password\"");
        }
        var entry = logins.login(new Logins.Attempt(
                login.user(), login.password(), request.getRemoteAddr(), DeviceCookie.read(request)));
        var session = entry.session();
        return Response.ok(view(session.caller(), session))
                .header("Set-Cookie", SessionCookie.set(request, session.token()))
                .header("Set-Cookie", DeviceCookie.set(request, entry.device()))
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    public View current(@Context HttpServletRequest request) {
        var visit = (Visit) request.getAttribute(Visit.ATTRIBUTE);
        return view(visit.caller(), visit.session());
    }

    @DELETE
    public Response logout(@Context HttpServletRequest request) {
        var visit = (Visit) request.getAttribute(Visit.ATTRIBUTE);
        if (visit.session() != null) {
            logins.logout(visit.session().token());
        }
        return Response.noContent()
                .header("Set-Cookie", SessionCookie.clear(request))
                .build();
    }

    @PUT
    @Path("password")
    public void changePassword(NewPassword password, @Context HttpServletRequest request) {
        if (password.current() == null || password.next() == null) {
            throw new Rejected("erp.request.malformed", "a new password needs \"current\" and \"next\"");
        }
        var visit = (Visit) request.getAttribute(Visit.ATTRIBUTE);
        logins.changePassword(new Logins.PasswordChange(
                password.current(),
                password.next(),
                visit.session() == null ? null : visit.session().token(),
                DeviceCookie.read(request)));
    }

    private View view(Caller caller, Logins.Session session) {
        var company = companies
                .find(caller.company())
                .map(found -> new CompanyView(
                        found.id(), found.name(), found.currency(), found.zone().getId()))
                .orElse(null);
        return new View(
                caller.name(),
                session == null ? caller.name() : session.displayName(),
                company,
                caller.language().getLanguage(),
                spelledOut(caller),
                session == null ? null : session.csrf(),
                session != null && session.mustChangePassword());
    }

    /** Screens look for names; "everything" is told as all names there are. */
    private Set<String> spelledOut(Caller caller) {
        var names = new TreeSet<>(caller.permissions());
        if (caller.permissions().contains("*")) {
            permissionSets.forEach(each -> names.addAll(each.permissions().keySet()));
        }
        return names;
    }
}
