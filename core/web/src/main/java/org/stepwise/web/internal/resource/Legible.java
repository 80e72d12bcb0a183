package org.stepwise.web.internal.resource;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.stepwise.error.Quoted;
import org.stepwise.error.Rejected;

/**
 * Whether a request can be read at all. A runtime replaces what it cannot read, or fails of it: somebody would look
 * for, or keep, another text than was sent.
 */
final class Legible {
    private static final String TOKEN = "[\\w!#$%&'*+.^`|~-]+";
    private static final Pattern MEDIA_TYPE = Pattern.compile(
            "(?!.*\\*)" + TOKEN + "/" + TOKEN + "(?:\\s*;\\s*" + TOKEN + "=(?:" + TOKEN + "|\"[^\"]*\"))*\\s*;?");
    private static final Pattern CHARSET = Pattern.compile(";\\s*charset=\"?([^\";\\s]*)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> CHARSETS = Set.of("utf-8", "utf8", "us-ascii");

    private Legible() {}

    /** Refuses bodies that are not said to be UTF-8, and addresses that are no text in it. */
    static void require(HttpServletRequest request) {
        var type = request.getContentType();
        if (type != null && !type.isBlank()) {
            requireType(type.strip());
        }
        requireText(request.getRequestURI());
        if (request.getQueryString() != null) {
            requireText(request.getQueryString());
        }
    }

    private static void requireType(String type) {
        if (!MEDIA_TYPE.matcher(type).matches()) {
            throw new Rejected(
                    "erp.request.media-type",
                    "\"" + Quoted.of(type) + "\" is no Content-Type, such as application/json");
        }
        var charset = CHARSET.matcher(type);
        while (charset.find()) {
            if (!CHARSETS.contains(charset.group(1).toLowerCase(Locale.ROOT))) {
                throw new Rejected(
                        "erp.request.media-type",
                        "bodies are read as UTF-8, not as " + Quoted.of(charset.group(1)) + "; send it as UTF-8");
            }
        }
    }

    private static void requireText(String escaped) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(escaped)));
            if (text.chars().anyMatch(each -> each == 0)) {
                throw unreadable();
            }
        } catch (CharacterCodingException | IllegalArgumentException | IndexOutOfBoundsException malformed) {
            throw unreadable();
        }
    }

    private static byte[] bytes(String escaped) {
        var bytes = new ByteArrayOutputStream(escaped.length());
        for (var at = 0; at < escaped.length(); at++) {
            var each = escaped.charAt(at);
            if (each == '%') {
                bytes.write(HexFormat.fromHexDigits(escaped, at + 1, at + 3));
                at += 2;
            } else {
                bytes.writeBytes(String.valueOf(each).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static Rejected unreadable() {
        return new Rejected(
                "erp.request.malformed",
                "the address has an escape that is no text in UTF-8; write texts as UTF-8, with % before each byte");
    }
}
