// Deleting a module's data: asked twice, and its name must be typed.
import { html, render } from 'lit';
import { api } from '../stepwise/api.js';
import { openDialog } from '../stepwise/dialog.js';
import { t } from '../stepwise/text.js';
import { problemText, toast } from '../stepwise/toast.js';

const UNCONFIRMED = 'erp.module.purge-unconfirmed';

/** The server refuses the first request and says what to type; only then is there something to confirm. */
export async function openPurge(module, done) {
    const place = document.createElement('div');
    const state = { demand: t('module.purge.type', { name: module.name }), failure: null };
    const draw = () => render(content(module, state), place);
    try {
        await purge(module, '');
    } catch (problem) {
        state[problem.code === UNCONFIRMED ? 'demand' : 'failure'] = problemText(problem);
    }
    draw();
    const run = async () => {
        try {
            await purge(module, place.querySelector('input').value);
            dialog.close();
            toast(t('module.purged', { module: module.title }));
            await done();
        } catch (problem) {
            state.failure = problemText(problem);
            draw();
        }
    };
    const dialog = openDialog({
        title: t('module.purge'),
        content: place,
        action: { title: t('module.purge'), design: 'Negative', run },
    });
}

function purge(module, confirm) {
    return api(`/api/modules/${module.name}/purge`, { method: 'POST', body: { confirm } });
}

function content(module, { demand, failure }) {
    return html`<p>${t('module.purge.sure', { module: module.title })}</p>
        <label for="purge-name">${demand}</label>
        <input id="purge-name" class="native" autocomplete="off" spellcheck="false" placeholder=${module.name} />
        <div role="alert" class="login-failure" ?hidden=${!failure}>${failure ?? ''}</div>`;
}
