package org.stepwise.modules.internal.life;

import java.util.concurrent.CompletableFuture;

/** A module on its way up in one company. */
final class Start {
    final CompletableFuture<Void> end = new CompletableFuture<>();
    volatile Progress progress = Progress.of("waiting for its turn");
}
