package org.stepwise.attributes.internal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.attributes.Attributes;
import org.stepwise.attributes.internal.line.LineDesk;
import org.stepwise.attributes.internal.required.Entering;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;

/** For modules and programs that do not come by a form. */
@Component
public final class AttributeService implements Attributes {
    private final AttributeDesk rows;
    private final LineDesk lines;
    private final References references;
    private final Entering entering;
    private final Transactions transactions;

    @Activate
    public AttributeService(
            @Reference AttributeDesk rows,
            @Reference LineDesk lines,
            @Reference References references,
            @Reference Entering entering,
            @Reference Transactions transactions) {
        this.rows = rows;
        this.lines = lines;
        this.references = references;
        this.entering = entering;
        this.transactions = transactions;
    }

    @Override
    public void set(String register, Id row, Map<String, String> values) {
        transactions.run(() -> {
            // What was created in this very transaction may not be written yet.
            transactions.flush();
            var view = references.view(register, row);
            rows.record(AttributesPermissions.VALUE_SET, new AttributeDesk.Wanted(register, row, values, () -> view));
        });
    }

    @Override
    public void setLines(String register, Id row, Map<Integer, Map<String, String>> wanted) {
        transactions.run(() -> {
            transactions.flush();
            lines.set(register, row, references.view(register, row), wanted);
        });
    }

    @Override
    public Id with(String register, Map<String, String> values, List<Map<String, String>> ofLines, Supplier<Id> work) {
        return transactions.call(() -> {
            entering.begin(register, values);
            entering.begin(Definitions.linesOf(register), ofLines);
            var row = work.get();
            if (!values.isEmpty()) {
                set(register, row, values);
            }
            var byNumber = new TreeMap<Integer, Map<String, String>>();
            ofLines.forEach(line -> byNumber.put(byNumber.size() + 1, line));
            if (!byNumber.isEmpty()) {
                setLines(register, row, byNumber);
            }
            return row;
        });
    }
}
