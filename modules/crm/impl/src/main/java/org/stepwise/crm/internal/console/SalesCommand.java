package org.stepwise.crm.internal.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializerBase;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.stepwise.data.Amounts;
import org.stepwise.security.ConsoleCaller;

/** What commands of sales share: they run as the console for one company, and print to its session. */
abstract class SalesCommand implements Action {
    @Reference
    ConsoleCaller console;

    @Reference
    Session session;

    @Option(name = "--company", description = "The company's name or id")
    String company;

    @Override
    public final Object execute() {
        console.run(company, () -> {
            run();
            return null;
        });
        return null;
    }

    abstract void run();

    final PrintStream out() {
        return session.getConsole();
    }

    final void printJson(Object value) {
        var module = new SimpleModule()
                .addSerializer(LocalDate.class, ToStringSerializer.instance)
                .addSerializer(BigDecimal.class, new PlainDecimal());
        var mapper = JsonMapper.builder()
                .addModule(module)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build();
        try {
            out().println(mapper.writeValueAsString(value));
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("the answer cannot be written as JSON", failure);
        }
    }

    static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    static String orEmpty(Object value) {
        return value == null ? "" : value.toString();
    }

    /** Decimals as texts, never in exponents. */
    private static final class PlainDecimal extends ToStringSerializerBase {
        private static final long serialVersionUID = 1L;

        PlainDecimal() {
            super(BigDecimal.class);
        }

        @Override
        public String valueToString(Object number) {
            return Amounts.plain((BigDecimal) number);
        }
    }
}
