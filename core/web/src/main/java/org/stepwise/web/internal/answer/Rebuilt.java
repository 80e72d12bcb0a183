package org.stepwise.web.internal.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.error.NotFound;
import org.stepwise.security.Callers;
import org.stepwise.security.Permissions;
import org.stepwise.web.internal.draft.DraftAnswers;
import org.stepwise.web.internal.draft.Drafts;
import org.stepwise.web.internal.json.Json;
import org.stepwise.web.internal.register.Documents;
import org.stepwise.web.internal.register.Registers;

/**
 * Answers a request again that had its effect: as it was answered, to who may still do that and see it. An answer that
 * is not there, or tells what the caller may not see any more, is made anew.
 */
@Component(service = Rebuilt.class)
public final class Rebuilt {
    private static final int CREATE = 2;
    private static final int KEEP = 3;
    private static final int ACT = 4;
    private static final int RECORD = 5;

    private final Registers registers;
    private final Documents documents;
    private final DraftAnswers drafts;
    private final Callers callers;
    private final Permissions permissions;
    private final ObjectMapper mapper = Json.mapper();

    @Activate
    public Rebuilt(
            @Reference Registers registers,
            @Reference Documents documents,
            @Reference DraftAnswers drafts,
            @Reference Callers callers,
            @Reference Permissions permissions) {
        this.registers = registers;
        this.documents = documents;
        this.drafts = drafts;
        this.callers = callers;
        this.permissions = permissions;
    }

    /** Refuses as the request would be refused to who may not do it any more. */
    Stored.Answer answer(String path, Stored stored) {
        stored.needs().effect().forEach(permissions::require);
        return stored.answer() != null && stored.needs().allow(callers.current())
                ? stored.answer()
                : anew(path, stored.result());
    }

    private Stored.Answer anew(String path, Long result) {
        try {
            return ofRegister(path, result);
        } catch (NotFound elsewhere) {
            return onlyId(result);
        }
    }

    private Stored.Answer ofRegister(String path, Long result) {
        var segments = path.split("\\?")[0].replaceFirst("^/", "").split("/");
        if (segments.length == CREATE && result != null) {
            var register = registers.find(segments[0], segments[1]);
            return written(documents.created(register, new Id(result)));
        }
        if (segments.length > 2 && segments[2].equals("drafts") && result != null) {
            return ofDraft(segments, new Id(result));
        }
        if (segments.length == ACT && registers.answer(List.of(segments))) {
            var register = registers.find(segments[0], segments[1]);
            return written(documents.shown(register, Id.parse(segments[2])));
        }
        return onlyId(result);
    }

    private Stored.Answer ofDraft(String[] segments, Id result) {
        var register = segments[0] + "." + segments[1];
        return switch (segments.length) {
            case KEEP -> written(drafts.kept(register, new Drafts.Kept(result, Map.of())));
            case RECORD -> written(drafts.recorded(register, result));
            default -> onlyId(result.value());
        };
    }

    private Stored.Answer onlyId(Long result) {
        var view = new HashMap<String, Object>();
        view.put("id", result == null ? null : new Id(result));
        return written(new Documents.Answer(200, null, null, view));
    }

    private Stored.Answer written(Documents.Answer answer) {
        try {
            var body = mapper.writeValueAsBytes(answer.view());
            return new Stored.Answer(answer.status(), answer.location(), answer.tag(), "application/json", body);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
