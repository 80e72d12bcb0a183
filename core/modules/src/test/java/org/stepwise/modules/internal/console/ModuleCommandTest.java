package org.stepwise.modules.internal.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Supplier;
import org.apache.karaf.shell.impl.action.command.DefaultActionPreparator;
import org.junit.jupiter.api.Test;
import org.stepwise.error.Rejected;
import org.stepwise.security.ConsoleCaller;

class ModuleCommandTest {

    @Test
    void optionsStandBeforeTheModulesName() throws Exception {
        var command = command("--wait", "--company", "Northwind", "accounting");
        assertThat(command.module).isEqualTo("accounting");
        assertThat(command.waits).isTrue();
        assertThat(command.company).isEqualTo("Northwind");
    }

    @Test
    void anOptionBehindTheModulesNameIsRefusedWithTheRightOrder() throws Exception {
        var command = command("accounting", "--set", "a=b", "--wait");
        assertThatThrownBy(command::execute)
                .isInstanceOf(Rejected.class)
                .hasMessage("options stand before the module's name: erp:module-enable --set a=b --wait accounting");
    }

    private static ModuleEnableCommand command(Object... words) throws Exception {
        var command = new ModuleEnableCommand();
        command.console = new Anybody();
        new DefaultActionPreparator().prepare(command, null, List.of(words));
        return command;
    }

    private static final class Anybody implements ConsoleCaller {
        @Override
        public <T> T run(Supplier<T> work) {
            return work.get();
        }

        @Override
        public <T> T run(String company, Supplier<T> work) {
            return work.get();
        }
    }
}
