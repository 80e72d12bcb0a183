package org.stepwise.accounting.internal.openitem;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.stepwise.accounting.internal.Recalculated;
import org.stepwise.accounting.posting.Side;

/**
 * What an open item is told as among the figures: {@code open item}, its side where that is not the receivable, its
 * control account where that is not the one named as the side, and when it is due.
 *
 * @param purpose the control account, by purpose
 * @param dueOn null of what settles
 */
record ItemFigure(Side side, String purpose, LocalDate dueOn) {
    private static final Pattern TEXT =
            Pattern.compile(Recalculated.OPEN_ITEM + "(?: (payable))?(?: of (\\S+))?(?: due (\\S+))?");

    static ItemFigure parse(String text) {
        var match = TEXT.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("no open item is told as " + text);
        }
        var side = match.group(1) == null ? Side.RECEIVABLE : Side.PAYABLE;
        return new ItemFigure(
                side,
                match.group(2) == null ? side.name() : match.group(2),
                match.group(3) == null ? null : LocalDate.parse(match.group(3)));
    }

    String text() {
        return Recalculated.OPEN_ITEM
                + (side == Side.RECEIVABLE ? "" : " payable")
                + (purpose.equals(side.name()) ? "" : " of " + purpose)
                + (dueOn == null ? "" : " due " + dueOn);
    }
}
