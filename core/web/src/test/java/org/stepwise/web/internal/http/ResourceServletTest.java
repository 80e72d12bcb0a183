package org.stepwise.web.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stepwise.error.Refusal;
import org.stepwise.web.internal.register.Registers;
import org.stepwise.web.internal.resource.ResourceServlet;

/** Modules come and go while others work. */
@ExtendWith(SharedDoor.class)
class ResourceServletTest {
    private final Door door;
    private final ResourceServlet servlet;
    private final Slow slow = new Slow();
    private final Late late = new Late();

    ResourceServletTest(Door door) {
        this.door = door;
        this.servlet = door.platform().service(ResourceServlet.class);
    }

    @AfterEach
    void takeAway() {
        servlet.remove(slow);
        servlet.remove(late);
    }

    @Test
    void aResourceThatComesLateIsServedAndGoneAgain() {
        assertThat(status("/api/late")).isEqualTo(404);
        servlet.add(late);
        assertThat(status("/api/late")).isEqualTo(200);
        servlet.remove(late);
        assertThat(status("/api/late")).isEqualTo(404);
    }

    @Test
    void noRequestFailsWhileResourcesComeAndGo() {
        var statuses = IntStream.range(0, 60)
                .parallel()
                .map(number -> {
                    if (number % 10 == 0) {
                        servlet.add(late);
                    } else if (number % 10 == 5) {
                        servlet.remove(late);
                    }
                    return status("/api/session");
                })
                .distinct();

        assertThat(statuses).containsExactly(200);
    }

    @Test
    void aRequestUnderWayIsAnsweredByTheOldGeneration() throws Exception {
        servlet.add(slow);
        var answer = CompletableFuture.supplyAsync(() -> door.send(door.request("/api/slow")));
        assertThat(slow.entered.await(20, TimeUnit.SECONDS)).isTrue();

        servlet.add(late);
        assertThat(status("/api/late")).isEqualTo(200);
        slow.finish.countDown();

        assertThat(answer.join().statusCode()).isEqualTo(200);
        assertThat(answer.join().body()).isEqualTo("done");
    }

    /** A module comes and goes by parts: while its register is not here, who knows the modules says why. */
    @Test
    void whatOnePartOfAModuleDoesNotAnswerIsAnsweredByItsState() {
        var part = new Part();
        servlet.add(part);
        try {
            assertThat(status("/api/crm/here")).isEqualTo(200);
            assertThat(door.send(door.request("/api/crm/orders")).body())
                    .contains("there is nothing at /api/crm/orders");
        } finally {
            servlet.remove(part);
        }
    }

    /** Its register was not here when the request came, and is by now: that is no wrong address. */
    @Test
    void whatHasComeSinceTheRequestIsToBeAskedAgain() {
        assertThat(missing("notes", "notes").code()).isEqualTo("erp.module.catching-up");
        assertThat(missing("notes", "notes", "0000000000000", "shred").code()).isEqualTo("erp.register.no-verb");
        assertThat(missing("notes", "books").code()).isEqualTo("erp.request.unknown-path");
    }

    private Refusal missing(String... path) {
        return door.asAda(() -> door.platform().service(Registers.class).missing(List.of(path)));
    }

    private int status(String path) {
        return door.send(door.request(path)).statusCode();
    }

    /** A resource of a module, whose register is not here. */
    @Path("crm")
    public static final class Part {
        @GET
        @Path("here")
        public String here() {
            return "here";
        }
    }

    /** A resource of a module that was switched on late. */
    @Path("late")
    public static final class Late {
        @GET
        public String get() {
            return "here";
        }
    }

    /** A resource that is at work for as long as the test wants. */
    @Path("slow")
    public static final class Slow {
        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch finish = new CountDownLatch(1);

        @GET
        public String get() throws InterruptedException {
            entered.countDown();
            finish.await(20, TimeUnit.SECONDS);
            return "done";
        }
    }
}
