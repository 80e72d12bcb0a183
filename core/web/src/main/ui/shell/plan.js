// Before a module is switched on: what that would do, and the settings it asks for.
import { html, nothing } from 'lit';
import { api, intent } from '../stepwise/api.js';
import { openDialog } from '../stepwise/dialog.js';
import { form } from '../stepwise/form.js';
import { decimal, t } from '../stepwise/text.js';
import { toast } from '../stepwise/toast.js';

/** A setting says its type, or offers choices, or is text. */
function settingField(setting) {
    const type = setting.type ?? (setting.choices?.length > 0 ? 'choice' : 'text');
    return { ...setting, type: type.toLowerCase() };
}

export async function openPlan(module, done) {
    const plan = await api(`/api/modules/${module.name}/plan`);
    const place = document.createElement('div');
    const send = intent();
    const drawn = form(place, {
        fields: (plan.settings ?? []).map(settingField),
        submit: async (settings) => {
            await send(`/api/modules/${module.name}/enable`, { body: { settings } });
            dialog.close();
            toast(t('module.enabling-now', { module: module.title }));
            await done();
        },
    });
    const dialog = openDialog({
        title: t('plan.title', { module: module.title }),
        content: planContent(plan, place),
        action: { title: t('module.enable'), run: () => drawn.submit() },
    });
}

function planContent(plan, settings) {
    const { events, seconds, bundles = [], migrations = [], features = [], warnings = [] } = plan;
    return html`${warnings.map(
        (warning) => html`<ui5-message-strip design="Critical" hide-close-button class="strip">
                ${warning}
            </ui5-message-strip>`,
    )}
        <p>${t('plan.events', { events: decimal(String(events ?? 0)), seconds: decimal(String(seconds ?? 0)) })}</p>
        ${(plan.settings ?? []).length > 0 ? html`<h3>${t('plan.settings')}</h3>` : nothing}
        ${settings}
        ${items(t('plan.features'), features)}
        ${items(
            t('plan.bundles'),
            bundles.map(({ name, action }) => `${name} – ${t(`plan.${action}`)}`),
        )}
        ${items(t('plan.migrations'), migrations)}`;
}

function items(title, texts) {
    return texts.length === 0
        ? nothing
        : html`<details class="plan-part">
              <summary>${title} (${texts.length})</summary>
              <ul>${texts.map((text) => html`<li>${text}</li>`)}</ul>
          </details>`;
}
