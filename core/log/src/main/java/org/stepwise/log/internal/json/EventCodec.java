package org.stepwise.log.internal.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Amounts;
import org.stepwise.data.Id;
import org.stepwise.error.Rejected;
import org.stepwise.log.event.AboutPerson;
import org.stepwise.log.event.DocumentNumbered;
import org.stepwise.log.event.Event;
import org.stepwise.log.event.EventType;
import org.stepwise.log.history.History;
import org.stepwise.log.internal.store.Envelope;
import org.stepwise.record.Described;
import org.stepwise.record.Stated;
import org.stepwise.security.PersonalKeys;

/** Events as JSON: read with the reader's own class, so that modules of different ages understand each other. */
@Component(service = EventCodec.class)
public final class EventCodec {
    private static final JsonInclude.Value NON_NULL =
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL);
    private static final String SEALED = "$personal";
    private static final String PERSON = "of";

    private final PersonalCipher cipher;
    private final ObjectMapper mapper = mapper();
    /** By type; the class of a bundle that goes is not held here. */
    private final Map<String, WeakReference<Class<?>>> known = new ConcurrentHashMap<>();

    private final ClassValue<EventKind> kinds = new ClassValue<>() {
        @Override
        protected EventKind computeValue(Class<?> type) {
            EventKind kind = EventKind.of(type);
            known.merge(kind.type(), new WeakReference<>(type), EventCodec::newer);
            return kind;
        }
    };

    @Activate
    public EventCodec(@Reference PersonalKeys keys) {
        this.cipher = new PersonalCipher(keys);
        kind(DocumentNumbered.class);
    }

    /**
     * An event written.
     *
     * @param read the event as every later reader gets it, so that a verb applies the same
     */
    public record Written<E extends Event>(EventKind kind, byte[] payload, E read) {}

    /** @param event its class, or that of the record which a {@link Stated} is about */
    public EventKind kind(Class<?> event) {
        return kinds.get(event);
    }

    /** The newest version of a type among the classes that were written or read, or are waited for. */
    public Optional<EventKind> known(String type) {
        return Optional.ofNullable(known.get(type))
                .<Class<?>>map(WeakReference::get)
                .map(this::kind);
    }

    private static WeakReference<Class<?>> newer(WeakReference<Class<?>> one, WeakReference<Class<?>> other) {
        Class<?> before = one.get();
        Class<?> now = other.get();
        return before == null || now == null || version(now) >= version(before) ? other : one;
    }

    private static int version(Class<?> event) {
        Described described = event.getAnnotation(Described.class);
        return described == null ? event.getAnnotation(EventType.class).version() : described.version();
    }

    /** Of an event as it is, whatever it is about. */
    public EventKind kind(Event event) {
        return kinds.get(event instanceof Stated<?> stated ? stated.now().getClass() : event.getClass());
    }

    @SuppressWarnings("unchecked")
    public <E extends Event> Written<E> write(Id company, E event) {
        EventKind kind = kind(event);
        ObjectNode node = mapper.valueToTree(event);
        E read = (E) value(node, type(kind, event.getClass()));
        Id person = event instanceof AboutPerson about ? about.person() : null;
        if (kind.personal() && person != null) {
            seal(company, person, node, kind, event.getClass());
        }
        byte[] json = bytes(node);
        if (json.length > Payload.MAX_BYTES) {
            throw new Rejected(
                    "erp.log.event-too-big",
                    kind.type() + " has " + json.length + " bytes and an event may have " + Payload.MAX_BYTES
                            + "; record it in several parts");
        }
        return new Written<>(kind, Payload.of(json), read);
    }

    public <E extends Event> E read(Envelope stored, Class<E> type) {
        return type.cast(event(stored, type));
    }

    /** An event that was said so in a version of its type. */
    public <E extends Event> E read(Class<E> type, int version, String json) {
        EventKind kind = kinds.get(type);
        return value(kind.upcast(tree(json), version), type(kind, type));
    }

    /** @param type the reader's class of the event, or of the record which a {@link Stated} is about */
    public Event event(Envelope stored, Class<?> type) {
        EventKind kind = kinds.get(type);
        String json = Payload.json(stored.payload());
        if (stored.version() >= kind.version() && !json.contains(SEALED)) {
            return value(json, type(kind, type));
        }
        ObjectNode node = tree(json);
        open(stored.company(), node, mapper::nullNode);
        return value(kind.upcast(node, stored.version()), type(kind, type));
    }

    private JavaType type(EventKind kind, Class<?> event) {
        return kind.described() == null
                ? mapper.constructType(event)
                : mapper.getTypeFactory().constructParametricType(Stated.class, kind.described());
    }

    private void seal(Id company, Id person, ObjectNode node, EventKind kind, Class<?> event) {
        if (kind.described() == null) {
            PersonalFields.replace(node, event, value -> sealed(company, person, value));
        } else {
            PersonalFields.replace(
                    (ObjectNode) node.get(EventKind.NOW), kind.described(), value -> sealed(company, person, value));
        }
    }

    /** As it is stored, personal fields sealed. */
    public String json(Envelope stored) {
        return Payload.json(stored.payload());
    }

    /** Whether two of the same identity say the same; sealed fields differ each time and are left out. */
    public boolean same(Envelope one, Envelope other) {
        return one.type().equals(other.type())
                && one.version() == other.version()
                && withoutSealed(tree(json(one))).equals(withoutSealed(tree(json(other))));
    }

    /** What it says in the newest version that is known, without sealed fields. */
    public ObjectNode said(Envelope stored) {
        ObjectNode node = (ObjectNode) withoutSealed(tree(json(stored)));
        return known(stored.type())
                .map(kind -> kind.upcast(node, stored.version()))
                .orElse(node);
    }

    /** What was said so, in the newest version that is known. */
    public ObjectNode said(String type, int version, String json) {
        ObjectNode node = tree(json);
        return known(type).map(kind -> kind.upcast(node, version)).orElse(node);
    }

    /** The row that a stored event is about, or null; nobody's personal fields are opened for it. */
    public Id subject(Envelope stored, EventKind kind) {
        ObjectNode node = (ObjectNode) withoutSealed(tree(json(stored)));
        return kind.subject(value(kind.upcast(node, stored.version()), type(kind, kind.event())));
    }

    /** As it is told to people: in the newest version that is known, what is erased marked. */
    public ObjectNode told(Envelope stored) {
        ObjectNode node = tree(json(stored));
        open(stored.company(), node, () -> mapper.createObjectNode().put(History.ERASED, true));
        return known(stored.type())
                .map(kind -> kind.plain(kind.upcast(node, stored.version())))
                .orElse(node);
    }

    private ObjectNode sealed(Id company, Id person, JsonNode value) {
        return mapper.createObjectNode()
                .put(SEALED, cipher.seal(company, person, value.toString()))
                .put(PERSON, person.toString());
    }

    /** Puts what is personal in the clear, and something else in the place of what is erased. */
    private void open(Id company, JsonNode node, Supplier<JsonNode> erased) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                if (field.getValue().has(SEALED)) {
                    field.setValue(opened(company, field.getValue()).orElseGet(erased));
                } else {
                    open(company, field.getValue(), erased);
                }
            });
        } else if (node.isArray()) {
            node.forEach(element -> open(company, element, erased));
        }
    }

    private Optional<JsonNode> opened(Id company, JsonNode sealed) {
        Id person = Id.parse(sealed.get(PERSON).asText());
        Optional<String> plain = cipher.open(company, person, sealed.get(SEALED).asText());
        return plain.map(this::anyTree);
    }

    private static JsonNode withoutSealed(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(field -> field.getValue().has(SEALED));
            object.forEach(EventCodec::withoutSealed);
        } else if (node.isArray()) {
            node.forEach(EventCodec::withoutSealed);
        }
        return node;
    }

    private <E> E value(JsonNode node, JavaType type) {
        try {
            return mapper.treeToValue(node, type);
        } catch (JsonProcessingException failure) {
            throw unreadable(type, failure);
        }
    }

    private <E> E value(String json, JavaType type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException failure) {
            throw unreadable(type, failure);
        }
    }

    private byte[] bytes(ObjectNode node) {
        try {
            return mapper.writeValueAsBytes(node);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("an event can not be written", failure);
        }
    }

    private ObjectNode tree(String json) {
        return (ObjectNode) anyTree(json);
    }

    private JsonNode anyTree(String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("an event is not JSON", failure);
        }
    }

    private static IllegalStateException unreadable(JavaType type, JsonProcessingException failure) {
        return new IllegalStateException("not a " + type.toCanonical() + ": " + failure.getOriginalMessage(), failure);
    }

    private static ObjectMapper mapper() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new SimpleModule().addSerializer(new PlainDecimal()))
                .defaultPropertyInclusion(NON_NULL)
                .visibility(PropertyAccessor.GETTER, Visibility.NONE)
                .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /** A text, because a JSON number is a binary float to many readers. */
    private static final class PlainDecimal extends StdSerializer<BigDecimal> {
        PlainDecimal() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(Amounts.plain(value));
        }
    }
}
