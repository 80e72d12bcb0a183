package org.stepwise.web.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stepwise.security.Logins;
import org.stepwise.web.internal.server.Wire;

/** Who is let in is decided by the headers, and once more when the body is here. */
@ExtendWith(SharedDoor.class)
class HeldBodyTest {
    private static final String NOTE = "{\"title\": \"held\"}";

    private final Door door;

    HeldBodyTest(Door door) {
        this.door = door;
    }

    private static String head(String token, long length) {
        return "POST /api/notes/notes HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + token + "\r\nContent-Length: " + length + "\r\n\r\n";
    }

    @Test
    void aStrangerIsAnsweredBeforeAnyOfTheBodyIsThere() {
        try (var wire = new Wire(door.server())) {
            assertThat(wire.send(head("nonsense", 15_000_000)).firstLine()).contains("401");
        }
    }

    @Test
    void aStrangerWhoIsBusySendingSeesTheAnswerToo() {
        try (var wire = new Wire(door.server())) {
            wire.send(head("nonsense", 4_000_000)).send(new byte[4_000_000]);
            assertThat(wire.all()).startsWith("HTTP/1.1 401").contains("erp.session.none");
        }
    }

    @Test
    void aTokenThatIsRevokedWhileTheBodyIsUnderWayOpensNothing() {
        var made = door.asAda(() -> door.platform().service(Logins.class).createToken(Door.USER, "held"));
        var before = door.notes().effects();
        try (var kept = new Wire(door.server());
                var revoked = new Wire(door.server())) {
            kept.send(head(door.token(), NOTE.length())).send(NOTE.substring(0, 5));
            revoked.send(head(made.secret(), NOTE.length())).send(NOTE.substring(0, 5));
            door.asAda(() -> {
                door.platform().service(Logins.class).revokeToken(made.id());
                return null;
            });
            assertThat(revoked.send(NOTE.substring(5)).firstLine()).contains("401");
            assertThat(kept.send(NOTE.substring(5)).firstLine()).contains("201");
        }
        assertThat(door.notes().effects()).isEqualTo(before + 1);
    }
}
