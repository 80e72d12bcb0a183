package org.stepwise.modules.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.apache.karaf.shell.impl.action.command.DefaultActionPreparator;
import org.junit.jupiter.api.Test;
import org.stepwise.console.CompanyCommand;
import org.stepwise.security.ConsoleCaller;

class ModuleCommandTest {

    @Test
    void optionsSayHowAndForWhom() throws Exception {
        var onlyNotes = new Noting();
        var command = command(onlyNotes, "--wait", "--company", "Northwind", "accounting");
        command.execute();
        assertThat(command.module).isEqualTo("accounting");
        assertThat(command.waits).isTrue();
        assertThat(onlyNotes.company).isEqualTo("Northwind");
    }

    /** Given its caller as Karaf does it. */
    private static ModuleEnableCommand command(ConsoleCaller caller, Object... words) throws Exception {
        var command = new ModuleEnableCommand();
        var console = CompanyCommand.class.getDeclaredField("console");
        console.setAccessible(true);
        console.set(command, caller);
        new DefaultActionPreparator().prepare(command, null, List.of(words));
        return command;
    }

    /** Notes for which company it is called. */
    private static final class Noting implements ConsoleCaller {
        private String company;

        @Override
        public <T> T run(Supplier<T> work) {
            return run(null, work);
        }

        @Override
        public <T> T run(String of, Supplier<T> work) {
            company = of;
            return null;
        }
    }
}
