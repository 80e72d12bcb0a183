package org.stepwise.northwind.internal;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stepwise.masterdata.Parties.NewParty;

/** The data of the Northwind sample database (Microsoft, MIT licence), as read from its tables. */
public record Northwind(List<NewParty> parties, List<Product> products, List<Order> orders) {
    private static final Map<String, String> COUNTRIES = countries();

    /** A product; {@code inStock} is today's, after the whole history. */
    public record Product(
            String code, String name, String category, BigDecimal price, BigDecimal inStock, boolean discontinued) {
        /** What a unit cost: three fifths of its list price. */
        public BigDecimal unitCost() {
            return price.multiply(new BigDecimal("0.6"));
        }
    }

    /** An order; {@code shippedOn} null when it has not left the house. */
    public record Order(
            String reference,
            String customer,
            String employee,
            LocalDate orderedOn,
            LocalDate requiredOn,
            LocalDate shippedOn,
            BigDecimal freight,
            List<Line> lines) {}

    /** A line; {@code discount} in percent. */
    public record Line(String product, BigDecimal price, BigDecimal quantity, BigDecimal discount) {}

    public static Northwind read() {
        var parties = new ArrayList<NewParty>();
        parties.addAll(table("customers", Northwind::customer));
        parties.addAll(table("suppliers", Northwind::supplier));
        parties.addAll(table("employees", Northwind::employee));
        return new Northwind(parties, readProducts(), readOrders());
    }

    /** What lay in the house before the first order: what is left today and what was shipped since. */
    public Map<String, BigDecimal> openingStock() {
        var stock = new HashMap<String, BigDecimal>();
        products.forEach(product -> stock.put(product.code(), product.inStock()));
        orders.stream()
                .filter(order -> order.shippedOn() != null)
                .flatMap(order -> order.lines().stream())
                .forEach(line -> stock.merge(line.product(), line.quantity(), BigDecimal::add));
        return stock;
    }

    private static List<Product> readProducts() {
        var categories =
                table("categories", row -> Map.entry(row.getField("CategoryID"), row.getField("CategoryName"))).stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return table(
                "products",
                row -> new Product(
                        row.getField("ProductID"),
                        row.getField("ProductName"),
                        categories.get(row.getField("CategoryID")),
                        new BigDecimal(row.getField("UnitPrice")),
                        new BigDecimal(row.getField("UnitsInStock")),
                        row.getField("Discontinued").equals("1")));
    }

    private static List<Order> readOrders() {
        var lines = new HashMap<String, List<Line>>();
        table("order_details", row -> lines.computeIfAbsent(row.getField("OrderID"), order -> new ArrayList<>())
                .add(new Line(
                        row.getField("ProductID"),
                        new BigDecimal(row.getField("UnitPrice")),
                        new BigDecimal(row.getField("Quantity")),
                        new BigDecimal(row.getField("Discount")).movePointRight(2))));
        return table(
                "orders",
                row -> new Order(
                        row.getField("OrderID"),
                        row.getField("CustomerID"),
                        "EMP" + row.getField("EmployeeID"),
                        day(row, "OrderDate"),
                        day(row, "RequiredDate"),
                        day(row, "ShippedDate"),
                        new BigDecimal(row.getField("Freight")),
                        lines.get(row.getField("OrderID"))));
    }

    private static NewParty customer(NamedCsvRecord row) {
        return organisation(row, row.getField("CustomerID"), true);
    }

    private static NewParty supplier(NamedCsvRecord row) {
        return organisation(row, "SUP" + row.getField("SupplierID"), false);
    }

    private static NewParty organisation(NamedCsvRecord row, String code, boolean customer) {
        return new NewParty(
                code,
                row.getField("CompanyName"),
                customer,
                !customer,
                false,
                false,
                row.getField("ContactName"),
                null,
                text(row, "Phone"),
                text(row, "Address"),
                text(row, "City"),
                text(row, "PostalCode"),
                COUNTRIES.get(row.getField("Country")));
    }

    private static NewParty employee(NamedCsvRecord row) {
        return new NewParty(
                "EMP" + row.getField("EmployeeID"),
                row.getField("FirstName") + " " + row.getField("LastName"),
                false,
                false,
                true,
                true,
                null,
                null,
                text(row, "HomePhone"),
                text(row, "Address"),
                text(row, "City"),
                text(row, "PostalCode"),
                COUNTRIES.get(row.getField("Country")));
    }

    private static String text(NamedCsvRecord row, String field) {
        var text = row.getField(field).replaceAll("[\\p{Cntrl}]+", ", ").strip();
        return text.isEmpty() ? null : text;
    }

    private static LocalDate day(NamedCsvRecord row, String field) {
        var text = row.getField(field);
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static <T> List<T> table(String name, Function<NamedCsvRecord, T> reader) {
        var resource = Northwind.class.getResourceAsStream("/northwind/" + name + ".csv");
        try (var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return rows.stream().map(reader).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("Northwind's " + name + " cannot be read", failure);
        }
    }

    private static Map<String, String> countries() {
        var countries = new HashMap<String, String>();
        for (var code : Locale.getISOCountries()) {
            countries.put(new Locale("", code).getDisplayCountry(Locale.ENGLISH), code);
        }
        countries.put("UK", "GB");
        countries.put("USA", "US");
        return countries;
    }
}
