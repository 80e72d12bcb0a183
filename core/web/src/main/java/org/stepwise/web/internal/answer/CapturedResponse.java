package org.stepwise.web.internal.answer;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpServletResponseWrapper;

/** Holds an answer back until it is known whether it is the one that counts. */
final class CapturedResponse extends HttpServletResponseWrapper {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final ServletOutputStream stream = new Captured();
    private PrintWriter writer;

    CapturedResponse(HttpServletResponse response) {
        super(response);
    }

    Stored.Answer answer() {
        if (writer != null) {
            writer.flush();
        }
        return new Stored.Answer(
                getStatus(), getHeader("Location"), getHeader("ETag"), getContentType(), body.toByteArray());
    }

    /** A secret is told once: whoever asks again gets another answer. */
    boolean isSecret() {
        var caching = getHeader("Cache-Control");
        return caching != null && caching.contains("no-store");
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return stream;
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            writer = new PrintWriter(body, false, StandardCharsets.UTF_8);
        }
        return writer;
    }

    @Override
    public void sendError(int status) {
        setStatus(status);
    }

    @Override
    public void sendError(int status, String message) {
        setStatus(status);
    }

    @Override
    public void resetBuffer() {
        body.reset();
    }

    @Override
    public void reset() {
        body.reset();
        super.reset();
    }

    @Override
    public void flushBuffer() {
        // Nothing goes out before it is known to count.
    }

    @Override
    public void setContentLength(int length) {
        // Told when it is sent.
    }

    @Override
    public void setContentLengthLong(long length) {
        // Told when it is sent.
    }

    /** Writes to memory. */
    private final class Captured extends ServletOutputStream {
        @Override
        public void write(int each) {
            body.write(each);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            body.write(bytes, offset, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("A request with an idempotency key is answered at once");
        }
    }
}
