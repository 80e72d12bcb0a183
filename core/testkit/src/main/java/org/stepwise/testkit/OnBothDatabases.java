package org.stepwise.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.stepwise.data.Database;

/**
 * A test with a {@link Database.Kind} as its parameter, run once for each. The system property
 * {@code stepwise.test.database} ({@code derby} or {@code postgresql}) limits a run to one.
 */
@Documented
@ParameterizedTest(name = "{0}")
@ArgumentsSource(OnBothDatabases.Kinds.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnBothDatabases {

    /** The databases of this run. */
    final class Kinds implements ArgumentsProvider {
        @Override
        public Stream<? extends Arguments> provideArguments(ExtensionContext context) {
            var only = System.getProperty("stepwise.test.database", "");
            return Stream.of(Database.Kind.values())
                    .filter(kind -> only.isEmpty() || kind.name().equalsIgnoreCase(only))
                    .map(Arguments::of);
        }
    }
}
