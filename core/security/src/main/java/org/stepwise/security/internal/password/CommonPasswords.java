package org.stepwise.security.internal.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is tried first by whoever guesses: the 100,000 passwords most often found in what was stolen elsewhere (the list
 * of nbvcxz), and the names that everybody here knows. Either may not have a few signs added and count as another.
 */
final class CommonPasswords {
    private static final String LIST = "/dictionaries/passwords.txt";
    private static final Pattern AROUND = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int FEWEST_SIGNS = 4;
    private static final int SHORTEST_NAME = 4;

    private CommonPasswords() {}

    /** On the list, or half of it is; or nearly all of it the same sign. The list is read, not kept: 1 MB is much. */
    static boolean isCommon(String password) {
        var folded = fold(password);
        if (folded.chars().distinct().count() < FEWEST_SIGNS) {
            return true;
        }
        var bare = bare(folded);
        var counts = makesUp(bare, folded);
        try (var list = new BufferedReader(
                new InputStreamReader(CommonPasswords.class.getResourceAsStream(LIST), StandardCharsets.UTF_8))) {
            return list.lines()
                    .map(CommonPasswords::fold)
                    .anyMatch(common -> common.equals(folded) || counts && common.equals(bare));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A name or a word of one, with nothing but figures and signs around it or making up half of the password. */
    static boolean isName(String password, List<String> names) {
        var folded = fold(password);
        var joined = joined(folded);
        var bare = joined(bare(folded));
        return names.stream()
                .map(CommonPasswords::fold)
                .flatMap(name -> Stream.concat(Stream.of(joined(name)), BETWEEN.splitAsStream(name)))
                .filter(name -> !name.isEmpty())
                .anyMatch(name -> name.equals(joined)
                        || name.equals(bare)
                        || name.length() >= SHORTEST_NAME && joined.contains(name) && makesUp(name, joined));
    }

    private static boolean makesUp(String part, String whole) {
        return part.length() * 2 >= whole.length();
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String bare(String text) {
        return AROUND.matcher(text).replaceAll("");
    }

    private static String joined(String text) {
        return BETWEEN.matcher(text).replaceAll("");
    }
}
