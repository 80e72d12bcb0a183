package org.stepwise.modules.internal.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.stepwise.data.Id;
import org.stepwise.testkit.Law;
import org.stepwise.web.Description;
import org.stepwise.web.Found;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;
import org.stepwise.web.Register;

/** A module opens when all its registers are there: else some of its paths would not exist for a moment. */
class ModuleRegistersTest {
    private final ModuleRegisters registers = new ModuleRegisters();

    @Law(11)
    @Test
    void theModuleWaitsForTheLastOfItsRegisters() throws Exception {
        registers.addRegister(new Named("shelf", "things"), Map.of());
        registers.addRegister(new Named("till", "slips"), Map.of());
        var open = CompletableFuture.supplyAsync(() -> opened("shelf", 2, 60));
        assertThatThrownBy(() -> registers.await("shelf", 2, 0))
                .hasMessage("only 1 of the 2 registers of shelf are there after 0 seconds");
        assertThat(open).isNotDone();
        registers.addRegister(new Named("shelf", "labels"), Map.of());
        assertThat(open.get(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aRegisterThatHasGoneDoesNotCount() {
        var things = new Named("shelf", "things");
        registers.addRegister(things, Map.of());
        registers.removeRegister(things);
        assertThatThrownBy(() -> registers.await("shelf", 1, 0)).hasMessageContaining("only 0 of the 1");
    }

    private boolean opened(String module, int count, long seconds) {
        try {
            registers.await(module, count, seconds);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private record Named(String module, String plural) implements Register {
        @Override
        public Description description() {
            return new Description(module, plural, module + ".read", List.of(), List.of(), null, null, null, List.of());
        }

        @Override
        public Page list(ListQuery query) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Found find(Id id) {
            throw new UnsupportedOperationException();
        }
    }
}
