package org.stepwise.accounting.internal.posting;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;

/**
 * Brings together what is held under a key and the document that claims it, whichever comes first. The document that
 * the key is the id of tells its part whenever it is known; others hold under the key before it is claimed, or never.
 */
final class Clearing {
    private static final String HOLDS = "h.clearing_key, h.document, h.part, h.purpose, h.account, h.amount";

    private final Sql sql;
    private final Id company;
    private final Map<Id, List<Hold>> holds = new LinkedHashMap<>();
    private final Map<Id, Claim> claims = new LinkedHashMap<>();

    /**
     * A part of what a document posted: a debit above zero.
     *
     * @param part {@link JournalIds#OWN}, or another for each time that something was posted on top
     */
    record Hold(Id key, Id document, long part, String purpose, String account, BigDecimal amount) {
        /** By the document that the key is the id of. */
        boolean own() {
            return document.equals(key);
        }

        /** It goes where the rest of its document goes, by a journal of its own. */
        boolean onTop() {
            return part != JournalIds.OWN;
        }

        boolean again(Hold other) {
            return document.equals(other.document)
                    && part == other.part
                    && purpose.equals(other.purpose)
                    && account.equals(other.account);
        }
    }

    /** The document that what is held under a key belongs to. */
    record Claim(Id key, String kind, Id document, Id party, String account, LocalDate on, long cause) {}

    /** What is held together, and cleared together. */
    private record Group(Id key, long part) {
        static Group of(Hold hold) {
            return new Group(hold.key(), hold.part());
        }
    }

    /** Both sides of a key. */
    record Cleared(Claim claim, long part, List<Hold> holds) {
        /** In an order that does not depend on what came first. */
        static Cleared of(Claim claim, long part, List<Hold> holds) {
            return new Cleared(
                    claim,
                    part,
                    holds.stream()
                            .sorted(Comparator.comparing(Hold::document)
                                    .thenComparing(Hold::purpose)
                                    .thenComparing(Hold::account))
                            .toList());
        }

        long id() {
            return JournalIds.clearing(claim.key(), part);
        }

        /** The sum goes to the account of the claim, on its day. */
        JournalDraft journal() {
            var sum = holds.stream().map(Hold::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            var journal = new JournalDraft(claim.kind(), claim.document(), claim.on(), claim.cause())
                    .related(claim.key())
                    .party(claim.party())
                    .line(claim.account(), sum, null);
            holds.forEach(hold ->
                    journal.merged(hold.purpose(), hold.account(), hold.amount().negate()));
            return journal;
        }
    }

    Clearing(Sql sql, Id company) {
        this.sql = sql;
        this.company = company;
    }

    void add(Hold hold) {
        var held = holds.computeIfAbsent(hold.key(), first -> new ArrayList<>());
        if (held.stream().anyMatch(hold::again)) {
            throw new IllegalStateException(
                    "what " + hold.document() + " holds under " + hold.key() + " is told twice");
        }
        requireInTime(hold, claims.get(hold.key()));
        held.add(hold);
    }

    void add(Claim claim) {
        if (claims.put(claim.key(), claim) != null) {
            throw new IllegalStateException(claim.key() + " is claimed twice");
        }
    }

    /** In the order of the log, whatever a module concludes late: who claims takes what others have held by then. */
    private static void requireInTime(Hold hold, Claim claim) {
        if (claim != null && !hold.own() && !hold.onTop() && !hold.document().equals(claim.document())) {
            throw new IllegalStateException(hold.document() + " holds under " + hold.key() + ", which "
                    + claim.document() + " has claimed already");
        }
    }

    /** Writes what has come since it was last asked to, and returns what has both sides by that. */
    List<Cleared> write() {
        var held = new LinkedHashMap<Group, List<Hold>>();
        holds.values().stream().flatMap(List::stream).forEach(hold -> with(held, hold));
        var come = Set.copyOf(held.keySet());
        storedHolds(claims.keySet()).forEach(hold -> with(held, hold));
        var claimed = new LinkedHashMap<>(claims);
        storedClaims(
                holds.keySet().stream().filter(key -> !claims.containsKey(key)).toList(), held, claimed);
        held.keySet().removeIf(group -> !come.contains(group) && !claims.containsKey(group.key()));
        insert();
        holds.clear();
        claims.clear();
        return held.entrySet().stream()
                .filter(each -> claimed.containsKey(each.getKey().key()))
                .filter(each -> each.getValue().stream().anyMatch(hold -> hold.own() || hold.onTop()))
                .map(each -> Cleared.of(
                        claimed.get(each.getKey().key()), each.getKey().part(), each.getValue()))
                .toList();
    }

    private static void with(Map<Group, List<Hold>> held, Hold hold) {
        held.computeIfAbsent(Group.of(hold), first -> new ArrayList<>()).add(hold);
    }

    private List<Hold> storedHolds(Collection<Id> keys) {
        return sql.list(
                row -> hold(row, 0),
                "SELECT " + HOLDS + " FROM accounting.held h WHERE h.company = ? AND h.clearing_key IN (?)",
                company,
                keys);
    }

    private static Hold hold(ResultSet row, int before) throws SQLException {
        return new Hold(
                new Id(row.getLong(before + 1)),
                new Id(row.getLong(before + 2)),
                row.getLong(before + 3),
                row.getString(before + 4),
                row.getString(before + 5),
                row.getBigDecimal(before + 6));
    }

    /** With what was held by then. */
    private void storedClaims(Collection<Id> keys, Map<Group, List<Hold>> held, Map<Id, Claim> claimed) {
        var others = new LinkedHashSet<Hold>();
        sql.list(
                row -> {
                    var claim = claim(row);
                    if (row.getString(11) != null) {
                        others.add(hold(row, 7));
                    }
                    return claimed.put(claim.key(), claim);
                },
                "SELECT c.clearing_key, c.kind, c.document, c.party, c.account, c.claimed_on, c.cause, " + HOLDS
                        + " FROM accounting.claim c LEFT JOIN accounting.held h"
                        + " ON h.company = c.company AND h.clearing_key = c.clearing_key"
                        + " WHERE c.company = ? AND c.clearing_key IN (?)",
                company,
                keys);
        keys.stream().flatMap(key -> holds.get(key).stream()).forEach(hold -> {
            requireInTime(hold, claimed.get(hold.key()));
        });
        others.forEach(hold -> with(held, hold));
    }

    private static Claim claim(ResultSet row) throws SQLException {
        var party = row.getString(4);
        return new Claim(
                new Id(row.getLong(1)),
                row.getString(2),
                new Id(row.getLong(3)),
                party == null ? null : new Id(Long.parseLong(party)),
                row.getString(5),
                row.getDate(6).toLocalDate(),
                row.getLong(7));
    }

    private void insert() {
        sql.batch(
                "INSERT INTO accounting.held (company, clearing_key, document, part, purpose, account, amount)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                holds.values().stream()
                        .flatMap(List::stream)
                        .map(hold -> new Object[] {
                            company,
                            hold.key(),
                            hold.document(),
                            hold.part(),
                            hold.purpose(),
                            hold.account(),
                            hold.amount()
                        })
                        .toList());
        sql.batch(
                "INSERT INTO accounting.claim (company, clearing_key, kind, document, party, account, claimed_on,"
                        + " cause) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                claims.values().stream()
                        .map(claim -> new Object[] {
                            company,
                            claim.key(),
                            claim.kind(),
                            claim.document(),
                            claim.party(),
                            claim.account(),
                            claim.on(),
                            claim.cause()
                        })
                        .toList());
    }
}
