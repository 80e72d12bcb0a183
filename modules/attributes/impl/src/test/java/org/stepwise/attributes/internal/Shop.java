package org.stepwise.attributes.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.stepwise.attributes.AttributeDefinitions;
import org.stepwise.attributes.AttributeDefinitions.NewAttribute;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.error.Refusal;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.TestCompany;
import org.stepwise.web.ListQuery;
import org.stepwise.web.ListQuery.Filter;
import org.stepwise.web.Register;
import org.stepwise.web.internal.csv.CsvExport;
import org.stepwise.web.internal.csv.CsvImport;
import org.stepwise.web.internal.form.Forms;
import org.stepwise.web.internal.history.Asked;
import org.stepwise.web.internal.history.Timeline;
import org.stepwise.web.internal.openapi.OpenApi;
import org.stepwise.web.internal.register.Documents;
import org.stepwise.web.internal.register.Registers;
import org.stepwise.web.internal.register.Texts;

/** A company that sells, and does so by the lists of the web door. */
final class Shop implements AutoCloseable {
    private static final List<String> NOT_HERE =
            List.of("http", "server", "rest", "resource", "operation", "live", "intake", "screen", "answer", "openapi");

    private final ObjectMapper mapper = new ObjectMapper();
    private final TestCompany company;
    private final boolean first;

    private Shop(TestCompany company, boolean first) {
        this.company = company;
        this.first = first;
        company.enable("crm");
    }

    static Platform.Builder platform(Database.Kind kind) {
        var platform = Platform.on(kind);
        NOT_HERE.forEach(part -> platform.without("org.stepwise.web.internal." + part));
        return platform;
    }

    static Shop on(Database.Kind kind) {
        return new Shop(new TestCompany(platform(kind).start(), "rest"), true);
    }

    static Shop on(Platform platform) {
        return new Shop(new TestCompany(platform, "rest"), true);
    }

    /** Another company in the same place. */
    Shop another(String name) {
        return new Shop(TestCompany.founded(company.platform(), name, "rest"), false);
    }

    TestCompany company() {
        return company;
    }

    Platform platform() {
        return company.platform();
    }

    <T> T as(Supplier<T> work) {
        return company.as(work);
    }

    void refused(String code, Runnable work) {
        assertThatThrownBy(() -> as(() -> {
                    work.run();
                    return null;
                }))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> org.assertj.core.api.Assertions.assertThat(refusal.code())
                                .as(refusal.getMessage())
                                .isEqualTo(code));
    }

    Id define(NewAttribute attribute) {
        return as(() -> company.service(AttributeDefinitions.class).define(attribute, null));
    }

    Register register(String name) {
        var path = name.split("\\.");
        return as(() -> company.service(Registers.class).find(path[0], path[1]));
    }

    /** By the form, in the words of JSON with single quotes. */
    Id create(String register, String json) {
        return as(() -> {
            var open = register(register);
            return open.create(company.service(Forms.class).create(open, tree(json)));
        });
    }

    void change(String register, Id row, String json) {
        as(() -> {
            var open = register(register);
            open.change(
                    row, open.find(row).version(), company.service(Forms.class).change(open, row, tree(json)));
            return null;
        });
    }

    void act(String register, Id row, String verb, String json) {
        as(() -> {
            var open = register(register);
            var described = open.description().verbs().stream()
                    .filter(each -> each.name().equals(verb))
                    .findFirst()
                    .orElseThrow();
            open.act(row, verb, -1, company.service(Forms.class).act(open, row, described, tree(json)));
            return null;
        });
    }

    private JsonNode tree(String json) {
        try {
            return mapper.readTree(json.replace('\'', '"'));
        } catch (IOException malformed) {
            throw new AssertionError(malformed);
        }
    }

    Map<?, ?> view(String register, Id row) {
        return as(() -> (Map<?, ?>) register(register).find(row).view());
    }

    @SuppressWarnings("unchecked") // a view of an extended register is plain
    List<Map<String, Object>> lines(String register, Id row) {
        return (List<Map<String, Object>>) view(register, row).get("lines");
    }

    /** What a column says, line by line. */
    List<Object> lines(String register, Id row, String column) {
        List<Object> values = new ArrayList<>();
        lines(register, row).forEach(line -> values.add(line.get(column)));
        return values;
    }

    /** What happened to a row, the newest first. */
    List<Timeline.Entry> history(String register, Id row) {
        return as(() -> company.service(Timeline.class)
                .of(register, row, Asked.newest(50), "en")
                .items());
    }

    /** How programs are told of the list. */
    JsonNode openApi(String register) {
        return as(() -> {
            var api = new OpenApi();
            api.add(register(register), Texts.silent());
            return api.document().path("paths");
        });
    }

    /** What is told to be wrong, by place. */
    Map<String, String> fields(Runnable work) {
        try {
            as(() -> {
                work.run();
                return null;
            });
        } catch (Refusal refused) {
            return refused.fields();
        }
        throw new AssertionError("nothing was refused");
    }

    /** What a column says, row by row. */
    List<Object> column(String register, String column, List<String> sort, Filter... filters) {
        return as(() -> {
            List<Object> values = new ArrayList<>();
            register(register)
                    .list(new ListQuery(500, null, sort, List.of(filters)))
                    .items()
                    .forEach(row -> values.add(row.get(column)));
            return values;
        });
    }

    String export(String register) {
        return export(register, null);
    }

    String exportWithLines(String register) {
        return export(register, company.service(Documents.class));
    }

    private String export(String register, Documents documents) {
        return as(() -> {
            try (var out = new ByteArrayOutputStream()) {
                new CsvExport(register(register), ListQuery.first(50), documents).write(out);
                return out.toString(StandardCharsets.UTF_8);
            } catch (IOException failed) {
                throw new AssertionError(failed);
            }
        });
    }

    List<Id> take(String register, String csv) {
        return as(() -> company.service(CsvImport.class)
                .take(register(register), new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), false)
                .ids());
    }

    Id party(String code, String more) {
        return create(
                "masterdata.parties",
                "{'code':'" + code + "','name':'Party " + code + "','customer':true" + more + "}");
    }

    Id product(String code) {
        return create("masterdata.products", "{'code':'" + code + "','name':'Chai','unit':'pc','kind':'SERVICE'}");
    }

    Id order(Id customer, Id product, String more) {
        return create("crm.orders", order(customer, product) + more + "}");
    }

    static String order(Id customer, Id product) {
        return "{'customer':'" + customer + "','lines':[{'product':'" + product + "','quantity':2,'price':10}]";
    }

    /** Everything that is kept beside rows, as text. */
    List<String> kept() {
        return kept("row_values", "of_register, row_id");
    }

    List<String> keptOfLines() {
        return kept("line_values", "of_register, row_id, line, name");
    }

    private List<String> kept(String table, String order) {
        return company.service(Sql.class)
                .list(
                        row -> {
                            var columns = new TreeMap<String, String>();
                            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                                columns.put(row.getMetaData().getColumnName(i).toLowerCase(), row.getString(i));
                            }
                            return columns.toString();
                        },
                        "SELECT * FROM attributes." + table + " WHERE company = ? ORDER BY " + order,
                        company.id());
    }

    @Override
    public void close() {
        if (first) {
            company.close();
        }
    }
}
