package org.stepwise.security.internal.password;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.stepwise.error.Rejected;
import org.stepwise.security.Companies;

/**
 * What a password may be, and how it is kept: as {@code algorithm$rounds$salt$hash}, so that rounds can grow without
 * anybody losing a password. The number of rounds is the one OWASP asked for in 2023 for PBKDF2 with SHA-256, and twice
 * what it asked for here. There are no rules of composition (NIST SP 800-63B): they make passwords that are forgotten.
 */
@Component(service = Passwords.class, configurationPid = "org.stepwise.security.passwords")
@Designate(ocd = Passwords.Config.class)
public final class Passwords {
    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final int SALT_BYTES = 16;
    private static final int SHORTEST = 10;
    private static final int LONGEST = 200;
    private static final String PROGRAM = "Stepwise";

    private final Hashing hashing;
    private final Companies companies;
    private final int rounds;
    private final SecureRandom random = new SecureRandom();

    /** How passwords are kept from now on. */
    @ObjectClassDefinition(name = "Stepwise passwords")
    public @interface Config {
        @AttributeDefinition(description = "Rounds of hashing; fewer than the default are for tests only")
        int rounds() default 600_000;
    }

    @Activate
    public Passwords(@Reference Hashing hashing, @Reference Companies companies, Config config) {
        this(hashing, companies, config.rounds());
    }

    Passwords(Hashing hashing, Companies companies, int rounds) {
        this.hashing = hashing;
        this.companies = companies;
        this.rounds = rounds;
    }

    /** Refuses a password that is too short or too long, common, or little more than a name: the user's or another. */
    public String keep(Place place, List<String> user, String password) {
        check(user, password);
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var text = Base64.getEncoder();
        var hash = hashing.hash(place, ALGORITHM, Hashing.spec(password, salt, rounds));
        return ALGORITHM + "$" + rounds + "$" + text.encodeToString(salt) + "$" + text.encodeToString(hash);
    }

    public boolean matches(Place place, String password, String kept) {
        var parts = kept.split("\\$");
        var bytes = Base64.getDecoder();
        var given = password == null || password.length() > LONGEST ? "" : password;
        var spec = Hashing.spec(given, bytes.decode(parts[2]), Integer.parseInt(parts[1]));
        return MessageDigest.isEqual(hashing.hash(place, parts[0], spec), bytes.decode(parts[3]));
    }

    /**
     * Takes as long as {@link #matches} would for somebody who has an account, and no processor: there are more names
     * that nobody has than any server can hash. Until it is known how long that is, it costs a hash.
     */
    public void matchesNobody(Place place) {
        if (!hashing.pretended(place)) {
            matches(place, null, ALGORITHM + "$" + rounds + "$AAAAAAAAAAAAAAAAAAAAAA==$AA==");
        }
    }

    private void check(List<String> user, String password) {
        if (password == null || password.length() < SHORTEST || password.length() > LONGEST) {
            throw new Rejected(
                    "erp.password.length",
                    "a password has %d to %d characters; choose one of that length".formatted(SHORTEST, LONGEST));
        }
        var known = Stream.concat(companies.all().stream().map(Companies.Company::name), Stream.of(PROGRAM));
        if (CommonPasswords.isName(password, Stream.concat(user.stream(), known).toList())) {
            throw new Rejected(
                    "erp.password.is-name",
                    "the password is little more than the name of the user, the company or the program, which others"
                            + " know; choose another one");
        }
        if (CommonPasswords.isCommon(password)) {
            throw new Rejected(
                    "erp.password.common",
                    "the password is one of the 100,000 that are tried first, or one of them with a few signs added;"
                            + " choose another one, such as several words that have nothing to do with each other");
        }
    }
}
