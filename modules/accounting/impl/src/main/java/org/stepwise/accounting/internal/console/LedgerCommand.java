package org.stepwise.accounting.internal.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializerBase;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.stepwise.data.Amounts;
import org.stepwise.security.ConsoleCaller;

/** What commands of the ledger share: they run as the console, and print to its session. */
abstract class LedgerCommand implements Action {
    @Reference
    ConsoleCaller console;

    @Reference
    Session session;

    @Override
    public final Object execute() {
        console.run(() -> {
            show();
            return null;
        });
        return null;
    }

    abstract void show();

    PrintStream out() {
        return session.getConsole();
    }

    void printJson(Object value) {
        var module = new SimpleModule().addSerializer(LocalDate.class, ToStringSerializer.instance);
        module.addSerializer(BigDecimal.class, new PlainDecimal());
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

    /** Decimals as texts, never in exponents. */
    private static final class PlainDecimal extends ToStringSerializerBase {
        PlainDecimal() {
            super(BigDecimal.class);
        }

        @Override
        public String valueToString(Object number) {
            return Amounts.plain((BigDecimal) number);
        }
    }

    static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    static String money(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
