// What people added to a row, the newest first: what notes and files have in common.
import { html, nothing, render } from 'lit';
import { api } from '../../stepwise/api.js';
import { confirmDialog } from '../../stepwise/dialog.js';
import { t } from '../../stepwise/text.js';
import { toast, warn } from '../../stepwise/toast.js';

const PAGE = 100;

/** One kind of them. It says `adding()`, how one is added, and `entry(item)`, how one is shown. */
export class Entries {
    /** `kind` is the last segment of their address, and begins their texts. */
    constructor(element, { description, id }, kind) {
        this.element = element;
        this.address = `${description.path}/${id}/${kind}`;
        this.kind = kind;
        this.items = [];
        this.more = false;
    }

    async load() {
        await this.take([], this.address);
    }

    async older() {
        await this.take(this.items, `${this.address}?before=${this.items.at(-1).id}`);
    }

    async take(before, address) {
        const { items } = await api(address);
        this.items = [...before, ...items];
        this.more = items.length === PAGE;
        this.draw();
    }

    draw() {
        const { element, items, kind } = this;
        const title = t(kind);
        element.setAttribute('aria-label', title);
        const older = () => this.older().catch(warn);
        render(
            html`<h2>${title}</h2>
                ${this.adding()} ${items.length === 0 ? html`<p class="muted">${t(`${kind}.none`)}</p>` : nothing}
                <ul class="notes">
                    ${items.map((item) => this.entry(item))}
                </ul>
                ${
                    this.more
                        ? html`<ui5-button design="Transparent" @click=${older}>${t(`${kind}.older`)}</ui5-button>`
                        : nothing
                }`,
            element,
        );
    }

    /** A small button behind an entry. */
    action(icon, title, run) {
        return html`<ui5-button
            design="Transparent"
            icon=${icon}
            tooltip=${title}
            accessible-name=${title}
            @click=${run}
        ></ui5-button>`;
    }

    /** Asks first. `verb` ends the texts, such as `notes.withdraw` and `notes.withdraw.sure`; `done` is said then. */
    async remove(item, verb, { done, ...values }) {
        const title = t(`${this.kind}.${verb}`);
        const agreed = await confirmDialog({
            title,
            text: t(`${this.kind}.${verb}.sure`, values),
            actionTitle: title,
            design: 'Negative',
        });
        if (agreed) {
            await api(`${this.address}/${item.id}`, { method: 'DELETE' });
            toast(done);
            await this.load();
        }
    }
}
