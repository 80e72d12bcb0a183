package org.stepwise.accounting.posting;

/**
 * By what an account is chosen beside the purpose, such as {@code tax-code:STANDARD}.
 *
 * @param kind such as {@code tax-code}, {@code product-group} or {@code department}
 */
public record Dimension(String kind, String value) {
    private static final String TAX_CODE = "tax-code";

    /** Null for no code. */
    public static Dimension taxCode(String code) {
        return code == null ? null : new Dimension(TAX_CODE, code);
    }

    /** As a posting rule names it. */
    public String text() {
        return kind + ":" + value;
    }
}
