package org.stepwise.modules.internal.replay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Amounts;
import org.stepwise.data.Id;
import org.stepwise.log.Numbers;
import org.stepwise.log.replay.Difference;
import org.stepwise.module.Replays.Report;
import org.stepwise.module.Replays.Total;

/** A replay as REST and the console tell it: documents by their numbers. */
@Component(service = ReplayView.class)
public final class ReplayView {
    private final Numbers numbers;

    @Activate
    public ReplayView(@Reference Numbers numbers) {
        this.numbers = numbers;
    }

    public Map<String, Object> of(Id company, Report report) {
        var view = new LinkedHashMap<String, Object>();
        view.put("module", report.module());
        view.put("state", report.state().name().toLowerCase(Locale.ROOT));
        view.put("reason", report.reason().isEmpty() ? null : report.reason());
        view.put("begun", report.begun().toString());
        view.put("seconds", report.seconds());
        view.put("upTo", Long.toString(report.upTo()));
        view.put("read", report.read());
        view.put("events", report.events());
        view.put("differences", report.differences());
        view.put("items", items(company, report));
        view.put("totals", report.totals().stream().map(ReplayView::total).toList());
        view.put("corrected", report.corrected());
        view.put("warnings", report.warnings());
        return view;
    }

    /** The first of the differences. */
    public List<Map<String, Object>> items(Id company, Report report) {
        return report.listed().stream().map(each -> item(company, each)).toList();
    }

    private Map<String, Object> item(Id company, Difference difference) {
        var view = new LinkedHashMap<String, Object>();
        var document = difference.document();
        view.put("kind", difference.kind().name().toLowerCase(Locale.ROOT));
        view.put("cause", Long.toString(difference.source().cause()));
        view.put("document", document == null ? null : document.toString());
        view.put(
                "number",
                document == null ? null : numbers.find(company, document).orElse(null));
        view.put("on", difference.on().toString());
        view.put("party", difference.party() == null ? null : difference.party().toString());
        view.put("of", difference.of());
        view.put("stands", difference.stands());
        view.put("computed", difference.computed());
        return view;
    }

    private static Map<String, Object> total(Total total) {
        var view = new LinkedHashMap<String, Object>();
        view.put("of", total.of());
        view.put("differences", total.differences());
        view.put("stands", Amounts.plain(total.stands()));
        view.put("computed", Amounts.plain(total.computed()));
        return view;
    }
}
