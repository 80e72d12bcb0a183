package org.stepwise.modules.internal.announce;

import org.stepwise.data.Id;
import org.stepwise.module.Modules;
import org.stepwise.modules.internal.draft.Drafts;

/** Whiteboard: is told when the standing of a module changes, so that open screens can follow. */
public interface Announcer {
    void changed(Id company, Modules.Standing standing);

    /** Something that is no fact is about to be lost with a module; {@code module} is its title. */
    default void lost(Id company, String module, Drafts.Lost lost) {}
}
