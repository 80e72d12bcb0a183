package org.stepwise.attributes.internal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.attributes.AttributeDefinitions;
import org.stepwise.attributes.AttributeDefinitions.NewAttribute;
import org.stepwise.attributes.AttributeType;
import org.stepwise.data.Dated;
import org.stepwise.data.Id;
import org.stepwise.data.Lists;
import org.stepwise.data.Sql;
import org.stepwise.data.TableList;
import org.stepwise.error.NotFound;
import org.stepwise.error.Quoted;
import org.stepwise.module.Verbs;
import org.stepwise.security.Callers;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Field;
import org.stepwise.web.Form;
import org.stepwise.web.Found;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;
import org.stepwise.web.Register;
import org.stepwise.web.ValueType;

/** The attributes of all lists, as a list; another day is a new row. */
@Component
public final class DefinitionRegister implements Register {
    private static final String[] TYPES =
            Arrays.stream(AttributeType.values()).map(Enum::name).toArray(String[]::new);
    private static final List<Column> STORED = List.of(
            Column.text("attribute").sorted(),
            Column.text("register", "of_register"),
            Column.text("name"),
            Column.text("label", "title"),
            Column.choice("type", "kind", TYPES),
            Column.flag("required", "is_required"),
            Column.flag("personal", "is_personal"),
            Column.text("person").shown(),
            Column.text("choices").shown(),
            Column.text("refers"),
            Column.flag("ended", "is_ended"),
            Column.day("validFrom"));
    private static final TableList LIST = new TableList("attributes.definition", "id", STORED);
    private static final Dated DATED = new Dated("attributes.definition", "attribute", "attribute");
    private static final Description DESCRIPTION = new Description(
            AttributesModule.MODULE,
            "definitions",
            AttributesPermissions.DEFINITION_READ,
            Stream.concat(STORED.stream(), Stream.of(Dated.STATE)).toList(),
            List.of(
                    Field.of("register", ValueType.TEXT).must().atMost(80),
                    Field.of("name", ValueType.TEXT).must().atMost(40),
                    Field.of("label", ValueType.TEXT),
                    Field.choice("type", TYPES).must(),
                    Field.of("required", ValueType.FLAG),
                    Field.of("personal", ValueType.FLAG),
                    Field.of("person", ValueType.TEXT).atMost(80),
                    Field.of("choices", ValueType.TEXT).atMost(4_000),
                    Field.of("refers", ValueType.TEXT).atMost(80),
                    Field.of("ended", ValueType.FLAG),
                    Field.of("validFrom", ValueType.DATE)),
            null,
            AttributesPermissions.DEFINE,
            null,
            List.of(new Description.Verb("withdraw", AttributesPermissions.DEFINE, Map.of(), List.of())));

    private final AttributeDefinitions desk;
    private final Definitions definitions;
    private final Verbs verbs;
    private final Callers callers;
    private final Lists lists;
    private final Sql sql;

    @Activate
    public DefinitionRegister(
            @Reference AttributeDefinitions desk,
            @Reference Definitions definitions,
            @Reference Verbs verbs,
            @Reference Callers callers,
            @Reference Lists lists,
            @Reference Sql sql) {
        this.desk = desk;
        this.definitions = definitions;
        this.verbs = verbs;
        this.callers = callers;
        this.lists = lists;
        this.sql = sql;
    }

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Page list(ListQuery query) {
        return verbs.read(AttributesModule.MODULE, DESCRIPTION.read(), () -> {
            var company = callers.current().company();
            return DATED.with(lists.page(LIST, company, query), sql, company, verbs.today());
        });
    }

    @Override
    public Found find(Id id) {
        return verbs.read(AttributesModule.MODULE, DESCRIPTION.read(), () -> new Found(View.of(get(id)), 1));
    }

    private Attribute get(Id id) {
        return definitions
                .find(callers.current().company(), id)
                .orElseThrow(() ->
                        new NotFound("attributes.definition.unknown", "nothing is said of an attribute by " + id));
    }

    @Override
    public Id create(Form form) {
        return desk.define(
                new NewAttribute(
                        form.text("register"),
                        form.text("name"),
                        form.text("label"),
                        AttributeType.valueOf(form.text("type")),
                        Boolean.TRUE.equals(form.flag("required")),
                        Boolean.TRUE.equals(form.flag("personal")),
                        form.text("person"),
                        choices(form.text("choices")),
                        form.text("refers"),
                        Boolean.TRUE.equals(form.flag("ended"))),
                form.day("validFrom"));
    }

    /** One a line, or between commas. */
    public static List<String> choices(String text) {
        return text == null ? List.of() : List.of(text.split("[\n,]"));
    }

    @Override
    public void act(Id id, String verb, long version, Form form) {
        if (!verb.equals("withdraw")) {
            throw new NotFound("erp.register.no-verb", DESCRIPTION.name() + " knows no \"" + Quoted.of(verb) + "\"");
        }
        var known = verbs.read(AttributesModule.MODULE, DESCRIPTION.read(), () -> get(id));
        desk.withdraw(known.register(), known.name(), known.validFrom());
    }

    /** An attribute as its form shows it. */
    record View(
            String register,
            String name,
            String label,
            String type,
            boolean required,
            boolean personal,
            String person,
            String choices,
            String refers,
            boolean ended,
            LocalDate validFrom) {
        static View of(Attribute known) {
            return new View(
                    known.register(),
                    known.name(),
                    known.title(),
                    known.type().name(),
                    known.required(),
                    known.personal(),
                    known.person(),
                    known.choices().isEmpty() ? null : String.join("\n", known.choices()),
                    known.refers(),
                    known.ended(),
                    known.validFrom());
        }
    }
}
