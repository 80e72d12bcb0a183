package org.stepwise.log.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;
import org.stepwise.log.event.Upcaster;
import org.stepwise.log.internal.store.Envelope;
import org.stepwise.security.PersonalKeys;
import org.stepwise.testkit.Law;

/** Events are read with the reader's own class, whatever the writer knew. */
class EventCodecTest {
    private static final Id COMPANY = new Id(1);
    private final EventCodec codec = new EventCodec(new NoKeys());

    /** A price of today's version: the second brought the currency, the third the name {@code amount}. */
    @EventType(
            value = "test.priced",
            version = 3,
            upcasters = {WithCurrency.class, WithAmount.class})
    public record Price(BigDecimal amount, String currency, LocalDate on, Id product, String note) implements Fact {
        public boolean isHigh() {
            return amount.signum() > 0;
        }
    }

    /** From 1 to 2. */
    public static final class WithCurrency implements Upcaster {
        @Override
        public ObjectNode upcast(ObjectNode older) {
            return older.put("currency", "EUR");
        }
    }

    /** From 2 to 3; what it does not know it leaves. */
    public static final class WithAmount implements Upcaster {
        @Override
        public ObjectNode upcast(ObjectNode older) {
            older.set("amount", older.remove("price"));
            assertThat(older.get("colour").asText())
                    .as("an unknown field is kept")
                    .isEqualTo("red");
            return older;
        }
    }

    @Law(20)
    @Test
    void anEarlierVersionIsBroughtToTheReaders() {
        String json = "{\"price\":\"12.5\",\"on\":\"2026-03-02\",\"colour\":\"red\"}";
        assertThat(codec.read(stored(1, plain(json)), Price.class))
                .isEqualTo(new Price(new BigDecimal("12.5"), "EUR", LocalDate.of(2026, 3, 2), null, null));
    }

    @Law(20)
    @Test
    void aLaterVersionIsReadWithoutWhatIsNotKnown() {
        String json = "{\"amount\":\"1\",\"currency\":\"AZN\",\"mood\":\"good\"}";
        assertThat(codec.read(stored(4, plain(json)), Price.class).currency()).isEqualTo("AZN");
    }

    @Test
    void decimalsAreTextsWithoutExponentsAndNothingIsWrittenThatIsNoComponent() {
        Price price = new Price(new BigDecimal("1E+3"), "EUR", LocalDate.of(2026, 3, 2), new Id(1), null);
        String json = Payload.json(codec.write(COMPANY, price).payload());
        assertThat(json)
                .isEqualTo("{\"amount\":\"1000\",\"currency\":\"EUR\",\"on\":\"2026-03-02\","
                        + "\"product\":\"0000000000001\"}");
    }

    @Test
    void theDeflatedEncodingIsUnderstood() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(1);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, new Deflater(1, true))) {
            out.write("{\"currency\":\"EUR\"}".getBytes(UTF_8));
        }
        assertThat(codec.read(stored(3, bytes.toByteArray()), Price.class).currency())
                .isEqualTo("EUR");
    }

    @Test
    void aLongEventIsWrittenShorterAndReadAsItWas() {
        Price price = new Price(BigDecimal.ONE, "EUR", LocalDate.of(2026, 3, 2), new Id(1), "a long story ".repeat(50));
        byte[] payload = codec.write(COMPANY, price).payload();
        assertThat(payload).hasSizeLessThan(200);
        assertThat(codec.read(stored(3, payload), Price.class)).isEqualTo(price);
    }

    @Test
    void whatDoesNotGetShorterIsWrittenPlain() {
        byte[] noise = new byte[500];
        new Random(1).nextBytes(noise);
        assertThat(Payload.of(noise)).hasSize(501).startsWith(0);
    }

    @Test
    void anUnknownEncodingIsRefused() {
        assertThatThrownBy(() -> codec.read(stored(3, new byte[] {7, 1}), Price.class))
                .hasMessageContaining("later version");
    }

    private static byte[] plain(String json) {
        return Payload.plain(json.getBytes(UTF_8));
    }

    private static Envelope stored(int version, byte[] payload) {
        return new Envelope(
                COMPANY,
                1,
                LocalDate.of(2026, 3, 2),
                Instant.EPOCH,
                new Id(1),
                "rest",
                "test",
                null,
                null,
                null,
                "test.priced",
                version,
                null,
                null,
                null,
                payload);
    }

    private static final class NoKeys implements PersonalKeys {
        @Override
        public byte[] keyOf(Id company, Id person) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<byte[]> find(Id company, Id person) {
            return Optional.empty();
        }

        @Override
        public void destroy(Id company, Id person) {
            throw new UnsupportedOperationException();
        }
    }
}
