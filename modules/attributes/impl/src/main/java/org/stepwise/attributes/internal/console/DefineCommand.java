package org.stepwise.attributes.internal.console;

import java.util.Arrays;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.stepwise.attributes.AttributeDefinitions;
import org.stepwise.attributes.AttributeDefinitions.NewAttribute;
import org.stepwise.attributes.AttributeType;
import org.stepwise.attributes.internal.DefinitionRegister;
import org.stepwise.console.CompanyCommand;
import org.stepwise.error.Rejected;

/** Makes an attribute of a list. */
@Service
@Command(scope = "attributes", name = "attribute-define", description = "Gives the rows of a list an attribute")
public final class DefineCommand extends CompanyCommand {
    @Reference
    AttributeDefinitions definitions;

    @Argument(name = "list", required = true, description = "Such as masterdata.parties")
    String register;

    @Argument(index = 1, name = "name", required = true, description = "Letters and digits, such as colour")
    String name;

    @Argument(index = 2, name = "type", required = true, description = "What its values are")
    @Completion(
            value = StringsCompleter.class,
            values = {"TEXT", "NUMBER", "AMOUNT", "DATE", "FLAG", "CHOICE", "REFERENCE"})
    String type;

    @Option(name = "--label", description = "What people call it")
    String label;

    @Option(name = "--required", description = "Must be filled in for new rows")
    boolean required;

    @Option(name = "--personal", description = "Tells of a person, and goes when the person is erased")
    boolean personal;

    @Option(name = "--person", description = "The field that names the person")
    String person;

    @Option(name = "--choices", description = "Of a CHOICE, between commas")
    String choices;

    @Option(name = "--refers", description = "Of a REFERENCE: to which list")
    String refers;

    @Option(name = "--ended", description = "Is not asked for and not shown any more")
    boolean ended;

    @Option(name = "--from", description = "The first day, such as 2026-12-01; today when left out")
    String from;

    @Override
    protected void run() {
        var wanted = Arrays.stream(AttributeType.values())
                .filter(known -> known.name().equalsIgnoreCase(type))
                .findFirst()
                .orElseThrow(() -> new Rejected(
                        "attributes.input.invalid", "type is none of " + Arrays.toString(AttributeType.values())));
        definitions.define(
                new NewAttribute(
                        register,
                        name,
                        label,
                        wanted,
                        required,
                        personal,
                        person,
                        DefinitionRegister.choices(choices),
                        refers,
                        ended),
                day(from));
        say(register + " has the attribute " + name + " from " + (from == null ? "today" : from));
    }
}
