// Notes on a row: who wrote what, and when; the newest first.
import { html, nothing } from 'lit';
import { api, intent } from '../../stepwise/api.js';
import { moment, t } from '../../stepwise/text.js';
import { warn } from '../../stepwise/toast.js';
import { may } from '../session.js';
import { Entries } from './entries.js';

const LONGEST = 4000;

export function notes(element, row) {
    new Notes(element, row, 'notes').load().catch(warn);
}

class Notes extends Entries {
    send = intent();
    changing = null;

    adding() {
        return may('activity.note.write') ? this.form() : nothing;
    }

    form() {
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

    entry(note) {
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
        const withdraw = () => this.remove(note, 'withdraw', { done: t('notes.withdrawn') }).catch(warn);
        return html`<span class="note-actions">
            ${this.action('edit', t('notes.change'), change)} ${this.action('delete', t('notes.withdraw'), withdraw)}
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
}
