package org.stepwise.web;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;

/**
 * The registers of all modules, for what works on rows of any of them: history, notes, attributes, chains of documents.
 * Whatever is asked of a register is asked as the caller: his permissions decide, and the module's gate.
 */
@ProviderType
public interface OpenRegisters {

    /** Those whose module is on for the calling company, or catches up, in the order of their names. */
    List<Description> descriptions();

    /** The register of this name, such as {@code crm.orders}; empty when no such module is on. */
    Optional<Description> describe(String register);

    /**
     * One row as the caller may see it; refuses with {@code NotFound} when there is no such row or register, and with
     * {@code erp.permission.missing} when he may not read it.
     */
    Found find(String register, Id row);

    /** A page of the list, as {@link Register#list}. */
    Page list(String register, ListQuery query);

    /**
     * The row that people call so: by its number or code, by what stands in its columns, such as {@code
     * code=VAT,validFrom=2026-01-01}, or by its id. Refuses with {@code erp.row.unknown} when there is none, and with
     * {@code erp.row.ambiguous} when there are more.
     */
    Id row(String register, String name);

    /** What the first rows of the register are called, those with these letters if there are any; for completion. */
    List<String> names(String register, String letters);
}
