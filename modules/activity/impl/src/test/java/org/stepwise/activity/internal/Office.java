package org.stepwise.activity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.karaf.features.BootFinished;
import org.stepwise.activity.Subject;
import org.stepwise.crm.OrderService;
import org.stepwise.crm.OrderService.NewLine;
import org.stepwise.crm.OrderService.NewOrder;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.error.Refusal;
import org.stepwise.log.Deliveries;
import org.stepwise.masterdata.Parties;
import org.stepwise.masterdata.Parties.NewParty;
import org.stepwise.masterdata.Products;
import org.stepwise.masterdata.Products.NewProduct;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;
import org.stepwise.security.Logins;
import org.stepwise.security.Users;
import org.stepwise.testkit.Eventually;
import org.stepwise.testkit.People;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.TestCompany;
import org.stepwise.web.internal.resource.ResourceServlet;
import org.stepwise.web.internal.rest.MissingResource;
import org.stepwise.web.internal.rest.OpenApiResource;
import org.stepwise.web.internal.rest.RegisterResource;
import org.stepwise.web.internal.server.WebServer;

/** A company that sells, with a web door, in which people write about what they see. */
public final class Office implements AutoCloseable {
    private static final String PASSWORD = "seven white teapots";

    private final TestCompany company;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();
    private final String token;

    public Office(Platform.Builder builder, Class<?>... resources) {
        var platform = builder.with(BootFinished.class, new BootFinished() {}).start();
        this.company = new TestCompany(platform, "rest");
        company.awaitOn("activity");
        company.enable("crm");
        People.add(platform, "ada", "Ada Lovelace", PASSWORD);
        this.token = company.as(() -> {
            company.service(Users.class).grant("ada", Users.ADMINISTRATOR);
            return company.service(Logins.class).createToken("ada", "test").secret();
        });
        var served = platform.service(ResourceServlet.class);
        List.of(RegisterResource.class, MissingResource.class, OpenApiResource.class)
                .forEach(type -> served.add(platform.service(type)));
        for (var type : resources) {
            served.add(platform.service(type));
        }
    }

    public static Office on(Database.Kind kind, Class<?>... resources) {
        return new Office(Platform.on(kind), resources);
    }

    public <T> T service(Class<T> type) {
        return company.service(type);
    }

    public TestCompany company() {
        return company;
    }

    public Id id() {
        return company.id();
    }

    /** As Ada, who may do everything, but under the id of tests. */
    public <T> T as(Supplier<T> work) {
        return company.as(work);
    }

    public void run(Runnable work) {
        company.as(() -> {
            work.run();
            return null;
        });
    }

    /** As somebody with these permissions only. */
    public <T> T as(long user, Set<String> permissions, Supplier<T> work) {
        var caller = new Caller(
                new Id(user), "Bob", company.id(), "rest", ZoneOffset.UTC, Locale.ENGLISH, Set.copyOf(permissions));
        return service(Callers.class).as(caller, work);
    }

    public void refused(String code, Supplier<?> verb) {
        assertThatThrownBy(verb::get).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    public Subject party(String code, boolean natural) {
        var wanted = new NewParty(
                code, code + " & Co", true, false, false, natural, null, null, null, null, null, null, null);
        return new Subject("masterdata.parties", as(() -> service(Parties.class).record(wanted, null)));
    }

    public void erase(Subject party) {
        run(() -> service(Parties.class).erase(party.row(), new Parties.Erasure("asked to be forgotten")));
    }

    public Subject order(Subject customer) {
        return as(() -> {
            var products = service(Products.class);
            var code = customer.row().toString();
            products.setTaxCode(
                    new Products.NewTaxRate("STD", "Standard", new BigDecimal("19"), LocalDate.of(2026, 3, 2)));
            var product = products.record(new NewProduct(code, "Chai", null, "BOX", "GOODS", "STD", true));
            var lines = List.of(new NewLine(product, BigDecimal.TEN, new BigDecimal("18"), BigDecimal.ZERO));
            return new Subject(
                    "crm.orders",
                    service(OrderService.class)
                            .draft(new NewOrder(customer.row(), null, null, null, null, null, lines)));
        });
    }

    public String log() {
        var text = new StringBuilder();
        service(Deliveries.class)
                .tail(id(), 1000, line -> true)
                .forEach(line ->
                        text.append(line.type()).append(' ').append(line.json()).append('\n'));
        return text.toString();
    }

    public long count(String table, String condition) {
        return service(Sql.class)
                .first(row -> row.getLong(1), "SELECT COUNT(*) FROM " + table + " WHERE " + condition)
                .orElseThrow();
    }

    /** All rows of a table, each as text, in an order of their own. */
    public List<String> rows(String table) {
        return service(Sql.class)
                .list(
                        row -> {
                            var cells = new ArrayList<String>();
                            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                                cells.add(String.valueOf(row.getObject(i)));
                            }
                            return String.join("|", cells);
                        },
                        "SELECT * FROM " + table)
                .stream()
                .sorted()
                .toList();
    }

    /** Its tables emptied, and written anew from the log. */
    public void rebuild() {
        var deliveries = service(Deliveries.class);
        company.settle();
        deliveries.stop(id(), "activity");
        Eventually.eventually(() -> assertThat(deliveries.standings(id()))
                .filteredOn(standing -> standing.module().equals("activity"))
                .noneMatch(Deliveries.Standing::running));
        service(Database.class).clear("activity", id());
        deliveries.forget(id(), "activity");
        deliveries.start(id(), "activity");
        company.settle();
    }

    public static String path(Subject subject, String rest) {
        return "/api/" + subject.register().replace('.', '/') + "/" + subject.row() + rest;
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + service(WebServer.class).port() + path))
                .header("Authorization", "Bearer " + token);
    }

    public HttpRequest.Builder json(String path, String method, String body) {
        return request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body.replace('\'', '"')));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    public <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request.build(), handler);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    public JsonNode read(HttpResponse<String> answer) {
        try {
            return mapper.readTree(answer.body());
        } catch (IOException malformed) {
            throw new AssertionError(answer.body(), malformed);
        }
    }

    @Override
    public void close() {
        company.close();
    }
}
