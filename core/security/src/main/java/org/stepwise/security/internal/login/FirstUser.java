package org.stepwise.security.internal.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.LoggerFactory;
import org.stepwise.data.Transactions;
import org.stepwise.security.Users;
import org.stepwise.security.internal.password.Passwords;
import org.stepwise.security.internal.password.Place;

/**
 * Where there is no user yet, makes {@code admin} with a random one-time password, told once in a file that only the
 * owner of the home can read. The file is complete before the user is: a start that is killed in between is followed
 * by one that finds no user and begins again.
 */
@Component(service = FirstUser.class, immediate = true)
public final class FirstUser {
    private static final String NAME = "admin";

    @Activate
    public FirstUser(
            @Reference AccountTable accounts,
            @Reference RoleTable roles,
            @Reference Passwords passwords,
            @Reference Transactions transactions) {
        var home = System.getProperty("stepwise.home");
        if (!accounts.all().isEmpty()) {
            return;
        }
        if (home == null) {
            LoggerFactory.getLogger(FirstUser.class)
                    .warn("no home to tell a first password in: add the first user on the console with erp:user-add");
            return;
        }
        var password = new Secrets().readable();
        var kept = passwords.keep(Place.stranger(NAME), List.of(NAME), password);
        tell(Path.of(home, "run", "one-time-password"), password);
        transactions.run(() -> {
            var user = accounts.add(NAME, "Administrator", "en", kept);
            roles.grant(user, Users.ADMINISTRATOR, RoleTable.EVERYWHERE);
        });
    }

    private static void tell(Path file, String password) {
        try {
            Files.createDirectories(file.getParent());
            var beside = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(beside);
            try (var channel = FileChannel.open(
                    beside, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly(beside))) {
                channel.write(ByteBuffer.wrap((password + "\n").getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the first password cannot be written to " + file, unwritable);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
