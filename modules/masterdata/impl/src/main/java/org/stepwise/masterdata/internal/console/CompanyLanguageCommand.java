package org.stepwise.masterdata.internal.console;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.stepwise.console.CompanyCommand;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.masterdata.CompanyLanguage;

/** Shows or changes the language by which lists are sorted and searched. */
@Service
@Command(
        scope = "masterdata",
        name = "company-language",
        description = "Shows the language by which lists are sorted and searched, or changes it")
@Parsing(OptionsAnywhere.class)
public final class CompanyLanguageCommand extends CompanyCommand {
    @Reference
    CompanyLanguage company;

    @Argument(name = "language", description = "az, de, en, nl, ru or tr; left out to see the one in force")
    @Completion(
            value = StringsCompleter.class,
            values = {"az", "de", "en", "nl", "ru", "tr"})
    String language;

    @Override
    protected void run() {
        if (language != null) {
            company.set(language);
        }
        out().println(company.get());
    }
}
