package org.stepwise.masterdata;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Lists that the whole world shares, as this Java knows them and in the company's language. They are taken over when
 * the company wants them, as facts: what a later Java calls a country changes no company by itself.
 */
@ProviderType
public interface StandardLists {
    /** Takes over one of the lists; returns how many were not there yet. What is there, archived or not, stays. */
    int take(Standard list);

    /** A list of the world. */
    enum Standard {
        /** ISO 3166-1. */
        COUNTRIES,
        /** ISO 4217: those in use in a country. */
        CURRENCIES
    }
}
