package org.stepwise.modules.internal.announce;

import org.stepwise.data.Id;
import org.stepwise.module.Modules;

/** Whiteboard: is told when the standing of a module changes, so that open screens can follow. */
public interface Announcer {
    void changed(Id company, Modules.Standing standing);
}
