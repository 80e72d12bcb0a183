package org.stepwise.web.internal.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.stepwise.web.Register;

/**
 * The texts of a module, {@code web/i18n/<language>.json} of its bundle, and those of its events, {@code
 * texts/<language>.json} beside their classes; what has none is called by its name.
 */
@Component(service = Texts.class)
public final class Texts {
    private static final String FALLBACK = "en";

    private static final String OF_MODULE = "web/i18n/";
    private static final String OF_ALL = "texts/";

    /** Before the name of what all lists call the same. */
    private static final String ANY_LIST = "any.";

    private static final Set<String> LANGUAGES = Set.of("en", "de", "nl", "ru", "az");

    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<ClassLoader, Map<String, JsonNode>> loaded = new WeakHashMap<>();

    @Activate
    public Texts() {}

    /**
     * The texts of the bundle that an object comes from, of all that have a part in a register the register's own
     * first, and behind them what is said of all lists alike.
     */
    public Speaker of(Object part, String language) {
        var speaking = part instanceof ExtendedRegister extended ? extended.speaking() : Stream.of(part);
        return speaker(speaking.flatMap(Texts::loaders).distinct().toList(), OF_MODULE, language);
    }

    private static Stream<ClassLoader> loaders(Object part) {
        return part instanceof Register register
                ? Stream.concat(Stream.of(register.texts()), register.moreTexts().stream())
                        .map(Class::getClassLoader)
                : Stream.of(part.getClass().getClassLoader());
    }

    /** The keys that begin so, of texts that the bundle of an object has, or the platform. */
    public Set<String> keys(Object part, String prefix) {
        var keys = new TreeSet<String>();
        var files = Stream.concat(
                loaders(part).map(loader -> load(loader, OF_MODULE + FALLBACK)),
                Stream.of(load(Texts.class.getClassLoader(), OF_ALL + FALLBACK)));
        files.forEach(file -> file.fieldNames().forEachRemaining(key -> {
            if (key.startsWith(prefix)) {
                keys.add(key);
            }
        }));
        return keys;
    }

    /** The texts of events: they lie in the api bundle, which is there even where their module is not. */
    public Speaker ofEvent(Class<?> event, String language) {
        return speaker(List.of(event.getClassLoader()), event.getPackageName().replace('.', '/') + "/texts/", language);
    }

    private Speaker speaker(List<ClassLoader> loaders, String folder, String language) {
        var texts = new ArrayList<JsonNode>();
        var spoken = LANGUAGES.contains(language) ? language : FALLBACK;
        loaders.forEach(loader -> texts.add(load(loader, folder + spoken)));
        loaders.forEach(loader -> texts.add(load(loader, folder + FALLBACK)));
        var platform = Texts.class.getClassLoader();
        texts.add(load(platform, OF_ALL + spoken));
        texts.add(load(platform, OF_ALL + FALLBACK));
        return new Speaker(texts);
    }

    /** Has no text, and so says names. */
    public static Speaker silent() {
        return new Speaker(List.of());
    }

    /** The first language of an {@code Accept-Language} that is spoken here, otherwise the fallback. */
    public static String choose(String acceptLanguage, String otherwise) {
        if (acceptLanguage != null && acceptLanguage.length() < 200) {
            try {
                for (var range : Locale.LanguageRange.parse(acceptLanguage)) {
                    var language = range.getRange().split("-")[0];
                    if (LANGUAGES.contains(language)) {
                        return language;
                    }
                }
            } catch (IllegalArgumentException malformed) {
                return otherwise;
            }
        }
        return LANGUAGES.contains(otherwise) ? otherwise : FALLBACK;
    }

    private synchronized JsonNode load(ClassLoader loader, String file) {
        return loaded.computeIfAbsent(loader, each -> new HashMap<>())
                .computeIfAbsent(file, each -> read(loader, file));
    }

    private JsonNode read(ClassLoader loader, String file) {
        try (var in = loader.getResourceAsStream(file + ".json")) {
            return in == null ? MissingNode.getInstance() : mapper.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Says things in one language. */
    public static final class Speaker {
        private final List<JsonNode> texts;

        private Speaker(List<JsonNode> texts) {
            this.texts = texts;
        }

        /** The text of a key, or the name put into words: {@code unitPrice} becomes "Unit price". */
        public String say(String key, String name) {
            return said(key).orElseGet(() -> words(name));
        }

        /**
         * As {@link #say(String, String)}; a title that is not just the name is taken as it is. What is added to many
         * registers has one text for all of them, {@code extension.<name>}.
         */
        public String say(String key, String name, String title) {
            return said(key)
                    .or(() -> find("extension." + name))
                    .orElseGet(() -> title.equals(name) ? words(name) : title);
        }

        private Optional<String> said(String key) {
            return find(key).or(() -> find(ANY_LIST + key.substring(key.indexOf('.') + 1)));
        }

        public Optional<String> find(String key) {
            return texts.stream()
                    .map(each -> each.path(key))
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::textValue)
                    .findFirst();
        }

        private static String words(String name) {
            if (name.equals(name.toUpperCase(Locale.ROOT))) {
                return capital(name.toLowerCase(Locale.ROOT).replace('_', ' '));
            }
            return capital(name.replace('-', ' ')
                    .replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
                    .toLowerCase(Locale.ROOT));
        }

        private static String capital(String words) {
            return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
        }
    }
}
