package org.stepwise.web.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import org.stepwise.error.Rejected;

/**
 * JSON whose texts can be kept: JSON may hold half a character or a NUL, which no database takes and no answer can
 * repeat. They are refused wherever they stand, before anything is done with them.
 */
final class StorableTexts extends JsonFactory {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonParser createParser(InputStream in) throws IOException {
        return new Checked(super.createParser(in));
    }

    @Override
    public JsonParser createParser(Reader in) throws IOException {
        return new Checked(super.createParser(in));
    }

    @Override
    public JsonParser createParser(byte[] bytes) throws IOException {
        return new Checked(super.createParser(bytes));
    }

    @Override
    public JsonParser createParser(byte[] bytes, int offset, int length) throws IOException {
        return new Checked(super.createParser(bytes, offset, length));
    }

    @Override
    public JsonParser createParser(String text) throws IOException {
        return new Checked(super.createParser(text));
    }

    /** Looks at each text as it is passed. */
    private static final class Checked extends JsonParserDelegate {
        Checked(JsonParser parser) {
            super(parser);
        }

        @Override
        public JsonToken nextToken() throws IOException {
            var token = super.nextToken();
            if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
                check();
            }
            return token;
        }

        @Override
        public JsonToken nextValue() throws IOException {
            var token = nextToken();
            return token == JsonToken.FIELD_NAME ? nextToken() : token;
        }

        private void check() throws IOException {
            var text = getTextCharacters();
            var end = getTextOffset() + getTextLength();
            for (var at = getTextOffset(); at < end; at++) {
                var whole = at + 1 < end && Character.isSurrogatePair(text[at], text[at + 1]);
                if (text[at] == 0 || Character.isSurrogate(text[at]) && !whole) {
                    var place = currentLocation();
                    throw new Rejected(
                            "erp.request.malformed",
                            "the body has half a character or a NUL in a text before line " + place.getLineNr()
                                    + ", column " + place.getColumnNr() + ", which cannot be kept; leave it out");
                }
                at += whole ? 1 : 0;
            }
        }
    }
}
