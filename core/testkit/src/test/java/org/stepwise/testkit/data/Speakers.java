package org.stepwise.testkit.data;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stepwise.data.Id;
import org.stepwise.security.Companies;

/** Companies that are told which language they speak. */
final class Speakers implements Companies {
    private final Map<Id, String> languages = new HashMap<>();

    @Override
    public List<Company> all() {
        return languages.keySet().stream()
                .map(id -> new Company(id, "Company " + id, "EUR", ZoneOffset.UTC))
                .toList();
    }

    @Override
    public Optional<Company> find(Id id) {
        return all().stream().filter(company -> company.id().equals(id)).findFirst();
    }

    @Override
    public void add(Company company) {
        languages.put(company.id(), "en");
    }

    @Override
    public String language(Id company) {
        return languages.getOrDefault(company, "en");
    }

    @Override
    public void speak(Id company, String language) {
        languages.put(company, language);
    }
}
