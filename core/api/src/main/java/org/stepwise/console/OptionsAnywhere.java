package org.stepwise.console;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.parsing.DefaultParser;

/**
 * Lets options stand behind arguments too: the shell takes them before the first argument only, and refuses them
 * elsewhere. A command says {@code @Parsing(OptionsAnywhere.class)}. What stands behind {@code --} is no option.
 */
public final class OptionsAnywhere extends DefaultParser {
    private static final String NO_MORE = "--";

    /** The line with its options first, in the order in which they were typed. */
    @Override
    public String preprocess(Session session, CommandLine line) {
        var words = List.of(line.getArguments());
        if (words.stream().noneMatch(word -> word.startsWith("-"))) {
            return super.preprocess(session, line);
        }
        var known = options(session, words.get(0));
        var first = new ArrayList<String>();
        var others = new ArrayList<String>();
        for (int at = 1; at < words.size(); at++) {
            var word = words.get(at);
            if (word.equals(NO_MORE)) {
                others.addAll(words.subList(at + 1, words.size()));
                break;
            }
            var wantsValue = known.get(word);
            if (wantsValue == null && !isOption(word, known)) {
                others.add(word);
                continue;
            }
            first.add(word);
            if (Boolean.TRUE.equals(wantsValue) && at + 1 < words.size()) {
                first.add(words.get(++at));
            }
        }
        return words.get(0) + " " + String.join(" ", first) + " " + String.join(" ", others);
    }

    /** Also what no command knows, so that it is refused by its name; a number below zero is a value. */
    private static boolean isOption(String word, Map<String, Boolean> known) {
        return word.startsWith("--") || known.containsKey(word.split("=", 2)[0]);
    }

    /** Those of the command, and whether each wants a value. */
    private static Map<String, Boolean> options(Session session, String typed) {
        var name = session.resolveCommand(typed);
        var options = new HashMap<String, Boolean>();
        session.getRegistry().getCommands().stream()
                .filter(command -> name.equals(command.getScope() + ":" + command.getName()))
                .findFirst()
                .ifPresent(command -> {
                    for (var type = action(command); type != null; type = type.getSuperclass()) {
                        for (var field : type.getDeclaredFields()) {
                            note(field, options);
                        }
                    }
                });
        return options;
    }

    private static void note(Field field, Map<String, Boolean> options) {
        var option = field.getAnnotation(Option.class);
        if (option != null) {
            var wantsValue = field.getType() != boolean.class && field.getType() != Boolean.class;
            options.put(option.name(), wantsValue);
            for (var alias : option.aliases()) {
                options.put(alias, wantsValue);
            }
        }
    }

    /** The class that is annotated; the shell tells it, and exports no type that would say so. */
    private static Class<?> action(Command command) {
        try {
            return (Class<?>) command.getClass().getMethod("getActionClass").invoke(command);
        } catch (ReflectiveOperationException otherwiseMade) {
            return null;
        }
    }
}
