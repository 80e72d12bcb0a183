// Notes on a row: who wrote what, and when; the newest first.
import { html, nothing, render } from 'lit';
import { api, intent } from '../../stepwise/api.js';
import { confirmDialog } from '../../stepwise/dialog.js';
import { moment, t } from '../../stepwise/text.js';
import { toast, warn } from '../../stepwise/toast.js';
import { may } from '../session.js';

const PAGE = 100;
const LONGEST = 4000;

export function notes(element, { description, id }) {
    new Notes(element, `${description.path}/${id}/notes`).load().catch(warn);
}

class Notes {
    constructor(element, address) {
        this.element = element;
        this.address = address;
        this.items = [];
        this.send = intent();
        this.changing = null;
        this.more = false;
    }

    async load() {
        this.items = (await api(this.address)).items;
        this.more = this.items.length === PAGE;
        this.draw();
    }

    async older() {
        const { items } = await api(`${this.address}?before=${this.items.at(-1).id}`);
        this.items = [...this.items, ...items];
        this.more = items.length === PAGE;
        this.draw();
    }

    draw() {
        const title = t('notes');
        this.element.setAttribute('aria-label', title);
        render(
            html`<h2>${title}</h2>
                ${may('activity.note.write') ? this.entry() : nothing}
                ${this.items.length === 0 ? html`<p class="muted">${t('notes.none')}</p>` : nothing}
                <ul class="notes">
                    ${this.items.map((note) => this.note(note))}
                </ul>
                ${
                    this.more
                        ? html`<ui5-button design="Transparent" @click=${() => this.older().catch(warn)}
                              >${t('notes.older')}</ui5-button
                          >`
                        : nothing
                }`,
            this.element,
        );
    }

    entry() {
        return html`<form class="note-entry" @submit=${(event) => this.write(event)}>
            <ui5-textarea
                id="new-note"
                accessible-name=${t('notes.new')}
                placeholder=${t('notes.new')}
                rows="2"
                growing
                growing-max-rows="12"
                maxlength=${LONGEST}
                @keydown=${(event) => this.sendByKey(event)}
            ></ui5-textarea>
            <ui5-button design="Emphasized" @click=${(event) => this.write(event)}>${t('notes.write')}</ui5-button>
        </form>`;
    }

    sendByKey(event) {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            this.write(event);
        }
    }

    async write(event) {
        event.preventDefault();
        const area = this.element.querySelector('#new-note');
        if (!area.value.trim()) {
            area.focus();
            return;
        }
        try {
            await this.send(this.address, { body: { text: area.value } });
            this.send = intent();
            area.value = '';
            await this.load();
        } catch (problem) {
            warn(problem);
        }
    }

    note(note) {
        const who = note.writtenBy.name ?? t('notes.nobody');
        return html`<li class="note">
            <p class="note-head">
                <strong>${who}</strong> <time datetime=${note.writtenAt}>${moment(note.writtenAt)}</time>
                ${note.changedAt ? html`<span>${t('notes.changed', { when: moment(note.changedAt) })}</span>` : nothing}
                ${note.mine && note.text !== null ? this.actions(note) : nothing}
            </p>
            ${this.changing === note.id ? this.change(note) : this.text(note)}
        </li>`;
    }

    text(note) {
        return note.text === null
            ? html`<p class="muted">${t('notes.erased')}</p>`
            : html`<p class="note-text">${note.text}</p>`;
    }

    actions(note) {
        const change = () => {
            this.changing = note.id;
            this.draw();
        };
        return html`<span class="note-actions">
            <ui5-button
                design="Transparent"
                icon="edit"
                tooltip=${t('notes.change')}
                accessible-name=${t('notes.change')}
                @click=${change}
            ></ui5-button>
            <ui5-button
                design="Transparent"
                icon="delete"
                tooltip=${t('notes.withdraw')}
                accessible-name=${t('notes.withdraw')}
                @click=${() => this.withdraw(note).catch(warn)}
            ></ui5-button>
        </span>`;
    }

    change(note) {
        const done = () => {
            this.changing = null;
            this.draw();
        };
        const save = async () => {
            const text = this.element.querySelector('#changed-note').value;
            await api(`${this.address}/${note.id}`, { method: 'PUT', body: { text } });
            this.changing = null;
            await this.load();
        };
        return html`<ui5-textarea
                id="changed-note"
                accessible-name=${t('notes.change')}
                rows="3"
                growing
                growing-max-rows="12"
                maxlength=${LONGEST}
                .value=${note.text}
            ></ui5-textarea>
            <div class="buttons">
                <ui5-button design="Emphasized" @click=${() => save().catch(warn)}>${t('save')}</ui5-button>
                <ui5-button design="Transparent" @click=${done}>${t('cancel')}</ui5-button>
            </div>`;
    }

    async withdraw(note) {
        const agreed = await confirmDialog({
            title: t('notes.withdraw'),
            text: t('notes.withdraw.sure'),
            actionTitle: t('notes.withdraw'),
            design: 'Negative',
        });
        if (agreed) {
            await api(`${this.address}/${note.id}`, { method: 'DELETE' });
            toast(t('notes.withdrawn'));
            await this.load();
        }
    }
}
