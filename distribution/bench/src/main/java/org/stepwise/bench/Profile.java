package org.stepwise.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;

/** Records what the JVM spends its time on, when somebody wants to know. */
public final class Profile {
    private Profile() {}

    /** Runs the work, recorded to {@code file} unless that is null. */
    public static void around(Path file, Work work) throws Exception {
        if (file == null) {
            work.run();
            return;
        }
        try (var recording = new Recording(settings())) {
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
        }
    }

    private static Configuration settings() throws IOException {
        try {
            return Configuration.getConfiguration("profile");
        } catch (ParseException malformed) {
            throw new IOException("the JDK's settings for profiles cannot be read", malformed);
        }
    }

    /** What is recorded. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }
}
