package org.stepwise.torture.flood;

import java.util.List;

/**
 * Many connections that each send the same, and what must come of them.
 *
 * @param connections how many
 * @param first what each sends at once
 * @param more how many bytes each sends after that, as fast as they are taken
 * @param drip a byte each sends every three seconds for as long as it may; empty for none
 * @param reads whether it reads what it is answered, at the end, or takes a byte every three seconds only
 * @param answers what the answers may begin with; a connection that is closed without a word begins with nothing
 */
record Attack(String name, int connections, String first, int more, String drip, boolean reads, List<String> answers) {
    private static final int MEGABYTE = 1024 * 1024;
    private static final String ORDERS = "/api/crm/orders";
    private static final String UNAUTHORIZED = "HTTP/1.1 401";
    private static final String TOO_SLOW = "HTTP/1.1 408";
    private static final String TOO_MANY = "HTTP/1.1 429";
    private static final String BUSY = "HTTP/1.1 503";

    /** Quick ones first; {@code file} is a long file that everybody may read. */
    static List<Attack> all(String token, String file) {
        var user = "Authorization: Bearer " + token + "\r\n";
        return List.of(
                held("held bodies of strangers", "", List.of(UNAUTHORIZED)),
                held("held bodies of a user", user, List.of("", TOO_MANY, TOO_SLOW, BUSY)),
                atOnce("2,000 strangers at once", "", List.of(UNAUTHORIZED)),
                atOnce("2,000 requests of a user at once", user, List.of("HTTP/1.1 200", TOO_MANY, BUSY)),
                new Attack("half requests", 400, post(ORDERS, user, 1_000) + "{\"cust", 0, "", false, List.of("")),
                slow("slow bodies of strangers", post(ORDERS, "", 1_000), List.of(UNAUTHORIZED)),
                slow("slow bodies of a user", post(ORDERS, user, 1_000), List.of(TOO_SLOW)),
                slow("slow logins", post("/api/session", "", 1_000), List.of(TOO_SLOW)),
                slow("slow headers", "GET /health HTTP/1.1\r\nHost: x\r\nX: ", List.of("")),
                new Attack("slow readers", 220, get(file, ""), 0, "", false, List.of("", "HTTP/1.1 200")));
    }

    private static Attack held(String name, String who, List<String> answers) {
        return new Attack(name, 30, post(ORDERS, who, 16 * MEGABYTE), 15 * MEGABYTE, "", true, answers);
    }

    private static Attack atOnce(String name, String who, List<String> answers) {
        return new Attack(name, 2_000, get(ORDERS, who), 0, "", true, answers);
    }

    private static Attack slow(String name, String begin, List<String> answers) {
        return new Attack(name, 220, begin, 0, "a", true, answers);
    }

    private static String get(String path, String headers) {
        return "GET " + path + " HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n";
    }

    private static String post(String path, String headers, long length) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + headers
                + "Content-Length: " + length + "\r\n\r\n";
    }

    /** The server has to end it: it has had enough of a slow one, and answers each of those that are complete. */
    boolean endsByItself() {
        return !drip.isEmpty() || !answers.contains("");
    }
}
