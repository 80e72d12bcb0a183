package org.stepwise.web.internal.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import org.stepwise.error.Rejected;

/** A request whose body was read: it has a limit, and its fingerprint can be taken before it is served. */
final class BufferedRequest extends HttpServletRequestWrapper {
    private static final int LARGEST = 16 * 1024 * 1024;

    private final byte[] body;

    BufferedRequest(HttpServletRequest request) throws IOException {
        super(request);
        if (request.getContentLengthLong() > LARGEST) {
            throw tooBig();
        }
        this.body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw tooBig();
        }
    }

    private static Rejected tooBig() {
        return new Rejected("erp.request.too-big", "the body is larger than 16 MB; split it");
    }

    byte[] body() {
        return body;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Buffered(new ByteArrayInputStream(body));
    }

    /** Reads from memory. */
    private static final class Buffered extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Buffered(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("The body is in memory");
        }
    }
}
