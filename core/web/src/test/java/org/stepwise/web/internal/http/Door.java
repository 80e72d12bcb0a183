package org.stepwise.web.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.karaf.features.BootFinished;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.log.event.Fact;
import org.stepwise.module.ModuleContext;
import org.stepwise.module.Modules;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;
import org.stepwise.security.Companies;
import org.stepwise.security.Logins;
import org.stepwise.security.PermissionSet;
import org.stepwise.security.Users;
import org.stepwise.testkit.Eventually;
import org.stepwise.testkit.People;
import org.stepwise.testkit.Platform;
import org.stepwise.web.Register;
import org.stepwise.web.internal.resource.ResourceServlet;
import org.stepwise.web.internal.rest.DescriptionsResource;
import org.stepwise.web.internal.rest.DraftsResource;
import org.stepwise.web.internal.rest.MissingResource;
import org.stepwise.web.internal.rest.OpenApiResource;
import org.stepwise.web.internal.rest.OwnDraftsResource;
import org.stepwise.web.internal.rest.RegisterResource;
import org.stepwise.web.internal.rest.SessionResource;
import org.stepwise.web.internal.rest.StateResource;
import org.stepwise.web.internal.rest.UiModulesResource;
import org.stepwise.web.internal.server.WebServer;

/** The whole web door with one company, one user and one small module, over real HTTP. */
final class Door implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    static final String USER = "ada";
    static final String PASSWORD = "seven white teapots";

    /** As the clock of the test kit has it. */
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Id company = new Id(1000);
    private final Platform platform;
    private final NoteBook notes;
    private final WebServer server;
    private final String token;

    Door(Database.Kind kind) {
        this(Platform.on(kind));
    }

    Door(Platform.Builder builder) {
        this.platform = builder.with(BootFinished.class, new BootFinished() {}).start();
        settle();
        this.token = asAda(() -> {
            platform.service(Users.class).grant(USER, Users.ADMINISTRATOR);
            return platform.service(Logins.class).createToken(USER, "test").secret();
        });
        this.notes = new NoteBook(platform);
        platform.add(ModuleContext.class, notes);
        platform.add(Register.class, notes);
        platform.add(PermissionSet.class, notes);
        var modules = platform.service(Modules.class);
        Eventually.eventually(() -> {
            if (asAda(() -> modules.find(company, "notes").state()) != Modules.State.ON) {
                throw new AssertionError("notes are not on yet");
            }
        });
        this.server = serve();
    }

    /** In this thread, as somebody who may do everything. */
    <T> T asAda(Supplier<T> work) {
        var ada = new Caller(new Id(1), "test", company, "system", ZoneOffset.UTC, Locale.ENGLISH, Set.of("*"));
        return platform.service(Callers.class).as(ada, work);
    }

    /** What a module records that is not here itself, as somebody who may do everything. */
    void recordAs(Id who, String module, Fact... facts) {
        var caller = new Caller(who, "test", company, "system", ZoneOffset.UTC, Locale.ENGLISH, Set.of("*"));
        platform.service(Callers.class).as(caller, () -> {
            platform.recordElsewhere(module, log -> List.of(facts).forEach(fact -> log.record(module, TODAY, fact)));
            return null;
        });
    }

    private void settle() {
        platform.service(Transactions.class).run(() -> platform.service(Companies.class)
                .add(new Companies.Company(company, "Northwind", "USD", ZoneOffset.UTC)));
        People.add(platform, USER, "Ada", PASSWORD);
        People.add(platform, "guest", "Guest", PASSWORD);
    }

    private WebServer serve() {
        var resources = platform.service(ResourceServlet.class);
        for (var type : new Class<?>[] {
            RegisterResource.class,
            DraftsResource.class,
            OwnDraftsResource.class,
            MissingResource.class,
            SessionResource.class,
            StateResource.class,
            DescriptionsResource.class,
            UiModulesResource.class,
            OpenApiResource.class
        }) {
            resources.add(platform.service(type));
        }
        return platform.service(WebServer.class);
    }

    WebServer server() {
        return server;
    }

    String token() {
        return token;
    }

    NoteBook notes() {
        return notes;
    }

    Platform platform() {
        return platform;
    }

    Id company() {
        return company;
    }

    /** A request of a program with a token. */
    HttpRequest.Builder request(String path) {
        return anonymous(path).header("Authorization", "Bearer " + token);
    }

    /** A program of a user of its own, whose only role has the name of the user and these permissions. */
    Program program(String name, String... permissions) {
        return asAda(() -> {
            var users = platform.service(Users.class);
            users.add(name, name, PASSWORD, "en");
            users.setRole(name, List.of(permissions));
            users.grant(name, name);
            return new Program(name, platform.service(Logins.class).createToken(name, name));
        });
    }

    /** The role has these permissions from now on. */
    void allow(Program program, String... permissions) {
        asAda(() -> {
            platform.service(Users.class).setRole(program.name(), List.of(permissions));
            return null;
        });
    }

    /** Somebody with a token. */
    record Program(String name, Logins.NewToken token) {}

    HttpRequest.Builder as(Program program, HttpRequest.Builder request) {
        return request.setHeader("Authorization", "Bearer " + program.token().secret());
    }

    /** The cookie of somebody who has no permission. */
    String guest() {
        var login = "{\"user\":\"guest\",\"password\":\"%s\"}".formatted(PASSWORD);
        var answer = send(anonymous("/api/session")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(login)));
        return answer.headers().firstValue("Set-Cookie").orElse("").split(";")[0];
    }

    HttpRequest.Builder anonymous(String path) {
        var port = server.port();
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    HttpRequest.Builder json(String path, String method, String body) {
        return request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body.replace('\'', '"')));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    HttpClient client() {
        return client;
    }

    JsonNode read(HttpResponse<String> answer) {
        try {
            return mapper.readTree(answer.body());
        } catch (IOException malformed) {
            throw new AssertionError(answer.body(), malformed);
        }
    }

    @Override
    public void close() {
        platform.close();
    }
}
