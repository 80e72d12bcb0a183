package org.stepwise.web.internal.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stepwise.data.Id;
import org.stepwise.web.Description;
import org.stepwise.web.Found;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;
import org.stepwise.web.Register;

/** What a choice is called says the bundle that brings it, in the language of whoever reads. */
class TextsTest {
    private static final String KEY = "rules.purpose.RENT";

    @Test
    void aChoiceThatAnotherBundleBringsIsCalledAsThatBundleSays() {
        var texts = new Texts();
        var register = new Rules(List.of(bundle(Map.of("de", "Miete", "en", "Rent paid"))));
        assertThat(texts.of(register, "de").say(KEY, "RENT")).isEqualTo("Miete");
        assertThat(texts.of(register, "nl").say(KEY, "RENT"))
                .as("not said there")
                .isEqualTo("Rent paid");
        assertThat(texts.of(new Rules(List.of()), "de").say(KEY, "RENT")).isEqualTo("Rent");
    }

    /** A class of a bundle with these texts of the choice, by language. */
    private static Class<?> bundle(Map<String, String> said) {
        var loader = new ClassLoader(null) {
            @Override
            public InputStream getResourceAsStream(String name) {
                var language = name.replaceFirst("web/i18n/(..)\\.json", "$1");
                return said.containsKey(language)
                        ? new ByteArrayInputStream("{\"%s\": \"%s\"}"
                                .formatted(KEY, said.get(language))
                                .getBytes(UTF_8))
                        : null;
            }
        };
        return Proxy.newProxyInstance(loader, new Class<?>[] {Runnable.class}, (proxy, method, arguments) -> null)
                .getClass();
    }

    private record Rules(List<Class<?>> moreTexts) implements Register {
        @Override
        public Description description() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page list(ListQuery query) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Found find(Id id) {
            throw new UnsupportedOperationException();
        }
    }
}
