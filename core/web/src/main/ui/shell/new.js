// A new row or document of a described list: empty, copied from one that is there, or a draft that somebody kept.
import { html, nothing, render } from 'lit';
import { intent } from '../stepwise/api.js';
import { chooseDialog, openDialog } from '../stepwise/dialog.js';
import { form } from '../stepwise/form.js';
import { navigate } from '../stepwise/navigate.js';
import { t } from '../stepwise/text.js';
import { toast, warn } from '../stepwise/toast.js';
import { copiedValues } from './copy.js';
import { OpenDraft, deleteDraft, draftPath, savedBy } from './drafts.js';
import { listPath } from './navigation.js';

const forCreate = (field) => field.on !== 'change';

export async function newPage(element, description, { query, guard }) {
    const page = new NewPage(element, description);
    await page.open(query);
    guard({
        address: () => page.address(),
        changed: () => page.form.changed(),
        ask: () => page.askToLeave(),
    });
}

class NewPage {
    constructor(element, description) {
        this.element = element;
        this.description = description;
        this.path = listPath(description);
        this.draft = new OpenDraft(description);
        this.send = intent();
    }

    async open(query) {
        if (query.get('draft')) {
            await this.draft.load(query.get('draft'));
        }
        this.copied = query.get('copy');
        const values = this.draft.known?.values ?? (await copiedValues(this.description, this.copied));
        document.title = `${t('new.title', { title: this.description.title })} – Stepwise`;
        this.draw();
        this.drawForm(values);
    }

    address() {
        const { known } = this.draft;
        if (known) {
            return draftPath(this.description, known.id);
        }
        return `${this.path}/new${this.copied ? `?copy=${encodeURIComponent(this.copied)}` : ''}`;
    }

    draw() {
        const { known } = this.draft;
        render(
            html`<header class="page-head">
                    <a class="back" href=${this.path}>${this.description.title}</a>
                    <h1>${known?.title ?? t('new.title', { title: this.description.title })}</h1>
                    ${known ? this.draftActions(known) : nothing}
                </header>
                ${known && Object.keys(known.left).length > 0 ? this.leftOver(known.left) : nothing}
                <div class="sheet"></div>`,
            this.element,
        );
    }

    draftActions(known) {
        return html`<div class="page-actions">
            <span class="muted">${t('drafts.draft')}, ${savedBy(known)}</span>
            <ui5-button design="Transparent" icon="edit" @click=${() => this.rename()}>${t('drafts.name')}</ui5-button>
            <ui5-button design="Transparent" icon="delete" @click=${() => this.remove().catch(warn)}>
                ${t('drafts.delete')}
            </ui5-button>
        </div>`;
    }

    /** What was typed into fields that the form has no more is shown until somebody says that it may go. */
    leftOver(left) {
        const what = Object.entries(left)
            .map(([place, value]) => `${place}: ${typeof value === 'object' ? JSON.stringify(value) : value}`)
            .join('; ');
        const leave = () => this.save({ left: {} }).catch(warn);
        return html`<ui5-message-strip design="Critical" hide-close-button class="strip">
                ${t('drafts.left', { what })}
            </ui5-message-strip>
            <ui5-button design="Transparent" @click=${leave}>${t('drafts.left.out')}</ui5-button>`;
    }

    drawForm(values) {
        const { fields, lines } = this.description;
        const entered = lines && { ...lines, fields: lines.fields.filter(forCreate) };
        this.form = form(this.element.querySelector('.sheet'), {
            fields: fields.filter(forCreate),
            values,
            lines: entered && entered.fields.length > 0 ? entered : null,
            errors: this.draft.known?.complaints,
            submitTitle: t('save'),
            submit: (typed) => this.record(typed),
            draft: { title: t('drafts.save'), save: () => this.saveOrTell() },
            cancel: () => navigate(this.path),
        });
    }

    /** What was typed is in the draft before it is recorded, so that a refusal loses nothing. */
    async record(values) {
        const { draft } = this;
        if (draft.known) {
            if (this.form.changed()) {
                await draft.save(values);
            }
            this.show(await draft.record());
        } else {
            this.show(await this.send(this.description.path, { body: values }));
        }
    }

    show({ location, body }) {
        this.form.kept();
        toast(t('saved'));
        const id = body?.id ?? location?.split('/').at(-1);
        navigate(id ? `${this.path}/${id}` : this.path, { replace: true });
    }

    /** False where something typed cannot be read, and so cannot be kept. */
    async save(more) {
        if (!this.form.readable()) {
            return false;
        }
        await this.draft.save(this.form.values(), more);
        this.form.kept();
        history.replaceState(null, '', this.address());
        this.draw();
        toast(t('drafts.saved'));
        return true;
    }

    async saveOrTell() {
        try {
            return await this.save();
        } catch (problem) {
            this.form.show(problem);
            return false;
        }
    }

    rename() {
        const place = document.createElement('div');
        const name = { name: 'title', title: t('drafts.title'), type: 'text', max: 200 };
        const drawn = form(place, {
            fields: [name],
            values: { title: this.draft.known.title },
            submit: async ({ title }) => {
                if (await this.save({ title })) {
                    dialog.close();
                }
            },
        });
        const dialog = openDialog({
            title: t('drafts.name'),
            content: place,
            action: { title: t('save'), run: () => drawn.submit() },
        });
    }

    async remove() {
        const { address, known } = this.draft;
        if (await deleteDraft(`${address}/${known.id}`)) {
            this.form.kept();
            navigate(this.path, { replace: true });
        }
    }

    /** Whether the page may go: what was typed is kept as a draft, or the person wants it lost. */
    async askToLeave() {
        await this.form.settled();
        if (!this.form.changed()) {
            return true;
        }
        const chosen = await chooseDialog({
            title: t('leave.title'),
            text: t('leave.text'),
            first: { value: 'save', title: t('drafts.save') },
            second: { value: 'discard', title: t('leave.discard'), design: 'Negative' },
        });
        return chosen === 'save' ? this.saveOrTell() : chosen === 'discard';
    }
}
