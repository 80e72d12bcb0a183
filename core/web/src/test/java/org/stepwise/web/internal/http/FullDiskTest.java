package org.stepwise.web.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.stepwise.testkit.Eventually.eventually;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwise.data.Database;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.SmallDisk;
import org.stepwise.testkit.Store;

/** The disk fills up between what was done and its answer. */
class FullDiskTest {
    private static final String NOTE = "{'title':'kept'}";

    @TempDir
    private Path folder;

    @Test
    void whatHasBeenDoneIsAnsweredThoughTheAnswerCannotBeKept() {
        assumeTrue(SmallDisk.impossible().isEmpty(), SmallDisk.impossible());
        try (var disk = SmallDisk.mounted(folder.resolve("disk"), 64);
                var door = new Door(Platform.on(Store.at(disk.place())))) {
            door.notes().afterCreated = () -> {
                disk.fill(10);
                var database = door.platform().service(Database.class);
                eventually(() -> assertThat(database.writable()).isFalse());
            };
            var request = door.json("/api/notes/notes", "POST", NOTE).header("Idempotency-Key", "full");
            var done = door.send(request);
            var again = door.send(request);
            disk.empty();
            assertThat(done.statusCode()).as(done.body()).isEqualTo(201);
            assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
            assertThat(door.read(again).path("id")).isEqualTo(door.read(done).path("id"));
            assertThat(door.notes().effects()).isEqualTo(1);
        }
    }
}
