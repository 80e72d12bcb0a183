package org.stepwise.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.stepwise.accounting.LedgerService;
import org.stepwise.accounting.LedgerService.By;
import org.stepwise.data.Amounts;
import org.stepwise.data.Id;
import org.stepwise.testkit.TestCompany;
import org.stepwise.web.Description;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Register;

/**
 * What a company is, as text: every document and list of every module, and the trial balance. Internal ids are replaced
 * by what people call the thing; versions, posting dates and journal numbers (which depend on when periods were closed)
 * are left out, and so are drafts: they are no facts, and may be lost.
 */
public final class CanonicalExport {
    /** {@code documentId} and {@code credited} lead along the chain of documents, and say nothing of their own. */
    private static final Set<String> LEFT_OUT =
            Set.of("id", "version", "postingDate", "expiresAt", "door", "seq", "documentId", "credited");

    private static final Set<String> DRAFTED = Set.of("crm.orders", "warehouse.deliveries");
    private static final String NUMBERED_BY_PERIOD = "accounting.journals";
    private static final List<String> LABELS = List.of("number", "code", "reference", "name");

    private final TestCompany company;
    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, List<JsonNode>> documents = new HashMap<>();

    public CanonicalExport(TestCompany company) {
        this.company = company;
    }

    public String write() {
        return company.as(() -> {
            var registers = company.services(Register.class).stream()
                    .sorted(Comparator.comparing(
                            register -> register.description().name()))
                    .collect(Collectors.toCollection(ArrayList::new));
            registers.forEach(this::read);
            registers.removeIf(register -> isUnbegunList(register.description()));
            var text = new StringBuilder();
            for (var register : registers) {
                var name = register.description().name();
                text.append("== ").append(name).append('\n');
                documents.get(name).stream()
                        .map(document -> canonical(document).toString())
                        .sorted()
                        .forEach(line -> text.append(line).append('\n'));
            }
            text.append("== trial balance\n");
            company.service(LedgerService.class)
                    .trialBalance(null, By.VALUE_DATE)
                    .forEach(line -> text.append(line.account())
                            .append(' ')
                            .append(Amounts.plain(line.debit()))
                            .append(' ')
                            .append(Amounts.plain(line.credit()))
                            .append('\n'));
            return text.toString();
        });
    }

    /** A list of simple records that the company has not begun says nothing of it: others may come with any module. */
    private boolean isUnbegunList(Description description) {
        return documents.get(description.name()).isEmpty()
                && description.columns().stream()
                        .anyMatch(column -> column.name().equals("archived"));
    }

    private void read(Register register) {
        var name = register.description().name();
        var found = new ArrayList<JsonNode>();
        String after = null;
        do {
            var page = register.list(new ListQuery(500, after, List.of(), List.of()));
            for (var item : page.items()) {
                if (DRAFTED.contains(name) && item.get("number") == null) {
                    continue;
                }
                var id = item.get("id").toString();
                var row = json.<ObjectNode>valueToTree(item);
                ObjectNode document =
                        json.valueToTree(register.find(Id.parse(id)).view());
                if (name.equals(NUMBERED_BY_PERIOD)) {
                    row.remove("number");
                    document.remove("number");
                }
                label(id, row);
                document.set("row", row);
                found.add(document);
            }
            after = page.next();
        } while (after != null);
        documents.put(name, found);
    }

    private void label(String id, ObjectNode row) {
        for (var name : LABELS) {
            var value = row.get(name);
            if (value != null && !value.isNull()) {
                labels.putIfAbsent(id, value.asText());
                return;
            }
        }
    }

    private JsonNode canonical(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var out = json.createObjectNode();
            var names = new ArrayList<String>();
            object.fieldNames().forEachRemaining(names::add);
            Collections.sort(names);
            names.stream()
                    .filter(name -> !LEFT_OUT.contains(name))
                    .filter(name -> !object.get(name).isNull())
                    .forEach(name -> out.set(name, canonical(object.get(name))));
            return out;
        }
        if (node instanceof ArrayNode array) {
            var lines = new ArrayList<JsonNode>();
            array.forEach(line -> lines.add(canonical(line)));
            lines.sort(Comparator.comparing(JsonNode::toString));
            return json.createArrayNode().addAll(lines);
        }
        return node.isNumber() ? TextNode.valueOf(Amounts.plain(node.decimalValue())) : text(node.asText());
    }

    private JsonNode text(String value) {
        if (value.matches("-?[0-9]+\\.[0-9]+")) {
            return TextNode.valueOf(Amounts.plain(new java.math.BigDecimal(value)));
        }
        if (value.matches("[0-9A-HJKMNP-TV-Z]{13}")) {
            return TextNode.valueOf(labels.getOrDefault(value, "?"));
        }
        return TextNode.valueOf(value);
    }
}
