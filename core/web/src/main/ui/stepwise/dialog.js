import { html, nothing, render } from 'lit';
import { t } from './text.js';

/**
 * Opens a dialog and answers an object with `close()` and `update(content)`.
 * `action` is `{ title, design, run }`, and so is `other`, a second one; the dialog stays open until the caller closes it
 * or the person cancels.
 */
export function openDialog({ title, content, action, other, onClose }) {
    const host = document.createElement('div');
    document.body.append(host);
    let shown = content;
    const close = () => {
        const dialog = host.querySelector('ui5-dialog');
        if (dialog) {
            dialog.open = false;
        }
    };
    const removed = () => {
        host.remove();
        onClose?.();
    };
    const button = ({ design, run, title: text }) =>
        html`<ui5-button design=${design ?? 'Emphasized'} @click=${run}>${text}</ui5-button>`;
    const draw = () =>
        render(
            html`<ui5-dialog header-text=${title} class="dialog" @close=${removed}>
                <div class="dialog-content">${shown}</div>
                <div slot="footer" class="dialog-footer">
                    ${action ? button(action) : nothing} ${other ? button(other) : nothing}
                    <ui5-button design="Transparent" @click=${close}>${t(action ? 'cancel' : 'close')}</ui5-button>
                </div>
            </ui5-dialog>`,
            host,
        );
    draw();
    host.querySelector('ui5-dialog').open = true;
    return {
        close,
        update(next) {
            shown = next;
            draw();
        },
    };
}

/** Asks which of two things is done, each `{ value, title, design }`; answers null when the person wants neither. */
export function chooseDialog({ title, text, first, second }) {
    return new Promise((resolve) => {
        let chosen = null;
        const action = ({ value, ...shown }) => ({
            ...shown,
            run: () => {
                chosen = value;
                dialog.close();
            },
        });
        const dialog = openDialog({
            title,
            content: html`<p>${text}</p>`,
            action: action(first),
            other: second && action(second),
            onClose: () => resolve(chosen),
        });
    });
}

/** Asks before something is done; answers true when the person agreed. */
export async function confirmDialog({ title, text, actionTitle, design }) {
    return (await chooseDialog({ title, text, first: { value: true, title: actionTitle, design } })) === true;
}
