package org.stepwise.accounting.posting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepwise.data.Id;

/**
 * What is posted for one event, told line by line in the order of the journal. Lines of one purpose that come to the
 * same account become one, lines of zero none; the sum is zero, or nothing of it is posted.
 *
 * <p>A line may be held under a clearing key, the id of a delivery or a receipt, by the document with that id first of
 * all; others may hold under it too until one of them claims it. When it is claimed and held, whichever came first,
 * accounting moves the sum of what is held to the purpose that the claim names, on the day of the claim.
 */
public final class Posting {
    private final String kind;
    private final Id document;
    private final List<Line> lines = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private final Set<Purpose> later = new LinkedHashSet<>();
    private boolean second;
    private LocalDate onTop;
    private Id party;
    private Id related;
    private String text;
    private String currency;

    /**
     * A line of a journal.
     *
     * @param purpose what chooses the account; null where {@code account} names it
     * @param dimensions what chooses it beside the purpose, the most specific first
     * @param amount in the document's currency, a debit above zero
     * @param worth the same in the company's currency: what is posted
     * @param heldUnder the clearing key, or null
     */
    public record Line(
            Purpose purpose,
            String account,
            List<Dimension> dimensions,
            BigDecimal amount,
            BigDecimal worth,
            String text,
            Id heldUnder) {}

    /**
     * What is held under the key belongs to the purpose.
     *
     * @param kind what the journal is of that moves it there, such as {@code COST}
     */
    public record Claim(String kind, Id key, Purpose into, List<Dimension> dimensions) {}

    private Posting(String kind, Id document) {
        this.kind = kind;
        this.document = document;
    }

    /** @param kind what the journal is of, such as {@code INVOICE}; at most 30 characters */
    public static Posting of(String kind, Id document) {
        return new Posting(kind, document);
    }

    /** As {@link #of(String, Id)}, about a party. */
    public static Posting of(String kind, Id document, Id party) {
        return of(kind, document).party(party);
    }

    /** A second journal of its document, beside the document's own: there is at most one. */
    public Posting second(boolean besideItsOwn) {
        second = besideItsOwn;
        return this;
    }

    /**
     * On top of what its document has posted: one more journal, each time. What it holds goes where the document's
     * goes, though the key be claimed already.
     *
     * @param day of what it adds to: its value date, by whose rules accounts are chosen; it is posted in the first open
     *     month where that is closed
     */
    public Posting onTop(LocalDate day) {
        onTop = day;
        return this;
    }

    public Posting party(Id whom) {
        party = whom;
        return this;
    }

    /** The document that it follows from, or null. */
    public Posting related(Id other) {
        related = other;
        return this;
    }

    public Posting text(String what) {
        text = what;
        return this;
    }

    /** Of the amounts; null: the company's. */
    public Posting currency(String code) {
        currency = code;
        return this;
    }

    /** The account is that of the purpose, of the first dimension that has a rule. */
    public Posting debit(Purpose purpose, BigDecimal amount, Dimension... dimensions) {
        lines.add(new Line(purpose, null, given(dimensions), amount, amount, null, null));
        return this;
    }

    /** As {@link #debit}. */
    public Posting credit(Purpose purpose, BigDecimal amount, Dimension... dimensions) {
        return debit(purpose, amount.negate(), dimensions);
    }

    /** As {@link #debit}, held until the key is claimed. */
    public Posting hold(Id key, Purpose purpose, BigDecimal debit, Dimension... dimensions) {
        lines.add(new Line(purpose, null, given(dimensions), debit, debit, null, key));
        return this;
    }

    /** To an account that somebody has named; a debit above zero. */
    public Posting account(String account, BigDecimal amount, String lineText) {
        lines.add(new Line(null, account, List.of(), amount, amount, lineText, null));
        return this;
    }

    /** What is held under the keys belongs to the purpose; a key is claimed once. */
    public Posting claim(String journal, Collection<Id> keys, Purpose into, Dimension... dimensions) {
        keys.forEach(key -> claims.add(new Claim(journal, key, into, given(dimensions))));
        return this;
    }

    /** May be posted by these later, though nothing is now. */
    public Posting later(Purpose... purposes) {
        later.addAll(List.of(purposes));
        return this;
    }

    private static List<Dimension> given(Dimension... dimensions) {
        return Stream.of(dimensions).filter(Objects::nonNull).toList();
    }

    public String kind() {
        return kind;
    }

    public Id document() {
        return document;
    }

    public boolean second() {
        return second;
    }

    /** The day of what it adds to, or null. */
    public LocalDate onTop() {
        return onTop;
    }

    public Id party() {
        return party;
    }

    public Id related() {
        return related;
    }

    public String text() {
        return text;
    }

    public String currency() {
        return currency;
    }

    public List<Line> lines() {
        return Collections.unmodifiableList(lines);
    }

    public List<Claim> claims() {
        return Collections.unmodifiableList(claims);
    }

    /** What the lines so far come to, in the company's currency: zero when they balance. */
    public BigDecimal residue() {
        return lines.stream().map(Line::worth).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The document and the clearing keys: what must be posted in its order. */
    public Set<Id> keys() {
        var keys = new LinkedHashSet<Id>();
        keys.add(document);
        lines.stream().map(Line::heldUnder).filter(Objects::nonNull).forEach(keys::add);
        claims.stream().map(Claim::key).forEach(keys::add);
        return keys;
    }

    Set<Purpose> purposes() {
        return Stream.of(lines.stream().map(Line::purpose), claims.stream().map(Claim::into), later.stream())
                .flatMap(each -> each)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Lines of zero count: the next of their kind may come to something. */
    boolean needs(String purpose, String dimension) {
        if (dimension == null) {
            return purposes().stream().anyMatch(each -> each.name().equals(purpose));
        }
        return lines.stream()
                        .anyMatch(line -> line.purpose() != null
                                && line.purpose().name().equals(purpose)
                                && has(line.dimensions(), dimension))
                || claims.stream()
                        .anyMatch(claim -> claim.into().name().equals(purpose) && has(claim.dimensions(), dimension));
    }

    private static boolean has(List<Dimension> dimensions, String named) {
        return dimensions.stream().anyMatch(each -> each.text().equals(named));
    }
}
