package org.stepwise.testkit;

import org.stepwise.security.Callers;
import org.stepwise.security.ConsoleCaller;
import org.stepwise.security.Logins;
import org.stepwise.security.Users;

/** People who log in with a password of their own. */
public final class People {
    private static final String ONE_TIME = "given out once, by hand";

    private People() {}

    /** Adds a user, who chooses a password as everybody has to. */
    public static void add(Platform platform, String name, String displayName, String password) {
        platform.service(ConsoleCaller.class)
                .run(() -> platform.service(Users.class).add(name, displayName, ONE_TIME, "en"));
        choose(platform, login(platform, name, ONE_TIME), ONE_TIME, password);
    }

    /** From a device that nobody knows. */
    public static Logins.Session login(Platform platform, String name, String password) {
        return platform.service(Logins.class)
                .login(new Logins.Attempt(name, password, "desk", null))
                .session();
    }

    /** In a session that stays open. */
    public static void choose(Platform platform, Logins.Session session, String current, String next) {
        platform.service(Callers.class).as(session.caller(), () -> {
            platform.service(Logins.class)
                    .changePassword(new Logins.PasswordChange(current, next, session.token(), null));
            return null;
        });
    }
}
