package org.stepwise.log.replay;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;
import org.stepwise.log.event.FiguresCorrected;

/** Delivers a company's log to a module once more, as if it were that of another company: its shadow. */
@ProviderType
public interface Shadows {

    /**
     * One that nothing is delivered to yet. What reactions conclude goes nowhere: it is compared with what they have
     * concluded, and what differs is told.
     *
     * @param upTo facts up to here, and all that goes back to them; the module has passed it
     */
    Shadow cast(Task task, long upTo, Consumer<Difference> differs);

    /**
     * Whose log is delivered to which module.
     *
     * @param shadow the company that the module takes it for; there is none of that id
     */
    record Task(Id company, Id shadow, String module) {}

    /** A shadow being filled; by one thread. */
    interface Shadow {
        /** Delivers the next stretch, in a transaction; returns where it ends, or nothing when all is delivered. */
        OptionalLong advance();

        /** The place in the log up to which it has looked: what comes there later may go back to earlier facts. */
        long seen();

        /** How many events were delivered. */
        long delivered();

        /** Whether the module takes corrections of what it has posted or concluded. */
        boolean takesCorrections();

        /**
         * Records the correction for the calling company, in one transaction with what is concluded only now: that is
         * no correction, for nothing stands in its place, and takes its own.
         *
         * @param only those of the differences told that have no consequence in the log
         */
        void correct(FiguresCorrected fact, List<Difference> only);

        /** What could not be taken in, and waits in the shadow like all that shares a key with it. */
        List<String> parked();
    }
}
