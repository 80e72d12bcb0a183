package org.stepwise.masterdata;

import org.osgi.annotation.versioning.ProviderType;

/** The language by which texts of the company are sorted and found. */
@ProviderType
public interface CompanyLanguage {

    /** Such as {@code az}. */
    String get();

    /** Takes another one from now on; refuses with {@code masterdata.company.language-unknown}. */
    void set(String language);
}
