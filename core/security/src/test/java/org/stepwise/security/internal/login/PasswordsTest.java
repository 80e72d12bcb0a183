package org.stepwise.security.internal.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.stepwise.error.Rejected;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void whatIsKeptTellsAlgorithmAndAtLeast600000Rounds() {
        var parts = passwords.keep("anna", "correct horse").split("\\$");
        assertThat(parts[0]).isEqualTo("PBKDF2WithHmacSHA512");
        assertThat(Integer.parseInt(parts[1])).isGreaterThanOrEqualTo(600_000);
    }

    @Test
    void onlyTheSamePasswordMatches() {
        var kept = passwords.keep("anna", "correct horse");
        assertThat(passwords.matches("correct horse", kept)).isTrue();
        assertThat(passwords.matches("correct horsf", kept)).isFalse();
        assertThat(passwords.matches(null, kept)).isFalse();
        assertThat(passwords.matches("", null)).isFalse();
    }

    @Test
    void theSamePasswordIsKeptDifferentlyForEveryone() {
        assertThat(passwords.keep("anna", "correct horse")).isNotEqualTo(passwords.keep("bert", "correct horse"));
    }

    @Test
    void shortOnesAndTheNameItselfAreRefused() {
        assertThatThrownBy(() -> passwords.keep("anna", "short"))
                .isInstanceOf(Rejected.class)
                .extracting("code")
                .isEqualTo("erp.password.length");
        assertThatThrownBy(() -> passwords.keep("annaliese.m", "Annaliese.M"))
                .isInstanceOf(Rejected.class)
                .extracting("code")
                .isEqualTo("erp.password.is-name");
    }
}
