package org.stepwise.security.internal.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwise.data.Id;
import org.stepwise.error.Rejected;
import org.stepwise.security.Companies;

class PasswordsTest {
    private static final Place DESK = Place.stranger("desk");

    private final Hashing hashing = new Hashing();
    private final Passwords passwords = new Passwords(hashing, new Northwind(), 1_000);

    @Test
    void whatIsKeptTellsAlgorithmAndRounds() throws NoSuchMethodException {
        assertThat(keep("correct horse")).startsWith("PBKDF2WithHmacSHA512$1000$");
        var rounds = (int) Passwords.Config.class.getMethod("rounds").getDefaultValue();
        assertThat(rounds).isGreaterThanOrEqualTo(600_000);
    }

    @Test
    void onlyTheSamePasswordMatches() {
        var kept = keep("correct horse");
        assertThat(passwords.matches(DESK, "correct horse", kept)).isTrue();
        assertThat(passwords.matches(DESK, "correct horsf", kept)).isFalse();
        assertThat(passwords.matches(DESK, null, kept)).isFalse();
    }

    @Test
    void theSamePasswordIsKeptDifferentlyForEveryone() {
        assertThat(keep("correct horse")).isNotEqualTo(keep("correct horse"));
    }

    @Test
    void untilItIsKnownHowLongAHashTakesOneIsMadeForNobody() {
        passwords.matchesNobody(DESK);
        passwords.matchesNobody(DESK);
        assertThat(hashing.made()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "", "tenth to 9"})
    void shortOnesAreRefusedUnlessTheyHaveTen(String password) {
        if (password.length() < 10) {
            refused(password, "erp.password.length");
        } else {
            assertThatCode(() -> keep(password)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "qwertyuiop",
                "Password123",
                "1234567890",
                "BASKETBALL",
                "aaaaaaaaaaaaaa",
                "1212121212",
                "!!Butterfly2026",
                "superman--1"
            })
    void whatIsTriedFirstIsRefused(String password) {
        refused(password, "erp.password.common");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Annaliese.M",
                "annaliese.m!",
                "annaliese2026",
                "Stepwise2026!",
                "2026-stepwise",
                "mystepwise",
                "NorthwindTraders",
                "northwind1996",
                "Maier!2026"
            })
    void namesThatOthersKnowAreRefused(String password) {
        refused(password, "erp.password.is-name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse",
                "step by step to lunch",
                "all lower case letters",
                "annaliese buys blue umbrellas",
                "zjxqkwvbnrtp",
                "84736251908264"
            })
    void noKindOfSignIsAskedFor(String password) {
        assertThatCode(() -> keep(password)).doesNotThrowAnyException();
    }

    private String keep(String password) {
        return passwords.keep(DESK, List.of("annaliese.m", "Annaliese Maier-Huber"), password);
    }

    private void refused(String password, String code) {
        assertThatThrownBy(() -> keep(password))
                .isInstanceOf(Rejected.class)
                .extracting("code")
                .isEqualTo(code);
    }

    private static final class Northwind implements Companies {
        @Override
        public List<Company> all() {
            return List.of(new Company(new Id(7), "Northwind Traders", "USD", ZoneOffset.UTC));
        }

        @Override
        public Optional<Company> find(Id id) {
            return all().stream().findFirst();
        }

        @Override
        public void add(Company company) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String language(Id company) {
            return "en";
        }

        @Override
        public void speak(Id company, String language) {
            throw new UnsupportedOperationException();
        }
    }
}
