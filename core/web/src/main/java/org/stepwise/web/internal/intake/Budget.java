package org.stepwise.web.internal.intake;

import java.util.HashMap;
import java.util.Map;
import org.stepwise.data.Id;
import org.stepwise.error.Conflict;
import org.stepwise.error.Unavailable;

/** How much of bodies the server holds at a time: in memory, in files, and in files for one user. */
final class Budget {
    private final long memoryMost;
    private final long filesMost;
    private final long filesMostOfUser;
    private final Map<Id, Long> ofUsers = new HashMap<>();
    private long memory;
    private long files;

    Budget(long memoryMost, long filesMost, long filesMostOfUser) {
        this.memoryMost = memoryMost;
        this.filesMost = filesMost;
        this.filesMostOfUser = filesMostOfUser;
    }

    /** False: there is no room in memory now. */
    synchronized boolean takeMemory(int bytes) {
        if (memory + bytes > memoryMost) {
            return false;
        }
        memory += bytes;
        return true;
    }

    synchronized void giveMemory(long bytes) {
        memory -= bytes;
    }

    synchronized void takeFile(Id user, long bytes) {
        if (user == null || files + bytes > filesMost) {
            throw new Unavailable(
                    "erp.server.busy", "the server is taking in as much as it can hold; try again in a few seconds");
        }
        var mine = ofUsers.getOrDefault(user, 0L) + bytes;
        if (mine > filesMostOfUser) {
            throw new Conflict(
                    "erp.request.too-many",
                    "you are sending more at a time than one user may; send large bodies one after another");
        }
        ofUsers.put(user, mine);
        files += bytes;
    }

    /** Bytes of bodies that lie in files now. */
    synchronized long inFiles() {
        return files;
    }

    synchronized void giveFile(Id user, long bytes) {
        files -= bytes;
        ofUsers.computeIfPresent(user, (mine, held) -> held > bytes ? held - bytes : null);
    }
}
