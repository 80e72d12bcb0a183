// Files on a row: chosen, dropped or pasted; each goes out to be kept, never to be shown here.
import { html, nothing, render } from 'lit';
import { api, intentKey, upload } from '../../stepwise/api.js';
import { confirmDialog } from '../../stepwise/dialog.js';
import { decimal, moment, t } from '../../stepwise/text.js';
import { toast, warn } from '../../stepwise/toast.js';
import { may } from '../session.js';

const PAGE = 100;
const UNITS = ['B', 'kB', 'MB', 'GB'];

export function files(element, { description, id }) {
    new Files(element, `${description.path}/${id}/files`).load().catch(warn);
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

class Files {
    constructor(element, address) {
        this.element = element;
        this.address = address;
        this.items = [];
        this.coming = [];
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
        const title = t('files');
        this.element.setAttribute('aria-label', title);
        render(
            html`<h2>${title}</h2>
                ${may('activity.file.attach') ? this.zone() : nothing}
                <div aria-live="polite">
                    ${this.coming.map((name) => html`<p class="muted">${t('files.coming', { name })}</p>`)}
                </div>
                ${this.items.length === 0 ? html`<p class="muted">${t('files.none')}</p>` : nothing}
                <ul class="notes">
                    ${this.items.map((file) => this.file(file))}
                </ul>
                ${
                    this.more
                        ? html`<ui5-button design="Transparent" @click=${() => this.older().catch(warn)}
                              >${t('files.older')}</ui5-button
                          >`
                        : nothing
                }`,
            this.element,
        );
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

    file(file) {
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

    detaching(file) {
        const title = t('files.detach.title', { name: file.name });
        return html`<span class="note-actions">
            <ui5-button
                design="Transparent"
                icon="delete"
                tooltip=${title}
                accessible-name=${title}
                @click=${() => this.detach(file).catch(warn)}
            ></ui5-button>
        </span>`;
    }

    async detach(file) {
        const agreed = await confirmDialog({
            title: t('files.detach'),
            text: t('files.detach.sure', { name: file.name }),
            actionTitle: t('files.detach'),
            design: 'Negative',
        });
        if (agreed) {
            await api(`${this.address}/${file.id}`, { method: 'DELETE' });
            toast(t('files.detached'));
            await this.load();
        }
    }
}
