package org.stepwise.web.internal.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicReference;
import javax.servlet.AsyncContext;
import javax.servlet.http.HttpServletRequest;
import org.stepwise.data.Id;
import org.stepwise.error.Unavailable;

/**
 * One request on its way in. It waits without a thread, for its body and for its turn, and is dispatched again when it
 * has both, or a reason why it is refused.
 */
public final class Entry implements AutoCloseable, Turns.Queued {
    private static final String ATTRIBUTE = Entry.class.getName();

    private final HttpServletRequest request;
    private final Id user;
    private final long began = System.nanoTime();
    private final AtomicReference<RuntimeException> refusal = new AtomicReference<>();
    private final Body body;
    private AsyncContext waiting;
    private Turns.Turn turn;

    Entry(HttpServletRequest request, Id user, Budget budget) {
        this.request = request;
        this.user = user;
        this.body = new Body(budget, user);
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Null when the request has just arrived. */
    public static Entry of(HttpServletRequest request) {
        return (Entry) request.getAttribute(ATTRIBUTE);
    }

    /** When it arrived, by {@link System#nanoTime}. */
    public long began() {
        return began;
    }

    /** Why it cannot be served; null when it can. */
    public RuntimeException refusal() {
        return refusal.get();
    }

    public long size() {
        return body.size();
    }

    /** The body from its beginning, each time anew. */
    public InputStream open() {
        return body.open();
    }

    Body body() {
        return body;
    }

    HttpServletRequest request() {
        return request;
    }

    /** Who shares a turn: all requests of a user, and all strangers of an address. */
    String lane() {
        return user == null ? request.getRemoteAddr() : user.toString();
    }

    /** The first reason counts. */
    void refuse(RuntimeException reason) {
        refusal.compareAndSet(null, reason);
    }

    /** From now on no thread is held. */
    void leaveThread() {
        waiting = request.startAsync();
        waiting.setTimeout(0);
    }

    boolean hasLeftThread() {
        return waiting != null;
    }

    /** Is served on a thread of the server. */
    @Override
    public void come() {
        waiting.dispatch();
    }

    @Override
    public void late() {
        refuse(new Unavailable(
                "erp.server.busy", "the server had no time for this request; try again in a few seconds"));
        come();
    }

    void take(Turns.Turn taken) {
        this.turn = taken;
    }

    /** To be called when it has been answered. */
    @Override
    public void close() throws IOException {
        if (turn != null) {
            turn.close();
        }
        body.close();
    }
}
