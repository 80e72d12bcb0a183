// Drafts of forms: how they are called and kept, and the page that lists them.
import { html, nothing, render } from 'lit';
import { until } from 'lit/directives/until.js';
import { api, intent, request } from '../stepwise/api.js';
import { confirmDialog } from '../stepwise/dialog.js';
import { displayText } from '../stepwise/display.js';
import { describedList, referenceTitle } from '../stepwise/references.js';
import { moment, t } from '../stepwise/text.js';
import { toast, warn } from '../stepwise/toast.js';
import { listPath } from './navigation.js';

export const draftsAddress = (description) => `${description.path}/drafts`;
export const draftsPath = (description) => `${listPath(description)}/drafts`;
export const draftPath = (description, id) => `${listPath(description)}/new?draft=${encodeURIComponent(id)}`;

/** What a draft is called: its title, or what stands in its first fields, with names for ids. */
export function draftTitle(description, { title, summary }) {
    if (title) {
        return html`${title}`;
    }
    const fields = (description?.fields ?? []).filter(({ name }) => summary[name]);
    if (fields.length === 0) {
        return html`${t('drafts.empty')}`;
    }
    const shown = (field) =>
        field.type === 'reference'
            ? until(referenceTitle(field.list, summary[field.name]), '…')
            : displayText(field, summary[field.name]);
    return html`${fields.map((field, index) => html`${index > 0 ? ' · ' : nothing}${shown(field)}`)}`;
}

export const savedBy = ({ changedBy, changedAt }) =>
    t('drafts.by', { name: changedBy.name ?? t('notes.nobody'), when: moment(changedAt) });

/** A draft that is being typed: not kept yet, or kept under an id. */
export class OpenDraft {
    constructor(description) {
        this.address = draftsAddress(description);
        this.known = null;
        this.sendNew = intent();
        this.sendRecord = intent();
    }

    async load(id) {
        this.take(await request(`${this.address}/${encodeURIComponent(id)}`));
    }

    take({ body, etag }) {
        this.known = body;
        this.etag = etag;
    }

    /** Keeps the values; `more` is a title, or what of the fields that are gone stays. */
    async save(values, more = {}) {
        const body = { title: this.known?.title ?? null, values, ...more };
        this.take(
            this.known
                ? await request(`${this.address}/${this.known.id}`, { method: 'PUT', body, ifMatch: this.etag })
                : await this.sendNew(this.address, { body }),
        );
    }

    /** Makes the real thing of it, and answers as its creation does. */
    record() {
        return this.sendRecord(`${this.address}/${this.known.id}/record`, { ifMatch: this.etag });
    }
}

/** Asks, then deletes; answers whether it is gone. */
export async function deleteDraft(address) {
    const agreed = await confirmDialog({
        title: t('drafts.delete'),
        text: t('drafts.delete.sure'),
        actionTitle: t('drafts.delete'),
        design: 'Negative',
    });
    if (agreed) {
        await api(address, { method: 'DELETE' });
        toast(t('drafts.deleted'));
    }
    return agreed;
}

/** Drafts as a list of links, each with who saved it, and a button that deletes it; `among` is the list shown, if one. */
export function draftItems(items, deleted, among = null) {
    const remove = (item, address) => deleteDraft(address).then((gone) => gone && deleted(item), warn);
    return html`<ul class="drafts">
        ${items.map((item) => {
            const description = describedList(item.register);
            const open = description?.create;
            const address = open ? `${draftsAddress(description)}/${item.id}` : `/api/drafts/${item.id}`;
            const title = draftTitle(description, item);
            const list = open ? description.title : t('drafts.off', { list: item.register });
            return html`<li>
                ${open ? html`<a href=${draftPath(description, item.id)}>${title}</a>` : html`<span>${title}</span>`}
                <span class="muted">${among ? nothing : `${list}, `}${savedBy(item)}</span>
                <ui5-button design="Transparent" icon="delete" tooltip=${t('drafts.delete')}
                    accessible-name=${t('drafts.delete')} @click=${() => remove(item, address)}></ui5-button>
            </li>`;
        })}
    </ul>`;
}

export async function draftsPage(element, description) {
    const address = draftsAddress(description);
    let shown = await api(address);
    document.title = `${t('drafts')}: ${description.title} – Stepwise`;
    const deleted = (item) => {
        shown = { ...shown, items: shown.items.filter((each) => each !== item) };
        draw();
    };
    const older = async () => {
        const more = await api(`${address}?after=${shown.next}`);
        shown = { ...more, items: [...shown.items, ...more.items] };
        draw();
    };
    const draw = () =>
        render(
            html`<header class="page-head">
                    <a class="back" href=${listPath(description)}>${description.title}</a>
                    <h1>${t('drafts')}</h1>
                </header>
                <div class="sheet">
                    ${
                        shown.items.length === 0
                            ? html`<p class="muted">${t('drafts.none')}</p>`
                            : draftItems(shown.items, deleted, description)
                    }
                    ${
                        shown.next
                            ? html`<ui5-button design="Transparent" @click=${() => older().catch(warn)}
                                  >${t('drafts.more')}</ui5-button
                              >`
                            : nothing
                    }
                </div>`,
            element,
        );
    draw();
}
