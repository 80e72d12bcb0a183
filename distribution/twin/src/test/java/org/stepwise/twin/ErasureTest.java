package org.stepwise.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.log.event.Personal;
import org.stepwise.masterdata.Parties.Erasure;
import org.stepwise.masterdata.Parties.NewParty;
import org.stepwise.masterdata.event.PartyRecorded;
import org.stepwise.northwind.internal.Northwind;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Store;
import org.stepwise.warehouse.StockService.NewReceipt;
import org.stepwise.warehouse.StockService.NewReceiptLine;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;
import org.stepwise.web.Register;

/**
 * Two trade with Northwind through every module: a person and an organisation. Then both are erased. What is personal
 * is in no table, list, document or file any more; the name of the organisation, which is nobody's, stays on all.
 */
class ErasureTest {
    private static final LocalDate DAY = LocalDate.of(1996, 7, 4);
    private static final String MARK = "quillfeather";
    private static final String COMPANY = "Inkwell & Sons";
    private static final List<String> MODULES = List.of("accounting", "warehouse", "crm");

    @Law(17)
    @OnBothDatabases
    void nothingPersonalIsLeftAnywhereAndOrganisationsKeepTheirNames(Database.Kind kind, @TempDir Path home)
            throws IOException {
        System.setProperty("stepwise.home", home.toString());
        try (var store = Store.create(kind);
                var company = new TwinCompany(store)) {
            MODULES.forEach(company::enable);
            new Script(0).begin(company);
            company.as(() -> {
                var acts = new Script.Acts(company, Northwind.read());
                acts.begin(DAY);
                var person = trade(acts, company, party("QUILL", true), "Q-1");
                var organisation = trade(acts, company, party("INK", false), "Q-2");
                company.settle();
                assertThat(rowsWith(company, MARK)).as("what can be erased").containsKey("masterdata.party");
                company.desks().parties().erase(person, new Erasure("asked for it"));
                company.desks().parties().erase(organisation, new Erasure("nobody works there any more"));
                return null;
            });
            company.settle();
            assertThat(rowsWith(company, MARK)).isEmpty();
            assertThat(shown(company)).noneSatisfy(text -> assertThat(text).contains(MARK));
            assertThat(listed(company, COMPANY))
                    .contains(
                            "masterdata.parties",
                            "crm.orders",
                            "crm.invoices",
                            "warehouse.receipts",
                            "warehouse.deliveries",
                            "warehouse.returns",
                            "accounting.open-items");
            MODULES.forEach(company::disable);
            MODULES.forEach(company::purge);
        } finally {
            System.clearProperty("stepwise.home");
        }
        try (var files = Files.walk(home.resolve("exports")).filter(Files::isRegularFile)) {
            assertThat(files).allSatisfy(file -> assertThat(file).content().doesNotContainIgnoringCase(MARK));
        }
    }

    /** Every field that the event calls personal has the mark in it, also one that is declared tomorrow. */
    private static NewParty party(String code, boolean natural) {
        var personal = Arrays.stream(PartyRecorded.class.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(Personal.class)
                        || component.getAccessor().isAnnotationPresent(Personal.class))
                .map(RecordComponent::getName)
                .toList();
        assertThat(personal).contains("name", "contact", "email", "phone", "street");
        Map<String, Object> known = Map.of("code", code, "customer", true, "supplier", true, "natural", natural);
        var fields = NewParty.class.getRecordComponents();
        assertThat(fields).extracting(RecordComponent::getName).containsAll(personal);
        var values = Arrays.stream(fields)
                .map(field -> {
                    if (field.getName().equals("name") && !natural) {
                        return COMPANY;
                    }
                    return personal.contains(field.getName())
                            ? MARK + "-" + field.getName() + "@example.org"
                            : known.getOrDefault(field.getName(), field.getType() == boolean.class ? false : null);
                })
                .toArray();
        try {
            return (NewParty) NewParty.class.getDeclaredConstructors()[0].newInstance(values);
        } catch (ReflectiveOperationException failed) {
            throw new AssertionError(failed);
        }
    }

    private static Id trade(Script.Acts acts, TwinCompany company, NewParty party, String reference) {
        var desks = company.desks();
        var id = desks.parties().record(party);
        var product = desks.masterData().productByCode("1").orElseThrow().id();
        desks.stock()
                .receive(new NewReceipt(
                        id,
                        "R-" + reference,
                        DAY,
                        List.of(new NewReceiptLine(product, BigDecimal.TEN, BigDecimal.ONE))));
        var line = new Northwind.Line("1", BigDecimal.TEN, BigDecimal.TEN, BigDecimal.ZERO);
        var order = new Northwind.Order(
                reference, party.code(), party.code(), DAY, DAY, DAY, BigDecimal.ZERO, List.of(line));
        acts.history().place(order);
        acts.history().ship(order);
        acts.takeBack(reference, 1, "2");
        return id;
    }

    /** The tables of all schemas that have the text in a column, whatever the column is. */
    private static Map<String, String> rowsWith(TwinCompany company, String text) {
        var transactions = company.service(Transactions.class);
        return transactions.call(() -> {
            Map<String, String> found = new TreeMap<>();
            try (var connection = transactions.connection()) {
                for (var table : tables(connection)) {
                    search(connection, table, text, found);
                }
            } catch (SQLException failed) {
                throw new AssertionError(failed);
            }
            return found;
        });
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (var all = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
            while (all.next()) {
                tables.add((all.getString("TABLE_SCHEM") + ".\"" + all.getString("TABLE_NAME") + "\""));
            }
        }
        assertThat(tables).hasSizeGreaterThan(40);
        return tables;
    }

    private static void search(Connection connection, String table, String text, Map<String, String> found)
            throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT * FROM " + table)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    var value = rows.getObject(column) instanceof byte[] bytes
                            ? new String(bytes, StandardCharsets.UTF_8)
                            : String.valueOf(rows.getString(column));
                    if (value.toLowerCase(java.util.Locale.ROOT).contains(text)) {
                        found.put(
                                table.replace("\"", "").toLowerCase(java.util.Locale.ROOT),
                                rows.getMetaData().getColumnName(column));
                    }
                }
            }
        }
    }

    /** Every row of every list, and what its form shows. */
    private static List<String> shown(TwinCompany company) {
        return company.as(() -> {
            List<String> shown = new ArrayList<>();
            company.services(Register.class)
                    .forEach(register -> page(register).items().forEach(row -> {
                        shown.add(row.toString());
                        shown.add(register.find(Id.parse(row.get("id").toString()))
                                .view()
                                .toString());
                    }));
            return shown;
        });
    }

    /** The lists that show the text. */
    private static List<String> listed(TwinCompany company, String text) {
        return company.as(() -> company.services(Register.class).stream()
                .filter(register -> page(register).toString().contains(text))
                .map(register -> register.description().name())
                .toList());
    }

    private static Page page(Register register) {
        return register.list(ListQuery.first(500));
    }
}
