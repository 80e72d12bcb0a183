package org.stepwise.web.internal.chain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.log.Numbers;
import org.stepwise.security.Callers;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Register;
import org.stepwise.web.ValueType;
import org.stepwise.web.internal.chain.Document.Key;
import org.stepwise.web.internal.register.Registers;
import org.stepwise.web.internal.register.Texts;

/**
 * The chain of documents that one belongs to: order, delivery, invoice, payment, journal. It comes from the columns
 * that lists mark as {@link Column#origin} and {@link Column#outcome}; a list that is off, or that the caller may not
 * read, adds nothing to it.
 */
@Component(service = Chain.class)
public final class Chain {
    /** Documents each way. */
    private static final int MOST = 100;

    private final Registers registers;
    private final Texts texts;
    private final Callers callers;
    private final Numbers numbers;

    @Activate
    public Chain(
            @Reference Registers registers,
            @Reference Texts texts,
            @Reference Callers callers,
            @Reference Numbers numbers) {
        this.numbers = numbers;
        this.registers = registers;
        this.texts = texts;
        this.callers = callers;
    }

    /**
     * What a document came from and led to, the nearest first.
     *
     * @param more whether there is more each way than the first 100, which are told
     */
    public record View(List<Node> cameFrom, List<Node> ledTo, boolean more) {}

    /**
     * A document of the chain.
     *
     * @param list the register it is in, such as {@code crm.invoices}
     * @param kind what it is called: its kind, or the title of its list
     * @param title its number, or null
     * @param on its first date
     * @param next the id of the document beside it that is nearer to where the chain begins
     */
    public record Node(
            String id,
            String list,
            String kind,
            String title,
            Object on,
            Object amount,
            String currency,
            String next) {}

    /** Refuses as the register does, if the caller may not read the row or there is none. */
    public View of(String register, Id row, String accepted) {
        var caller = callers.current();
        registers.find(register, row);
        var language = Texts.choose(accepted, caller.language().getLanguage());
        var readable = registers.open().stream()
                .filter(each -> each.description().read() == null
                        || caller.may(each.description().read()))
                .collect(Collectors.toMap(each -> each.description().name(), Function.identity()));
        var links = new Links(
                registers,
                readable.values().stream()
                        .map(Register::description)
                        .sorted((one, other) -> one.name().compareTo(other.name()))
                        .toList(),
                register);
        var start = links.find(register, row);
        if (start.isEmpty()) {
            return new View(List.of(), List.of(), false);
        }
        var before = new Walk(links, links::origins).from(start.get());
        var after = new Walk(links, links::outcomes).from(start.get());
        var writing = new Writing(readable, language, register.substring(0, register.indexOf('.')));
        return new View(
                before.steps.stream().map(writing::node).toList(),
                after.steps.stream().map(writing::node).toList(),
                before.more || after.more);
    }

    /** A document found, and from where. */
    private record Step(Document document, Id from) {}

    /** One way along the chain, each document once. */
    private static final class Walk {
        private final Links links;
        private final Function<Document, Collection<Key>> next;
        private final List<Step> steps = new ArrayList<>();
        private boolean more;

        Walk(Links links, Function<Document, Collection<Key>> next) {
            this.links = links;
            this.next = next;
        }

        Walk from(Document start) {
            Set<Key> seen = new HashSet<>(Set.of(start.key()));
            var waiting = new ArrayDeque<>(List.of(start));
            while (!waiting.isEmpty() && !more) {
                var at = waiting.remove();
                for (var key : next.apply(at)) {
                    if (seen.add(key)) {
                        links.find(key)
                                .ifPresent(
                                        found -> take(new Step(found, at.key().id()), waiting));
                    }
                }
            }
            return this;
        }

        private void take(Step step, ArrayDeque<Document> waiting) {
            if (steps.size() == MOST) {
                more = true;
            } else {
                steps.add(step);
                waiting.add(step.document());
            }
        }
    }

    /** Puts documents in words. */
    private final class Writing {
        private final Map<String, Register> registersByName;
        private final String language;
        private final String module;

        Writing(Map<String, Register> registersByName, String language, String module) {
            this.registersByName = registersByName;
            this.language = language;
            this.module = module;
        }

        /** By the list of the module that its reader looks at, if that has it. */
        Node node(Step step) {
            var rows = step.document().rows();
            var list = rows.keySet().stream()
                    .filter(each -> each.startsWith(module + "."))
                    .findFirst()
                    .orElseGet(() -> rows.keySet().iterator().next());
            var register = registersByName.get(list);
            var row = rows.get(list);
            return new Node(
                    step.document().key().id().toString(),
                    list,
                    kind(register, row),
                    number(step.document()),
                    first(register.description(), row, ValueType.DATE),
                    row.containsKey("total") ? row.get("total") : first(register.description(), row, ValueType.AMOUNT),
                    text(row, "currency"),
                    step.from().toString());
        }

        /** As any of its lists has it, or as it was given: not every list shows it. */
        private String number(Document document) {
            return document.rows().values().stream()
                    .map(row -> text(row, "number"))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .or(() -> document.key().record() != null
                            ? Optional.empty()
                            : numbers.find(
                                    callers.current().company(), document.key().id()))
                    .orElse(null);
        }

        /** What has no number is told apart from the document that it belongs to: a journal says that it is one. */
        private String kind(Register register, Map<String, Object> row) {
            var plural = register.description().plural();
            var said = texts.of(register, language);
            var list = said.say(plural + ".title", plural);
            return Optional.ofNullable(text(row, "kind"))
                    .flatMap(kind -> said.find(plural + ".kind." + kind))
                    .map(kind -> text(row, "number") == null ? list + " · " + kind : kind)
                    .orElse(list);
        }

        private Object first(Description description, Map<String, Object> row, ValueType type) {
            return description.columns().stream()
                    .filter(column -> column.type() == type)
                    .map(Column::name)
                    .map(row::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }

        private static String text(Map<String, Object> row, String name) {
            return row.get(name) == null ? null : row.get(name).toString();
        }
    }
}
