package org.stepwise.modules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.stepwise.modules.internal.RunningShelf.refused;
import static org.stepwise.testkit.Eventually.eventually;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwise.data.Database;
import org.stepwise.module.Modules.State;
import org.stepwise.modules.internal.shelf.Shelf;
import org.stepwise.state.Watch;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.SmallDisk;
import org.stepwise.testkit.Store;

/** A full disk is no fault of a module's: it is not switched, or comes up when there is room. */
class FullDiskTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void aSmallDiskIsPossible() {
        assumeTrue(SmallDisk.impossible().isEmpty(), SmallDisk.impossible());
    }

    @Test
    void aModuleOnItsWayWaitsForRoomAndDoesNotFail() {
        try (var disk = SmallDisk.mounted(folder.resolve("disk"), 64);
                var erp = RunningShelf.on(Platform.on(Store.at(disk.place())))) {
            erp.shelf.beforeTables(() -> fill(disk, erp));
            erp.anna(modules -> modules.enable(Shelf.COMPANY, "shelf", Map.of()));
            eventually(() -> assertThat(database(erp).writable()).isFalse());
            eventually(() -> assertThat(erp.standing().reason()).contains("no room left"));
            assertThat(erp.standing().state()).isEqualTo(State.ENABLING);
            erp.shelf.beforeTables(() -> {});
            disk.empty();
            erp.awaits(State.ON);
            erp.store("cup", 1);
        }
    }

    @Test
    void whatCannotBeWrittenDownIsNotSwitched() {
        try (var disk = SmallDisk.mounted(folder.resolve("disk"), 64);
                var erp = RunningShelf.on(Platform.on(Store.at(disk.place())))) {
            erp.enable();
            fill(disk, erp);
            refused("erp.data.no-space", () -> erp.store("cup", 1));
            refused("erp.data.no-space", () -> erp.anna(modules -> modules.disable(Shelf.COMPANY, "shelf")));
            assertThat(erp.standing().state()).isEqualTo(State.ON);
            disk.empty();
            eventually(() -> assertThat(database(erp).writable()).isTrue());
            erp.store("cup", 1);
            assertThat(erp.shelf.table()).isEqualTo(Map.of("cup", 1L));
        }
    }

    private static void fill(SmallDisk disk, RunningShelf erp) {
        disk.fill(10);
        eventually(
                () -> assertThat(erp.platform.services(Watch.class)).anySatisfy(watch -> assertThat(watch.conditions())
                        .anySatisfy(condition -> assertThat(condition.code()).isEqualTo("erp.state.disk-full"))));
    }

    private static Database database(RunningShelf erp) {
        return erp.platform.service(Database.class);
    }
}
