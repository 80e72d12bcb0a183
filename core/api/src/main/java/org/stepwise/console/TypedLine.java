package org.stepwise.console;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.console.CommandLine;
import org.stepwise.data.Id;
import org.stepwise.error.Refusal;
import org.stepwise.web.Description;
import org.stepwise.web.OpenRegisters;

/** What stands on a line that is being typed, for completers. */
public final class TypedLine {
    private TypedLine() {}

    /** The first word that is the name of a register; empty while there is none. */
    public static Optional<Description> register(OpenRegisters registers, CommandLine line) {
        return Arrays.stream(line.getArguments())
                .filter(word -> word.contains("."))
                .flatMap(word -> registers.describe(word).stream())
                .findFirst();
    }

    /** The row that the word behind the name of the register calls; empty while there is none. */
    public static Optional<Id> row(OpenRegisters registers, CommandLine line) {
        var words = List.of(line.getArguments());
        try {
            return register(registers, line)
                    .map(register -> words.indexOf(register.name()) + 1)
                    .filter(at -> at < words.size())
                    .map(at -> registers.row(words.get(at - 1), words.get(at)));
        } catch (Refusal unknown) {
            return Optional.empty();
        }
    }

    /** The letters of the word at the cursor. */
    public static String begun(CommandLine line) {
        var word = line.getCursorArgument();
        return word == null ? "" : word.substring(0, Math.min(line.getArgumentPosition(), word.length()));
    }

    /**
     * The shell asks a completer about each word before the cursor, on a line with that word alone, and offers nothing
     * more when it is not known: a completer that goes by what stands before takes it as it is.
     */
    public static List<String> taken(CommandLine line) {
        return line.getArguments().length == 1 ? List.of(line.getArguments()) : List.of();
    }
}
