// What a person may do about their own account: language, password, sign out.
import { html, render } from 'lit';
import { openDialog } from '../stepwise/dialog.js';
import { form } from '../stepwise/form.js';
import { language, languages, t } from '../stepwise/text.js';
import { toast, warn } from '../stepwise/toast.js';
import { remember } from './preferences.js';
import { changePassword, signOut } from './session.js';

/** `mayLeave` asks the page that is open, which may have something that was typed and is kept nowhere. */
export function openAccountMenu(opener, session, leave, mayLeave) {
    const host = document.createElement('div');
    document.body.append(host);
    const actions = {
        password: openPasswordDialog,
        'sign-out': async () => {
            if (await mayLeave()) {
                await signOut().then(leave, warn);
            }
        },
    };
    const chosen = ({ detail }) => {
        const { action, language: picked } = detail.item.dataset;
        if (picked) {
            pickLanguage(picked);
        } else {
            actions[action]?.();
        }
    };
    render(
        html`<ui5-menu header-text=${session.displayName} @item-click=${chosen} @close=${() => host.remove()}>
            <ui5-menu-item text=${t('language')} icon="world">
                ${Object.entries(languages).map(
                    ([code, name]) => html`<ui5-menu-item text=${name} data-language=${code}
                        additional-text=${code === language() ? '✓' : ''}></ui5-menu-item>`,
                )}
            </ui5-menu-item>
            <ui5-menu-item text=${t('password.change')} icon="locked" data-action="password"></ui5-menu-item>
            <ui5-menu-separator></ui5-menu-separator>
            <ui5-menu-item text=${t('sign-out')} icon="log" data-action="sign-out"></ui5-menu-item>
        </ui5-menu>`,
        host,
    );
    const menu = host.querySelector('ui5-menu');
    menu.opener = opener;
    menu.open = true;
}

/** Texts of modules and descriptions come in the language they were asked in: the page starts anew. */
function pickLanguage(code) {
    remember('language', code);
    location.reload();
}

function openPasswordDialog() {
    const place = document.createElement('div');
    const password = (name) => ({ name, title: t(`password.${name}`), type: 'password', required: true });
    const drawn = form(place, {
        fields: [password('current'), password('next')],
        submit: async ({ current, next }) => {
            await changePassword(current, next);
            dialog.close();
            toast(t('password.changed'));
        },
    });
    const dialog = openDialog({
        title: t('password.change'),
        content: place,
        action: { title: t('save'), run: () => drawn.submit() },
    });
}
