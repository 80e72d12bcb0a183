package org.stepwise.module;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Whiteboard: a part of the server that may not be ready yet; {@code /health} asks all of them. */
@ConsumerType
public interface Readiness {
    String part();

    /** What it is doing, such as {@code importing 120 of 830 orders}; empty when it is ready. */
    Optional<String> busy();
}
