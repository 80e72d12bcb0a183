// Files on a row: chosen, dropped or pasted; each goes out to be kept, never to be shown here.
import { html, nothing } from 'lit';
import { intentKey, upload } from '../../stepwise/api.js';
import { decimal, moment, t } from '../../stepwise/text.js';
import { warn } from '../../stepwise/toast.js';
import { may } from '../session.js';
import { Entries } from './entries.js';

const UNITS = ['B', 'kB', 'MB', 'GB'];

export function files(element, row) {
    new Files(element, row, 'files').load().catch(warn);
}

/** A size for reading: 1,234,567 bytes are "1.2 MB". */
export function size(bytes) {
    let unit = 0;
    let left = bytes;
    while (left >= 1024 && unit < UNITS.length - 1) {
        left /= 1024;
        unit++;
    }
    return `${decimal(left.toFixed(unit > 0 && left < 10 ? 1 : 0))}\u00a0${UNITS[unit]}`;
}

class Files extends Entries {
    coming = [];

    adding() {
        return html`${may('activity.file.attach') ? this.zone() : nothing}
            <div aria-live="polite">
                ${this.coming.map((name) => html`<p class="muted">${t('files.coming', { name })}</p>`)}
            </div>`;
    }

    /** A button for the keyboard, around which files can be dropped. */
    zone() {
        const over = (event) => {
            event.preventDefault();
            event.currentTarget.classList.toggle('over', event.type === 'dragover');
        };
        const drop = (event) => {
            over(event);
            this.attach(event.dataTransfer.files);
        };
        const choose = (event) => {
            this.attach(event.target.files);
            event.target.value = '';
        };
        const open = () => this.element.querySelector('input[type=file]').click();
        return html`<div class="drop" @dragover=${over} @dragleave=${over} @drop=${drop}>
            <input type="file" multiple hidden @change=${choose} />
            <ui5-button icon="add" @click=${open}>${t('files.choose')}</ui5-button>
            <span class="muted">${t('files.drop')}</span>
        </div>`;
    }

    /** One after the other: a refused one does not hold up the rest. */
    async attach(chosen) {
        for (const file of [...chosen]) {
            this.coming = [...this.coming, file.name];
            this.draw();
            try {
                await upload(`${this.address}?name=${encodeURIComponent(file.name)}`, file, intentKey());
            } catch (problem) {
                warn(problem);
            }
            this.coming = this.coming.filter((name) => name !== file.name);
            await this.load().catch(warn);
        }
    }

    entry(file) {
        const who = file.attachedBy.name ?? t('notes.nobody');
        const gone = file.name === null;
        return html`<li class="note file">
            <p class="note-head">
                ${
                    gone
                        ? html`<span>${t('files.erased')}</span>`
                        : html`<a href="${this.address}/${file.id}/content" download>${file.name}</a>`
                }
                <span>${size(file.bytes)}</span>
                <span>${who}</span>
                <time datetime=${file.attachedAt}>${moment(file.attachedAt)}</time>
                ${file.mine && !gone ? this.detaching(file) : nothing}
            </p>
        </li>`;
    }

    detaching({ id, name }) {
        const detach = () => this.remove({ id }, 'detach', { name, done: t('files.detached') }).catch(warn);
        return html`<span class="note-actions">
            ${this.action('delete', t('files.detach.title', { name }), detach)}
        </span>`;
    }
}
