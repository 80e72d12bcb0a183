package org.stepwise.torture.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.stepwise.driver.Rest;
import org.stepwise.driver.RunningErp;
import org.stepwise.torture.Run;
import org.stepwise.torture.Torture;
import org.stepwise.torture.client.Act;
import org.stepwise.torture.client.Door;

/** A client that got no answer asks again, and again, and all at once. */
public final class Replay implements Torture {
    private static final int PARALLEL = 20;
    private static final int BATCH = 20;
    private static final int MOST_SENDS = 5;
    private static final int REMEMBERED = 200;

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public String title() {
        return "every operation is sent one to five times with its key, 20 requests in parallel";
    }

    @Override
    public int usualTimes() {
        return 10_000;
    }

    /** A request with its key; the same key is the same request. */
    private record Request(Act act, String path, Map<String, ?> body, String key) {
        Reply send(Rest rest) {
            var answer = rest.send("POST", path, body, Map.of("Idempotency-Key", key));
            return new Reply(answer.status(), answer.body());
        }
    }

    /** An answer, as far as it must be the same. */
    private record Reply(int status, JsonNode body) {}

    /** A request and what it was answered once. */
    private record Answered(Request request, Reply reply) {}

    @Override
    public void torment(Run run) {
        var requests = new Requests(run, run.random());
        var remembered = new ArrayDeque<Answered>();
        var threads = Executors.newFixedThreadPool(PARALLEL);
        try {
            int done = 0;
            for (; run.goesOnAfter(done); done += BATCH) {
                batch(run, requests, threads, remembered);
            }
            run.say("%d operations were sent one to %d times each", done, MOST_SENDS);
        } finally {
            threads.shutdown();
        }
        run.site().kill();
        run.site().start();
        for (var answered : remembered) {
            var again = answered.request().send(run.site().rest());
            if (!again.equals(answered.reply())) {
                run.violated("after a restart %s was answered %s", answered, again);
            }
        }
    }

    private static void batch(Run run, Requests requests, ExecutorService threads, Deque<Answered> remembered) {
        var sends = new ArrayList<Request>();
        var wanted = requests.next(BATCH);
        for (var request : wanted) {
            sends.addAll(Collections.nCopies(1 + requests.random.nextInt(MOST_SENDS), request));
        }
        Collections.shuffle(sends, requests.random);
        var replies = replies(run.site().rest(), sends, threads);
        for (var request : wanted) {
            var answers = new ArrayList<Reply>();
            for (int i = 0; i < sends.size(); i++) {
                if (sends.get(i) == request) {
                    answers.add(replies.get(i));
                }
            }
            var first = answers.get(0);
            if (first.status() >= 300 || answers.stream().anyMatch(each -> !each.equals(first))) {
                run.violated("%s was answered %s", request, answers);
            } else {
                requests.answered(request, first);
                remembered.add(new Answered(request, first));
                if (remembered.size() > REMEMBERED) {
                    remembered.remove();
                }
            }
        }
    }

    private static List<Reply> replies(Rest rest, List<Request> sends, ExecutorService threads) {
        var tasks = sends.stream()
                .map(request -> (Callable<Reply>) () -> request.send(rest))
                .toList();
        try {
            var replies = new ArrayList<Reply>();
            for (Future<Reply> reply : threads.invokeAll(tasks)) {
                replies.add(reply.get());
            }
            return replies;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while requests were under way", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a request was not answered", failed.getCause());
        }
    }

    /** Parties, drafts, receipts, and the drafts confirmed. */
    private static final class Requests {
        private final Run run;
        private final Random random;
        private final Deque<String> drafts = new ArrayDeque<>();
        private final String customer;
        private final String product;
        private int parties;

        Requests(Run run, Random random) {
            this.run = run;
            this.random = random;
            this.customer = run.shop().party("REPLAY-" + run.seed());
            this.product = run.shop().product("REPLAY-" + run.seed(), "7.30", 20_000);
        }

        List<Request> next(int count) {
            var requests = new ArrayList<Request>();
            while (requests.size() < count) {
                requests.add(any());
            }
            return requests;
        }

        private Request any() {
            var today = Map.of("on", RunningErp.today().toString());
            int chance = random.nextInt(10);
            if (chance < 4 && !drafts.isEmpty()) {
                return request(Act.CONFIRM, "/api/crm/orders/" + drafts.remove() + "/confirm", today);
            }
            if (chance < 7) {
                var line = Map.of("product", product, "quantity", "2");
                return request(Act.DRAFT, "/api/crm/orders", Map.of("customer", customer, "lines", List.of(line)));
            }
            if (chance < 8) {
                var code = "R" + run.seed() + "-" + parties++;
                return request(
                        Act.RECORD_PARTY,
                        "/api/masterdata/parties",
                        Map.of("code", code, "name", "Twice " + code, "customer", true));
            }
            var line = Map.of("product", product, "quantity", "3", "unitCost", "2.40");
            return request(Act.RECEIVE, "/api/warehouse/receipts", Map.of("lines", List.of(line)));
        }

        private Request request(Act act, String path, Map<String, ?> body) {
            return new Request(act, path, body, Door.newKey());
        }

        void answered(Request request, Reply reply) {
            var id = reply.body().path("id").asText();
            run.shop().noted(request.act(), id);
            if (request.act() == Act.DRAFT) {
                drafts.add(id);
            }
        }
    }
}
