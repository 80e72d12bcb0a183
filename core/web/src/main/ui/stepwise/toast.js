import { hasText, t } from './text.js';

/** Somebody else changed the document after this person opened it. */
export function isVersionConflict(problem) {
    return problem.status === 412 || (problem.status === 409 && /version|stale|changed/.test(problem.code ?? ''));
}

/** What to tell a person about a failure: our text for its code, or the server's own sentence. */
export function problemText(problem) {
    if (problem.code === 'ui.server.unreachable') {
        return t('problem.unreachable');
    }
    if (isVersionConflict(problem)) {
        return t('problem.changed');
    }
    if (problem.status >= 500) {
        return t('problem.server', { id: problem.id ?? '-' });
    }
    const own = `problem.${problem.code}`;
    return hasText(own) ? t(own, { seconds: problem.retryAfter }) : problem.message;
}

/** Says in passing that something was done. */
export function toast(text) {
    const element = Object.assign(document.createElement('ui5-toast'), {
        textContent: text,
        placement: 'BottomCenter',
    });
    element.addEventListener('close', () => element.remove());
    document.body.append(element);
    element.open = true;
}

/** Tells a failure in a strip above the page; it stays until closed, because a refusal must be readable. */
export function warn(problem) {
    const place = document.getElementById('messages');
    const text = problem instanceof Error ? problemText(problem) : String(problem);
    if (!place) {
        toast(text);
        return;
    }
    const strip = Object.assign(document.createElement('ui5-message-strip'), { design: 'Negative', textContent: text });
    strip.setAttribute('role', 'alert');
    strip.addEventListener('close', () => strip.remove());
    place.append(strip);
}
