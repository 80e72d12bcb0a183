import { html, nothing, render } from 'lit';
import { t } from './text.js';

/**
 * Opens a dialog and answers an object with `close()` and `update(content)`.
 * `action` is `{ title, design, run }`; the dialog stays open until the caller closes it or the person cancels.
 */
export function openDialog({ title, content, action, onClose }) {
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
    const draw = () =>
        render(
            html`<ui5-dialog header-text=${title} class="dialog" @close=${removed}>
                <div class="dialog-content">${shown}</div>
                <div slot="footer" class="dialog-footer">
                    ${
                        action
                            ? html`<ui5-button design=${action.design ?? 'Emphasized'} @click=${action.run}>
                              ${action.title}
                          </ui5-button>`
                            : nothing
                    }
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

/** Asks before something is done; answers true when the person agreed. */
export function confirmDialog({ title, text, actionTitle, design }) {
    return new Promise((resolve) => {
        let agreed = false;
        const run = () => {
            agreed = true;
            dialog.close();
        };
        const dialog = openDialog({
            title,
            content: html`<p>${text}</p>`,
            action: { title: actionTitle, design, run },
            onClose: () => resolve(agreed),
        });
    });
}
