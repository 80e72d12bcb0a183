package org.stepwise.web.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import org.stepwise.error.Rejected;

/** JSON bodies; a business act may have none. */
final class Bodies {
    private Bodies() {}

    static JsonNode read(ObjectMapper mapper, HttpHeaders headers, InputStream body) throws IOException {
        var bytes = body == null ? new byte[0] : body.readAllBytes();
        if (bytes.length == 0) {
            return MissingNode.getInstance();
        }
        var type = headers.getMediaType();
        if (type == null || !type.isCompatible(MediaType.APPLICATION_JSON_TYPE) || type.isWildcardType()) {
            throw new Rejected("erp.request.media-type", "the body is to be JSON, with Content-Type: application/json");
        }
        var read = mapper.readTree(bytes);
        return read == null ? MissingNode.getInstance() : read;
    }
}
