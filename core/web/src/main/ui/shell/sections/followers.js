// Who follows a row, and whether oneself does. Who follows it and opens it has seen it.
import { html, nothing, render } from 'lit';
import { api } from '../../stepwise/api.js';
import { t } from '../../stepwise/text.js';
import { warn } from '../../stepwise/toast.js';
import { may } from '../session.js';

export function followers(element, { description, id }) {
    const address = `${description.path}/${id}/followers`;
    let items = [];
    let following = false;
    const look = async () => {
        if (following && may('activity.row.follow')) {
            await api(`${address}/me/look`, { method: 'POST' });
        }
    };
    const load = async () => {
        ({ items, following } = await api(address));
        draw();
    };
    const turn = async (on) => {
        await api(`${address}/me`, { method: on ? 'POST' : 'DELETE' });
        await load();
    };
    const button = () =>
        html`<ui5-button
            icon=${following ? 'decline' : 'add'}
            @click=${() => turn(!following).catch(warn)}
            >${t(following ? 'followers.unfollow' : 'followers.follow')}</ui5-button
        >`;
    const draw = () => {
        element.setAttribute('aria-label', t('followers'));
        const names = items.map((each) => each.name ?? t('notes.nobody')).join(', ');
        render(
            html`<div class="followers">
                ${may('activity.row.follow') ? button() : nothing}
                <span class="muted" aria-live="polite"
                    >${names ? t('followers.names', { names }) : t('followers.none')}</span
                >
            </div>`,
            element,
        );
    };
    load().then(look).catch(warn);
    return () => look().catch(warn);
}
