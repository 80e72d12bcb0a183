// Which modules there are, what each is doing, and the way to switch them on and off.
import { html, nothing, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { api } from '../stepwise/api.js';
import { confirmDialog } from '../stepwise/dialog.js';
import { t } from '../stepwise/text.js';
import { toast, warn } from '../stepwise/toast.js';
import { openPlan } from './plan.js';
import { openPurge } from './purge.js';
import { may } from './session.js';

const DESIGNS = { available: 'Neutral', enabling: 'Information', on: 'Positive', off: 'Critical', failed: 'Negative', missing: 'Negative' };

export async function modulesPage(element, live) {
    document.title = `${t('modules')} – Stepwise`;
    const page = new ModulesPage(element);
    const reload = () => page.load().catch(warn);
    const progressed = ({ detail }) => page.progressed(detail);
    live.addEventListener('modules', reload);
    live.addEventListener('progress', progressed);
    await page.load();
    return () => {
        live.removeEventListener('modules', reload);
        live.removeEventListener('progress', progressed);
    };
}

class ModulesPage {
    constructor(element) {
        this.element = element;
        this.modules = [];
    }

    async load() {
        this.modules = (await api('/api/modules')).items;
        this.draw();
    }

    /** The server says how far a module is; when its state changes the list is asked for anew. */
    progressed({ module: name, state, read, total, secondsLeft, position }) {
        const found = this.modules.find((module) => module.name === name);
        if (!found || (state && state !== found.state)) {
            this.load().catch(warn);
            return;
        }
        Object.assign(found, { progress: { read, total, secondsLeft }, position: position ?? found.position });
        this.draw();
    }

    draw() {
        render(this.template(), this.element);
    }

    template() {
        return html`<header class="page-head"><h1>${t('modules')}</h1></header>
            <p>${t('modules.lead')}</p>
            <ul class="modules">
                ${repeat(
                    this.modules,
                    ({ name }) => name,
                    (module) => this.card(module),
                )}
            </ul>`;
    }

    card(module) {
        return html`<li class="module">
            <div class="module-head">
                <h2>${module.title}</h2>
                <ui5-tag hide-state-icon design=${DESIGNS[module.state] ?? 'Neutral'}>
                    ${t(`module.${module.state}`)}
                </ui5-tag>
            </div>
            ${module.reason ? html`<p class=${module.state === 'failed' || module.state === 'missing' ? 'module-failure' : 'module-reason'}>${module.reason}</p>` : nothing}
            ${module.state === 'enabling' ? progress(module) : nothing}
            ${
                module.state === 'on' || module.state === 'off'
                    ? html`<p class="module-position">${t('module.position', { position: module.position ?? '0' })}</p>`
                    : nothing
            }
            <div class="buttons">${this.buttons(module)}</div>
        </li>`;
    }

    buttons(module) {
        if (!may('erp.module.manage')) {
            return nothing;
        }
        const plan = () => openPlan(module, () => this.load()).catch(warn);
        const purge = () => openPurge(module, () => this.load());
        const named = (text) => `${text}: ${module.title}`;
        switch (module.state) {
            case 'on':
                return module.alwaysOn ? nothing : html`<ui5-button accessible-name=${named(t('module.disable'))}
                    @click=${() => this.disable(module)}>
                    ${t('module.disable')}
                </ui5-button>`;
            case 'off':
                return html`<ui5-button design="Emphasized" accessible-name=${named(t('module.enable'))} @click=${plan}>
                        ${t('module.enable')}
                    </ui5-button>
                    <ui5-button design="Negative" accessible-name=${named(t('module.purge'))} @click=${purge}>
                        ${t('module.purge')}
                    </ui5-button>`;
            case 'available':
            case 'missing':
            case 'failed':
                return html`<ui5-button design="Emphasized" accessible-name=${named(t('module.enable'))} @click=${plan}>
                    ${t('module.enable')}
                </ui5-button>`;
            default:
                return nothing;
        }
    }

    async disable(module) {
        const { losses = [] } = await api(`/api/modules/${module.name}/plan`).catch(() => ({}));
        const lost = losses.filter(({ whenOff }) => whenOff).map(lossText);
        const sure = t('module.disable.sure', { module: module.title });
        const agreed = await confirmDialog({
            title: t('module.disable'),
            text: lost.length > 0 ? `${sure} ${t('module.disable.lost', { lost: lost.join(', ') })}` : sure,
            actionTitle: t('module.disable'),
        });
        if (!agreed) {
            return;
        }
        try {
            await api(`/api/modules/${module.name}/disable`, { method: 'POST' });
            toast(t('module.disabled', { module: module.title }));
            await this.load();
        } catch (problem) {
            warn(problem);
        }
    }
}

function lossText({ what, count, by = [] }) {
    return by.length > 0 ? `${count} ${what} (${by.join(', ')})` : `${count} ${what}`;
}

function progress({ title, progress: reached }) {
    const { read = 0, total = 0, secondsLeft } = reached ?? {};
    const percent = total > 0 ? Math.min(100, Math.floor((read * 100) / total)) : 0;
    return html`<ui5-progress-indicator value=${percent} accessible-name=${t('module.progress', { module: title })}>
        </ui5-progress-indicator>
        <p class="module-position" aria-live="polite">
            ${total > 0 ? t('module.read', { read, total }) : nothing}${secondsLeft > 0 ? t('module.left', { seconds: secondsLeft }) : ''}
        </p>`;
}
