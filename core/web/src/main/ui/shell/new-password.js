// The page for whoever came in with a one-time password: nothing else is open until another one is chosen.
// Native inputs, as on the login page: password managers do not look inside components.
import { html, nothing, render } from 'lit';
import { t } from '../stepwise/text.js';
import { problemText } from '../stepwise/toast.js';
import { changePassword, signOut } from './session.js';

/** `current` is the one-time password where the person has just typed it; after a reload it is asked for again. */
export function openNewPassword(element, session, { current, done, leave }) {
    let failure = null;
    let busy = false;
    const attempt = async (work) => {
        failure = null;
        busy = true;
        draw();
        try {
            await work();
        } catch (problem) {
            failure = problem;
            busy = false;
            draw();
            const wrong = problem.code === 'erp.password.wrong' ? '#onetime' : '#next';
            element.querySelector(wrong)?.select();
        }
    };
    const submit = (event) => {
        event.preventDefault();
        const { onetime, next, repeat } = event.target.elements;
        attempt(async () => {
            if (next.value !== repeat.value) {
                throw new Error(t('password.differ'));
            }
            await changePassword(current ?? onetime.value, next.value);
            await done();
        });
    };
    const quit = () => attempt(() => signOut().then(leave));
    const draw = () => render(page({ session, known: current !== undefined, failure, busy, submit, quit }), element);
    render(nothing, element);
    document.title = 'Stepwise';
    draw();
    element.querySelector('input:not([hidden])').focus();
}

function page({ session, known, failure, busy, submit, quit }) {
    return html`<main class="login">
        <form class="login-card" @submit=${submit}>
            <h1>${t('password.choose')}</h1>
            <p class="login-lead">${t('password.choose.lead')}</p>
            <div role="alert" class="login-failure" ?hidden=${!failure}>${failure ? problemText(failure) : nothing}</div>
            <input name="username" autocomplete="username" .value=${session.user} hidden />
            ${known ? nothing : password('onetime', t('password.one-time'), 'current-password')}
            ${password('next', t('password.next'), 'new-password', 'hint')}
            <small id="hint" class="login-hint">${t('password.choose.hint')}</small>
            ${password('repeat', t('password.repeat'), 'new-password')}
            <button class="login-button" ?disabled=${busy}>${t('password.choose.submit')}</button>
            <button type="button" class="login-quiet" ?disabled=${busy} aria-describedby="leave" @click=${quit}>
                ${t('sign-out')}
            </button>
            <small id="leave" class="login-hint">${t('password.choose.leave')}</small>
        </form>
    </main>`;
}

function password(name, title, autocomplete, hint) {
    return html`<label for=${name}>${title}</label>
        <input id=${name} class="native" name=${name} type="password" autocomplete=${autocomplete}
            aria-describedby=${hint ?? nothing} required />`;
}
