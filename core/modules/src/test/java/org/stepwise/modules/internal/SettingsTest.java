package org.stepwise.modules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwise.modules.internal.RunningShelf.refused;

import java.util.List;
import java.util.Map;
import org.stepwise.data.Database;
import org.stepwise.module.Modules;
import org.stepwise.module.Modules.State;
import org.stepwise.modules.internal.shelf.Shelf;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;

/** Settings given while enabling count, or are refused before anything begins. */
class SettingsTest {

    @Law(7)
    @OnBothDatabases
    void aSettingThatCannotCountIsRefused(Database.Kind kind) {
        try (var erp = RunningShelf.on(kind)) {
            erp.anna(modules -> modules.enable(Shelf.COMPANY, "shelf", Map.of("label", "B")));
            erp.awaits(State.ON);
            erp.anna(modules -> modules.disable(Shelf.COMPANY, "shelf"));
            refused(
                    "erp.module.settings",
                    () -> erp.anna(modules -> modules.enable(Shelf.COMPANY, "shelf", Map.of("label", "A"))));
            assertThat(erp.standing().state()).isEqualTo(State.OFF);
            erp.enable();
            assertThat(erp.shelf.label()).isEqualTo("B");
        }
    }

    @Law(7)
    @OnBothDatabases
    void aPlanAsksOnlyForSettingsThatWouldCount(Database.Kind kind) {
        try (var erp = RunningShelf.on(kind)) {
            assertThat(settings(erp)).extracting("name").containsExactly("label");
            erp.enable();
            erp.anna(modules -> modules.disable(Shelf.COMPANY, "shelf"));
            assertThat(settings(erp)).isEmpty();
        }
    }

    private static List<Modules.Setting> settings(RunningShelf erp) {
        return erp.as(RunningShelf.ANNA, () -> {
            var modules = erp.platform.service(Modules.class);
            var planned = modules.plan(Shelf.COMPANY, "shelf").settings();
            assertThat(modules.settings(Shelf.COMPANY, "shelf")).isEqualTo(planned);
            return planned;
        });
    }
}
