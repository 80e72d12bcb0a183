package org.stepwise.web.internal.http;

import java.io.IOException;
import java.io.InputStream;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import org.stepwise.web.internal.intake.Entry;

/** A request whose body is here. It is answered on one thread, like any that has none. */
final class ReceivedRequest extends HttpServletRequestWrapper {
    private final Entry entry;

    ReceivedRequest(HttpServletRequest request, Entry entry) {
        super(request);
        this.entry = entry;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Received(entry.open(), entry.size());
    }

    @Override
    public boolean isAsyncSupported() {
        return false;
    }

    /** Reads what was received. */
    private static final class Received extends ServletInputStream {
        private final InputStream bytes;
        private long left;

        Received(InputStream bytes, long size) {
            this.bytes = bytes;
            this.left = size;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var got = bytes.read(into, offset, length);
            left -= Math.max(0, got);
            return got;
        }

        @Override
        public boolean isFinished() {
            return left == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("The body has been received");
        }
    }
}
